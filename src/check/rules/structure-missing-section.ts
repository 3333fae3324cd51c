/** A reader finds each answer in its place, and a section that is gone is a question nobody asked. */

import { toSingleLine } from "../../lib/text.ts";
import type { PostmortemSource } from "../../postmortem/parse.ts";
import type { Rule, RuleContext, RuleFinding } from "../rule.ts";
import { identityOf } from "../skeleton.ts";

export const structureMissingSection: Rule = {
  meta: {
    id: "structure-missing-section",
    group: "structure",
    severity: "error",
    why: "A reader finds each answer in its place, and a section that is gone is a question nobody asked.",
    fix: "Put the section back as the template has it, and fill it; where nothing is known, say so in it.",
    needs: ["template"],
    wrong: "## Summary\n\n## Timeline",
    right: "## Summary\n\n## Impact\n\n## Timeline",
  },
  run,
};

const LONGEST_SHOWN = 80;

function run({ sections }: PostmortemSource, { skeleton }: RuleContext): RuleFinding[] {
  const there = new Map(sections.map((section) => [identityOf(section), section]));
  // Where a section belongs: at the last section before it that is there.
  let line = 1;
  return (skeleton?.sections ?? []).flatMap((section): RuleFinding[] => {
    const own = there.get(identityOf(section));
    if (own !== undefined) {
      line = own.line;
      return [];
    }
    const message = `The section ${toSingleLine(section.heading, LONGEST_SHOWN)} is missing.`;
    // A similar postmortem may have been merged after this one was drafted.
    return [{ line, message, ...(section.key === "seen-before" ? { severity: "warning" } : {}) }];
  });
}
