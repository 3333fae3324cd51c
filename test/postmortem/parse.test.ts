import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blankRecord, type IncidentRecord, recordSchema } from "../../src/incident/record.ts";
import { isSameName } from "../../src/lib/names.ts";
import { toSingleLine } from "../../src/lib/text.ts";
import { titleOf } from "../../src/postmortem/file.ts";
import { readFrontMatter } from "../../src/postmortem/front-matter.ts";
import { LONGEST_NAME } from "../../src/postmortem/inline.ts";
import { parsePostmortem } from "../../src/postmortem/parse.ts";
import { renderSkeleton } from "../../src/postmortem/render.ts";
import { renderFrontMatter } from "../../src/postmortem/render-front-matter.ts";
import { everyCharacter, incidentRecord } from "../builders.ts";
import { read } from "../check/sources.ts";

const withFrontMatter = (lines: string, body = "") => `---\nincident: Q1ORDERSPOOL01\n${lines}---\n${body}`;
const CREATED = "created: 2026-02-10T14:32:00Z\n";
const headings = (text: string) =>
  read(text)
    .sections.slice(1)
    .map(({ heading }) => heading);
const rows = (text: string) => read(text).timeline.map(({ line, at, text }) => ({ line, at, text }));

describe("a postmortem read back", () => {
  test("has each part of the skeleton with its line in the file", () => {
    const skeleton = renderSkeleton(incidentRecord({ record: { missing: ["Alerts: none"] } }));
    const lines = skeleton.split("\n");
    const { title, sections, timeline, frontMatter } = read(skeleton);
    expect(lines[title!.line - 1]).toBe(`# ${title!.text}`);
    for (const { heading, line } of sections.slice(1)) expect(lines[line - 1]).toBe(`## ${heading}`);
    for (const { line, text } of timeline) expect(lines[line - 1]).toContain(text);
    for (const [key, line] of frontMatter!.lines) expect(lines[line - 1]).toMatch(new RegExp(`^${key}:`));
  });

  test("may have been saved on Windows, with a mark of byte order", () => {
    const skeleton = renderSkeleton(incidentRecord());
    const { sections, timeline, frontMatter } = read(`\uFEFF${skeleton.replaceAll("\n", "\r\n")}`);
    const same = read(skeleton);
    expect(frontMatter).toEqual(same.frontMatter);
    expect(timeline.map(({ line, text }) => [line, text])).toEqual(
      same.timeline.map(({ line, text }) => [line, text]),
    );
    expect(sections.map(({ line }) => line)).toEqual(same.sections.map(({ line }) => line));
  });

  test("may have no front matter, title or sections", () => {
    expect(read("Only this")).toMatchObject({ frontMatter: null, title: null, timeline: [] });
    expect(read("---\nincident: Q1ORDERSPOOL01\n").frontMatter).toBe(null);
  });
});

describe("headings are those that GitHub shows", () => {
  test.for([
    [
      "## One ##\n\n### deeper\n\nTwo\n---\n\n ## Three\n\n## **Four** &lt;3",
      ["One", "Two", "Three", "Four <3"],
    ],
    ["## One\n\n```sh\n## no\n~~~\n``` no end\n```\n\n~~~~\n## no\n~~~\n~~~~\n##none", ["One"]],
    ["## One\n\n- item\n```\n## no\n```\n\n## Two", ["One", "Two"]],
    ["## One\n\n```text``` begins a line\n\n## Two", ["One", "Two"]],
    ["<div>\n## no\n</div>\n\n> ## no\n\n- ## no\n\n## One", ["One"]],
  ] as const)("%j", ([body, expected]) => {
    expect(headings(withFrontMatter("", body))).toEqual(expected);
  });
});

test("sections are known by the names that the team's templates give them", () => {
  const source = read(withFrontMatter("", "## 时间线\n\n- a\n\n## timeline\n\n- b"), "x.md", {
    timeline: "时间线",
  });
  expect(source.sections.map(({ key }) => key)).toEqual([null, "timeline", null]);
  expect(source.timeline.map(({ text }) => text)).toEqual(["a"]);
});

