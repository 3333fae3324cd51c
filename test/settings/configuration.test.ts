import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { SettingsError } from "../../src/lib/errors.ts";
import { configJsonSchema, readConfig } from "../../src/settings/configuration.ts";

const FILE = ".github/postmortem.yml";

const DEFAULTS = {
  directory: "docs/postmortems",
  publish: "pull-request",
  telemetry: ["datadog", "sentry"],
  "allow-public": false,
  check: {},
  notes: false,
  "on-acknowledge": "skip",
  limits: { "sessions-per-day": 20 },
  devin: {},
  rules: [],
  otherwise: "draft",
};

const CONDITIONS = "priority, urgency, service, team, type, title, resolved-by, shorter-than, longer-than";

function problems(text: string): string[] {
  try {
    readConfig(FILE, text);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
}

/** The problems of one rule, without what they all begin with. */
function ruleProblems(rule: string): string[] {
  return problems(`rules:\n  - ${rule}\n`).map((problem) => problem.replace(`${FILE}: rules.0.`, ""));
}

test.for([
  ["no file", null],
  ["an empty file", ""],
  ["a file of comments", "# nothing yet\n"],
  ["a lone document mark", "---\n"],
])("%s means the defaults", ([, text]) => {
  expect(readConfig(FILE, text ?? null)).toEqual(DEFAULTS);
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
otherwise: skip
`;
  expect(readConfig(FILE, text)).toEqual({
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
      { when: { priority: ["P5"] }, do: "skip" },
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
check: { structure: off }
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
  expect(problems(text)).toEqual([
    `${FILE}: directory is not a folder inside the repository, such as docs/postmortems`,
    `${FILE}: publish is empty; it takes text`,
    `${FILE}: telemetry is "datadog"; it takes a list, such as [a, b]`,
    `${FILE}: allow-public is not true or false`,
    expect.stringContaining(`${FILE}: check.structure is not known; allowed are front-matter-schema, `),
    `${FILE}: devin.max-acu-limit is not above 0`,
    `${FILE}: rules.0.when is missing; it takes some of ${CONDITIONS}`,
    `${FILE}: rules.1.when.priority is 1; it takes text, which this is in quotes`,
    `${FILE}: rules.2.when.shorter-than is not a duration, such as 90s, 10m, 1h30m or 2d`,
    `${FILE}: colour is not known; allowed are directory, template, instructions, publish, telemetry, allow-public, notes, on-acknowledge, limits, check, devin, rules, otherwise`,
  ]);
});

describe("a rule", () => {
  test.for([
    ["{ do: draft }", [`when is missing; it takes some of ${CONDITIONS}`]],
    ["{ when: , do: draft }", [`when holds no conditions; it takes some of ${CONDITIONS}`]],
    ["{ when: [], do: draft }", [`when holds no conditions; it takes some of ${CONDITIONS}`]],
    ["{ when: {}, do: draft }", [`when is empty; it takes some of ${CONDITIONS}`]],
    ["{ when: { severity: 1 }, do: draft }", [`when.severity is not known; allowed are ${CONDITIONS}`]],
    ["{ when: { priority: P1 } }", ["do is missing; it takes draft, skip"]],
    ["{ when: { priority: P1 }, do: }", ["do is empty; it takes draft, skip"]],
    ["{ when: { priority: P1 }, do: [draft] }", ["do is a list; it takes draft, skip"]],
    ["{ when: { priority: P1 }, do: { a: b } }", ["do holds keys; it takes draft, skip"]],
    ["{ when: { priority: P1 }, do: Draft }", ['do is "Draft"; it takes draft, skip']],
    ["{ when: { priority: P1 }, do: skip, name: '' }", ["name is empty; it takes text"]],
    [
      "{ when: { priority: P1 }, do: skip, nmae: x, then: y }",
      [
        "nmae is not known; allowed are name, when, do, devin, template",
        "then is not known; allowed are name, when, do, devin, template",
      ],
    ],
    [
      "{ when: { priority: P1 }, do: draft, devin: { tags: [incident:1], playbook: x } }",
      [
        "devin.tags.0 begins with incident:, event: or asked:, which are this action's own tags",
        "devin.playbook is not known; allowed are playbook-id, knowledge-ids, secret-ids, repos, tags, mode, max-acu-limit, bypass-approval, create-as-user-id",
      ],
    ],
    [
      "{ when: { priority: P1 }, do: draft, template: ../t.md }",
      ["template is not a file inside the repository, such as .github/postmortem-template.md"],
    ],
    ["{ when: { priority: [] }, do: skip }", ["when.priority is empty"]],
    ["{ when: { priority: }, do: skip }", ["when.priority is empty; it takes text"]],
    ["{ when: { priority: [P1, ''] }, do: skip }", ["when.priority.1 is empty; it takes text"]],
    [
      "{ when: { priority: [true, P1, {}] }, do: skip }",
      [
        "when.priority.0 is true; it takes text, which this is in quotes",
        "when.priority.2 holds keys; it takes text",
      ],
    ],
    ["{ when: { urgency: medium }, do: skip }", ['when.urgency is "medium"; it takes high, low']],
    ["{ when: { urgency: [high, 1] }, do: skip }", ["when.urgency.1 is 1; it takes high, low"]],
    [
      "{ when: { resolved-by: nobody }, do: skip }",
      ['when.resolved-by is "nobody"; it takes user, integration, automation'],
    ],
    ["{ when: { priority: P* }, do: skip }", ["when.priority holds a *, which only service and title take"]],
    ["{ when: { team: [a, b*] }, do: skip }", ["when.team.1 holds a *, which only service and title take"]],
    ["{ when: { type: '*' }, do: skip }", ["when.type holds a *, which only service and title take"]],
    ["{ when: { longer-than: 0m }, do: skip }", ["when.longer-than is no time at all"]],
    [
      "{ when: { longer-than: 10 }, do: skip }",
      ["when.longer-than is 10; it takes text, which this is in quotes"],
    ],
    [
      "{ when: { longer-than: 10m, shorter-than: 600s }, do: skip }",
      ["when never holds: nothing lasts longer than longer-than and shorter than shorter-than"],
    ],
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
      `${FILE}: rules holds keys; it takes a list, such as [a, b]`,
    ]);
    expect(problems("rules: [draft]")).toEqual([`${FILE}: rules.0 is "draft"; it takes keys with values`]);
    const rule = "  - { when: { priority: P1 }, do: skip }\n";
    expect(readConfig(FILE, `rules:\n${rule.repeat(100)}`).rules).toHaveLength(100);
    expect(problems(`rules:\n${rule.repeat(101)}`)).toEqual([`${FILE}: rules has more than 100 items`]);
  });
});

test("otherwise is draft or skip", () => {
  expect(problems("otherwise: nothing")).toEqual([`${FILE}: otherwise is "nothing"; it takes draft, skip`]);
});

test.for([
  ["notes: yes please", "notes is not true or false"],
  ["on-acknowledge: draft", 'on-acknowledge is "draft"; it takes skip, gather'],
  ["on-acknowledge: true", "on-acknowledge is true; it takes skip, gather"],
  ["limits: 20", "limits is 20; it takes keys with values"],
  ["limits: { sessions-per-day: -1 }", "limits.sessions-per-day is below 0"],
  ["limits: { sessions-per-day: 1.5 }", "limits.sessions-per-day is not a whole number"],
  ["limits: { sessions-per-day: many }", "limits.sessions-per-day is not a whole number"],
  ["limits: { sessions: 5 }", "limits.sessions is not known; allowed are sessions-per-day"],
] as const)("%s is refused", ([text, problem]) => {
  expect(problems(text)).toEqual([`${FILE}: ${problem}`]);
});

test("the check's rules are set by their ids, and nothing else is", () => {
  const text = "check: { timeline-order: off, timeline-gap: error, front-matter-times: warning }";
  expect(readConfig(FILE, text).check).toEqual({
    "timeline-order": "off",
    "timeline-gap": "error",
    "front-matter-times": "warning",
  });
  expect(readConfig(FILE, "check:").check).toEqual({});
  expect(problems("check: { timeline-order: no, timeline: off, timeline-gap: }")).toEqual([
    `${FILE}: check.timeline-order is "no"; it takes error, warning, off`,
    `${FILE}: check.timeline-gap is empty; it takes error, warning, off`,
    expect.stringMatching(/check\.timeline is not known; allowed are front-matter-schema, .*timeline-gap/),
  ]);
  expect(problems("check: off")).toEqual([`${FILE}: check is "off"; it takes keys with values`]);
});

test("a key of a later version is not one inside devin", () => {
  expect(problems("devin: { limits: x }")[0]).toContain("devin.limits is not known");
});

test.for([
  ["hello", 'is "hello"'],
  ["- a\n- b", "is a list"],
  ["42", "is 42"],
])("a file that holds no keys is refused: %j", ([text, what]) => {
  expect(problems(text ?? "")).toEqual([`${FILE}: the file ${what}; it takes keys with values`]);
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
    `${FILE}: directory is not a folder inside the repository, such as docs/postmortems`,
  ]);
});

test.for(["template", "instructions"])("%s is a plain file inside the repository", (key) => {
  for (const path of [...UNSAFE, ".github/", "a/"])
    expect(problems(`${key}: ${JSON.stringify(path)}`), path).toEqual([
      `${FILE}: ${key} is not a file inside the repository, such as .github/postmortem-template.md`,
    ]);
  for (const path of [".github/a.md", ".gitignore", "a.git/b", "..a"])
    expect(readConfig(FILE, `${key}: ${path}`)).toMatchObject({ [key]: path });
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
    expect(problems(text)[0]).toContain(`${FILE}: ${path} is not known; allowed are `);
  });
});

describe("text that is not YAML", () => {
  test.for([
    ["an open list", "directory: [a\nrules: b", /at line 2, column 1/],
    ["a key twice", "directory: a\ndirectory: b\n", /Map keys must be unique at line 2, column 1$/],
    ["an alias to nothing", "directory: *a\n", /Unresolved alias/],
    ["a tag that is not known", "directory: !folder a\n", /Unresolved tag: !folder at line 1/],
    ["two documents", "directory: a\n---\ndirectory: b\n", /multiple documents/],
    ["a nest without end", "[".repeat(100_000), /call stack/],
    ["a text of a megabyte", `# ${"a".repeat(1_048_576)}`, /longer than 262144 characters$/],
  ] as const)("%s is one problem that names the file and the place", ([, text, what]) => {
    const [problem, ...others] = problems(text);
    expect(others).toEqual([]);
    expect(problem).toMatch(/^\.github\/postmortem\.yml is /);
    expect(problem).toMatch(what);
    expect(problem).not.toContain("\n");
  });
});

