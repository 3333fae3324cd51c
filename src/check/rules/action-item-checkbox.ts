/** What has no checkbox is not followed up. */

import { type PostmortemSource, sectionsWith } from "../../postmortem/parse.ts";
import { ITEM_FORM } from "../../postmortem/vocabulary.ts";
import { itemsOf } from "../action-items.ts";
import type { Rule, RuleFinding, RuleResult } from "../rule.ts";

export const actionItemCheckbox: Rule = {
  meta: {
    id: "action-item-checkbox",
    group: "action items",
    severity: "error",
    why: "What has no checkbox is not followed up.",
    fix: `Write each action item as \`${ITEM_FORM}\`.`,
    wrong:
      "- Limit the pool to 150 connections (owner: orders team; due: 2026-03-01; kind: prevent; done when: the load test passes)",
    right:
      "- [ ] Limit the pool to 150 connections (owner: orders team; due: 2026-03-01; kind: prevent; done when: the load test passes)",
  },
  run,
};

// A section that says that there is none.
const NONE = /^(?:none|nothing|no action items?|no items?)(?![\p{L}\p{N}])/iu;

function run(source: PostmortemSource): RuleResult {
  const sections = sectionsWith(source, "action-items");
  const blocks = sections.flatMap((section) => section.blocks).filter(({ words }) => words !== "");
  const items = itemsOf(source);
  if (blocks.length === 0) return { nothing: "the section Action Items is empty" };
  const bare = items
    .filter(({ isTicked }) => isTicked === null)
    .map(({ line }): RuleFinding => ({ line, message: "The item has no checkbox." }));
  const table = blocks.find(({ kind }) => kind === "row");
  if (table !== undefined)
    return [...bare, { line: table.line, message: "A table stands in the section Action Items." }];
  // Without a list, the items are in the prose.
  const [instead] = items.length === 0 ? blocks.filter(({ words }) => !NONE.test(words)) : [];
  return instead === undefined
    ? bare
    : [{ line: instead.line, message: "The section Action Items has no list of items." }];
}
