/** A commit, pull request, issue or file that does not exist supports nothing. */

import { findAbsent } from "../evidence.ts";
import type { Rule } from "../rule.ts";

export const evidenceAbsentReference: Rule = {
  meta: {
    id: "evidence-absent-reference",
    group: "claims",
    severity: "error",
    why: "A commit, pull request, issue or file that does not exist supports nothing.",
    fix: "Cite what exists; name another repository's as owner/name#12, and take out what you cannot find.",
    needs: ["references"],
    wrong: "The retry opens connections (acme/orders#99999).",
    right: "The retry opens connections (acme/orders#812).",
  },
  run: findAbsent,
};
