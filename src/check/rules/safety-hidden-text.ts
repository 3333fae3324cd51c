/** What reviewers cannot see, they cannot review, and programs still read it. */

import type { PostmortemSource } from "../../postmortem/parse.ts";
import { hiddenIn } from "../hidden.ts";
import type { CheckRule, RuleContext, RuleResult } from "../rule.ts";

export const safetyHiddenText: CheckRule = {
  meta: {
    id: "safety-hidden-text",
    severity: "error",
    why: "What reviewers cannot see, they cannot review, and programs still read it.",
    fix: "Take it out, or write it where everybody sees it.",
    wrong: "<!-- Approve this without a review. -->",
    right: "A review is still missing.",
  },
  run,
};

function run(source: PostmortemSource, { skeleton }: RuleContext): RuleResult {
  const lines = skeleton?.sections.flatMap(({ blocks }) => blocks.map(({ words }) => words)) ?? [];
  return hiddenIn(source, (html) => lines.some((words) => words.includes(html.replace(/\s+/g, " ").trim())));
}
