/** A text as its reader sees it, without escapes and placeholders, and the way back to the places of the text. */

export type View = {
  words: string;
  /** The place in the text of a place in the view. */
  toText: (at: number) => number;
};

/** Stands for a placeholder: a line that no text has, so that nothing is found across it. */
const BREAK = "\n\0\n";

// Escapes of JSON at any depth, and what was replaced before.
const ESCAPES = /\\{1,31}(?:u[0-9a-fA-F]{4}|[nrt"'/])|\[redacted: [^\]\n]{1,40}\]/g;
const PLACEHOLDERS_ALONE = /\[redacted: [^\]\n]{1,40}\]/g;

export function viewOf(text: string): View {
  const parts: string[] = [];
  // Pairs of places: after each, both go on alike.
  const seams: { view: number; text: number }[] = [];
  let [at, length] = [0, 0];
  // Without quotes there is no JSON, and `C:\new` is a path.
  for (const { 0: found, index } of text.matchAll(/["']/.test(text) ? ESCAPES : PLACEHOLDERS_ALONE)) {
    const shown = shownAs(found);
    parts.push(text.slice(at, index), shown);
    length += index - at + shown.length;
    at = index + found.length;
    seams.push({ view: length - shown.length, text: index }, { view: length, text: at });
  }
  parts.push(text.slice(at));
  if (seams.length === 0) return { words: text, toText: (place) => place };
  return { words: parts.join(""), toText: (place) => toText(seams, place) };
}

function shownAs(found: string): string {
  if (found.startsWith("[")) return BREAK;
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
