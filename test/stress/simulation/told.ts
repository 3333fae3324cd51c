/** What a session was told, read from the words that Devin got alone. */

import type { PlayedSession } from "./services.ts";

export type Told = {
  at: number;
  ask: "gather" | "draft" | "hold" | "nudge" | "mend";
  firstLine: string;
  /** The event that the first line names; null for a reminder. */
  eventId: string | null;
  /** When the incident was resolved, in epoch milliseconds, by the facts; null where they do not say. */
  resolvedAt: number | null;
  /** Whether the facts say that it is not resolved. */
  isOpen: boolean;
};

/** An event's time trails the record's by up to 1.3 s. */
const TRAILING_MS = 1_500;

const BEGINNINGS: [beginning: string, ask: Told["ask"]][] = [
  ["A PagerDuty incident has been acknowledged", "gather"],
  ["The incident was reopened", "hold"],
  ["Nobody watches this session", "nudge"],
  ["The check of your pull request has found errors", "mend"],
];

/** What it was asked last about its draft as a whole: a reminder, or what to mend, changes nothing of that. */
export function lastAsked(session: PlayedSession): Told | undefined {
  return toldOf(session).findLast(({ ask }) => ask !== "nudge" && ask !== "mend");
}

/** All that was said to it, its prompt first. */
export function toldOf({ told }: PlayedSession): Told[] {
  return told.map(({ at, text }) => {
    const [, resolved = ""] = /^ {2}"resolved": "([^"]+)",$/m.exec(text) ?? [];
    const [, status = ""] = /^ {2}"status": "([^"]+)",?$/m.exec(text) ?? [];
    const [first = "", second = ""] = text.split("\n\n");
    const [, eventId = null] = /^\[postmortem-bridge\] Event ([\w.:-]+)/.exec(first) ?? [];
    return {
      at,
      ask: BEGINNINGS.find(([beginning]) => second.startsWith(beginning))?.[1] ?? "draft",
      firstLine: first,
      eventId,
      resolvedAt: Date.parse(resolved) || null,
      isOpen: status === "triggered" || status === "acknowledged",
    };
  });
}

/** A session knows a resolve by its time; where its facts name none, by being told later that the incident is resolved. */
export function tellsOf(resolvedAt: number): (told: Told) => boolean {
  return (told) => {
    if (told.ask !== "draft" || told.isOpen) return false;
    // Of an event that PagerDuty could not be asked about, the session is told that the time is not known.
    if (told.resolvedAt === null) return told.at >= resolvedAt;
    return Math.abs(told.resolvedAt - resolvedAt) <= TRAILING_MS;
  };
}
