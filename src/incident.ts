/** An incident as PagerDuty told it, in the form that travels from the function to the action. */

import { z } from "zod";

/** The event types that can be forwarded, by PagerDuty's own names. */
export const INCIDENT_EVENTS = [
  "incident.acknowledged",
  "incident.priority_updated",
  "incident.reopened",
  "incident.resolved",
] as const;

/** The bound on `client_payload` in UTF-8 bytes. GitHub allows about 64 KB for the whole event. */
export const MAX_PAYLOAD_BYTES = 16_384;

const MAX_TEAMS = 20;

// Each step is tried in turn. At 64 characters, which a delivery id may have, even 20 teams whose every character
// takes three bytes fit.
const CUTS = [1_024, 256, 100, 64];

/**
 * PagerDuty's incident ids: upper-case letters and digits that begin with P, Q or R, so far 7 or 14 of them.
 * @see https://developer.pagerduty.com/docs/ZG9jOjExMDI5NTU5-types
 */
export const incidentIdSchema = z
  .string()
  .regex(/^[PQR][A-Z0-9]{4,31}$/, "is not a PagerDuty incident id, such as Q1ORDERSPOOL01");

const text = z.string().nullable().default(null);
// Whoever may write to the repository can make up a dispatch, so each text that has a form is held to it. What is
// not a time, a link to PagerDuty or one of its words is as good as absent; it must not cost the incident.
const time = z.iso.datetime({ offset: true }).max(40).nullable().catch(null);
const link = formed(/^https:\/\/(?:[a-z\d-]+\.)+pagerduty\.com(?:\/[^\s<>"'`\\(){}|^[\]]*)?$/);
const apiLink = link
  .refine((value) => /^https:\/\/api\.(?:eu\.)?pagerduty\.com(?:\/|$)/.test(value ?? ""))
  .catch(null);
const reference = z.object({ id: text, name: text });

function formed(pattern: RegExp) {
  return z.string().max(2_048).regex(pattern).nullable().catch(null);
}

/** PagerDuty's ids have three forms already; all are of these characters. */
export const eventIdPattern = /^[\w.-]{1,128}$/;

/** The form of a delivery's id, X-Webhook-Id. */
export const deliveryPattern = /^[\w-]{1,64}$/;

/** The form of an event type, known or not. */
export const eventTypePattern = /^[\w.]{1,100}$/;

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
  status: formed(/^(?:triggered|acknowledged|resolved)$/),
  url: link,
  created_at: time,
  reopened_at: time,
  urgency: formed(/^(?:high|low)$/),
  priority: text,
  service: reference.extend({ url: link }).nullable().default(null),
  teams: z
    .array(reference)
    .nullish()
    .transform((teams) => (teams ?? []).slice(0, MAX_TEAMS)),
  escalation_policy: reference.nullable().default(null),
  type: formed(/^[\w.-]{1,100}$/),
  merged_into: incidentIdSchema.nullable().default(null).catch("another incident"),
  api_url: apiLink,
});

/**
 * The `client_payload` of the repository_dispatch: written by the function, read by the action, which may be of
 * different ages. An unknown key is ignored; `version` changes when an old reader would misunderstand.
 */
export const dispatchPayloadSchema = z.object({
  version: z.literal(1),
  delivery: formed(deliveryPattern),
  event: eventSchema,
  incident: incidentSchema,
});

export type DispatchPayload = z.infer<typeof dispatchPayloadSchema>;
export type Incident = DispatchPayload["incident"];
export type IncidentEvent = DispatchPayload["event"];

/**
 * Keeps a payload within MAX_PAYLOAD_BYTES by cutting its long strings, never its ids or the event's type; a link
 * that would have to be cut becomes null, since half a link is a wrong one. Control characters and lone surrogates,
 * which GitHub's JSON reader may refuse, are replaced.
 */
export function fitPayload(payload: DispatchPayload): DispatchPayload {
  const kept: unknown[] = [payload.event.id, payload.event.type];
  let fitted = payload;
  for (const longest of CUTS) {
    fitted = dispatchPayloadSchema.parse(
      JSON.parse(JSON.stringify(payload), (key, value) =>
        typeof value === "string" && !kept.includes(value) ? cut(key, value, longest) : value,
      ),
    );
    if (Buffer.byteLength(JSON.stringify(fitted)) <= MAX_PAYLOAD_BYTES) break;
  }
  return fitted;
}

function cut(key: string, value: string, longest: number): string | null {
  const clean = value.toWellFormed().replace(/\p{Cc}+/gu, " ");
  if (clean.length <= longest) return clean;
  if (key === "url" || key === "api_url") return null;
  return `${clean.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

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
