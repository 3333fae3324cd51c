import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { configJsonSchema } from "../../scripts/schema.ts";
import {
  BY_HAND_TAG,
  DEFERRED_TAG,
  eventTag,
  incidentTag,
  instructionTag,
  NEEDS_SOMEBODY_TAG,
  NUDGED_TAG,
  PROJECT_TAG,
} from "../../src/devin/tags.ts";
import { parseConfig } from "../../src/settings/configuration.ts";
import { RETIRED } from "../../src/settings/retired-rules.ts";
import { SECTIONS } from "../../src/settings/sections.ts";
import { configOf } from "../configurations.ts";

const FILE = ".github/postmortem.yml";
const PLAIN = ", in letters from a to z, figures, dots and dashes";

const DEFAULTS = {
  directory: "docs/postmortems",
  sections: SECTIONS,
  people: "names",
  publish: "pull-request",
  telemetry: ["datadog", "sentry"],
  "allow-public": false,
  check: {},
  notes: false,
  "on-acknowledge": "skip",
  limits: { "sessions-per-day": 20 },
  allow: [],
  mend: { rounds: 2 },
  "seen-before": { most: 3 },
  "follow-ups": { issues: false, dashboard: false, labels: ["postmortem"], people: {} },
  devin: {},
  rules: [],
  otherwise: "draft",
};

const CONDITIONS = "priority, urgency, service, team, type, title, resolved-by, shorter-than, longer-than";

function located(text: string): string[] {
  return parseConfig(FILE, text).problems;
}

/** The problems without the file and the line that each begins with. */
function problems(text: string): string[] {
  return located(text).map((problem) => problem.replace(/^\.github\/postmortem\.yml(?::\d+)?: /, ""));
}

/** The problems of one rule, without what they all begin with. */
function ruleProblems(rule: string): string[] {
  return problems(`rules:\n  - ${rule}\n`).map((problem) => problem.replace("rules.0.", ""));
}

test.for([
  ["no file", null],
  ["an empty file", ""],
  ["a file of comments", "# nothing yet\n"],
  ["a lone document mark", "---\n"],
])("%s means the defaults", ([, text]) => {
  expect(configOf(text ?? null)).toEqual(DEFAULTS);
});

test("every key is read", () => {
  const text = `
# yaml-language-server: $schema=https://example.com/postmortem.schema.json
directory: postmortems/2026/
template: .github/postmortem-template.md
instructions: .github/postmortem-prompt.md
publish: confluence
telemetry: [datadog, grafana]
allow-public: true
check: { timeline-gap: off }
notes: true
on-acknowledge: gather
limits: { sessions-per-day: 0 }
sections: { timeline: 时间线 }
people: letters
allow: [orders-tls]
mend: { rounds: 0 }
seen-before: { most: 0 }
follow-ups:
  issues: true
  dashboard: true
  since: 2026-01-01
  labels: [follow-up, postmortem]
  people: { "Jordan Lee": "@jlee", Checkout: acme/checkout }
  remind: { before: 3d }
devin:
  playbook-id: playbook-1
  knowledge-ids: []
  secret-ids: [secret-1]
  repos: [acme/orders, acme/.github]
  tags: [team:checkout]
  mode: fast
  max-acu-limit: 15
  bypass-approval: false
  create-as-user-id: user-1
rules:
  - name: everything
    when:
      priority: P1
      urgency: High
      service: [PORDSVC, orders-*]
      team: [Checkout]
      type: incident_default
      title: "*pool*"
      resolved-by: [USER, integration]
      shorter-than: 1h30m
      longer-than: 90s
    do: draft
    devin: { max-acu-limit: 30 }
    template: .github/severe.md
  - when: { priority: P5 }
    do: skip
    if-unknown: skip
otherwise: skip
`;
  expect(configOf(text)).toEqual({
    directory: "postmortems/2026",
    template: ".github/postmortem-template.md",
    instructions: ".github/postmortem-prompt.md",
    publish: "confluence",
    telemetry: ["datadog", "grafana"],
    "allow-public": true,
    check: { "timeline-gap": "off" },
    notes: true,
    "on-acknowledge": "gather",
    limits: { "sessions-per-day": 0 },
    sections: { ...SECTIONS, timeline: "时间线" },
    people: "letters",
    allow: ["orders-tls"],
    mend: { rounds: 0 },
    "seen-before": { most: 0 },
    "follow-ups": {
      issues: true,
      dashboard: true,
      since: "2026-01-01",
      labels: ["follow-up", "postmortem"],
      people: { "Jordan Lee": "jlee", Checkout: "acme/checkout" },
      remind: { before: 3, overdue: 7 },
    },
    devin: {
      "playbook-id": "playbook-1",
      "knowledge-ids": [],
      "secret-ids": ["secret-1"],
      repos: ["acme/orders", "acme/.github"],
      tags: ["team:checkout"],
      mode: "fast",
      "max-acu-limit": 15,
      "bypass-approval": false,
      "create-as-user-id": "user-1",
    },
    rules: [
      {
        name: "everything",
        when: {
          priority: ["P1"],
          urgency: ["high"],
          service: ["PORDSVC", "orders-*"],
          team: ["Checkout"],
          type: ["incident_default"],
          title: ["*pool*"],
          "resolved-by": ["user", "integration"],
          "shorter-than": 5_400_000,
          "longer-than": 90_000,
        },
        do: "draft",
        devin: { "max-acu-limit": 30 },
        template: ".github/severe.md",
      },
      { when: { priority: ["P5"] }, do: "skip", "if-unknown": "skip" },
    ],
    otherwise: "skip",
  });
});

