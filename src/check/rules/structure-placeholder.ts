/** What the template leaves open is not part of the result. */

import type { Block } from "../../postmortem/blocks.ts";
import { nodesOf } from "../../postmortem/markdown.ts";
import type { PostmortemSource } from "../../postmortem/parse.ts";
import { CODE } from "../../postmortem/passages.ts";
import { compare } from "../comparison.ts";
import { isContent, saidIn } from "../content.ts";
import { excerpt } from "../excerpt.ts";
import { withoutQuotations } from "../quotations.ts";
import type { CheckRule, RuleContext, RuleFinding } from "../rule.ts";

export const structurePlaceholder: CheckRule = {
  meta: {
    id: "structure-placeholder",
    severity: "error",
    why: "What the template leaves open is not part of the result.",
    fix: "Replace it with what is known, or with words that say it is not; a sign that means itself stands in back-quotes.",
    wrong: "- [ ] ",
    right:
      "- [ ] Limit the pool (owner: orders team; due: 2026-03-01; kind: prevent; done when: the load test passes)",
  },
  run,
};

const TAG = /<(?:add|date|describe|fill|insert|link|name|owner|placeholder|specify|time|your)\b[^<>]{0,80}>/i;
const BLANK =
  /\?{3,}|\{\{ ?[a-z_]{1,40} ?\}\}|\[(?:add|describe|enter|fill in|insert|placeholder|specify|your)\b[^[\]]{0,80}\]|\(insert [^()]{1,60} here\)|_{4,}|\bVerb …|\blorem ipsum\b|\byyyy-mm-dd\b/i;
// In small letters these are prose.
const CAPITALS = /\b(?:TODO|TBD|FIXME|TKTK|XXX+)\b/;
// An operator, or the code of no country, means itself.
const DOUBTFUL = /(?<=\s)\?\?(?=[\s).,;]|$)|\bXX\b/;

function run(source: PostmortemSource, context: RuleContext): RuleFinding[] {
  const template = context.skeleton?.sections.flatMap(({ templateLines }) => templateLines) ?? [];
  const given = new Map(template.map((block) => [block.form, block]));
  const { own } = compare(source, context);
  return source.sections
    .flatMap(({ key, blocks }) => blocks.map((block) => ({ block, key, isFull: blocks.some(isContent) })))
    .filter(({ block }) => !own.has(block))
    .flatMap(({ block, key, isFull }) => {
      const filler = isFull && key !== "questions" ? fillerIn(block) : null;
      const message = filler ?? leftOpenIn(block, source, given.get(block.form));
      if (message !== null) return [{ line: block.line, message }];
      return key === "timeline" || given.has(block.form) ? [] : markersIn(block);
    });
}

// Nothing, dots, or the details of an action item alone.
const EMPTY = /^(?:\[ ?\] ?)?(?:\.{3}|\((?:owner|due|kind|done when):.*)?$/i;

function isEmpty(block: Block): boolean {
  return EMPTY.test(block.form) || (block.words !== "" && saidIn(block) === "");
}

/** An item with nothing in it, or the template's own words on how to fill what is below. */
function leftOpenIn(block: Block, source: PostmortemSource, given: Block | undefined): string | null {
  const { kind, words } = block;
  if (kind === "item" && isEmpty(block) && (block.passages.length > 0 || isAlone(source, block)))
    return "An item is empty.";
  if (kind === "code" || kind === "heading" || given === undefined) return null;
  return isPrompt(block) || /…|\bYYYY-MM-DD\b/.test(words)
    ? `The template's own words still stand there: ${excerpt(words)}`
    : null;
}

/** Signs that stand for words which are still to come. */
function markersIn({ kind, line, form, node, passages, words }: Block): RuleFinding[] {
  if (kind === "code" || kind === "heading") return [];
  // Beside other words, what is in code or in quotation marks may stand for itself.
  const unquoted = passages.map(({ text }) => withoutQuotations(text).replaceAll(CODE, "")).join(" ");
  const isAmongWords = /\p{L}/u.test(unquoted.replace(/\([^()]*\)/g, ""));
  const prose = kind === "html" ? form : isAmongWords ? unquoted : words;
  const tags = [...nodesOf(node)].flatMap((one) => (one.type === "html" ? one.value : []));
  // Only some of what stands between angle brackets is HTML.
  const [marker] = BLANK.exec(prose) ?? CAPITALS.exec(prose) ?? TAG.exec([prose, ...tags].join(" ")) ?? [];
  const [doubtful = null] = DOUBTFUL.exec(prose) ?? [];
  const found = marker ?? doubtful;
  if (found === null) return [];
  const message = `A placeholder still stands there: ${excerpt(found)}`;
  return [{ line, message, ...(marker === undefined ? { severity: "warning" } : {}) }];
}

/** What stands in place of a claim, such as `To be determined`; a section with nothing else is another rule's. */
function fillerIn(block: Block): string | null {
  const isText = (block.kind === "paragraph" || block.kind === "item") && block.words !== "";
  if (!isText || isContent(block) || /^(?:\[ ?\]|\.{3})?$/.test(block.form)) return null;
  // That is also the name of a state.
  if (/^pending$/i.test(saidIn(block))) return null;
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
