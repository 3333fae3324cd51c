/** What people see in the run. */

import { renderChecked } from "../check/report.ts";
import type { Checked } from "../check/run.ts";
import type { Session } from "../devin/session.ts";
import type { IncidentRecord } from "../incident/record.ts";
import { escapeMarkdown } from "../lib/text.ts";
import { titleOf } from "../postmortem/file.ts";
import type { Outcome } from "../prompt/prompt.ts";

/** What one run came to. */
export type Report = {
  job: string | null;
  decision: string | null;
  /** Why, in one sentence. */
  reason: string | null;
  record: IncidentRecord | null;
  session: Pick<Session, "id" | "url"> | null;
  path: string | null;
  pullRequest: string | null;
  /** What Devin says of its own work. */
  outcome: Outcome | null;
  /** Which configuration was used, such as its path. */
  configuration: string | null;
  /** What people should know although the run went well. */
  warnings: string[];
  /** The sentences that turn the run red. */
  failures: string[];
  /** The prompt of a dry run. */
  prompt: string | null;
  /** What a reconcile found, one row an incident; null for another job. */
  reconciled: Reconciled[] | null;
  /** What the check of a pull request found. */
  checked: Checked | null;
};

/** What became of one incident of a reconcile, and why. */
export type Reconciled = {
  incident: { id: string; number: number | null; url: string | null };
  /** A decision of a run, or one of the words of a reconcile alone; see RECONCILE_ORDER. */
  outcome: string;
  reason: string;
};

/** A report in which nothing has happened yet. */
export function emptyReport(): Report {
  return {
    job: null,
    decision: null,
    reason: null,
    record: null,
    session: null,
    path: null,
    pullRequest: null,
    outcome: null,
    configuration: null,
    warnings: [],
    failures: [],
    prompt: null,
    reconciled: null,
    checked: null,
  };
}

const LONGEST = 1_000;

/** The job summary as Markdown; strangers' words in it are escaped. */
export function renderSummary(report: Report): string {
  const { record, session, pullRequest, outcome } = report;
  const number = record && (record.incident.number === null ? "" : `#${record.incident.number} `);
  const rows: [string, string | null][] = [
    ["Incident", record && linked(`${number}${record.incident.id}`, record.incident.url)],
    ["Title", record && escapeMarkdown(titleOf(record.incident), LONGEST)],
    ["Job", report.job],
    ["Decision", report.decision],
    ["Why", report.reason && escapeMarkdown(report.reason, LONGEST)],
    ["Configuration", report.configuration && escapeMarkdown(report.configuration, LONGEST)],
    ["Session", session && linked(session.id, session.url)],
    ["Postmortem", report.path && `\`${report.path}\``],
    ["Pull request", pullRequest && linked(pullRequest, pullRequest)],
    ["Root cause, says Devin", outcome?.root_cause_status ?? null],
    ["Not checked, says Devin", outcome && escapeMarkdown(outcome.not_checked.join("; "), LONGEST)],
  ];
  return [
    "## Postmortem\n",
    ...report.failures.map((failure) => `> [!CAUTION]\n> ${escapeMarkdown(failure, LONGEST)}\n`),
    ...report.warnings.map((warning) => `> [!WARNING]\n> ${escapeMarkdown(warning, LONGEST)}\n`),
    "| | |\n| --- | --- |",
    ...rows.flatMap(([name, value]) => (value ? [`| ${name} | ${value} |`] : [])),
    ...(record ? [...missingOf(record), ...timelineOf(record)] : []),
    ...(report.reconciled ? reconciledOf(report.reconciled) : []),
    ...(report.checked ? renderChecked(report.checked) : []),
    "",
  ].join("\n");
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

// GitHub shows no summary over 1 MiB.
const LONGEST_TABLE = 800_000;

function reconciledOf(rows: Reconciled[]): string[] {
  if (rows.length === 0) return [];
  const sorted = rows.toSorted(
    (a, b) => RECONCILE_ORDER.indexOf(a.outcome) - RECONCILE_ORDER.indexOf(b.outcome),
  );
  const lines: string[] = [];
  let length = 0;
  for (const { incident, outcome, reason } of sorted) {
    const number = incident.number === null ? "" : `#${incident.number} `;
    const line = `| ${linked(`${number}${incident.id}`, incident.url)} | ${outcome} | ${escapeMarkdown(reason, LONGEST)} |`;
    length += line.length;
    if (length > LONGEST_TABLE) break;
    lines.push(line);
  }
  const more = rows.length - lines.length;
  return [
    "\n| incident | outcome | why |\n| --- | --- | --- |",
    ...lines,
    ...(more > 0 ? [`\n${more} more do not fit here; take a shorter window to see them.`] : []),
  ];
}

function linked(words: string, url: string | null): string {
  const text = escapeMarkdown(words, LONGEST);
  return url !== null && /^https?:\/\/[^\s()<>|]+$/.test(url) ? `[${text}](${url})` : text;
}

function missingOf({ missing }: IncidentRecord): string[] {
  if (missing.length === 0) return [];
  return ["\nCould not be fetched:\n", ...missing.map((line) => `- ${escapeMarkdown(line, LONGEST)}`)];
}

// A gantt chart, since the colon of a time ends a label in Mermaid's timelines. Its labels are words of ours alone.
function timelineOf({ createdAt, acknowledgedAt, resolvedAt }: IncidentRecord): string[] {
  const milestones: [string, number | null][] = [
    ["Triggered", createdAt],
    ["Acknowledged", acknowledgedAt],
    ["Resolved", resolvedAt],
  ];
  const rows = milestones.flatMap(([label, at]) =>
    at === null ? [] : [`  ${label} :milestone, ${stamp(at)}, 0m`],
  );
  if (rows.length === 0) return [];
  return [
    "\n```mermaid",
    "gantt",
    "  title Times are UTC",
    "  dateFormat YYYY-MM-DDTHH:mm:ss",
    "  axisFormat %H:%M",
    ...spanOf("Waiting", createdAt, acknowledgedAt ?? resolvedAt),
    ...spanOf("Responding", acknowledgedAt, resolvedAt),
    ...rows,
    "```",
  ];
}

function spanOf(label: string, from: number | null, to: number | null): string[] {
  return from !== null && to !== null && to > from ? [`  ${label} :crit, ${stamp(from)}, ${stamp(to)}`] : [];
}

function stamp(at: number): string {
  return new Date(at).toISOString().slice(0, 19);
}
