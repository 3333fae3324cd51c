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

test("finds items without a checkbox, and prose in the place of items", async () => {
  const id = "action-item-checkbox";
  expect(
    await find(id, "- Add an alert", "- [ ] Add another", "  - with a detail", "", "1. Add a third"),
  ).toEqual([
    { line: 3, message: "The item has no checkbox." },
    { line: 7, message: "The item has no checkbox." },
  ]);
  expect(await find(id, "We add an alert.")).toEqual([
    { line: 3, message: "The section Action Items has prose, but no item." },
  ]);
  expect(await find(id, "None: the incident was a drill.")).toEqual([]);
  expect(await find(id, "These follow:", "", "- [ ] Add an alert")).toEqual([]);
  expect(await linesFound(id, sourceOf("## Evidence\n\n- A link"))).toEqual([]);
});

test.for([
  "Add an alert",
  "**Limit** the pool",
  "Bring the pool back",
  "Enable the check",
  "Set `pool_size` to 40",
  "Re-enable the check",
  "Alert at 80 % of the pool",
  "Überprüfe den Pool",
])("takes “%s” for an order", async (item) => {
  expect(await isFound("action-item-verb", item)).toBe(false);
});

test.for([
  "The pool needs an alert",
  "We add an alert",
  "An alert at 80 %",
  "Adding an alert",
  "Better alerts",
  "Monitoring of the pool",
  "`pool_size` to 40",
  "Jordan's alert",
  "SRE adds an alert",
  "2 alerts",
  "… to come",
  "…",
  "Quickly add an alert",
])("takes “%s” for no order", async (item) => {
  expect(await isFound("action-item-verb", item)).toBe(true);
});

test("names the item that does not begin with a verb, made plain", async () => {
  expect(await find("action-item-verb", `- [ ] The pool **${"x".repeat(80)}**`)).toEqual([
    { line: 3, message: `The item “The pool ${"x".repeat(50)}…” does not begin with a verb.` },
  ]);
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
  expect(await find("action-item-owner", "- [ ] Add an alert")).toEqual([
    { line: 3, message: "The item names no owner." },
  ]);
});

test("knows the kinds of action items", async () => {
  expect(await find("action-item-kind", "- [ ] Add an alert (kind: improve)")).toEqual([
    { line: 3, message: "improve is no kind of action item." },
  ]);
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
  ["2026-03-01", null],
  ["2026-02-10", null],
  ["open", null],
  ["", null],
  ["2026-02-09", "The due date 2026-02-09 is before the incident."],
  ["2027-03-01", "The due date 2027-03-01 is more than a year ahead."],
  ["2026-02-30", "The due date 2026-02-30 is no date such as 2026-03-01."],
  ["next week", "The due date next week is no date such as 2026-03-01."],
] as const)("says of the due date “%s”: %s", async ([due, message]) => {
  const problems = message === null ? [] : [{ line: 3, message }];
  expect(await find("action-item-due-date", `- [ ] Add an alert (due: ${due})`)).toEqual(problems);
});

test("compares dates with the record's beginning, else the front matter's, if any", async () => {
  const body = section("- [ ] Add an alert (due: 2026-02-09)");
  const record = incidentRecord({ incident: { created_at: "2026-02-08T14:32:00Z" } });
  const id = "action-item-due-date";
  expect(await found(id, sourceOf(body), contextOf({ record }))).toEqual([]);
  expect(await found(id, sourceOf(body, ["priority: [P1"]))).toEqual([]);
});

test.for([
  "Improve monitoring",
  "Improve the overall monitoring of the pool",
  "Be more careful with deploys",
  "Tell all teams to be vigilant",
  "Pay closer attention to the pool",
  "Make sure that this does not happen again",
  "Try to deploy earlier",
  "Remind everyone of the runbook",
  "Consider a bigger pool",
  "Investigate further",
  "Ensure that reviews are thorough",
])("takes “%s” for a wish", async (item) => {
  expect(await isFound("action-item-wish", item)).toBe(true);
});

test.for([
  "Improve monitoring of the pool: alert at 80 %",
  "Increase the pool to 40",
  "Add a reminder to the deploy page",
  `Investigate the leak ${DETAILS}`,
  "Document how careful rollouts work",
])("takes “%s” for an action", async (item) => {
  expect(await isFound("action-item-wish", item)).toBe(false);
});
