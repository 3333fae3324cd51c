import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { toSingleLine } from "../../src/lib/text.ts";
import { dateOf, durationOf, timeOf } from "../../src/lib/time.ts";
import { destinationOf, findPostmortem, incidentsOf, titleOf } from "../../src/postmortem/file.ts";
import { renderSkeleton } from "../../src/postmortem/render.ts";
import { renderFrontMatter } from "../../src/postmortem/render-front-matter.ts";
import { incidentRecord, payloadOf } from "../builders.ts";

const TODAY = Date.parse("2026-03-01T09:00:00Z");
const EXPRESSION = ["$", "{{ github.token }}"].join("");

test("the incidents that have a file are in the names of the directory", () => {
  const names = [
    "2026-02-10-Q1ORDERSPOOL01-database-connection-pool-exhaustion.md",
    "2026-02-11-Q2OTHER.md",
    "2026-02-12-Q2OTHER-again.md",
    "README.md",
    "2026-02-10-notes.md",
    "draft-2026-02-10-Q3OTHER-x.md",
    "2026/2026-02-10-Q4BELOW-x.markdown",
    "2026-02-10-Q5FOLDER-x/notes.md",
  ];
  expect(incidentsOf(names)).toEqual(new Set(["Q1ORDERSPOOL01", "Q2OTHER", "Q4BELOW"]));
  expect(incidentsOf([])).toEqual(new Set());
});

describe("the destination", () => {
  test("of the orders incident", () => {
    expect(destinationOf(incidentRecord(), "docs/postmortems", null, TODAY)).toEqual({
      path: "docs/postmortems/2026-02-10-Q1ORDERSPOOL01-database-connection-pool-exhaustion.md",
      branch: "postmortem/Q1ORDERSPOOL01",
    });
  });

  test("is dated by the record in UTC, and by today where the record has no beginning", () => {
    const dated = incidentRecord({ incident: { created_at: "2026-02-10T23:30:00-02:00" } });
    expect(destinationOf(dated, "d", null, TODAY).path).toMatch(/^d\/2026-02-11-/);
    const undated = incidentRecord({ incident: { created_at: null } });
    expect(destinationOf(undated, "d", null, TODAY).path).toMatch(/^d\/2026-03-01-/);
  });

  test("without title and number is named by the id", () => {
    expect(
      destinationOf(incidentRecord({ incident: { title: null, number: null } }), "d", null, TODAY),
    ).toEqual({
      path: "d/2026-02-10-Q1ORDERSPOOL01.md",
      branch: "postmortem/Q1ORDERSPOOL01",
    });
  });

  test("is the file that the incident has already, whatever its title is now", () => {
    const record = incidentRecord({ incident: { title: "Another title" } });
    const existing = "2026-02-09-Q1ORDERSPOOL01-old.md";
    expect(destinationOf(record, "docs/postmortems", existing, TODAY).path).toBe(
      "docs/postmortems/2026-02-09-Q1ORDERSPOOL01-old.md",
    );
  });

  test.for([
    ["Überlastung: Größe", "uberlastung-gro-e"],
    ["../../.github/workflows/x.yml", "github-workflows-x-yml"],
    [`${EXPRESSION} \`rm -rf /\``, "github-token-rm-rf"],
    ["数据库", ""],
    ["---", ""],
    [`${"x".repeat(59)} tail`, "x".repeat(59)],
    ["y".repeat(1_024), "y".repeat(60)],
  ] as const)("makes a slug of letters, digits and dashes from %j", ([title, slug]) => {
    const { path } = destinationOf(incidentRecord({ incident: { title } }), "d", null, TODAY);
    expect(path).toBe(`d/2026-02-10-Q1ORDERSPOOL01${slug && `-${slug}`}.md`);
  });

  test("of any title is one plain path", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (title) => {
        const { path } = destinationOf(incidentRecord({ incident: { title } }), "d", null, TODAY);
        expect(path).toMatch(/^d\/2026-02-10-Q1ORDERSPOOL01(-[a-z0-9]+)*\.md$/);
        expect(path.length).toBeLessThan(100);
      }),
    );
  });
});

