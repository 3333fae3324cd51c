/** Reports and later drafts read these keys, and a key that nobody knows is read by none. */

import { FRONT_MATTER_KEYS } from "../../postmortem/front-matter.ts";
import type { PostmortemSource } from "../../postmortem/parse.ts";
import { excerpt } from "../excerpt.ts";
import type { CheckRule, RuleFinding, RuleResult } from "../rule.ts";

export const frontMatterKeys: CheckRule = {
  meta: {
    id: "front-matter-keys",
    severity: "warning",
    why: "Reports and later drafts read these keys, and a key that nobody knows is read by none.",
    fix: "Write the keys that the skeleton has, with an empty value where nothing is known.",
    wrong: "status: draft",
    right: "status: draft\nowner:",
  },
  run,
};

function run({ frontMatter }: PostmortemSource): RuleResult {
  if (frontMatter === null) return { nothing: "there is no front matter" };
  const missing = FRONT_MATTER_KEYS.filter((key) => !frontMatter.lines.has(key));
  const known = new Set<string>(FRONT_MATTER_KEYS);
  const unknown = [...frontMatter.lines].flatMap(([key, line]): RuleFinding[] =>
    known.has(key) ? [] : [{ line, message: `The key ${excerpt(key)} is not known.` }],
  );
  return [
    ...(missing.length === 0 ? [] : [{ line: 1, message: `The front matter lacks ${missing.join(", ")}.` }]),
    ...unknown,
  ];
}
