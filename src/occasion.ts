/** Why a draft is made now: an event that PagerDuty sent, or a person who asked; and the record of the incident. */

import { gather } from "./gather.ts";
import type { Clock, Fetch } from "./http.ts";
import type { DispatchPayload, Incident, IncidentReference } from "./incident.ts";
import type { Inputs } from "./inputs.ts";
import { type IncidentRecord, recordOf } from "./record.ts";
import { apiUrlOf, createPagerDuty, type PagerDuty } from "./rest.ts";
import { SettingsError } from "./settings.ts";

export type Occasion = {
  /** As strangers wrote it; see redact.ts. */
  record: IncidentRecord;
  /** Its id lets each occasion act once. */
  event: { id: string; type: string };
  /** Whether it is an event of an incident that is not resolved. */
  isOpen: boolean;
  /** Who asked, when a person did. */
  asker: string | null;
};

type Outside = { inputs: Inputs; fetch: Fetch; clock: Clock };

const EVENT_ALONE =
  "Timeline, notes, alerts and changes: without pagerduty-token, the facts are those of the event alone.";
const ID_ALONE =
  "Everything that PagerDuty knows: without pagerduty-token, only the id of this incident is known.";

/** The occasion of an event. A late priority counts only once the incident is resolved. */
export async function occasionOf(outside: Outside, { event, incident }: DispatchPayload): Promise<Occasion> {
  const isResolve = event.type === "incident.resolved";
  const resolve = isResolve ? { at: event.occurred_at, by: event.agent } : null;
  const pagerDuty = connect(outside, apiUrlOf(incident));
  const gathered = pagerDuty && (await gather({ pagerDuty, clock: outside.clock, incidentId: incident.id }));
  const record = recordOf(incident, resolve, gathered);
  // A merge is for good, whichever of the two tells of it.
  const merged_into = record.incident.merged_into ?? incident.merged_into;
  return {
    record: {
      ...record,
      incident: { ...record.incident, merged_into },
      missing: gathered ? record.missing : [EVENT_ALONE],
    },
    event,
    isOpen: !isResolve && record.incident.status !== "resolved",
    asker: null,
  };
}

/** The occasion of a person; without a PagerDuty token the incident is known by its id alone. */
export async function occasionByHand(
  outside: Outside,
  asked: { reference: IncidentReference; runId: string; actor: string },
): Promise<Occasion> {
  const { reference, runId, actor } = asked;
  const isEu = reference.kind === "id" && reference.region === "eu";
  const pagerDuty = connect(outside, isEu ? "https://api.eu.pagerduty.com" : null);
  return {
    record: pagerDuty ? await lookUp(pagerDuty, outside.clock, reference) : known(reference),
    event: { id: `manual-${runId}`, type: "by hand" },
    isOpen: false,
    asker: actor,
  };
}

/** A client, when there is a token: the user's own address comes first, then the incident's region. */
function connect({ inputs, fetch, clock }: Outside, apiUrl: string | null): PagerDuty | null {
  const token = inputs["pagerduty-token"];
  if (token === undefined) return null;
  return createPagerDuty({
    fetch,
    clock,
    apiUrl: inputs["pagerduty-api-url"] ?? apiUrl ?? "https://api.pagerduty.com",
    auth: inputs["pagerduty-auth"],
    token,
  });
}

/** A person who names an incident wants that one: not to find it is an error, not a missing part. */
async function lookUp(
  pagerDuty: PagerDuty,
  clock: Clock,
  reference: IncidentReference,
): Promise<IncidentRecord> {
  const found = await pagerDuty.getIncident(
    reference.kind === "id" ? reference.id : String(reference.number),
  );
  const gathered = await gather({ pagerDuty, clock, incidentId: found.incident.id });
  const resolve = found.resolvedAt === null ? null : { at: found.resolvedAt, by: found.resolvedBy };
  return recordOf(found.incident, resolve, gathered);
}

function known(reference: IncidentReference): IncidentRecord {
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
  return { ...recordOf(incident, null), missing: [ID_ALONE] };
}