describe("the incident's file among others", () => {
  test.for([
    [["README.md", "2026-02-10-Q1.md"], null],
    [["2026-02-10-Q1ORDERSPOOL012-x.md", "2026-02-10-XQ1ORDERSPOOL01-x.md"], null],
    [["Q1ORDERSPOOL01.md", "2026-02-10-Q1ORDERSPOOL01-x.txt"], null],
    [
      [
        "2026-02-10-Q1ORDERSPOOL01-`x`.md",
        "2026-02-10-Q1ORDERSPOOL01-a\nb.md",
        "2026-02-10-Q1ORDERSPOOL01-a|b.md",
      ],
      null,
    ],
    [["2026-02-10-Q1ORDERSPOOL01.md"], "2026-02-10-Q1ORDERSPOOL01.md"],
    [["2026-02-10-Q1ORDERSPOOL01-Größe.md"], "2026-02-10-Q1ORDERSPOOL01-Größe.md"],
    [["2026/2026-02-10-Q1ORDERSPOOL01-a.markdown"], "2026/2026-02-10-Q1ORDERSPOOL01-a.markdown"],
    [["2026-02-10-Q1ORDERSPOOL01-x/notes.md", "a`b/2026-02-10-Q1ORDERSPOOL01.md"], null],
    [["2026-02-11-Q1ORDERSPOOL01-b.md", "2026-02-10-Q1ORDERSPOOL01-a.md"], "2026-02-10-Q1ORDERSPOOL01-a.md"],
  ] as const)("%j: %s", ([names, found]) => {
    expect(findPostmortem([...names], "Q1ORDERSPOOL01")).toBe(found);
  });
});

test.for([
  [0, "under a minute"],
  [1, "1 minute"],
  [46, "46 minutes"],
  [60, "1 hour"],
  [61, "1 hour 1 minute"],
  [125, "2 hours 5 minutes"],
  [1_500, "25 hours"],
] as const)("%i minutes read: %s", ([minutes, words]) => {
  expect(durationOf(minutes)).toBe(words);
});

test("dates and times are UTC", () => {
  const at = Date.parse("2026-02-10T23:59:59-01:00");
  expect(`${dateOf(at)} ${timeOf(at)}`).toBe("2026-02-11 00:59");
});

test("an incident without a visible title is called by its id", () => {
  expect(titleOf(payloadOf().incident)).toBe("Database Connection Pool Exhaustion");
  expect(titleOf(payloadOf({ incident: { title: null } }).incident)).toBe("Incident Q1ORDERSPOOL01");
  expect(titleOf(payloadOf({ incident: { title: "\u200b\n" } }).incident)).toBe("Incident Q1ORDERSPOOL01");
});

