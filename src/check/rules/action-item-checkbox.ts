/** What has no checkbox is not followed up. */

import { actionItemsOf } from "../../postmortem/action-items.ts";
import { blocksWith, type PostmortemSource } from "../../postmortem/parse.ts";
import { ITEM_FORM } from "../../postmortem/vocabulary.ts";
import type { Rule, RuleFinding, RuleResult } from "../rule.ts";

export const actionItemCheckbox: Rule = {
  meta: {
    id: "action-item-checkbox",
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
  const blocks = blocksWith(source, "action-items").filter(({ words }) => words !== "");
  if (blocks.length === 0) return { nothing: "the section Action Items is empty" };
  const items = actionItemsOf(source);
  const loose = blocks.filter(({ kind, words }) => kind === "paragraph" && /^\[[ xX]?\] ?\S/.test(words));
  if (items.length > 0)
    return [
      ...items
        .filter(({ isTicked }) => isTicked === null)
        .map(({ line }): RuleFinding => ({ line, message: "The item has no checkbox." })),
      ...loose.map(({ line }): RuleFinding => ({ line, message: "The box is no item of a list." })),
    ];
  // Without a list, the items are in a table or in the prose.
  const instead = blocks.find(({ kind }) => kind === "row") ?? blocks.find(({ words }) => !NONE.test(words));
  return instead === undefined
    ? []
    : [{ line: instead.line, message: "The section Action Items has no list of items." }];
}
