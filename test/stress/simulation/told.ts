/** What a session was told, read from the words that Devin got alone. */

import type { PlayedSession } from "./services.ts";

export type Told = {
  at: number;
  ask: "gather" | "draft" | "hold" | "nudge";
  /** The event that the first line names; null for a reminder. */
  eventId: string | null;
  /** When the incident was resolved, in epoch milliseconds, by the facts; null where they do not say. */
  resolvedAt: number | null;
};

const BEGINNINGS: [beginning: string, ask: Told["ask"]][] = [
  ["A PagerDuty incident has been acknowledged", "gather"],
  ["The incident was reopened", "hold"],
  ["Nobody watches this session", "nudge"],
];

/** All that was said to it, its prompt first. */
export function toldOf({ told }: PlayedSession): Told[] {
  return told.map(({ at, text }) => {
    const [, resolved = ""] = /^ {2}"resolved": "([^"]+)",$/m.exec(text) ?? [];
    const [first = "", second = ""] = text.split("\n\n");
    const [, eventId = null] = /^\[postmortem-bridge\] Event ([\w.:-]+)/.exec(first) ?? [];
    return {
      at,
      ask: BEGINNINGS.find(([beginning]) => second.startsWith(beginning))?.[1] ?? "draft",
      eventId,
      resolvedAt: Date.parse(resolved) || null,
    };
  });
}
