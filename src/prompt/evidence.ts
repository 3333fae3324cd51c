/** What the record holds beside the timeline, as much of it as fits. */

import type { IncidentRecord } from "../incident/record.ts";
import { toFencedJson } from "../lib/text.ts";

/** Notes, alerts, changes and the like. `leftOut` says in words what did not fit; empty when all of it did. */
export type Evidence = { text: string; leftOut: string[] };

type Parts = {
  changes: { when: string; details?: string | null }[];
  notes: { text: string }[];
  alerts: { details?: string | null }[];
  custom_fields: unknown[];
  past_incidents: unknown[];
};

const LONGEST_ATTACHED = 16_384;

type Cut = { what: string; apply: (parts: Parts) => Parts };

/** The least useful first. After the last of them a few kilobytes remain. */
const CUTS: Cut[] = [
  { what: "the past incidents", apply: (parts) => ({ ...parts, past_incidents: [] }) },
  {
    what: "the details of alerts",
    apply: (parts) => ({ ...parts, alerts: parts.alerts.map(({ details, ...alert }) => alert) }),
  },
  {
    what: "all alerts but the first ten",
    apply: (parts) => ({ ...parts, alerts: parts.alerts.slice(0, 10) }),
  },
  {
    what: "the details of changes",
    apply: (parts) => ({ ...parts, changes: parts.changes.map(({ details, ...change }) => change) }),
  },
  {
    what: "the ends of long notes",
    apply: (parts) => ({
      ...parts,
      notes: parts.notes.map((note) => ({ ...note, text: note.text.slice(0, 300) })),
    }),
  },
  { what: "all notes but the last ten", apply: (parts) => ({ ...parts, notes: parts.notes.slice(-10) }) },
  { what: "the custom fields", apply: (parts) => ({ ...parts, custom_fields: [] }) },
  {
    what: "all changes but the ten before the incident",
    apply: (parts) => ({
      ...parts,
      changes: parts.changes.filter(({ when }) => when === "before").slice(-10),
    }),
  },
  {
    what: "all alerts and notes",
    apply: (parts) => ({ ...parts, alerts: [], notes: [] }),
  },
  { what: "all changes", apply: (parts) => ({ ...parts, changes: [] }) },
];

/** What is cut, in this order. */
export const EVIDENCE_CUTS = CUTS.map(({ what }) => what);

/** The whole evidence, as a file that is attached: each text in it up to 16,384 characters. */
export function renderWhole(record: IncidentRecord): string {
  return toFencedJson(partsOf(record), LONGEST_ATTACHED);
}

/** The evidence as JSON of at most `longest` UTF-8 bytes, cutting the least useful first. */
export function renderEvidence(record: IncidentRecord, longest: number): Evidence {
  let parts = partsOf(record);
  let text = toFencedJson(parts);
  const leftOut = text === renderWhole(record) ? [] : ["the ends of long texts"];
  for (const { what, apply } of CUTS) {
    if (Buffer.byteLength(text) <= longest) break;
    parts = apply(parts);
    const shorter = toFencedJson(parts);
    if (shorter !== text) leftOut.push(what);
    text = shorter;
  }
  return { text, leftOut };
}

function partsOf(record: IncidentRecord): Parts {
  const time = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  const timed = <Item extends { at: number | null }>({ at, ...item }: Item) => ({ at: time(at), ...item });
  return {
    changes: record.changes.map(timed),
    notes: record.notes.map(timed),
    alerts: record.alerts.map(timed),
    custom_fields: record.customFields,
    past_incidents: record.pastIncidents.map(timed),
  };
}
