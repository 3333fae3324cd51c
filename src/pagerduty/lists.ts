/** What PagerDuty lists of an incident: where each list is, and the form of its items. */

import { z } from "zod";
import { agent, details, links, name, summary, text, time } from "./fields.ts";
import type { ListSource } from "./list.ts";
import { logEntry } from "./log-entry.ts";

const LONGEST_ID = 200;
const MOST_PAST_INCIDENTS = 5;

const note = z
  .object({ id: name, created_at: time, user: agent, content: text })
  .transform(({ id, created_at, user, content }) => ({ id, at: created_at, by: user, text: content ?? "" }));

const noBody = { details: null, contexts: [], cef_details: null };

const alert = z
  .object({
    created_at: time,
    summary,
    severity: name,
    status: name,
    integration: agent,
    body: z
      .object({
        details,
        contexts: links,
        cef_details: z.object({ source_origin: summary }).nullable().catch(null),
      })
      .catch(noBody),
  })
  .transform(({ created_at, summary, severity, status, integration, body }) => ({
    at: created_at,
    summary: summary ?? "",
    severity,
    status,
    source: body.cef_details?.source_origin ?? integration?.summary ?? null,
    details: body.details,
    links: body.contexts,
  }));

const change = z
  .object({
    timestamp: time,
    summary,
    source: summary,
    correlation_reason: z.object({ reason: name }).nullable().catch(null),
    custom_details: details,
    links,
  })
  .transform(({ timestamp, summary, source, correlation_reason, custom_details, links }) => ({
    at: timestamp,
    summary: summary ?? "",
    source,
    reason: correlation_reason?.reason ?? null,
    details: custom_details,
    links,
  }));

const pastIncident = z
  .object({ incident: z.object({ id: z.string().max(LONGEST_ID), title: summary, created_at: time }) })
  .transform(({ incident }) => ({ id: incident.id, title: incident.title, at: incident.created_at }));

const priorityName = z
  .object({ name, summary: name })
  .transform(({ name, summary }) => name ?? summary ?? "");

export type ListedNote = z.infer<typeof note>;
export type ListedAlert = z.infer<typeof alert>;
export type ListedChange = z.infer<typeof change>;
export type ListedPastIncident = z.infer<typeof pastIncident>;

function below(part: string): (incidentId: string) => string {
  return (incidentId) => `/incidents/${encodeURIComponent(incidentId)}/${part}`;
}

export const LOG_ENTRIES = {
  what: "Log entries",
  path: below("log_entries"),
  query: { time_zone: "UTC", "include[]": "channels" },
  key: "log_entries",
  item: logEntry,
  mostCharacters: Number.POSITIVE_INFINITY,
};

export const NOTES = { what: "Notes", path: below("notes"), key: "notes", item: note, isPaged: false };

export const ALERTS = { what: "Alerts", path: below("alerts"), key: "alerts", item: alert };

export const CHANGES = {
  what: "Changes",
  path: below("related_change_events"),
  key: "change_events",
  item: change,
  isPaged: false,
};

export const PAST_INCIDENTS = {
  what: "Past incidents",
  path: below("past_incidents"),
  key: "past_incidents",
  item: pastIncident,
  most: MOST_PAST_INCIDENTS,
  isPaged: false,
};

/** The names of the account's priorities, from most to least severe. */
export const PRIORITIES: ListSource<string> = {
  what: "Priorities",
  path: () => "/priorities",
  key: "priorities",
  item: priorityName,
};
