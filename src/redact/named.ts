/** Secrets that follow their name: `DB_PASSWORD=…`, `"token": "…"`, `**password**: …`, `the password is …`, a column. */

import { matchAt } from "./match-at.ts";
import { ANNOUNCER, CORE, strictnessOf } from "./names.ts";
import { isMachineMade, isSecret, isStrong, type Strictness } from "./no-secret.ts";
import type { Span } from "./span.ts";
import { readValue, type Value } from "./value.ts";

export const NAMED_KIND = "password or secret";

// Signs that close a name (quotes, marks of Markdown, what explains it), the sign between, and what opens the value.
// Each part has its longest length, so that the work for a place in a text is bounded.
const NOTE = String.raw`(?:[ \t]{0,3}(?:\([^()\n]{1,40}\)|\[[^\[\]\n]{1,40}\]))?`;
const TAG = String.raw`<\/?(?:b|strong|i|em|u|code|kbd|tt|pre|span|font|label|p|br|t[rdh]|d[td])(?: [^<>\n]{0,80})?\/?>`;
const CLOSE = String.raw`[*_~${"`"}"'’”»」』\\\]]{0,8}(?:&quot;|%2[27])?`;
const SPACE = String.raw`[ \t\u00A0\u3000]{0,60}`;
const PAIR = String.raw`:?[\s,]{1,60}["']?value["']?[ \t]{0,5}[:=]|[ \t]{1,3}\{(?:[^\n{}]{0,100}\n){1,4}?[ \t]{0,20}default[ \t]{0,5}=`;
const CELL = String.raw`<\/t[dh]>\s{0,20}<td(?: [^<>\n]{0,80})?>`;
const SIGN = String.raw`(?:!?={1,3}>?|\?=|:=|::?(?!\?)|[-=]>|→|%3D|%3A|\||>(?![\w/])|,(?=[ \t]{0,3}\\{0,9}["'])|${CELL}|>)`;
const NAMED = new RegExp(
  String.raw`${CORE}(?:[\w.-]{0,40})(?: (?:here|below|now|today|again))?${NOTE}${CLOSE}(?:(?:${TAG}){0,3}${SPACE}(${SIGN})|(${PAIR}))[*_]{0,3}(?:${SPACE}${TAG}){0,3}${SPACE}`,
  "gi",
);
const IS =
  "is|was|to|are|set to|(?:reset|changed|rotated|updated)(?: to| from)?|now|still|from|being|like|of|ist|lautet|war|est|es|era|é|был";
const OF = String.raw`(?: (?:for|of|to|on|we|I|you|they|that|für|von|der|de|del|da|do|du|des|di|van|voor|till|pour|от|для|к) [\p{L}\p{N}_ ./@-]{1,40}?(?=[ \t]{0,5}:|[ \t]{1,5}(?:is|was|are|still|now|ist|war|est|es|era|é|был)[ \t]))?`;
const SENTENCE = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(${ANNOUNCER})${OF}([*_]{0,3}[ \t]{1,5}(?:(?:${IS}|[-–—])[ \t:]{1,5}){1,3}|[ \t]{0,5}(?::(?!\?)|是|为|為|は)[ \t]{0,5}|[ \t]{1,5})`,
  "giu",
);
const FLAG = /(?<![\w-])(--?[a-z][a-z0-9_.-]{0,40})[ \t]{1,5}(?=[^\s-]|-[^\s-])/gi;

/** The values after names of secrets, each by what its name lets expect. */
export function findNamed(text: string): Span[] {
  return [
    ...search(text, NAMED, judgeNamed),
    ...search(text, SENTENCE, judgeSentence),
    ...search(text, FLAG, judgeFlag),
  ];
}

type Judge = (text: string, match: RegExpExecArray, end: number) => Value | null;

function search(text: string, pattern: RegExp, judge: Judge): Span[] {
  const spans: Span[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    // The name within Amazon's name for a resource, `arn:aws:…:secret:orders-db-a1b2c3`, is no name of a value.
    const isResource = /\barn:[\w:/-]{1,80}$/.test(text.slice(Math.max(0, match.index - 100), match.index));
    const value = isResource ? null : judge(text, match, pattern.lastIndex);
    if (value === null) continue;
    spans.push({ start: value.start, end: value.end, kind: NAMED_KIND });
    pattern.lastIndex = Math.max(pattern.lastIndex, value.end);
  }
  return spans;
}

function judgeNamed(text: string, match: RegExpExecArray, end: number): Value | null {
  const sign = match[1];
  const strictness = strictnessOf(nameBefore(text, match.index) + nameIn(match));
  if (strictness === null) return null;
  const value = readValue(text, end);
  if (value === null || isBlockMark(text, value)) return onNextLine(text, value?.end ?? end);
  const found = text.slice(value.start, value.end);
  if (sign === "|" || sign === "," || (sign === ">" && !text.startsWith("</", value.end)))
    return isStrong(found) && isSecret(found, strictness) ? value : null;
  if (!isSecret(found, strictness)) return fallbackOf(text, value);
  return sign === ":" && isProse(text, value, strictness) ? null : value;
}

// `password = process.env.PW ?? "…"`, `os.environ.get("PW", "…")`.
const FALLBACK = /["')\]]{0,3}(?:,|[ \t]{1,3}(?:\?\?|\|\||or))[ \t]{1,3}(?=["'`])/y;

