/** What PagerDuty's REST API answers, read into words of ours: loosely, and each text within a bound. */

import { z } from "zod";
import type { Incident, IncidentEvent } from "../incident/incident.ts";
import { readIncident, readReference } from "./incident.ts";

type Agent = IncidentEvent["agent"];

/** An incident with what only REST knows. */
export type ResolvedIncident = {
  incident: Incident;
  resolvedAt: string | null;
  resolvedBy: Agent;
  /** Names of those who were asked to help and did not decline, who acknowledged, and who are assigned. */
  responders: string[];
  customFields: { name: string; value: string }[];
};

/** Times are epoch milliseconds; null where PagerDuty gave none that can be read. */
export type LogEntry = {
  id: string | null;
  /** PagerDuty's type without its ending: `trigger`, `acknowledge`, `resolve`. */
  type: string;
  at: number | null;
  summary: string | null;
  agent: Agent;
  channel: {
    type: string | null;
    summary: string | null;
    oldPriority: string | null;
    newPriority: string | null;
  };
  /** The text of a status update or a responder request. */
  message: string | null;
  snoozedUntil: number | null;
  /** Changes of fields, in PagerDuty's words. */
  changeset: string[];
};

export type ListedNote = { id: string | null; at: number | null; by: Agent; text: string };

type ListedLink = { href: string; text: string | null };

export type ListedAlert = {
  at: number | null;
  summary: string;
  severity: string | null;
  status: string | null;
  source: string | null;
  details: string | null;
  links: ListedLink[];
};

export type ListedChange = {
  at: number | null;
  summary: string;
  source: string | null;
  reason: string | null;
  details: string | null;
  links: ListedLink[];
};

export type ListedPastIncident = { id: string; title: string | null; at: number | null };

// The bounds on strangers' words, in UTF-16 units: PagerDuty's own on a summary, and enough to read of the rest.
const LONGEST_NAME = 200;
const LONGEST_SUMMARY = 1_024;
const LONGEST_LOGGED = 500;
const LONGEST_TEXT = 10_000;
const MOST_LINKS = 20;
const MOST_NAMES = 100;
const MOST_FIELDS = 50;

