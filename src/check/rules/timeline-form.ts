/** Times of two zones in one timeline put things in a wrong order. */

import { type PostmortemSource, readRow } from "../../postmortem/parse.ts";
import { excerpt } from "../excerpt.ts";
import { isOtherwiseTimed } from "../rows.ts";
import type { CheckRule, RuleResult } from "../rule.ts";

export const timelineForm: CheckRule = {
  meta: {
    id: "timeline-form",
    severity: "error",
    why: "Times of two zones in one timeline put things in a wrong order.",
    fix: "Write the time as `14:32 UTC — What happened`, with the date before it on another day.",
    wrong: "- 15:32 CET — Triggered",
    right: "- 14:32 UTC — Triggered",
  },
  run,
};

function run(source: PostmortemSource): RuleResult {
  if (source.timeline.length === 0) return { nothing: "the timeline has no rows" };
  // Without a day, which is another finding, a time may be right all the same.
  return source.timeline
    .filter((row) => isOtherwiseTimed(row) && readRow(row.text, 0) === null)
    .map(({ line, text }) => ({
      line,
      message: `The row does not begin with a time in UTC: ${excerpt(text)}`,
    }));
}