test("ten mistakes of ten kinds are ten problems, each with the file, the path and what is allowed", () => {
  const text = `
directory: ../secrets
publish: "  "
telemetry: datadog
allow-public: maybe
colour: red
check: { gap: off }
devin:
  max-acu-limit: 0
rules:
  - name: no conditions
    do: draft
  - when: { priority: 1 }
    do: skip
  - when: { shorter-than: 10 minutes }
    do: skip
`;
  expect(located(text)).toEqual([
    `${FILE}:2: directory is not a folder inside the repository, such as docs/postmortems${PLAIN}`,
    `${FILE}:3: publish is empty; it takes text`,
    `${FILE}:4: telemetry is "datadog"; it takes a list, such as [a, b]`,
    `${FILE}:5: allow-public is not true or false`,
    expect.stringMatching(/:6: colour is not known; allowed are directory, .*, otherwise$/),
    `${FILE}:7: check.gap is not known; docs/check.md lists the rules`,
    `${FILE}:9: devin.max-acu-limit is not above 0`,
    `${FILE}:11: rules.0.when is missing; it takes some of ${CONDITIONS}`,
    `${FILE}:13: rules.1.when.priority is 1, which is no text; put it in quotes: "1"`,
    `${FILE}:15: rules.2.when.shorter-than is not a duration; write 10m`,
  ]);
});

