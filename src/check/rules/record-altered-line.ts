/** A line of the record that reads otherwise is no longer the record's. */

import type { PostmortemSource } from "../../postmortem/parse.ts";
import { compare } from "../comparison.ts";
import { alteredQuotations } from "../quotations.ts";
import type { CheckRule, RuleContext, RuleFinding } from "../rule.ts";

export const recordAlteredLine: CheckRule = {
  meta: {
    id: "record-altered-line",
    severity: "error",
    why: "A line of the record that reads otherwise is no longer the record's.",
    fix: "Write the line as the record has it, and what you have to add in a line of its own.",
    needs: ["record", "template"],
    wrong: "**Severity:** P2",
    right: "**Severity:** P1",
  },
  run,
};

function run(source: PostmortemSource, context: RuleContext): RuleFinding[] {
  const lines = compare(source, context).altered.map(({ line, expected }) => ({
    line,
    message: `The line is not as the record has it: ${expected}`,
  }));
  return [...lines, ...alteredQuotations(source, context)];
}
