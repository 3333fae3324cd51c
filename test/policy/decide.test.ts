import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { IncidentRecord } from "../../src/incident/record.ts";
import { parseDuration } from "../../src/lib/time.ts";
import { recordOf } from "../../src/pagerduty/record.ts";
import { type Decision, decide } from "../../src/policy/decide.ts";
import { evaluateRules } from "../../src/policy/evaluate.ts";
import { type Subject, subjectOf } from "../../src/policy/subject.ts";
import { parseConfig } from "../../src/settings/configuration.ts";
import { anyText, payloadOf } from "../builders.ts";
import { configOf } from "../configurations.ts";

/** A P1 of the orders service that a person resolved after three quarters of an hour. */
const SUBJECT: Subject = {
  priority: "P1",
  urgency: "high",
  service: { id: "PORDSVC", name: "orders-service" },
  teams: [{ id: "PTEAM01", name: "Checkout" }],
  type: "incident_default",
  title: "Database Connection Pool Exhaustion",
  resolvedBy: "user",
  durationMs: 46 * 60_000,
};

const UNKNOWN: Subject = {
  priority: null,
  urgency: null,
  service: null,
  teams: [],
  type: null,
  title: null,
  resolvedBy: null,
  durationMs: null,
};

/** What rules in YAML decide. */
function decideBy(yaml: string, subject: Partial<Subject> = {}): Decision {
  return decide(configOf(yaml), { ...SUBJECT, ...subject });
}

/** Whether a lone rule with these conditions matches, and why in words. */
function weighed(when: string, subject: Partial<Subject> = {}) {
  const { rules } = configOf(`rules: [{ when: ${when}, do: draft }]`);
  const [found] = evaluateRules(rules, { ...SUBJECT, ...subject });
  return { matches: found?.matches, words: found?.findings.map(({ words }) => words) };
}

/** The rules of README. */
const RULES = `
rules:
  - name: security incidents stay private
    when: { type: security_default }
    do: skip
  - name: blips that fixed themselves
    when: { resolved-by: integration, shorter-than: 10m }
    do: skip
  - name: severe
    when: { priority: [P1, P2] }
    do: draft
    devin: { max-acu-limit: 30 }
  - name: everything of the checkout team
    when: { team: Checkout, service: [orders-*, PPAYSVC], urgency: high }
    do: draft
  - when: { title: "[test]*" }
    do: skip
  - name: long ones
    when: { longer-than: 4h }
    do: draft
otherwise: skip
`;

// One line is one incident: what is not named is known and matches nothing, and - is not known.
const TABLE = `
  type             | resolved-by | lasted | priority | team     | service        | urgency | title         | decision
  -----------------+-------------+--------+----------+----------+----------------+---------+---------------+---------------------------------------
  incident_default | user        | 46m    | P1       | Checkout | orders-service | high    | Pool is full  | draft  severe
  security_default | user        | 46m    | P1       | Checkout | orders-service | high    | Leak          | skip   security incidents stay private
  Security_Default | user        | 46m    | P1       | Checkout | orders-service | high    | Leak          | skip   security incidents stay private
  -                | user        | 46m    | P1       | Checkout | orders-service | high    | Leak          | draft  severe
  incident_default | integration | 9m59s  | P1       | Checkout | orders-service | high    | Blip          | skip   blips that fixed themselves
  incident_default | integration | 10m    | P1       | Checkout | orders-service | high    | Blip          | draft  severe
  incident_default | integration | -      | P1       | Checkout | orders-service | high    | Blip          | draft  severe
  incident_default | automation  | 4m     | P1       | Checkout | orders-service | high    | Blip          | draft  severe
  incident_default | -           | 4m     | P1       | Checkout | orders-service | high    | Blip          | draft  severe
  incident_default | user        | 46m    | p2       | Search   | search         | low     | Slow          | draft  severe
  incident_default | user        | 46m    | P3       | Checkout | orders-service | high    | Slow          | draft  everything of the checkout team
  incident_default | user        | 46m    | P3       | checkout | ORDERS-eu      | HIGH    | Slow          | draft  everything of the checkout team
  incident_default | user        | 46m    | P3       | PTEAM01  | PPAYSVC        | high    | Slow          | skip   otherwise
  incident_default | user        | 46m    | P3       | Checkout | PPAYSVC        | high    | Slow          | draft  everything of the checkout team
  incident_default | user        | 46m    | P3       | Checkout | my-orders-eu   | high    | Slow          | skip   otherwise
  incident_default | user        | 46m    | P3       | Checkout | orders-service | low     | Slow          | skip   otherwise
  incident_default | user        | 46m    | P3       | -        | orders-service | high    | Slow          | skip   otherwise
  incident_default | user        | 46m    | P3       | Checkout | -              | high    | Slow          | skip   otherwise
  incident_default | user        | 5h     | P3       | Search   | search         | low     | [TEST] please | skip   rule 5
  incident_default | user        | 5h     | P3       | Search   | search         | low     | A [test]      | draft  long ones
  incident_default | user        | 4h     | P3       | Search   | search         | low     | Slow          | skip   otherwise
  incident_default | user        | 4h1s   | -        | -        | -              | -       | -             | draft  long ones
  -                | -           | -      | -        | -        | -              | -       | -             | skip   otherwise
`;

