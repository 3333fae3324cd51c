/** A source that the record does not have supports nothing. */

import type { PostmortemSource } from "../../postmortem/parse.ts";
import { markedIn } from "../claims.ts";
import type { CheckRule, RuleContext, RuleResult } from "../rule.ts";
import { sourcesOfMark } from "../sources.ts";

export const claimAbsentSource: CheckRule = {
  meta: {
    id: "claim-absent-source",
    severity: "error",
    why: "A source that neither the record nor GitHub has supports nothing.",
    fix: "Name a source that exists; or write (likely) or (unknown).",
    needs: ["record"],
    wrong: "## Root Cause\n\nAll connections were in use (confirmed: PagerDuty note of 14:43 UTC).",
    right: "## Root Cause\n\nAll connections were in use (confirmed: PagerDuty note of 14:44 UTC).",
  },
  run,
};

function run(source: PostmortemSource, context: RuleContext): RuleResult {
  const marked = markedIn(source, context);
  if (marked.length === 0) return { nothing: "no claim has a mark" };
  return marked.flatMap((claim) =>
    sourcesOfMark(claim, source, context)
      // What names its repository is looked for wherever it stands.
      .filter(({ state, isCitation }) => state === "absent" && !isCitation)
      .map(({ shown }) => ({
        line: claim.block.line,
        message: `The source of a claim does not exist: ${shown}.`,
      })),
  );
}
