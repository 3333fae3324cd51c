/** Confirmed means that a reader can look it up. */

import type { PostmortemSource } from "../../postmortem/parse.ts";
import { type MarkedClaim, markedIn } from "../claims.ts";
import type { CheckRule, RuleContext, RuleFinding, RuleResult } from "../rule.ts";
import { flawOf, sourcesIn, sourcesOfMark } from "../sources.ts";

export const claimUnsourced: CheckRule = {
  meta: {
    id: "claim-unsourced",
    severity: "error",
    why: "Confirmed means that a reader can look it up.",
    fix: "Name the source in the mark: a link, a commit or number with its repository, the time of a row, or a note or alert of PagerDuty's; else write (likely).",
    wrong: "## Root Cause\n\nRetries close no connection (confirmed: the logs).",
    right: "## Root Cause\n\nRetries close no connection (confirmed: acme/orders#812).",
  },
  run,
};

function run(source: PostmortemSource, context: RuleContext): RuleResult {
  const confirmed = markedIn(source, context).filter(({ mark }) => mark.kind === "confirmed");
  if (confirmed.length === 0) return { nothing: "no claim is marked confirmed" };
  return confirmed.flatMap((claim) => findingsOf(claim, source, context));
}

function findingsOf(claim: MarkedClaim, source: PostmortemSource, context: RuleContext): RuleFinding[] {
  const { line } = claim.block;
  const flaw = flawOf(sourcesOfMark(claim, source, context));
  if (flaw === null) return [];
  if (flaw === "none") {
    const isBeside = sourcesIn(claim.passage, source, context).some(({ state }) => state === "good");
    const message = "A claim is marked confirmed without a source in the mark.";
    return [{ line, message, ...(isBeside ? { severity: "warning" } : {}) }];
  }
  // What does not exist is another rule's finding.
  if (flaw.state === "absent") return [];
  const { why, fix } = flaw.doubt;
  return [{ line, severity: "warning", message: `A claim is confirmed by ${flaw.shown}, and ${why}.`, fix }];
}
