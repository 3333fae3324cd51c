/** A text as its reader sees it, without escapes and placeholders, and the way back to the places of the text. */

import { PLACEHOLDER } from "./placeholder.ts";

type Range = { start: number; end: number };

export type View = {
  words: string;
  /** The place in the text of what stands in the view from `start` to `end`. */
  toText: <T extends Range>(range: T) => T;
};

/** Stands for a placeholder: a line that no text has, so that nothing is found across it. */
const BREAK = "\n\0\n";

// Escapes of JSON at any depth, the end of a line of a shell that goes on in the next, and what was replaced before.
const BROKEN = String.raw`\\\r?\n|${PLACEHOLDER.source}`;
const ESCAPES = new RegExp(String.raw`\\{1,31}(?:u[0-9a-fA-F]{4}|[nrt"'/])|${BROKEN}`, "g");
const BREAKS = new RegExp(BROKEN, "g");

export function viewOf(text: string): View {
  const parts: string[] = [];
  // Pairs of places: after each, both go on alike.
  const seams: { view: number; text: number }[] = [];
  let [at, length] = [0, 0];
  // Without quotes there is no JSON, and `C:\new` is a path.
  for (const { 0: found, index } of text.matchAll(/["']|\\u00/.test(text) ? ESCAPES : BREAKS)) {
    const shown = shownAs(found);
    parts.push(text.slice(at, index), shown);
    length += index - at + shown.length;
    at = index + found.length;
    seams.push({ view: length - shown.length, text: index }, { view: length, text: at });
  }
  parts.push(text.slice(at));
  return {
    words: parts.join(""),
    toText: (range) => {
      const [start, end] = [toText(seams, range.start), toText(seams, range.end)];
      return { ...range, start, end: endOfQuoted(text, start, end) };
    },
  };
}

/** The letters and signs of Asian full width as those of ASCII; each stays in its place. */
export function toHalfWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

/** Where a value ends that seems to end at an escaped quote, as `"a\\"b"` does: at the quote that closes it. */
function endOfQuoted(text: string, start: number, end: number): number {
  const [, opening = "", quote = ""] =
    /(\\{0,31})(["'])$/.exec(text.slice(Math.max(0, start - 32), start)) ?? [];
  const [, slashes = ""] = /^(\\{1,32})["']/.exec(text.slice(end, end + 33)) ?? [];
  if (quote === "" || slashes.length <= opening.length) return end;
  const rest = text.slice(end, end + LONGEST_REST);
  let count = 0;
  for (let at = 0; at < rest.length; at++) {
    const sign = rest[at];
    if (sign === quote && count % (2 * (opening.length + 1)) === opening.length)
      return end + at - opening.length;
    count = sign === "\\" ? count + 1 : 0;
  }
  return end + rest.length;
}

const LONGEST_REST = 400;

function shownAs(found: string): string {
  if (found.startsWith("[")) return BREAK;
  if (found.endsWith("\n")) return "";
  const sign = found.replace(/^\\+/, "");
  if (sign.length > 1) return String.fromCharCode(Number.parseInt(sign.slice(1), 16));
  return sign === "n" || sign === "r" ? "\n" : sign === "t" ? "\t" : sign;
}

function toText(seams: { view: number; text: number }[], place: number): number {
  let last = { view: 0, text: 0 };
  let [low, high] = [0, seams.length - 1];
  while (low <= high) {
    const middle = Math.floor((low + high) / 2);
    const seam = seams[middle];
    if (seam !== undefined && seam.view <= place) {
      last = seam;
      low = middle + 1;
    } else high = middle - 1;
  }
  return last.text + place - last.view;
}