describe("a rule", () => {
  test.for([
    ["{ when: , do: draft }", [`when holds no conditions; it takes some of ${CONDITIONS}`]],
    ["{ when: [], do: draft }", [`when holds no conditions; it takes some of ${CONDITIONS}`]],
    ["{ when: { severity: 1 }, do: draft }", [`when.severity is not known; allowed are ${CONDITIONS}`]],
    ["{ when: { priority: P1 } }", ["do is missing; it takes draft, skip"]],
    ["{ when: { priority: P1 }, do: }", ["do is empty; it takes draft, skip"]],
    ["{ when: { priority: P1 }, do: [draft] }", ["do is a list; it takes draft, skip"]],
    ["{ when: { priority: P1 }, do: { a: b } }", ["do holds keys; it takes draft, skip"]],
    ["{ when: { priority: P1 }, do: Draft }", ['do is "Draft"; it takes draft, skip']],
    ["{ when: { priority: P1 }, do: skip, name: '' }", ["name is empty; it takes text"]],
    [
      "{ when: { priority: P1 }, do: skip, nmae: x, otherwise: y }",
      [
        "nmae is not known; did you mean name?",
        "otherwise is not known; allowed are name, when, do, if-unknown, devin, template",
      ],
    ],
    [
      "{ when: { priority: P1 }, do: draft, devin: { tags: [incident:1], playbook: x } }",
      [
        expect.stringContaining("devin.tags.0 is one of this project's own tags"),
        "devin.playbook is not known; did you mean playbook-id?",
      ],
    ],
    [
      "{ when: { priority: P1 }, do: draft, template: ../t.md }",
      [`template is not a file inside the repository, such as .github/postmortem-template.md${PLAIN}`],
    ],
    ["{ when: { priority: [] }, do: skip }", ["when.priority is empty"]],
    ["{ when: { priority: }, do: skip }", ["when.priority is empty; it takes text"]],
    ["{ when: { priority: [P1, ''] }, do: skip }", ["when.priority.1 is empty; it takes text"]],
    [
      "{ when: { priority: [true, P1, {}] }, do: skip }",
      [
        'when.priority.0 is true, which is no text; put it in quotes: "true"',
        "when.priority.2 holds keys; it takes text",
      ],
    ],
    ["{ when: { urgency: [high, 1] }, do: skip }", ["when.urgency.1 is 1; it takes high, low"]],
    [
      "{ when: { resolved-by: nobody }, do: skip }",
      ['when.resolved-by is "nobody"; it takes user, integration, automation'],
    ],
    ["{ when: { team: [a, b*] }, do: skip }", ["when.team.1 holds a *, which only service and title take"]],
    ["{ when: { type: '*' }, do: skip }", ["when.type holds a *, which only service and title take"]],
    [
      "{ when: { longer-than: 10m, shorter-than: 1x }, do: skip }",
      ["when.shorter-than is not a duration, such as 90s, 10m, 1h30m or 2d"],
    ],
    [`{ when: { title: [${"a,".repeat(101)}] }, do: skip }`, ["when.title has more than 100 items"]],
  ] as const)("%s is refused", ([rule, expected]) => {
    expect(ruleProblems(rule)).toEqual(expected);
  });

  test("is one of a list of at most a hundred", () => {
    expect(problems("rules: { when: { priority: P1 }, do: skip }")).toEqual([
      `rules holds keys; it takes a list, such as [a, b]`,
    ]);
    expect(problems("rules: [draft]")).toEqual([`rules.0 is "draft"; it takes keys with values`]);
    const rule = "  - { when: { priority: P1 }, do: skip }\n";
    expect(configOf(`rules:\n${rule.repeat(100)}`).rules).toHaveLength(100);
    expect(problems(`rules:\n${rule.repeat(101)}`)).toEqual([`rules has more than 100 items`]);
  });
});

test("a comment in another encoding hurts nobody", () => {
  expect(problems("# Gr\ufffd\ufffde\nnotes: true")).toEqual([]);
});

test("otherwise is draft or skip", () => {
  expect(problems("otherwise: nothing")).toEqual([`otherwise is "nothing"; it takes draft, skip`]);
});

test.for([
  ["notes: 'true'", 'notes is "true" in quotes, which makes it text; write true'],
  [
    "limits: { sessions-per-day: '20' }",
    'limits.sessions-per-day is "20" in quotes, which makes it text; write 20',
  ],
  ["on-acknowledge: true", "on-acknowledge is true; it takes skip, gather"],
  ["limits: { sessions-per-day: 1.5 }", "limits.sessions-per-day is not a whole number"],
  ["limits: { sessions: 5 }", "limits.sessions is not known; did you mean sessions-per-day?"],
] as const)("%s is refused", ([text, problem]) => {
  expect(problems(text)).toEqual([problem]);
});

test.for([
  ["priority: P1-P2", "several priorities in one text; write [P1, P2]"],
  ["service: /orders/", "looks like a regular expression"],
  ["title: '(?i)test'", "looks like a regular expression"],
  ["priority: SEV-1 or SEV-2", "write [SEV-1, SEV-2]"],
  ["priority: [P3, P1|P2]", "write [P1, P2]"],
  ["team: '\"Checkout\"'", 'write "Checkout"'],
  ["title: „*test*“", 'write "*test*"'],
  ["service: «orders-*»", 'write "orders-*"'],
  ["title: '\u200b'", "is empty"],
  ["title: /test/i", "looks like a regular expression"],
  ["team: acme.pagerduty.com/teams/PTEAM12", "is an address"],
  ["team: ^core", "looks like a regular expression"],
  ["title: '.*test.*'", "looks like a regular expression"],
  ["title: '%test%'", "looks like a regular expression"],
  ["service: orders-prod$", "looks like a regular expression"],
  ["priority: 高，低", "write [高, 低] for several"],
  ["priority: Top priority | Low", "write [Top priority, Low]"],
  ["priority: not P5", "is a comparison or in brackets"],
  ["priority: P1-3", "is a comparison or in brackets"],
  ["team: 007", 'is 007, which is no text; put it in quotes: "007"'],
  ["team: 1e3", 'put it in quotes: "1e3"'],
] as const)("a condition that can never hold is refused with the right form: %s", ([condition, said]) => {
  expect(ruleProblems(`{ when: { ${condition} }, do: skip }`)).toEqual([expect.stringContaining(said)]);
});

