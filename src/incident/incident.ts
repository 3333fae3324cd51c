/** An incident as PagerDuty told it, in the form that travels from the function to the action. */

import { z } from "zod";
import {
  apiLinkPattern,
  deliveryPattern,
  eventIdPattern,
  eventTypePattern,
  incidentIdPattern,
  incidentTypePattern,
  linkPattern,
  MAX_TEAMS,
  statusPattern,
  timePattern,
  urgencyPattern,
} from "./patterns.ts";

/** An incident's id, or a sentence that says what one looks like. */
export const incidentIdSchema = z
  .string()
  .regex(incidentIdPattern, "is not a PagerDuty incident id, such as Q1ORDERSPOOL01");

const text = z.string().nullable().default(null);
// Whoever may write to the repository can make up a dispatch, so each text that has a form is held to it. What is
// not a time, a link to PagerDuty or one of its words is as good as absent; it must not cost the incident.
const time = held(timePattern);
const link = held(linkPattern);
const reference = z.object({ id: text, name: text });

function held(form: RegExp) {
  return z.string().regex(form).nullable().catch(null);
}

const eventSchema = z.object({
  id: z.string().regex(eventIdPattern, "is not an event's id"),
  type: z.string().regex(eventTypePattern, "is not an event's type"),
  occurred_at: time,
  agent: z.object({ type: text, summary: text }).nullable().default(null),
});

/** What is known of an incident. Its names are those of the dispatch. */
export const incidentSchema = z.object({
  id: incidentIdSchema,
  number: z.int().positive().nullable().catch(null),
  title: text,
  status: held(statusPattern),
  url: link,
  created_at: time,
  reopened_at: time,
  urgency: held(urgencyPattern),
  priority: text,
  service: reference.extend({ url: link }).nullable().default(null),
  teams: z
    .array(reference)
    .nullish()
    .transform((teams) => (teams ?? []).slice(0, MAX_TEAMS)),
  escalation_policy: reference.nullable().default(null),
  type: held(incidentTypePattern),
  merged_into: incidentIdSchema.nullable().default(null).catch("another incident"),
  api_url: held(apiLinkPattern),
});

/**
 * The `client_payload` of the repository_dispatch: written by the function, read by the action, which may be of
 * different ages. An unknown key is ignored; `version` changes when an old reader would misunderstand.
 */
export const dispatchPayloadSchema = z.object({
  version: z.literal(1),
  delivery: held(deliveryPattern),
  event: eventSchema,
  incident: incidentSchema,
});

export type DispatchPayload = z.infer<typeof dispatchPayloadSchema>;
export type Incident = DispatchPayload["incident"];
export type IncidentEvent = DispatchPayload["event"];

/** What a person typed to name an incident: its id (also inside its URL) or its number. */
export type IncidentReference =
  | { kind: "id"; id: string; region: "us" | "eu" | null }
  | { kind: "number"; number: number };

/** Reads an id, a number or an incident's URL; null when it is none of them. */
export function parseIncidentReference(typed: string): IncidentReference | null {
  if (incidentIdSchema.safeParse(typed).success) return { kind: "id", id: typed, region: null };
  if (/^#?[1-9]\d{0,14}$/.test(typed)) return { kind: "number", number: Number(typed.replace("#", "")) };
  const address = URL.parse(typed);
  const path = address && /^\/incidents\/([^/]+)\/?$/.exec(address.pathname);
  if (!path || address.protocol !== "https:" || !/\.pagerduty\.com$/.test(address.host)) return null;
  const id = incidentIdSchema.safeParse(path[1]);
  if (!id.success) return null;
  return { kind: "id", id: id.data, region: /\.eu\.pagerduty\.com$/.test(address.host) ? "eu" : "us" };
}
