/** A wish changes nothing: it names neither a change nor its result. */

import { findWishes } from "../action-items.ts";
import type { Rule } from "../rule.ts";

export const actionItemWish: Rule = {
  meta: {
    id: "action-item-wish",
    group: "action items",
    severity: "warning",
    why: "A wish changes nothing: it names neither a change nor its result.",
    fix: "Name the change itself, such as the alert to add with its threshold, or the limit to set.",
    wrong:
      "- [ ] Be more careful with retries (owner: orders team; due: 2026-03-01; kind: prevent; done when: the load test passes)",
    right:
      "- [ ] Limit the pool to 150 connections (owner: orders team; due: 2026-03-01; kind: prevent; done when: the load test passes)",
  },
  run: findWishes,
};
