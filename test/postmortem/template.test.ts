import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { SettingsError } from "../../src/lib/errors.ts";
import {
  BUILT_IN_TEMPLATE,
  DOCUMENT_VARIABLES,
  type DocumentValues,
  INSTRUCTION_VARIABLES,
  renderDocument,
  renderInstructions,
} from "../../src/postmortem/template.ts";

const documentValues: DocumentValues = {
  incident: "Q1ORDERSPOOL01",
  number: 387,
  url: "https://acme.pagerduty.com/incidents/Q1ORDERSPOOL01",
  link: "[Incident #387](https://acme.pagerduty.com/incidents/Q1ORDERSPOOL01)",
  title: "Pool \\*exhausted\\*",
  service: "orders-service",
  priority: "P1",
  urgency: "high",
  type: null,
  escalation_policy: null,
  teams: ["Checkout", "Core"],
  date: "2026-02-10",
  created: "2026-02-10 14:32 UTC",
  acknowledged: null,
  resolved: "2026-02-10 15:18 UTC",
  duration: "46 minutes",
  duration_minutes: 46,
  time_to_acknowledge: null,
  resolved_by: "user",
  reopenings: 0,
  escalations: 0,
  responders: 1,
  summary: "PagerDuty opened the incident at 14:32 UTC.",
  impact: [],
  timeline: ["14:32 UTC — PagerDuty incident triggered", "15:18 UTC — Resolved"],
  evidence: [],
  seen_before: [],
  alerts: [],
  changes: [],
  past_incidents: [],
  custom_fields: [],
  missing: [],
};

const render = (text: string) => renderDocument({ file: "own.md", text }, documentValues);

