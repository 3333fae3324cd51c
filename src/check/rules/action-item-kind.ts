/** Kinds show whether the items only repair, or also prevent and detect. */

import type { PostmortemSource } from "../../postmortem/parse.ts";
import { anyOf, KINDS } from "../../postmortem/vocabulary.ts";
import { eachItem } from "../each-item.ts";
import { quote } from "../excerpt.ts";
import type { CheckRule, RuleResult } from "../rule.ts";

export const actionItemKind: CheckRule = {
  meta: {
    id: "action-item-kind",
    severity: "warning",
    why: "Kinds show whether the items only repair, or also prevent and detect.",
    fix: `Say ${anyOf(KINDS)}.`,
    wrong:
      "- [ ] Limit the pool to 150 connections (owner: orders team; due: 2026-03-01; kind: improvement; done when: the load test passes)",
    right:
      "- [ ] Limit the pool to 150 connections (owner: orders team; due: 2026-03-01; kind: prevent; done when: the load test passes)",
  },
  run,
};

function run(source: PostmortemSource): RuleResult {
  return eachItem(source, ({ kind }) => {
    if (kind === null) return "The item does not say its kind.";
    return KINDS.includes(kind.toLowerCase()) ? null : `${quote(kind)} is no kind of action item.`;
  });
}
