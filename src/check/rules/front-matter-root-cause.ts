/** Reports count how many causes are confirmed, by this key. */

import { blocksWith, type PostmortemSource } from "../../postmortem/parse.ts";
import { anyOf, CERTAINTIES } from "../../postmortem/vocabulary.ts";
import { markOf } from "../claims.ts";
import { excerpt } from "../excerpt.ts";
import { findingAt, isUnread } from "../keys.ts";
import type { CheckRule, RuleResult } from "../rule.ts";

export const frontMatterRootCause: CheckRule = {
  meta: {
    id: "front-matter-root-cause",
    severity: "error",
    why: "Reports count how many causes are confirmed, by this key.",
    fix: `Write ${anyOf(CERTAINTIES)}: the mark of the first claim under Root Cause.`,
    wrong: "root-cause: confirmed\n\n## Root Cause\n\nRetries close no connection (likely)",
    right: "root-cause: likely\n\n## Root Cause\n\nRetries close no connection (likely)",
  },
  run,
};

function run(source: PostmortemSource): RuleResult {
  const { frontMatter } = source;
  if (!frontMatter?.lines.has("root-cause")) return { nothing: "there is no `root-cause`" };
  if (isUnread(frontMatter, "root-cause")) return [];
  const written = frontMatter.values["root-cause"];
  const find = (words: string) => [findingAt(source, "root-cause", `is ${excerpt(written)}${words}`)];
  if (!CERTAINTIES.some((word) => word === written)) return find("");
  const first = blocksWith(source, "root-cause").find(
    ({ kind, words, isQuoted }) => (kind === "paragraph" || kind === "item") && !isQuoted && words !== "",
  );
  if (first === undefined) return written === "unknown" ? [] : find(", and no claim stands under Root Cause");
  const mark = markOf(first.words);
  return mark === null || mark.kind === written
    ? []
    : find(`, and the mark of the first claim is ${mark.kind}`);
}