function rowsOf(table: string): [row: string, cells: string[]][] {
  const [, , ...rows] = table.trim().split("\n");
  return rows.map((row) => [row.trim(), row.split("|").map((cell) => cell.trim())]);
}

test.for(rowsOf(TABLE))("%s", ([, cells]) => {
  const known = (cell: string | undefined) => (cell === "-" || cell === undefined ? null : cell);
  const [type, resolvedBy, lasted, priority, team, service, urgency, title, expected] = cells;
  const found = decideBy(RULES, {
    type: known(type),
    resolvedBy: (known(resolvedBy) as Subject["resolvedBy"]) ?? null,
    durationMs: parseDuration(lasted ?? ""),
    priority: known(priority),
    teams: known(team) === null ? [] : [{ id: "PTEAM09", name: known(team) }],
    service: known(service) === null ? null : { id: known(service), name: "a name" },
    urgency: known(urgency),
    title: known(title),
  });
  const name = found.rule === null ? "otherwise" : (found.rule.name ?? "rule 5");
  expect([found.do.padEnd(6), name].join(" ")).toBe(expected);
  expect(found.reason).toContain(name === "otherwise" ? "no rule matched, and otherwise is skip" : name);
});

describe("each condition", () => {
  test.for([
    ["{ priority: p1 }", "priority is P1"],
    ["{ priority: [P2, P1] }", "priority P1 is one of P2, P1"],
    ["{ urgency: High }", "urgency is high"],
    ["{ service: orders-service }", "the service matches orders-service"],
    ["{ service: pordsvc }", "the service matches pordsvc"],
    ["{ service: [search, '*-SERVICE'] }", "the service matches *-SERVICE"],
    ["{ team: [Search, checkout] }", "a team is checkout"],
    ["{ team: pteam01 }", "a team is pteam01"],
    ["{ type: Incident_default }", "type is incident_default"],
    ["{ title: '*pool*' }", "the title matches *pool*"],
    ["{ resolved-by: [user, automation] }", "resolved-by user is one of user, automation"],
    ["{ shorter-than: 47m }", "it lasted 46 minutes, shorter than 47m"],
    ["{ longer-than: 45m59s }", "it lasted 46 minutes, longer than 45m59s"],
  ] as const)("%s holds: %s", ([when, words]) => {
    expect(weighed(when)).toEqual({ matches: true, words: [words] });
  });

  test.for([
    ["{ priority: P2 }", "priority is P1, not P2"],
    ["{ priority: [P2, P3, P11] }", "priority is P1, not P2, P3 or P11"],
    ["{ urgency: low }", "urgency is high, not low"],
    ["{ service: orders }", "the service does not match orders"],
    ["{ service: [orders, s*] }", "the service does not match orders or s*"],
    ["{ team: Check }", "no team is Check"],
    ["{ type: security_default }", "type is incident_default, not security_default"],
    ["{ title: pool* }", "the title does not match pool*"],
    ["{ resolved-by: integration }", "resolved-by is user, not integration"],
    ["{ shorter-than: 46m }", "it lasted 46 minutes, not shorter than 46m"],
    ["{ longer-than: 46m }", "it lasted 46 minutes, not longer than 46m"],
  ] as const)("%s does not hold: %s", ([when, words]) => {
    expect(weighed(when)).toEqual({ matches: false, words: [words] });
  });

  test.for([
    ["{ priority: P1 }", "priority is not known, which does not match"],
    ["{ urgency: [high, low] }", "urgency is not known, which does not match"],
    ["{ service: '*' }", "the service is not known, which does not match"],
    ["{ team: Checkout }", "a team is not known, which does not match"],
    ["{ type: incident_default }", "type is not known, which does not match"],
    ["{ title: '*' }", "the title is not known, which does not match"],
    ["{ resolved-by: [user, integration, automation] }", "resolved-by is not known, which does not match"],
    ["{ shorter-than: 999999d }", "how long it lasted is not known, which does not match"],
    ["{ longer-than: 1s }", "how long it lasted is not known, which does not match"],
  ] as const)("%s does not hold of what is not known", ([when, words]) => {
    expect(weighed(when, UNKNOWN)).toEqual({ matches: false, words: [words] });
  });

  test("an incident that lasted exactly as long is neither shorter nor longer, to the millisecond", () => {
    const [shorter, longer] = ["{ shorter-than: 10m }", "{ longer-than: 10m }"];
    for (const [durationMs, isShorter, isLonger, lasted] of [
      [599_999, true, false, "9 minutes 59 seconds"],
      [600_000, false, false, "10 minutes"],
      [600_001, false, true, "just over 10 minutes"],
      [601_000, false, true, "10 minutes 1 second"],
    ] as const) {
      expect(weighed(shorter, { durationMs })).toEqual({
        matches: isShorter,
        words: [`it lasted ${lasted}, ${isShorter ? "" : "not "}shorter than 10m`],
      });
      expect(weighed(longer, { durationMs })).toEqual({
        matches: isLonger,
        words: [`it lasted ${lasted}, ${isLonger ? "" : "not "}longer than 10m`],
      });
    }
  });

  test("a service or team that has only an id, or only a name, goes by it", () => {
    const service = { id: null, name: "orders-service" };
    const teams = [
      { id: null, name: null },
      { id: "PTEAM02", name: null },
    ];
    expect(weighed("{ service: orders-* }", { service }).matches).toBe(true);
    expect(weighed("{ service: '*' }", { service: { id: null, name: null } }).matches).toBe(false);
    expect(weighed("{ team: PTEAM02 }", { teams }).matches).toBe(true);
    expect(weighed("{ team: PTEAM03 }", { teams }).matches).toBe(false);
  });

  test("all conditions must hold", () => {
    expect(weighed("{ priority: P1, urgency: low, longer-than: 1m }")).toEqual({
      matches: false,
      words: ["priority is P1", "urgency is high, not low", "it lasted 46 minutes, longer than 1m"],
    });
  });
});

