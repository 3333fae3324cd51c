/** The incident with its timeline, and the figures derived from it. */

import type { Incident, IncidentEvent } from "./incident.ts";

/** One row: an instant in epoch milliseconds, and what happened; names of people are in `by` alone. */
export type TimelineRow = { at: number; what: string; by: string | null };

export type IncidentRecord = {
  incident: Incident;
  /** Epoch milliseconds; null when not known. */
  createdAt: number | null;
  resolvedAt: number | null;
  /** Whole minutes from created to resolved, rounded down; null when either is not known. */
  durationMinutes: number | null;
  timeline: TimelineRow[];
};

/**
 * The record as far as one event tells it. Only a resolve tells when the incident was resolved: a webhook has no
 * `resolved_at`, and another event's time is that event's.
 */
export function recordOf(
  incident: Incident,
  resolve: { at: string | null; by: IncidentEvent["agent"] } | null,
): IncidentRecord {
  const createdAt = instant(incident.created_at);
  const resolvedAt = instant(resolve?.at ?? null);
  const isOrdered = createdAt !== null && resolvedAt !== null && resolvedAt >= createdAt;
  const rows = [
    { at: createdAt, what: "PagerDuty incident triggered", by: null },
    { at: instant(incident.reopened_at), what: "Reopened", by: null },
    { at: resolvedAt, what: "Resolved", by: nameOf(resolve?.by ?? null) },
  ];
  return {
    incident,
    createdAt,
    resolvedAt,
    durationMinutes: isOrdered ? Math.floor((resolvedAt - createdAt) / 60_000) : null,
    timeline: rows
      .flatMap(({ at, ...row }) => (at === null ? [] : [{ at, ...row }]))
      .sort((a, b) => a.at - b.at),
  };
}

// PagerDuty names no agent when automation or a timeout resolved the incident.
function nameOf(agent: IncidentEvent["agent"]): string {
  return agent?.summary ?? "automation";
}

function instant(time: string | null): number | null {
  const at = time === null ? Number.NaN : Date.parse(time);
  return Number.isNaN(at) ? null : at;
}
