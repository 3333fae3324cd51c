/** Names as people read them: the one answer to whether two of them are the same. No dependency: the function uses it. */

import { INVISIBLE } from "./text.ts";

/**
 * What all spellings of one name have in common: Unicode NFC, nothing that cannot be seen, white space folded, no case.
 * Empty where there is nothing to see.
 * @see https://www.unicode.org/reports/tr15/
 */
export function nameKey(name: string): string {
  return foldCase(name.toWellFormed().replace(INVISIBLE, "").normalize("NFC"))
    .normalize("NFC")
    .replace(/[\p{Cc}\p{White_Space}]+/gu, " ")
    .trim();
}

/** Whether two names are the same to their readers. */
export function isSameName(one: string, other: string): boolean {
  return nameKey(one) === nameKey(other);
}

/**
 * Whether the whole name matches the pattern, in which `*` stands for any characters and all else for itself. Linear in
 * both, since names come from strangers.
 */
export function matchesName(pattern: string, name: string): boolean {
  const [first = "", ...rest] = nameKey(pattern).split("*");
  const value = nameKey(name);
  const last = rest.pop();
  if (last === undefined) return value === first;
  if (!value.startsWith(first)) return false;
  let from = first.length;
  for (const part of rest) {
    const at = value.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return value.length - last.length >= from && value.endsWith(last);
}

// Lower case alone keeps ß apart from ẞ and SS. A sigma has two lower forms, by its place in a word.
function foldCase(text: string): string {
  return text.toLowerCase().toUpperCase().toLowerCase().replaceAll("ς", "σ");
}
