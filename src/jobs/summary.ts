/** What people see in the run. */

import { isDevinsHost } from "../check/hosts.ts";
import { renderChecked } from "../check/report.ts";
import type { IncidentRecord } from "../incident/record.ts";
import { escapeMarkdown, toInertMarkdown, toSingleLine } from "../lib/text.ts";
import { dateOf, durationOf, timeOf } from "../lib/time.ts";
import { titleOf } from "../postmortem/file.ts";
import type { IncidentName, IncidentResult, JobResult, ReconciledRow } from "./result.ts";

const LONGEST = 1_000;
const LONGEST_ID = 15;

/** GitHub shows no summary of more than 1 MiB; the rest is for what says that it was cut. */
const MOST_BYTES = 1_048_576 - 1_000;

/** A sentence of ours as Markdown. */
type Tell = (words: string) => string;

/**
 * The job summary as Markdown, at most 1 MiB of UTF-8; strangers' words in it are escaped. Pull requests and issues on
 * `serverUrl` are short links.
 */
export function renderSummary(result: JobResult, serverUrl = "https://github.com"): string {
  const { job, reason, configuration } = result;
  const tell: Tell = (words) => withShortLinks(escaped(words), serverUrl);
  return withinBytes([
    "## Postmortem\n",
    `**${leadOf(result)}**${reason ? `: ${tell(reason)}` : ""}.`,
    ...boxOf("CAUTION", failuresOf(result).map(tell)),
    ...boxOf("WARNING", warningsOf(result).map(tell)),
    ...tableOf(factsOf(result)),
    ...listsOf(result, tell),
    ...(configuration ? [`\nJob: ${job}. Configuration: ${escaped(configuration)}`] : []),
    "",
  ]);
}

/** What happened, before its reason. */
const LEADS: Record<NonNullable<JobResult["decision"]>, string> = {
  started: "Devin was asked for a postmortem",
  continued: "The session at work was told",
  held: "The incident is open again",
  skipped: "Nothing was started",
  deferred: "It was put off",
  "dry-run": "Dry run, nothing was started",
  sample: "The sample",
  reconciled: "Missed incidents were looked for",
  checked: "Checked",
  "followed-up": "Follow-ups",
};

function leadOf({ kind, job, decision, failures }: JobResult): string {
  if (decision === null) return "This run failed";
  if (kind === "empty") return "Nothing to do";
  if (kind === "check") return failures.length > 0 ? "The check failed" : "The check passed";
  if (kind === "reconcile" && failures.length > 0) return "Somebody is needed";
  if (job === "gather" && decision === "started") return "Devin was asked to gather evidence";
  return LEADS[decision];
}

function escaped(words: string): string {
  return escapeMarkdown(words, LONGEST);
}

/** Words of strangers, which call nobody and refer to nothing. */
function theirs(words: string): string {
  return toInertMarkdown(words, LONGEST);
}

// A session, a pull request and an issue, as our own sentences name them, once they are escaped.
const ADDRESS =
  /https?&#58;\/\/[\w.:\\-]{1,100}\/(?:sessions\/([0-9a-f]{6,64})|([\w.\\-]{1,100}\/[\w.\\-]{1,100})\/(?:pull|issues)\/(\d{1,10}))/g;

function withShortLinks(words: string, serverUrl: string): string {
  return words.replace(ADDRESS, (address, session, repository, number) => {
    const url = URL.parse(address.replaceAll("\\", "").replace("&#58;", ":"));
    if (url === null) return address;
    if (session) return isDevinsHost(url) ? `[${shortId(`devin-${session}`)}](${url})` : address;
    return url.origin === URL.parse(serverUrl)?.origin ? `[${repository}\\#${number}](${url})` : address;
  });
}

/** What turned the run red, but for what the first sentence or a row says already. */
function failuresOf(result: JobResult): string[] {
  if (result.kind === "check") return [];
  if (result.kind !== "reconcile") return result.failures;
  return result.failures.filter((failure) => !result.rows.some(({ reason }) => failure.includes(reason)));
}

function warningsOf(result: JobResult): string[] {
  return result.kind === "check" ? [...result.warnings, ...result.checked.notRun] : result.warnings;
}

/** Sentences in a box, which GitHub colours. */
function boxOf(kind: "CAUTION" | "WARNING", sentences: string[]): string[] {
  if (sentences.length === 0) return [];
  const mark = sentences.length === 1 ? "" : "- ";
  return [`\n> [!${kind}]`, ...sentences.map((sentence) => `> ${mark}${sentence}`)];
}

/** As many of the lines as fit, and how many do not. */
function withinBytes(lines: string[]): string {
  let bytes = 0;
  const fitting = lines.findIndex((line) => {
    bytes += Buffer.byteLength(line) + 1;
    return bytes > MOST_BYTES;
  });
  if (fitting === -1) return lines.join("\n");
  const rest = lines.length - fitting;
  return [
    ...lines.slice(0, fitting),
    `\n${rest} more lines do not fit: GitHub shows 1 MiB of a summary.\n`,
  ].join("\n");
}

type Row = [name: string, value: string | null];

function factsOf(result: JobResult): Row[] {
  if (result.kind === "incident") return incidentOf(result);
  if (result.kind === "sample") return result.parts.map(({ name, seen }): Row => [name, escaped(seen)]);
  return [];
}