test.for([
  "title: '\"all\" is down'",
  "title: 'Orders, payments and so on'",
  "title: '*over 5 US$'",
  "priority: SEV-1 (was P)",
  "priority: ['High, customers notice']",
  "service: 'Bob''s \"shop\"'",
  "team: P1",
  "team: ['Payments, Risk & Fraud']",
])("a name that only looks odd is taken: %s", (condition) => {
  expect(ruleProblems(`{ when: { ${condition} }, do: skip }`)).toEqual([]);
});

test.for([
  ["'10'", "write 10m"],
  ["2 Days", "write 2d"],
  ["ten", "is not a duration, such as"],
  ["[10m]", "is not a duration, such as"],
] as const)("a duration of %s is told what to write", ([written, said]) => {
  expect(ruleProblems(`{ when: { shorter-than: ${written} }, do: skip }`)).toEqual([
    expect.stringContaining(said),
  ]);
});

test.for([
  [
    "{ when: { priority: P1;P2 }, do: draft, if-unknown: skip }",
    ["several", "only for a rule with do: skip"],
  ],
  ["{ when: { priority: P1;P2, longer-than: 10m, shorter-than: 5m }, do: skip }", ["several", "never holds"]],
  [
    "{ when: { longer-than: 10m, shorter-than: 5m, colour: red }, do: draft }",
    ["is not known", "never holds"],
  ],
] as const)("one problem of a rule hides no other: %s", ([rule, said]) => {
  expect(ruleProblems(rule)).toEqual(said.map((words) => expect.stringContaining(words)));
});

test("if-unknown is only for a rule that skips", () => {
  expect(ruleProblems("{ when: { type: security }, do: skip, if-unknown: draft }")).toEqual([
    'if-unknown is "draft"; it takes skip',
  ]);
});

test.for([
  [
    "otherw\u200bise: skip",
    "since it holds a character that is no letter of the word; did you mean otherwise?",
  ],
  ["\u043etherwise: skip", "did you mean otherwise?"],
  ["allow: ['\"orders-tls\"']", 'write "orders-tls"'],
  ["devin: { repos: [acme/orders.git] }", "is not owner/name"],
  ["sections: { timelines: Verlauf }", "did you mean timeline?"],
  ["mend: { round: 1 }", "did you mean rounds?"],
  ["follow-ups: { since: 2026-13-01 }", "is not a date"],
  ["follow-ups: { people: [Kim] }", "is a list; it takes keys with values"],
  ["follow-ups: { remind: { before: 2 } }", "write 2d"],
] as const)("%s is refused", ([text, said]) => {
  expect(problems(text)).toEqual([expect.stringContaining(said)]);
});

test("problems stand in the order of the lines, those without a line first", () => {
  const text = "notes: x\ncolour: red\ndirectory: ..\n";
  expect(located(text).map((problem) => /:(\d+):/.exec(problem)?.[1])).toEqual(["1", "2", "3"]);
});

test("the check's rules are set by their ids, and nothing else is", () => {
  const text = "check: { timeline-order: off, timeline-gap: error, front-matter-times: warning }";
  expect(configOf(text).check).toEqual({
    "timeline-order": "off",
    "timeline-gap": "error",
    "front-matter-times": "warning",
  });
  expect(configOf("check:").check).toEqual({});
  expect(problems("check: { timeline-order: no, timeline: off, timeline-gap: }")).toEqual([
    `check.timeline-order is "no"; it takes error, warning, off`,
    `check.timeline-gap is empty; it takes error, warning, off`,
    expect.stringContaining("check.timeline is not known; did you mean timeline-"),
  ]);
  expect(problems("check: off")).toEqual([`check is "off"; it takes keys with values`]);
});

