/** Lessons are for people: a draft that nobody owns yet has none to tell. */

import type { PostmortemSource } from "../../postmortem/parse.ts";
import { FINISHED } from "../../postmortem/vocabulary.ts";
import { hasOwner, isAnswered, questionsIn } from "../questions.ts";
import type { CheckRule, RuleContext, RuleResult } from "../rule.ts";

export const peopleQuestionAnswered: CheckRule = {
  meta: {
    id: "people-question-answered",
    severity: "warning",
    why: "Lessons are for people: a draft that nobody owns yet has none to tell.",
    fix: "Set `owner` to whoever answers; or leave the question open.",
    needs: ["template"],
    wrong: "owner:\n\n- What went well? The roll-back.",
    right: "owner: Orders team\n\n- What went well? The roll-back.",
  },
  run,
};

function run(source: PostmortemSource, context: RuleContext): RuleResult {
  const questions = questionsIn(source, context);
  if (questions.length === 0)
    return { nothing: "the template asks no questions in the sections that are there" };
  // A bot's answers, and a finished one without an owner, are other rules' findings.
  const isOthers = context.author === "bot" || FINISHED.includes(source.values.status ?? "");
  if (isOthers || hasOwner(source)) return [];
  return questions.filter(isAnswered).map(({ line, shown }) => ({
    line,
    message: `The question ${shown} is answered, and nobody is the owner.`,
  }));
}
