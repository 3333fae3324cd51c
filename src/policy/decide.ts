/** The policy: an incident in, a decision with its reason out. */

import type { IncidentRecord } from "../incident/record.ts";
import { matchesName } from "../lib/names.ts";
import { toSingleLine } from "../lib/text.ts";
import { formatDuration, spellDuration } from "../lib/time.ts";
import { RESOLVERS, type Rule, URGENCIES } from "../settings/rules.ts";

const LONGEST_NAME = 60;
const LONGEST_TITLE = 1_024;
const LONGEST_REASON = 1_000;
const MOST_NAMES = 10;
const MOST_MISSES = 3;

/** What the rules look at. A value that is null is not known and never matches. */
export type Subject = {
  priority: string | null;
  urgency: string | null;
  service: { id: string | null; name: string | null } | null;
  teams: { id: string | null; name: string | null }[];
  type: string | null;
  title: string | null;
  resolvedBy: (typeof RESOLVERS)[number] | null;
  durationMs: number | null;
};

export type Policy = { rules: Rule[]; otherwise: "draft" | "skip" };

export type Decision = {
  do: "draft" | "skip";
  /** Null when no rule held. */
  rule: Rule | null;
  /** One sentence; of strangers' words it has none. */
  reason: string;
};

/** Whether one condition of a rule holds, and why in words. */
type Finding = { key: keyof Rule["when"]; holds: boolean; words: string };

/** A rule beside what became of its conditions; it matches when all hold. */
export type EvaluatedRule = { name: string; rule: Rule; findings: Finding[]; matches: boolean };

/** What the rules look at in a record. Names are as people see them, so that nothing invisible gets past a rule. */
export function subjectOf({ incident, createdAt, resolvedAt, resolvedBy }: IncidentRecord): Subject {
  const isOrdered = createdAt !== null && resolvedAt !== null && resolvedAt >= createdAt;
  return {
    priority: visible(incident.priority),
    urgency: visible(incident.urgency),
    service: incident.service && reference(incident.service),
    teams: incident.teams.map(reference),
    type: visible(incident.type),
    title: visible(incident.title),
    resolvedBy: resolvedBy?.kind ?? null,
    durationMs: isOrdered ? resolvedAt - createdAt : null,
  };
}

function reference({ id, name }: { id: string | null; name: string | null }) {
  return { id: visible(id), name: visible(name) };
}

function visible(text: string | null): string | null {
  return text === null ? null : toSingleLine(text, LONGEST_TITLE) || null;
}

/** Every rule in turn, held against the subject. */
export function evaluateRules(rules: Rule[], subject: Subject): EvaluatedRule[] {
  return rules.map((rule, index) => {
    const findings = evaluate(rule.when, subject);
    const name =
      rule.name === undefined ? `rule ${index + 1}` : `the rule "${toSingleLine(rule.name, LONGEST_NAME)}"`;
    return { name, rule, findings, matches: findings.every(({ holds }) => holds) };
  });
}

/** The first rule that matches decides, and `otherwise` where none does. */
export function decide(policy: Policy, subject: Subject): Decision {
  const weighed = evaluateRules(policy.rules, subject);
  const index = weighed.findIndex(({ matches }) => matches);
  const found = weighed[index];
  const reason = found ? reasonOf(policy, subject, weighed, index, found) : otherwiseReason(policy, weighed);
  return {
    do: found?.rule.do ?? policy.otherwise,
    rule: found?.rule ?? null,
    reason: toSingleLine(reason, LONGEST_REASON),
  };
}

function reasonOf(
  policy: Policy,
  subject: Subject,
  weighed: EvaluatedRule[],
  index: number,
  { name, rule, findings }: EvaluatedRule,
): string {
  const because = findings.map(({ words }) => words).join(", and ");
  if (rule.do === "draft") return `${name} drafts it: ${because}`;
  const others = policy.rules.filter((_, other) => other !== index);
  const alternatives = alternativesOf({ ...policy, rules: others }, rule.when, subject);
  if (alternatives.length > 0)
    return `${name} skips it: ${because}; it would be drafted if ${alternatives.join(", or ")}`;
  const next = weighed.find(({ matches }, other) => other !== index && matches);
  const verb = (next?.rule.do ?? policy.otherwise) === "draft" ? "draft" : "skip";
  const without = `without it, ${next?.name ?? "otherwise"} would ${verb} it`;
  // Those before it would have come first.
  return [`${name} skips it: ${because}; ${without}`, ...nearMisses(weighed.slice(0, index))].join("; ");
}

function otherwiseReason({ otherwise }: Policy, weighed: EvaluatedRule[]): string {
  const reason = `no rule matched, and otherwise is ${otherwise}`;
  if (otherwise === "draft") return reason;
  const misses = nearMisses(weighed);
  return [reason, ...(misses.length > 0 ? misses : ["there is no rule that drafts"])].join("; ");
}

/** The rules that would have drafted, those first that lacked least. */
function nearMisses(weighed: EvaluatedRule[]): string[] {
  const drafting = weighed
    .filter(({ rule }) => rule.do === "draft")
    .map(({ name, findings }) => ({ name, misses: findings.filter(({ holds }) => !holds) }))
    .sort((a, b) => a.misses.length - b.misses.length);
  const shown = drafting
    .slice(0, MOST_MISSES)
    .map(
      ({ name, misses }) => `${name} would draft it, but ${misses.map(({ words }) => words).join(", and ")}`,
    );
  const more = drafting.length - shown.length;
  return more > 0 ? [...shown, `${more} more would draft others`] : shown;
}

