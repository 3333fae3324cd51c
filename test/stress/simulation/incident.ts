/** An incident as PagerDuty has it at an instant of its life: its REST object, its log and its webhooks. */

import type { Happening, Life, Resolver } from "./life.ts";

export type PagerDutyIncident = {
  /** REST does not tell it. */
  reopenedAt: string | null;
  incident: Record<string, unknown>;
  log_entries: object[];
  notes: object[];
  alerts: object[];
};

const WEB = "https://acme.pagerduty.com";
const API = "https://api.pagerduty.com";

function reference(kind: string, type: string, id: string, summary: string) {
  const self = `${API}/${kind}/${id}`;
  return { id, type: `${type}_reference`, summary, self, html_url: `${WEB}/${kind}/${id}` };
}

const jordan = reference("users", "user", "PJORDAN", "Jordan Lee");
const agents: Record<Resolver, object | null> = {
  user: jordan,
  integration: { id: "PDDOGV2", type: "events_api_v2_inbound_integration_reference", summary: "Datadog" },
  automation: null,
};

function priorityOf(name: string | null) {
  return name && reference("priorities", "priority", `PRIOR${name}`, name);
}

function secondsOf(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, "Z");
}

/** What PagerDuty has before anything happened. */
export function bornOf(life: Life): PagerDutyIncident {
  return {
    reopenedAt: null,
    incident: {
      id: life.id,
      type: "incident",
      summary: `[#${life.number}] ${life.title}`,
      self: `${API}/incidents/${life.id}`,
      html_url: `${WEB}/incidents/${life.id}`,
      incident_number: life.number,
      title: life.title,
      status: "triggered",
      incident_key: null,
      created_at: secondsOf(life.happenings[0]!.at),
      resolved_at: null,
      last_status_change_by: null,
      service: reference("services", "service", "PSIMSVC", life.service),
      escalation_policy: reference("escalation_policies", "escalation_policy", "PESCPOL", "On-call"),
      teams: [],
      assignments: [],
      acknowledgements: [],
      priority: priorityOf(life.priority),
      urgency: life.urgency,
      incident_type: { name: life.type },
      resolve_reason: null,
    },
    log_entries: [],
    notes: [],
    alerts: [],
  };
}

/** Lets it happen: the object and the log change, as a GET from then on shows. */
export function happen(told: PagerDutyIncident, happening: Happening): void {
  const { incident, log_entries } = told;
  const at = secondsOf(happening.at);
  const agent = happening.kind === "resolved" ? agents[happening.by] : jordan;
  if (happening.kind === "reopened") told.reopenedAt = at;
  if (happening.kind === "priority_updated") incident["priority"] = priorityOf(happening.priority);
  else
    Object.assign(incident, {
      status: happening.kind === "reopened" ? "triggered" : happening.kind,
      resolved_at: happening.kind === "resolved" ? at : null,
      last_status_change_by: agent,
      resolve_reason: resolveReasonOf(happening),
    });
  log_entries.push({
    id: `R${incident["id"]}${log_entries.length}`,
    type: `${LOGGED[happening.kind]}_log_entry`,
    summary: "Something happened",
    created_at: at,
    agent,
    channel: { type: happening.kind === "resolved" && happening.by === "automation" ? "auto" : "website" },
  });
}

const LOGGED = {
  triggered: "trigger",
  acknowledged: "acknowledge",
  reopened: "reopen",
  resolved: "resolve",
  priority_updated: "priority_change",
};

function resolveReasonOf(happening: Happening): object | null {
  if (happening.kind !== "resolved" || happening.mergedInto === null) return null;
  return {
    type: "merge_resolve_reason",
    incident: reference("incidents", "incident", happening.mergedInto, "target"),
  };
}

/** The bytes of the webhook that tells of it; `occurredAt` trails the record by up to 1.3 s. */
export function webhookOf(
  { incident, reopenedAt }: PagerDutyIncident,
  happening: Happening,
  event: { id: string; occurredAt: number; isOdd: boolean },
): Uint8Array {
  const { incident_number, resolved_at: _, last_status_change_by: __, ...shared } = incident;
  const body = {
    event: {
      id: event.id,
      event_type: `incident.${happening.kind}`,
      resource_type: "incident",
      occurred_at: new Date(event.occurredAt).toISOString(),
      agent: happening.kind === "resolved" ? agents[happening.by] : jordan,
      client: null,
      data: {
        ...shared,
        number: incident_number,
        reopened_at: reopenedAt,
        // Old and odd bodies lack what a draft can do without.
        ...(event.isOdd ? { number: null, title: null, service: null, created_at: null, self: null } : {}),
      },
    },
  };
  return Buffer.from(JSON.stringify(body));
}
