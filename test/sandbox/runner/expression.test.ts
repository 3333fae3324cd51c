import { expect, test } from "vitest";
import { evaluate } from "../../../sandbox/runner/expression.ts";

test("expressions keep a closing brace within their quotes", () => {
  expect(evaluate(`a \${{ format('{0}}}', github.x) }} b`, { github: { x: 1 } })).toBe("a 1} b");
});
