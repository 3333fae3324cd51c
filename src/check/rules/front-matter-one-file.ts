/** Two postmortems of one incident contradict each other sooner or later. */

import type { PostmortemSource } from "../../postmortem/parse.ts";
import { excerpt } from "../excerpt.ts";
import { incidentOfFile, namedIncidentOf, nameOf } from "../identity.ts";
import { lineOfKey } from "../keys.ts";
import type { CheckRule, RuleContext, RuleFinding } from "../rule.ts";

export const frontMatterOneFile: CheckRule = {
  meta: {
    id: "front-matter-one-file",
    severity: "error",
    why: "Two postmortems of one incident contradict each other sooner or later.",
    fix: "Keep one file, and bring it up to date.",
    wrong: "2026-02-10-Q1ORDERSPOOL01-pool.md\n2026-02-11-Q1ORDERSPOOL01-pool-again.md",
    right: "2026-02-10-Q1ORDERSPOOL01-pool.md",
  },
  run,
};

function run(source: PostmortemSource, { names }: RuleContext): RuleFinding[] {
  const incident = incidentOfFile(source);
  const other = names.find((path) => path !== source.file && namedIncidentOf(path) === incident);
  return other === undefined
    ? []
    : [
        {
          line: lineOfKey(source, "incident"),
          message: `The incident has another file, ${excerpt(nameOf(other))}.`,
        },
      ];
}
