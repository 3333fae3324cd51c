import { expect, test } from "vitest";
import { RULES } from "../../src/check/rules.ts";
import { incidentRecord } from "../builders.ts";
import { contextOf, found, sourceOf } from "./sources.ts";

const record = incidentRecord({
  record: {
    responders: ["Jordan Lee", "Sam Rivera", "jordan"],
    notes: [
      { at: 0, by: "Priya Nair", text: "x" },
      { at: 0, by: null, text: "y" },
    ],
  },
});
const find = (id: string, body: string, context = contextOf({ record })) =>
  found(id, sourceOf(body), context);
const isFound = async (id: string, message: string) =>
  (await find(id, `## Summary\n\n${message}`)).length > 0;

test("is all warnings", () => {
  const rules = RULES.filter(({ meta }) => meta.group === "language");
  expect(new Set(rules.map(({ meta }) => meta.severity))).toEqual(new Set(["warning"]));
});

test.for([
  "The on-call engineer should have noticed the alert.",
  "The team really ought to have tested it.",
  "He shouldn’t have deployed.",
  "In the end Jordan Lee should have waited.",
  "The developer failed to add a test.",
  "Someone forgot the flag.",
  "The reviewer overlooked the loop.",
  "It was a careless change.",
  "Negligence led to it.",
  "A mistake by the on-call engineer.",
  "It was the fault of one of our developers.",
  "It was the operator's mistake.",
  "The team was to blame.",
  "The report blamed the developers.",
  "Somebody fat-fingered the setting.",
])("takes “%s” for blame", async (message) => {
  expect(await isFound("language-blame", message)).toBe(true);
});

test.for([
  "The service failed to start.",
  "The deploy should have been blocked by the check.",
  "Requests failed to reach the pool.",
  "The alert should have fired at 80 %.",
  "It was the fault of the disk controller.",
  "A mistake in the configuration.",
  "`git blame` and `careless` are code.",
  "The status said “the engineer failed to answer”.",
  "A blameless review.",
  "The engineer rolled the deploy back, since the graphs showed the leak.",
  "Customers could have been charged twice by the person service.",
  "Orders ignored by the queue were sent again.",
])("takes “%s” for no blame", async (message) => {
  expect(await isFound("language-blame", message)).toBe(false);
});

test("takes names for persons only where the record has them", async () => {
  const body = "Jordan Lee forgot it.";
  expect(await find("language-blame", body)).toHaveLength(1);
  expect(await find("language-blame", body, contextOf())).toEqual([]);
});

test("quotes what reads as blame with its line, and says what to write instead", async () => {
  expect(
    await find("language-blame", "## Impact\n\nOrders failed, since\nthe engineer forgot to test it."),
  ).toEqual([
    {
      line: 4,
      message:
        "“engineer forgot to” reads as blame: say which step was not taken, and what would have prompted it.",
    },
  ]);
});

test.for([
  ["Human error was the cause.", true],
  ["It was put down to operator-error.", true],
  ["User error led to it.", true],
  ["The user error rate rose to 12 %.", false],
  ["User errors rose.", false],
  ["The engine erred.", false],
] as const)("takes “%s” for human error as a cause: %s", async ([message, expected]) => {
  expect(await isFound("language-human-error", message)).toBe(expected);
});

test("quotes human error with its line", async () => {
  expect(await find("language-human-error", "## Root Cause\n\nOne.\nA human error.")).toEqual([
    { line: 4, message: "“human error” is given as a cause." },
  ]);
});

test("finds the record's people outside the timeline and the roles", async () => {
  const body = [
    "## Summary",
    "",
    "Jordan Lee rolled back; so did Sam",
    "Rivera and Priya Nair’s script.",
    "",
    "Incident commander: Jordan Lee, with Sam Rivera",
    "",
    "## Timeline",
    "",
    "- 14:38 UTC — Acknowledged by Jordan Lee",
    "",
    "## Responders",
    "",
    "- Sam Rivera",
    "",
    "## Action Items",
    "",
    "- [ ] Add an alert (owner: Jordan Lee; due: open; done when: Sam Rivera sees it)",
  ].join("\n");
  expect(await find("language-name", body)).toEqual([
    { line: 3, message: "Jordan Lee is named outside the timeline." },
    { line: 3, message: "Sam Rivera is named outside the timeline." },
    { line: 4, message: "Priya Nair is named outside the timeline." },
    { line: 18, message: "Sam Rivera is named outside the timeline." },
  ]);
});

test("takes no part of a word, and no name of one word, for a person", async () => {
  expect(
    await find("language-name", "Jordan Leeds, xJordan Lee, jordan, “Jordan Lee”, `Jordan Lee`"),
  ).toEqual([]);
});

test("knows who resolved an incident, if it was a person", async () => {
  const by = (kind: "user" | "integration" | "automation", name: string | null) =>
    contextOf({ record: incidentRecord({ record: { resolvedBy: { kind, name } } }) });
  const names = async (context = contextOf()) =>
    (await find("language-name", "It was Ann Lund.", context)).length;
  expect(await names(by("user", "Ann Lund"))).toBe(1);
  expect(await names(by("integration", "Ann Lund"))).toBe(0);
  expect(await names(by("user", null))).toBe(0);
  expect(await names()).toBe(0);
});
