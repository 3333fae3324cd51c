/** Times as PagerDuty writes them, read into the one form that the rest of this project knows. */

import { timePattern } from "../incident/patterns.ts";

const DATE = String.raw`(\d{4}-\d\d-\d\d)`;
const CLOCK = String.raw`(\d\d:\d\d)(?::(\d\d)(\.\d{1,9})?)?`;
const ZONE = String.raw`(?:Z|([+-]\d\d)(?::?(\d\d))?)`;
const WRITTEN = new RegExp(`^${DATE}(?:T${CLOCK}${ZONE})?$`);

/**
 * The same instant with seconds and a whole offset, such as `2026-02-10T14:32:00Z`; null for what is no time. PagerDuty's
 * documents also write `2026-02-10T14:32Z`, `…-07`, `…+0000` and dates alone, which begin at midnight in UTC.
 * @see https://developer.pagerduty.com/docs/types#datetime
 */
export function readTime(written: unknown): string | null {
  if (typeof written !== "string") return null;
  if (timePattern.test(written)) return written;
  const [, date, clock = "00:00", seconds = "00", fraction = "", hours, minutes = "00"] =
    WRITTEN.exec(written) ?? [];
  const zone = hours === undefined ? "Z" : `${hours}:${minutes}`;
  const time = `${date}T${clock}:${seconds}${fraction}${zone}`;
  return timePattern.test(time) ? time : null;
}

/** The same in epoch milliseconds. */
export function readInstant(written: unknown): number | null {
  const time = readTime(written);
  return time === null ? null : Date.parse(time);
}
