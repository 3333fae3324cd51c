/** The postmortem file: where it goes and the skeleton that the record fills. */

import { Scalar, stringify } from "yaml";
import type { Incident } from "./incident.ts";
import type { IncidentRecord, TimelineRow } from "./record.ts";
import { markdown, plain } from "./untrusted.ts";

const LONGEST_SLUG = 60;
const LONGEST_TITLE = 200;
const LONGEST_NAME = 100;

/** Where the draft goes: the same for each resolve of one incident, but for a changed title (see `findPostmortem`). */
export type Destination = { path: string; branch: string; pullRequestTitle: string };

/**
 * The file, branch and pull request of an incident. `existing` is the incident's file in the docs repository, which
 * keeps its name whatever the title is now; `today` (epoch milliseconds) dates an incident whose beginning is not known.
 */
export function destinationOf(
  { incident, createdAt }: IncidentRecord,
  directory: string,
  existing: string | null,
  today: number,
): Destination {
  const slug = slugOf(incident.title ?? "");
  const name = [dateOf(createdAt ?? today), incident.id, ...(slug ? [slug] : [])].join("-");
  const number = incident.number === null ? incident.id : `#${incident.number} (${incident.id})`;
  return {
    path: `${directory}/${existing ?? `${name}.md`}`,
    branch: `postmortem/${incident.id}`,
    pullRequestTitle: `Postmortem: incident ${number}`,
  };
}

/** The name of an incident's postmortem among the names in the directory; null when it has none. */
export function findPostmortem(names: string[], incidentId: string): string | null {
  // The name is shown in the prompt and the summary, so one that could end a code span or a line is passed over.
  const pattern = new RegExp(`^\\d{4}-\\d{2}-\\d{2}-${incidentId}(-[^/\`|\\p{Cc}]*)?\\.md$`, "u");
  return names.filter((name) => pattern.test(name)).sort()[0] ?? null;
}

function slugOf(title: string): string {
  const words = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
  return words.slice(0, LONGEST_SLUG).replace(/^-+|-+$/g, "");
}

/** What people call the incident: its title, or its id when it has none. */
export function titleOf({ title, id }: Incident): string {
  return plain(title ?? "", LONGEST_TITLE) || `Incident ${id}`;
}

/** The postmortem as far as the record knows it: front matter, header, timeline, and empty sections to fill. */
export function renderSkeleton(record: IncidentRecord): string {
  const { incident, createdAt, resolvedAt, durationMinutes, timeline } = record;
  const service = incident.service?.name ?? null;
  const frontMatter = stringify(
    {
      incident: incident.id,
      number: incident.number,
      url: incident.url,
      service: scalarOf(service),
      priority: scalarOf(incident.priority),
      urgency: scalarOf(incident.urgency),
      status: "draft",
      owner: null,
      created: createdAt && secondsOf(createdAt),
      acknowledged: null,
      resolved: resolvedAt && secondsOf(resolvedAt),
      "duration-minutes": durationMinutes,
      session: null,
    },
    { nullStr: "", lineWidth: 0 },
  );
  const heading = [
    markdown(titleOf(incident), LONGEST_TITLE),
    ...(service ? [markdown(service, LONGEST_NAME)] : []),
  ];
  const header = [
    `**Date:** ${createdAt === null ? "unknown" : dateOf(createdAt)}`,
    `**Duration:** ${durationMinutes === null ? "unknown" : durationOf(durationMinutes)}`,
    `**Severity:** ${incident.priority ? markdown(incident.priority, LONGEST_NAME) : "not set"}`,
  ];
  return [
    `---\n${frontMatter.replaceAll("<", "\\u003c").replaceAll(">", "\\u003e").replace(/ +$/gm, "")}---`,
    `# Postmortem: ${heading.join(" — ")}\n`,
    `${header.join(" | ")}\n`,
    "## Summary\n\n## Impact\n",
    "## Timeline\n",
    ...(timeline.length > 0 ? [`${timeline.map((row) => rowOf(row, createdAt)).join("\n")}\n`] : []),
    "## Root Cause\n\n## Contributing Factors\n\n## Action Items\n\n- [ ] \n\n## Evidence\n\n## Not Checked\n",
  ].join("\n");
}

// A tag in a name is spelled with escapes, which YAML reads in double quotes only.
function scalarOf(name: string | null): Scalar {
  const scalar = new Scalar(name && plain(name, LONGEST_NAME));
  if (/[<>]/.test(name ?? "")) scalar.type = Scalar.QUOTE_DOUBLE;
  return scalar;
}

/** `14:32 UTC — …`; a row on another day than the header's carries its date. */
function rowOf({ at, what, by }: TimelineRow, createdAt: number | null): string {
  const isSameDay = createdAt !== null && dateOf(at) === dateOf(createdAt);
  const time = `${isSameDay ? "" : `${dateOf(at)} `}${timeOf(at)}`;
  return `- ${time} UTC — ${what}${by === null ? "" : ` by ${markdown(by, LONGEST_NAME)}`}`;
}

/** `2026-02-10` in UTC. */
export function dateOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** `14:32` in UTC. */
export function timeOf(at: number): string {
  return new Date(at).toISOString().slice(11, 16);
}

function secondsOf(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

/** `46 minutes`, `2 hours 5 minutes`, `under a minute`. */
export function durationOf(minutes: number): string {
  const parts = [count(Math.floor(minutes / 60), "hour"), count(minutes % 60, "minute")];
  return parts.filter((part) => part !== "").join(" ") || "under a minute";
}

function count(amount: number, unit: string): string {
  return amount === 0 ? "" : `${amount} ${unit}${amount === 1 ? "" : "s"}`;
}
