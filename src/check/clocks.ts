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

const ZONE = String.raw`(?:Z(?![\p{L}\d])| ?\(?(?:UTC|GMT)(?![\p{L}\d+-]))`;
const BEFORE = String.raw`(?<![\p{L}\d:./-])`;
// `14:32`, `14:32:05`, and in UTC also `1432`, `14.32`, `14h32` and `2:32 pm`.
const COLON = String.raw`(\d\d?):(\d\d)(?::\d\d(?:\.\d{1,9})?)?`;
const DAY = String.raw`(?:(\d{4}-\d\d-\d\d)(?:[ ,]{1,2}|T| at ))?`;
// The first of two times, such as `14:32–14:40 UTC`, is UTC as well.
const UNTIL = String.raw` ?(?:[–-]|to|and|until) ?\d\d?:\d\d(?::\d\d)?${ZONE}`;
const UTC = new RegExp(
  String.raw`${BEFORE}${DAY}(?:${COLON}( ?[aApP]\.?[mM]\.?)?(?=${ZONE}|${UNTIL})|(?:(\d\d?)[.h](\d\d)|([01]\d|2[1-3])([0-5]\d))(?=${ZONE}))`,
  "gu",
);
const AFTER_UTC = /(?<=\b(?:UTC|GMT) )(\d\d?):(\d\d)(?![\d:]| ?[A-Z]{2,5}\b)/g;
const NO_ZONE = new RegExp(
  String.raw`${BEFORE}(?<!\b(?:UTC|GMT) )(\d\d):(\d\d)(?![\p{L}\d:./–-]|\.\d| ?(?:UTC|GMT|\(?[A-Z]{2,5}\b|[+-]\d|[ap]\.?m\b|h\b|hours?|min|to|and|until))`,
  "gu",
);

/** The clock times of a passage, those included that are all of a piece of code. */
export function clocksIn({ text, codes }: Passage): WrittenClock[] {
  const coded = codes
    .filter(({ value }) => value.length < 30 && /^[\dT:.\s-]+(?:Z|UTC)$/.test(value))
    .flatMap(({ value, start }) => inUtc(value).map((one) => ({ ...one, start })));
  const without = [...text.matchAll(NO_ZONE)].flatMap(({ 0: written, 1: hours, 2: minutes, index }) =>
    clockOf(hours, minutes).map((clock) => ({ day: null, clock, written, start: index, isUtc: false })),
  );
  return [...inUtc(text), ...coded, ...without];
}

function inUtc(text: string): WrittenClock[] {
  const before = [...text.matchAll(AFTER_UTC)].map(({ 0: written, 1: hours, 2: minutes, index }) => ({
    match: [written, undefined, hours, minutes],
    index,
  }));
  const after = [...text.matchAll(UTC)].map((match) => ({ match: [...match], index: match.index }));
  return [...before, ...after].flatMap(({ match, index }) => {
    const [written = "", day = null, h1, m1, half = "", h2, m2, h3, m3] = match;
    const hours = half === "" ? (h1 ?? h2 ?? h3) : hoursOf(Number(h1), half);
    return clockOf(hours, m1 ?? m2 ?? m3).map((clock) => ({
      day,
      clock,
      written,
      start: index,
      isUtc: true,
    }));
  });
}

/** The hour of a day of twice twelve hours, of which the first is called 12; one after 12 is its own. */
function hoursOf(written: number, half: string): string {
  return String(written > 12 ? written : (written % 12) + (/p/i.test(half) ? 12 : 0));
}

function clockOf(hours = "", minutes = ""): string[] {
  return Number(hours) < 24 && Number(minutes) < 60 ? [`${hours.padStart(2, "0")}:${minutes}`] : [];
}
