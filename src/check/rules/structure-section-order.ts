/** Every postmortem reads in the same order. */

import type { PostmortemSource } from "../../postmortem/parse.ts";
import { excerpt } from "../excerpt.ts";
import type { CheckRule, RuleContext, RuleFinding } from "../rule.ts";
import { identityOf } from "../skeleton.ts";

export const structureSectionOrder: CheckRule = {
  meta: {
    id: "structure-section-order",
    severity: "error",
    why: "Every postmortem reads in the same order.",
    fix: "Move the section to where the template has it.",
    needs: ["template"],
    wrong: "## Timeline\n\n## Summary",
    right: "## Summary\n\n## Timeline",
  },
  run,
};

function run({ sections }: PostmortemSource, { skeleton }: RuleContext): RuleFinding[] {
  const places = new Map((skeleton?.sections ?? []).map((section, place) => [identityOf(section), place]));
  let last = { place: -1, heading: "" };
  return sections.flatMap((section): RuleFinding[] => {
    const place = places.get(identityOf(section));
    if (place === undefined) return [];
    if (place >= last.place) {
      last = { place, heading: section.heading };
      return [];
    }
    const [own, other] = [section.heading, last.heading].map(excerpt);
    return [{ line: section.line, message: `The section ${own} stands before ${other} in the template.` }];
  });
}
