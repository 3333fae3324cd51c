/** PagerDuty's log of an incident as the rows of a timeline. */

import type { TimelineRow } from "../incident/record.ts";
import { describeEntry, type Kind, type Words } from "./entry-words.ts";
import { isPerson } from "./fields.ts";
import type { LogEntry } from "./log-entry.ts";

/** A row with what it means for the incident, and who or what acted. */
export type Step = TimelineRow & { kind: Kind; agent: LogEntry["agent"] };

/** A row and the record's own instant of the same happening are at most this far apart. */
const SAME_MS = 60_000;

/** What a document and its reader can bear. */
const MOST_ROWS = 200;
/** Of those after the resolve, which are few and never crowd out an earlier one. */
const MOST_LATER_ROWS = 50;

/** What stands in a timeline when nobody in particular acted. */
export const AUTOMATION = "automation";

// Notes have rows of their own. Notifications say which device rang, and are left out altogether: whom PagerDuty
// turned to shows in the assignments and escalations.
const LEFT_OUT = ["annotate", "notify"];

// What brings a resolved incident back to life.
const REVIVING = ["trigger", "acknowledge", "acknowledgement", "unacknowledge", "reopen"];

// Since when somebody is asked to acknowledge.
const ASKING = ["triggered", "assigned", "escalated"];

/**
 * The log as steps in their order, each once; rows that would read the same are one. `title` is the incident's, which
 * the trigger need not repeat.
 */
export function stepsOf(entries: LogEntry[], title: string | null): Step[] {
  const steps: Step[] = [];
  let resolvedAt: number | null = null;
  let triggeredAt: number | null = null;
  let askedAt: number | null = null;
  const log = inOrder(entries);
  // Within a second the two may come in either order.
  const firstTrigger = log.find(({ entry }) => entry.type === "trigger")?.at ?? null;
  for (const { at, entry } of log) {
    if (isAssignmentOfTrigger(entry, at, firstTrigger)) continue;
    const isReviving = resolvedAt !== null && at > resolvedAt && REVIVING.includes(entry.type);
    const minutesWaited = askedAt === null ? null : Math.floor((at - askedAt) / 60_000);
    const words: Words = isReviving
      ? { kind: "reopened", what: "Reopened" }
      : describeEntry(entry, { title, isTriggered: triggeredAt !== null, minutesWaited });
    if (words.kind === "triggered") triggeredAt = at;
    if (words.kind === "resolved") resolvedAt = at;
    if (words.kind === "reopened") resolvedAt = null;
    if (ASKING.includes(words.kind)) askedAt = at;
    const step: Step = { at, ...words, ...actorOf(entry, words.kind) };
    const last = steps.at(-1);
    if (!last || !isSameRow(last, step)) steps.push(step);
  }
  return steps;
}

/** PagerDuty assigns what it triggers in the same breath: that is no event of its own. */
function isAssignmentOfTrigger({ type, agent }: LogEntry, at: number, triggeredAt: number | null): boolean {
  if (type !== "assign" || triggeredAt === null || isPerson(agent)) return false;
  return at >= triggeredAt && at - triggeredAt <= SAME_MS;
}

function actorOf({ channel, agent }: LogEntry, kind: Kind): Pick<Step, "by" | "agent"> {
  const isTimeout = channel.type === "timeout";
  const isByItself = isTimeout || (["assigned", "escalated"].includes(kind) && !isPerson(agent));
  const who = isByItself ? null : agent;
  return { agent: who, by: who === null && kind === "resolved" ? AUTOMATION : (who?.summary ?? null) };
}

function isSameRow(one: Step, other: Step): boolean {
  return (
    one.what === other.what &&
    one.by === other.by &&
    one.quote === other.quote &&
    minuteOf(one.at) === minuteOf(other.at)
  );
}

// PagerDuty documents no order, and entries of one second keep the one that they came in.
function inOrder(entries: LogEntry[]): { at: number; entry: LogEntry }[] {
  const seen = new Set<string>();
  const told = entries.flatMap((entry) => {
    const { id, at, type } = entry;
    if (at === null || LEFT_OUT.includes(type) || (id !== null && seen.has(id))) return [];
    if (id !== null) seen.add(id);
    return [{ at, entry }];
  });
  const isNewestFirst = (told[0]?.at ?? 0) > (told.at(-1)?.at ?? 0);
  return (isNewestFirst ? told.reverse() : told).sort((a, b) => a.at - b.at);
}

function minuteOf(at: number): number {
  return Math.floor(at / 60_000);
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
  ["escalated", "notable"],
  ["assigned", "other"],
];

/**
 * At most MOST_ROWS rows up to the resolve: those of least weight go first, and of one weight those in the middle. What
 * came after the resolve takes none of their places, since a record that grows must not lose an earlier row.
 */
export function rowsOf(steps: Step[], resolvedAt: number | null): { rows: TimelineRow[]; leftOut: string[] } {
  const isLater = ({ at }: Step) => resolvedAt !== null && at > resolvedAt;
  const until = steps.filter((step) => !isLater(step));
  const later = steps.filter(isLater);
  const kept = heaviest(until);
  const leftOut = until.length - kept.length;
  return {
    rows: [...kept, ...later.slice(0, MOST_LATER_ROWS)].map(({ kind, agent, ...row }) => row),
    leftOut: [
      ...(leftOut > 0 ? [`Timeline: ${leftOut} rows of less weight are left out.`] : []),
      ...(later.length > MOST_LATER_ROWS
        ? [`Timeline: after the resolve, only the first ${MOST_LATER_ROWS} rows are kept.`]
        : []),
    ],
  };
}

function heaviest(steps: Step[]): Step[] {
  const kept = new Set<Step>();
  for (const kinds of WEIGHTS) {
    const group = steps.filter(({ kind }) => kinds.includes(kind));
    const room = MOST_ROWS - kept.size;
    const head = group.length <= room ? group.length : Math.ceil(room / 2);
    const tail = Math.max(head, group.length - (room - head));
    for (const step of [...group.slice(0, head), ...group.slice(tail)]) kept.add(step);
  }
  return steps.filter((step) => kept.has(step));
}
