/** The `client_payload` of the repository_dispatch, as the action reads it. */

import { z } from "zod";
import { incidentWith } from "./incident.ts";
import { deliveryPattern, eventIdPattern, eventTypePattern, timePattern } from "./patterns.ts";
import { incidentIdSchema } from "./reference.ts";

const text = z.string().nullable().default(null);
const held = (form: RegExp) => z.string().regex(form).nullable().catch(null);

/** An incident with the id that makes it one. */
export const incidentSchema = z
  .looseObject({ id: incidentIdSchema }, "has no id, such as Q1ORDERSPOOL01")
  .transform((fields) => incidentWith(fields.id, fields));

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
