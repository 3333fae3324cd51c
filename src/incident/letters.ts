/** Letters in place of people's names, for teams that keep names out of their postmortems. */

import type { IncidentRecord } from "./record.ts";
import { mapTexts } from "./texts.ts";

/**
 * The same record with `Responder A`, `Responder B` and so on in place of names, wherever they stand in it. The
 * letters go by first appearance in the log, so a record that grows keeps the letters that it had.
 */
export function withLetters(record: IncidentRecord): IncidentRecord {
  const letters = new Map<string, string>();
  for (const name of record.people) {
    const key = keyOf(split(name).filter((_, index) => index % 2 === 1));
    if (key !== "" && !letters.has(key)) letters.set(key, `Responder ${letterOf(letters.size)}`);
  }
  if (letters.size === 0) return record;
  const longest = Math.max(...[...letters.keys()].map((key) => key.split(" ").length));
  return mapTexts(record, (text, key) => (key === "href" ? text : replaceNames(text, letters, longest)));
}

/** `A` to `Z`, then `AA`; `index` counts from 0. */
export function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}

/** `words` and what is between them in turn, beginning and ending with what is between. */
function split(text: string): string[] {
  return text.split(/([\p{L}\p{N}\p{M}]+)/u);
}

function keyOf(words: string[]): string {
  return words.join(" ").normalize("NFC").toLowerCase();
}

const WITHIN_NAME = /^[\s.'’-]{1,3}$/;

/** Names of at most `longest` words, the longest first, since it may begin with a shorter one. */
function replaceNames(text: string, letters: Map<string, string>, longest: number): string {
  const parts = split(text);
  let written = parts.slice(0, 1).join("");
  for (let index = 1; index < parts.length; ) {
    const name = nameAt(parts, index, letters, longest);
    written += `${name?.letter ?? parts[index]}${parts[(name?.last ?? index) + 1]}`;
    index = (name?.last ?? index) + 2;
  }
  return written;
}

function nameAt(parts: string[], index: number, letters: Map<string, string>, longest: number) {
  for (let count = longest; count > 0; count--) {
    const last = index + 2 * (count - 1);
    const between = parts.slice(index + 1, last).filter((_, offset) => offset % 2 === 0);
    const words = parts.slice(index, last + 1).filter((_, offset) => offset % 2 === 0);
    const letter = between.every((gap) => WITHIN_NAME.test(gap)) ? letters.get(keyOf(words)) : undefined;
    if (letter !== undefined && last < parts.length) return { letter, last };
  }
  return null;
}
