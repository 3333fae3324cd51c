/** What has no checkbox is not followed up. */

import { findUnboxed } from "../action-items.ts";
import type { Rule } from "../rule.ts";

export const actionItemCheckbox: Rule = {
  meta: {
    id: "action-item-checkbox",
    group: "action items",
    severity: "error",
    why: "What has no checkbox is not followed up.",
    fix: "Write each action item as `- [ ] Verb … (owner: …; due: YYYY-MM-DD; kind: prevent, detect, mitigate or process; done when: …)`.",
    wrong:
      "- Limit the pool to 150 connections (owner: orders team; due: 2026-03-01; kind: prevent; done when: the load test passes)",
    right:
      "- [ ] Limit the pool to 150 connections (owner: orders team; due: 2026-03-01; kind: prevent; done when: the load test passes)",
  },
  run: findUnboxed,
};