describe("the reason", () => {
  test("of a draft is the rule and what matched", () => {
    expect(decideBy(RULES)).toEqual({
      do: "draft",
      rule: expect.objectContaining({ name: "severe", devin: { "max-acu-limit": 30 } }),
      reason: 'the rule "severe" drafts it: priority P1 is one of P1, P2',
    });
  });

  test("of otherwise says so, with and without rules", () => {
    const reason = "no rule matched, and otherwise is draft";
    expect(decideBy("{}")).toEqual({ do: "draft", rule: null, reason });
    expect(decideBy("rules: [{ when: { priority: P5 }, do: skip }]")).toEqual({
      do: "draft",
      rule: null,
      reason,
    });
  });

  test.for([
    [
      "the other values of a closed set, and the other side of a duration",
      "rules: [{ name: blips, when: { resolved-by: user, shorter-than: 1h }, do: skip }]",
      'the rule "blips" skips it: resolved-by is user, and it lasted 46 minutes, shorter than 1h; it would be drafted if resolved-by were integration or automation, or it had lasted 1h or longer',
    ],
    [
      "any other name of an open set",
      "rules: [{ when: { priority: [P1, P5], type: incident_default, urgency: high }, do: skip }]",
      "rule 1 skips it: priority P1 is one of P1, P5, and urgency is high, and type is incident_default; it would be drafted if priority were other than P1 or P5, or urgency were low, or type were other than incident_default",
    ],
    [
      "service, team and title by the rule's own patterns",
      "rules: [{ when: { service: [orders-*, s], team: [Checkout, T], title: '*pool*' }, do: skip }]",
      "rule 1 skips it: the service matches orders-*, and a team is Checkout, and the title matches *pool*; it would be drafted if the service did not match orders-* or s, or it had no team Checkout or T, or the title did not match *pool*",
    ],
    [
      "a duration that was too long",
      "rules: [{ when: { longer-than: 30m, shorter-than: 2h }, do: skip }]",
      "rule 1 skips it: it lasted 46 minutes, shorter than 2h, and it lasted 46 minutes, longer than 30m; it would be drafted if it had lasted 2h or longer, or it had lasted 30m or less",
    ],
    [
      "only the names that a later rule drafts, where otherwise skips",
      "{ rules: [{ when: { priority: P1 }, do: skip }, { when: { priority: [P2, P3] }, do: draft }, { when: { priority: p2 }, do: skip }], otherwise: skip }",
      "rule 1 skips it: priority is P1; it would be drafted if priority were P2 or P3",
    ],
    [
      "all names but those that another rule skips",
      "{ rules: [{ when: { priority: P1 }, do: skip }, { when: { priority: [P2, P3] }, do: skip }] }",
      "rule 1 skips it: priority is P1; it would be drafted if priority were other than P1, P2 or P3",
    ],
    [
      "not a value that another rule skips",
      "{ rules: [{ when: { resolved-by: user }, do: skip }, { when: { resolved-by: automation }, do: skip }] }",
      "rule 1 skips it: resolved-by is user; it would be drafted if resolved-by were integration",
    ],
    [
      "not a duration that another rule skips",
      "{ rules: [{ when: { shorter-than: 1h }, do: skip }, { when: { longer-than: 2h }, do: skip }] }",
      "rule 1 skips it: it lasted 46 minutes, shorter than 1h; without it, otherwise would draft it",
    ],
    [
      "not a service that might be another rule's",
      "{ rules: [{ when: { service: orders-* }, do: skip }, { name: sandbox, when: { service: s* }, do: skip }] }",
      "rule 1 skips it: the service matches orders-*; without it, otherwise would draft it",
    ],
    [
      "not a service that might be another rule's, though a third would draft it",
      "{ rules: [{ when: { service: orders-* }, do: skip }, { when: { service: s* }, do: skip }, { name: severe, when: { priority: P1 }, do: draft }], otherwise: skip }",
      'rule 1 skips it: the service matches orders-*; without it, the rule "severe" would draft it',
    ],
    [
      "a service that is drafted whichever it is",
      "{ rules: [{ when: { service: orders-* }, do: skip }, { when: { service: s* }, do: draft }] }",
      "rule 1 skips it: the service matches orders-*; it would be drafted if the service did not match orders-*",
    ],
    [
      "which rule would be next, and which before it nearly drafted it",
      "{ rules: [{ name: severe, when: { priority: P0, urgency: low }, do: draft }, { when: { title: '*' }, do: skip }, { name: rest, when: { team: Checkout }, do: skip }, { when: { team: Checkout, urgency: high }, do: skip }, { when: { priority: P9 }, do: draft }] }",
      'rule 2 skips it: the title matches *; without it, the rule "rest" would skip it; the rule "severe" would draft it, but priority is P1, not P0, and urgency is high, not low',
    ],
  ] as const)("of a skip says what would have had to differ: %s", ([, yaml, reason]) => {
    expect(decideBy(yaml)).toMatchObject({ do: "skip", reason });
  });

  test("of otherwise: skip names the rules that nearly drafted it, the nearest first", () => {
    const rule = (name: string, when: string) => `{ name: ${name}, when: ${when}, do: draft }`;
    const rules = [
      rule("a", "{ priority: P2, urgency: low, team: Search }"),
      rule("b", "{ priority: P2, urgency: low }"),
      "{ name: s, when: { priority: P9 }, do: skip }",
      rule("c", "{ longer-than: 1h }"),
    ];
    expect(decideBy(`{ rules: [${rules.join(", ")}], otherwise: skip }`, { priority: null }).reason).toBe(
      'no rule matched, and otherwise is skip; the rule "c" would draft it, but it lasted 46 minutes, not longer than 1h; the rule "b" would draft it, but priority is not known, which does not match, and urgency is high, not low; the rule "a" would draft it, but priority is not known, which does not match, and urgency is high, not low, and no team is Search',
    );
    const more = Array.from({ length: 5 }, (_, at) => rule(`r${at}`, `{ priority: P${at + 2} }`));
    expect(decideBy(`{ rules: [${more.join(", ")}], otherwise: skip }`).reason).toMatch(
      /; the rule "r2" would draft it, but priority is P1, not P4; 2 more would draft others$/,
    );
  });

  test("of otherwise: skip without a rule that drafts says that there is none", () => {
    expect(decideBy("{ rules: [{ when: { priority: P9 }, do: skip }], otherwise: skip }").reason).toBe(
      "no rule matched, and otherwise is skip; there is no rule that drafts",
    );
  });

  test("has no words of strangers, whatever rule decides", () => {
    const stranger = "STRANGER";
    const subject = {
      service: { id: "STRANGER", name: stranger },
      teams: [{ id: stranger, name: stranger }],
      title: stranger,
    };
    for (const [name, when] of Object.entries({ service: "'*'", team: stranger.toLowerCase(), title: "s*" }))
      for (const what of ["draft", "skip"]) {
        const yaml = (pattern: string) =>
          `{ rules: [{ when: { ${name}: ${pattern} }, do: ${what} }], otherwise: skip }`;
        expect(decideBy(yaml(when), subject).rule).not.toBeNull();
        expect(decideBy(yaml(when), subject).reason).not.toContain(stranger);
        expect(decideBy(yaml("nobody"), subject).reason).not.toContain(stranger);
      }
  });

  test("is one bounded line, however much the rules or PagerDuty say", () => {
    const names = Array.from({ length: 100 }, (_, at) => `"${at}${"x".repeat(90)}"`).join(", ");
    const when = `{ priority: [${names}], type: [${names}], service: [${names}], title: [${names}] }`;
    const rules = Array.from({ length: 3 }, () => `{ name: "a\\nb", when: ${when}, do: draft }`);
    const { reason } = decideBy(`{ rules: [${rules.join(", ")}], otherwise: skip }`, {
      priority: `P1\n::error::${"y".repeat(1_000)}`,
    });
    expect(reason).toMatch(
      /^no rule matched.*the rule "a b" would draft it, but priority is P1 ::error::y+…, not 0x+…, /,
    );
    expect(reason).toContain(" or 90 more, and ");
    expect(reason).not.toContain("\n");
    expect(reason.length).toBeLessThanOrEqual(1_000);
  });
});

