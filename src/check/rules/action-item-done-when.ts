/** An item without an end cannot be closed. */

import type { PostmortemSource } from "../../postmortem/parse.ts";
import { eachItem } from "../each-item.ts";
import type { CheckRule, RuleResult } from "../rule.ts";

export const actionItemDoneWhen: CheckRule = {
  meta: {
    id: "action-item-done-when",
    severity: "warning",
    why: "An item without an end cannot be closed.",
    fix: "Say what will be the case when the item is done, as done when: …",
    wrong: "- [ ] Limit the pool to 150 connections (owner: orders team; due: 2026-03-01; kind: prevent)",
    right:
      "- [ ] Limit the pool to 150 connections (owner: orders team; due: 2026-03-01; kind: prevent; done when: the load test passes)",
  },
  run,
};

// Words that say no more than the key does, and what stands for a blank; TBD is another rule's finding.
const EMPTY =
  /^(?:(?:it is )?(?:completed?|done|finished|fixed|implemented|ready)|open|[^\p{L}\p{N}]*)\.?$/iu;

function run(source: PostmortemSource): RuleResult {
  return eachItem(source, ({ doneWhen }) =>
    doneWhen === null || EMPTY.test(doneWhen) ? "The item does not say when it is done." : null,
  );
}
