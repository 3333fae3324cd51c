import { expect, test } from "vitest";
import type { Answer } from "../../src/github/references.ts";
import { incidentRecord } from "../builders.ts";
import { contextOf, found, linesFound, referencesOf, skeletonFrom, sourceOf } from "./sources.ts";

const landed = (kind: "commit" | "pull request", at: string | null): Answer => ({
  state: "found",
  kind,
  landedAt: at === null ? null : Date.parse(at),
});

const ANSWERS: Record<string, Answer> = {
  "acme/orders@9fceb02": landed("commit", "2026-02-10T14:15:00Z"),
  "acme/orders@abcdef0": landed("commit", "2026-02-10T14:50:00Z"),
  "acme/orders@1111111": landed("commit", null),
  "acme/orders#812": landed("pull request", "2026-02-10T14:15:00Z"),
  "acme/orders#815": landed("pull request", "2026-02-10T14:50:00Z"),
  "acme/orders#820": landed("pull request", null),
  "acme/orders#9": { state: "found", kind: "issue", landedAt: null },
  "acme/orders#404": { state: "absent" },
  "acme/orders@0000000": { state: "absent" },
  "acme/orders:HEAD/src/none.ts": { state: "absent" },
  "acme/secret#1": { state: "unreadable" },
};
const context = contextOf({ references: referencesOf(ANSWERS), record: incidentRecord() });

const skeleton = (text: string) => skeletonFrom({ file: "t.md", text });

const find = (id: string, body: string, given = context) => found(id, sourceOf(body), given);
const lines = (id: string, body: string, given = context) => linesFound(id, sourceOf(body), given);

test("finds what GitHub does not have, and nothing that was not checked", async () => {
  const body =
    "acme/orders@9fceb02, acme/orders#404\nand acme/orders@0000000.\n\n`acme/orders:src/none.ts`, acme/secret#1, acme/new#2";
  expect(await find("evidence-absent-reference", body)).toEqual([
    { line: 1, message: "GitHub has no acme/orders#404." },
    { line: 2, message: "GitHub has no acme/orders@0000000." },
    { line: 4, message: "GitHub has no acme/orders:HEAD/src/none.ts." },
  ]);
  expect(await find("evidence-absent-reference", body, contextOf())).toEqual([]);
});

const TRIGGER = "evidence-trigger-after-onset";

test("finds a change named as the trigger that came after the incident began", async () => {
  const body = [
    "## Summary",
    "",
    "The pool ran out. It was triggered by acme/orders@abcdef0.",
    "",
    "## Root Cause",
    "",
    "A leak introduced in acme/orders#815 (likely: the graphs).",
    "",
    "## Contributing Factors",
    "",
    "- Tests were skipped because of acme/orders#820 (unknown)",
  ].join("\n");
  expect(await find(TRIGGER, body)).toEqual([
    {
      line: 3,
      message:
        "The commit acme/orders@abcdef0 is named as the trigger, but it was committed at 2026-02-10 14:50 UTC; the incident began at 2026-02-10 14:32 UTC.",
    },
    {
      line: 7,
      message:
        "The pull request acme/orders#815 is named as the trigger, but it was merged at 2026-02-10 14:50 UTC; the incident began at 2026-02-10 14:32 UTC.",
    },
    { line: 11, message: "The pull request acme/orders#820 is named as the trigger, but it is not merged." },
  ]);
});

test("takes the onset from the front matter where there is no record", async () => {
  const body = "## Summary\n\nCaused by acme/orders@abcdef0.";
  const references = referencesOf(ANSWERS);
  expect(await lines(TRIGGER, body, contextOf({ references }))).toEqual([3]);
  const unreadable = sourceOf(body, ["priority: [P1"]);
  expect(await linesFound(TRIGGER, unreadable, contextOf({ references }))).toEqual([]);
  expect(await linesFound(TRIGGER, unreadable, context)).toEqual([3]);
  expect(await lines(TRIGGER, body, contextOf({ record: incidentRecord() }))).toEqual([]);
});

test.for([
  "Caused by acme/orders@9fceb02, which acme/orders#812 brought in.",
  "Caused by acme/orders@9fceb02; reverted in acme/orders#815.",
  "The deploy of acme/orders#812 triggered it, and the rollback in acme/orders@abcdef0 ended it.",
  "acme/orders@9fceb02 caused it (confirmed: acme/orders#815).",
  "It was not caused by acme/orders#815.",
  "Was it caused by acme/orders#815?",
  "acme/orders#815 is in the queue.",
  "Caused by acme/orders@1111111, acme/orders#9, acme/secret#1 or acme/new#2.",
  "Connections leaked because of v2.41.0. acme/orders#815 came after it.",
] as const)("takes nothing in “%s” for a late trigger", async (sentence) => {
  expect(await lines(TRIGGER, `## Root Cause\n\n${sentence}`)).toEqual([]);
});

test("looks at what a mark cites where nothing else is cited", async () => {
  expect(await lines(TRIGGER, "## Root Cause\n\nA deploy caused it (confirmed: acme/orders#815).")).toEqual([
    3,
  ]);
});

test("looks for triggers where a postmortem tells what began it", async () => {
  expect(await lines(TRIGGER, "## Timeline\n\n- 14:50 UTC — Caused by acme/orders#815")).toEqual([]);
});

const ROOT = "evidence-root-cause-unconfirmed";

