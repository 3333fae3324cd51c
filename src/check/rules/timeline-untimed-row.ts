/** What has no time cannot be placed in the story. */

import { blocksWith, type PostmortemSource } from "../../postmortem/parse.ts";
import { excerpt } from "../excerpt.ts";
import { isOtherwiseTimed } from "../rows.ts";
import type { CheckRule, RuleResult } from "../rule.ts";

export const timelineUntimedRow: CheckRule = {
  meta: {
    id: "timeline-untimed-row",
    severity: "warning",
    why: "What has no time cannot be placed in the story.",
    fix: "Begin the row with its time, or move it to another section.",
    wrong: "- Then the queue grew",
    right: "- 14:41 UTC — The queue grew ([graph](https://app.datadoghq.com/dashboard/queue))",
  },
  run,
};

function run(source: PostmortemSource): RuleResult {
  if (source.timeline.length === 0) return { nothing: "the timeline has no rows" };
  if (
    source.timeline.every(({ at }) => at === null) ||
    blocksWith(source, "timeline").some(({ kind }) => kind === "heading")
  )
    return { nothing: "the timeline is no list of times" };
  // Another form of time is another rule's, and lists within a row tell more of it.
  return source.timeline
    .filter((row) => row.at === null && row.block.depth === 1 && !isOtherwiseTimed(row))
    .map(({ line, text }) => ({
      line,
      message: `The row has no time: ${excerpt(text)}`,
    }));
}
