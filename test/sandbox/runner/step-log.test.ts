import { describe, expect, test } from "vitest";
import { createMask, createStepLog } from "../../../sandbox/runner/step-log.ts";

function log(...lines: string[]) {
  const mask = createMask();
  mask.add("hidden");
  const created = createStepLog(mask, () => undefined);
  for (const line of lines) created.read(line);
  return created;
}

describe("an annotation", () => {
  test("stands on the line of a file, with its title, and in the log", () => {
    const { annotations, text } = log(
      "::error title=timeline-missing-row,file=docs/a%2C b%3A1.md,line=14,endLine=14::A row%0Ais 10%25 missing",
    );
    expect(annotations()).toEqual([
      {
        level: "error",
        title: "timeline-missing-row",
        file: "docs/a, b:1.md",
        line: 14,
        message: "A row\nis 10% missing",
      },
    ]);
    expect(text()).toBe("##[error]A row\nis 10% missing");
  });

  test("needs no properties, and is masked", () => {
    expect(log("::warning::is hidden", "::notice file=hidden.md::x").annotations()).toEqual([
      { level: "warning", message: "is ***" },
      { level: "notice", file: "***.md", message: "x" },
    ]);
  });

  test("is one of ten of its level at most; the log has the rest", () => {
    const { annotations, text } = log(
      ...Array.from({ length: 12 }, (_, index) => `::error::e${index}`),
      "::warning::w",
    );
    expect(annotations().map(({ message }) => message)).toEqual([
      ...Array.from({ length: 10 }, (_, index) => `e${index}`),
      "w",
    ]);
    expect(text()).toContain("##[error]e11");
  });

  test("is neither a group nor what is printed while commands are stopped", () => {
    expect(log("::group::g", "::stop-commands::t", "::error::no", "::t::").annotations()).toEqual([]);
  });
});
