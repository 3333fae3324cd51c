/** The record of an incident, made from what the event and PagerDuty's REST API tell of it. */

import type { Incident, IncidentEvent } from "../incident/incident.ts";
import type { Change, IncidentRecord, Resolver } from "../incident/record.ts";
import type { IncidentDetails } from "./details.ts";
import type { ResolvedIncident } from "./schemas.ts";
import { AUTOMATION, nearest, rowsOf, type Step, stepsOf, withInstant } from "./timeline.ts";

/** By it the note is known as ours: never a second one is written, and it is no evidence. */
export const NOTE_MARK = "[postmortem-bridge]";

const MOST_RESPONDERS = 100;

/**
 * The record as far as the event and what was gathered tell it; what REST says goes before what the event says. Only
 * a resolve tells when the incident was resolved: a webhook has no `resolved_at`, and another event's time is that
 * event's.
 */
export function recordOf(
  told: Incident,
  resolve: { at: string | null; by: IncidentEvent["agent"] } | null,
  gathered: IncidentDetails | null = null,
): IncidentRecord {
  const found = gathered?.incident ?? null;
  // REST does not know when an incident was reopened.
  const incident = found ? { ...found.incident, reopened_at: told.reopened_at } : told;
  const log = stepsOf(gathered?.logEntries ?? [], incident.title);
  const createdAt = parseInstant(incident.created_at);
  const end = endOf(resolve, found, log);
  const acknowledgedAt = gathered?.isLogWhole ? (log.find(isOfKind("acknowledged"))?.at ?? null) : null;
  const ends: [Row, number | null][] = [
    [{ kind: "triggered", what: "PagerDuty incident triggered", by: null }, createdAt],
    [{ kind: "reopened", what: "Reopened", by: null }, parseInstant(incident.reopened_at)],
    [{ kind: "resolved", what: "Resolved", by: actorOf(end.by) }, end.at],
  ];
  const steps = ends.reduce((all, [row, at]) => withInstant(all, at, { ...row, agent: null }), log);
  const timeline = rowsOf(steps);
  const notes = timed((gathered?.notes ?? []).filter(({ text }) => !text.includes(NOTE_MARK)));
  const alerts = timed(gathered?.alerts ?? []);
  const changes = timed(gathered?.changes ?? []);
  return {
    incident,
    createdAt,
    acknowledgedAt,
    resolvedAt: end.at,
    durationMinutes: minutesBetween(createdAt, end.at),
    minutesToAcknowledge: minutesBetween(createdAt, acknowledgedAt),
    resolvedBy: end.by,
    reopenings: steps.filter(isOfKind("reopened")).length,
    escalations: steps.filter(isOfKind("escalated")).length,
    responders: respondersOf(gathered),
    timeline,
    notes: notes.map(({ at, by, text }) => ({ at, by: by?.summary ?? null, text })),
    alerts,
    changes: changes.map((change) => ({ ...change, when: whenOf(change.at, createdAt, end.at) })),
    pastIncidents: gathered?.pastIncidents ?? [],
    customFields: found?.customFields ?? [],
    priorityRank: rankOf(incident.priority, gathered?.priorities ?? []),
    missing: [
      ...(gathered?.missing ?? []),
      ...untimed("Log entries", gathered?.logEntries ?? []),
      ...untimed("Notes", gathered?.notes ?? []),
      ...untimed("Alerts", gathered?.alerts ?? []),
      ...untimed("Changes", gathered?.changes ?? []),
      ...(timeline.length < steps.length
        ? [`Timeline: ${steps.length - timeline.length} rows of less weight are left out.`]
        : []),
    ],
  };
}

type Row = Pick<Step, "kind" | "what" | "by">;

function actorOf(resolver: Resolver | null): string | null {
  return resolver?.name ?? (resolver?.kind === "automation" ? AUTOMATION : null);
}

function isOfKind(kind: Step["kind"]): (step: Step) => boolean {
  return (step) => step.kind === kind;
}

/** When and by whom the incident was resolved, as far as it is resolved now. */
function endOf(
  resolve: Parameters<typeof recordOf>[1],
  found: ResolvedIncident | null,
  log: Step[],
): { at: number | null; by: Resolver | null } {
  if (resolve === null && (found?.resolvedAt ?? null) === null) return { at: null, by: null };
  const at = parseInstant(found?.resolvedAt ?? null) ?? parseInstant(resolve?.at ?? null);
  const reopening = log.findLast(isOfKind("reopened"));
  // A webhook can be hours old by the time that it is read.
  if (at !== null && reopening && reopening.at > at) return { at: null, by: null };
  const logged = at === null ? null : nearest(log, "resolved", at);
  // REST names who last changed the status, which is who resolved it only once it is resolved.
  const changedBy = found && found.resolvedAt !== null ? found.resolvedBy : null;
  return { at, by: resolverOf(logged ? logged.agent : (changedBy ?? resolve?.by ?? null)) };
}

// PagerDuty names no agent when automation or a timeout resolved the incident.
function resolverOf(agent: IncidentEvent["agent"]): Resolver {
  const type = (agent?.type ?? "").replace(/_reference$/, "");
  const name = agent?.summary?.trim() || null;
  if (type === "user") return { kind: "user", name };
  return { kind: /(^|_)(integration|service)$/.test(type) ? "integration" : "automation", name };
}

function respondersOf(gathered: IncidentDetails | null): string[] {
  const acted = (gathered?.logEntries ?? [])
    .filter(({ type }) => type !== "notify")
    .map(({ agent }) => agent);
  const wrote = (gathered?.notes ?? []).map(({ by }) => by);
  const people = [...acted, ...wrote].filter((agent) => agent?.type?.replace(/_reference$/, "") === "user");
  const names = people.flatMap((person) => person?.summary ?? []);
  return [...new Set([...(gathered?.incident?.responders ?? []), ...names])].slice(0, MOST_RESPONDERS);
}

function whenOf(at: number, createdAt: number | null, resolvedAt: number | null): Change["when"] {
  if (createdAt !== null && at < createdAt) return "before";
  return resolvedAt !== null && at > resolvedAt ? "after" : "during";
}

function rankOf(priority: string | null, priorities: string[]): number | null {
  const wanted = priority?.trim().toLowerCase();
  const index = priorities.findIndex((name) => name.trim().toLowerCase() === wanted);
  return index < 0 ? null : index + 1;
}

/** Those whose time is known, oldest first. */
function timed<Item extends { at: number | null }>(items: Item[]): (Item & { at: number })[] {
  return items
    .flatMap((item) => (item.at === null ? [] : [{ ...item, at: item.at }]))
    .sort((a, b) => a.at - b.at);
}

function untimed(what: string, items: { at: number | null }[]): string[] {
  const amount = items.filter(({ at }) => at === null).length;
  return amount === 0 ? [] : [`${what}: ${amount} left out, without a time that can be read.`];
}

function minutesBetween(from: number | null, to: number | null): number | null {
  return from === null || to === null || to < from ? null : Math.floor((to - from) / 60_000);
}

function parseInstant(time: string | null): number | null {
  const at = time === null ? Number.NaN : Date.parse(time);
  return Number.isNaN(at) ? null : at;
}
