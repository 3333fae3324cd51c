import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type IncidentResult, nothingToDo, type ReconciledRow, undecided } from "../../src/jobs/result.ts";
import { RECONCILE_ORDER, renderSummary } from "../../src/jobs/summary.ts";
import type { Outcome } from "../../src/prompt/prompt.ts";
import { incidentRecord, sessionOf } from "../builders.ts";

function reportOf(overrides: Partial<IncidentResult> = {}): IncidentResult {
  return {
    ...undecided("draft", incidentRecord().incident, null),
    decision: "started",
    reason: "the incident had no live session",
    record: incidentRecord(),
    session: { ...sessionOf(), id: "devin-0f3c", url: "https://app.devin.ai/sessions/0f3c" },
    path: "docs/postmortems/2026-02-10-Q1ORDERSPOOL01-database-connection-pool-exhaustion.md",
    pullRequest: "https://github.com/acme/docs/pull/7",
    ...overrides,
  };
}

const OUTCOME: Outcome = {
  outcome: "pull_request_opened",
  pull_request: "https://github.com/acme/docs/pull/7",
  file: "docs/postmortems/x.md",
  root_cause_status: "likely",
  evidence_used: ["Datadog"],
  not_checked: ["Sentry: no MCP", "traces | none"],
};

const NOTHING = undecided("draft", { id: "Q1ORDERSPOOL01", number: null, url: null }, null);

test("a draft is shown with its incident, its decision, its links and its timeline", () => {
  expect(renderSummary(reportOf({ outcome: OUTCOME }))).toBe(`## Postmortem

| | |
| --- | --- |
| Job | draft |
| Decision | started |
| Why | the incident had no live session |
| Incident | [\\#387 Q1ORDERSPOOL01](https://acme.pagerduty.com/incidents/Q1ORDERSPOOL01) |
| Title | Database Connection Pool Exhaustion |
| Session | [devin-0f3c](https://app.devin.ai/sessions/0f3c) |
| Postmortem | \`docs/postmortems/2026-02-10-Q1ORDERSPOOL01-database-connection-pool-exhaustion.md\` |
| Pull request | [https&#58;//github.com/acme/docs/pull/7](https://github.com/acme/docs/pull/7) |
| Root cause, says Devin | likely |
| Not checked, says Devin | Sentry: no MCP; traces \\| none |

\`\`\`mermaid
gantt
  title Times are UTC
  dateFormat YYYY-MM-DDTHH:mm:ss
  axisFormat %H:%M
  Waiting :crit, 2026-02-10T14:32:00, 2026-02-10T15:18:02
  Triggered :milestone, 2026-02-10T14:32:00, 0m
  Resolved :milestone, 2026-02-10T15:18:02, 0m
\`\`\`
`);
});

test("what is not known is left out", () => {
  expect(renderSummary({ ...nothingToDo(null, ""), decision: null })).toBe(
    "## Postmortem\n\n| | |\n| --- | --- |\n",
  );
  const record = incidentRecord({
    event: { occurred_at: null },
    incident: { number: null, url: null, title: null, created_at: null },
  });
  expect(renderSummary({ ...NOTHING, record })).toBe(
    "## Postmortem\n\n| | |\n| --- | --- |\n| Job | draft |\n| Incident | Q1ORDERSPOOL01 |\n| Title | Incident Q1ORDERSPOOL01 |\n",
  );
});

test("an acknowledgement divides the time into waiting and responding", () => {
  const record = incidentRecord({ record: { acknowledgedAt: Date.parse("2026-02-10T14:38:00Z") } });
  expect(renderSummary({ ...NOTHING, record })).toContain(`
  Waiting :crit, 2026-02-10T14:32:00, 2026-02-10T14:38:00
  Responding :crit, 2026-02-10T14:38:00, 2026-02-10T15:18:02
  Triggered :milestone, 2026-02-10T14:32:00, 0m
  Acknowledged :milestone, 2026-02-10T14:38:00, 0m
  Resolved :milestone, 2026-02-10T15:18:02, 0m
\`\`\`
`);
});

test("what could not be fetched stands before the timeline, one line each, escaped", () => {
  const missing = [
    "Alerts: PagerDuty answered 402; the plan.",
    "Notes: <b>no</b>\n# [a](https://evil.example)",
  ];
  const summary = renderSummary({ ...NOTHING, record: incidentRecord({ record: { missing } }) });
  expect(summary).toContain(`
Could not be fetched:

- Alerts: PagerDuty answered 402; the plan.
- Notes: &lt;b&gt;no&lt;/b&gt; \\# \\[a\\](https&#58;//evil.example)

\`\`\`mermaid
`);
});

test("the longest reason of a rule is there to its end", () => {
  const reason = `the rule skips it: ${"because ".repeat(120)}end`;
  expect(reason.length).toBeLessThanOrEqual(1_000);
  expect(renderSummary({ ...NOTHING, reason })).toContain(`| Why | ${reason} |`);
});

test.for([
  ["no end", { event: { occurred_at: null } }],
  ["no beginning", { incident: { created_at: null } }],
  ["an end that is the beginning", { event: { occurred_at: "2026-02-10T14:32:00Z" } }],
] as const)("%s draws no open time, only what happened", ([, overrides]) => {
  const summary = renderSummary(reportOf({ record: incidentRecord(overrides) }));
  expect(summary).toContain(":milestone,");
  expect(summary).not.toContain(":crit,");
});

