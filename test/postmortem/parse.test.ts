import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type IncidentRecord, recordSchema } from "../../src/incident/record.ts";
import { toSingleLine } from "../../src/lib/text.ts";
import { dateOf } from "../../src/lib/time.ts";
import { titleOf } from "../../src/postmortem/file.ts";
import { type Postmortem, readPostmortem } from "../../src/postmortem/parse.ts";
import { renderSkeleton } from "../../src/postmortem/render.ts";
import { incidentRecord } from "../builders.ts";

function read(text: string): Postmortem {
  const postmortem = readPostmortem(text);
  if ("problem" in postmortem) throw new Error(postmortem.problem);
  return postmortem;
}

const withFrontMatter = (lines: string, body = "") => `---\nincident: Q1ORDERSPOOL01\n${lines}---\n${body}`;

describe("a postmortem read back", () => {
  test("is what the skeleton was made of", () => {
    expect(read(renderSkeleton(incidentRecord({ record: { missing: ["Alerts: none"] } })))).toEqual({
      frontMatter: {
        incident: "Q1ORDERSPOOL01",
        number: 387,
        url: "https://acme.pagerduty.com/incidents/Q1ORDERSPOOL01",
        service: "orders-service",
        priority: "P1",
        urgency: "high",
        status: "draft",
        owner: null,
        created: Date.parse("2026-02-10T14:32:00Z"),
        acknowledged: null,
        resolved: Date.parse("2026-02-10T15:18:02Z"),
        durationMinutes: 46,
        session: null,
      },
      title: "Postmortem: Database Connection Pool Exhaustion — orders-service",
      sections: [
        { heading: "Summary", line: 20, text: "" },
        { heading: "Impact", line: 22, text: "" },
        {
          heading: "Timeline",
          line: 24,
          text: "- 14:32 UTC — PagerDuty incident triggered\n- 15:18 UTC — Resolved by Jordan Lee",
        },
        { heading: "Root Cause", line: 29, text: "" },
        { heading: "Contributing Factors", line: 31, text: "" },
        { heading: "Action Items", line: 33, text: "- [ ]" },
        { heading: "Questions for the Review", line: 37, text: expect.stringMatching(/^- What .+\?$/s) },
        { heading: "Evidence", line: 44, text: "" },
        { heading: "Not Checked", line: 46, text: "- Alerts: none" },
      ],
      timeline: [
        { line: 26, at: Date.parse("2026-02-10T14:32:00Z"), text: "PagerDuty incident triggered" },
        { line: 27, at: Date.parse("2026-02-10T15:18:00Z"), text: "Resolved by Jordan Lee" },
      ],
    });
  });

  test("may have been saved on Windows, with a mark of byte order", () => {
    const skeleton = renderSkeleton(incidentRecord());
    expect(read(`\uFEFF${skeleton.replaceAll("\n", "\r\n")}`)).toEqual(read(skeleton));
  });

  test("has no headings in its code", () => {
    const body = [
      "# A \\#1 title #",
      "# Another",
      "## One ##",
      "```sh",
      "## not a heading",
      "~~~",
      "``` no end",
      "```",
      "### deeper",
      "##none",
      "## Two",
      "~~~~",
      "## nor this",
      "~~~",
      "~~~~",
      "## Three &lt;3 &copy;",
    ].join("\n");
    const { title, sections } = read(withFrontMatter("", body));
    expect(title).toBe("A #1 title");
    expect(sections.map(({ heading, line }) => [heading, line])).toEqual([
      ["One", 6],
      ["Two", 14],
      ["Three <3 &copy;", 19],
    ]);
    expect(sections[0]?.text).toContain("### deeper");
  });

  test("may have no title and no sections", () => {
    expect(read(withFrontMatter("", "Only this"))).toMatchObject({ title: null, sections: [], timeline: [] });
  });

  test.for([
    [
      "- 14:35 UTC — Found it ([graph](https://x.example/a_b))",
      "2026-02-10T14:35Z",
      "Found it ([graph](https://x.example/a_b))",
    ],
    ["* 2026-02-11 00:05 UTC — Over", "2026-02-11T00:05Z", "Over"],
    ["- 14:35 UTC — On\n  two lines\n\n  and more", "2026-02-10T14:35Z", "On two lines and more"],
    ["- 14:35 UTC —", "2026-02-10T14:35Z", ""],
    ["- 25:10 UTC — No such hour", null, "25:10 UTC — No such hour"],
    ["- 24:00 UTC — Nor this", null, "24:00 UTC — Nor this"],
    ["- 2026-02-31 10:00 UTC — No such day", null, "2026-02-31 10:00 UTC — No such day"],
    ["- 14:35 — No zone", null, "14:35 — No zone"],
    ["- Around noon \\*perhaps\\*", null, "Around noon *perhaps*"],
  ] as const)("has of the row %j the time %s", ([row, at, text]) => {
    const body = `## Timeline\nWords before\n  and their end\n${row}\nWords after`;
    const { timeline } = read(withFrontMatter("created: 2026-02-10T14:32:00Z\n", body));
    expect(timeline).toEqual([{ line: 8, at: at && Date.parse(at), text }]);
  });

  test("has no time where neither row nor front matter tells the day", () => {
    const { timeline } = read(
      withFrontMatter("", "## timeline\n- 14:35 UTC — A\n- 2026-02-10 14:36 UTC — B"),
    );
    expect(timeline).toEqual([
      { line: 5, at: null, text: "14:35 UTC — A" },
      { line: 6, at: Date.parse("2026-02-10T14:36Z"), text: "B" },
    ]);
  });

  test("takes what people write into its front matter", () => {
    const { frontMatter } = read(
      withFrontMatter(
        "priority: 1\nservice: yes\nurgency: true\nowner: Sam\ncreated: 2026-02-10T15:32+01:00\nextra: [1]\nowners: !team x\n",
      ),
    );
    expect(frontMatter).toMatchObject({
      priority: "1",
      service: "yes",
      urgency: "true",
      owner: "Sam",
      created: Date.parse("2026-02-10T14:32:00Z"),
      status: null,
      number: null,
    });
  });
});

