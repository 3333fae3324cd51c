/** A date before the incident or years ahead is a slip, or a way of saying never. */

import { findOddDates } from "../action-items.ts";
import type { Rule } from "../rule.ts";

export const actionItemDueDate: Rule = {
  meta: {
    id: "action-item-due-date",
    group: "action items",
    severity: "warning",
    why: "A date before the incident or years ahead is a slip, or a way of saying never.",
    fix: "Give a real date as YYYY-MM-DD, after the incident and within a year.",
    wrong:
      "- [ ] Limit the pool to 150 connections (owner: orders team; due: 2026-02-31; kind: prevent; done when: the load test passes)",
    right:
      "- [ ] Limit the pool to 150 connections (owner: orders team; due: 2026-03-01; kind: prevent; done when: the load test passes)",
  },
  run: findOddDates,
};