test("failures and warnings stand first, each in its box", () => {
  const summary = renderSummary({
    ...NOTHING,
    failures: ["devin-api-key is empty"],
    warnings: ["Still at work"],
  });
  expect(summary).toBe(
    "## Postmortem\n\n> [!CAUTION]\n> devin-api-key is empty\n\n> [!WARNING]\n> Still at work\n\n| | |\n| --- | --- |\n| Job | draft |\n| Incident | Q1ORDERSPOOL01 |\n",
  );
});

test.for(["javascript:alert(1)", "https://x/)[y](https://z", "https://x|y", "https://x y", ""])(
  "%j is shown as words, never as a link",
  (url) => {
    const summary = renderSummary({
      ...NOTHING,
      session: { ...sessionOf(), id: "devin-1", url },
      pullRequest: url,
    });
    expect(summary).toContain("| Session | devin-1 |");
    expect(summary.replace(/\\./g, "")).not.toMatch(/\]\(/);
  },
);

describe("hostile words", () => {
  const words = fc.oneof(
    fc.constantFrom(
      "# Root cause",
      "a\n\n# b",
      "<script>alert(1)</script>",
      "a | b",
      "a \\| b",
      "a \\",
      "\n::set-output name=x::y",
      "::error::x",
      "```\n| a |",
      "[a](https://evil.example)",
      "a\u202eb",
      "| --- |",
      "> [!CAUTION]",
    ),
    fc.string({ unit: "binary", maxLength: 200 }),
  );

  test("make no tag, cell, command, heading, link or line of their own", () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 13, maxLength: 13 }), (hostile) => {
        const [
          title,
          priority,
          service,
          summary,
          reason,
          failure,
          warning,
          checked,
          id,
          url,
          pullRequest,
          missing,
        ] = hostile.map((word) => `x${word}`);
        const text = renderSummary(
          reportOf({
            record: incidentRecord({
              event: { agent: { type: "user_reference", summary } },
              incident: { title: hostile[0], priority, service: { id: "P1", name: service } },
              record: { missing: [missing ?? "", hostile[12] ?? ""] },
            }),
            reason: reason ?? "",
            failures: [failure ?? "", title ?? ""],
            warnings: [warning ?? ""],
            outcome: { ...OUTCOME, not_checked: [checked ?? ""] },
            session: { ...sessionOf(), id: id ?? "", url: url ?? "" },
            pullRequest: pullRequest ?? "",
          }),
        );
        expect(text).not.toMatch(/[<\u202e\r\u2028]/);
        const lines = text.split("\n");
        expect(lines.filter((line) => line.startsWith("#"))).toEqual(["## Postmortem"]);
        expect(lines.filter((line) => /^\s*::/.test(line))).toEqual([]);
        expect(lines.filter((line) => line.startsWith("```"))).toEqual(["```mermaid", "```"]);
        const rows = lines.filter((line) => line.startsWith("| ") && !line.startsWith("| |"));
        expect(rows).toHaveLength(11);
        for (const row of rows) expect(row.replace(/\\./gu, "").split("|")).toHaveLength(4);
        const links = text.replace(/\\./gu, "").match(/\]\(/g) ?? [];
        expect(links).toHaveLength(1);
        expect(lines).toHaveLength(39);
      }),
      { numRuns: 300 },
    );
  });
});

describe("what a reconcile found", () => {
  const row = (outcome: string, overrides: Partial<ReconciledRow> = {}): ReconciledRow => ({
    incident: {
      id: "Q1ORDERSPOOL01",
      number: 387,
      url: "https://acme.pagerduty.com/incidents/Q1ORDERSPOOL01",
    },
    outcome,
    reason: "why",
    ...overrides,
  });
  const shown = (rows: ReconciledRow[]) =>
    renderSummary({
      kind: "reconcile",
      job: "reconcile",
      decision: "reconciled",
      reason: null,
      configuration: null,
      rows,
      warnings: [],
      failures: [],
    });

  test("is a row an incident, what asks something of people first", () => {
    const summary = shown(RECONCILE_ORDER.toReversed().map((outcome) => row(outcome)));
    const rows = summary.slice(summary.indexOf("| incident |")).trim().split("\n");
    expect(rows.slice(0, 3)).toEqual([
      "| incident | outcome | why |",
      "| --- | --- | --- |",
      "| [\\#387 Q1ORDERSPOOL01](https://acme.pagerduty.com/incidents/Q1ORDERSPOOL01) | failed | why |",
    ]);
    expect(rows.slice(2).map((line) => line.split(" | ")[1])).toEqual(RECONCILE_ORDER);
  });

  test("keeps the order of time within one outcome", () => {
    const rows = ["Q1", "Q2", "Q3"].map((id) =>
      row("started", { incident: { id, number: null, url: null } }),
    );
    expect(shown(rows)).toContain("| Q1 | started | why |\n| Q2 | started | why |\n| Q3 | started | why |\n");
  });

  test("may be nothing, which needs no table", () => {
    expect(shown([])).not.toContain("| incident |");
  });

  test("is escaped, and fits what GitHub shows", () => {
    const reason = "| <script> ".repeat(50);
    const summary = shown([
      row("failed"),
      ...Array.from({ length: 10_000 }, () => row("skipped", { reason })),
    ]);
    expect(summary.length).toBeLessThan(1_000_000);
    expect(summary).not.toContain("<script>");
    expect(summary).toMatch(/\n\d+ more do not fit here; take a shorter window to see them\.\n/);
    expect(summary).toContain("| failed | why |");
    const [, more] = /(\d+) more do not fit/.exec(summary) ?? [];
    expect(Number(more) + summary.split("| skipped |").length - 1).toBe(10_000);
  });
});
