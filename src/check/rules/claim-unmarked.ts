/** A reader must see which causes are known and which are guessed. */

import type { PostmortemSource } from "../../postmortem/parse.ts";
import { type Claim, claimsIn, hasMark } from "../claims.ts";
import type { Rule, RuleContext, RuleFinding, RuleResult } from "../rule.ts";

export const claimUnmarked: Rule = {
  meta: {
    id: "claim-unmarked",
    group: "claims",
    severity: "error",
    why: "A reader must see which causes are known and which are guessed.",
    fix: "End the paragraph or item with (confirmed: source), (likely) or (unknown).",
    wrong: "## Root Cause\n\nRetries close no connection.",
    right: "## Root Cause\n\nRetries close no connection (confirmed: acme/orders#812).",
  },
  run,
};

function run(source: PostmortemSource, context: RuleContext): RuleResult {
  const claims = claimsIn(source, context);
  if (claims.length === 0)
    return { nothing: "no section with claims has a paragraph or item of the author's" };
  return claims.filter(({ mark }) => mark === null).map(findingOf);
}

function findingOf({ block, isOptional }: Claim): RuleFinding {
  const message = hasMark(block.words)
    ? "The mark of the claim does not stand at its end."
    : "A claim does not say how well it is known.";
  return { line: block.line, message, ...(isOptional ? { severity: "warning" as const } : {}) };
}