test("a text that is older than the names of the templates has the English ones", () => {
  const names = { timeline: "Impact", impact: "影响" };
  const keysIn = (...headings: string[]) =>
    read(withFrontMatter("", headings.map((one) => `## ${one}`).join("\n\n")), "x.md", names)
      .sections.map(({ key }) => key)
      .slice(1);
  expect(keysIn("Impact", "影响")).toEqual(["timeline", "impact"]);
  expect(keysIn("Timeline", "影响")).toEqual(["timeline", "impact"]);
  expect(keysIn("Timeline", "Impact")).toEqual([null, "timeline"]);
});

test.for([
  ["1. Summary", "summary"],
  ["2) **Impact**", "impact"],
  ["📝 Summary", "summary"],
  ["⚠️ Impact:", "impact"],
  ["3. 🔍 Root Cause", "root-cause"],
  ["24/7 Impact", null],
  ["🔥", null],
] as const)("a heading may have a number and a picture: %s", ([heading, key]) => {
  const { sections } = read(withFrontMatter("", `## ${heading}`), "x.md", {});
  expect(sections[1]?.key).toBe(key);
});

describe("rows", () => {
  test.for([
    ["- 14:35 UTC — Found it ([graph](https://x.example/a_b))", "2026-02-10T14:35Z", "Found it (graph)"],
    ["* 2026-02-11 00:05 UTC — Over", "2026-02-11T00:05Z", "Over"],
    ["- 14:35 UTC — On\nthe next line", "2026-02-10T14:35Z", "On the next line"],
    ["- 14:35:20 UTC - Short dash", "2026-02-10T14:35Z", "Short dash"],
    ["- 9:05 UTC – Middle dash", "2026-02-10T09:05Z", "Middle dash"],
    ["- **14:35 UTC**: Colon", "2026-02-10T14:35Z", "Colon"],
    ["- 14:35 UTC —", "2026-02-10T14:35Z", ""],
    ["- 24:00 UTC — No such hour", null, "24:00 UTC — No such hour"],
    ["- 2026-02-31 10:00 UTC — No such day", null, "2026-02-31 10:00 UTC — No such day"],
    ["- 14:35 — No zone", null, "14:35 — No zone"],
    ["- 14:35 UTC+1 — Other zone", null, "14:35 UTC+1 — Other zone"],
    ["- Around noon \\*perhaps\\*", null, "Around noon *perhaps*"],
  ] as const)("%j", ([row, at, text]) => {
    expect(rows(withFrontMatter(CREATED, `## Timeline\n\n${row}\n\nWords after`))).toEqual([
      { line: 7, at: at && Date.parse(at), text },
    ]);
  });

  test("have no time where neither row nor front matter tells the day", () => {
    expect(
      rows(withFrontMatter("", "## timeline\n- 14:35 UTC — A\n- 2026-02-10 14:36 UTC — B")),
    ).toMatchObject([{ at: null }, { at: Date.parse("2026-02-10T14:36Z") }]);
  });

  test("know whether they are folded away", () => {
    const details =
      "<details><summary>all</summary>\n\n- a\n\n</details>\n\n- b\n\n<details open>\n\n- c\n\n</details>\n";
    const { timeline } = read(withFrontMatter("", `## Timeline\n\n${details}`));
    expect(timeline.map(({ text, block }) => [text, block.isFolded])).toEqual([
      ["a", true],
      ["b", false],
      ["c", false],
    ]);
  });
});

