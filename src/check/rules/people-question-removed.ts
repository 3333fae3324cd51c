/** The questions are for the people in the review, and one that is gone is not asked. */

import type { PostmortemSource } from "../../postmortem/parse.ts";
import { questionsIn } from "../questions.ts";
import type { CheckRule, RuleContext, RuleResult } from "../rule.ts";

export const peopleQuestionRemoved: CheckRule = {
  meta: {
    id: "people-question-removed",
    severity: "error",
    why: "The questions are for the people in the review, and one that is gone is not asked.",
    fix: "Put the question back as the template has it.",
    needs: ["template"],
    wrong: "## Questions for the Review\n\nNone.",
    right:
      "## Questions for the Review\n\n- What went well or was luck, and what would have happened without it?",
  },
  run,
};

function run(source: PostmortemSource, context: RuleContext): RuleResult {
  const questions = questionsIn(source, context);
  if (questions.length === 0)
    return { nothing: "the template asks no questions in the sections that are there" };
  return questions
    .filter(({ answer }) => answer === null)
    .map(({ line, shown }) => ({ line, message: `The question ${shown} is gone.` }));
}
