/** The skeleton of a postmortem: all that the record knows, in the form that the template gives it. */

import { Scalar, stringify } from "yaml";
import type { IncidentRecord, TimelineRow } from "../incident/record.ts";
import { escapeMarkdown, toSingleLine } from "../lib/text.ts";
import { dateOf, durationOf, timeOf } from "../lib/time.ts";
import { LONGEST_TITLE, titleOf } from "./file.ts";
import { BUILT_IN_TEMPLATE, type DocumentValues, renderDocument, type Template } from "./template.ts";

const LONGEST_NAME = 100;
const LONGEST_WORDS = 600;
const MOST_ROWS = 500;
const MOST_ITEMS = 50;

/**
 * The postmortem as far as the record knows it: the front matter, and a body from the template with sections to fill.
 * Throws SettingsError where the template cannot be used.
 */
export function renderSkeleton(record: IncidentRecord, template: Template | null = null): string {
  const { incident } = record;
  const frontMatter = stringify(
    {
      incident: incident.id,
      number: incident.number,
      url: incident.url,
      service: scalarOf(incident.service?.name ?? null),
      priority: scalarOf(incident.priority),
      urgency: scalarOf(incident.urgency),
      status: "draft",
      owner: null,
      created: secondsOf(record.createdAt),
      acknowledged: secondsOf(record.acknowledgedAt),
      resolved: secondsOf(record.resolvedAt),
      "duration-minutes": record.durationMinutes,
      session: null,
    },
    { nullStr: "", lineWidth: 0 },
  );
  const body = renderDocument(
    template ?? { file: "the built-in template", text: BUILT_IN_TEMPLATE },
    valuesOf(record),
  );
  return `---\n${frontMatter.replaceAll("<", "\\u003c").replaceAll(">", "\\u003e").replace(/ +$/gm, "")}---\n${body}`;
}

// A tag in a name is spelled with escapes, which YAML reads in double quotes only.
function scalarOf(name: string | null): Scalar {
  const scalar = new Scalar(name && toSingleLine(name, LONGEST_NAME));
  if (/[<>]/.test(name ?? "")) scalar.type = Scalar.QUOTE_DOUBLE;
  return scalar;
}

function valuesOf(record: IncidentRecord): DocumentValues {
  const { incident, createdAt, durationMinutes, minutesToAcknowledge } = record;
  const timed = (at: number | null, words: string, more: string | null) =>
    [clockOf(at, createdAt) ?? [], escaped(more ? `${words} (${more})` : words, LONGEST_WORDS)]
      .flat()
      .join(" — ");
  return {
    incident: incident.id,
    number: incident.number,
    url: incident.url,
    title: escaped(titleOf(incident), LONGEST_TITLE),
    service: nameOf(incident.service?.name),
    priority: nameOf(incident.priority),
    urgency: nameOf(incident.urgency),
    type: nameOf(incident.type),
    escalation_policy: nameOf(incident.escalation_policy?.name),
    teams: incident.teams.flatMap(({ name }) => nameOf(name) ?? []),
    date: createdAt === null ? null : dateOf(createdAt),
    created: clockOf(createdAt),
    acknowledged: clockOf(record.acknowledgedAt),
    resolved: clockOf(record.resolvedAt),
    duration: durationMinutes === null ? null : durationOf(durationMinutes),
    duration_minutes: durationMinutes,
    time_to_acknowledge: minutesToAcknowledge === null ? null : durationOf(minutesToAcknowledge),
    resolved_by: record.resolvedBy?.kind ?? null,
    reopenings: record.reopenings,
    escalations: record.escalations,
    responders: record.responders.length,
    timeline: shorten(record.timeline).map((row) => rowOf(row, createdAt)),
    alerts: items(record.alerts, ({ at, summary, severity }) => timed(at, summary, severity)),
    changes: items(record.changes, ({ at, summary, source }) => timed(at, summary, source)),
    past_incidents: items(record.pastIncidents, ({ at, title, id }) => timed(at, title ?? "", id)),
    custom_fields: items(record.customFields, ({ name, value }) =>
      escaped(`${name}: ${value}`, LONGEST_WORDS),
    ),
    missing: items(record.missing, (line) => escaped(line, LONGEST_WORDS)),
  };
}

function nameOf(name: string | null | undefined): string | null {
  return escaped(name ?? "", LONGEST_NAME) || null;
}

// At the beginning of a line a dash, an equals sign or a number with a dot would be Markdown too.
function escaped(words: string, longest: number): string {
  return escapeMarkdown(words, longest).replace(/^(\d+(?=[.)])|(?=[-=]))/, "$1\\");
}

function items<Item>(list: Item[], write: (item: Item) => string): string[] {
  const rest = list.length - MOST_ITEMS;
  return [...list.slice(0, MOST_ITEMS).map(write), ...(rest > 0 ? [`and ${rest} more, left out here`] : [])];
}

/** All rows up to MOST_ROWS; of more, the first and the last with one row that says how many are between them. */
function shorten(timeline: TimelineRow[]): TimelineRow[] {
  if (timeline.length <= MOST_ROWS) return timeline;
  const from = MOST_ROWS / 2;
  const to = timeline.length - from + 1;
  const what = `From here ${to - from} entries are left out; PagerDuty's log of the incident has them`;
  return timeline.flatMap((row, index) => {
    if (index < from || index >= to) return [row];
    return index === from ? [{ at: row.at, what, by: null }] : [];
  });
}

/** `14:32 UTC — What happened by whom` */
function rowOf({ at, what, by }: TimelineRow, createdAt: number | null): string {
  const who = escapeMarkdown(by ?? "", LONGEST_NAME);
  const words = [escapeMarkdown(what, LONGEST_WORDS), ...(who ? [`by ${who}`] : [])].join(" ");
  return `${clockOf(at, createdAt)} — ${words.trim()}`.trimEnd();
}

/** `14:32 UTC`, with its date before it on another day than `beside`; null when not known. */
function clockOf(at: number | null, beside: number | null = null): string | null {
  if (at === null) return null;
  const isSameDay = beside !== null && dateOf(at) === dateOf(beside);
  return `${isSameDay ? "" : `${dateOf(at)} `}${timeOf(at)} UTC`;
}

function secondsOf(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString().replace(/\.\d+Z$/, "Z");
}
