/** The labelled incidents as merged postmortems: rendered as drafts are, with a few words of an author's. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { IncidentRecord } from "../../src/incident/record.ts";
import { renderSkeleton } from "../../src/postmortem/render.ts";
import { incidentRecord } from "../builders.ts";

const incidentsSchema = z.array(
  z.strictObject({
    /** Incidents of one family are relatives; null is a family of its own. */
    family: z.string().nullable(),
    service: z.string(),
    title: z.string(),
    alert: z.string(),
    note: z.string(),
    action: z.string(),
    summary: z.string(),
    cause: z.string(),
  }),
);

export type Labelled = { path: string; family: string | null; record: IncidentRecord; text: string };

const FIRST = Date.parse("2025-01-07T09:00:00Z");
const WEEK_MS = 7 * 86_400_000;
const MINUTE_MS = 60_000;

/** The set that the threshold was chosen on, and the one that was written before its scores were looked at. */
export type SetName = "tuned" | "held-out";

/** All incidents of a set, the oldest first. */
export function labelledIncidents(name: SetName): Labelled[] {
  const source = readFileSync(join(import.meta.dirname, `${name}.yml`), "utf8");
  return incidentsSchema.parse(parse(source)).map((incident, index) => {
    const id = `Q${String(index + 1).padStart(9, "0")}`;
    const at = FIRST + index * WEEK_MS;
    const record = recordOf(incident, id, at);
    const text = renderSkeleton(record)
      .replace("## Root Cause\n", `## Root Cause\n\n${incident.cause} (likely)\n`)
      .replace("\n\n## Impact", `\n\n${incident.summary} (likely)\n\n## Impact`);
    return {
      path: `docs/postmortems/${new Date(at).toISOString().slice(0, 10)}-${id}.md`,
      family: incident.family,
      record,
      text,
    };
  });
}

function recordOf(
  { service, title, alert, note, action }: z.infer<typeof incidentsSchema>[number],
  id: string,
  at: number,
): IncidentRecord {
  const after = (minutes: number) => at + minutes * MINUTE_MS;
  const note1 = { at: after(9), by: "Jordan Lee", text: note };
  const note2 = { at: after(31), by: "Sam Ortiz", text: action };
  return incidentRecord({
    incident: { id, title, service: { id: "PSVC", name: service, url: null } },
    record: {
      createdAt: at,
      acknowledgedAt: after(4),
      resolvedAt: after(46),
      alerts: [{ at, summary: alert, severity: null, status: null, source: null, details: null, links: [] }],
      notes: [note1, note2],
      timeline: [
        { at, what: "PagerDuty incident triggered", by: "Datadog", quote: alert },
        { at: after(4), what: "Acknowledged", by: "Jordan Lee" },
        ...[note1, note2].map(({ at: when, by, text }) => ({ at: when, what: "Note", by, quote: text })),
        { at: after(46), what: "Resolved", by: "Jordan Lee" },
      ],
    },
  });
}
