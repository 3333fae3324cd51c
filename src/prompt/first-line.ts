/**
 * The first line of every message of ours to a session. A message is found again by this line alone, so nothing that
 * a stranger wrote may stand in it.
 *
 * ```text
 * [postmortem-bridge] Event <event id>
 * [postmortem-bridge] Event <event id>, resolved at <instant>
 * [postmortem-bridge] Event <event id>, reopened at <instant>
 * [postmortem-bridge] Reminder
 * [postmortem-bridge] Check of <owner>/<name>#<number> at <head sha>
 * ```
 *
 * An instant is written in UTC and whole seconds: `2026-02-10T15:18:02Z`.
 */

export type FirstLine =
  /** `resolvedAt` is the resolve that the message tells of, in epoch milliseconds; null where it tells of none. */
  | { kind: "event"; eventId: string; resolvedAt: number | null }
  /** The session is to hold since then, in epoch milliseconds. */
  | { kind: "hold"; eventId: string; reopenedAt: number }
  | { kind: "reminder" }
  | { kind: "check"; repository: string; number: number; head: string };

const MARK = "[postmortem-bridge]";

const EVENT =
  /^\[postmortem-bridge\] Event ([\w.:-]{1,200})(?:, (resolved|reopened) at ([\dT:+-]{10,24}Z))?$/;
const CHECK =
  /^\[postmortem-bridge\] Check of ([\w.-]{1,100}\/[\w.-]{1,100})#(\d{1,15}) at ([0-9a-f]{40,64})$/;

/** The line with which a message begins; `readFirstLine` reads it back. */
export function writeFirstLine(line: FirstLine): string {
  if (line.kind === "reminder") return `${MARK} Reminder`;
  if (line.kind === "check") return `${MARK} Check of ${line.repository}#${line.number} at ${line.head}`;
  if (line.kind === "hold") return `${MARK} Event ${line.eventId}, reopened at ${spell(line.reopenedAt)}`;
  const resolved = line.resolvedAt === null ? "" : `, resolved at ${spell(line.resolvedAt)}`;
  return `${MARK} Event ${line.eventId}${resolved}`;
}

/** What the first line of a message says; null where the message is none of ours. */
export function readFirstLine(message: string): FirstLine | null {
  const line = message.split("\n", 1).join("").trimEnd();
  if (line === `${MARK} Reminder`) return { kind: "reminder" };
  const [, repository, number, head] = CHECK.exec(line) ?? [];
  if (repository !== undefined && number !== undefined && head !== undefined)
    return { kind: "check", repository, number: Number(number), head };
  const [, eventId, what, instant] = EVENT.exec(line) ?? [];
  if (eventId === undefined) return null;
  if (instant === undefined) return { kind: "event", eventId, resolvedAt: null };
  const at = Date.parse(instant);
  if (Number.isNaN(at)) return null;
  return what === "reopened"
    ? { kind: "hold", eventId, reopenedAt: at }
    : { kind: "event", eventId, resolvedAt: at };
}

function spell(instant: number): string {
  return new Date(wholeSeconds(instant)).toISOString().replace(/\.\d+Z$/, "Z");
}

/** An instant as a first line can say it, for comparing with one that was read. */
export function wholeSeconds(instant: number): number {
  return Math.floor(instant / 1_000) * 1_000;
}
