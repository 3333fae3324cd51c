import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { renderSkeleton } from "../../src/postmortem/render.ts";
import { incidentRecord } from "../builders.ts";

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

function bodyOf(skeleton: string): string {
  return skeleton.slice(skeleton.indexOf("\n---\n") + 5);
}

function rowsOf(skeleton: string): string[] {
  return skeleton.split("\n").filter((line) => line.includes(" UTC — "));
}

function frontMatterOf(skeleton: string): Record<string, unknown> {
  return parse(skeleton.slice(4, skeleton.indexOf("\n---\n") + 1));
}
