/** A PagerDuty V3 webhook body, read into the payload that is dispatched. */

import { createHash } from "node:crypto";
import { z } from "zod";
import { type DispatchPayload, dispatchPayloadSchema, eventIdPattern, eventTypePattern } from "./incident.ts";
import { incidentObjectSchema, referenceSchema, toIncident } from "./pagerduty.ts";

/** What a verified body turned out to be. */
export type Webhook =
  | { kind: "ping"; event: EventName }
  | { kind: "unreadable"; code: Code; reason: string; event: EventName | null }
  | { kind: "other"; event: EventName }
  | { kind: "incident"; payload: DispatchPayload };

type EventName = { id: string; type: string };
type Code = "not-json" | "v2" | "no-event" | "no-incident";

const bodySchema = z.object({
  event: z.object({
    id: z.string().regex(eventIdPattern).nullable().catch(null),
    event_type: z.string().regex(eventTypePattern),
    occurred_at: z.unknown().optional(),
    agent: referenceSchema,
    data: z.unknown().optional(),
  }),
});

const dataSchema = incidentObjectSchema.extend({
  type: z.string().nullable().catch(null),
  incident: referenceSchema,
  incident_role_assignments: z.array(z.object({ incident: referenceSchema })).catch([]),
});

/**
 * Reads the bytes of a verified delivery. `delivery` is its X-Webhook-Id.
 * @see https://developer.pagerduty.com/docs/webhooks-overview
 */
export function readWebhook(body: Uint8Array, delivery: string | null): Webhook {
  const json = parseJson(body);
  if (json === undefined) return unreadable("not-json", "the body is not JSON");
  const parsed = bodySchema.safeParse(json);
  if (!parsed.success) {
    return isV2(json)
      ? unreadable("v2", "a V2 webhook body: create a Generic Webhook (v3) subscription in its place")
      : unreadable("no-event", "the body has no event of the V3 form");
  }
  const { agent, data: carried, event_type: type, id, occurred_at } = parsed.data.event;
  // The bytes are the same in every retry, so their digest can name an event that has no id.
  const event = { id: id ?? createHash("sha256").update(body).digest("hex"), type };
  if (type === "pagey.ping") return { kind: "ping", event };
  if (!type.startsWith("incident.")) return { kind: "other", event };
  const data = dataSchema.safeParse(carried);
  if (!data.success) return unreadable("no-incident", "the event carries no incident", event);
  // Notes, responders and the like carry an id of their own; the incident's is further down.
  const parent = data.data.incident ?? data.data.incident_role_assignments[0]?.incident ?? null;
  const isIncident = data.data.type === "incident" || parent === null;
  const incident = toIncident({ ...data.data, id: isIncident ? data.data.id : parent.id });
  if (!incident) return unreadable("no-incident", "the event carries no PagerDuty incident id", event);
  return {
    kind: "incident",
    payload: dispatchPayloadSchema.parse({
      version: 1,
      delivery,
      event: { ...event, occurred_at, agent: agent && { type: agent.type, summary: agent.summary } },
      incident,
    }),
  };
}

function isV2(json: unknown): boolean {
  return z.object({ messages: z.array(z.unknown()) }).safeParse(json).success;
}

function unreadable(code: Code, reason: string, event: EventName | null = null): Webhook {
  return { kind: "unreadable", code, reason, event };
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}
