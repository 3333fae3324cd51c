/** What people see in the run. */

import { renderChecked } from "../check/report.ts";
import type { IncidentRecord } from "../incident/record.ts";
import { escapeMarkdown } from "../lib/text.ts";
import { dateOf, durationOf, timeOf } from "../lib/time.ts";
import { titleOf } from "../postmortem/file.ts";
import type { IncidentName, IncidentResult, JobResult, ReconciledRow } from "./result.ts";

const LONGEST = 1_000;

/** GitHub shows no summary of more than 1 MiB; the rest is for what says that it was cut. */
const MOST_BYTES = 1_048_576 - 1_000;

/** The job summary as Markdown, at most 1 MiB of UTF-8; strangers' words in it are escaped. */
export function renderSummary(result: JobResult): string {
  const { job, decision, reason, configuration, failures, warnings } = result;
  return withinBytes([
    "## Postmortem\n",
    ...(decision === null ? [] : [`**${decision}**${reason === null ? "" : `: ${escaped(reason)}`}.\n`]),
    ...failures.map((failure) => `> [!CAUTION]\n> ${escaped(failure)}\n`),
    ...warnings.map((warning) => `> [!WARNING]\n> ${escaped(warning)}\n`),
    "| | |\n| --- | --- |",
    ...rowsOf([
      ["Job", job],
      ["Configuration", configuration && escaped(configuration)],
    ]),
    ...detailsOf(result),
    "",
  ]);
}

function escaped(words: string): string {
  return escapeMarkdown(words, LONGEST);
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

function detailsOf(result: JobResult): string[] {
  if (result.kind === "incident") return incidentOf(result);
  if (result.kind === "reconcile") return reconciledOf(result.rows);
  if (result.kind === "sample")
    return rowsOf(result.parts.map(({ name, seen }): [string, string] => [name, escaped(seen)]));
  if (result.kind === "check")
    return [
      ...rowsOf([["What happens next", result.next && escaped(result.next)]]),
      ...renderChecked(result.checked),
    ];
  return result.kind === "follow-ups" ? result.markdown : [];
}

function incidentOf({ incident, record, session, path, pullRequest, outcome }: IncidentResult): string[] {
  return [
    ...rowsOf([
      ["Incident", linkedIncident(incident)],
      ...(record === null ? [] : factsOf(record)),
      ["Session", session && linked(session.id, session.url)],
      ["Postmortem", path && `\`${path}\``],
      ["Pull request", pullRequest && linked(pullRequest, pullRequest)],
      ["Root cause, says Devin", outcome?.root_cause_status ?? null],
      ["Not checked, says Devin", outcome && escaped(outcome.not_checked.join("; "))],
    ]),
    ...(record ? missingOf(record) : []),
  ];
}

function factsOf(record: IncidentRecord): [string, string | null][] {
  const { incident, createdAt, minutesToAcknowledge, durationMinutes } = record;
  const after = (minutes: number | null) => (minutes === null ? null : durationOf(minutes));
  return [
    ["Title", escaped(titleOf(incident))],
    ["Service", incident.service?.name ? escaped(incident.service.name) : null],
    ["Priority", incident.priority && escaped(incident.priority)],
    ["Began", createdAt === null ? null : `${dateOf(createdAt)} ${timeOf(createdAt)} UTC`],
    ["Acknowledged after", after(minutesToAcknowledge)],
    ["Resolved after", after(durationMinutes)],
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

function reconciledOf(rows: ReconciledRow[]): string[] {
  if (rows.length === 0) return [];
  const sorted = rows.toSorted(
    (a, b) => RECONCILE_ORDER.indexOf(a.outcome) - RECONCILE_ORDER.indexOf(b.outcome),
  );
  return [
    "\n| incident | outcome | why |\n| --- | --- | --- |",
    ...sorted.map(({ incident, title, outcome, reason }) => {
      const named = [linkedIncident(incident), ...(title === null ? [] : [escaped(title)])].join(" ");
      return `| ${named} | ${outcome} | ${escaped(reason)} |`;
    }),
  ];
}

function linked(words: string, url: string | null): string {
  const text = escaped(words);
  return url !== null && /^https?:\/\/[^\s()<>|]+$/.test(url) ? `[${text}](${url})` : text;
}

function missingOf({ missing }: IncidentRecord): string[] {
  if (missing.length === 0) return [];
  return ["\nCould not be fetched:\n", ...missing.map((line) => `- ${escaped(line)}`)];
}
