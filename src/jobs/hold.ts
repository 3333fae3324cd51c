/** The job hold: tells the incident's live session that the incident is open again. */

import { type SessionResult, startOrContinueSession } from "../devin/start-or-continue.ts";
import type { DispatchPayload } from "../incident/dispatch-payload.ts";
import { errorMessageOf } from "../lib/http.ts";
import type { PagerDuty } from "../pagerduty/client.ts";
import { recordOf } from "../pagerduty/record.ts";
import { buildHold, mentionsEvent, mentionsResolutionSince } from "../prompt/messages.ts";
import { redactRecord } from "../redact/record.ts";
import type { Config } from "../settings/configuration.ts";
import type { JobContext } from "./context.ts";
import { failuresOf, type IncidentResult, undecided } from "./result.ts";
import { sessionFields } from "./session.ts";
import { instantOf } from "./trigger.ts";

/** Tells the session to write nothing until the next resolve; where no session is alive, nothing is done. */
export async function holdIncident(
  context: JobContext,
  config: Config,
  payload: DispatchPayload,
): Promise<IncidentResult> {
  const { event, incident } = payload;
  const known = undecided("hold", incident, null);
  const reopening = { incidentId: incident.id, eventId: event.id, at: instantOf(context.clock, payload) };
  if (context.inputs["dry-run"])
    return {
      ...known,
      decision: "dry-run",
      reason: "the incident was reopened; a live session of it would be told to hold",
      prompt: messageOf(reopening),
    };
  try {
    const held = await holdSession(context, reopening);
    // Only what has a session has passed the rules, and may be named.
    const record = held.decision === "held" ? await redactRecord(recordOf(incident, null), config) : null;
    return sessionFields(context, config, held, { ...known, record, reason: held.reason });
  } catch (error) {
    return { ...known, failures: failuresOf(error) };
  }
}

/** That an incident is open again since `at` (epoch milliseconds), by the event of this id. */
type Reopening = { incidentId: string; eventId: string; at: number };

/**
 * Has the session hold where PagerDuty has the incident as open by now; null where it has not. For a run that has just
 * told the session to draft: the reopening's own run may have found no session yet, and nothing makes the two take
 * turns. Throws RequestError where Devin refuses.
 */
export async function holdIfOpen(
  context: JobContext,
  pagerDuty: PagerDuty,
  incidentId: string,
): Promise<SessionResult | null> {
  const at = context.clock.now();
  const isOpen = await hasOpen(pagerDuty, incidentId);
  return isOpen
    ? await holdSession(context, { incidentId, eventId: `missed-${new Date(at).toISOString()}`, at })
    : null;
}

async function hasOpen(pagerDuty: PagerDuty, incidentId: string): Promise<boolean> {
  let status: string | null = null;
  // A token may lose sight of what is resolved, so a refusal does not show that the incident is open.
  await errorMessageOf(async () => {
    status = (await pagerDuty.getIncident(incidentId)).incident.status;
  });
  return status === "triggered" || status === "acknowledged";
}

/** Tells the incident's live session of a reopening, unless it knows of a later resolve. */
function holdSession(context: JobContext, reopening: Reopening): Promise<SessionResult> {
  const { incidentId, eventId, at } = reopening;
  return startOrContinueSession({
    devin: context.devin(),
    clock: context.clock,
    incidentId,
    update: {
      instruction: "hold",
      eventId,
      occurredAt: at,
      knownUntil: at,
      isDelivered: mentionsEvent(eventId),
      isOutdatedBy: mentionsResolutionSince(at),
    },
    message: () => messageOf(reopening),
    start: null,
  });
}

function messageOf({ eventId, at }: Reopening): string {
  return buildHold(eventId, at);
}
