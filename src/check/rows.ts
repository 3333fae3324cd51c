/** Rows of the timeline, as the rules speak of them. */

import { toSingleLine } from "../lib/text.ts";
import { dateOf, timeOf } from "../lib/time.ts";
import type { PostmortemSource, Row } from "../postmortem/parse.ts";

export const MINUTE_MS = 60_000;
const LONGEST_SHOWN = 120;

export type TimedRow = Row & { at: number };

/** The rows with a time. */
export function timedRows({ timeline }: PostmortemSource): TimedRow[] {
  return timeline.flatMap((row) => (row.at === null ? [] : [{ ...row, at: row.at }]));
}

/** `2026-02-10 14:32 UTC — What happened`, for a message. */
export function shownRow({ at, text }: TimedRow): string {
  return toSingleLine(`${dateOf(at)} ${timeOf(at)} UTC — ${text}`, LONGEST_SHOWN);
}
