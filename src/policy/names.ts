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
  const shown = names.slice(0, MOST_NAMES).map(shorten);
  const more = names.length - shown.length;
  return more > 0 ? [...shown, `${more} more`] : shown;
}
