import { describe, expect, test } from "vitest";
import { markOf } from "../../src/check/claims.ts";
import type { RuleContext } from "../../src/check/rule.ts";
import { RULES } from "../../src/check/rules.ts";
import { incidentRecord } from "../builders.ts";
import { contextOf, found, read, referencesOf, skeletonFrom, sourceOf } from "./sources.ts";

const at = (clock: string) => Date.parse(`2026-02-10T${clock}:00Z`);
const record = incidentRecord({
  record: {
    notes: [{ at: at("14:44"), by: "Jordan Lee", text: "all in use" }],
    alerts: [
      {
        at: at("14:33"),
        summary: "5xx",
        severity: null,
        status: null,
        source: null,
        details: null,
        links: [],
      },
    ],
    timeline: [
      { at: at("14:32"), what: "PagerDuty incident triggered", by: "Datadog" },
      { at: at("14:50"), what: "Status update: we are looking", by: null },
      { at: at("15:00"), what: "Priority changed from P3 to P1", by: null },
    ],
  },
});
const context = (overrides: Partial<RuleContext> = {}) =>
  contextOf({ record, skeleton: skeletonFrom(null, record), ...overrides });
const cause = (...lines: string[]) => sourceOf(["## Root Cause", "", ...lines].join("\n"));

test.for([
  ["It leaked (confirmed: the roll-back (14:52) ended it)", "confirmed"],
  ["It leaked (Likely).", "likely"],
  ["It leaked (likely — a guess)", "likely"],
  ["Not established (unknown: no logs).  ", "unknown"],
  ["It leaked (confirmed: a) and grew", null],
  ["It leaked (confirmedly)", null],
  ["It leaked (a confirmed case)", null],
  ["It leaked confirmed: a)", null],
  ["(", null],
  ["", null],
  [`It leaked (confirmed: ${"x".repeat(2_000)})`, null],
] as const)("“%s” ends with the mark %s", ([text, kind]) => {
  expect(markOf(text)?.kind ?? null).toBe(kind);
});

test.for([
  ["Summary", "warning"],
  ["Impact", "warning"],
  ["Root Cause", undefined],
] as const)(
  "a claim without its mark under %s has the severity %s in place of the rule's",
  async ([heading, severity]) => {
    const body = sourceOf(`## ${heading}\n\nCheckout failed.`);
    const [finding] = await found("claim-unmarked", body, context());
    expect([finding?.line, finding?.severity]).toEqual([3, severity]);
  },
);

describe("a confirmation without a source", () => {
  const find = (mark: string, references = referencesOf({})) =>
    found(
      "claim-unsourced",
      cause(`Retries close no connection (confirmed${mark})`),
      context({ references }),
    );

  test("is none where a repository has a short commit", async () => {
    const commit = { state: "found" as const, kind: "commit" as const, landedAt: 0 };
    expect(await find(": 9fceb02", referencesOf({ "acme/orders@9fceb02": commit }))).toEqual([]);
    expect(await find(": 9fceb02")).toMatchObject([{ severity: "warning" }]);
  });

  test("asks for the repository of a bare number, and only warns where the text beside the mark has a source", async () => {
    expect(await find(": #12")).toMatchObject([
      { severity: "warning", fix: expect.stringContaining("owner/name#12") },
    ]);
    const body = cause("Since acme/orders#812 it leaks (confirmed: the diff)");
    expect(await found("claim-unsourced", body, context())).toMatchObject([{ severity: "warning" }]);
  });

  test("is another finding where the source does not exist, and none where nothing is confirmed", async () => {
    expect(await find(": PagerDuty note of 14:43 UTC")).toEqual([]);
    expect(await find(": acme/orders#812", referencesOf({ "acme/orders#812": { state: "absent" } }))).toEqual(
      [],
    );
    expect(await found("claim-unsourced", cause("It leaks (likely: logs)"), context())).toEqual([]);
  });
});

describe("a source that does not exist", () => {
  const isFound = async (mark: string, references = referencesOf({})) =>
    (await found("claim-absent-source", cause(`It leaks (${mark})`), context({ references }))).length > 0;

  test.for([
    ["confirmed: PagerDuty note of 14:43 UTC", true],
    ["confirmed: PagerDuty note of 14:44 UTC", false],
    ["likely: alert at 14:34 UTC", true],
    ["confirmed: alert at 14:33 UTC", false],
    ["confirmed: status update of 14:50 UTC", false],
    ["confirmed: status update of 14:51 UTC", true],
    ["confirmed: 14:51", true],
    ["confirmed: source: 14:32", false],
    ["confirmed: [graph](https://x.example), 14:51", false],
    ["unknown", false],
  ] as const)("(%s): %s", async ([mark, expected]) => {
    expect(await isFound(mark)).toBe(expected);
  });

  test("is a short commit that no repository has", async () => {
    const absent = { state: "absent" as const };
    const commit = { state: "found" as const, kind: "commit" as const, landedAt: 0 };
    expect(await isFound("confirmed: 10a2b3c4", referencesOf({ "acme/orders@10a2b3c4": absent }))).toBe(true);
    const both = { "acme/docs@9fceb02": absent, "acme/orders@9fceb02": commit };
    expect(await isFound("confirmed: `9fceb02`", referencesOf(both))).toBe(false);
    expect(
      await isFound("confirmed: 9fceb02", referencesOf({ "acme/docs@9fceb02": { state: "unreadable" } })),
    ).toBe(false);
  });

  test("is not the time of a row that the author added", async () => {
    const body = "## Timeline\n\n- 14:51 UTC — Rolled back\n\n## Root Cause\n\nIt leaks (confirmed: 14:51)";
    expect(await found("claim-absent-source", sourceOf(body), context())).toEqual([]);
  });
});

test("a contradiction needs a priority of the record's, and numbers that can be divided", async () => {
  const isFound = async (text: string, priority: string | null) => {
    const known = contextOf({ record: incidentRecord({ incident: { priority } }) });
    return (await found("claim-contradiction", sourceOf(`## Summary\n\n${text}`), known)).length > 0;
  };
  expect(await isFound("It was a P2.", "P1")).toBe(true);
  expect(await isFound("It was a P2.", "Severe")).toBe(false);
  expect(await isFound("It was a P2.", null)).toBe(false);
  expect(await isFound("0 of 0 (3 %)", "P1")).toBe(false);
});

test("of a text without front matter, and of which nothing is known, the form alone is judged", async () => {
  const body = [
    "## Root Cause",
    "",
    "It leaks (confirmed: PagerDuty note of 14:43 UTC)",
    "",
    "It began as a P4, since acme/orders@9fceb02 (confirmed: acme/orders#99812)",
    "",
    "## Action Items",
    "",
    "- [ ] Add an alert (owner: open; due: 2020-01-01; kind: detect; done when: it fires)",
  ].join("\n");
  for (const { meta } of RULES.filter(({ meta }) => /^(?:claim|action-item|safety|language)-/.test(meta.id)))
    expect([meta.id, await found(meta.id, read(body))]).toEqual([meta.id, []]);
  expect(
    await found("claim-absent-reference", read(body), contextOf({ references: referencesOf({}) })),
  ).toEqual([]);
  expect(await found("action-item-due", sourceOf("## Evidence"))).toEqual([]);
});
