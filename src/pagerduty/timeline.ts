/** PagerDuty's log of an incident, told as a timeline in plain words. */

import type { TimelineRow } from "../incident/record.ts";
import type { LogEntry } from "./schemas.ts";

type Kind = "triggered" | "acknowledged" | "resolved" | "reopened" | "escalated" | "news" | "other";

/** A row with what it means for the incident, and who or what acted. */
export type Step = TimelineRow & { kind: Kind; agent: LogEntry["agent"] };

/** A row and the record's own instant of the same happening are at most this far apart. */
const SAME_MS = 60_000;

/** What a document and its reader can bear. */
const MOST_ROWS = 200;

/** What stands in a timeline when nobody in particular acted. */
export const AUTOMATION = "automation";

type Words = { kind: Kind; what: string };

// Notes are told apart from the timeline. Notifications say which device rang, and are left out altogether: whom
// PagerDuty turned to shows in the assignments and escalations.
const UNTOLD = ["annotate", "notify"];

const PLAIN = new Map<string, Words>([
  ["acknowledge", { kind: "acknowledged", what: "Acknowledged" }],
  // Spelled so in one place of PagerDuty's API description.
  ["acknowledgement", { kind: "acknowledged", what: "Acknowledged" }],
  ["unacknowledge", { kind: "news", what: "Unacknowledged" }],
  ["resolve", { kind: "resolved", what: "Resolved" }],
  ["reopen", { kind: "reopened", what: "Reopened" }],
  ["escalate", { kind: "escalated", what: "Escalated" }],
  ["exhaust_escalation_path", { kind: "news", what: "Nobody was left to escalate to" }],
  ["repeat_escalation_path", { kind: "other", what: "Escalation began again from the first level" }],
  ["assign", { kind: "other", what: "Assigned" }],
  ["reassign", { kind: "other", what: "Reassigned" }],
  ["delegate", { kind: "news", what: "Delegated to another escalation policy" }],
  ["reach_ack_limit", { kind: "other", what: "Limit of acknowledgements reached" }],
  ["reach_trigger_limit", { kind: "other", what: "Limit of triggers reached" }],
  ["link", { kind: "other", what: "Another alert or incident linked" }],
  ["unlink", { kind: "other", what: "Alert or incident unlinked" }],
]);

// What brings a resolved incident back to life.
const REVIVING = ["trigger", "acknowledge", "acknowledgement", "unacknowledge", "reopen"];

/**
 * The log as steps in their order, each once; rows that would read the same are one. `title` is the incident's, which
 * the trigger need not repeat.
 */
export function stepsOf(entries: LogEntry[], title: string | null): Step[] {
  const steps: Step[] = [];
  let resolvedAt: number | null = null;
  let isTriggered = false;
  for (const { at, entry } of inOrder(entries)) {
    const isReviving = resolvedAt !== null && at > resolvedAt && REVIVING.includes(entry.type);
    const { kind, what }: Words = isReviving
      ? { kind: "reopened", what: "Reopened" }
      : wordsOf(entry, title, isTriggered);
    if (kind === "triggered") isTriggered = true;
    if (kind === "resolved") resolvedAt = at;
    if (kind === "reopened") resolvedAt = null;
    const isTimeout = entry.channel.type === "timeout";
    const agent = isTimeout ? null : entry.agent;
    const step: Step = {
      at,
      what: isTimeout ? `${what} after a timeout` : what,
      by: agent === null && kind === "resolved" ? AUTOMATION : (agent?.summary ?? null),
      kind,
      agent,
    };
    const last = steps.at(-1);
    const isRepeated =
      last?.what === step.what && last.by === step.by && minuteOf(last.at) === minuteOf(step.at);
    if (!isRepeated) steps.push(step);
  }
  return steps;
}

// PagerDuty documents no order, and entries of one second keep the one that they came in.
function inOrder(entries: LogEntry[]): { at: number; entry: LogEntry }[] {
  const seen = new Set<string>();
  const told = entries.flatMap((entry) => {
    const { id, at, type } = entry;
    if (at === null || UNTOLD.includes(type) || (id !== null && seen.has(id))) return [];
    if (id !== null) seen.add(id);
    return [{ at, entry }];
  });
  const isNewestFirst = (told[0]?.at ?? 0) > (told.at(-1)?.at ?? 0);
  return (isNewestFirst ? told.reverse() : told).sort((a, b) => a.at - b.at);
}

