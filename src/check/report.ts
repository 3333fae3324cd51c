/** What people see of a check: annotations on the lines, and a table in the summary. */

import { escapeMarkdown, toSingleLine } from "../lib/text.ts";
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

/** What came of a check in a few words, such as `2 errors and 1 warning in 1 postmortem`. */
export function verdictOf(checked: Checked): string {
  const { files } = checked;
  if (files.length === 0) return "the pull request changes no postmortem";
  const counts = [amount(countOf(checked, "error"), "error"), amount(countOf(checked, "warning"), "warning")];
  return `${counts.join(" and ")} in ${amount(files.length, "postmortem")}`;
}

function amount(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

/** The part of the job summary that tells of a check, as Markdown lines; strangers' words in it are escaped. */
export function renderChecked({ files, removed, findings, notRun, nothingToCheck }: Checked): string[] {
  const sorted = [...findings].sort(
    (a, b) => Number(b.severity === "error") - Number(a.severity === "error"),
  );
  return [
    ...listed("Checked:", files.map(written)),
    ...listed("Removed, and not checked:", removed.map(written)),
    ...(sorted.length === 0
      ? []
      : ["\n| Severity | Where | What | What to do | Rule |\n| --- | --- | --- | --- | --- |"]),
    ...sorted.slice(0, MOST_ROWS).map(rowOf),
    ...(sorted.length > MOST_ROWS ? [`\n…and ${sorted.length - MOST_ROWS} findings more.`] : []),
    ...listed("Not checked:", notRun.map(written)),
    ...listed("Nothing to check:", nothingToCheck.map(written)),
  ];
}

function rowOf({ severity, file, line, message, fix, rule }: Finding): string {
  const cells = [severity, `${written(file)}:${line}`, written(message), written(fix), `\`${rule}\``];
  return `| ${cells.join(" | ")} |`;
}

function written(words: string): string {
  return escapeMarkdown(words, LONGEST_CELL);
}

function listed(heading: string, lines: string[]): string[] {
  if (lines.length === 0) return [];
  const over = lines.length - MOST_LINES;
  return [
    `\n${heading}\n`,
    ...lines.slice(0, MOST_LINES).map((line) => `- ${line}`),
    ...(over > 0 ? [`- …and ${over} more`] : []),
  ];
}
