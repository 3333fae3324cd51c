/** What a session was told, read from the words that Devin got alone. */

import type { PlayedSession } from "./services.ts";

export type Told = {
  at: number;
  ask: "gather" | "draft" | "hold" | "nudge";
  /** The occasion that a message names; null for a prompt. */
  event: { type: string; id: string } | null;
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
    // Strangers' words come after the first line.
    const [first = ""] = text.split("\n");
    const [, type, id] = /\(([\w. ]+), event ([\w.:-]+)\)/.exec(first) ?? [];
    return {
      at,
      ask: BEGINNINGS.find(([beginning]) => text.startsWith(beginning))?.[1] ?? "draft",
      event: type === undefined || id === undefined ? null : { type, id },
      resolvedAt: Date.parse(resolved) || null,
    };
  });
}