describe("the skeleton", () => {
  test("has the form of the design", () => {
    const record = incidentRecord({ event: { occurred_at: "2026-02-10T15:18:00Z" } });
    expect(renderSkeleton(record)).toBe(`---
status: draft
owner:
incident: Q1ORDERSPOOL01
service: "orders-service"
priority: "P1"
urgency: "high"
created: 2026-02-10T14:32:00Z
acknowledged:
resolved: 2026-02-10T15:18:00Z
duration-minutes: 46
trigger: unknown
root-cause: unknown
causes: []
session:
number: 387
url: https://acme.pagerduty.com/incidents/Q1ORDERSPOOL01
---
# Postmortem: Database Connection Pool Exhaustion — orders-service

**Date:** 2026-02-10 | **Duration:** 46 minutes | **Severity:** P1 | **Acknowledged after:** unknown | [Incident #387](https://acme.pagerduty.com/incidents/Q1ORDERSPOOL01)

## Summary

PagerDuty opened the incident at 14:32 UTC. It was resolved at 15:18 UTC, after 46 minutes.

## Impact

## Timeline

- 14:32 UTC — PagerDuty incident triggered
- 15:18 UTC — Resolved by Jordan Lee

## Root Cause

## Contributing Factors

## Ruled Out

## Action Items

- [ ]${" "}

## Questions for the Review

- What made the problem possible long before it began, and where else does the same hold?
- What did people see when they decided, and what would have let them see sooner what was happening?
- What went well or was luck, and what would have happened without it?
- Which of our assumptions about the system turned out to be wrong?

## Evidence

- [PagerDuty's record of the incident](https://acme.pagerduty.com/incidents/Q1ORDERSPOOL01)

## Not Checked
`);
  });

  test("says what is not known", () => {
    const record = incidentRecord({
      event: { occurred_at: null },
      incident: { created_at: null, number: null, url: null, service: null, priority: null, urgency: null },
    });
    const skeleton = renderSkeleton(record);
    expect(skeleton).toContain(
      "**Date:** unknown | **Duration:** unknown | **Severity:** not set | **Acknowledged after:** unknown\n",
    );
    expect(skeleton).toContain("# Postmortem: Database Connection Pool Exhaustion\n");
    expect(frontMatterOf(skeleton)).toEqual({
      status: "draft",
      owner: null,
      incident: "Q1ORDERSPOOL01",
      service: null,
      priority: null,
      urgency: null,
      created: null,
      acknowledged: null,
      resolved: null,
      "duration-minutes": null,
      trigger: "unknown",
      "root-cause": "unknown",
      causes: [],
      session: null,
      number: null,
      url: null,
    });
    expect(skeleton).not.toMatch(/ $(?<!- \[ \] )/m);
  });

  test("tells when it was acknowledged, and lists what could not be read", () => {
    const skeleton = renderSkeleton(
      incidentRecord({
        record: {
          acknowledgedAt: Date.parse("2026-02-10T14:38:30.500Z"),
          missing: ["Alerts: PagerDuty answered 402, <b>Payment</b> Required.", "- [x] Notes"],
        },
      }),
    );
    expect(frontMatterOf(skeleton)).toMatchObject({ acknowledged: "2026-02-10T14:38:30Z" });
    expect(skeleton).toMatch(
      /## Not Checked\n\n- Alerts: PagerDuty answered 402, &lt;b&gt;Payment&lt;\/b&gt; Required\.\n- \\- \\\[x\\\] Notes\n$/,
    );
  });

  test("keeps an instant that is the first of all", () => {
    const skeleton = renderSkeleton(incidentRecord({ record: { createdAt: 0 } }));
    expect(frontMatterOf(skeleton)).toMatchObject({ created: "1970-01-01T00:00:00Z" });
    expect(skeleton).toContain("**Date:** 1970-01-01 |");
  });

  test("has no empty name in its heading", () => {
    const service = { id: "P1", name: "\u200b" };
    const skeleton = renderSkeleton(incidentRecord({ incident: { service, priority: "\u200b" } }));
    expect(skeleton).toContain("# Postmortem: Database Connection Pool Exhaustion\n");
    expect(skeleton).toContain("**Severity:** not set |");
  });

  test("dates the rows of another day than the header's", () => {
    const record = incidentRecord({
      event: { occurred_at: "2026-02-11T00:05:00Z" },
      incident: { reopened_at: "2026-02-10T23:59:00Z" },
    });
    expect(rowsOf(renderSkeleton(record))).toEqual([
      "- 14:32 UTC — PagerDuty incident triggered",
      "- 23:59 UTC — Reopened",
      "- 2026-02-11 00:05 UTC — Resolved by Jordan Lee",
    ]);
  });

  test("dates every row where the header has no date", () => {
    const record = incidentRecord({ incident: { created_at: null } });
    expect(rowsOf(renderSkeleton(record))).toEqual(["- 2026-02-10 15:18 UTC — Resolved by Jordan Lee"]);
  });
});

