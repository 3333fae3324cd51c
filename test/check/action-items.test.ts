import { expect, test } from "vitest";
import { incidentRecord } from "../builders.ts";
import { contextOf, found, linesFound, sourceOf } from "./sources.ts";

const section = (...lines: string[]) => ["## Action Items", "", ...lines].join("\n");

test("finds what is not followed up, a table beside the list as a warning", async () => {
  const rows = ["| What | Who |", "| --- | --- |", "| Add an alert | Checkout |"];
  const foundIn = (...body: string[]) => found("action-item-checkbox", sourceOf(section(...body)));
  expect(await foundIn(...rows)).toEqual([{ line: 3, message: expect.any(String) }]);
  expect(await foundIn("- [ ] Add a limit", "", ...rows)).toMatchObject([{ line: 5, severity: "warning" }]);
  expect(await foundIn("")).toEqual([]);
});

test("finds a detail that is there without a value, as one that is not", async () => {
  const body = section("- [ ] Add an alert (owner: ; due: ; kind: ; done when: )", "- [ ] Add a limit");
  for (const id of ["action-item-owner", "action-item-due", "action-item-kind", "action-item-done-when"])
    expect(await found(id, sourceOf(body))).toEqual([
      { line: 3, message: expect.stringContaining("So it is on line") },
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

test("compares dates with the record's beginning, where it is known", async () => {
  const body = section("- [ ] Add an alert (due: 2026-02-09)");
  const record = incidentRecord({ incident: { created_at: "2026-02-08T14:32:00Z" } });
  expect(await found("action-item-due", sourceOf(body), contextOf({ record }))).toEqual([]);
});
