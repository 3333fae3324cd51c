/** What began the incident is compared and counted, so it has a form. */

import type { PostmortemSource } from "../../postmortem/parse.ts";
import { excerpt } from "../excerpt.ts";
import { findingAt, isUnread } from "../keys.ts";
import type { CheckRule, RuleContext, RuleResult } from "../rule.ts";
import { readTrigger } from "../trigger.ts";

export const frontMatterTrigger: CheckRule = {
  meta: {
    id: "front-matter-trigger",
    severity: "error",
    why: "What began the incident is compared and counted, so it has a form.",
    fix: "Write owner/name@sha, owner/name#12, a link, none or unknown.",
    wrong: "trigger: the deploy of Tuesday",
    right: "trigger: acme/orders@9fceb02",
  },
  run,
};

function run(source: PostmortemSource, { home }: RuleContext): RuleResult {
  const { frontMatter } = source;
  if (!frontMatter?.lines.has("trigger")) return { nothing: "there is no `trigger`" };
  const { trigger } = frontMatter.values;
  // The draft begins with `unknown`, and an empty key says no less.
  if (trigger === null && !isUnread(frontMatter, "trigger"))
    return [{ ...findingAt(source, "trigger", "is empty"), severity: "warning" }];
  const isRead = trigger !== null && readTrigger(trigger, home.serverUrl) !== null;
  return isRead || isUnread(frontMatter, "trigger")
    ? []
    : [findingAt(source, "trigger", `is ${excerpt(trigger)}`)];
}
