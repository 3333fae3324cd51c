/** A duration that is not the time between its two ends misleads whoever adds them up. */

import { durationOf } from "../../lib/time.ts";
import type { PostmortemSource } from "../../postmortem/parse.ts";
import { excerpt } from "../excerpt.ts";
import { findingAt, isUnread } from "../keys.ts";
import type { CheckRule, RuleContext, RuleFinding } from "../rule.ts";

export const frontMatterDuration: CheckRule = {
  meta: {
    id: "front-matter-duration",
    severity: "error",
    why: "A duration that is not the time between its two ends misleads whoever adds them up.",
    fix: "Write the whole minutes between `created` and `resolved`, rounded down; or correct the times.",
    wrong: "created: 2026-02-10T14:32:00Z\nresolved: 2026-02-10T15:18:02Z\nduration-minutes: 120",
    right: "created: 2026-02-10T14:32:00Z\nresolved: 2026-02-10T15:18:02Z\nduration-minutes: 46",
  },
  run,
};

// Seconds are left out of some times.
const SAME_MINUTES = 1;

function run(source: PostmortemSource, { record }: RuleContext): RuleFinding[] {
  const { created, resolved, "duration-minutes": written } = source.values;
  const known = record?.durationMinutes ?? null;
  if (source.frontMatter === null || isUnread(source.frontMatter, "duration-minutes")) return [];
  if (known !== null) {
    const shown = written === null ? null : String(written);
    return written === known
      ? []
      : [findingAt(source, "duration-minutes", `is ${excerpt(shown)}, and the record has ${known}`)];
  }
  if (created === null || resolved === null || written === null || resolved < created) return [];
  const minutes = Math.floor((resolved - created) / 60_000);
  if (Math.abs(minutes - written) <= SAME_MINUTES) return [];
  const words = `is ${written}, and the times are ${durationOf(minutes)} apart (${minutes} minutes)`;
  return [findingAt(source, "duration-minutes", words)];
}