test("what it says of a rule that was retired has no effect and is a warning, with the successor", () => {
  const retired: Record<string, string | null> = { "old-gap": "timeline-gap", "old-wish": null };
  Object.assign(RETIRED, retired);
  const text = "check:\n  old-gap: off\n  timeline-gap: error\n  old-wish: error\n";
  expect(parseConfig(FILE, text)).toMatchObject({
    config: { check: { "timeline-gap": "error" } },
    problems: [],
    warnings: [
      expect.stringMatching(/:2: check\.old-gap was retired .* timeline-gap took its place$/),
      expect.stringMatching(/:4: check\.old-wish was retired .* no rule took its place/),
    ],
  });
  for (const id of Object.keys(retired)) delete RETIRED[id];
});

test("a key of a later version is not one inside devin", () => {
  expect(problems("devin: { limits: x }")[0]).toContain("devin.limits is not known");
});

test.for([
  ["hello", 'is "hello"'],
  ["- a\n- b", "is a list"],
  ["42", "is 42"],
])("a file that holds no keys is refused: %j", ([text, what]) => {
  expect(problems(text ?? "")).toEqual([`the file ${what}; it takes keys with values`]);
});

const UNSAFE = [
  "/etc",
  "a/../b",
  "a//b",
  "./a",
  "..",
  ".",
  "a b",
  "",
  "`a`",
  "a\\b",
  ".git/config",
  "a/.GIT",
  "a\n",
];

test.for(UNSAFE)("a directory is a plain folder inside the repository, not %j", (path) => {
  expect(problems(`directory: ${JSON.stringify(path)}`)).toEqual([
    `directory is not a folder inside the repository, such as docs/postmortems${PLAIN}`,
  ]);
});

test.for(["template", "instructions"])("%s is a plain file inside the repository", (key) => {
  for (const path of [...UNSAFE, ".github/", "a/"])
    expect(problems(`${key}: ${JSON.stringify(path)}`), path).toEqual([
      `${key} is not a file inside the repository, such as .github/postmortem-template.md${PLAIN}`,
    ]);
  for (const path of [".github/a.md", ".gitignore", "a.git/b", "..a"])
    expect(configOf(`${key}: ${path}`)).toMatchObject({ [key]: path });
});

test("the text of a key or a value is shown cut, on one line, with nothing in it that cannot be seen", () => {
  const text = JSON.stringify({ otherwise: `a\nb\u202e${"c".repeat(500)}`, [`d\n${"e".repeat(500)}`]: 1 });
  for (const problem of problems(text)) {
    expect(problem).toMatch(/^[\x20-\x7e…]+$/);
    expect(problem.length).toBeLessThan(400);
  }
});

describe("keys of a prototype", () => {
  test.for([
    ["__proto__: { directory: x }", "__proto__"],
    ["devin: { __proto__: { mode: x } }", "devin.__proto__"],
    ["rules: [{ when: { priority: P1 }, do: skip, __proto__: { name: x } }]", "rules.0.__proto__"],
    ["rules: [{ when: { __proto__: { priority: P1 } }, do: skip }]", "rules.0.when.__proto__"],
    ["constructor: x", "constructor"],
    ["devin: { toString: x }", "devin.toString"],
  ] as const)("%s is refused", ([text, path]) => {
    expect(problems(text)[0]).toContain(`${path} is not known; allowed are `);
  });
});

describe("text that is not YAML", () => {
  test.for([
    ["a key twice", "directory: a\ndirectory: b\n", /^is not YAML: Map keys must be unique$/],
    ["an alias to nothing", "directory: *a\n", /put it in quotes: directory: "\*a"$/],
    ["a tag that is not known", "directory: !folder a\n", /put it in quotes: directory: "!folder a"$/],
    ["a text of a megabyte", `# ${"a".repeat(1_048_576)}`, /longer than 262144 characters$/],
    ["a nest without end", "[".repeat(20_000), /^is not YAML: /],
    [
      "a file of old Windows",
      "notes: true\nallow: [St\ufffdrung]",
      /^is not in UTF-8; save it in that encoding$/,
    ],
  ] as const)("%s is one problem that names the file and the place", ([, text, what]) => {
    const [problem, ...others] = problems(text);
    expect(others).toEqual([]);
    expect(problem).toMatch(what);
    expect(problem).not.toContain("\n");
  });
});

