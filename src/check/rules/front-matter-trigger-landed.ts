/** A change that does not exist, or came after the incident began, cannot have triggered it. */

import { clockOf } from "../../postmortem/clock.ts";
import type { PostmortemSource } from "../../postmortem/parse.ts";
import { excerpt } from "../excerpt.ts";
import { lineOfKey } from "../keys.ts";
import type { CheckRule, RuleContext, RuleResult } from "../rule.ts";
import { readTrigger } from "../trigger.ts";

export const frontMatterTriggerLanded: CheckRule = {
  meta: {
    id: "front-matter-trigger-landed",
    severity: "error",
    why: "A change that does not exist, or came after the incident began, cannot have triggered it.",
    fix: "Name the change that was in place when the incident began, or write unknown.",
    needs: ["references"],
    wrong: "trigger: acme/orders#820",
    right: "trigger: acme/orders#812",
  },
  run,
};

// Two services' clocks may differ by so much.
const SAME_MS = 60_000;

function run(source: PostmortemSource, { references, record, home }: RuleContext): RuleResult {
  const written = source.values.trigger;
  const trigger = written === null ? null : readTrigger(written, home.serverUrl);
  if (trigger === null || typeof trigger === "string")
    return { nothing: "`trigger` names no change on GitHub" };
  const line = lineOfKey(source, "trigger");
  const name = excerpt(trigger.key);
  const answer = references?.answers[trigger.key];
  if (answer?.state === "absent") return [{ line, message: `GitHub has no ${name}.` }];
  if (answer?.state !== "found") return { nothing: `GitHub does not show ${name}` };
  if (answer.kind === "issue") return [{ line, message: `${name} is an issue, not a change.` }];
  if (answer.landedAt === null) return [{ line, message: `${name} is not merged.` }];
  const onset = record?.createdAt ?? source.values.created;
  if (onset === null || answer.landedAt <= onset + SAME_MS) return [];
  const [landed, began] = [clockOf(answer.landedAt), clockOf(onset)];
  const verb = answer.kind === "commit" ? "committed" : "merged";
  return [{ line, message: `${name} was ${verb} at ${landed}; the incident began at ${began}.` }];
}
