/** A reader finds each answer in its place, and a section that is gone is a question nobody asked. */

import type { PostmortemSource } from "../../postmortem/parse.ts";
import { excerpt } from "../excerpt.ts";
import type { CheckRule, RuleContext, RuleFinding } from "../rule.ts";
import { identityOf, type SkeletonSection } from "../skeleton.ts";

export const structureMissingSection: CheckRule = {
  meta: {
    id: "structure-missing-section",
    severity: "error",
    why: "A reader finds each answer in its place, and a section that is gone is a question nobody asked.",
    fix: "Put the section back as the template has it, and fill it; where nothing is known, say so in it.",
    needs: ["template"],
    wrong: "## Summary\n\n## Timeline",
    right: "## Summary\n\n## Impact\n\n## Timeline",
  },
  run,
};

type WantedSection = SkeletonSection & { at: number | undefined };

function run({ sections }: PostmortemSource, { skeleton }: RuleContext): RuleFinding[] {
  const there = new Map(sections.map((section) => [identityOf(section), section.line]));
  const wanted = (skeleton?.sections ?? []).map((one) => ({ ...one, at: there.get(identityOf(one)) }));
  const missing = wanted.filter(({ at }) => at === undefined);
  // A similar postmortem may have been merged after this one was drafted.
  const isMild = ({ key }: WantedSection) => key === "seen-before";
  return [
    ...findingOf(
      missing.filter((one) => !isMild(one)),
      wanted,
    ),
    ...findingOf(missing.filter(isMild), wanted).map((one) => ({ ...one, severity: "warning" as const })),
  ];
}

function findingOf(missing: WantedSection[], wanted: WantedSection[]): RuleFinding[] {
  const [first] = missing;
  if (first === undefined) return [];
  // Where the first of them belongs: at the last section before it that is there.
  const line = Math.max(1, ...wanted.slice(0, wanted.indexOf(first)).flatMap(({ at }) => at ?? []));
  const names = missing.map(({ heading }) => excerpt(heading)).join(", ");
  const message = `The section${missing.length > 1 ? "s" : ""} ${names} ${missing.length > 1 ? "are" : "is"} missing.`;
  return [{ line, message }];
}
