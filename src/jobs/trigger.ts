/** Why a draft is made now: an event that PagerDuty sent, or a person who asked; and the record of the incident. */

import { eventByHand } from "../devin/tags.ts";
import type { DispatchPayload } from "../incident/dispatch-payload.ts";
import { blankRecord, type IncidentRecord } from "../incident/record.ts";
import type { IncidentReference } from "../incident/reference.ts";
import { begin } from "../lib/begin.ts";
import { SettingsError } from "../lib/errors.ts";
import type { Clock } from "../lib/http.ts";
import { apiUrlOf, type PagerDuty } from "../pagerduty/client.ts";
import { fetchDetails, NO_DETAILS } from "../pagerduty/details.ts";
import { recordOf } from "../pagerduty/record.ts";
import type { Resolved } from "../pagerduty/resolved-incidents.ts";
import { connectPagerDuty, type PagerDutyContext } from "./context.ts";

export type Trigger = {
  /** As strangers wrote it: nothing of it leaves before `redactRecord`. */
  record: IncidentRecord;
  /** Lets each event act once. */
  eventId: string;
  /** Why there is nothing to draft yet, to follow "skipped, since"; null when the incident is resolved. */
  notReadyBecause: string | null;
  /** Who asked, when a person did. */
  requestedBy: string | null;
  /** In epoch milliseconds; null for a person's request. */
  occurredAt: number | null;
  /** Up to when the record is known, in epoch milliseconds; null where that cannot be said. */
  knownUntil: number | null;
  /** The resolve that it brings, in epoch milliseconds; null where it is about more than the resolve. */
  resolvedAt: number | null;
};

const EVENT_ALONE =
  "Timeline, notes, alerts and changes: without pagerduty-token, the facts are those of the event alone.";
/** Seen of PagerDuty: an event's time trails the record's by up to 1.3 s. */
const TRAILING_MS = 2_000;
const ID_ALONE =
  "Everything that PagerDuty knows: without pagerduty-token, only the id of this incident is known.";

/** What an event triggers. A late priority counts only once the incident is resolved. */
export async function triggerOf(context: PagerDutyContext, payload: DispatchPayload): Promise<Trigger> {
  const { event, incident } = payload;
  const told = instantOf(context.clock, payload);
  const isTimed = event.occurred_at !== null;
  const isResolve = event.type === "incident.resolved";
  const resolve = isResolve ? { at: isTimed ? new Date(told).toISOString() : null, by: event.agent } : null;
  const pagerDuty = connectPagerDuty(context, apiUrlOf(incident));
  const details =
    pagerDuty === null
      ? { ...NO_DETAILS, missing: [EVENT_ALONE] }
      : await fetchDetails({ pagerDuty, clock: context.clock, incidentId: incident.id });
  const record = recordOf(incident, resolve, details);
  const resolvedAt = record.resolvedAt ?? told;
  return {
    record,
    eventId: event.id,
    notReadyBecause: isResolve ? reopened(record, isTimed) : unresolved(record),
    requestedBy: null,
    // Another event may have brought the same resolve.
    occurredAt: isResolve ? Math.min(told, resolvedAt) : told,
    knownUntil: Math.max(told, recordKnownUntil(record) ?? told),
    resolvedAt: isResolve ? resolvedAt : null,
  };
}

/** Up to when the record of a resolve is known: the same, whichever event or run has brought it. */
function recordKnownUntil({ resolvedAt }: IncidentRecord): number | null {
  return resolvedAt === null ? null : resolvedAt + TRAILING_MS;
}

/** When an event happened, in epoch milliseconds; one that does not say, or names the future, counts from its arrival. */
export function instantOf(clock: Clock, { event }: DispatchPayload): number {
  const now = clock.now();
  return event.occurred_at === null ? now : Math.min(Date.parse(event.occurred_at), now);
}

/**
 * What reconcile triggers for an incident whose session was not told of the resolve, or of something at `latest` (epoch
 * milliseconds) after it.
 */
export async function triggerMissed(
  { pagerDuty, clock }: { pagerDuty: PagerDuty; clock: Clock },
  { incident, resolvedAt, resolvedBy, at, latest }: Resolved & { latest: number },
): Promise<Trigger> {
  const details = await fetchDetails({ pagerDuty, clock, incidentId: incident.id });
  const record = recordOf(incident, { at: resolvedAt, by: resolvedBy }, details);
  const isLater = latest > at;
  return {
    record,
    eventId: `missed-${isLater ? new Date(latest).toISOString() : resolvedAt}`,
    notReadyBecause: details.isGone
      ? "PagerDuty does not know it any longer"
      : (unresolved(record) ?? reopened(record, resolvedAt !== null)),
    requestedBy: null,
    occurredAt: isLater ? latest : record.resolvedAt,
    knownUntil: isLater ? latest : recordKnownUntil(record),
    resolvedAt: isLater ? null : record.resolvedAt,
  };
}

/** Why there is nothing to draft yet, unless the incident is resolved. */
export function unresolved({ incident }: IncidentRecord): string | null {
  return incident.status === "resolved"
    ? null
    : `it is not resolved yet but ${incident.status ?? "of unknown status"}`;
}

/** A resolve whose time is known has an end in the record, unless the log tells of a reopening after it. */
function reopened({ resolvedAt }: IncidentRecord, isTimed: boolean): string | null {
  return isTimed && resolvedAt === null ? "it was reopened since; its next resolve decides" : null;
}

/** What a person triggers; without a PagerDuty token the incident is known by its id alone. */
export async function triggerByHand(
  context: PagerDutyContext,
  asked: { reference: IncidentReference; runId: string; actor: string },
): Promise<Trigger> {
  const { reference, runId, actor } = asked;
  const isEu = reference.kind === "id" && reference.region === "eu";
  const pagerDuty = connectPagerDuty(context, isEu ? "https://api.eu.pagerduty.com" : null);
  const startedAt = context.clock.now();
  return {
    record: pagerDuty ? await lookUp(pagerDuty, context.clock, reference) : known(reference),
    eventId: eventByHand(runId),
    notReadyBecause: null,
    requestedBy: actor,
    occurredAt: null,
    knownUntil: pagerDuty ? startedAt : null,
    resolvedAt: null,
  };
}

/** A person who names an incident wants that one: not to find it is an error, not a missing part. */
async function lookUp(
  pagerDuty: PagerDuty,
  clock: Clock,
  reference: IncidentReference,
): Promise<IncidentRecord> {
  const detailsOf = (incidentId: string) => fetchDetails({ pagerDuty, clock, incidentId });
  const asked = pagerDuty.getIncident(reference.kind === "id" ? reference.id : String(reference.number));
  const byId = reference.kind === "id" ? begin(() => detailsOf(reference.id)) : null;
  const found = await asked;
  const details = await (byId ?? detailsOf(found.incident.id));
  const resolve = found.resolvedAt === null ? null : { at: found.resolvedAt, by: found.resolvedBy };
  return recordOf(found.incident, resolve, details);
}

function known(reference: IncidentReference): IncidentRecord {
  if (reference.kind === "number")
    throw new SettingsError([
      `incident is the number ${reference.number}, which only PagerDuty can look up; set pagerduty-token, or give the incident's id or URL`,
    ]);
  return { ...blankRecord(reference.id), missing: [ID_ALONE] };
}