function listsOf(result: JobResult, tell: Tell): string[] {
  if (result.kind === "incident") return result.record === null ? [] : missingOf(result.record);
  if (result.kind === "reconcile") return reconciledOf(result.rows, tell);
  if (result.kind === "check")
    return [
      ...(result.next === null ? [] : [`\nWhat happens next: ${tell(result.next)}`]),
      ...renderChecked(result.checked, result.filesUrl),
    ];
  return result.kind === "follow-ups" ? result.markdown : [];
}

function incidentOf(result: IncidentResult): Row[] {
  const { incident, record, session, path, pullRequest, outcome } = result;
  const title = record === null ? "" : ` ${theirs(titleOf(record.incident))}`;
  return [
    ["Incident", `${linkedIncident(incident)}${title}`],
    ...(record === null ? [] : recordOf(record)),
    ["Session", session && linked(shortId(session.id), session.url)],
    ["Pull request", pullRequest && linked(shortName(pullRequest), pullRequest)],
    ["Postmortem", path && `\`${path}\``],
    ["Root cause, says Devin", outcome?.root_cause_status ?? null],
    ["Not checked, says Devin", outcome && theirs(outcome.not_checked.join("; "))],
    ["What happens next", nextOf(result)],
  ];
}

function recordOf({ incident, createdAt, minutesToAcknowledge, durationMinutes }: IncidentRecord): Row[] {
  const after = (minutes: number | null) => (minutes === null ? null : durationOf(minutes));
  return [
    ["Service", incident.service?.name ? theirs(incident.service.name) : null],
    ["Priority", incident.priority && theirs(incident.priority)],
    ["Began", createdAt === null ? null : `${dateOf(createdAt)} ${timeOf(createdAt)} UTC`],
    ["Acknowledged after", after(minutesToAcknowledge)],
    ["Resolved after", after(durationMinutes)],
  ];
}

/** What follows without anybody's doing; null where nothing does. */
function nextOf({ job, decision, pullRequest, failures, prompt }: IncidentResult): string | null {
  if (failures.length > 0) return null;
  if (decision === "held") return "Devin goes on when the incident is resolved again.";
  if (prompt !== null) return "Nothing. The log of this step has the prompt.";
  if (decision !== "started" && decision !== "continued") return null;
  if (job === "gather") return "Devin drafts the postmortem when the incident is resolved.";
  return pullRequest === null
    ? "Devin opens a pull request, which is then compared with the record."
    : "People review the pull request; each push to it is compared with the record.";
}

/** So much of a session's id that a table fits a phone. */
function shortId(id: string): string {
  return toSingleLine(id, LONGEST_ID);
}

/** Such as `acme/docs#7`. */
function shortName(pullRequest: string): string {
  const [, name, number] = /\/([\w.-]+\/[\w.-]+)\/pull\/(\d+)$/.exec(pullRequest) ?? [];
  return name === undefined ? pullRequest : `${name}#${number}`;
}

/** A table of two columns, whose first row is its head: an empty head is a gap on the page. One row is a line. */
function tableOf(rows: Row[]): string[] {
  const [head, ...others] = rows.filter(([, value]) => value);
  if (head === undefined) return [];
  if (others.length === 0) return [`\n${head.join(": ")}`];
  // A code span may hold a bar.
  const line = (row: Row) => `| ${row.map((cell) => cell?.replace(/(?<!\\)\|/g, "\\|")).join(" | ")} |`;
  return [`\n${line(head)}\n| :-- | :-- |`, ...others.map(line)];
}

function linkedIncident({ number, id, url }: IncidentName): string {
  return linked(number === null ? id : `#${number} ${id}`, url);
}

/** The outcomes of a reconcile; what asks something of people comes first. */
export const RECONCILE_ORDER = [
  "failed",
  "stuck",
  "nudged",
  "started",
  "continued",
  "deferred",
  "dry-run",
  "skipped",
  "has a session",
  "has a file",
];

/** What asks something of people. */
const MARKS: Record<string, string> = { failed: "🔴 ", stuck: "🔴 ", nudged: "🟡 ", deferred: "🟡 " };

/** A list, which a phone shows whole; of a table it would hide what came of each incident. */
function reconciledOf(rows: ReconciledRow[], tell: Tell): string[] {
  const sorted = rows.toSorted(
    (a, b) => RECONCILE_ORDER.indexOf(a.outcome) - RECONCILE_ORDER.indexOf(b.outcome),
  );
  return sorted.map(({ incident, title, outcome, reason }, index) => {
    const named = `${linkedIncident(incident)}${title === null ? "" : ` ${theirs(title)}`}`;
    return `${index === 0 ? "\n" : ""}- ${MARKS[outcome] ?? ""}**${outcome}**: ${named} — ${tell(reason)}`;
  });
}

function linked(words: string, url: string | null): string {
  const text = escaped(words);
  return url !== null && /^https?:\/\/[^\s()<>|]+$/.test(url) ? `[${text}](${url})` : text;
}

function missingOf({ missing }: IncidentRecord): string[] {
  if (missing.length === 0) return [];
  return ["\nCould not be fetched:\n", ...missing.map((line) => `- ${escaped(line)}`)];
}
