/** What a postmortem claims of causes, and the marks that say how well each claim is supported. */

import type { Passage } from "../postmortem/prose.ts";

/** `(confirmed: …)`, `(likely: …)` or `(unknown)`. */
export type Mark = { kind: "confirmed" | "likely" | "unknown"; evidence: string; start: number; end: number };

const MARK = /\((confirmed|likely|unknown)(?![\w-])/gi;
const LONGEST_MARK = 1_000;

/** The marks of a passage or a sentence. */
export function marksOf(text: string): Mark[] {
  return [...text.matchAll(MARK)].map(({ 0: opening, 1: kind = "", index }) => {
    const end = closingOf(text, index);
    const evidence = text
      .slice(index + opening.length, end)
      .replace(/^[\s:,—–-]{0,9}/, "")
      .trim();
    return { kind: KINDS[kind.toLowerCase()] ?? "unknown", evidence, start: index, end };
  });
}

const KINDS: Record<string, Mark["kind"]> = { confirmed: "confirmed", likely: "likely" };

/** Where the parenthesis stands that closes the one at `start`, or where the search for it ended. */
export function closingOf(text: string, start: number): number {
  const last = Math.min(text.length, start + LONGEST_MARK);
  let depth = 0;
  for (let at = start; at < last; at++) {
    if (text[at] === "(") depth++;
    if (text[at] === ")") depth--;
    if (depth === 0) return at;
  }
  return last;
}

const CAUSAL =
  /\b(?:caus(?:ed?|es|ing)|because|due to|owing to|led to|leads to|resulted (?:in|from)|result of|trigger(?:ed|s)?|introduced|culprit|root[- ]caused?|broke|brought (?:down|about)|responsible for|stems? from|stemmed from|took [\w -]{1,40} down)\b/i;

/** Whether the words name something as a cause. */
export function isCausal(text: string): boolean {
  return CAUSAL.test(text) && !isQuestion(text);
}

/** Whether the words ask, and claim nothing. */
export function isQuestion(text: string): boolean {
  return /\?\W{0,9}$/.test(text) || /\bopen question\b/i.test(text);
}

const UNKNOWN =
  /\b(?:unknown|unclear|undetermined|unproven|unconfirmed|not (?:yet )?(?:been )?(?:known|clear|confirmed|established|determined|found|identified|proven|understood)|no (?:evidence|(?:root )?cause)|under investigation)\b/i;

/** Whether the words say that something is not known. */
export function isUnknown(text: string): boolean {
  return UNKNOWN.test(text);
}

const TIME = /\b\d\d:\d\d\b/;

/** Whether a confirmation in the passage points at something: a link, code such as a query, or a time of the timeline. */
export function isSourced({ text, links, codes }: Passage): boolean {
  return links.length > 0 || codes.length > 0 || marksOf(text).some(({ evidence }) => TIME.test(evidence));
}
