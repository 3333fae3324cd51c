/** A PagerDuty V3 webhook body, read into the payload that is dispatched. */

import { createHash } from "node:crypto";
import type { DispatchPayload } from "../incident/dispatch-payload.ts";
import {
  eventIdPattern,
  eventTypePattern,
  incidentIdPattern,
  ownEventIdPattern,
} from "../incident/patterns.ts";
import { fieldsOf, formed, parseJson, textOf } from "../lib/json.ts";
import { fromPagerDuty, type Reference, readReference } from "./incident.ts";
import { readTime } from "./time.ts";

/** What a verified body turned out to be. */
export type Webhook =
  | { kind: "ping"; event: EventName }
  | { kind: "unreadable"; code: Code; reason: string; event: EventName | null }
  | { kind: "other"; event: EventName }
  | { kind: "incident"; event: EventName; incident: string; payload: () => DispatchPayload };

const utf8 = new TextDecoder();

type EventName = { id: string; type: string };
type Code = "not-json" | "v2" | "no-event" | "own-event" | "no-incident";

/**
 * Reads the bytes of a verified delivery. `delivery` is its X-Webhook-Id, or null. The payload is what
 * dispatchPayloadSchema makes of itself, without loading it: that would take longer than all the rest. It is read when it
 * is asked for, since most events of a busy webhook are not forwarded.
 * @see https://developer.pagerduty.com/docs/webhooks-overview
 */
export function readWebhook(body: Uint8Array, delivery: string | null): Webhook {
  const json = parseJson(utf8.decode(body));
  if (json === undefined) return unreadable("not-json", "the body is not JSON");
  const message = fieldsOf(json);
  const told = fieldsOf(message?.["event"]);
  const type = formed(eventTypePattern, told?.["event_type"]);
  if (!told || type === null) {
    return Array.isArray(message?.["messages"])
      ? unreadable("v2", "a V2 webhook body: create a Generic Webhook (v3) subscription in its place")
      : unreadable("no-event", "the body has no event of the V3 form");
  }
  // The bytes are the same in every retry, so their digest can name an event that has no id.
  const id = formed(eventIdPattern, told["id"]) ?? createHash("sha256").update(body).digest("hex");
  const event = { id, type };
  if (type === "pagey.ping") return { kind: "ping", event };
  if (ownEventIdPattern.test(textOf(told["id"]) ?? ""))
    return unreadable(
      "own-event",
      "the event's id begins with manual- or missed-, as this project's own do",
      event,
    );
  if (!type.startsWith("incident.")) return { kind: "other", event };
  const data = fieldsOf(told["data"]);
  if (!data) return unreadable("no-incident", "the event carries no incident", event);
  const incident = formed(incidentIdPattern, incidentIdOf(data));
  if (incident === null)
    return unreadable("no-incident", "the event carries no PagerDuty incident id", event);
  const payload = (): DispatchPayload => {
    const agent = readReference(told["agent"]);
    return {
      version: 1,
      delivery,
      event: {
        ...event,
        occurred_at: readTime(told["occurred_at"]),
        agent: agent && { type: agent.type, summary: agent.summary },
      },
      incident: fromPagerDuty(incident, data),
    };
  };
  return { kind: "incident", event, incident, payload };
}

/** Notes, responders and the like carry an id of their own; the incident's is further down. */
function incidentIdOf(data: Record<string, unknown>): unknown {
  const parent = readReference(data["incident"]) ?? firstAssigned(data["incident_role_assignments"]);
  return data["type"] === "incident" || parent === null ? data["id"] : parent.id;
}

function firstAssigned(assignments: unknown): Reference | null {
  return Array.isArray(assignments) ? readReference(fieldsOf(assignments[0])?.["incident"]) : null;
}

function unreadable(code: Code, reason: string, event: EventName | null = null): Webhook {
  return { kind: "unreadable", code, reason, event };
}
