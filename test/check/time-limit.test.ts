import { expect, test } from "vitest";
import { withinTime } from "../../src/check/time-limit.ts";

test("gives what the work comes to", () => {
  expect(withinTime(60_000, () => "done")).toEqual({ value: "done" });
});

test("stops work that never ends, in a loop as in a regular expression", () => {
  expect(
    withinTime(20, () => {
      for (;;);
    }),
  ).toBe(null);
  expect(withinTime(20, () => /^(a+)+$/.test(`${"a".repeat(60)}b`))).toBe(null);
  expect(withinTime(60_000, () => "the next one")).toEqual({ value: "the next one" });
});

test("lets the errors of the work through", () => {
  const failing = (thrown: unknown) => () =>
    withinTime(60_000, () => {
      throw thrown;
    });
  expect(failing(new RangeError("of the work"))).toThrow(new RangeError("of the work"));
  for (const thrown of ["a string", null, { code: "OTHER" }, {}]) {
    let caught: unknown;
    try {
      failing(thrown)();
    } catch (error) {
      caught = error;
    }
    expect(caught).toBe(thrown);
  }
});
