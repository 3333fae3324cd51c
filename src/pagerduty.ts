/** PagerDuty's incident object, as its webhooks and its REST API both have it, read into an incident. */

import { z } from "zod";
import { type Incident, incidentSchema } from "./incident.ts";

// A field of an unexpected form is treated as absent: it must not cost the incident.
const text = z.string().nullable().catch(null);

/** PagerDuty's pointer to another object; `summary` is its name. */
export const referenceSchema = z
  .object({ id: text, type: text, summary: text, html_url: text })
  .nullable()
  .catch(null);

/** The fields that are used. Webhooks say `number`, REST says `incident_number`; REST has no `reopened_at`. */
export const incidentObjectSchema = z.object({
  id: z.unknown().optional(),
  number: z.unknown().optional(),
  incident_number: z.unknown().optional(),
  title: text,
  status: text,
  html_url: text,
  self: text,
  created_at: text,
  reopened_at: text,
  urgency: text,
  priority: referenceSchema,
  service: referenceSchema,
  teams: z.array(referenceSchema).catch([]),
  escalation_policy: referenceSchema,
  incident_type: z.object({ name: text }).nullable().catch(null),
  resolve_reason: z.object({ type: text, incident: referenceSchema }).nullable().catch(null),
});

export type IncidentObject = z.infer<typeof incidentObjectSchema>;

/**
 * Turns PagerDuty's object into an incident; null without a PagerDuty incident id. A merge shows only in the
 * resolve reason: there is no event for it.
 */
export function toIncident(object: IncidentObject): Incident | null {
  const { resolve_reason: reason, service } = object;
  const isMerged = reason?.type === "merge_resolve_reason";
  const parsed = incidentSchema.safeParse({
    id: object.id,
    number: object.number ?? object.incident_number,
    title: object.title,
    status: object.status,
    url: object.html_url,
    created_at: object.created_at,
    reopened_at: object.reopened_at,
    urgency: object.urgency,
    priority: object.priority?.summary,
    service: service && { ...named(service), url: service.html_url },
    teams: object.teams.flatMap((team) => (team ? [named(team)] : [])),
    escalation_policy: object.escalation_policy && named(object.escalation_policy),
    type: object.incident_type?.name,
    merged_into: isMerged ? (reason.incident?.id ?? "another incident") : null,
    api_url: object.self,
  });
  return parsed.success ? parsed.data : null;
}

function named({ id, summary }: { id: string | null; summary: string | null }) {
  return { id, name: summary };
}
