/** The postmortem file: where it goes, and how titles, dates and durations are written in it. */

import type { Incident } from "../incident/incident.ts";
import type { IncidentRecord } from "../incident/record.ts";
import { toSingleLine } from "../lib/text.ts";
import { dateOf } from "../lib/time.ts";

const LONGEST_SLUG = 60;
/** In characters. */
export const LONGEST_TITLE = 200;

/** Where the draft goes: the same for each resolve of one incident, but for a changed title (see `findPostmortem`). */
export type Destination = { path: string; branch: string };

/**
 * The file and branch of an incident. `existing` is the incident's file in the docs repository, which
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
  return {
    path: `${directory}/${existing ?? `${name}.md`}`,
    branch: `postmortem/${incident.id}`,
  };
}

/** An incident's postmortem among paths below the directory; null when it has none. */
export function findPostmortem(names: string[], incidentId: string): string | null {
  // The name is shown in the prompt and the summary, so one that could end a code span or a line is passed over.
  const pattern =
    /^(?:[^`|\p{Cc}]*\/)?\d{4}-\d{2}-\d{2}-([A-Z0-9]+)(?:-[^/`|\p{Cc}]*)?\.(?:[mM][dD]|markdown)$/u;
  return names.filter((name) => pattern.exec(name)?.[1] === incidentId).sort()[0] ?? null;
}

/** The incidents that have a postmortem among paths below the directory. */
export function incidentsOf(names: string[]): Set<string> {
  return new Set(
    names.flatMap((name) => /(?:^|\/)\d{4}-\d{2}-\d{2}-([A-Z0-9]+)[-.][^/]*$/.exec(name)?.[1] ?? []),
  );
}

function slugOf(title: string): string {
  const words = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
  return words.slice(0, LONGEST_SLUG).replace(/^-|-$/g, "");
}

/** What people call the incident: its title, or its id when it has none. */
export function titleOf({ title, id }: Incident): string {
  return toSingleLine(title ?? "", LONGEST_TITLE) || `Incident ${id}`;
}
