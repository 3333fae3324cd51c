import { describe, expect, test } from "vitest";
import { markOf } from "../../src/check/claims.ts";
import type { RuleContext } from "../../src/check/rule.ts";
import { RULES } from "../../src/check/rules.ts";
import { incidentRecord } from "../builders.ts";
import { contextOf, found, linesFound, read, referencesOf, skeletonFrom, sourceOf } from "./sources.ts";

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

describe("a claim without its mark", () => {
  const lines = (body: string, known = context()) => linesFound("claim-unmarked", sourceOf(body), known);

  test("is found in each paragraph and item of the author's, where its mark is not at its end too", async () => {
    const body = [
      "## Root Cause",
      "",
      "Retries close no connection (confirmed: acme/orders#812).",
      "",
      "The pool has no limit.",
      "",
      "## Contributing Factors",
      "",
      "- The pool (likely) has no limit",
      "- Reviews do not test it (unknown)",
      "",
      "## Ruled Out",
      "",
      "- A failed disk: its errors did not rise",
    ].join("\n");
    expect(await lines(body)).toEqual([5, 9, 14]);
  });

  test("is none in tables, charts and code, and not where a line only leads to what follows", async () => {
    const body = [
      "## Root Cause",
      "",
      "These came together:",
      "",
      "- Retries close no connection (likely)",
      "",
      "| a |",
      "| --- |",
      "| b |",
      "",
      "```",
      "log",
      "```",
    ].join("\n");
    expect(await lines(body)).toEqual([]);
    expect(await lines("## Evidence\n\nA link")).toEqual([]);
  });

  test("is a warning in Summary and Impact, but not for what is the record's", async () => {
    const [sentence = ""] =
      context()
        .skeleton?.sections.find(({ key }) => key === "summary")
        ?.recordLines.map(({ words }) => words) ?? [];
    const find = (text: string) => found("claim-unmarked", sourceOf(`## Summary\n\n${text}`), context());
    expect(await find("Checkout failed.")).toMatchObject([{ line: 3, severity: "warning" }]);
    if (sentence !== "") {
      expect(await find(sentence)).toEqual([]);
      expect(await find(`${sentence} Checkout failed.`)).toMatchObject([{ severity: "warning" }]);
    }
    expect(await lines("## Summary\n\nCheckout failed.", contextOf())).toEqual([]);
  });
});

describe("a confirmation without a source", () => {
  const find = (mark: string, references = referencesOf({})) =>
    found(
      "claim-unsourced",
      cause(`Retries close no connection (confirmed${mark})`),
      context({ references }),
    );

  test.for([
    ": [graph](https://app.datadoghq.com/x)",
    ": [the diff](https://github.com/acme/orders/pull/812)",
    ": acme/orders@9fceb02",
    ": `acme/orders#812`",
    ": source: acme/orders:src/pool.ts",
    ": 14:44 UTC",
    ": 14:32",
    ": PagerDuty note of 14:44 UTC",
    ": the alert of 14:33 UTC",
  ])("is none in (confirmed%s)", async (mark) => {
    expect(await find(mark)).toEqual([]);
  });

  test.for([
    "",
    ": logs",
    ": the team looked at it",
    ": `kubectl logs`",
    ": incident #387",
    ": version 2.41.0",
  ])("is found in (confirmed%s)", async (mark) => {
    expect(await find(mark)).toHaveLength(1);
  });

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

  test("is looked for in no claim without a mark", async () => {
    const body = cause("PagerDuty note of 14:43 UTC");
    expect(await found("claim-absent-source", body, context())).toEqual([]);
  });
});

describe("what GitHub does not have", () => {
  const absent = { state: "absent" as const };
  const find = (text: string, answers: Parameters<typeof referencesOf>[0]) =>
    found("claim-absent-reference", sourceOf(text), contextOf({ references: referencesOf(answers) }));

  test("is found wherever it is cited", async () => {
    const url = "https://github.com/acme/orders/blob/main/a.ts";
    const answers = { "acme/orders#812": absent, "acme/orders:main/a.ts": absent };
    expect(await find(`See acme/orders#812\nand [a](${url}).`, answers)).toEqual([
      { line: 1, message: "GitHub has no acme/orders#812." },
      { line: 2, message: "GitHub has no acme/orders:main/a.ts." },
    ]);
    expect(await find("See acme/orders#812.", {})).toEqual([]);
    expect(await find("Nothing.", {})).toEqual([]);
  });

  test.for([
    ["Deploy #386", { "acme/docs#386": absent }],
    ["the image acme/orders:stable-1.2.x", { "acme/orders:HEAD/stable-1.2.x": absent }],
  ] as const)("is a warning where it may be something else: %s", async ([text, answers]) => {
    expect(await find(text, answers)).toMatchObject([
      { severity: "warning", fix: expect.stringContaining("owner/name") },
    ]);
  });

  test("is nothing where GitHub was not asked", async () => {
    expect(await found("claim-absent-reference", sourceOf("acme/orders#1"), contextOf())).toEqual([]);
  });
});

describe("a contradiction", () => {
  const isFound = async (text: string, known = context()) =>
    (await found("claim-contradiction", sourceOf(`## Summary\n\n${text}`), known)).length > 0;

  test.for([
    "It was handled as a P2.",
    "1,240 of 10,000 requests (25 %) failed.",
    "25 % (1,240 of 10,000 requests) failed.",
    "3 of 4 shards (50 %) were slow.",
    "2 of 10 (about 30 %)",
  ])("is found in “%s”", async (text) => {
    expect(await isFound(text)).toBe(true);
  });

  test.for([
    "It was a P1.",
    "It began as a P3.",
    "The P99 latency, P2P traffic and acme-P2 rose.",
    "1,240 of the 10,000 requests (12.4 %) failed.",
    "1,240 out of 10,000 requests (about 12 %) failed.",
    "12.4 % (1,240 of 10,000 requests) failed.",
    "2 of 3 shards (67 %) and 1.2k of 3k (90 %)",
    "0 of 0 (3 %)",
    "One in eight requests (12 %) failed.",
  ])("is not found in “%s”", async (text) => {
    expect(await isFound(text)).toBe(false);
  });

  test("needs a priority of the record's, and words of the author's", async () => {
    const plain = incidentRecord({ incident: { priority: "Severe" } });
    const none = incidentRecord({ incident: { priority: null } });
    for (const record of [plain, none])
      expect(await isFound("It was a P2.", contextOf({ record }))).toBe(false);
    expect(await isFound("", context())).toBe(false);
  });
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
  const groups = ["claims", "action items", "safety", "language"];
  for (const { meta } of RULES.filter(({ meta }) => groups.includes(meta.group)))
    expect([meta.id, await found(meta.id, read(body))]).toEqual([meta.id, []]);
  expect(
    await found("claim-absent-reference", read(body), contextOf({ references: referencesOf({}) })),
  ).toEqual([]);
  expect(await found("action-item-due", sourceOf("## Evidence"))).toEqual([]);
});
