/** The record of an incident, made from what the event and PagerDuty's REST API tell of it. */

import type { IncidentEvent } from "../incident/dispatch-payload.ts";
import type { Incident } from "../incident/incident.ts";
import type { Change, IncidentRecord, Resolver } from "../incident/record.ts";
import { isSameName } from "../lib/names.ts";
import { type IncidentDetails, NO_DETAILS } from "./details.ts";
import { isPerson } from "./fields.ts";
import type { ListedChange, ListedNote } from "./lists.ts";
import { isOwnNote } from "./own-note.ts";
import { peopleOf, respondersOf } from "./people.ts";
import type { ResolvedIncident } from "./resolved-incident.ts";
import { readInstant } from "./time.ts";
import { AUTOMATION, nearest, rowsOf, type Step, stepsOf, withInstant } from "./timeline.ts";

/** A change this long before the incident belongs to its timeline. */
const CHANGES_BEFORE_MS = 3 * 60 * 60_000;

/**
 * The record by what an event told and by PagerDuty's details, which count first, field by field. `resolve` is what a
 * resolve told, null without one: a webhook has no `resolved_at`, and another event's time is that event's.
 */
export function recordOf(
  told: Incident,
  resolve: { at: string | null; by: IncidentEvent["agent"] } | null,
  details: IncidentDetails = NO_DETAILS,
): IncidentRecord {
  const found = details.incident;
  const incident = found ? merge(told, found.incident) : told;
  const log = stepsOf(details.logEntries, incident.title);
  const createdAt = readInstant(incident.created_at);
  const end = endOf(resolve, found, log);
  const acknowledgedAt = details.isLogWhole ? (log.find(isOfKind("acknowledged"))?.at ?? null) : null;
  const notes = timed(details.notes.filter(({ text }) => !isOwnNote(text)));
  const alerts = timed(details.alerts);
  const changes = timed(details.changes).map((change) => ({
    ...change,
    when: whenOf(change.at, createdAt, end.at),
  }));
  const nobody = { by: null, agent: null };
  const ends: [Omit<Step, "at">, number | null][] = [
    [{ kind: "triggered", what: "PagerDuty incident triggered", ...nobody }, createdAt],
    [{ kind: "reopened", what: "Reopened", ...nobody }, readInstant(incident.reopened_at)],
    [{ kind: "resolved", what: "Resolved", ...nobody, by: resolverNameOf(end.by) }, end.at],
  ];
  const happened = [
    ...log,
    ...notes.map(stepOfNote),
    ...changes.filter(isNear(createdAt)).map(stepOfChange),
  ].sort((a, b) => a.at - b.at);
  const steps = ends.reduce((all, [row, at]) => withInstant(all, at, row), happened);
  const untilEnd = steps.filter(({ at }) => end.at === null || at <= end.at);
  const { rows, leftOut } = rowsOf(steps, end.at);
  return {
    incident,
    createdAt,
    acknowledgedAt,
    resolvedAt: end.at,
    durationMinutes: minutesBetween(createdAt, end.at),
    minutesToAcknowledge: minutesBetween(createdAt, acknowledgedAt),
    wasAcknowledged: details.isLogWhole ? acknowledgedAt !== null : null,
    resolvedBy: end.by,
    reopenings: untilEnd.filter(isOfKind("reopened")).length,
    escalations: untilEnd.filter(isOfKind("escalated")).length,
    responders: respondersOf(details, end.at),
    people: peopleOf(details, end.by),
    timeline: rows,
    notes: notes.map(({ at, by, text }) => ({ at, by: by?.summary ?? null, text })),
    alerts,
    changes,
    pastIncidents: details.pastIncidents,
    customFields: found?.customFields ?? [],
    priorityRank: rankOf(incident.priority, details.priorities),
    missing: [
      ...details.missing,
      ...untimed("Log entries", details.logEntries),
      ...untimed("Notes", details.notes),
      ...untimed("Alerts", details.alerts),
      ...untimed("Changes", details.changes),
      ...leftOut,
    ],
  };
}

/** The better of two: what REST leaves out, or has as null, does not erase what the event told. */
function merge(told: Incident, found: Incident): Incident {
  const isSameService = !found.service?.id || !told.service?.id || found.service.id === told.service.id;
  return {
    id: found.id,
    number: found.number ?? told.number,
    title: found.title ?? told.title,
    status: found.status ?? told.status,
    url: found.url ?? told.url,
    created_at: found.created_at ?? told.created_at,
    // REST does not know when an incident was reopened.
    reopened_at: told.reopened_at,
    urgency: found.urgency ?? told.urgency,
    priority: found.priority ?? told.priority,
    service: isSameService ? mergeReference(told.service, found.service) : found.service,
    teams: found.teams.length > 0 ? found.teams : told.teams,
    escalation_policy: found.escalation_policy ?? told.escalation_policy,
    type: found.type ?? told.type,
    // A merge is for good, whichever of the two tells of it.
    merged_into: found.merged_into ?? told.merged_into,
    api_url: found.api_url ?? told.api_url,
  };
}

function mergeReference(told: Incident["service"], found: Incident["service"]): Incident["service"] {
  if (told === null || found === null) return found ?? told;
  return { id: found.id ?? told.id, name: found.name ?? told.name, url: found.url ?? told.url };
}

function stepOfNote({ at, by, text }: ListedNote & { at: number }): Step {
  return { at, kind: "notable", what: "Note", by: by?.summary ?? null, quote: text, agent: by };
}

function stepOfChange({ at, summary, source, links }: ListedChange & { at: number }): Step {
  const what = summary.trim() || `Change reported${source === null ? "" : ` by ${source}`}`;
  return { at, kind: "notable", what, by: null, links, agent: null };
}

function isNear(createdAt: number | null): (change: { at: number; when: Change["when"] }) => boolean {
  return ({ at, when }) => createdAt !== null && at >= createdAt - CHANGES_BEFORE_MS && when !== "after";
}

function resolverNameOf(resolver: Resolver | null): string | null {
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
  const isResolved = found?.incident.status === "resolved";
  const last = isResolved ? log.findLast(isOfKind("resolved")) : undefined;
  if (resolve === null && (found?.resolvedAt ?? null) === null && !last) return { at: null, by: null };
  const at = readInstant(found?.resolvedAt ?? null) ?? readInstant(resolve?.at ?? null) ?? last?.at ?? null;
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
  const name = agent?.summary?.trim() || null;
  if (isPerson(agent)) return { kind: "user", name };
  const type = (agent?.type ?? "").replace(/_reference$/, "");
  return { kind: /(^|_)(integration|service)$/.test(type) ? "integration" : "automation", name };
}

function whenOf(at: number, createdAt: number | null, resolvedAt: number | null): Change["when"] {
  if (createdAt !== null && at < createdAt) return "before";
  return resolvedAt !== null && at > resolvedAt ? "after" : "during";
}

function rankOf(priority: string | null, priorities: string[]): number | null {
  const index = priorities.findIndex((name) => priority !== null && isSameName(name, priority));
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
