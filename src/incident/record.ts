/** The form of a record: the incident with its timeline, notes, alerts and changes, and the figures derived from them. */

import { z } from "zod";
import { incidentSchema } from "./dispatch-payload.ts";

const text = z.string().nullable();
/** An instant in epoch milliseconds that a Date can hold. */
const instant = z.number().min(-8.64e15).max(8.64e15);
const unknownInstant = instant.nullable().default(null);
const count = z.int().nonnegative();
const minutes = count.nullable().default(null);

const linkSchema = z.object({ href: z.string(), text });

const resolverSchema = z.object({ kind: z.enum(["user", "integration", "automation"]), name: text });

/** One row: an instant, what happened and to whom, who did it, and the words that were written. */
const timelineRowSchema = z.object({
  at: instant,
  what: z.string(),
  by: text,
  /** A note, a status update or an alert in its own words, as long as it was. */
  quote: z.string().optional(),
  links: z.array(linkSchema).optional(),
});

const noteSchema = z.object({ at: instant, by: text, text: z.string() });

const alertSchema = z.object({
  at: instant,
  summary: z.string(),
  severity: text,
  status: text,
  source: text,
  /** Text, or compact JSON. */
  details: text,
  links: z.array(linkSchema),
});

const changeSchema = z.object({
  at: instant,
  summary: z.string(),
  source: text,
  /** Relative to the incident. */
  when: z.enum(["before", "during", "after"]),
  /** Why PagerDuty relates it to the incident. */
  reason: text,
  links: z.array(linkSchema),
  details: text,
});

const pastIncidentSchema = z.object({ id: z.string(), title: text, at: instant.nullable() });

/** Strings are as strangers wrote them: whoever renders one escapes it. What is left out is not known. */
export const recordSchema = z.object({
  /** From REST where it was read, else from the event. */
  incident: incidentSchema,
  /** Null where a time is not known. */
  createdAt: unknownInstant,
  acknowledgedAt: unknownInstant,
  resolvedAt: unknownInstant,
  /** Whole minutes from created, rounded down; null when either end is not known. */
  durationMinutes: minutes,
  minutesToAcknowledge: minutes,
  /** Null when not known. */
  wasAcknowledged: z.boolean().nullable().default(null),
  /** Null when not resolved, or not known. */
  resolvedBy: resolverSchema.nullable().default(null),
  reopenings: count.default(0),
  escalations: count.default(0),
  /** Names of those who took part until the resolve, each once. */
  responders: z.array(z.string()).default([]),
  /** Names of all people that the record knows, each once, in the order in which the log first has them. */
  people: z.array(z.string()).default([]),
  timeline: z.array(timelineRowSchema).default([]),
  notes: z.array(noteSchema).default([]),
  alerts: z.array(alertSchema).default([]),
  changes: z.array(changeSchema).default([]),
  pastIncidents: z.array(pastIncidentSchema).default([]),
  customFields: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
  /** 1 is the account's most severe priority; null when not known. */
  priorityRank: z.int().positive().nullable().default(null),
  /** What could not be read and why, one plain sentence each. */
  missing: z.array(z.string()).default([]),
});

export type IncidentRecord = z.infer<typeof recordSchema>;
export type Resolver = z.infer<typeof resolverSchema>;
export type TimelineRow = z.infer<typeof timelineRowSchema>;
export type Change = z.infer<typeof changeSchema>;
export type Link = z.infer<typeof linkSchema>;

/** The record of an incident of which nothing is known but its id. */
export function blankRecord(id: string): IncidentRecord {
  return recordSchema.parse({ incident: { id } });
}