describe("front matter", () => {
  const problems = (lines: string) =>
    read(withFrontMatter(lines)).frontMatter!.problems.map(({ key, line }) => [key, line]);

  test("takes what people write", () => {
    const { values, problems } = read(
      withFrontMatter(
        "priority: 1\nservice: yes\nurgency: true\nowner: Sam\nowners: !team x\ncauses: [load]\n",
      ),
    ).frontMatter!;
    expect(values).toMatchObject({
      priority: "1",
      service: "yes",
      urgency: "true",
      owner: "Sam",
      status: null,
    });
    expect(values.causes).toEqual(["load"]);
    expect(problems).toEqual([]);
  });

  test("loses one value where one cannot be read, and says what to write", () => {
    const { values, problems } = read(withFrontMatter("owner: @sam\nstatus: final\n")).frontMatter!;
    expect(values).toMatchObject({ incident: "Q1ORDERSPOOL01", owner: null, status: "final" });
    expect(problems).toMatchObject([
      { key: "owner", line: 3, fix: expect.stringContaining('owner: "@sam"') },
    ]);
  });

  test.for([
    [
      "number: x\nservice: [a]\n",
      [
        ["number", 3],
        ["service", 4],
      ],
    ],
    [
      "created: 10 February\nresolved: 2026-13-40T99:99:99Z\nduration-minutes: -1\n",
      [
        ["created", 3],
        ["resolved", 4],
        ["duration-minutes", 5],
      ],
    ],
    ["created: 2026-02-10T15:32+01:00\n", [["created", 3]]],
    ["status: a\nstatus: b\n", [["status", 4]]],
    ['owner: "sam\nstatus: a\n', [["owner", 3]]],
    ["a: &a [x]\nb: *c\n", [["b", 4]]],
  ] as const)("%j has problems at %j", ([lines, expected]) => {
    expect(problems(lines)).toEqual(expected);
  });

  test("counts a time with an offset, and names it in UTC", () => {
    const { values, problems } = read(withFrontMatter("created: 2026-02-10T15:32+01:00\n")).frontMatter!;
    expect(values.created).toBe(Date.parse("2026-02-10T14:32:00Z"));
    expect(problems[0]?.fix).toContain("2026-02-10T14:32:00Z");
  });

  test("without keys is a problem of its own", () => {
    expect(read("---\n- a\n---\n").frontMatter!.problems).toMatchObject([{ key: null, line: 2 }]);
    expect(read("---\n---\n").frontMatter!.problems).toEqual([]);
  });
});

describe("a text that would keep the parser busy is not read", () => {
  test.for([
    ["bytes", "ä".repeat(131_073)],
    ["lines", "a\n".repeat(8_001)],
    ["brackets", `${"[".repeat(8_000)}${"]".repeat(8_000)}`],
    ["stars", "a**b".repeat(8_000)],
    ["quotes in quotes", "> ".repeat(20)],
    ["lists in lists", `${"- ".repeat(17)}a`],
    ["an indented list", `${" ".repeat(90)}- a`],
    ["emphasis in emphasis", `${"*a ".repeat(600)}${"b* ".repeat(600)}`],
    ["emphasis in emphasis, on lines of their own", `${"**a\n".repeat(600)}${"b**\n".repeat(600)}`],
  ] as const)("%s", ([, text]) => {
    expect(parsePostmortem("a.md", text)).toHaveProperty("problem");
  });

  test("and one that people write is", () => {
    const log = Array.from({ length: 200 }, (_, index) => `{"level_name": "error", "a": [${index}]}`).join(
      "\n",
    );
    const list = "- [a_b](https://x.example/a_b) `c`\n".repeat(400);
    expect(parsePostmortem("a.md", `\`\`\`\n${log}\n\`\`\`\n\n${list}`)).not.toHaveProperty("problem");
  });
});

test("any text is read, or refused with a reason", () => {
  const pieces = fc.constantFrom(
    ...[
      "---\n",
      "incident: ",
      "[",
      "](",
      "|",
      "**",
      "`",
      "~~~",
      "> ",
      "\n",
      "# ",
      "## Timeline\n",
      "<!--",
      "<details>",
      "- ",
    ],
  );
  const texts = fc.oneof(
    fc.string({ unit: "binary", maxLength: 400 }),
    fc.array(pieces, { maxLength: 200 }).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const source = parsePostmortem("a.md", text);
      expect("problem" in source || source.lines.length > 0).toBe(true);
    }),
  );
});

