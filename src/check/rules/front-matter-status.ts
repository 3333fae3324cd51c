/** People and reports sort postmortems by their status. */

import type { PostmortemSource } from "../../postmortem/parse.ts";
import { anyOf, DOCUMENT_STATUSES } from "../../postmortem/vocabulary.ts";
import { excerpt } from "../excerpt.ts";
import { findingAt, isUnread } from "../keys.ts";
import type { CheckRule, RuleFinding } from "../rule.ts";

export const frontMatterStatus: CheckRule = {
  meta: {
    id: "front-matter-status",
    severity: "error",
    why: "People and reports sort postmortems by their status.",
    fix: `Write ${anyOf(DOCUMENT_STATUSES)}.`,
    wrong: "status: done",
    right: "status: closed",
  },
  run,
};

function run(source: PostmortemSource): RuleFinding[] {
  if (source.frontMatter === null || isUnread(source.frontMatter, "status")) return [];
  const { status } = source.frontMatter.values;
  return DOCUMENT_STATUSES.includes(status ?? "")
    ? []
    : [findingAt(source, "status", `is ${excerpt(status)}`)];
}
