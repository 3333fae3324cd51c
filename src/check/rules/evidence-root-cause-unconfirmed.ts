/** A cause that nothing confirms is no root cause, and readers would act on it. */

import { findUnconfirmed } from "../evidence.ts";
import type { Rule } from "../rule.ts";

export const evidenceRootCauseUnconfirmed: Rule = {
  meta: {
    id: "evidence-root-cause-unconfirmed",
    group: "claims",
    severity: "error",
    why: "A cause that nothing confirms is no root cause, and readers would act on it.",
    fix: "End the claim with (confirmed: <evidence>), (likely: <evidence>) or (unknown), and call only what is confirmed the root cause.",
    wrong: "The root cause is a retry that closes no connection.",
    right: "The root cause is a retry that closes no connection (confirmed: acme/orders#812).",
  },
  run: findUnconfirmed,
};
