/** Clock times as people write them in a text. */

import type { Passage } from "../postmortem/passages.ts";

/** A time of a day; `clock` is `08:20`, whatever `written` is. One without a zone may be of any. */
export type WrittenClock = {
  day: string | null;
  clock: string;
  written: string;
  start: number;
  isUtc: boolean;
};

const NOT_WITHIN = String.raw`(?<![\p{L}\d:./-])`;
const DAY = String.raw`(?:(?<day>\d{4}-\d\d-\d\d)(?:[ ,]{1,2}|T| at ))?`;
const COLON = String.raw`(?<hours>\d\d?):(?<minutes>\d\d)(?::\d\d(?:\.\d{1,9})?)?`;
const ZONE = String.raw`(?:Z(?![\p{L}\d])|\+00:?00(?!\d)| {0,2}\(?(?:UTC|GMT)(?![\p{L}\d+-]))`;
// The first of two times, such as `14:32–14:40 UTC`, is UTC as well.
const UNTIL = String.raw` ?(?:[–-]|to|and|until) ?\d\d?:\d\d(?::\d\d)?${ZONE}`;

const IN_UTC = [
  // `14:32 UTC`, `14:32:05Z`, `2:32 pm UTC`
  String.raw`${NOT_WITHIN}${DAY}${COLON}(?<half> ?[ap]\.?m\.?)?(?=${ZONE}|${UNTIL})`,
  // `14.32 UTC`, `14h32 UTC`
  String.raw`${NOT_WITHIN}${DAY}(?<hours>\d\d?)[.h](?<minutes>\d\d)(?=${ZONE})`,
  // `1432 UTC`
  String.raw`${NOT_WITHIN}${DAY}(?<hours>[01]\d|2[1-3])(?<minutes>[0-5]\d)(?=${ZONE})`,
  // `UTC 14:32`
  String.raw`(?<=\b(?:UTC|GMT) )(?<hours>\d\d?):(?<minutes>\d\d)(?![\d:]| ?[A-Z]{2,5}\b)`,
].map((form) => new RegExp(form, form.includes("[A-Z]") ? "gu" : "giu"));

const WITHOUT_ZONE = new RegExp(
  String.raw`${NOT_WITHIN}(?<!\b(?:UTC|GMT) )(?<hours>\d\d):(?<minutes>\d\d)(?![\p{L}\d/–-]|[:.]\d|\+00| {0,2}(?:[uU][tT][cC]|[gG][mM][tT]|\(?[A-Z]{2,5}\b|[+-]\d|[ap]\.?m\b|h\b|hours?|min|to|and|until))`,
  "gu",
);

/** The clock times of a passage, those included that are all of a piece of code. */
export function clocksIn({ text, codes }: Passage): WrittenClock[] {
  const coded = codes
    .filter(({ value }) => value.length < 30 && /^[\dT:.\s-]+(?:Z|UTC)$/i.test(value))
    .flatMap(({ value, start }) =>
      IN_UTC.flatMap((form) => read(value, form)).map((one) => ({ ...one, start })),
    );
  const inUtc = [...IN_UTC.flatMap((form) => read(text, form)), ...coded];
  return [
    ...inUtc.map((one) => ({ ...one, isUtc: true })),
    ...read(text, WITHOUT_ZONE).map((one) => ({ ...one, isUtc: false })),
  ];
}

function read(text: string, form: RegExp): Omit<WrittenClock, "isUtc">[] {
  return [...text.matchAll(form)].flatMap(({ 0: written, index: start, groups = {} }) => {
    const { day = null, hours = "", minutes = "", half = "" } = groups;
    const hour = hourOf(Number(hours), half);
    const clock = `${String(hour).padStart(2, "0")}:${minutes}`;
    return hour < 24 && Number(minutes) < 60 ? [{ day, clock, written, start }] : [];
  });
}

/** The hour of the day; of twice twelve hours the first is called 12, and one after 12 is its own. */
function hourOf(written: number, half: string): number {
  return half === "" || written > 12 ? written : (written % 12) + (/p/i.test(half) ? 12 : 0);
}
