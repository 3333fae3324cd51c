/** Cause comes before effect only in the order of time. */

import type { PostmortemSource } from "../../postmortem/parse.ts";
import { shownRow, timedRows } from "../rows.ts";
import type { CheckRule, RuleFinding, RuleResult } from "../rule.ts";

export const timelineOrder: CheckRule = {
  meta: {
    id: "timeline-order",
    severity: "error",
    why: "Cause comes before effect only in the order of time.",
    fix: "Sort the rows by time; one on another day than the incident's first carries its date.",
    wrong: "- 15:18 UTC — Resolved\n- 14:32 UTC — Triggered",
    right: "- 14:32 UTC — Triggered\n- 15:18 UTC — Resolved",
  },
  run,
};

function run(source: PostmortemSource): RuleResult {
  if (source.timeline.length === 0) return { nothing: "the timeline has no rows" };
  const findings: RuleFinding[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const row of timedRows(source).filter(({ block }) => !block.isFolded)) {
    if (row.at < last)
      findings.push({ line: row.line, message: `The row ${shownRow(row)} stands after a later one.` });
    else last = row.at;
  }
  return findings;
}
