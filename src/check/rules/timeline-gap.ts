/** An hour of an open incident of which nothing is told is where the lessons tend to be. */

import type { PostmortemSource } from "../../postmortem/parse.ts";
import { MINUTE_MS, shownRow, timedRows } from "../rows.ts";
import type { CheckRule, RuleResult } from "../rule.ts";

export const timelineGap: CheckRule = {
  meta: {
    id: "timeline-gap",
    severity: "warning",
    why: "An hour of an open incident of which nothing is told is where the lessons tend to be.",
    fix: "Add what went on, or a row such as `15:00 UTC — Nothing known until 16:40 UTC`.",
    wrong: "- 14:38 UTC — Acknowledged\n- 17:18 UTC — Resolved",
    right: "- 14:38 UTC — Acknowledged\n- 14:50 UTC — Nothing known until 17:18 UTC\n- 17:18 UTC — Resolved",
  },
  run,
};

const LONGEST_GAP_MS = 60 * MINUTE_MS;

function run(source: PostmortemSource): RuleResult {
  const { created, resolved } = source.values;
  if (created === null || resolved === null) return { nothing: "its two ends are not known" };
  const open = timedRows(source).filter(({ at }) => at >= created - MINUTE_MS && at <= resolved + MINUTE_MS);
  const gaps = open.flatMap((row, index) => {
    const next = open[index + 1];
    // Between a resolve and a reopening nobody was at work.
    const isTold = /^Resolved\b|\buntil\b/.test(row.text);
    return next === undefined || next.at - row.at <= LONGEST_GAP_MS || isTold ? [] : [{ row, next }];
  });
  const [longest] = gaps.toSorted((a, b) => b.next.at - b.row.at - (a.next.at - a.row.at));
  if (longest === undefined) return [];
  const minutes = Math.floor((longest.next.at - longest.row.at) / MINUTE_MS);
  const more = gaps.length === 1 ? "" : `, the longest of ${gaps.length} such gaps`;
  return [
    {
      line: longest.next.line,
      message: `Of the ${minutes} minutes before ${shownRow(longest.next)} nothing is told${more}.`,
    },
  ];
}
