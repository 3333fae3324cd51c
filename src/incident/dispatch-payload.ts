/** The `client_payload` of the repository_dispatch, as the action reads it. */

import { z } from "zod";
import { fieldsOf } from "../lib/json.ts";
import { type Incident, readIncident } from "./incident.ts";
import { deliveryPattern, eventIdPattern, eventTypePattern, timePattern } from "./patterns.ts";
import { NOT_AN_INCIDENT_ID } from "./reference.ts";

const text = z.string().nullable().default(null);
const held = (form: RegExp) => z.string().regex(form).nullable().catch(null);

/** An incident, as readIncident reads it. */
export const incidentSchema = z.unknown().transform((value, context): Incident => {
  const incident = readIncident(fieldsOf(value) ?? {});
  if (incident) return incident;
  context.addIssue({ code: "custom", path: ["id"], message: NOT_AN_INCIDENT_ID });
  return z.NEVER;
});

const eventSchema = z.object({
  id: z.string().regex(eventIdPattern, "is not an event's id"),
  type: z.string().regex(eventTypePattern, "is not an event's type"),
  occurred_at: held(timePattern),
  agent: z.object({ type: text, summary: text }).nullable().default(null),
});

/**
 * Written by the function and read by the action, which may be of different ages. An unknown key is ignored; `version`
 * changes when an old reader would misunderstand.
 */
export const dispatchPayloadSchema = z.object({
  version: z.literal(1),
  delivery: held(deliveryPattern),
  event: eventSchema,
  incident: incidentSchema,
});

export type DispatchPayload = z.infer<typeof dispatchPayloadSchema>;
export type IncidentEvent = DispatchPayload["event"];