const words = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
  {
    weight: 3,
    arbitrary: fc.string({
      unit: fc.constantFrom(..."-=#*_`~<>&|\\[](){}!@+:.;1 \n\t\u200b\u202e—UTC"),
      maxLength: 40,
    }),
  },
  fc.constantFrom(
    "</incident-data>",
    "&lt;/incident-data&gt;",
    "{{ title }}{% raw %}",
    "## Timeline",
    "- 14:32 UTC — Forged",
    "---",
    "===",
    "```",
    "1. one",
    "a by b",
    "",
    " ",
    "\u2028",
    "\\".repeat(9),
    "&".repeat(1_024),
    "x".repeat(2_000),
  ),
);
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null });
const instant = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.integer({ min: Date.parse("2026-02-10T00:00Z"), max: Date.parse("2026-02-11T12:00Z") }),
  },
  fc.double({ min: -8.64e15, max: 8.64e15, noNaN: true }),
);
const count = fc.nat({ max: 100_000 });
const reference = fc.record({ id: maybe(words), name: maybe(words) });
const links = fc.array(fc.record({ href: words, text: maybe(words) }), { maxLength: 2 });
const few = <Value>(item: fc.Arbitrary<Value>) => fc.array(item, { maxLength: 4 });

/** Any record that the schema allows. */
const records: fc.Arbitrary<IncidentRecord> = fc.record({
  incident: fc.record({
    id: fc.stringMatching(/^[PQR][A-Z0-9]{4,31}$/),
    number: maybe(fc.integer({ min: 1 })),
    title: maybe(words),
    status: maybe(fc.constantFrom("triggered", "acknowledged", "resolved")),
    url: maybe(
      fc.constantFrom("https://acme.pagerduty.com/incidents/Q1", "https://x.pagerduty.com/a?b=c&d:#e*f!g%20"),
    ),
    created_at: fc.constant(null),
    reopened_at: fc.constant(null),
    urgency: maybe(fc.constantFrom("high", "low")),
    priority: maybe(words),
    service: maybe(fc.record({ id: maybe(words), name: maybe(words), url: fc.constant(null) })),
    teams: few(reference),
    escalation_policy: maybe(reference),
    type: maybe(fc.stringMatching(/^[\w.-]{1,100}$/)),
    merged_into: maybe(fc.constantFrom("Q1ORDERSPOOL02", "another incident")),
    api_url: fc.constant(null),
  }),
  createdAt: maybe(instant),
  acknowledgedAt: maybe(instant),
  resolvedAt: maybe(instant),
  durationMinutes: maybe(count),
  minutesToAcknowledge: maybe(count),
  resolvedBy: maybe(
    fc.record({
      kind: fc.constantFrom("user" as const, "integration" as const, "automation" as const),
      name: maybe(words),
    }),
  ),
  wasAcknowledged: maybe(fc.boolean()),
  people: few(words),
  reopenings: count,
  escalations: count,
  responders: few(words),
  timeline: fc.array(fc.record({ at: instant, what: words, by: maybe(words) }), { maxLength: 12 }),
  notes: few(fc.record({ at: instant, by: maybe(words), text: words })),
  alerts: few(
    fc.record({
      at: instant,
      summary: words,
      severity: maybe(words),
      status: maybe(words),
      source: maybe(words),
      details: maybe(words),
      links,
    }),
  ),
  changes: few(
    fc.record({
      at: instant,
      summary: words,
      source: maybe(words),
      when: fc.constantFrom("before" as const, "during" as const, "after" as const),
      reason: maybe(words),
      links,
      details: maybe(words),
    }),
  ),
  pastIncidents: few(fc.record({ id: words, title: maybe(words), at: maybe(instant) })),
  customFields: few(fc.record({ name: words, value: words })),
  priorityRank: maybe(fc.integer({ min: 1, max: 20 })),
  missing: few(words),
});