test.for([
  ["rules:\n  - when: { title: *pool*, team: x }\n    do: skip", 2, 'title: "*pool*"'],
  ["rules:\n  - { do: skip, when: { title: *[test]* } }", 2, 'title: "*[test]*"'],
  ["rules:\n  - { do: skip, when: { title: [a, *b*] } }", 2, '"*b*"'],
  ["follow-ups:\n  people:\n    Kim: @kim # her login", 3, 'Kim: "@kim"'],
  ["rules:\n  - { do: skip, when: { title: *a\n    } }", 2, 'title: "*a"'],
] as const)("a value that YAML reads as something else is to be put in quotes: %j", ([text, line, said]) => {
  const [problem = "", ...others] = located(text);
  expect(others).toEqual([]);
  expect(problem).toMatch(new RegExp(`^\\.github/postmortem\\.yml:${line}: .* put it in quotes: `));
  expect(problem.endsWith(said)).toBe(true);
});

describe("anchors", () => {
  test("may share a list", () => {
    const text = "telemetry: &all [datadog]\nrules: [{ when: { team: *all }, do: skip }]";
    expect(configOf(text).rules[0]?.when.team).toEqual(["datadog"]);
  });

  test("a problem in what is shared stands where it is used", () => {
    const text =
      "telemetry: [a]\ndevin: &wishes { tagz: [a] }\nrules:\n  - { do: draft, when: { team: x }, devin: *wishes }";
    expect(located(text).map((problem) => /:(\d+):/.exec(problem)?.[1])).toEqual(["2", "4"]);
  });

  test("cannot make a file grow without end", () => {
    const levels = Array.from({ length: 30 }, (_, level) => {
      const items = level === 0 ? "a, a" : `*l${level - 1}, *l${level - 1}`;
      return `l${level}: &l${level} [${items}]`;
    });
    expect(problems(levels.join("\n"))).toEqual([
      "is not YAML: Excessive alias count indicates a resource exhaustion attack",
    ]);
  });
});

describe("postmortem.schema.json", () => {
  const shipped = JSON.parse(
    readFileSync(join(import.meta.dirname, "..", "..", "postmortem.schema.json"), "utf8"),
  );

  test("is what `npm run schema` writes", () => {
    expect(shipped).toEqual(JSON.parse(JSON.stringify(configJsonSchema())));
  });

  test("refuses what is unknown and completes what is known, at every level", () => {
    const rule = shipped.properties.rules.items;
    for (const level of [
      shipped,
      shipped.properties.devin,
      shipped.properties.limits,
      rule,
      rule.properties.when,
      rule.properties.devin,
    ]) {
      expect(level.additionalProperties).toBe(false);
      for (const [key, value] of Object.entries<{ description?: string }>(level.properties))
        expect(value.description, key).toMatch(/\.$/);
    }
    expect(rule.required).toEqual(["when", "do"]);
    expect(rule.properties.when.minProperties).toBe(1);
    expect(Object.keys(rule.properties.when.properties).join(", ")).toBe(CONDITIONS);
    expect(rule.properties.when.properties.urgency.anyOf[0].enum).toEqual(["high", "low"]);
  });

  test("says the defaults that hold", () => {
    for (const key of Object.keys(DEFAULTS))
      expect(configOf(JSON.stringify({ [key]: shipped.properties[key].default }))).toEqual(DEFAULTS);
    expect(shipped.properties.limits.properties["sessions-per-day"].default).toBe(20);
  });
});

describe("publish", () => {
  test.for([
    ["pull-request", "pull-request"],
    ["Pull-Request", "pull-request"],
    ["pull request", "pull-request"],
    ["PULL  REQUEST", "pull-request"],
    ["PullRequest", "pull-request"],
    ["Confluence", "confluence"],
    ["NOTION", "notion"],
    ["Confluence, in the space OPS", "Confluence, in the space OPS"],
    ["a pull request to acme/wiki", "a pull request to acme/wiki"],
  ] as const)("%s means %s", ([written, meant]) => {
    expect(configOf(`publish: ${JSON.stringify(written)}`).publish).toBe(meant);
  });
});

