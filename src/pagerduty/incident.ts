/** PagerDuty's incident object, as its webhooks and its REST API both have it, read into an incident. */

import type { Incident } from "../incident/incident.ts";
import {
  apiLinkPattern,
  incidentIdPattern,
  incidentTypePattern,
  linkPattern,
  MAX_TEAMS,
  statusPattern,
  urgencyPattern,
} from "../incident/patterns.ts";
import { fieldsOf, formed, textOf } from "../lib/json.ts";
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
 * Turns PagerDuty's object into an incident; null without a PagerDuty incident id, which is the object's own unless
 * given. Webhooks say `number`, REST says `incident_number`; REST has no `reopened_at`. What this gives, incidentSchema
 * takes as it is.
 */
export function readIncident(
  object: Record<string, unknown>,
  givenId: unknown = object["id"],
): Incident | null {
  const id = formed(incidentIdPattern, givenId);
  if (id === null) return null;
  const service = readReference(object["service"]);
  const policy = readReference(object["escalation_policy"]);
  return {
    id,
    number: wholeNumber(object["number"] ?? object["incident_number"]),
    title: textOf(object["title"]),
    status: formed(statusPattern, object["status"]),
    url: formed(linkPattern, object["html_url"]),
    created_at: readTime(object["created_at"]),
    reopened_at: readTime(object["reopened_at"]),
    urgency: formed(urgencyPattern, object["urgency"]),
    priority: readReference(object["priority"])?.summary ?? null,
    service: service && { ...named(service), url: formed(linkPattern, service.html_url) },
    teams: listOf(object["teams"]).flatMap(teamOf).slice(0, MAX_TEAMS),
    escalation_policy: policy && named(policy),
    type: formed(incidentTypePattern, fieldsOf(object["incident_type"])?.["name"]),
    merged_into: mergedInto(object["resolve_reason"]),
    api_url: formed(apiLinkPattern, object["self"]),
  };
}

/** A merge shows only in the resolve reason: there is no event for it. */
function mergedInto(value: unknown): string | null {
  const reason = fieldsOf(value);
  if (reason?.["type"] !== "merge_resolve_reason") return null;
  return formed(incidentIdPattern, readReference(reason["incident"])?.id) ?? "another incident";
}

function teamOf(value: unknown) {
  const team = readReference(value);
  return team ? [named(team)] : [];
}

function named({ id, summary }: Reference) {
  return { id, name: summary };
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function wholeNumber(value: unknown): number | null {
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : null;
}