function minuteOf(at: number): number {
  return Math.floor(at / 60_000);
}

function wordsOf(entry: LogEntry, title: string | null, isTriggered: boolean): Words {
  const { type, channel, message, summary, agent } = entry;
  const plain = PLAIN.get(type);
  if (plain) return plain;
  if (type === "trigger") {
    const words = channel.summary?.trim() === title?.trim() ? null : channel.summary;
    return {
      kind: isTriggered ? "other" : "triggered",
      what: `PagerDuty incident triggered${quoted(words)}`,
    };
  }
  if (type === "status_update" || type === "incident_status_update")
    return { kind: "news", what: `Status update published${quoted(message ?? channel.summary)}` };
  if (type === "responder_request")
    return { kind: "news", what: `Responders requested${quoted(message ?? channel.summary)}` };
  if (type === "priority_change") return { kind: "news", what: `Priority ${priorityChange(channel)}` };
  if (type === "urgency_change") {
    const urgency = /\bto\W{1,3}(high|low)\b/i.exec(summary ?? "")?.[1];
    return { kind: "news", what: `Urgency changed${urgency ? ` to ${urgency.toLowerCase()}` : ""}` };
  }
  if (type === "snooze") return { kind: "news", what: `Snoozed${untilOf(entry.snoozedUntil)}` };
  if (type === "field_value_change" || type === "custom_field_value_change")
    return { kind: "other", what: `Fields changed${quoted(entry.changeset.join("; "))}` };
  return { kind: "other", what: withoutName(summary ?? type.replaceAll("_", " "), agent) || "Unnamed entry" };
}

function quoted(words: string | null): string {
  return words === null || words.trim() === "" ? "" : ` (“${words}”)`;
}

function priorityChange({ oldPriority, newPriority }: LogEntry["channel"]): string {
  if (oldPriority !== null && newPriority !== null) return `changed from ${oldPriority} to ${newPriority}`;
  if (newPriority !== null) return `set to ${newPriority}`;
  return oldPriority === null ? "changed" : `${oldPriority} removed`;
}

function untilOf(at: number | null): string {
  return at === null ? "" : ` until ${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

// Names of people stand in `by` alone, and PagerDuty's summaries tend to begin or end with the agent's.
function withoutName(words: string, agent: LogEntry["agent"]): string {
  const name = agent?.summary;
  if (!name) return words;
  const ending = ` by ${name}`;
  const rest = words.endsWith(ending) ? words.slice(0, -ending.length) : words;
  return rest.startsWith(`${name} `) ? `Someone${rest.slice(name.length)}` : rest;
}

/**
 * Gives the step of this kind the record's own instant, so that header and timeline tell the same time; without such
 * a step within a minute of it, the record's row is added.
 */
export function withInstant(steps: Step[], at: number | null, row: Omit<Step, "at">): Step[] {
  if (at === null) return steps;
  const near = nearest(steps, row.kind, at);
  const others = steps.filter((step) => step !== near);
  // Before others of the same instant if it is the beginning, after them otherwise.
  const placed = { ...(near ?? row), at };
  const all = row.kind === "triggered" ? [placed, ...others] : [...others, placed];
  return all.sort((a, b) => a.at - b.at);
}

/** The step of a kind that is nearest to an instant and within a minute of it. */
export function nearest(steps: Step[], kind: Kind, at: number): Step | null {
  const distance = (step: Step) => Math.abs(step.at - at);
  const candidates = steps.filter((step) => step.kind === kind && distance(step) <= SAME_MS);
  return candidates.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

// From what a timeline cannot do without to what it can.
const WEIGHTS: Kind[][] = [
  ["triggered", "acknowledged", "resolved", "reopened"],
  ["escalated", "news"],
  ["other"],
];

/** At most MOST_ROWS rows: those of least weight go first, and of one weight those in the middle. */
export function rowsOf(steps: Step[]): TimelineRow[] {
  const kept = new Set<Step>();
  for (const kinds of WEIGHTS) {
    const group = steps.filter(({ kind }) => kinds.includes(kind));
    const room = MOST_ROWS - kept.size;
    const head = group.length <= room ? group.length : Math.ceil(room / 2);
    const tail = Math.max(head, group.length - (room - head));
    for (const step of [...group.slice(0, head), ...group.slice(tail)]) kept.add(step);
  }
  return steps.filter((step) => kept.has(step)).map(({ at, what, by }) => ({ at, what, by }));
}
