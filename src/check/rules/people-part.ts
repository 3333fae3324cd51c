/** Who owns a postmortem, how far it is, and what it teaches is for people to say. */

import type { PostmortemSource } from "../../postmortem/parse.ts";
import { lineOfKey, shown } from "../keys.ts";
import { isAnswered, questionsIn } from "../questions.ts";
import type { Rule, RuleContext, RuleResult } from "../rule.ts";

export const peoplePart: Rule = {
  meta: {
    id: "people-part",
    group: "people's part",
    severity: "error",
    why: "Who owns a postmortem, how far it is, and what it teaches is for people to say.",
    fix: "Put back what the skeleton has: `status: draft`, an empty `owner`, and open questions.",
    needs: ["author"],
    wrong: "owner: Devin\nstatus: final",
    right: "owner:\nstatus: draft",
  },
  run,
};

function run(source: PostmortemSource, context: RuleContext): RuleResult {
  if (context.author !== "bot") return { nothing: "a person is the author" };
  const { owner = null, status = null } = source.frontMatter?.values ?? {};
  return [
    ...(owner === null
      ? []
      : [
          {
            line: lineOfKey(source, "owner"),
            message: `A bot is the author, and \`owner\` is ${shown(owner)}.`,
          },
        ]),
    ...(status === null || status === "draft"
      ? []
      : [
          {
            line: lineOfKey(source, "status"),
            message: `A bot is the author, and \`status\` is ${shown(status)}.`,
          },
        ]),
    ...questionsIn(source, context)
      .filter(isAnswered)
      .map(({ line, shown }) => ({
        line,
        message: `A bot is the author, and the question ${shown} is answered.`,
      })),
  ];
}
