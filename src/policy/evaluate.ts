/** The rules held against an incident: which of their conditions hold, and why in words. */

import { isSameName, matchesName } from "../lib/names.ts";
import { formatDuration, spellDuration } from "../lib/time.ts";
import type { Rule } from "../settings/rules.ts";
import { commaList, orList, shorten } from "./names.ts";
import type { Subject } from "./subject.ts";

export type Condition = keyof Rule["when"];

/** What became of one condition, with the words for it; `isKnown` is false where the incident does not tell. */
type ConditionResult = { key: Condition; isKnown: boolean; holds: boolean; words: string };

/** A rule beside what became of its conditions; it matches when all hold. */
export type EvaluatedRule = { name: string; rule: Rule; findings: ConditionResult[]; matches: boolean };

/** Every rule in turn, held against the subject. */
export function evaluateRules(rules: Rule[], subject: Subject): EvaluatedRule[] {
  return rules.map((rule, index) => {
    const findings = evaluate(rule, subject);
    const name = rule.name === undefined ? `rule ${index + 1}` : `the rule "${shorten(rule.name)}"`;
    return { name, rule, findings, matches: findings.every(({ holds }) => holds) };
  });
}

/** Whether the team is the one that a rule names, by its id or its name. */
export function isTeam({ id, name }: Subject["teams"][number], wanted: string): boolean {
  return (id !== null && isSameName(wanted, id)) || (name !== null && isSameName(wanted, name));
}

function evaluate({ when, ...rule }: Rule, subject: Subject): ConditionResult[] {
  const { service, durationMs } = subject;
  const findings = [
    ...evaluateName("priority", when.priority, subject.priority),
    ...evaluateName("urgency", when.urgency, subject.urgency),
    ...evaluatePattern("service", when.service, [service?.id, service?.name]),
    ...evaluateTeams(when.team, subject.teams),
    ...evaluateName("type", when.type, subject.type),
    ...evaluatePattern("title", when.title, [subject.title]),
    ...evaluateName("resolved-by", when["resolved-by"], subject.resolvedBy),
    ...evaluateDuration("shorter-than", when["shorter-than"], durationMs, (ms, limit) => ms < limit),
    ...evaluateDuration("longer-than", when["longer-than"], durationMs, (ms, limit) => ms > limit),
  ];
  const holdsUnknown = rule["if-unknown"] === "skip";
  return findings.map(({ key, holds, words }) =>
    holds === null
      ? { key, isKnown: false, holds: holdsUnknown, words: `${words}, which ${effectOf(holdsUnknown)}` }
      : { key, isKnown: true, holds, words },
  );
}

function effectOf(holdsUnknown: boolean): string {
  return holdsUnknown ? "counts as a match (if-unknown: skip)" : "does not match";
}

/** `holds` is null where the incident does not tell. */
type Evaluated = { key: Condition; holds: boolean | null; words: string };

function evaluateName(key: Condition, wanted: string[] | undefined, value: string | null): Evaluated[] {
  if (wanted === undefined) return [];
  if (value === null) return [unknown(key, key)];
  const holds = wanted.some((name) => isSameName(name, value));
  const shown = shorten(value);
  if (!holds) return [{ key, holds, words: `${key} is ${shown}, not ${orList(wanted)}` }];
  const isOne = wanted.length === 1;
  return [
    { key, holds, words: isOne ? `${key} is ${shown}` : `${key} ${shown} is one of ${commaList(wanted)}` },
  ];
}

function evaluatePattern(
  key: "service" | "title",
  wanted: string[] | undefined,
  names: (string | null | undefined)[],
): Evaluated[] {
  if (wanted === undefined) return [];
  const known = names.filter((name) => typeof name === "string");
  if (known.length === 0) return [unknown(key, `the ${key}`)];
  const found = wanted.find((pattern) => known.some((name) => matchesName(pattern, name)));
  // The name comes last. Where only the id is told, the rule may mean the name.
  if (found === undefined && typeof names.at(-1) !== "string") return [unknown(key, `the ${key}'s name`)];
  return found === undefined
    ? [{ key, holds: false, words: `the ${key} does not match ${orList(wanted)}` }]
    : [{ key, holds: true, words: `the ${key} matches ${shorten(found)}` }];
}

function evaluateTeams(wanted: string[] | undefined, teams: Subject["teams"]): Evaluated[] {
  if (wanted === undefined) return [];
  if (teams.length === 0) return [unknown("team", "a team")];
  const found = wanted.find((name) => teams.some((team) => isTeam(team, name)));
  if (found === undefined && teams.some(({ name }) => name === null))
    return [unknown("team", "the name of a team")];
  return found === undefined
    ? [{ key: "team", holds: false, words: `no team is ${orList(wanted)}` }]
    : [{ key: "team", holds: true, words: `a team is ${shorten(found)}` }];
}

function evaluateDuration(
  key: "shorter-than" | "longer-than",
  limit: number | undefined,
  ms: number | null,
  isWithin: (ms: number, limit: number) => boolean,
): Evaluated[] {
  if (limit === undefined) return [];
  if (ms === null) return [unknown(key, "how long it lasted")];
  const holds = isWithin(ms, limit);
  // In whole seconds both would be the same, and then one is longer without looking so.
  const isJustOver = ms > limit && ms - limit < 1_000;
  const lasted = `it lasted ${isJustOver ? "just over " : ""}${spellDuration(ms)}`;
  const words = `${lasted}, ${holds ? "" : "not "}${key.replace("-", " ")} ${formatDuration(limit)}`;
  return [{ key, holds, words }];
}

function unknown(key: Condition, what: string): Evaluated {
  return { key, holds: null, words: `${what} is not known` };
}