describe("anchors", () => {
  test("may share a list", () => {
    const text = "telemetry: &all [datadog]\nrules: [{ when: { team: *all }, do: skip }]";
    expect(readConfig(FILE, text).rules[0]?.when.team).toEqual(["datadog"]);
  });

  test("cannot make a file grow without end", () => {
    const levels = Array.from({ length: 30 }, (_, level) => {
      const items = level === 0 ? "a, a" : `*l${level - 1}, *l${level - 1}`;
      return `l${level}: &l${level} [${items}]`;
    });
    expect(problems(levels.join("\n"))).toEqual([
      `${FILE} is not YAML: Excessive alias count indicates a resource exhaustion attack`,
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
    for (const [key, value] of Object.entries(DEFAULTS))
      expect(shipped.properties[key].default).toEqual(key === "limits" ? {} : value);
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
    expect(readConfig(FILE, `publish: ${JSON.stringify(written)}`).publish).toBe(meant);
  });
});

describe("a key with nothing after it", () => {
  test("is absent, at the top, in devin, in limits and in a rule", () => {
    const keys = Object.keys(DEFAULTS).map((key) => `${key}:\n`);
    expect(readConfig(FILE, keys.join(""))).toEqual(DEFAULTS);
    expect(readConfig(FILE, "template:\ninstructions: ~\ndevin:\n  # mode: fast\n")).toEqual(DEFAULTS);
    expect(readConfig(FILE, "limits:\n  sessions-per-day:\n")).toEqual(DEFAULTS);
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
    expect(readConfig(FILE, text)).toEqual({
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
      `${FILE}: telemetry.0 is empty; it takes text`,
      expect.stringContaining("devin.playbook is not known"),
      `${FILE}: rules.0 is empty; it takes keys with values`,
      expect.stringContaining("colour is not known"),
    ]);
    expect(problems("devin: [mode]\nrules: [{ when: { priority: P1 }, do: draft, devin: 5 }]")).toEqual([
      `${FILE}: devin is a list; it takes keys with values`,
      `${FILE}: rules.0.devin is 5; it takes keys with values`,
    ]);
  });
});

test("a session is given at most twenty tags, since Devin keeps fifty and each event adds one", () => {
  const tags = (count: number) => `devin: { tags: [${Array.from({ length: count }, (_, at) => `t${at}`)}] }`;
  expect(readConfig(FILE, tags(20)).devin.tags).toHaveLength(20);
  expect(problems(tags(21))).toEqual([`${FILE}: devin.tags has more than 20 items`]);
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
