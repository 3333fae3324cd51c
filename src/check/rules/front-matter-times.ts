/** An incident begins before it is acknowledged, and ends after both. */

import type { PostmortemSource } from "../../postmortem/parse.ts";
import { findingAt } from "../keys.ts";
import type { CheckRule, RuleFinding } from "../rule.ts";

export const frontMatterTimes: CheckRule = {
  meta: {
    id: "front-matter-times",
    severity: "error",
    why: "An incident begins before it is acknowledged, and ends after both.",
    fix: "Correct the times; all of them are UTC.",
    wrong: "created: 2026-02-10T14:32:00Z\nresolved: 2026-02-10T13:18:00Z",
    right: "created: 2026-02-10T14:32:00Z\nresolved: 2026-02-10T15:18:00Z",
  },
  run,
};

const PAIRS = [
  ["acknowledged", "created"],
  ["resolved", "created"],
  ["resolved", "acknowledged"],
] as const;

function run(source: PostmortemSource): RuleFinding[] {
  const { values } = source;
  return PAIRS.flatMap(([later, earlier]) => {
    const [end, start] = [values?.[later] ?? null, values?.[earlier] ?? null];
    return end !== null && start !== null && end < start
      ? [findingAt(source, later, `is before \`${earlier}\``)]
      : [];
  });
}
