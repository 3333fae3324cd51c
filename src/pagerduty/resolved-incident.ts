/** An incident with what only REST knows: who resolved it and when, who took part, its custom fields. */

import { z } from "zod";
import type { Incident } from "../incident/incident.ts";
import { incidentIdSchema } from "../incident/reference.ts";
import { fitting } from "../lib/fitting.ts";
import { type Agent, agent, anything, details, name } from "./fields.ts";
import { fromPagerDuty, readReference } from "./incident.ts";
import { readTime } from "./time.ts";

export type ResolvedIncident = {
  incident: Incident;
  resolvedAt: string | null;
  resolvedBy: Agent;
  /** Names of those who were asked to help and did not decline, who acknowledged, and who are assigned. */
  responders: string[];
  customFields: { name: string; value: string }[];
};

const MOST_NAMES = 100;
const MOST_FIELDS = 50;

const responders = fitting(z.object({ state: name, user: agent })).transform((all) =>
  all.filter(({ state }) => state !== "declined" && state !== "user_cancelled").map(({ user }) => user),
);

// PagerDuty's schema has the responders in the target itself, its example one level below, under another name.
const target = z.object({
  incident_responders: responders,
  responder_request_target: z.object({ incidents_responders: responders }).nullable().catch(null),
});

const responderRequests = fitting(z.object({ responder_request_targets: fitting(target) })).transform(
  (requests) =>
    requests
      .flatMap((asked) => asked.responder_request_targets)
      .flatMap(({ incident_responders, responder_request_target }) => [
        ...incident_responders,
        ...(responder_request_target?.incidents_responders ?? []),
      ]),
);

const fieldValue = anything.transform((value): string | null => {
  const isFlat = Array.isArray(value) && value.every((item) => typeof item !== "object");
  return isFlat ? details.parse(value.join(", ")) : details.parse(value);
});

const customFields = fitting(z.object({ display_name: name, name, value: fieldValue })).transform((fields) =>
  fields
    .flatMap((field) => {
      const called = field.display_name ?? field.name;
      return called === null || field.value === null ? [] : [{ name: called, value: field.value }];
    })
    .slice(0, MOST_FIELDS),
);

const resolvedIncident = z
  .looseObject({
    id: incidentIdSchema,
    resolved_at: z.unknown().optional().transform(readTime),
    last_status_change_by: z.unknown().optional().transform(readReference),
    incidents_responders: responders,
    responder_requests: responderRequests,
    acknowledgements: fitting(z.object({ acknowledger: agent })),
    assignments: fitting(z.object({ assignee: agent })),
    custom_fields: customFields,
  })
  .transform((object): ResolvedIncident => {
    const people = [
      ...object.incidents_responders,
      ...object.responder_requests,
      ...object.acknowledgements.map(({ acknowledger }) => acknowledger),
      ...object.assignments.map(({ assignee }) => assignee),
    ];
    return {
      incident: fromPagerDuty(object.id, object),
      resolvedAt: object.resolved_at,
      resolvedBy: object.last_status_change_by,
      responders: [...new Set(people.flatMap((person) => person?.summary ?? []))].slice(0, MOST_NAMES),
      customFields: object.custom_fields,
    };
  });

export const answerSchema = z.object({ incident: resolvedIncident });

/** A page of the account's incidents. */
export const incidentsSchema = z.object({ incidents: fitting(resolvedIncident), more: z.boolean() });