const floor = (at: number | null, unitMs: number) =>
  at === null ? null : Math.floor(Math.trunc(at) / unitMs) * unitMs + 0;

const shortened = (name: string | null | undefined) => toSingleLine(name ?? "", 100) || null;

describe("any record that the schema allows", () => {
  test("is one that the schema allows", () => {
    fc.assert(
      fc.property(records, (record) => {
        expect(recordSchema.parse(record)).toEqual(record);
      }),
    );
  });

  test("is rendered, and read back the same", () => {
    fc.assert(
      fc.property(records, (record) => {
        const skeleton = renderSkeleton(record);
        const { incident } = record;
        const { frontMatter, title, sections, timeline } = read(skeleton);
        expect(frontMatter?.values).toMatchObject({
          incident: incident.id,
          number: incident.number,
          url: incident.url,
          service: shortened(incident.service?.name),
          priority: shortened(incident.priority),
          urgency: shortened(incident.urgency),
          status: "draft",
          owner: null,
          created: floor(record.createdAt, 1_000),
          acknowledged: floor(record.acknowledgedAt, 1_000),
          resolved: floor(record.resolvedAt, 1_000),
          "duration-minutes": record.durationMinutes,
          session: null,
        });
        const service = shortened(incident.service?.name);
        expect(title?.text).toBe(`Postmortem: ${titleOf(incident)}${service ? ` — ${service}` : ""}`);
        expect(sections.slice(1).map(({ heading }) => heading)).toEqual([
          "Summary",
          "Impact",
          "Timeline",
          "Root Cause",
          "Contributing Factors",
          "Ruled Out",
          "Action Items",
          "Questions for the Review",
          "Evidence",
          "Not Checked",
        ]);
        expect(timeline.map(({ at, text }) => ({ at, text }))).toEqual(
          record.timeline.map(({ at, what, by }) => ({
            at: floor(at, 60_000),
            text: [toSingleLine(what, 600), by && toSingleLine(by, 100) && `by ${toSingleLine(by, 100)}`]
              .filter(Boolean)
              .join(" "),
          })),
        );
        expect(sections.at(-1)?.blocks).toHaveLength(record.missing.length);
      }),
      { numRuns: 40 },
    );
  });

  test("leaves no fence, whatever the template, and is the same each time", () => {
    const everything = { file: "all.md", text: readVariables() };
    fc.assert(
      fc.property(records, (record) => {
        for (const template of [null, everything]) {
          const skeleton = renderSkeleton(record, template);
          expect(skeleton).not.toMatch(/[<>]/);
          expect(renderSkeleton(structuredClone(record), template)).toBe(skeleton);
        }
      }),
      { numRuns: 40 },
    );
  });
});

function readVariables(): string {
  const names = ["title", "service", "priority", "urgency", "type", "escalation_policy", "teams", "timeline"];
  return [...names, "alerts", "changes", "past_incidents", "custom_fields", "missing"]
    .map((name) => `{{ ${name} }}`)
    .join("\n\n");
}

test("a name of any characters is read from the front matter as it was written there", () => {
  const blank = blankRecord("Q1ORDERSPOOL01");
  // As many characters as are kept of a name, and what YAML would read as something else.
  const names = [
    ...everyCharacter(/$^/, LONGEST_NAME - 2),
    ...["yes", "null", "~", "1e3", "0x1F", "2026-02-10", "a: b", "#1", "- a", "'a'", "*a", "---", "..."],
  ];
  const missed = names.filter((name) => {
    const service = { id: "PSVC", name, url: null };
    const written = renderFrontMatter({ ...blank, incident: { ...blank.incident, service, priority: name } });
    const { values } = readFrontMatter(written.slice("---\n".length, -"---\n".length), 2);
    return !isSameName(values.service ?? "", name) || !isSameName(values.priority ?? "", name);
  });
  expect(missed).toEqual([]);
});