describe("a fact that is not known", () => {
  const PRIVATE = "{ name: private, when: { type: security }, do: skip, if-unknown: skip }";

  test("counts as a match where the rule says so, and the reason names it", () => {
    expect(decideBy(`rules: [${PRIVATE}]`, { type: null })).toMatchObject({
      do: "skip",
      reason: expect.stringContaining(
        'the rule "private" skips it: type is not known, which counts as a match (if-unknown: skip)',
      ),
    });
    expect(decideBy(`rules: [${PRIVATE}]`).do).toBe("draft");
    const both = PRIVATE.replace("security }", "security, priority: P5 }");
    expect(decideBy(`rules: [${both}]`, { type: null }).do).toBe("draft");
  });

  test("is a name of which only the id is told", () => {
    const service = { id: "PSEC01", name: null };
    const teams = [{ id: "PTEAM1", name: null }];
    for (const [when, told] of [
      ["{ service: security-* }", { service }],
      ["{ team: Security }", { teams }],
    ] as const) {
      const rule = `rules: [{ when: ${when}, do: skip, if-unknown: skip }]`;
      expect(decideBy(rule, told)).toMatchObject({ do: "skip", reason: expect.stringContaining("name") });
      expect(decideBy(rule).do).toBe("draft");
    }
  });

  test("does not, where it does not: then the reason says which rule was decided without it", () => {
    const skip = "{ name: private, when: { type: security }, do: skip }";
    const draft = "{ name: severe, when: { priority: P1 }, do: draft }";
    const without = 'the rule "private" was decided without a fact: type is not known, which does not match';
    for (const yaml of [`rules: [${skip}]`, `rules: [${skip}, ${draft}]`])
      expect(decideBy(yaml, { type: null })).toMatchObject({
        do: "draft",
        reason: expect.stringContaining(without),
      });
    expect(decideBy(`rules: [${skip}, ${draft}]`).reason).not.toContain("without a fact");
    const other = "{ when: { urgency: high }, do: skip }";
    expect(decideBy(`rules: [${skip}, ${other}]`, { type: null }).reason).toMatch(
      /it would be drafted if urgency were low; the rule "private" was decided without a fact/,
    );
  });

  test("changes nothing for a rule that another condition keeps from matching", () => {
    const skip = "{ name: private, when: { type: security, priority: P5 }, do: skip }";
    expect(decideBy(`rules: [${skip}]`, { type: null }).reason).not.toContain("without a fact");
  });
});

