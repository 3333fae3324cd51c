/** A reader must see which causes are known and which are guessed. */

import { findUnmarked } from "../evidence.ts";
import type { Rule } from "../rule.ts";

export const evidenceCauseUnmarked: Rule = {
  meta: {
    id: "evidence-cause-unmarked",
    group: "claims",
    severity: "warning",
    why: "A reader must see which causes are known and which are guessed.",
    fix: "End the claim with (confirmed: <evidence>), (likely: <evidence>) or (unknown).",
    wrong: "Retries caused the exhaustion.",
    right: "Retries caused the exhaustion (likely).",
  },
  run: findUnmarked,
};
