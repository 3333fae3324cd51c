/** What is added to the record must be read somewhere, or it is invented. */

import type { DocumentRow, PostmortemSource } from "../../postmortem/parse.ts";
import { compare } from "../comparison.ts";
import { MINUTE_MS, shownRow, type TimedRow } from "../rows.ts";
import type { CheckRule, RuleContext, RuleFinding, RuleResult } from "../rule.ts";
import { flawOf, sourcesIn } from "../sources.ts";

export const timelineSource: CheckRule = {
  meta: {
    id: "timeline-source",
    severity: "error",
    why: "What is added to the record must be read somewhere, or it is invented.",
    fix: "End the row with a link, a commit or pull request with its repository, or `(source: PagerDuty note of 14:44 UTC)`.",
    needs: ["record", "template"],
    wrong: "- 14:41 UTC — The queue grew (source: logs)",
    right: "- 14:41 UTC — The queue grew ([graph](https://app.datadoghq.com/dashboard/queue))",
  },
  run,
};

// As the skeleton has it by the webhook's word: PagerDuty's REST API does not tell when an incident was reopened.
const REOPENED = "Reopened";
// What is not known has no source.
const NOTHING_KNOWN = /^Nothing known until (?:\d{4}-\d\d-\d\d )?\d\d?:\d\d UTC\.?$/;

function run(source: PostmortemSource, context: RuleContext): RuleResult {
  const resolved = context.record?.timeline.find(({ what }) => /^Resolved\b/.test(what))?.at ?? null;
  const added = compare(source, context).added.filter(
    ({ text, at }) =>
      !NOTHING_KNOWN.test(text) && !(text === REOPENED && resolved !== null && at >= resolved - MINUTE_MS),
  );
  if (added.length === 0) return { nothing: "no row was added to the record's" };
  const flaws = new Map(
    added.map(({ block }) => [
      block,
      flawOf(block.passages.flatMap((passage) => sourcesIn(passage, source, context))),
    ]),
  );
  return added.flatMap((row) => {
    const flaw = flaws.get(row.block) ?? null;
    const above = rowAbove(row, source);
    // A list below a row tells more of it, from the same source.
    const isCovered = flaw === "none" && above !== undefined && flaws.get(above.block) === null;
    return isCovered ? [] : findingOf(row, flaw);
  });
}

/** The row in whose own list another one stands. */
function rowAbove({ block }: TimedRow, { timeline }: PostmortemSource): DocumentRow | undefined {
  const before = timeline.slice(
    0,
    timeline.findIndex((row) => row.block === block),
  );
  return before.findLast((row) => row.block.depth < block.depth);
}

function findingOf(row: TimedRow, flaw: ReturnType<typeof flawOf>): RuleFinding[] {
  const { line } = row;
  if (flaw === null) return [];
  if (flaw === "none") return [{ line, message: `The added row ${shownRow(row)} has no source.` }];
  if (flaw.state === "absent")
    return [{ line, message: `The source of an added row does not exist: ${flaw.shown}.` }];
  const { why, fix } = flaw.doubt;
  return [{ line, severity: "warning", message: `An added row is from ${flaw.shown}, and ${why}.`, fix }];
}
