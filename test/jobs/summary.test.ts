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

test("a draft says first what happened, then its incident and its links", () => {
  expect(renderSummary(reportOf({ outcome: OUTCOME }))).toBe(`## Postmortem

**Devin was asked for a postmortem**: the incident had no live session.

| Incident | [\\#387 Q1ORDERSPOOL01](https://acme.pagerduty.com/incidents/Q1ORDERSPOOL01) Database Connection Pool Exhaustion |
| :-- | :-- |
| Service | orders-service |
| Priority | P1 |
| Began | 2026-02-10 14:32 UTC |
| Resolved after | 46 minutes |
| Session | [devin-0f3c](https://app.devin.ai/sessions/0f3c) |
| Pull request | [acme/docs\\#7](https://github.com/acme/docs/pull/7) |
| Postmortem | \`docs/postmortems/2026-02-10-Q1ORDERSPOOL01-database-connection-pool-exhaustion.md\` |
| Root cause, says Devin | likely |
| Not checked, says Devin | Sentry: no MCP; traces \\| none |
| What happens next | People review the pull request; each push to it is compared with the record. |
`);
});

test("what is not known is left out", () => {
  expect(renderSummary({ ...nothingToDo(null, ""), decision: null })).toBe(
    "## Postmortem\n\n**This run failed**.\n",
  );
  const record = incidentRecord({
    event: { occurred_at: null },
    incident: { number: null, url: null, title: null, created_at: null, service: null, priority: null },
  });
  expect(renderSummary({ ...NOTHING, record })).toBe(
    "## Postmortem\n\n**This run failed**.\n\nIncident: Q1ORDERSPOOL01 Incident Q1ORDERSPOOL01\n",
  );
});

test("follow-ups bring their own part", () => {
  const summary = renderSummary({
    ...nothingToDo(null, "why"),
    kind: "follow-ups",
    job: "follow-ups",
    decision: "followed-up",
    openItems: 1,
    overdueItems: 0,
    markdown: ["- one item"],
  });
  expect(summary).toContain("- one item");
});

test("what could not be fetched stands in one line each, escaped", () => {
  const missing = [
    "Alerts: PagerDuty answered 402; the plan.",
    "Notes: <b>no</b>\n# [a](https://evil.example)",
  ];
  const summary = renderSummary({ ...NOTHING, record: incidentRecord({ record: { missing } }) });
  expect(summary).toContain(`
Could not be fetched:

- Alerts: PagerDuty answered 402; the plan.
- Notes: &lt;b&gt;no&lt;/b&gt; \\# \\[a\\](https&#58;//evil.example)
`);
});

test("the longest reason of a rule is there to its end", () => {
  const reason = `the rule skips it: ${"because ".repeat(120)}end`;
  expect(reason.length).toBeLessThanOrEqual(1_000);
  expect(renderSummary({ ...NOTHING, decision: "skipped", reason })).toContain(
    `**Nothing was started**: ${reason}.`,
  );
});

test("failures and warnings stand above the facts, each in its box, several as a list", () => {
  const summary = renderSummary({
    ...NOTHING,
    failures: ["devin-api-key is empty"],
    warnings: ["One.", "Two."],
  });
  expect(summary).toBe(
    "## Postmortem\n\n**This run failed**.\n\n> [!CAUTION]\n> devin-api-key is empty\n\n> [!WARNING]\n> - One.\n> - Two.\n\nIncident: Q1ORDERSPOOL01\n",
  );
});

