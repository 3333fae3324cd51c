/** What is known of an incident, in the one form that the function writes and the action reads. */

import { fieldsOf, formed, textOf } from "../lib/json.ts";
import {
  apiLinkPattern,
  incidentIdPattern,
  incidentTypePattern,
  linkPattern,
  statusPattern,
  timePattern,
  urgencyPattern,
} from "./patterns.ts";

/** The names are those of the dispatch. */
export type Incident = ReturnType<typeof incidentWith>;

/**
 * The incident with this id and what else is known of it. Whoever may write to the repository can make up a dispatch, so
 * each text that has a form is held to it: what is not a time, a link to PagerDuty or one of its words is as good as
 * absent; it must not cost the incident.
 */
export function incidentWith(id: string, fields: Record<string, unknown>) {
  const service = readNamed(fields["service"]);
  return {
    id,
    number: wholeNumber(fields["number"]),
    title: textOf(fields["title"]),
    status: formed(statusPattern, fields["status"]),
    url: formed(linkPattern, fields["url"]),
    created_at: formed(timePattern, fields["created_at"]),
    reopened_at: formed(timePattern, fields["reopened_at"]),
    urgency: formed(urgencyPattern, fields["urgency"]),
    priority: textOf(fields["priority"]),
    service: service && { ...service, url: formed(linkPattern, fieldsOf(fields["service"])?.["url"]) },
    teams: listOf(fields["teams"]).flatMap((team) => readNamed(team) ?? []),
    escalation_policy: readNamed(fields["escalation_policy"]),
    type: formed(incidentTypePattern, fields["type"]),
    merged_into: readMergedInto(fields["merged_into"]),
    api_url: formed(apiLinkPattern, fields["api_url"]),
  };
}

function readNamed(value: unknown) {
  const fields = fieldsOf(value);
  return fields && { id: textOf(fields["id"]), name: textOf(fields["name"]) };
}

/** That an incident was merged counts, even where it cannot be read into which one. */
function readMergedInto(value: unknown): string | null {
  return value === null || value === undefined
    ? null
    : (formed(incidentIdPattern, value) ?? "another incident");
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function wholeNumber(value: unknown): number | null {
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : null;
}
