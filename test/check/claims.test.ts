import { expect, test } from "vitest";
import { isCausal, isQuestion, isUnknown, marksOf } from "../../src/check/claims.ts";

test("reads the marks of claims with their evidence", () => {
  const text =
    "It leaked (Confirmed: the rollback (14:52) ended it), grew (likely — a guess) or not (unknown).";
  expect(marksOf(text).map(({ kind, evidence }) => [kind, evidence])).toEqual([
    ["confirmed", "the rollback (14:52) ended it"],
    ["likely", "a guess"],
    ["unknown", ""],
  ]);
  expect(marksOf("(confirmedly) and (a confirmed case)")).toEqual([]);
});

test("gives up on a mark that does not end", () => {
  const [mark] = marksOf(`(confirmed: ${"(".repeat(5_000)}`);
  expect(mark?.end).toBe(1_000);
  expect(marksOf("(confirmed: no end")[0]?.evidence).toBe("no end");
});

test.for([
  ["The pool ran out because connections leaked.", true],
  ["v2.41.0 triggered it.", true],
  ["The deploy took the checkout down.", true],
  ["Was it caused by v2.41.0?", false],
  ["What caused it is an open question", false],
  ["The pool ran out.", false],
] as const)("takes “%s” for a cause: %s", ([text, expected]) => {
  expect(isCausal(text)).toBe(expected);
});

test("knows what asks and what is unknown", () => {
  expect(isQuestion("Why? ")).toBe(true);
  expect(isQuestion("Because.")).toBe(false);
  expect(isUnknown("The cause is not yet known.")).toBe(true);
  expect(isUnknown("The cause is known.")).toBe(false);
});