describe("a template of one's own", () => {
  const at = Date.parse("2026-02-10T14:30:00Z");
  const alert = { at, severity: null, status: null, source: null, details: null, links: [] };
  const change = { at, reason: null, details: null, links: [], when: "before" as const };
  const record = incidentRecord({
    incident: {
      title: "1. Über | all",
      teams: [
        { id: "P1", name: "Checkout" },
        { id: "P2", name: null },
        { id: "P3", name: "# Core" },
      ],
    },
    record: {
      acknowledgedAt: Date.parse("2026-02-10T14:38:00Z"),
      minutesToAcknowledge: 6,
      resolvedBy: { kind: "user", name: "Jordan Lee" },
      reopenings: 1,
      escalations: 2,
      responders: ["Jordan Lee", "Sam Roe"],
      alerts: [
        { ...alert, summary: "Pool at 100 %", severity: "critical" },
        { ...alert, summary: "= Pool" },
      ],
      changes: [{ ...change, at: Date.parse("2026-02-09T09:00:00Z"), summary: "Deploy *42*", source: "ci" }],
      pastIncidents: [
        { id: "Q0OLD", title: null, at: null },
        { id: "Q0OLDER", title: "Pool", at },
      ],
      customFields: [{ name: "Region", value: "eu\nwest" }],
      missing: Array.from({ length: 60 }, (_, index) => `Page ${index + 1}`),
    },
  });
  const bodyWith = (text: string) => bodyOf(renderSkeleton(record, { file: "own.md", text }));

  test.for([
    ["incident", "Q1ORDERSPOOL01"],
    ["number", "387"],
    ["url", "https://acme.pagerduty.com/incidents/Q1ORDERSPOOL01"],
    ["title", "1\\. Über \\| all"],
    ["service", "orders-service"],
    ["priority", "P1"],
    ["urgency", "high"],
    ["type", "incident\\_default"],
    ["escalation_policy", "Orders on-call"],
    ["teams", "- Checkout\n- \\# Core"],
    ["date", "2026-02-10"],
    ["created", "2026-02-10 14:32 UTC"],
    ["acknowledged", "2026-02-10 14:38 UTC"],
    ["resolved", "2026-02-10 15:18 UTC"],
    ["duration", "46 minutes"],
    ["duration_minutes", "46"],
    ["time_to_acknowledge", "6 minutes"],
    ["link", "[Incident #387](https://acme.pagerduty.com/incidents/Q1ORDERSPOOL01)"],
    [
      "summary",
      "PagerDuty opened the incident at 14:32 UTC. It was acknowledged after 6 minutes and resolved at 15:18 UTC, after 46 minutes.",
    ],
    [
      "impact",
      "- Region: “eu west” (PagerDuty)\n- Alert, 14:30 UTC — Pool at 100 %\n- Alert, 14:30 UTC — \\= Pool",
    ],
    [
      "evidence",
      "- [PagerDuty's record of the incident](https://acme.pagerduty.com/incidents/Q1ORDERSPOOL01)",
    ],
    ["seen_before", ""],
    ["resolved_by", "user"],
    ["reopenings", "1"],
    ["escalations", "2"],
    ["responders", "2"],
    ["timeline", "- 14:32 UTC — PagerDuty incident triggered\n- 15:18 UTC — Resolved by Jordan Lee"],
    ["alerts", "- 14:30 UTC — Pool at 100 % (critical)\n- 14:30 UTC — \\= Pool"],
    ["changes", "- 2026-02-09 09:00 UTC — Deploy \\*42\\* (ci)"],
    ["past_incidents", "- (Q0OLD)\n- 14:30 UTC — Pool (Q0OLDER)"],
    ["custom_fields", "- Region: eu west"],
  ] as const)("reads %s", ([name, shown]) => {
    expect(bodyWith(`{{ ${name} }}`)).toBe(`${shown}\n`);
  });

  test("reads at most 50 items of a list, and how many more there are", () => {
    const items = bodyWith("{{ missing }}").trim().split("\n");
    expect(items.slice(48)).toEqual(["- Page 49", "- Page 50", "- and 10 more, left out here"]);
  });

  test("has our front matter above it", () => {
    const skeleton = renderSkeleton(record, { file: "own.md", text: "Only this" });
    expect(skeleton).toMatch(/^---\nstatus: draft\n[\s\S]*\nsession:\n[\s\S]*\n---\nOnly this\n$/);
  });

  test("that has a mistake is refused", () => {
    expect(() => bodyWith("a\n{{ titel }}")).toThrow(/^own\.md:2 titel is not known; allowed are incident, /);
  });

  test("may be the light one of the documents", () => {
    const text = readFileSync(join(import.meta.dirname, "..", "..", "docs", "templates", "light.md"), "utf8");
    expect(bodyWith(text).match(/^## .*$/gm)).toEqual([
      ...["## Summary", "## Timeline", "## Root Cause", "## Action Items", "## Evidence", "## Not Checked"],
    ]);
    const itself = incidentRecord({ record: { resolvedBy: { kind: "integration", name: null } } });
    expect(renderSkeleton(itself, { file: "light.md", text })).toContain(
      "\n\nIt resolved itself: no person did.\n\n## Summary\n",
    );
  });
});

