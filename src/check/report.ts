/** What people see of a check: annotations on the lines, and a table in the summary. */

import { toInertMarkdown, toSingleLine } from "../lib/text.ts";
import type { Severity } from "./rule.ts";
import type { Checked, Finding } from "./run.ts";

/**
 * GitHub shows ten errors and ten warnings of a step. The failure itself is one of the errors, and what could not be
 * checked, and what else a run warns of, are among the warnings.
 * @see https://docs.github.com/en/actions/reference/limits
 */
const MOST_ERRORS = 9;
const MOST_WARNINGS = 8;

const LONGEST_MESSAGE = 1_000;
const LONGEST_WARNING = 2_000;
const LONGEST_CELL = 500;
// A row takes some 1,500 bytes at most, and GitHub refuses a summary of more than 1 MiB.
const MOST_ROWS = 300;
const MOST_LINES = 50;

export type Annotation = {
  severity: Severity;
  message: string;
  title: string;
  file: string;
  startLine: number;
};

/** The first findings, errors before warnings, in words that the runner takes for no command. */
export function annotationsOf({ findings }: Checked): Annotation[] {
  return [
    ...findings.filter(({ severity }) => severity === "error").slice(0, MOST_ERRORS),
    ...findings.filter(({ severity }) => severity === "warning").slice(0, MOST_WARNINGS),
  ].map(({ severity, rule, file, line, message, fix }) => ({
    severity,
    message: harmless(toSingleLine(`${message} → ${fix}`, LONGEST_MESSAGE)),
    title: rule,
    file: harmless(file),
    startLine: line,
  }));
}

// The runner obeys ##[…] wherever it stands in a line.
function harmless(words: string): string {
  return words.replaceAll("##[", "# #[");
}

export function countOf({ findings }: Checked, severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length;
}

/** What could not be checked, as the one warning of it; null where all could be. */
export function notRunOf({ notRun }: Checked): string | null {
  if (notRun.length === 0) return null;
  return toSingleLine(`Not everything could be checked: ${notRun.join(" ")}`, LONGEST_WARNING);
}

/** What came of a check in a few words, such as `2 errors and 1 warning in 1 postmortem`. */
export function verdictOf(checked: Checked): string {
  const { files, findings } = checked;
  if (files.length === 0 && findings.length === 0) return "the pull request changes no postmortem";
  const counts = [amount(countOf(checked, "error"), "error"), amount(countOf(checked, "warning"), "warning")];
  const where = files.length === 0 ? "configuration and templates" : amount(files.length, "postmortem");
  return `${counts.join(" and ")} in ${where}`;
}

function amount(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

/**
 * The part of the job summary that tells of a check, as Markdown lines; strangers' words in it are escaped. `filesUrl`
 * is where GitHub shows the checked files, so that a finding leads to its line.
 */
export function renderChecked(checked: Checked, filesUrl: string | null): string[] {
  const { files, removed, findings, nothingToCheck } = checked;
  const sorted = [...findings].sort(
    (a, b) => Number(b.severity === "error") - Number(a.severity === "error"),
  );
  return [
    ...(sorted.length === 0 ? [] : ["\n| Finding | What is wrong → what to do |\n| --- | --- |"]),
    ...sorted.slice(0, MOST_ROWS).map((finding) => rowOf(finding, files.length > 1, filesUrl)),
    ...(sorted.length > MOST_ROWS ? [`\n…and ${sorted.length - MOST_ROWS} findings more.`] : []),
    ...listed("Checked:", files),
    ...listed("Removed, and not checked:", removed),
    ...folded(nothingToCheck, files),
  ];
}

function rowOf(finding: Finding, isOneOfMany: boolean, filesUrl: string | null): string {
  const { severity, file, line, message, fix, rule } = finding;
  const mark = severity === "error" ? "🔴 error" : "🟡 warning";
  const place = isOneOfMany ? `${written(file)}, line ${line}` : `line ${line}`;
  // Without `plain`, GitHub renders the Markdown and knows no lines.
  const link = filesUrl && `${filesUrl}/${file.split("/").map(encoded).join("/")}?plain=1#L${line}`;
  const where = link ? `[${place}](${link})` : place;
  return `| ${mark}, ${where}, \`${rule}\` | ${written(message)} → ${written(fix)} |`;
}

/** Brackets would end a link in Markdown. */
function encoded(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(/[()]/g, (sign) => (sign === "(" ? "%28" : "%29"));
}

function written(words: string): string {
  // In a table a bar ends the cell even within a code span, unless it is escaped.
  return toInertMarkdown(words, LONGEST_CELL).replace(/(?<!\\)\|/g, "\\|");
}

function listed(heading: string, lines: string[]): string[] {
  if (lines.length <= 1) return lines.map((line) => `\n${heading} ${written(line)}`);
  return [`\n${heading}\n`, ...bullets(lines)];
}

/** What a reader needs only when a rule seems to be missing. */
function folded(nothingToCheck: string[], files: string[]): string[] {
  if (nothingToCheck.length === 0) return [];
  const file = files.length === 1 ? `${files[0]}: ` : "";
  const lines = nothingToCheck.map((line) =>
    line.replace(file, "").replace(" had nothing to look at: ", ": "),
  );
  const summary = "<details><summary>Rules that had nothing to look at</summary>";
  return [`\n${summary}\n`, ...bullets(lines), "\n</details>"];
}

function bullets(lines: string[]): string[] {
  const over = lines.length - MOST_LINES;
  return [
    ...lines.slice(0, MOST_LINES).map((line) => `- ${written(line)}`),
    ...(over > 0 ? [`- …and ${over} more`] : []),
  ];
}