test("any name that a rule can have matches itself, however it is spelled", () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom("NFC", "NFD"), (name, form) => {
      const when = JSON.stringify({ priority: name, service: name, team: name, title: name });
      const { config, problems } = parseConfig("postmortem.yml", `rules: [{ when: ${when}, do: skip }]`);
      // These forms are refused, so that nobody waits for them to match.
      expect(problems.join("\n")).toMatch(
        /^$|holds a \*|quotation marks|is empty|several|comma|comparison|regular expression|UTF-8/,
      );
      if (config === null) return;
      const spelled = `${name.normalize(form).toUpperCase()}\u200d`;
      const { incident, ...record } = recordOf(payloadOf().incident, null);
      const subject = subjectOf({
        ...record,
        incident: {
          ...incident,
          priority: spelled,
          title: spelled,
          service: { id: null, name: spelled, url: null },
          teams: [{ id: null, name: spelled }],
        },
      });
      expect(decide(config, subject).do).toBe("skip");
    }),
  );
});

describe("what a skip says would be drafted", () => {
  const duration = fc.constantFrom(1, 10, 20, 30, 60).map((minutes) => minutes * 60_000);
  const some = <Name extends string>(...names: Name[]) => fc.subarray(names, { minLength: 1 });
  const when = fc
    .record(
      {
        priority: some("P1", "p2", "P3"),
        urgency: some("high", "low"),
        service: some("a*", "b*", "*"),
        team: some("T1", "T2"),
        "resolved-by": some("user", "integration", "automation"),
        "shorter-than": duration,
        "longer-than": duration,
      },
      { requiredKeys: [] },
    )
    .filter((when) => Object.keys(when).length > 0);
  const verdict = fc.constantFrom("draft" as const, "skip" as const);
  const policy = fc.record({
    rules: fc.array(
      fc.oneof(
        fc.record({ when, do: verdict }),
        fc.record({ when, do: fc.constant("skip" as const), "if-unknown": fc.constant("skip" as const) }),
      ),
      { maxLength: 6 },
    ),
    otherwise: verdict,
  });
  const priorities = ["P1", "P2", "P3", "P4", null];
  const resolvers = ["user", "integration", "automation"] as const;
  const durations = [0, 1, 9, 10, 11, 19, 20, 21, 30, 31, 59, 60, 61, 600].flatMap((minutes) => [
    minutes * 60_000,
    minutes * 60_000 + 1,
  ]);
  const services = ["a1", "b1", "c1"].map((name) => ({ id: null, name }));
  const team = (name: string) => ({ id: null, name });
  const subject: fc.Arbitrary<Subject> = fc.record({
    priority: fc.constantFrom(...priorities),
    urgency: fc.constantFrom("high", "low", null),
    service: fc.constantFrom(...services, null),
    teams: fc.subarray([team("T1"), team("T2"), team("T3")]),
    type: fc.constant(null),
    title: fc.constant(null),
    resolvedBy: fc.constantFrom(...resolvers, null),
    durationMs: fc.constantFrom(...durations, null),
  });

  const split = (names: string) => names.split(/, | or /);
  const is = (names: string[], name: string | null) =>
    names.some((wanted) => wanted.toLowerCase() === name?.toLowerCase());

  /** Every subject that one alternative of the sentence speaks of. */
  function meantBy(alternative: string, subject: Subject): Subject[] {
    const [, lead = "", rest = ""] =
      /^(priority were other than|priority were|urgency were|the service did not match|it had no team|resolved-by were|it had lasted) (.*)$/.exec(
        alternative,
      ) ?? [];
    const written = /^(\w+) or (longer|less)$/.exec(rest);
    const limit = parseDuration(written?.[1] ?? "") ?? Number.NaN;
    const meant: Record<string, () => Partial<Subject>[]> = {
      "priority were": () => split(rest).map((priority) => ({ priority })),
      "priority were other than": () =>
        priorities
          .filter((name) => name !== null && !is(split(rest), name))
          .map((priority) => ({ priority })),
      "urgency were": () => split(rest).map((urgency) => ({ urgency })),
      "the service did not match": () =>
        services
          .filter(({ name }) => !split(rest).some((glob) => name.startsWith(glob.replace("*", ""))))
          .map((service) => ({ service })),
      "it had no team": () => [{ teams: subject.teams.filter(({ name }) => !is(split(rest), name)) }],
      "resolved-by were": () =>
        resolvers.filter((name) => is(split(rest), name)).map((resolvedBy) => ({ resolvedBy })),
      "it had lasted": () =>
        durations
          .filter((ms) => (written?.[2] === "longer" ? ms >= limit : ms <= limit))
          .map((durationMs) => ({ durationMs })),
    };
    return (meant[lead]?.() ?? []).map((change) => ({ ...subject, ...change }));
  }

  test("is drafted, each of it", () => {
    let told = 0;
    fc.assert(
      fc.property(policy, subject, (policy, subject) => {
        const { do: verdict, reason } = decide(policy, subject);
        const [, alternatives] = /; it would be drafted if ([^;]*)/.exec(reason) ?? [];
        if (alternatives === undefined) return;
        expect(verdict).toBe("skip");
        for (const alternative of alternatives.split(", or ")) {
          const meant = meantBy(alternative, subject);
          told += meant.length;
          for (const other of meant)
            expect([alternative, decide(policy, other).do]).toEqual([alternative, "draft"]);
        }
      }),
      { numRuns: 5_000 },
    );
    expect(told).toBeGreaterThan(100);
  });
});

