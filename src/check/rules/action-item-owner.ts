/** What nobody owns is not done. */

import type { PostmortemSource } from "../../postmortem/parse.ts";
import { eachItem, missing } from "../each-item.ts";
import { quote } from "../excerpt.ts";
import type { CheckRule, RuleResult } from "../rule.ts";

export const actionItemOwner: CheckRule = {
  meta: {
    id: "action-item-owner",
    severity: "warning",
    why: "What nobody owns is not done.",
    fix: "Name a person or a team as owner; in a draft, write open where people must choose.",
    wrong:
      "- [ ] Limit the pool to 150 connections (due: 2026-03-01; kind: prevent; done when: the load test passes)",
    right:
      "- [ ] Limit the pool to 150 connections (owner: orders team; due: 2026-03-01; kind: prevent; done when: the load test passes)",
  },
  run,
};

const EVERYBODY =
  /^@?(?:(?:all|any(?:body|one)|every(?:body|one)|some(?:body|one))(?: (?:of|on|in|developers|engineers|hands|members|people|teams)\b.{0,60})?|(?:the )?teams?|us|we)$/i;

function run(source: PostmortemSource): RuleResult {
  return eachItem(source, ({ owner }, isFinished) =>
    owner !== null && EVERYBODY.test(owner)
      ? `${quote(owner)} is nobody who could be asked.`
      : missing("names no owner", owner, isFinished),
  );
}
