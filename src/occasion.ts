/** Why a draft is made now: an event that PagerDuty sent, or a person who asked. */

import type { Clock, Fetch } from "./http.ts";
import type { DispatchPayload, Incident, IncidentReference } from "./incident.ts";
import type { Inputs } from "./inputs.ts";
import { type IncidentRecord, recordOf } from "./record.ts";
import { createPagerDuty } from "./rest.ts";
import { SettingsError } from "./settings.ts";

export type Occasion = {
  record: IncidentRecord;
  /** Its id lets each occasion act once. */
  event: { id: string; type: string };
  /** Whether it is an event of an incident that is not resolved. */
  isOpen: boolean;
  /** Who asked, when a person did. */
  reason: string | null;
};

/** The occasion of an event. A late priority counts only once the incident is resolved. */
export function occasionOf({ event, incident }: DispatchPayload): Occasion {
  const isResolve = event.type === "incident.resolved";
  const resolve = isResolve ? { at: event.occurred_at, by: event.agent } : null;
  return {
    record: recordOf(incident, resolve),
    event,
    isOpen: !isResolve && incident.status !== "resolved",
    reason: null,
  };
}

/** The occasion of a person; without a PagerDuty token the incident is known by its id alone. */
export async function occasionByHand(request: {
  inputs: Inputs;
  reference: IncidentReference;
  runId: string;
  actor: string;
  fetch: Fetch;
  clock: Clock;
}): Promise<Occasion> {
  const { inputs, reference, runId, actor } = request;
  const token = inputs["pagerduty-token"];
  const found = token === undefined ? unknown(reference) : await lookUp(request, token);
  const resolve = found.resolvedAt === null ? null : { at: found.resolvedAt, by: found.resolvedBy };
  return {
    record: recordOf(found.incident, resolve),
    event: { id: `manual-${runId}`, type: "by hand" },
    isOpen: false,
    reason: `${actor} asked for it by hand`,
  };
}

function lookUp({ inputs, reference, fetch, clock }: Parameters<typeof occasionByHand>[0], token: string) {
  const region = reference.kind === "id" && reference.region === "eu" ? "eu." : "";
  const pagerDuty = createPagerDuty({
    fetch,
    clock,
    apiUrl: inputs["pagerduty-api-url"] ?? `https://api.${region}pagerduty.com`,
    auth: inputs["pagerduty-auth"],
    token,
  });
  return pagerDuty.getIncident(reference.kind === "id" ? reference.id : String(reference.number));
}

function unknown(reference: IncidentReference) {
  if (reference.kind === "number")
    throw new SettingsError([
      `incident is the number ${reference.number}, which only PagerDuty can look up; set pagerduty-token, or give the incident's id or URL`,
    ]);
  const incident: Incident = {
    id: reference.id,
    number: null,
    title: null,
    status: null,
    url: null,
    created_at: null,
    reopened_at: null,
    urgency: null,
    priority: null,
    service: null,
    teams: [],
    escalation_policy: null,
    type: null,
    merged_into: null,
    api_url: null,
  };
  return { incident, resolvedAt: null, resolvedBy: null };
}
