/** An empty section says neither that nothing is known nor that nobody looked. */

import type { PostmortemSource } from "../../postmortem/parse.ts";
import { isContent, saidIn } from "../content.ts";
import { excerpt } from "../excerpt.ts";
import type { CheckRule, RuleFinding } from "../rule.ts";

export const structureEmptySection: CheckRule = {
  meta: {
    id: "structure-empty-section",
    severity: "error",
    why: "An empty section says neither that nothing is known nor that nobody looked.",
    fix: "Fill the section, or write that nothing is known of it and why.",
    wrong: "## Root Cause\n\nSee below.",
    right: "## Root Cause\n\nNot established: the logs of that hour are gone (unknown)",
  },
  run,
};

function run({ sections: [, ...sections] }: PostmortemSource): RuleFinding[] {
  return sections
    .filter(({ blocks }) => !blocks.some(isContent))
    .map(({ heading, line, blocks }) => {
      const name = excerpt(heading);
      const words = blocks.find((block) => saidIn(block) !== "")?.words;
      return {
        line,
        message:
          words === undefined
            ? `The section ${name} has nothing in it.`
            : `The section ${name} says nothing but ${excerpt(words)}`,
      };
    });
}