test.for([
  ["The root cause is a leak.", [3]],
  ["The root cause is a leak (likely: the graphs).", [3]],
  ["A leak was the root-cause here (unknown).", []],
  ["A leak (confirmed: [the rollback](https://x.example)) was the root cause.", []],
  ["The root cause is unknown.", []],
  ["What is the root cause?", []],
  ["The likely root cause is a leak (likely: the graphs).", []],
  ["The root cause analysis goes on (unknown).", []],
  ["A leak (likely: the graphs).", []],
  ["Unknown. No evidence was available.", []],
  ["A leak.", [1]],
  ["", []],
  ["```\nlog\n```", []],
] as const)("finds in the section Root Cause with “%s”: %o", async ([message, expected]) => {
  expect(await lines(ROOT, `## Root Cause\n\n${message}`)).toEqual(expected);
});

test("finds a root cause asserted elsewhere, but not one that is spoken of", async () => {
  const says = (heading: string) => `## ${heading}\n\nThe root cause is a leak.\n\n## Root Cause\n\nUnknown.`;
  expect(await lines(ROOT, says("Summary"))).toEqual([3]);
  for (const heading of ["Timeline", "Action Items", "Not Checked", "Evidence", "Questions for the Review"])
    expect(await lines(ROOT, says(heading))).toEqual([]);
});

const SOURCE = "evidence-confirmed-without-source";

test.for([
  ["A leak (confirmed: the graphs).", "A claim is marked confirmed without a source."],
  ["A leak (confirmed), see [it](https://x.example).", "A mark says confirmed, but not by what."],
  ["A leak (confirmed: [the graphs](https://x.example)).", null],
  ["A leak (confirmed: acme/orders#812).", null],
  ["A leak (confirmed: `max(connections)`).", null],
  ["A leak (confirmed: connections fell at 14:55 UTC).", null],
  ["A leak (likely: the graphs).", null],
] as const)("asks for a source in “%s”: %s", async ([message, expected]) => {
  const problems = expected === null ? [] : [{ line: 3, message: expected }];
  expect(await find(SOURCE, `## Root Cause\n\n${message}`)).toEqual(problems);
});

test("asks no row of the timeline for a source of its mark, and knows front matter that cannot be read", async () => {
  expect(await find(SOURCE, "## Timeline\n\n- 14:52 UTC — A leak (confirmed: x)")).toEqual([]);
  const source = sourceOf("A leak (confirmed: #387).", ["priority: [P1"]);
  expect(await linesFound(SOURCE, source)).toEqual([]);
});

test("finds causes that are claimed without a mark", async () => {
  const id = "evidence-cause-unmarked";
  const body = [
    "## Root Cause",
    "",
    "A leak (likely: the graphs).",
    "",
    "It led to a full pool.",
    "",
    "### Detail",
    "",
    "What triggered it is unknown.",
    "",
    "## Contributing Factors",
    "",
    "- The pool was small because of acme/infra#231",
    "- The pool was small because of acme/infra#231 (unknown)",
    "- What caused the small pool? (open question)",
    "- The pool was small",
  ].join("\n");
  expect(await lines(id, body)).toEqual([5, 13]);
  expect(await lines(id, "## Root Cause\n\nA leak caused it.\n\n## Summary\n\nA leak caused it.")).toEqual(
    [],
  );
});

const NOT_CHECKED = "evidence-not-checked";

test.for([
  ["- Datadog: not available", []],
  ["Nothing", []],
  ["Nothing.", []],
  ["N/A", [1]],
  ["—", []],
  ["", []],
] as const)("reads a section Not Checked with “%s”: %o", async ([message, expected]) => {
  expect(await lines(NOT_CHECKED, `## Not Checked\n\n${message}`)).toEqual(expected);
});

test("misses the section Not Checked where no template has it", async () => {
  const problem = { line: 3, message: "The section Not Checked is missing." };
  const body = "## Summary\n\n## Evidence\n\n- None";
  expect(await find(NOT_CHECKED, body)).toEqual([problem]);
  expect(await find(NOT_CHECKED, body, contextOf({ skeleton: skeleton("## Summary") }))).toEqual([problem]);
  expect(await find(NOT_CHECKED, body, contextOf({ skeleton: skeleton("## Not Checked") }))).toEqual([]);
  expect(await lines(NOT_CHECKED, "Nothing.", contextOf())).toHaveLength(1);
  expect(await lines(NOT_CHECKED, "## Not Checked\n\nNothing.", contextOf())).toEqual([]);
});

test("misses what could not be read from PagerDuty", async () => {
  const missing = ["Notes: PagerDuty answered 403; the token may not read this.", "Alerts: not read."];
  const given = contextOf({ record: incidentRecord({ record: { missing } }) });
  const body = `## Not Checked\n\n- ${missing[0]}\n- Datadog`;
  expect(await find(NOT_CHECKED, body, given)).toEqual([
    { line: 1, message: "This was not read from PagerDuty, and is not said here: Alerts: not read." },
  ]);
  expect(await lines(NOT_CHECKED, "## Not Checked\n\nNothing", given)).toEqual([1, 1]);
  expect(await lines(NOT_CHECKED, "## Not Checked\n", given)).toEqual([]);
});

test.for([
  ["- Datadog: connections in use", [1]],
  ["- [Datadog](https://x.example)", []],
  ["- acme/orders#812", []],
  ["- https://x.example/d/pool", []],
  ["- No evidence was available", []],
  ["", []],
] as const)("asks for links under Evidence with “%s”: %o", async ([message, expected]) => {
  expect(await lines("evidence-unlinked", `## Evidence\n\n${message}`)).toEqual(expected);
});
