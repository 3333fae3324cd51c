/** The policy: an incident in, a decision with its reason out. */

import { toSingleLine } from "../lib/text.ts";
import type { Rule } from "../settings/rules.ts";
import { alternativesOf, type Policy } from "./alternatives.ts";
import { type EvaluatedRule, evaluateRules } from "./evaluate.ts";
import { firstOf } from "./names.ts";
import type { Subject } from "./subject.ts";

const LONGEST_REASON = 1_000;
const MOST_RULES = 3;

export type Decision = {
  do: "draft" | "skip";
  /** Null when no rule held. */
  rule: Rule | null;
  /** One sentence; of strangers' words it has none. */
  reason: string;
};

/** The first rule that matches decides, and `otherwise` where none does. */
export function decide(policy: Policy, subject: Subject): Decision {
  const evaluated = evaluateRules(policy.rules, subject);
  const index = evaluated.findIndex(({ matches }) => matches);
  const found = evaluated[index];
  const reason = found
    ? reasonOf(policy, subject, evaluated, index, found)
    : otherwiseReason(policy, evaluated);
  return {
    do: found?.rule.do ?? policy.otherwise,
    rule: found?.rule ?? null,
    reason: toSingleLine(reason, LONGEST_REASON),
  };
}

function reasonOf(
  policy: Policy,
  subject: Subject,
  evaluated: EvaluatedRule[],
  index: number,
  { name, rule, findings }: EvaluatedRule,
): string {
  const because = findings.map(({ words }) => words).join(", and ");
  const before = evaluated.slice(0, index);
  if (rule.do === "draft") return [`${name} drafts it: ${because}`, ...withoutFact(before)].join("; ");
  const others = policy.rules.filter((_, other) => other !== index);
  const alternatives = alternativesOf({ ...policy, rules: others }, rule, subject);
  if (alternatives.length > 0) {
    const drafted = `it would be drafted if ${alternatives.join(", or ")}`;
    return [`${name} skips it: ${because}`, drafted, ...withoutFact(before)].join("; ");
  }
  const next = evaluated.find(({ matches }, other) => other !== index && matches);
  const verb = (next?.rule.do ?? policy.otherwise) === "draft" ? "draft" : "skip";
  const without = `without it, ${next?.name ?? "otherwise"} would ${verb} it`;
  // Those before it would have come first.
  return [`${name} skips it: ${because}; ${without}`, ...nearMisses(before)].join("; ");
}

function otherwiseReason({ otherwise }: Policy, evaluated: EvaluatedRule[]): string {
  const reason = `no rule matched, and otherwise is ${otherwise}`;
  if (otherwise === "draft") return [reason, ...withoutFact(evaluated)].join("; ");
  const misses = nearMisses(evaluated);
  return [reason, ...(misses.length > 0 ? misses : ["there is no rule that drafts"])].join("; ");
}

/** The rules that did not match for want of a fact alone. */
function withoutFact(evaluated: EvaluatedRule[]): string[] {
  return firstOf(
    evaluated
      .filter(({ findings }) => findings.every(mayHold))
      .map(({ name, findings }) => `${name} was decided without a fact: ${missesOf(findings)}`),
    MOST_RULES,
    "more were decided without a fact",
  );
}

function mayHold({ holds, isKnown }: EvaluatedRule["findings"][number]): boolean {
  return holds || !isKnown;
}

/** The rules that would have drafted, those first that lacked least. */
function nearMisses(evaluated: EvaluatedRule[]): string[] {
  const lacking = ({ findings }: EvaluatedRule) => findings.filter(({ holds }) => !holds).length;
  return firstOf(
    evaluated
      .filter(({ rule }) => rule.do === "draft")
      .sort((a, b) => lacking(a) - lacking(b))
      .map(({ name, findings }) => `${name} would draft it, but ${missesOf(findings)}`),
    MOST_RULES,
    "more would draft others",
  );
}

function missesOf(findings: EvaluatedRule["findings"]): string {
  return findings
    .filter(({ holds }) => !holds)
    .map(({ words }) => words)
    .join(", and ");
}
