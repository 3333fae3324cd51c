/** What people see in the run. */

import { renderChecked } from "../check/report.ts";
import type { IncidentRecord } from "../incident/record.ts";
import { escapeMarkdown } from "../lib/text.ts";
import { titleOf } from "../postmortem/file.ts";
import type { IncidentName, IncidentResult, JobResult, ReconciledRow } from "./result.ts";

const LONGEST = 1_000;

/** The job summary as Markdown; strangers' words in it are escaped. */
export function renderSummary(result: JobResult): string {
  const { job, decision, reason, configuration, failures, warnings } = result;
  return [
    "## Postmortem\n",
    ...failures.map((failure) => `> [!CAUTION]\n> ${escapeMarkdown(failure, LONGEST)}\n`),
    ...warnings.map((warning) => `> [!WARNING]\n> ${escapeMarkdown(warning, LONGEST)}\n`),
    "| | |\n| --- | --- |",
    ...rowsOf([
      ["Job", job],
      ["Decision", decision],
      ["Why", reason && escapeMarkdown(reason, LONGEST)],
      ["Configuration", configuration && escapeMarkdown(configuration, LONGEST)],
    ]),
    ...detailsOf(result),
    "",
  ].join("\n");
}

function detailsOf(result: JobResult): string[] {
  if (result.kind === "incident") return incidentOf(result);
  if (result.kind === "reconcile") return reconciledOf(result.rows);
  if (result.kind === "check")
    return [
      ...rowsOf([["What happens next", result.next && escapeMarkdown(result.next, LONGEST)]]),
      ...renderChecked(result.checked),
    ];
  return result.kind === "follow-ups" ? result.markdown : [];
}

function incidentOf({ incident, record, session, path, pullRequest, outcome }: IncidentResult): string[] {
  return [
    ...rowsOf([
      ["Incident", linkedIncident(incident)],
      ["Title", record && escapeMarkdown(titleOf(record.incident), LONGEST)],
      ["Session", session && linked(session.id, session.url)],
      ["Postmortem", path && `\`${path}\``],
      ["Pull request", pullRequest && linked(pullRequest, pullRequest)],
      ["Root cause, says Devin", outcome?.root_cause_status ?? null],
      ["Not checked, says Devin", outcome && escapeMarkdown(outcome.not_checked.join("; "), LONGEST)],
    ]),
    ...(record ? [...missingOf(record), ...timelineOf(record)] : []),
  ];
}

function rowsOf(rows: [string, string | null][]): string[] {
  return rows.flatMap(([name, value]) => (value ? [`| ${name} | ${value} |`] : []));
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

// GitHub shows no summary over 1 MiB.
const LONGEST_TABLE = 800_000;

function reconciledOf(rows: ReconciledRow[]): string[] {
  if (rows.length === 0) return [];
  const sorted = rows.toSorted(
    (a, b) => RECONCILE_ORDER.indexOf(a.outcome) - RECONCILE_ORDER.indexOf(b.outcome),
  );
  const lines: string[] = [];
  let length = 0;
  for (const { incident, outcome, reason } of sorted) {
    const line = `| ${linkedIncident(incident)} | ${outcome} | ${escapeMarkdown(reason, LONGEST)} |`;
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
