/** What has no date is done after everything that has one. */

import { findDateless } from "../action-items.ts";
import type { Rule } from "../rule.ts";

export const actionItemDue: Rule = {
  meta: {
    id: "action-item-due",
    group: "action items",
    severity: "warning",
    why: "What has no date is done after everything that has one.",
    fix: "Give a date as YYYY-MM-DD; in a draft, write open where people must choose.",
    wrong:
      "- [ ] Limit the pool to 150 connections (owner: orders team; kind: prevent; done when: the load test passes)",
    right:
      "- [ ] Limit the pool to 150 connections (owner: orders team; due: 2026-03-01; kind: prevent; done when: the load test passes)",
  },
  run: findDateless,
};
