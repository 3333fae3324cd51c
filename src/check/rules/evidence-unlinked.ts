/** A source without a link cannot be looked up. */

import { findUnlinked } from "../evidence.ts";
import type { Rule } from "../rule.ts";

export const evidenceUnlinked: Rule = {
  meta: {
    id: "evidence-unlinked",
    group: "claims",
    severity: "warning",
    why: "A source without a link cannot be looked up.",
    fix: "List each source under Evidence with a link, or say there that there was none.",
    wrong: "## Evidence\n\n- The dashboard",
    right: "## Evidence\n\n- [The dashboard](https://app.datadoghq.com/dashboard/pool)",
  },
  run: findUnlinked,
};
