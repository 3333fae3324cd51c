/** A change that came after the incident began cannot have triggered it. */

import { findLateTriggers } from "../evidence.ts";
import type { Rule } from "../rule.ts";

export const evidenceTriggerAfterOnset: Rule = {
  meta: {
    id: "evidence-trigger-after-onset",
    group: "claims",
    severity: "error",
    why: "A change that came after the incident began cannot have triggered it.",
    fix: "Name the change that was in place when the incident began, or say that the trigger is unknown.",
    needs: ["references"],
    wrong: "acme/orders#820, merged an hour after the first alert, triggered it.",
    right: "acme/orders#812, merged ten minutes before the first alert, triggered it.",
  },
  run: findLateTriggers,
};
