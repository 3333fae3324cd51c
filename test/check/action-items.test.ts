import { expect, test } from "vitest";
import { RULES } from "../../src/check/rules.ts";
import { incidentRecord } from "../builders.ts";
import { contextOf, found, linesFound, sourceOf } from "./sources.ts";

const DETAILS = "(owner: Checkout; due: 2026-03-01; kind: prevent; done when: the alert fires in a test)";
const section = (...lines: string[]) => ["## Action Items", "", ...lines].join("\n");
const find = (id: string, ...lines: string[]) => found(id, sourceOf(section(...lines)));
const isFound = async (id: string, item: string) => (await find(id, `- [ ] ${item}`)).length > 0;

const IDS = RULES.filter(({ meta }) => meta.group === "action items").map(({ meta }) => meta.id);

test("finds nothing in items as they should be", async () => {
  const body = section(
    `- [ ] Add an alert at 80 % of the pool ${DETAILS}`,
    "- [x] Close the connection when the client hangs up (owner: open; due: open; kind: Process; done-when: tests (unit; load) pass; and it is live)",
    "- [ ] ",
    "- ",
  );
  for (const id of IDS) expect([id, await linesFound(id, sourceOf(body))]).toEqual([id, []]);
});

test("finds items without a checkbox, and what stands in the place of a list", async () => {
  const id = "action-item-checkbox";
  const lines = (...body: string[]) => linesFound(id, sourceOf(section(...body)));
  expect(
    await lines("- Add an alert", "- [ ] Add another", "  - with a detail", "", "1. Add a third"),
  ).toEqual([3, 7]);
  expect(await lines("We add an alert.", "", "And a limit.")).toEqual([3]);
  expect(await lines("| What | Who |", "| --- | --- |", "| Add an alert | Checkout |")).toEqual([3]);
  expect(await lines("**Prevent**", "", "- Add an alert")).toEqual([5]);
  expect(await lines("None: the incident was a drill.")).toEqual([]);
  expect(await lines("No action items.")).toEqual([]);
  expect(await lines("These follow:", "", "- [ ] Add an alert")).toEqual([]);
  expect(await lines("")).toEqual([]);
  expect(await linesFound(id, sourceOf("## Evidence\n\n- A link"))).toEqual([]);
});

test("finds each part of an item that is missing", async () => {
  const parts = ["owner: Checkout", "due: 2026-03-01", "kind: prevent", "done when: it is live"];
  const ids = ["action-item-owner", "action-item-due", "action-item-kind", "action-item-done-when"];
  for (const [index, id] of ids.entries()) {
    const rest = parts.filter((_, at) => at !== index).join("; ");
    for (const other of ids)
      expect([id, other, await isFound(other, `Add an alert (${rest})`)]).toEqual([id, other, other === id]);
    expect(await isFound(id, "Add an alert")).toBe(true);
    expect(await isFound(id, `Add an alert (${parts[index]?.split(":")[0]}: ; ${rest})`)).toBe(true);
  }
});

test.for(["everyone", "@everyone", "Everybody", "the team", "we", "all"])(
  "takes “%s” for no owner",
  async (owner) => {
    expect(await isFound("action-item-owner", `Add an alert (owner: ${owner})`)).toBe(true);
  },
);

test("knows the kinds of action items", async () => {
  expect(await isFound("action-item-kind", "Add an alert (kind: improve)")).toBe(true);
  expect(await isFound("action-item-kind", "Add an alert (kind: Detect)")).toBe(false);
});

test("lets owner and date be open in a draft, but not in the end", async () => {
  const body = section("- [ ] Add an alert (owner: open; due: TBD)");
  for (const id of ["action-item-owner", "action-item-due"]) {
    expect(await found(id, sourceOf(body, ["status: draft"]))).toEqual([]);
    expect(await linesFound(id, sourceOf(body, ["status: final"]))).toEqual([3]);
    expect(await linesFound(id, sourceOf(body, ["priority: [P1"]))).toEqual([]);
  }
});

test.for([
  ["2026-03-01", false],
  ["2026-02-10", false],
  ["2030-01-01", false],
  ["open", false],
  ["2026-02-09", true],
  ["2026-02-30", true],
  ["next week", true],
] as const)("finds something in the due date “%s”: %s", async ([due, expected]) => {
  expect(await isFound("action-item-due", `Add an alert (due: ${due})`)).toBe(expected);
});

test("compares dates with the record's beginning, where it is known", async () => {
  const body = section("- [ ] Add an alert (due: 2026-02-09)");
  const record = incidentRecord({ incident: { created_at: "2026-02-08T14:32:00Z" } });
  expect(await found("action-item-due", sourceOf(body), contextOf({ record }))).toEqual([]);
});
