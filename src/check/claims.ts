/** The claims of a postmortem: the author's paragraphs and items on causes and effects, each with its mark. */

import type { Block } from "../postmortem/blocks.ts";
import { nodesOf } from "../postmortem/markdown.ts";
import { type PostmortemSource, sectionsWith } from "../postmortem/parse.ts";
import type { Passage } from "../postmortem/passages.ts";
import { CERTAINTIES } from "../postmortem/vocabulary.ts";
import type { SectionKey } from "../settings/sections.ts";
import { compare } from "./comparison.ts";
import type { RuleContext } from "./rule.ts";

/** `(confirmed: source)`, `(likely)` or `(unknown)`, from `start` to before `end`. */
export type Mark = { kind: (typeof CERTAINTIES)[number]; start: number; end: number };

export type Claim = {
  block: Block;
  passage: Passage;
  /** The one that it ends with. */
  mark: Mark | null;
  /** Whether it stands where a mark is only recommended. */
  isOptional: boolean;
};

/** Where a claim must have its mark. */
export const MARKED = ["root-cause", "contributing-factors", "ruled-out"] as const satisfies SectionKey[];
/** Where it is recommended. */
export const RECOMMENDED = ["summary", "impact"] as const satisfies SectionKey[];
const LONGEST_MARK = 1_000;

/**
 * Every paragraph and item of the author's that a mark belongs to: an item ends with the last of its paragraphs. A
 * question is none, nor are a quotation and a line that only leads to what stands below it.
 */
export function claimsIn(source: PostmortemSource, context: RuleContext): Claim[] {
  const recommended = new Set(sectionsWith(source, ...RECOMMENDED));
  // Where the record is not known, what stands there may be the record's.
  const optional = context.record === null ? [] : RECOMMENDED;
  return sectionsWith(source, ...MARKED, ...optional).flatMap((section) =>
    section.blocks.flatMap((block, index) => {
      const [passage] = block.passages;
      const isClaim =
        (block.kind === "paragraph" || block.kind === "item") &&
        !isRecords(block, source, context) &&
        !block.isQuoted &&
        !isPicture(block);
      if (passage === undefined || !isClaim || isLead(block, section.blocks.slice(index + 1))) return [];
      const isOptional = block.isFootnote || recommended.has(section);
      return [{ block, passage, mark: markOf(passage.text), isOptional }];
    }),
  );
}

/** Whether a line says nothing by itself: a question, a heading in bold, or what goes on in the blocks after it. */
function isLead({ kind, words, depth, node }: Block, after: Block[]): boolean {
  if (/^\s*$|[?？]\s*$/.test(words)) return true;
  const [next] = after;
  if (next === undefined || next.kind === "heading") return false;
  const isBold =
    kind === "paragraph" && node.type === "paragraph" && node.children.every(({ type }) => type === "strong");
  // A sentence in bold is a sentence.
  if ((isBold && !/[.。!！]\s*$/.test(words)) || /[:：]\s*$/.test(words)) return true;
  if (depth > 0 && next.kind === "paragraph" && next.depth === depth) return true;
  return kind === "item" && next.depth > depth && itemsBelow(depth, after).every(isMarked);
}

/** The items of the list within an item of this depth. */
function itemsBelow(depth: number, after: Block[]): Block[] {
  const end = after.findIndex((block) => block.depth <= depth);
  return (end === -1 ? after : after.slice(0, end)).filter(({ kind }) => kind === "item");
}

function isMarked({ words }: Block): boolean {
  return markOf(words) !== null;
}

/** Whether a paragraph is nothing but pictures, which are charts. */
function isPicture({ node }: Block): boolean {
  return [...nodesOf(node)].every(
    (one) => one === node || /^image|^link/.test(one.type) || ("value" in one && one.value.trim() === ""),
  );
}

export type MarkedClaim = Claim & { mark: Mark };

/** Those that end with their mark. */
export function markedIn(source: PostmortemSource, context: RuleContext): MarkedClaim[] {
  return claimsIn(source, context).flatMap(({ mark, ...claim }) =>
    mark === null ? [] : [{ ...claim, mark }],
  );
}

/** The author's own blocks where the incident is told: before the first section, with the claims, and in the timeline. */
export function toldIn(source: PostmortemSource, context: RuleContext): Block[] {
  return [source.sections[0], ...sectionsWith(source, ...MARKED, ...RECOMMENDED, "timeline")]
    .flatMap(({ blocks }) => blocks)
    .filter((block) => !isRecords(block, source, context));
}

/** Whether all of the words are the record's: a paragraph may go on after a sentence of it. */
function isRecords(block: Block, source: PostmortemSource, context: RuleContext): boolean {
  const { own, continued } = compare(source, context);
  return own.has(block) && !continued.has(block);
}

/** The mark that a text ends with; a full stop may follow it. */
export function markOf(text: string): Mark | null {
  const end = text.search(/(?<![\s.。])[\s.。]*$/);
  const start = openingBracket(text, end - 1);
  const [, kind = ""] = MARK.exec(text.slice(start, end)) ?? [];
  const known = CERTAINTIES.find((word) => word === kind.toLowerCase());
  return known === undefined ? null : { kind: known, start, end };
}

const WORD = CERTAINTIES.join("|");
const MARK = new RegExp(String.raw`^[(（](${WORD})(?:(?:\s{0,3}[:：,，;—–-]|\sby\s).*)?[)）]$`, "is");
const MARK_ANYWHERE = new RegExp(String.raw`[(（](?:${WORD})(?:[)）]|\s{0,3}[:：,，;—–-])`, "i");

/** Where the parenthesis stands that the one at `closing` closes; the place itself where there is none. */
function openingBracket(text: string, closing: number): number {
  if (!/^[)）]/.test(text.slice(closing))) return closing;
  let depth = 0;
  for (let at = closing; at >= Math.max(0, closing - LONGEST_MARK); at--) {
    if (text[at] === ")" || text[at] === "）") depth++;
    if (text[at] === "(" || text[at] === "（") depth--;
    if (depth === 0) return at;
  }
  return closing;
}

/** Whether a mark stands somewhere in a text. */
export function hasMark(text: string): boolean {
  return MARK_ANYWHERE.test(text);
}
