/** A commit, pull request, issue or file that does not exist supports nothing. */

import type { PostmortemSource } from "../../postmortem/parse.ts";
import { citationsOf } from "../citations.ts";
import { excerpt } from "../excerpt.ts";
import type { CheckRule, RuleContext, RuleResult } from "../rule.ts";

export const claimAbsentReference: CheckRule = {
  meta: {
    id: "claim-absent-reference",
    severity: "error",
    why: "A commit, pull request, issue or file that does not exist supports nothing.",
    fix: "Cite what exists, and take out what you cannot find.",
    needs: ["references"],
    wrong: "The deploy was acme/orders#99812.",
    right: "The deploy was acme/orders#812.",
  },
  run,
};

function run(source: PostmortemSource, { references, home }: RuleContext): RuleResult {
  if (references === null) return [];
  const { answers } = references;
  const cited = citationsOf(source, home);
  if (cited.length === 0) return { nothing: "nothing of GitHub's is cited" };
  return cited
    .filter(({ key }) => answers[key]?.state === "absent")
    .map(({ key, line, isCertain }) => {
      const message = `GitHub has no ${excerpt(key)}.`;
      return isCertain
        ? { line, message }
        : {
            line,
            message,
            severity: "warning",
            fix: "If it is GitHub's, name its repository: owner/name#12.",
          };
    });
}
