/** PagerDuty's incident object, as its webhooks and its REST API both have it, read into an incident. */

import { type Incident, incidentWith } from "../incident/incident.ts";
import { fieldsOf, textOf } from "../lib/json.ts";
import { readTime } from "./time.ts";

/** PagerDuty's pointer to another object; `summary` is its name. */
export type Reference = {
  id: string | null;
  type: string | null;
  summary: string | null;
  html_url: string | null;
};

/** Reads a pointer; null when it is none. A field of an unexpected form is absent: it must not cost the rest. */
export function readReference(value: unknown): Reference | null {
  const fields = fieldsOf(value);
  return (
    fields && {
      id: textOf(fields["id"]),
      type: textOf(fields["type"]),
      summary: textOf(fields["summary"]),
      html_url: textOf(fields["html_url"]),
    }
  );
}

/**
 * Turns PagerDuty's object into the incident with this id. Webhooks say `number`, REST says `incident_number`; REST has
 * no `reopened_at`.
 */
export function fromPagerDuty(id: string, object: Record<string, unknown>): Incident {
  const service = readReference(object["service"]);
  const policy = readReference(object["escalation_policy"]);
  const teams = object["teams"];
  return incidentWith(id, {
    number: object["number"] ?? object["incident_number"],
    title: object["title"],
    status: object["status"],
    url: object["html_url"],
    created_at: readTime(object["created_at"]),
    reopened_at: readTime(object["reopened_at"]),
    urgency: object["urgency"],
    priority: readReference(object["priority"])?.summary,
    service: service && { ...named(service), url: service.html_url },
    teams: Array.isArray(teams) ? teams.map(readReference).map((team) => team && named(team)) : [],
    escalation_policy: policy && named(policy),
    type: fieldsOf(object["incident_type"])?.["name"],
    merged_into: mergedInto(object["resolve_reason"]),
    api_url: object["self"],
  });
}

/** A merge shows only in the resolve reason: there is no event for it. */
function mergedInto(value: unknown): unknown {
  const reason = fieldsOf(value);
  return reason?.["type"] === "merge_resolve_reason"
    ? (readReference(reason["incident"])?.id ?? "unknown")
    : null;
}

function named({ id, summary }: Reference) {
  return { id, name: summary };
}
