/** The record's lines are what is certain; a story without one of them is another story. */

import type { PostmortemSource } from "../../postmortem/parse.ts";
import { compare } from "../comparison.ts";
import type { CheckRule, RuleContext, RuleFinding } from "../rule.ts";

export const recordMissingLine: CheckRule = {
  meta: {
    id: "record-missing-line",
    severity: "error",
    why: "The record's lines are what is certain; a story without one of them is another story.",
    fix: "Put the line back as the record has it; what you have to add stands in a line of its own.",
    needs: ["record", "template"],
    wrong: "- 14:32 UTC — PagerDuty incident triggered\n- 15:18 UTC — Resolved by Jordan Lee",
    right:
      "- 14:32 UTC — PagerDuty incident triggered\n- 14:38 UTC — Acknowledged by Jordan Lee\n- 15:18 UTC — Resolved by Jordan Lee",
  },
  run,
};

function run(source: PostmortemSource, context: RuleContext): RuleFinding[] {
  const { missing } = compare(source, context);
  const folded = missing.filter(({ isFolded }) => isFolded);
  const [first] = folded;
  return [
    ...missing
      .filter(({ isFolded }) => !isFolded)
      .map(
        ({ line, expected, isPast }): RuleFinding => ({
          line,
          message: `The record's line is missing: ${expected}`,
          ...(isPast ? { severity: "warning" } : {}),
        }),
      ),
    ...(first === undefined
      ? []
      : [
          {
            line: first.line,
            message: `Of the record's lines, ${folded.length} stand only in a closed <details>, the first of them: ${first.expected}`,
            fix: "Take the record's lines out of the <details>.",
          },
        ]),
  ];
}