function problemsOf(text: string): string[] {
  try {
    render(text);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
}

describe("a template", () => {
  test.for([
    ["a variable", "{{ title }}", "Pool \\*exhausted\\*\n"],
    ["a number", "{{ number }}", "387\n"],
    [
      "a list as a list",
      "{{ timeline }}",
      "- 14:32 UTC — PagerDuty incident triggered\n- 15:18 UTC — Resolved\n",
    ],
    ["an empty list as nothing", "a\n\n{{ alerts }}\n\nb", "a\n\nb\n"],
    ["a list in a sentence", '{{ teams | join: ", " }}, {{ teams.size }}', "Checkout, Core, 2\n"],
    ["what is not known as nothing", "a{{ type }}b{{ nil }}c", "abc\n"],
    ["a word for what is not known", '{{ type | default: "none" }}', "none\n"],
    ["a condition", '{% if urgency == "high" and escalations < 1 %}a{% else %}b{% endif %}', "a\n"],
    ["what is not so", "{% unless type %}a{% endunless %}", "a\n"],
    ["a case", '{% case resolved_by %}{% when "user" %}a{% else %}b{% endcase %}', "a\n"],
    ["a loop", "{% for team in teams %}{{ forloop.index }} {{ team }};{% endfor %}", "1 Checkout;2 Core;\n"],
    [
      "a loop that ends early",
      "{% for i in (1..9) %}{% if i > 2 %}{% break %}{% endif %}{{ i }}{% endfor %}",
      "12\n",
    ],
    [
      "a loop that skips",
      "{% for i in (1..3) %}{% if i == 2 %}{% continue %}{% endif %}{{ i }}{% endfor %}",
      "13\n",
    ],
    ["no comment", "a{% comment %}{{ b }}{% endcomment %}{% # c %}", "a\n"],
    [
      "a name of its own for an item",
      "{% for constructor in teams %}{{ constructor }};{% endfor %}",
      "Checkout;Core;\n",
    ],
    ["Windows line ends and a mark of byte order", "\uFEFFa\r\n{{ number }}\r\n", "a\n387\n"],
    ["one end of line at its end, and none before", "\n\na\n\n\n\nb\n\n", "a\n\nb\n"],
    ["a space at the end of a line", "- [ ] \n", "- [ ] \n"],
    ["HTML of its own", "<!-- say why -->\n<details>", "<!-- say why -->\n<details>\n"],
  ] as const)("writes %s", ([, text, written]) => {
    expect(render(text)).toBe(written);
  });

  test("leaves no line behind where a line holds only tags", () => {
    const text =
      "a\n{% for team in teams %}\n  {% if team %} {% # why %}  \n- {{ team }}\n{% endif %}\n{% endfor %}\nb";
    expect(render(text)).toBe("a\n- Checkout\n- Core\nb\n");
  });

  test("may say itself which white space to leave out", () => {
    expect(render("a\n{%- if title -%}\nb\n{%- endif -%}\nc")).toBe("abc\n");
    expect(render("a\n  {% if title -%}\nb\n{%- endif %}\n\nc")).toBe("a\n  b\n\nc\n");
  });

  test("keeps the lines' numbers although lines of tags leave none", () => {
    expect(problemsOf("{% if title %}\n{% endif %}\n{{ titel }}")).toEqual([
      expect.stringMatching(/^own\.md:3 titel /),
    ]);
  });
});

describe("a template with mistakes", () => {
  const allowed = `allowed are ${Object.keys(DOCUMENT_VARIABLES).join(", ")}, and .size of a list`;

  test("is told each variable that is not known, with its line and what is allowed", () => {
    const text =
      "{{ titel }}\n{% if false %}{{ a.b.c }}{% endif %}\n{% for r in rows limit: most %}{{ q | default: z }}{% endfor %}";
    expect(problemsOf(text)).toEqual(
      ["1 titel", "2 a.b.c", "3 rows", "3 most", "3 q", "3 z"].map(
        (use) => `own.md:${use} is not known; ${allowed}`,
      ),
    );
  });

  test.for([
    "title[0]",
    "title.first",
    "title.size",
    "title[number]",
    "timeline[0]",
    "timeline.first",
    "timeline.size.size",
    "forloop",
    "forloop.parentloop",
    "constructor",
    "__proto__",
    "toString.size",
  ])("cannot take %s", (use) => {
    expect(problemsOf(`{% for r in teams %}{{ ${use} }}{% endfor %}`)).toEqual([
      `own.md:1 ${use} is not known; ${allowed}`,
    ]);
  });

  test("cannot take an item of a list apart", () => {
    expect(problemsOf("{% for row in timeline %}{{ row[0] }}{% endfor %}")).toEqual([
      `own.md:1 row[0] is not known; ${allowed}`,
    ]);
  });

  test.for([
    "raw",
    "unescape",
    "url_decode",
    "base64_decode",
    "strip_html",
    "remove",
    "replace",
    "slice",
    "split",
    "first",
    "last",
    "append",
    "date",
    "json",
    "map",
    "where_exp",
    "constructor",
    "toString",
    "__proto__",
  ])("cannot use the filter %s", (filter) => {
    expect(problemsOf(`\n{{ title | ${filter} }}`)).toEqual([
      `own.md:2 the filter ${filter} is not known; allowed are default, join, size`,
    ]);
  });

  test.for([
    "include 'x'",
    "render 'x'",
    "layout 'x'",
    "block x",
    "raw",
    "assign x = 1",
    "capture x",
    "echo title",
    "liquid",
    "increment x",
    "cycle 1, 2",
    "tablerow r in teams",
    "constructor",
    "endif",
    "else",
  ])("cannot use the tag %s", (tag) => {
    expect(problemsOf(`\n\n{% ${tag} %}`)).toEqual([
      `own.md:3 the tag ${tag.split(" ")[0]} is not known here; allowed are if, unless, case, for, break, continue, comment, #`,
    ]);
  });

  test.for([
    ["{% if title %}\na", "own.md:1 tag {% if title %} not closed"],
    ["a\n{{ title", 'own.md:2 output "{{ title\\n" not closed'],
    ["a\n\n{% for x on y %}{% endfor %}", "own.md:3 illegal tag: {% for x on y %}"],
    ["{% for x in alerts %}{% else %}\n{{ x }}{% endfor %}", "own.md:2 undefined variable: x"],
    ["---\nincident: X\n---\n", "own.md:1 begins with front matter, which is written for you: leave it out"],
  ] as const)("such as %j is told: %s", ([text, problem]) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  test.for([
    ["an endless loop", "{% for i in (1..1000000000) %}x{% endfor %}"],
    ["a range of words that counts to no end", "{% for i in ('-Infinity'..5) %}x{% endfor %}"],
    ["an endless range that is written", "{{ (1..1000000000) }}"],
    ["loops in loops", `${"{% for i in (1..5000) %}".repeat(3)}${"{% endfor %}".repeat(3)}`],
    ["long words in a loop", `{% for i in (1..1000) %}${"x".repeat(60_000)}{% endfor %}`],
    ["words beyond what a string can hold", `{% for i in (1..20000) %}${"x".repeat(60_000)}{% endfor %}`],
    [
      "a joint that is long",
      `{% for i in (1..500) %}{{ teams | join: "${"x".repeat(60_000)}" }}{% endfor %}`,
    ],
    ["tags nested without end", "{% if title %}".repeat(4_600)],
    ["too long a file", "x".repeat(65_537)],
  ] as const)("is stopped at %s", ([, text]) => {
    expect(problemsOf(text)).toEqual(["own.md:1 is too long, or its loops run too often"]);
  });
});

describe("the instructions", () => {
  const values = {
    incident: "Q1ORDERSPOOL01",
    number: null,
    urgency: "high",
    created: "2026-02-10T14:32:00.000Z",
    resolved: "unknown",
    duration: "46 minutes",
    path: "docs/postmortems/2026-02-10-Q1ORDERSPOOL01.md",
    branch: "postmortem/Q1ORDERSPOOL01",
    repository: "acme/docs",
  };

  test("read what no stranger wrote", () => {
    const text = Object.keys(INSTRUCTION_VARIABLES)
      .map((name) => `${name}={{ ${name} }}`)
      .join("\n");
    const written = Object.entries(values)
      .map(([name, value]) => `${name}=${value ?? ""}\n`)
      .join("");
    expect(renderInstructions({ file: "prompt.md", text }, values)).toBe(written);
  });

  test.for(["title", "service", "priority", "timeline", "teams", "missing"])("do not read %s", (name) => {
    expect(() => renderInstructions({ file: "prompt.md", text: `{{ ${name} }}` }, values)).toThrow(
      `prompt.md:1 ${name} is not known; allowed are ${Object.keys(INSTRUCTION_VARIABLES).join(", ")}`,
    );
  });
});

describe("the documents", () => {
  const read = (name: string) => readFileSync(join(import.meta.dirname, "..", "..", "docs", name), "utf8");
  const guide = read("templates.md");
  const table = (heading: string) =>
    [
      ...(guide.split(`## ${heading}\n`)[1]?.split("\n## ")[0] ?? "").matchAll(/^\| `(\w+)` \| (.*) \|$/gm),
    ].map(([, name, meaning]) => [name, meaning]);

  test("have the built-in template", () => {
    expect(read("templates/postmortem.md")).toBe(BUILT_IN_TEMPLATE);
  });

  test("explain every variable", () => {
    expect(table("Variables of the Document")).toEqual(Object.entries(DOCUMENT_VARIABLES));
    expect(table("Variables of the Instructions")).toEqual(Object.entries(INSTRUCTION_VARIABLES));
  });

  test("mark as lists those variables that are", () => {
    for (const [name, value] of Object.entries(documentValues)) {
      const meaning = new Map(Object.entries(DOCUMENT_VARIABLES)).get(name);
      expect(meaning?.startsWith("list: "), name).toBe(Array.isArray(value));
    }
  });

  test("show an example that works", () => {
    const [, example = ""] = /```liquid\n([\s\S]*?)```/.exec(guide) ?? [];
    expect(render(example)).toBe(`# Pool \\*exhausted\\*

**Severity:** P1 | **Teams:** Checkout, Core | [Incident #387](https://acme.pagerduty.com/incidents/Q1ORDERSPOOL01)

## Summary

PagerDuty opened the incident at 14:32 UTC.

## Timeline

- 14:32 UTC — PagerDuty incident triggered
- 15:18 UTC — Resolved

## Root Cause

## Action Items

- [ ]${" "}

## Evidence

## Not Checked
`);
  });

  test("quote a message as it is", () => {
    const [, quoted = ""] = /```text\n\S+:7 (.*), …\n```/.exec(guide) ?? [];
    expect(quoted).not.toBe("");
    expect(problemsOf("{{ titel }}")[0]).toContain(quoted);
  });

  test("name every tag and filter", () => {
    const [problem = ""] = problemsOf("{% include %}");
    const [filterProblem = ""] = problemsOf("{{ title | raw }}");
    for (const message of [problem, filterProblem])
      for (const name of (message.split("allowed are ")[1] ?? "").split(", "))
        expect(guide).toContain(`\`${name}\``);
  });
});
