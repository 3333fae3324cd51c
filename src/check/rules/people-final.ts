/** A finished postmortem has an owner, and an answer to each question. */

import type { PostmortemSource } from "../../postmortem/parse.ts";
import { FINISHED } from "../../postmortem/vocabulary.ts";
import { findingAt } from "../keys.ts";
import { hasOwner, isAnswered, questionsIn } from "../questions.ts";
import type { CheckRule, RuleContext, RuleResult } from "../rule.ts";

export const peopleFinal: CheckRule = {
  meta: {
    id: "people-final",
    severity: "error",
    why: "A finished postmortem has an owner, and an answer to each question.",
    fix: "Answer the question below it and set `owner`, or set `status` back to draft.",
    wrong: "status: final\nowner:",
    right: "status: final\nowner: Orders team",
  },
  run,
};

function run(source: PostmortemSource, context: RuleContext): RuleResult {
  const status = source.values.status ?? "";
  if (!FINISHED.includes(status)) return { nothing: "its status says that it is not finished" };
  const open = questionsIn(source, context).filter((one) => one.answer !== null && !isAnswered(one));
  return [
    ...(hasOwner(source) ? [] : [findingAt(source, "owner", `is empty, and the status is ${status}`)]),
    ...open.map(({ line, shown }) => ({
      line,
      message: `The status is ${status}, and the question ${shown} is open.`,
    })),
  ];
}
