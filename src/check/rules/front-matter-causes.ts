/** Incidents are counted by their causes, so these have one spelling. */

import type { PostmortemSource } from "../../postmortem/parse.ts";
import { anyOf, CAUSES } from "../../postmortem/vocabulary.ts";
import { excerpt } from "../excerpt.ts";
import { findingAt } from "../keys.ts";
import type { CheckRule, RuleResult } from "../rule.ts";

export const frontMatterCauses: CheckRule = {
  meta: {
    id: "front-matter-causes",
    severity: "error",
    why: "Incidents are counted by their causes, so these have one spelling.",
    fix: `Write a list of ${anyOf(CAUSES)}.`,
    wrong: "causes: [bad deploy]",
    right: "causes: [change, capacity]",
  },
  run,
};

function run(source: PostmortemSource): RuleResult {
  const causes = source.values.causes;
  if (causes === null) return { nothing: "there are no `causes`" };
  const find = (words: string) => findingAt(source, "causes", words);
  const twice = causes.filter((cause, index) => causes.indexOf(cause) !== index);
  return [
    ...causes
      .filter((cause) => !CAUSES.includes(cause))
      .map((cause) => find(`has ${excerpt(cause)}, which is none of the causes`)),
    ...twice.map((cause) => find(`has ${excerpt(cause)} twice`)),
    ...(causes.includes("unknown") && causes.length > 1 ? [find("has unknown beside a cause")] : []),
  ];
}
