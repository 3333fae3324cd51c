/** What the template leaves open is not part of the result. */

import type { Block } from "../../postmortem/blocks.ts";
import type { PostmortemSource } from "../../postmortem/parse.ts";
import { CODE } from "../../postmortem/passages.ts";
import { compare } from "../comparison.ts";
import { isContent, saidIn } from "../content.ts";
import { excerpt } from "../excerpt.ts";
import type { Rule, RuleContext, RuleFinding } from "../rule.ts";

export const structurePlaceholder: Rule = {
  meta: {
    id: "structure-placeholder",
    severity: "error",
    why: "What the template leaves open is not part of the result.",
    fix: "Replace it with what is known, or with words that say it is not.",
    wrong: "- [ ] ",
    right:
      "- [ ] Limit the pool (owner: orders team; due: 2026-03-01; kind: prevent; done when: the load test passes)",
  },
  run,
};

const TAG = /<(?:add|date|describe|fill|insert|link|name|owner|placeholder|specify|time|your)\b[^<>]{0,80}>/i;
const MARKERS =
  /\b(?:TODO|TBD|FIXME|TKTK|XX+)\b|\?{3,}|(?<=\s)\?\?(?=[\s).,;]|$)|\{\{ ?[a-z_]{1,40} ?\}\}|\[(?:add|describe|enter|fill in|insert|placeholder|specify|your)\b[^[\]]{0,80}\]|\(insert [^()]{1,60} here\)|_{4,}|\bVerb …|\blorem ipsum\b|\bYYYY-MM-DD\b/i;
// Lower case is prose.
const UPPER = /^(?:TODO|TBD|FIXME|TKTK|XX|YYYY)/;

function run(source: PostmortemSource, context: RuleContext): RuleFinding[] {
  const template = context.skeleton?.sections.flatMap(({ templateLines }) => templateLines) ?? [];
  const given = new Map(template.map((block) => [block.form, block]));
  const { own } = compare(source, context);
  return source.sections
    .flatMap(({ key, blocks }) => blocks.map((block) => ({ block, key, isFull: blocks.some(isContent) })))
    .filter(({ block }) => !own.has(block))
    .flatMap(({ block, key, isFull }) => {
      const filler = isFull && key !== "questions" ? fillerIn(block) : null;
      const message = filler ?? placeholderIn(block, source, given.get(block.form), key === "timeline");
      return message === null ? [] : [{ line: block.line, message }];
    });
}

// Nothing, dots, or the details of an action item alone.
const EMPTY = /^(?:\[ ?\] ?)?(?:\.{3}|\((?:owner|due|kind|done when):.*)?$/i;

function isEmpty(block: Block): boolean {
  return EMPTY.test(block.form) || (block.words !== "" && saidIn(block) === "");
}

function placeholderIn(
  block: Block,
  source: PostmortemSource,
  given: Block | undefined,
  isTimeline: boolean,
): string | null {
  const { kind, words } = block;
  if (kind === "item" && isEmpty(block) && (block.passages.length > 0 || isAlone(source, block)))
    return "An item is empty.";
  if (kind === "code" || kind === "heading") return null;
  if (given !== undefined) {
    return isPrompt(block) || /…|\bYYYY-MM-DD\b/.test(words)
      ? `The template's own words still stand there: ${excerpt(words)}`
      : null;
  }
  if (isTimeline) return null;
  // A tag is in no passage.
  const [marker] = MARKERS.exec(proseOf(block)) ?? TAG.exec(block.form) ?? [];
  if (marker === undefined || (/^[a-z]{2,9}$/i.test(marker) && !UPPER.test(marker))) return null;
  return `A placeholder still stands there: ${excerpt(marker)}`;
}

/** What stands in place of a claim, such as `To be determined`; a section with nothing else is another rule's. */
function fillerIn(block: Block): string | null {
  const isText = (block.kind === "paragraph" || block.kind === "item") && block.words !== "";
  if (!isText || isContent(block) || /^(?:\[ ?\]|\.{3})?$/.test(block.form)) return null;
  return `A line says nothing but ${excerpt(block.words)}`;
}

/** Whether an item that begins with no words has nothing else either. */
function isAlone({ blocks }: PostmortemSource, item: Block): boolean {
  const next = blocks[blocks.indexOf(item) + 1];
  const isBelow = next !== undefined && next.depth >= item.depth;
  return !isBelow || (next.kind === "item" && next.depth === item.depth);
}

/** A line that the template has in italics, or in parentheses, tells how to fill what is below it. */
function isPrompt({ node, words }: Block): boolean {
  const isItalic = node.type === "paragraph" && node.children.every(({ type }) => type === "emphasis");
  return isItalic || /^\(.*\)$/s.test(words);
}

/** The words without code, in which each sign may stand for itself. */
function proseOf({ kind, form, passages }: Block): string {
  if (kind === "html") return form;
  return passages.map(({ text }) => text.replaceAll(CODE, "")).join(" ");
}
