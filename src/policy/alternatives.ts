/** What would have had to differ in an incident, alone, for a draft. */

import { isSameName } from "../lib/names.ts";
import { formatDuration } from "../lib/time.ts";
import { RESOLVERS, type Rule, URGENCIES } from "../settings/rules.ts";
import { type Condition, evaluateRules, isTeam } from "./evaluate.ts";
import { orList } from "./names.ts";
import type { Subject } from "./subject.ts";

export type Policy = { rules: Rule[]; otherwise: "draft" | "skip" };

// The name of nothing: no rule can have it.
const OTHER_NAME = "";

/** Each difference as the rest of "it would be drafted if", for a rule that skips it and that the policy lacks. */
export function alternativesOf(policy: Policy, { when, ...rule }: Rule, subject: Subject): string[] {
  const drafts = (change: Partial<Subject>) => predict(policy, { ...subject, ...change }, null) === "draft";
  const without = (key: "service" | "title") =>
    when[key] && predict(policy, subject, key) === "draft"
      ? [`the ${key} did not match ${orList(when[key])}`]
      : [];
  const closed = <Name extends string>(
    key: "urgency" | "resolved-by",
    names: readonly Name[],
    change: (name: Name) => Partial<Subject>,
  ) => {
    const passing = names.filter((name) => when[key] && !when[key].includes(name) && drafts(change(name)));
    return passing.length > 0 ? [`${key} were ${orList(passing)}`] : [];
  };
  const open = (key: "priority" | "type", change: (name: string) => Partial<Subject>) => {
    const wanted = when[key];
    if (wanted === undefined) return [];
    const others = policy.rules
      .flatMap((rule) => rule.when[key] ?? [])
      .filter((other, at, all) => ![...wanted, ...all.slice(0, at)].some((name) => isSameName(name, other)));
    const passing = others.filter((other) => drafts(change(other)));
    if (drafts(change(OTHER_NAME)))
      return [
        `${key} were other than ${orList([...wanted, ...others.filter((other) => !passing.includes(other))])}`,
      ];
    return passing.length > 0 ? [`${key} were ${orList(passing)}`] : [];
  };
  const teams = subject.teams.filter((team) => !when.team?.some((name) => isTeam(team, name)));
  const isMatchedByNoTeam = rule["if-unknown"] === "skip" && teams.length === 0;
  return [
    ...open("priority", (priority) => ({ priority })),
    ...closed("urgency", URGENCIES, (urgency) => ({ urgency })),
    ...without("service"),
    ...(when.team && !isMatchedByNoTeam && drafts({ teams }) ? [`it had no team ${orList(when.team)}`] : []),
    ...open("type", (type) => ({ type })),
    ...without("title"),
    ...closed("resolved-by", RESOLVERS, (resolvedBy) => ({ resolvedBy })),
    ...otherDurations(policy, when, (durationMs) => drafts({ durationMs })),
  ];
}

function otherDurations({ rules }: Policy, when: Rule["when"], drafts: (ms: number) => boolean): string[] {
  const { "shorter-than": shorter, "longer-than": longer } = when;
  // Between two limits of the rules nothing changes, so these stand for all durations.
  const limits = [
    shorter,
    longer,
    ...rules.flatMap((rule) => [rule.when["shorter-than"], rule.when["longer-than"]]),
  ];
  const all = limits.flatMap((limit) => (limit === undefined ? [] : [limit - 1, limit, limit + 1]));
  return [
    ...(shorter !== undefined && all.every((ms) => ms < shorter || drafts(ms))
      ? [`it had lasted ${formatDuration(shorter)} or longer`]
      : []),
    ...(longer !== undefined && all.every((ms) => ms > longer || drafts(ms))
      ? [`it had lasted ${formatDuration(longer)} or less`]
      : []),
  ];
}

/** What the rules would do if `open` were anything at all; null when that depends on it. */
function predict(policy: Policy, subject: Subject, open: Condition | null): Policy["otherwise"] | null {
  const outcomes = new Set<Policy["otherwise"]>();
  for (const { rule, findings } of evaluateRules(policy.rules, subject)) {
    if (findings.some(({ key, holds }) => !holds && key !== open)) continue;
    outcomes.add(rule.do);
    if (findings.every(({ key }) => key !== open)) return outcomes.size === 1 ? rule.do : null;
  }
  outcomes.add(policy.otherwise);
  return outcomes.size === 1 ? policy.otherwise : null;
}
