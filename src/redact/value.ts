/** Reads the value that stands at a place of a text, however it is quoted; in one pass. */

import { matchAt } from "./match-at.ts";

export type Value = { start: number; end: number; isQuoted: boolean };

const QUOTES = new Map([
  ['"', '"'],
  ["'", "'"],
  ["`", "`"],
  ["“", "”"],
  ["„", "“"],
  ["‘", "’"],
  ["«", "»"],
  ["「", "」"],
  ["『", "』"],
]);
const OPENING = /(?:\*{1,3}|_{1,2}(?=\W)|[bfru]{1,2}(?=["'])|!!str )?(\\*)(["'`“„‘«「『]|&quot;|%2[27])?/y;
const BRACKETS = new Map([
  ["[", "]"],
  ["{", "}"],
]);
const LONGEST_GROUP = 2_000;

/** The value that begins at `at`; null where nothing stands there. What was cut ends with the line or the text. */
export function readValue(text: string, at: number): Value | null {
  const [opening = "", slashes = "", quote] = matchAt(OPENING, text, at);
  const from = at + opening.length;
  if (quote !== undefined) return readQuoted(text, from, slashes, QUOTES.get(quote) ?? quote);
  const start = from - slashes.length;
  const closing = BRACKETS.get(text.charAt(start));
  // What has quotes in it is read as JSON.
  if (closing !== undefined && /^[{[][\s{[]{0,40}["'\\]/.test(text.slice(start, start + 42))) return null;
  if (closing !== undefined && text[start + 1] !== "{") {
    const group = text.slice(start, start + LONGEST_GROUP);
    const end = group.search(closing === "]" ? /[\]\n\0]/ : /[}\n\0]/);
    if (group[end] === closing) return { start: start + 1, end: start + end, isQuoted: true };
  }
  return readBare(text, start);
}

function readQuoted(text: string, start: number, slashes: string, quote: string): Value | null {
  let end = start;
  while (end < text.length && !/[\n\0]/.test(text.charAt(end)) && !text.startsWith(slashes + quote, end))
    end++;
  return end > start ? { start, end, isQuoted: true } : null;
}

const STOP = /[\s\0]/;

function readBare(text: string, start: number): Value | null {
  let end = start;
  while (end < text.length && !STOP.test(text.charAt(end)) && !endsAt(text, start, end)) end++;
  const whole = text.slice(start, end);
  const kept = whole.length - trailing(whole);
  return kept > 0 ? { start, end: start + kept, isQuoted: false } : null;
}

const NEXT_NAME = /[,;&|]{1,2}(?:["'{}\][)(]|$|[\s\0]|[\w.%-]{0,60}["']?(?:=|:(?!\/\/)))/y;
const QUOTE_END = /\\*["'`]+(?:[\s\0,;:.)\]}>&|]|$)/y;

/** Whether a value without quotes ends here: before another name, a tag, a quote that closes, a break that was escaped. */
function endsAt(text: string, start: number, at: number): boolean {
  switch (text[at]) {
    case ",":
    case ";":
    case "&":
    case "|":
      return matchAt(NEXT_NAME, text, at).length > 0 || text.startsWith("&amp;", at);
    case '"':
    case "'":
    case "`":
      return matchAt(QUOTE_END, text, at).length > 0;
    case "<":
      return /[/a-z!]/i.test(text.charAt(at + 1)) && at > start;
    case "*":
      return text.startsWith("**", at) && at > start && !/\S/.test(text.charAt(at + 2));
    case "\\":
      return /[nrt"']/.test(text.charAt(at + 1)) || text.startsWith("u0026", at + 1);
    default:
      return false;
  }
}

// The signs of the sentence, and brackets that were opened before the value.
function trailing(value: string): number {
  let kept = value.length;
  for (; kept > 0; kept--) {
    const last = value.charAt(kept - 1);
    const opening = { ")": "(", "]": "[", "}": "{", ">": "<" }[last];
    if (opening !== undefined ? value.slice(0, kept).includes(opening) : !".,;:".includes(last)) break;
  }
  return value.length - kept;
}
