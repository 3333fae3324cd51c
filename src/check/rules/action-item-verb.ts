/** An item that begins with a verb says what to do. */

import { findVerbless } from "../action-items.ts";
import type { Rule } from "../rule.ts";

export const actionItemVerb: Rule = {
  meta: {
    id: "action-item-verb",
    group: "action items",
    severity: "warning",
    why: "An item that begins with a verb says what to do.",
    fix: "Begin the item with what is to be done, such as Add, Limit, Document or Remove.",
    wrong:
      "- [ ] Connection limit (owner: orders team; due: 2026-03-01; kind: prevent; done when: the load test passes)",
    right:
      "- [ ] Limit the pool to 150 connections (owner: orders team; due: 2026-03-01; kind: prevent; done when: the load test passes)",
  },
  run: findVerbless,
};
