/** What the rules look at in an incident. */

import type { IncidentRecord } from "../incident/record.ts";
import { toSingleLine } from "../lib/text.ts";
import type { RESOLVERS } from "../settings/rules.ts";

const LONGEST_TITLE = 1_024;

/** A value that is null is not known, and neither are teams where there are none. */
export type Subject = {
  priority: string | null;
  urgency: string | null;
  service: { id: string | null; name: string | null } | null;
  teams: { id: string | null; name: string | null }[];
  type: string | null;
  title: string | null;
  resolvedBy: (typeof RESOLVERS)[number] | null;
  durationMs: number | null;
};

/** What the rules look at in a record. Names are as people see them, so that nothing invisible gets past a rule. */
export function subjectOf({ incident, createdAt, resolvedAt, resolvedBy }: IncidentRecord): Subject {
  const isOrdered = createdAt !== null && resolvedAt !== null && resolvedAt >= createdAt;
  return {
    priority: visible(incident.priority),
    urgency: visible(incident.urgency),
    service: incident.service && reference(incident.service),
    teams: incident.teams.map(reference),
    type: visible(incident.type),
    title: visible(incident.title),
    resolvedBy: resolvedBy?.kind ?? null,
    durationMs: isOrdered ? resolvedAt - createdAt : null,
  };
}

function reference({ id, name }: { id: string | null; name: string | null }) {
  return { id: visible(id), name: visible(name) };
}

function visible(text: string | null): string | null {
  return text === null ? null : toSingleLine(text, LONGEST_TITLE) || null;
}