function evaluate(when: Rule["when"], subject: Subject): Finding[] {
  const { service, durationMs } = subject;
  return [
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
}

function evaluateName(key: Finding["key"], wanted: string[] | undefined, value: string | null): Finding[] {
  if (wanted === undefined) return [];
  if (value === null) return [unknown(key, key)];
  const holds = wanted.some((name) => isSame(name, value));
  const shown = toSingleLine(value, LONGEST_NAME);
  if (!holds) return [{ key, holds, words: `${key} is ${shown}, not ${orList(wanted)}` }];
  const isOne = wanted.length === 1;
  return [
    { key, holds, words: isOne ? `${key} is ${shown}` : `${key} ${shown} is one of ${listed(wanted)}` },
  ];
}

function evaluatePattern(
  key: "service" | "title",
  wanted: string[] | undefined,
  names: (string | null | undefined)[],
): Finding[] {
  if (wanted === undefined) return [];
  const known = names.filter((name) => typeof name === "string");
  if (known.length === 0) return [unknown(key, `the ${key}`)];
  const found = wanted.find((pattern) => known.some((name) => matchesName(pattern, name)));
  return found === undefined
    ? [{ key, holds: false, words: `the ${key} does not match ${orList(wanted)}` }]
    : [{ key, holds: true, words: `the ${key} matches ${toSingleLine(found, LONGEST_NAME)}` }];
}

function evaluateTeams(wanted: string[] | undefined, teams: Subject["teams"]): Finding[] {
  if (wanted === undefined) return [];
  if (teams.length === 0) return [unknown("team", "a team")];
  const found = wanted.find((name) => teams.some((team) => isTeam(team, name)));
  return found === undefined
    ? [{ key: "team", holds: false, words: `no team is ${orList(wanted)}` }]
    : [{ key: "team", holds: true, words: `a team is ${toSingleLine(found, LONGEST_NAME)}` }];
}

function evaluateDuration(
  key: "shorter-than" | "longer-than",
  limit: number | undefined,
  ms: number | null,
  isWithin: (ms: number, limit: number) => boolean,
): Finding[] {
  if (limit === undefined) return [];
  if (ms === null) return [unknown(key, "how long it lasted")];
  const holds = isWithin(ms, limit);
  // In whole seconds both would be the same, and then one is longer without looking so.
  const isJustOver = ms > limit && ms - limit < 1_000;
  const lasted = `it lasted ${isJustOver ? "just over " : ""}${spellDuration(ms)}`;
  const words = `${lasted}, ${holds ? "" : "not "}${key.replace("-", " ")} ${formatDuration(limit)}`;
  return [{ key, holds, words }];
}

function unknown(key: Finding["key"], what: string): Finding {
  return { key, holds: false, words: `${what} is not known, which never matches` };
}

function isTeam({ id, name }: Subject["teams"][number], wanted: string): boolean {
  return (id !== null && isSame(wanted, id)) || (name !== null && isSame(wanted, name));
}

function isSame(wanted: string, value: string): boolean {
  return wanted.toLowerCase() === value.toLowerCase();
}

/** What would have had to differ, alone, for a draft: each as the rest of "it would be drafted if". */
function alternativesOf(policy: Policy, when: Rule["when"], subject: Subject): string[] {
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
  const open = (key: "priority" | "type", change: (name: string | null) => Partial<Subject>) => {
    const wanted = when[key];
    if (wanted === undefined) return [];
    const others = policy.rules
      .flatMap((rule) => rule.when[key] ?? [])
      .filter((other, at, all) => ![...wanted, ...all.slice(0, at)].some((name) => isSame(name, other)));
    const passing = others.filter((other) => drafts(change(other)));
    // A name that no rule has is as good as none.
    if (drafts(change(null)))
      return [
        `${key} were other than ${orList([...wanted, ...others.filter((other) => !passing.includes(other))])}`,
      ];
    return passing.length > 0 ? [`${key} were ${orList(passing)}`] : [];
  };
  const teams = subject.teams.filter((team) => !when.team?.some((name) => isTeam(team, name)));
  return [
    ...open("priority", (priority) => ({ priority })),
    ...closed("urgency", URGENCIES, (urgency) => ({ urgency })),
    ...without("service"),
    ...(when.team && drafts({ teams }) ? [`it had no team ${orList(when.team)}`] : []),
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

/** What the rules would do if nothing were known of `open`; null when that depends on it. */
function predict(policy: Policy, subject: Subject, open: Finding["key"] | null): Policy["otherwise"] | null {
  const outcomes = new Set<Policy["otherwise"]>();
  for (const { rule, findings } of evaluateRules(policy.rules, subject)) {
    if (findings.some(({ key, holds }) => !holds && key !== open)) continue;
    outcomes.add(rule.do);
    if (findings.every(({ key }) => key !== open)) return outcomes.size === 1 ? rule.do : null;
  }
  outcomes.add(policy.otherwise);
  return outcomes.size === 1 ? policy.otherwise : null;
}

function orList(names: readonly string[]): string {
  const shown = shorten(names);
  return [shown.slice(0, -1).join(", "), ...shown.slice(-1)].filter(Boolean).join(" or ");
}

function listed(names: string[]): string {
  return shorten(names).join(", ");
}

function shorten(names: readonly string[]): string[] {
  const shown = names.slice(0, MOST_NAMES).map((name) => toSingleLine(name, LONGEST_NAME));
  const more = names.length - shown.length;
  return more > 0 ? [...shown, `${more} more`] : shown;
}
