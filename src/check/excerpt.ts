/** A postmortem's own words in a message: one line, with a bound. */

import { toSingleLine } from "../lib/text.ts";

const LONGEST = 140;
const LONGEST_QUOTE = 60;

/** The words, or `empty` where there are none. */
export function excerpt(words: string | null): string {
  return words === null ? "empty" : toSingleLine(words, LONGEST);
}

/** The words in quotation marks. */
export function quote(words: string): string {
  return `“${toSingleLine(words, LONGEST_QUOTE)}”`;
}