const HEADINGS = [
  "## Summary",
  "## Impact",
  "## Timeline",
  "## Root Cause",
  "## Contributing Factors",
  "## Ruled Out",
  "## Action Items",
  "## Questions for the Review",
  "## Evidence",
  "## Not Checked",
];

function bodyOf(skeleton: string): string {
  return skeleton.slice(skeleton.indexOf("\n---\n") + 5);
}

function rowsOf(skeleton: string): string[] {
  return skeleton.split("\n").filter((line) => line.includes(" UTC — "));
}

function frontMatterOf(skeleton: string): Record<string, unknown> {
  return parse(skeleton.slice(4, skeleton.indexOf("\n---\n") + 1));
}

describe("strangers' words in the skeleton", () => {
  test.for([
    [
      "Markdown",
      "**bold** [a](https://evil.example) `code` | cell",
      "\\*\\*bold\\*\\* \\[a\\](https&#58;//evil.example) \\`code\\` \\| cell",
    ],
    ["a newline and a heading", "Down\n\n# Root Cause\nIt was DNS", "Down \\# Root Cause It was DNS"],
    ["a heading's mark", "# Down", "\\# Down"],
    ["a tag", "<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"],
    ["an expression", EXPRESSION, "\\$\\{\\{ github.token \\}\\}"],
    ["bidirectional marks", "abc\u202edcba\u2069", "abcdcba"],
    ["1,024 characters", "x".repeat(1_024), `${"x".repeat(199)}…`],
    ["the end of a front matter", "a\n---\nstatus: final", "a --- status: final"],
  ] as const)("%s in a title stays words in one heading", ([, title, shown]) => {
    const body = bodyOf(renderSkeleton(incidentRecord({ incident: { title } })));
    expect(body.split("\n")[0]).toBe(`# Postmortem: ${shown} — orders-service`);
    expect(body.split("\n").filter((line) => line.startsWith("#"))).toHaveLength(1 + HEADINGS.length);
    expect(body).not.toContain("<");
  });

  const words = fc.oneof(
    fc.constantFrom(
      "yes",
      "null",
      "~",
      "true",
      "1e3",
      "0x1F",
      "2026-02-10",
      "a: b",
      "<x>",
      "#1",
      "- a",
      "? a",
      "a #b",
      "'a'",
      '"a"',
      "*a",
      "&a",
      "!a",
      "%a",
      "@a",
      "[a",
      "{a",
      "|",
      ">",
      "\\",
      "\\<",
      "a\n---\nb",
      "...",
      "---",
      "",
      " ",
    ),
    fc.string({ unit: "binary", maxLength: 150 }),
  );

  test("in any name leave the front matter readable, with the same names", () => {
    fc.assert(
      fc.property(words, words, (service, priority) => {
        const record = incidentRecord({ incident: { service: { id: "P1", name: service }, priority } });
        const frontMatter = renderFrontMatter(record);
        expect(frontMatter).not.toMatch(/[<>]/);
        expect(frontMatterOf(frontMatter)).toEqual({
          status: "draft",
          owner: null,
          incident: "Q1ORDERSPOOL01",
          service: toSingleLine(service, 100) || null,
          priority: toSingleLine(priority, 100) || null,
          urgency: "high",
          created: "2026-02-10T14:32:00Z",
          acknowledged: null,
          resolved: "2026-02-10T15:18:02Z",
          "duration-minutes": 46,
          trigger: "unknown",
          "root-cause": "unknown",
          causes: [],
          session: null,
          number: 387,
          url: "https://acme.pagerduty.com/incidents/Q1ORDERSPOOL01",
        });
      }),
      { numRuns: 500 },
    );
  });

  test("in any field add no heading, no row and no tag", () => {
    fc.assert(
      fc.property(words, words, words, words, (title, service, priority, summary) => {
        const skeleton = renderSkeleton(
          incidentRecord({
            event: { agent: { type: "user_reference", summary } },
            incident: { title, service: { id: "P1", name: service }, priority },
          }),
        );
        const lines = bodyOf(skeleton).split("\n");
        expect(lines[0]).toMatch(/^# Postmortem: /);
        expect(lines.filter((line) => line.startsWith("#")).slice(1)).toEqual(HEADINGS);
        expect(rowsOf(skeleton)).toHaveLength(2);
        expect(lines).toHaveLength(38);
        expect(skeleton).not.toContain("<");
      }),
    );
  });
});
