import { expect, test } from "vitest";
import { outputsOf } from "../../src/jobs/outputs.ts";
import { nothingToDo, undecided } from "../../src/jobs/result.ts";

const INCIDENT = { id: "Q1ORDERSPOOL01", number: 387, url: null };
const COMMON = { reason: "why", configuration: null, warnings: [], failures: [] };

test("an incident's outputs name it, and leave out what is not known", () => {
  expect(outputsOf({ ...undecided("draft", INCIDENT, null), decision: "skipped", reason: "why" })).toEqual({
    job: "draft",
    decision: "skipped",
    reason: "why",
    "incident-id": "Q1ORDERSPOOL01",
  });
});

test("a sample names its incident", () => {
  const sample = { ...COMMON, kind: "sample", job: "draft", decision: "sample", incident: INCIDENT } as const;
  expect(outputsOf({ ...sample, parts: [] })).toMatchObject({ "incident-id": "Q1ORDERSPOOL01" });
});

test("a check counts its findings, and its errors apart", () => {
  const finding = { rule: "timeline-order", file: "a.md", line: 1, message: "m", fix: "f" } as const;
  const checked = {
    files: ["a.md"],
    removed: [],
    findings: [
      { ...finding, severity: "error" as const },
      { ...finding, severity: "warning" as const },
    ],
    notRun: [],
    nothingToCheck: [],
  };
  expect(
    outputsOf({
      ...COMMON,
      kind: "check",
      job: "check",
      decision: "checked",
      checked,
      filesUrl: null,
      next: null,
    }),
  ).toMatchObject({ findings: "2", errors: "1" });
});

test("follow-ups count what is open, also where nothing is", () => {
  expect(
    outputsOf({
      ...COMMON,
      kind: "follow-ups",
      job: "follow-ups",
      decision: "followed-up",
      openItems: 3,
      overdueItems: 0,
      markdown: [],
    }),
  ).toMatchObject({ "open-items": "3", "overdue-items": "0" });
});

test("a job that had nothing to do says so", () => {
  expect(outputsOf(nothingToDo(null, "nothing"))).toEqual({ decision: "skipped", reason: "nothing" });
});
