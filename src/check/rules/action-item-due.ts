/** What has no date is done after everything that has one. */

import { dateOf, isDay } from "../../lib/time.ts";
import { isOpen } from "../../postmortem/action-items.ts";
import type { PostmortemSource } from "../../postmortem/parse.ts";
import { eachItem, missing } from "../each-item.ts";
import { quote } from "../excerpt.ts";
import type { CheckRule, RuleContext, RuleResult } from "../rule.ts";

export const actionItemDue: CheckRule = {
  meta: {
    id: "action-item-due",
    severity: "warning",
    why: "What has no date is done after everything that has one.",
    fix: "Give a day of the calendar as YYYY-MM-DD, after the incident; in a draft, write open where people must choose.",
    wrong:
      "- [ ] Limit the pool to 150 connections (owner: orders team; kind: prevent; done when: the load test passes)",
    right:
      "- [ ] Limit the pool to 150 connections (owner: orders team; due: 2026-03-01; kind: prevent; done when: the load test passes)",
  },
  run,
};

// What is due later than in five years is a slip of the hand.
const LONGEST_MS = 5 * 365 * 24 * 3_600_000;

function run(source: PostmortemSource, { record }: RuleContext): RuleResult {
  const began = record?.createdAt ?? source.values.created;
  return eachItem(source, ({ due }, isFinished) => {
    if (due === null || isOpen(due)) return missing("has no due date", due, isFinished);
    if (!isDay(due)) return `${quote(due)} is no day such as 2026-03-01.`;
    if (began === null) return null;
    if (due < dateOf(began)) return `The due date ${due} is before the incident.`;
    return due > dateOf(began + LONGEST_MS) ? `The due date ${due} is years after the incident.` : null;
  });
}
