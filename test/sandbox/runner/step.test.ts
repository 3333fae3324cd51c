import { expect, test } from "vitest";
import { parseEnvironmentFile } from "../../../sandbox/runner/step.ts";

test("environment files hold lines and heredocs, and nothing malformed", () => {
  expect(parseEnvironmentFile("a=1=2\nb<<X\nline\na=3\nX\nc<<Y\nY\n")).toEqual({
    a: "1=2",
    b: "line\na=3",
    c: "",
  });
  expect(() => parseEnvironmentFile("no")).toThrow("Invalid format 'no'");
  expect(() => parseEnvironmentFile("a<<X\nb\n")).toThrow("Matching delimiter not found 'X'");
});
