/** What PagerDuty's REST API tells of an incident while it lives: as much as has happened by its latest event. */

import { z } from "zod";
import type { IncidentRecord } from "./server.ts";

const eventSchema = z.object({
  event: z.object({
    id: z.string(),
    event_type: z.string(),
    occurred_at: z.iso.datetime({ offset: true }),
    agent: z.looseObject({}).nullable(),
    data: z.looseObject({
      id: z.string(),
      type: z.literal("incident"),
      status: z.string(),
      title: z.string(),
      priority: z.looseObject({}).nullable().default(null),
      urgency: z.string(),
      resolve_reason: z.looseObject({}).nullable().default(null),
    }),
  }),
});

export type LifeEvent = z.output<typeof eventSchema>["event"];

const ENTRIES: Record<string, string> = {
  "incident.acknowledged": "acknowledge_log_entry",
  "incident.priority_updated": "priority_change_log_entry",
  "incident.reopened": "reopen_log_entry",
  "incident.resolved": "resolve_log_entry",
};

/** An entry of the record's own log within this time of an event tells of the same thing. */
const SAME_MS = 60_000;

/** The event of a webhook's body; null when it tells of no incident. */
export function lifeEventOf(body: Uint8Array): LifeEvent | null {
  try {
    return eventSchema.parse(JSON.parse(new TextDecoder().decode(body))).event;
  } catch {
    return null;
  }
}

/** The whole record as it stands after these events, in whatever order they were delivered. */
export function recordAfter(whole: IncidentRecord, events: LifeEvent[]): IncidentRecord {
  const happened = events.toSorted((a, b) => timeOf(a.occurred_at) - timeOf(b.occurred_at));
  const latest = happened.at(-1);
  if (latest === undefined) return whole;
  const now = timeOf(latest.occurred_at);
  const past = (items: object[] | undefined, field = "created_at") =>
    (items ?? []).filter((item) => !(timeOf(Reflect.get(item, field)) > now));
  const log = past(whole.log_entries);
  return {
    ...whole,
    incident: incidentAfter(whole.incident, happened, latest),
    log_entries: [...log, ...happened.flatMap((event) => entryOf(event, log) ?? [])],
    notes: past(whole.notes),
    alerts: past(whole.alerts),
    related_change_events: past(whole.related_change_events, "timestamp"),
  };
}

function incidentAfter(incident: object, happened: LifeEvent[], latest: LifeEvent): object {
  const { status, priority, urgency, resolve_reason } = latest.data;
  const change = happened.findLast(({ event_type }) => event_type !== "incident.priority_updated");
  const named = {
    ...incident,
    urgency,
    resolve_reason,
    priority: priority && { ...priority, type: "priority", name: priority["summary"] },
  };
  if (change === undefined) return named;
  const at = change.occurred_at.replace(/\.\d+/, "");
  return {
    ...named,
    status,
    resolved_at: status === "resolved" ? at : null,
    last_status_change_at: at,
    last_status_change_by: change.agent,
  };
}

function entryOf({ id, event_type, occurred_at, agent }: LifeEvent, log: object[]): object | null {
  const type = ENTRIES[event_type];
  const isTold = log.some(
    (entry) =>
      Reflect.get(entry, "type") === type &&
      Math.abs(timeOf(Reflect.get(entry, "created_at")) - timeOf(occurred_at)) < SAME_MS,
  );
  if (type === undefined || isTold) return null;
  const summary = `${type.replace(/_log_entry$/, "").replace("_", " ")} through the website`;
  const channel = { type: "website" };
  return { id: `R${id}`, type, created_at: occurred_at, agent, channel, summary, teams: [], contexts: [] };
}

function timeOf(time: unknown): number {
  return Date.parse(String(time));
}
