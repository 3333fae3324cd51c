/** What has no checkbox is not followed up. */

import { unboxedIn } from "../../postmortem/action-items.ts";
import { blocksWith, type PostmortemSource } from "../../postmortem/parse.ts";
import { ITEM_FORM } from "../../postmortem/vocabulary.ts";
import type { CheckRule, RuleFinding, RuleResult } from "../rule.ts";

export const actionItemCheckbox: CheckRule = {
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

const MESSAGES = {
  item: "The item has no checkbox.",
  "box outside a list": "The box is no item of a list.",
  "table beside a list": "The table is not followed up; only the items of the list are.",
  "no list": "The section Action Items has no list of items.",
};

function run(source: PostmortemSource): RuleResult {
  if (blocksWith(source, "action-items").every(({ words }) => words === ""))
    return { nothing: "the section Action Items is empty" };
  return unboxedIn(source).map(({ line, what }): RuleFinding => {
    const message = MESSAGES[what];
    // It may say something else than what is to be done.
    return what === "table beside a list" ? { line, message, severity: "warning" } : { line, message };
  });
}