describe("a key with nothing after it", () => {
  test("is absent, at the top, in devin, in limits and in a rule", () => {
    const keys = Object.keys(DEFAULTS).map((key) => `${key}:\n`);
    expect(configOf(keys.join(""))).toEqual(DEFAULTS);
    expect(configOf("template:\ninstructions: ~\ndevin:\n  # mode: fast\n")).toEqual(DEFAULTS);
    expect(configOf("limits:\n  sessions-per-day:\n")).toEqual(DEFAULTS);
    const text = `
devin:
  mode:
  max-acu-limit: 15
rules:
  - name:
    when: { priority: P1 }
    do: draft
    template:
    devin:
      playbook-id:
      mode: fast
  - when: { priority: P2 }
    do: draft
    devin:
      # mode: fast
`;
    expect(configOf(text)).toEqual({
      ...DEFAULTS,
      devin: { "max-acu-limit": 15 },
      rules: [
        { when: { priority: ["P1"] }, do: "draft", devin: { mode: "fast" } },
        { when: { priority: ["P2"] }, do: "draft" },
      ],
    });
  });

  test("is still refused where it would change what a rule does, in a list, and where nobody knows the key", () => {
    expect(ruleProblems("{ when: , do: }")).toEqual([
      `when holds no conditions; it takes some of ${CONDITIONS}`,
      "do is empty; it takes draft, skip",
    ]);
    expect(problems("telemetry: [~]\nrules: [~]\ncolour:\ncheck:\ndevin: { playbook: }")).toEqual([
      `telemetry.0 is empty; it takes text`,
      `rules.0 is empty; it takes keys with values`,
      expect.stringContaining("colour is not known"),
      expect.stringContaining("devin.playbook is not known"),
    ]);
    expect(problems("devin: [mode]\nrules: [{ when: { priority: P1 }, do: draft, devin: 5 }]")).toEqual([
      `devin is a list; it takes keys with values`,
      `rules.0.devin is 5; it takes keys with values`,
    ]);
  });
});

test.each([
  PROJECT_TAG,
  BY_HAND_TAG,
  DEFERRED_TAG,
  NUDGED_TAG,
  NEEDS_SOMEBODY_TAG,
  incidentTag("Q1"),
  eventTag("01A"),
  instructionTag("draft", 0),
  "service:orders",
])("the tag %s is this project's own, and no configuration gives it to a session", (tag) => {
  const own = expect.stringContaining("one of this project's own tags");
  expect(problems(`devin: { tags: [${JSON.stringify(tag)}] }`)).toEqual([own]);
});

test.for(["team:<x>", "a>b", "a\nb"])("the tag %j is no tag of a session", (tag) => {
  expect(problems(`devin: { tags: [${JSON.stringify(tag)}] }`)).toEqual([
    expect.stringMatching(/^devin\.tags\.0 /),
  ]);
});

test("a session is given at most twenty tags, since Devin keeps fifty and each event adds one", () => {
  const tags = (count: number) => `devin: { tags: [${Array.from({ length: count }, (_, at) => `t${at}`)}] }`;
  expect(configOf(tags(20)).devin.tags).toHaveLength(20);
  expect(problems(tags(21))).toEqual([`devin.tags has more than 20 items`]);
});

test("no problem is in the words of the parser, whatever stands where", () => {
  const keys = [
    ...Object.keys(DEFAULTS),
    "template",
    "instructions",
    "tags",
    "repos",
    "max-acu-limit",
    "sessions-per-day",
    "name",
  ];
  const values = ["", "x", "1", "1.5", ".nan", ".inf", "true", "[]", "[1]", "[[a]]", "{}", "{ a: b }", "~"];
  for (const key of [...keys, "when", "do", ...CONDITIONS.split(", ")])
    for (const value of values)
      for (const text of [
        `${key}: ${value}`,
        `devin: { ${key}: ${value} }`,
        `limits: { ${key}: ${value} }`,
        `rules: [{ do: draft, ${key}: ${value} }]`,
        `rules: [{ do: draft, when: { ${key}: ${value} } }]`,
      ])
        for (const problem of problems(text))
          expect(problem, text).not.toMatch(/Invalid|expected|Too |NaN is|null/);
});