test("the addresses that a sentence names are short links, and those of strangers are words", () => {
  const sentence = (reason: string, server?: string) =>
    renderSummary({ ...NOTHING, decision: "held", reason }, server);
  const opened = "https://app.devin.ai/sessions/04de0203938f opened https://github.com/acme/my_docs/pull/7";
  expect(sentence(opened)).toContain(
    "[devin-04de0203…](https://app.devin.ai/sessions/04de0203938f) opened [acme/my\\_docs\\#7](https://github.com/acme/my_docs/pull/7)",
  );
  expect(sentence("the dashboard (https://github.com/acme/docs/issues/4)")).toContain(
    "([acme/docs\\#4](https://github.com/acme/docs/issues/4))",
  );
  expect(
    sentence(
      "see https://ghes.acme-corp.example:8443/acme/docs/pull/7",
      "https://ghes.acme-corp.example:8443",
    ),
  ).toContain("[acme/docs\\#7](https://ghes.acme-corp.example:8443/acme/docs/pull/7)");
  for (const other of [
    "https://evil.example/acme/docs/pull/7",
    "https://evil.example/sessions/04de0203938f",
    "https://no:port/sessions/04de0203938f",
  ])
    expect(sentence(`see ${other}`)).not.toContain("](");
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
      "@a|b fixes #1|2",
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
        expect(lines.filter((line) => line.startsWith("```"))).toEqual([]);
        const rows = lines.filter((line) => line.startsWith("| ") && !line.startsWith("| :"));
        expect(rows.length).toBeGreaterThanOrEqual(8);
        for (const row of rows) expect(row.replace(/\\./gu, "").split("|")).toHaveLength(4);
        const links = text.replace(/\\./gu, "").match(/\]\(/g) ?? [];
        expect(links).toHaveLength(1);
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
    title: null,
    outcome,
    reason: "why",
    ...overrides,
  });
  const shown = (rows: ReconciledRow[], failures: string[] = []) =>
    renderSummary({
      kind: "reconcile",
      job: "reconcile",
      decision: "reconciled",
      reason: null,
      configuration: null,
      rows,
      warnings: [],
      failures,
    });

  test("says what is wrong once, and that somebody is needed", () => {
    const summary = shown([row("stuck")], ["A session needs somebody. why.", "Elsewhere it is wrong too."]);
    expect(summary).toContain("**Somebody is needed**");
    expect(summary).toContain("> [!CAUTION]\n> Elsewhere it is wrong too.\n");
    expect(summary).not.toContain("A session needs somebody");
  });

  test("is a line an incident, what asks something of people first, and by time within one outcome", () => {
    const rows = RECONCILE_ORDER.toReversed().map((outcome) => row(outcome));
    const second = row("failed", { incident: { id: "Q2", number: null, url: null } });
    const lines = shown([...rows, second])
      .split("\n")
      .filter((line) => line.startsWith("- "));
    expect(lines.slice(0, 2)).toEqual([
      "- 🔴 **failed**: [\\#387 Q1ORDERSPOOL01](https://acme.pagerduty.com/incidents/Q1ORDERSPOOL01) — why",
      "- 🔴 **failed**: Q2 — why",
    ]);
    expect(lines.slice(1).map((line) => /\*\*([^*]+)\*\*/.exec(line)?.[1])).toEqual(RECONCILE_ORDER);
  });

  test("names each incident by its number and title, where the title may be shown", () => {
    const summary = shown([row("started", { title: "Pool <b>gone</b>, fixes #12 @jlee" }), row("skipped")]);
    expect(summary).toContain("Q1ORDERSPOOL01) Pool &lt;b&gt;gone&lt;/b&gt;, `fixes` `#12` `@jlee` — why");
    expect(summary).toContain("Q1ORDERSPOOL01) — why");
  });

  test("is escaped, and fits into the bytes that GitHub shows, whatever the language", () => {
    const reason = "| <script> 障害が発生しました ".repeat(30);
    const summary = shown([
      row("failed"),
      ...Array.from({ length: 5_000 }, () => row("skipped", { reason })),
    ]);
    expect(Buffer.byteLength(summary)).toBeLessThan(1_048_576);
    expect(summary).not.toContain("<script>");
    expect(summary).toContain("**failed**");
    const [, more] = /\n(\d+) more lines do not fit/.exec(summary) ?? [];
    expect(Number(more) + summary.split("- **skipped**:").length - 1).toBeGreaterThanOrEqual(5_000);
  });
});
