/** An item without an end cannot be closed. */

import type { PostmortemSource } from "../../postmortem/parse.ts";
import { eachItem, missing } from "../action-items.ts";
import type { Rule, RuleResult } from "../rule.ts";

export const actionItemDoneWhen: Rule = {
  meta: {
    id: "action-item-done-when",
    group: "action items",
    severity: "warning",
    why: "An item without an end cannot be closed.",
    fix: "Say what will be the case when the item is done, as done when: …",
    wrong: "- [ ] Limit the pool to 150 connections (owner: orders team; due: 2026-03-01; kind: prevent)",
    right:
      "- [ ] Limit the pool to 150 connections (owner: orders team; due: 2026-03-01; kind: prevent; done when: the load test passes)",
  },
  run,
};

function run(source: PostmortemSource): RuleResult {
  return eachItem(source, ({ doneWhen }) => missing("does not say when it is done", doneWhen, false));
}
