/** Rows of the timeline, as the rules speak of them. */

import { dateOf, timeOf } from "../lib/time.ts";
import type { DocumentRow, PostmortemSource } from "../postmortem/parse.ts";
import { excerpt } from "./excerpt.ts";

export const MINUTE_MS = 60_000;

export type TimedRow = DocumentRow & { at: number };

/** The rows with a time. */
export function timedRows({ timeline }: PostmortemSource): TimedRow[] {
  return timeline.flatMap((row) => (row.at === null ? [] : [{ ...row, at: row.at }]));
}

const CLOCK = /^(?:\d{4}-\d\d-\d\d[ T,]{1,2})?(?:\d{1,2}[:.h]\d\d|\d{4} ?(?:Z|UTC)\b)/i;

/** Whether a row begins with a time, though not with one in the form of the timeline. */
export function isOtherwiseTimed({ at, text }: DocumentRow): boolean {
  return at === null && CLOCK.test(text);
}

/** `2026-02-10 14:32 UTC — What happened`, for a message. */
export function shownRow({ at, text }: TimedRow): string {
  return excerpt(`${dateOf(at)} ${timeOf(at)} UTC — ${text}`);
}
