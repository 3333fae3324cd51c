/** The skeleton of a postmortem: all that the record knows, in the form that the template gives it. */

import type { IncidentRecord } from "../incident/record.ts";
import { SettingsError } from "../lib/errors.ts";
import { dateOf, durationOf } from "../lib/time.ts";
import { clockOf } from "./clock.ts";
import { LONGEST_TITLE, titleOf } from "./file.ts";
import { inert, inertName, LONGEST_WORDS, linkDestination } from "./inline.ts";
import { evidenceOf, impactOf, rowOf, type SimilarPostmortem, seenBeforeOf } from "./lines.ts";
import { renderFrontMatter } from "./render-front-matter.ts";
import { summaryOf } from "./summary.ts";
import { BUILT_IN_TEMPLATE, type DocumentValues, renderDocument, type Template } from "./template.ts";

const MOST_ITEMS = 50;

/**
 * The postmortem as far as the record knows it: the front matter, and a body from the template with sections to fill.
 * Throws SettingsError where the template cannot be used.
 */
export function renderSkeleton(
  record: IncidentRecord,
  template: Template | null = null,
  similar: SimilarPostmortem[] = [],
): string {
  const { file, text } = template ?? { file: "the built-in template", text: BUILT_IN_TEMPLATE };
  return `${renderFrontMatter(record)}${renderDocument({ file, text }, valuesOf(record, similar))}`;
}

/** The same; where the template cannot be used, its problems. */
export function tryRenderSkeleton(
  ...skeleton: Parameters<typeof renderSkeleton>
): { text: string } | { problems: string[] } {
  try {
    return { text: renderSkeleton(...skeleton) };
  } catch (error) {
    if (error instanceof SettingsError) return { problems: error.problems };
    throw error;
  }
}

function valuesOf(record: IncidentRecord, similar: SimilarPostmortem[]): DocumentValues {
  const { incident, createdAt, durationMinutes } = record;
  const timed = (at: number | null, words: string, more: string | null) =>
    [clockOf(at, createdAt) ?? [], inert(more ? `${words} (${more})` : words, LONGEST_WORDS)]
      .flat()
      .join(" — ");
  return {
    incident: incident.id,
    number: incident.number,
    url: incident.url,
    link: incidentLink(record),
    title: inert(titleOf(incident), LONGEST_TITLE),
    service: inertName(incident.service?.name),
    priority: inertName(incident.priority),
    urgency: inertName(incident.urgency),
    type: inertName(incident.type),
    escalation_policy: inertName(incident.escalation_policy?.name),
    teams: incident.teams.flatMap(({ name }) => inertName(name) ?? []),
    date: createdAt === null ? null : dateOf(createdAt),
    created: clockOf(createdAt),
    acknowledged: clockOf(record.acknowledgedAt),
    resolved: clockOf(record.resolvedAt),
    duration: durationMinutes === null ? null : durationOf(durationMinutes),
    duration_minutes: durationMinutes,
    time_to_acknowledge: timeToAcknowledge(record),
    resolved_by: record.resolvedBy?.kind ?? null,
    reopenings: record.reopenings,
    escalations: record.escalations,
    responders: record.responders.length,
    summary: summaryOf(record),
    impact: impactOf(record),
    timeline: record.timeline.map((row) => rowOf(row, createdAt)),
    evidence: evidenceOf(record),
    seen_before: seenBeforeOf(similar),
    alerts: items(record.alerts, ({ at, summary, severity }) => timed(at, summary, severity)),
    changes: items(record.changes, ({ at, summary, source }) => timed(at, summary, source)),
    past_incidents: items(record.pastIncidents, ({ at, title, id }) => timed(at, title ?? "", id)),
    custom_fields: items(record.customFields, ({ name, value }) => inert(`${name}: ${value}`, LONGEST_WORDS)),
    missing: items(record.missing, (line) => inert(line, LONGEST_WORDS)),
  };
}

function incidentLink({ incident: { number, id, url } }: IncidentRecord): string | null {
  const name = number === null ? `Incident ${id}` : `Incident #${number}`;
  return url === null ? null : `[${name}](${linkDestination(url)})`;
}

function timeToAcknowledge({ minutesToAcknowledge, wasAcknowledged }: IncidentRecord): string | null {
  if (minutesToAcknowledge !== null) return durationOf(minutesToAcknowledge);
  return wasAcknowledged === false ? "never" : null;
}

function items<Item>(list: Item[], write: (item: Item) => string): string[] {
  const rest = list.length - MOST_ITEMS;
  return [...list.slice(0, MOST_ITEMS).map(write), ...(rest > 0 ? [`and ${rest} more, left out here`] : [])];
}
