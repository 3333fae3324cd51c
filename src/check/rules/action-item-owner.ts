/** What nobody owns is not done. */

import { findOwnerless } from "../action-items.ts";
import type { Rule } from "../rule.ts";

export const actionItemOwner: Rule = {
  meta: {
    id: "action-item-owner",
    group: "action items",
    severity: "warning",
    why: "What nobody owns is not done.",
    fix: "Name a person or a team as owner; in a draft, write open where people must choose.",
    wrong:
      "- [ ] Limit the pool to 150 connections (due: 2026-03-01; kind: prevent; done when: the load test passes)",
    right:
      "- [ ] Limit the pool to 150 connections (owner: orders team; due: 2026-03-01; kind: prevent; done when: the load test passes)",
  },
  run: findOwnerless,
};