function cut(words: string, longest: number): string {
  const whole = words.toWellFormed();
  return whole.length <= longest ? whole : `${whole.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

const words = (longest: number) =>
  z
    .string()
    .transform((text) => (text.trim() === "" ? null : cut(text, longest)))
    .nullable()
    .catch(null);

const name = words(LONGEST_NAME);
const summary = words(LONGEST_SUMMARY);
const logged = words(LONGEST_LOGGED);
const text = words(LONGEST_TEXT);

const time = z.iso
  .datetime({ offset: true })
  .transform((written) => Date.parse(written))
  .nullable()
  .catch(null);

/** A list of which an item of an odd form is passed over; it must not cost the others. */
export function listOf<Item>(item: z.ZodType<Item>) {
  return z
    .array(z.unknown())
    .catch([])
    .transform((items) => items.flatMap((raw) => item.safeParse(raw).data ?? []));
}

const agent = z.object({ type: name, summary: name }).nullable().catch(null);

const priority = z
  .object({ summary: name, name })
  .transform((object) => object.summary ?? object.name)
  .nullable()
  .catch(null);

const anything = z.unknown().optional();

// Arbitrary JSON. What is nested too deeply for JSON.stringify's stack is left out.
const details = anything.transform((value): string | null => {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "string") return cut(value, LONGEST_TEXT);
  try {
    return cut(JSON.stringify(value), LONGEST_TEXT);
  } catch {
    return null;
  }
});

const links = listOf(z.object({ href: z.string().min(1).max(2_048), text: summary })).transform((all) =>
  all.slice(0, MOST_LINKS),
);

const responders = listOf(z.object({ state: name, user: agent })).transform((all) =>
  all.filter(({ state }) => state !== "declined" && state !== "user_cancelled").map(({ user }) => user),
);

const responderRequests = listOf(
  z.object({
    responder_request_targets: listOf(
      z.object({ responder_request_target: z.object({ incidents_responders: responders }) }),
    ),
  }),
).transform((requests) =>
  requests.flatMap((asked) =>
    asked.responder_request_targets.flatMap((target) => target.responder_request_target.incidents_responders),
  ),
);

const fieldValue = anything.transform((value): string | null => {
  const isFlat = Array.isArray(value) && value.every((item) => typeof item !== "object");
  return isFlat ? details.parse(value.join(", ")) : details.parse(value);
});

const customFields = listOf(z.object({ display_name: name, name, value: fieldValue })).transform((fields) =>
  fields
    .flatMap((field) => {
      const called = field.display_name ?? field.name;
      return called === null || field.value === null ? [] : [{ name: called, value: field.value }];
    })
    .slice(0, MOST_FIELDS),
);

const resolvedIncident = z
  .looseObject({
    resolved_at: z.string().nullable().catch(null),
    last_status_change_by: z.unknown().optional().transform(readReference),
    incidents_responders: responders,
    responder_requests: responderRequests,
    acknowledgements: listOf(z.object({ acknowledger: agent })),
    assignments: listOf(z.object({ assignee: agent })),
    custom_fields: customFields,
  })
  .transform((object, context): ResolvedIncident => {
    const incident = readIncident(object);
    if (incident === null) {
      context.addIssue("the incident has no id");
      return z.NEVER;
    }
    const people = [
      ...object.incidents_responders,
      ...object.responder_requests,
      ...object.acknowledgements.map(({ acknowledger }) => acknowledger),
      ...object.assignments.map(({ assignee }) => assignee),
    ];
    return {
      incident,
      resolvedAt: object.resolved_at,
      resolvedBy: object.last_status_change_by,
      responders: [...new Set(people.flatMap((person) => person?.summary ?? []))].slice(0, MOST_NAMES),
      customFields: object.custom_fields,
    };
  });

export const answerSchema = z.object({ incident: resolvedIncident });

/** A page of the account's incidents. */
export const incidentsSchema = z.object({ incidents: listOf(resolvedIncident), more: z.boolean() });

export const logEntry = z
  .object({
    id: name,
    type: name,
    created_at: time,
    summary: logged,
    agent,
    channel: z
      .object({ type: name, summary: logged, old_priority: priority, new_priority: priority })
      .nullable()
      .catch(null),
    message: logged,
    changed_actions: listOf(z.object({ at: time })),
    changeset: listOf(z.string().transform((change) => cut(change, LONGEST_NAME))),
  })
  .transform((entry): LogEntry => {
    const { channel } = entry;
    return {
      id: entry.id,
      type: (entry.type ?? "").replace(/_log_entry$/, ""),
      at: entry.created_at,
      summary: entry.summary,
      agent: entry.agent,
      channel: {
        type: channel?.type ?? null,
        summary: channel?.summary ?? null,
        oldPriority: channel?.old_priority ?? null,
        newPriority: channel?.new_priority ?? null,
      },
      message: entry.message,
      snoozedUntil: entry.changed_actions[0]?.at ?? null,
      changeset: entry.changeset.slice(0, MOST_LINKS),
    };
  });

export const note = z.object({ id: name, created_at: time, user: agent, content: text }).transform(
  (object): ListedNote => ({
    id: object.id,
    at: object.created_at,
    by: object.user,
    text: object.content ?? "",
  }),
);

const noBody = { details: null, contexts: [], cef_details: null };

export const alert = z
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
  .transform(
    (object): ListedAlert => ({
      at: object.created_at,
      summary: object.summary ?? "",
      severity: object.severity,
      status: object.status,
      source: object.body.cef_details?.source_origin ?? object.integration?.summary ?? null,
      details: object.body.details,
      links: object.body.contexts,
    }),
  );

export const change = z
  .object({
    timestamp: time,
    summary,
    source: summary,
    correlation_reason: z.object({ reason: name }).nullable().catch(null),
    custom_details: details,
    links,
  })
  .transform(
    (object): ListedChange => ({
      at: object.timestamp,
      summary: object.summary ?? "",
      source: object.source,
      reason: object.correlation_reason?.reason ?? null,
      details: object.custom_details,
      links: object.links,
    }),
  );

export const pastIncident = z
  .object({ incident: z.object({ id: z.string().max(LONGEST_NAME), title: summary, created_at: time }) })
  .transform(
    ({ incident }): ListedPastIncident => ({
      id: incident.id,
      title: incident.title,
      at: incident.created_at,
    }),
  );

export const priorityName = z
  .object({ name, summary: name })
  .transform((object) => object.name ?? object.summary ?? "");
