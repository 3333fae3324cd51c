import { expect, test } from "vitest";
import { likenessOf } from "../../src/lib/likeness.ts";

test.for([
  ["Add a limit", "add a LIMIT!", 1],
  ["a b c d", "a b x y", 0.5],
  ["a", "b", 0],
  ["", "", 0],
  ["a &#64;b", "a @b", 1],
  ["告警阈值", "告警上限", 0.5],
  ["接続プールp99", "接続キューp99", 2 / 3],
] as const)("%j and %j are alike by %d", ([one, other, expected]) => {
  expect(likenessOf(one, other)).toBe(expected);
});