describe("what is no postmortem", () => {
  test.for([
    ["", "it does not begin with front matter between two lines of ---"],
    ["# Title\n---\n---\n", "it does not begin with front matter between two lines of ---"],
    ["---\nincident: Q1ORDERSPOOL01\n", "it does not begin with front matter between two lines of ---"],
    ["---\na: [\n---\n", /^its front matter is not YAML: .+ at line \d+, column \d+$/],
    ["---\na: 1\na: 2\n---\n", "its front matter is not YAML: Map keys must be unique at line 2, column 1"],
    ["---\n- a\n---\n", "its front matter does not hold: has no keys"],
    ["---\n---\n", /^its front matter does not hold: incident /],
    [
      "---\nincident: ../x\n---\n",
      "its front matter does not hold: incident is not a PagerDuty incident id, such as Q1ORDERSPOOL01",
    ],
    [
      withFrontMatter(
        "number: x\nservice: [a]\ncreated: 10 February\nresolved: 2026-13-40T99:99:99Z\nacknowledged: 5\nduration-minutes: -1\n",
      ),
      "its front matter does not hold: number is not a whole number; service is not one line of text; created is not a time such as 2026-02-10T14:32:00Z; acknowledged is not a time such as 2026-02-10T14:32:00Z; resolved is not a time such as 2026-02-10T14:32:00Z; duration-minutes is below 0",
    ],
  ] as const)("%j: %s", ([text, problem]) => {
    expect(readPostmortem(text)).toEqual({
      problem: typeof problem === "string" ? problem : expect.stringMatching(problem),
    });
  });

  test("is told without a long search", () => {
    const spaces = " ".repeat(200_000);
    expect(readPostmortem(`---${spaces}x`)).toHaveProperty("problem");
    const { sections } = read(
      withFrontMatter("", `## a${spaces}b${" # ".repeat(50_000)}b\n## Timeline\n-${spaces}x${spaces}y`),
    );
    expect(sections).toHaveLength(2);
  });
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

const shortened = (name: string | null | undefined) => (name == null ? null : toSingleLine(name, 100));

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
        expect(frontMatter).toEqual({
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
          durationMinutes: record.durationMinutes,
          session: null,
        });
        const service = shortened(incident.service?.name);
        expect(title).toBe(`Postmortem: ${titleOf(incident)}${service ? ` — ${service}` : ""}`);
        expect(sections.map(({ heading }) => heading)).toEqual([
          "Summary",
          "Impact",
          "Timeline",
          "Root Cause",
          "Contributing Factors",
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
        const missing = sections.at(-1)?.text.split("\n") ?? [];
        expect(missing).toHaveLength(Math.max(1, record.missing.length));
      }),
      { numRuns: 500 },
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
    );
  });

  test("shows a day only where it is another one than the header's", () => {
    fc.assert(
      fc.property(records, (record) => {
        const { timeline } = read(renderSkeleton(record));
        const rows = renderSkeleton(record).split("\n");
        for (const { line, at } of timeline) {
          const isOther = record.createdAt === null || dateOf(at ?? 0) !== dateOf(record.createdAt);
          expect(/^- \d\d:\d\d UTC/.test(rows[line - 1] ?? "")).toBe(!isOther);
        }
      }),
    );
  });
});

function readVariables(): string {
  const names = ["title", "service", "priority", "urgency", "type", "escalation_policy", "teams", "timeline"];
  return [...names, "alerts", "changes", "past_incidents", "custom_fields", "missing"]
    .map((name) => `{{ ${name} }}`)
    .join("\n\n");
}
