/** Of two lists of times, readers cannot know which one is compared with the record. */

import { type PostmortemSource, readRow } from "../../postmortem/parse.ts";
import type { CheckRule, RuleFinding } from "../rule.ts";

export const timelineSecond: CheckRule = {
  meta: {
    id: "timeline-second",
    severity: "error",
    why: "Of two lists of times, readers cannot know which one is compared with the record.",
    fix: "Move its rows to the timeline, each with its source.",
    wrong: "## Impact\n\n- 14:40 UTC — Errors rose\n- 14:52 UTC — Errors fell",
    right: "## Impact\n\nErrors rose at 14:40 UTC and fell at 14:52 UTC.",
  },
  run,
};

const FEWEST = 2;

function run({ sections, values }: PostmortemSource): RuleFinding[] {
  const created = values.created ?? 0;
  return sections
    .filter(({ key }) => key !== "timeline")
    .flatMap(({ heading, blocks, line }): RuleFinding[] => {
      const rows = blocks.filter(({ kind, words }) => kind !== "code" && readRow(words, created) !== null);
      const [first] = rows;
      return first === undefined || rows.length < FEWEST
        ? []
        : [
            {
              line: first.line,
              message: `A second list of times stands ${heading === "" ? "before the sections" : `in the section of line ${line}`}.`,
            },
          ];
    });
}
