/** Texts with the secrets and personal data in them replaced by placeholders that say what stood there. */

import { INVISIBLE } from "../lib/text.ts";
import { findEncoded } from "./base64.ts";
import { type Atom, readJson } from "./json.ts";
import { findManifest } from "./manifest.ts";
import { findNamed, NAMED_KIND } from "./named.ts";
import { isMeantBy } from "./pattern.ts";
import { PATTERNS } from "./patterns.ts";
import { findPersonal, type IsPhone, PERSONAL_KINDS } from "./personal.ts";
import { PLACEHOLDER, placeholderOf } from "./placeholder.ts";
import { mergeSpans, type Span } from "./span.ts";
import { findColumns } from "./table.ts";
import { findVendorTokens, VENDORS } from "./vendors.ts";
import { toHalfWidth, viewOf } from "./view.ts";

/** `allow`: words that are no secret and no personal data, compared whole and without regard to case. */
export type RedactOptions = { allow?: readonly string[] };

// In the order of their rank: where two are found in one place, the first names it.
const KINDS = [
  ...new Set([
    ...PATTERNS.map(({ kind }) => kind).filter((kind) => kind !== NAMED_KIND && kind !== "cookie"),
    ...VENDORS.map(({ kind }) => kind),
    "cookie",
    NAMED_KIND,
    ...PERSONAL_KINDS,
  ]),
];

/** What stands in place of what was found, one for each kind. */
export const PLACEHOLDERS: string[] = KINDS.map(placeholderOf).sort();

// What stands alone after one replacement can look like a secret. Ordinary text settles in the second round.
const MOST_ROUNDS = 4;

/** The text with the secrets and personal data in it replaced; JSON in it stays JSON. Done again, it changes nothing. */
export async function redactText(text: string, options: RedactOptions = {}): Promise<string> {
  return (await loadRedaction(options))(text);
}

/** Each of the texts with the secrets and personal data in it replaced. */
export async function redactTexts(texts: readonly string[], options: RedactOptions = {}): Promise<string[]> {
  return texts.map(await loadRedaction(options));
}

/** What replaces the secrets and personal data of a text; the same text is read once. */
export async function loadRedaction(options: RedactOptions): Promise<(text: string) => string> {
  const isPhone = await loadPhones();
  const allowed = new Set((options.allow ?? []).map(fold));
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    let words = text.replace(INVISIBLE, "").replaceAll("\0", " ");
    for (let round = 1; round <= MOST_ROUNDS; round++) {
      const redacted = redactOnce(words, isPhone, allowed);
      if (redacted === words) break;
      words = redacted;
    }
    known.set(text, words);
    return words;
  };
}

/** Whether the words are among those that a team allows. */
export function isAllowed(words: string, allow: readonly string[]): boolean {
  return allow.some((allowed) => fold(allowed) === fold(words));
}

function fold(words: string): string {
  return words.normalize("NFC").trim().toLowerCase();
}

/** Loads what is known of the world's phone numbers, which is large, only where something is redacted. */
async function loadPhones(): Promise<IsPhone> {
  const { isValidPhoneNumber } = await import("libphonenumber-js/min");
  return (found) => isValidPhoneNumber(found.replace(/[,;].{0,40}$/, "").replace(/^00/, "+"), "US");
}

function redactOnce(text: string, isPhone: IsPhone, allowed: Set<string>): string {
  const plain = toHalfWidth(text);
  const { spans, atoms } = readJson(plain);
  const view = viewOf(plain);
  const find = (words: string) => findAll(words, isPhone);
  const seen = [...find(view.words), ...findEncoded(view.words, find)].map(view.toText);
  const meant = [...spans, ...seen].filter(({ start, end }) => !allowed.has(fold(text.slice(start, end))));
  return meant.length === 0 ? text : replace(text, clip(mergeSpans(meant, KINDS), atoms, text));
}

function findAll(text: string, isPhone: IsPhone): Span[] {
  return [
    ...findVendorTokens(text),
    ...findNamed(text),
    ...findManifest(text, NAMED_KIND),
    ...findColumns(text, NAMED_KIND),
    ...findPatterns(text),
    ...findPersonal(text, isPhone),
  ];
}

function findPatterns(text: string): Span[] {
  // `matchAll` makes each expression anew, which takes longer than to see that most find nothing.
  return PATTERNS.filter(({ pattern }) => text.search(pattern) >= 0).flatMap((row) =>
    [...text.matchAll(row.pattern)].flatMap(({ indices, 0: match, index }) => {
      const [start, end] = indices?.groups?.["secret"] ?? [index, index + match.length];
      return isMeantBy(row, text.slice(start, end)) ? [{ start, end, kind: row.kind }] : [];
    }),
  );
}

type Replacement = Span & { quote: string };

/** The parts of the spans that may be replaced: never a bracket or quote of JSON, never a placeholder. */
function clip(spans: Span[], atoms: Atom[], text: string): Replacement[] {
  const parts = atoms
    .filter(({ start, end }) => end > start)
    .flatMap((atom) => withoutPlaceholders(atom, text));
  const replacements: Replacement[] = [];
  let at = 0;
  for (const { start, end, kind } of spans) {
    while (endsBefore(parts[at], start)) at++;
    for (let next = at; next < parts.length; next++) {
      const part = parts[next];
      if (part === undefined || part.start >= end) break;
      const isWhole = part.quote !== null;
      replacements.push({
        start: isWhole ? part.start : Math.max(start, part.start),
        end: isWhole ? part.end : Math.min(end, part.end),
        kind,
        quote: part.quote ?? "",
      });
    }
  }
  return replacements;
}

function endsBefore(atom: Atom | undefined, place: number): boolean {
  return atom !== undefined && atom.end <= place;
}

function withoutPlaceholders(atom: Atom, text: string): Atom[] {
  const parts: Atom[] = [];
  let at = atom.start;
  for (const { 0: found, index } of text.slice(atom.start, atom.end).matchAll(PLACEHOLDER)) {
    parts.push({ ...atom, start: at, end: atom.start + index });
    at = atom.start + index + found.length;
  }
  return [...parts, { ...atom, start: at }].filter(({ start, end }) => end > start);
}

function replace(text: string, replacements: Replacement[]): string {
  let at = 0;
  const parts: string[] = [];
  for (const { start, end, kind, quote } of replacements) {
    // A number can hold two spans, and is replaced once.
    if (start < at) continue;
    parts.push(text.slice(at, start), quote, placeholderOf(kind), quote);
    at = end;
  }
  return parts.join("") + text.slice(at);
}