function fallbackOf(text: string, { end }: Value): Value | null {
  const [before] = matchAt(FALLBACK, text, end);
  const value = before === undefined ? null : readValue(text, end + before.length);
  return value !== null && isStrong(text.slice(value.start, value.end)) ? value : null;
}

/** Whether the value is the first of several words, as in "password: see the vault". */
function isProse(text: string, value: Value, strictness: Strictness): boolean {
  if (value.isQuoted || isStrong(text.slice(value.start, value.end))) return false;
  const rest = /^[ \t]{1,3}[A-Za-z]{2,20}(?:[\s.,;:!?]|$)/.test(text.slice(value.end, value.end + 40));
  return rest && (strictness !== "password" || /^[a-z]+$/i.test(text.slice(value.start, value.end)));
}

// `password: |` and `password:` have their value on the next line, alone.
function isBlockMark(text: string, { start, end, isQuoted }: Value): boolean {
  return (
    !isQuoted &&
    /^[|>][-+]?$/.test(text.slice(start, end)) &&
    /^[ \t]*(?:\n|$)/.test(text.slice(end, end + 9))
  );
}

function onNextLine(text: string, at: number): Value | null {
  const gap =
    /^[ \t*_`|>+-]{0,10}\r?\n(?:[ \t]{0,9}\r?\n)?[ \t>]{0,40}(?:[-*] )?(?:["']?value["']?:[ \t]{1,9})?/.exec(
      text.slice(at, at + 80),
    );
  if (gap === null) return null;
  const value = readValue(text, at + gap[0].length);
  if (value === null) return null;
  const isAlone = /^[`"']{0,3}[ \t]*(?:\r?\n|\0|$)/.test(text.slice(value.end, value.end + 20));
  const found = text.slice(value.start, value.end);
  return isAlone && isStrong(found) && !/[:=]$/.test(text.slice(value.start, value.end + 1)) ? value : null;
}

function judgeSentence(text: string, match: RegExpExecArray, end: number): Value | null {
  const [, name = "", is = ""] = match;
  const strictness = strictnessOf(nameBefore(text, match.index) + name);
  const value = strictness === null ? null : readValue(text, end);
  if (strictness === null || value === null) return null;
  const found = text.slice(value.start, value.end);
  // `pin` is a verb too.
  if (strictness === "code") return is.trim() !== "" && isSecret(found, "code") ? value : null;
  const isAlone = is.trim() === "";
  if (isStrong(found))
    return !isAlone || isMachineMade(found) || /^(?=.*\d)[^=:()/]+$/.test(found) ? value : null;
  if (isAlone || /^[-–—]/.test(is.trim())) return null;
  const isTelling = found.length >= 4 && /\d/.test(found) && !/^(?:[a-z]+-)?v?\d/i.test(found);
  return isTelling && isSecret(found, strictness) ? value : null;
}

function judgeFlag(text: string, match: RegExpExecArray, end: number): Value | null {
  const [, name = ""] = match;
  const strictness = strictnessOf(name);
  if (strictness === null) return null;
  const value = readValue(text, end);
  if (value === null) return null;
  return isSecret(text.slice(value.start, value.end), strictness) ? value : null;
}

const ANNOUNCING = new RegExp(`${NAMED.source}\\\\*["']?$`, "gi");

/** The name whose value begins at a place of the text; null where none stands there. */
export function nameBeforeValue(text: string, at: number): string | null {
  const from = Math.max(0, at - 160);
  const before = text.slice(from, at);
  const match = [...before.matchAll(ANNOUNCING)].at(-1);
  if (match === undefined) return null;
  return nameBefore(before, match.index) + nameIn(match);
}

/** The part of a name that stands before its core; of `the signing key` the word before too. */
function nameBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 101), at);
  return before.slice(before.search(/(?:[\p{L}\p{N}_.-]{1,40}[ ])?[\p{L}\p{N}_.-]{0,60}$/u));
}

/** The name in a match: what stands before the sign or the word that names the value. */
function nameIn([match, sign, pair = ""]: RegExpExecArray): string {
  return match.slice(0, match.lastIndexOf(sign ?? pair)).replace(/[([][^)\]]*[)\]]?/g, "");
}