describe("subjectOf", () => {
  function record(
    overrides: Partial<IncidentRecord> = {},
    incident: Record<string, unknown> = {},
  ): IncidentRecord {
    const payload = payloadOf({ incident });
    const resolve = { at: payload.event.occurred_at, by: payload.event.agent };
    return { ...recordOf(payload.incident, resolve), ...overrides };
  }

  test("takes the facts of a record, the duration to the millisecond", () => {
    expect(subjectOf(record({ resolvedBy: { kind: "user", name: "Jordan Lee" } }))).toEqual({
      priority: "P1",
      urgency: "high",
      service: { id: "PORDSVC", name: "orders-service" },
      teams: [{ id: "PTEAM01", name: "Checkout" }],
      type: "incident_default",
      title: "Database Connection Pool Exhaustion",
      resolvedBy: "user",
      durationMs: 46 * 60_000 + 2_120,
    });
  });

  test("knows nothing where the record does not", () => {
    const nothing = { priority: null, urgency: null, service: null, teams: null, type: null, title: null };
    const bare = record({ createdAt: null, resolvedAt: null, resolvedBy: null }, nothing);
    expect(subjectOf(bare)).toEqual(UNKNOWN);
    expect(subjectOf(record({ createdAt: 2, resolvedAt: 1 })).durationMs).toBeNull();
    expect(subjectOf(record({ createdAt: null, resolvedAt: 1 })).durationMs).toBeNull();
    expect(subjectOf(record({ createdAt: 1, resolvedAt: null })).durationMs).toBeNull();
    expect(subjectOf(record({ createdAt: 1, resolvedAt: 1 })).durationMs).toBe(0);
  });

  test("takes names as people see them: what is invisible neither hides a title nor is one", () => {
    const { title, priority, service } = subjectOf(
      record(
        {},
        { title: "se\u200bcurity\u202e\nleak ", priority: "\u200b", service: { id: "P1", name: " a\tb" } },
      ),
    );
    expect([title, priority, service]).toEqual(["security leak", null, { id: "P1", name: "a b" }]);
  });
});
