/** Names of rules and of their values in a sentence, bounded. */

import { toSingleLine } from "../lib/text.ts";

const LONGEST_NAME = 60;
const MOST_NAMES = 10;

/** One name on one line. */
export function shorten(name: string): string {
  return toSingleLine(name, LONGEST_NAME);
}

/** `P1, P2 or P3`. */
export function orList(names: readonly string[]): string {
  const shown = bounded(names);
  return [shown.slice(0, -1).join(", "), ...shown.slice(-1)].filter(Boolean).join(" or ");
}

/** `P1, P2, P3`. */
export function commaList(names: readonly string[]): string {
  return bounded(names).join(", ");
}

function bounded(names: readonly string[]): string[] {
  return firstOf(names.map(shorten), MOST_NAMES, "more");
}

/** The first of the items, and in one more how many there are beyond `most`: `3 more`. */
export function firstOf(items: string[], most: number, rest: string): string[] {
  const more = items.length - most;
  return more > 0 ? [...items.slice(0, most), `${more} ${rest}`] : items;
}
