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

test("is all warnings", () => {
  const rules = RULES.filter(({ meta }) => meta.id.startsWith("language-"));
  expect(new Set(rules.map(({ meta }) => meta.severity))).toEqual(new Set(["warning"]));
});

test("quotes the words with their line", async () => {
  const [finding] = await find(
    "language-blame",
    "## Impact\n\nOrders failed, since\nthe change was careless.",
  );
  expect(finding).toMatchObject({ line: 4, message: expect.stringContaining("“careless”") });
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
