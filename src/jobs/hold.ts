/** The job hold: tells the incident's live session that the incident is open again. */

import { startOrContinueSession } from "../devin/start-or-continue.ts";
import type { DispatchPayload } from "../incident/dispatch-payload.ts";
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
  const occurredAt = instantOf(context.clock, payload);
  const message = buildHold(event.id, occurredAt);
  if (context.inputs["dry-run"])
    return {
      ...known,
      decision: "dry-run",
      reason: "the incident was reopened; a live session of it would be told to hold",
      prompt: message,
    };
  try {
    const held = await startOrContinueSession({
      devin: context.devin(),
      clock: context.clock,
      incidentId: incident.id,
      update: {
        instruction: "hold",
        eventId: event.id,
        occurredAt,
        knownUntil: occurredAt,
        isDelivered: mentionsEvent(event.id),
        isOutdatedBy: mentionsResolutionSince(occurredAt),
      },
      message: () => message,
      start: null,
    });
    // Only what has a session has passed the rules, and may be named.
    const record = held.decision === "held" ? await redactRecord(recordOf(incident, null), config) : null;
    return sessionFields(context, config, held, { ...known, record, reason: held.reason });
  } catch (error) {
    return { ...known, failures: failuresOf(error) };
  }
}
