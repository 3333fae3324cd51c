import { describe, expect, test } from "vitest";
import { isTaken } from "../../../src/jobs/follow-ups/items.ts";
import { actionItem, followUps } from "./builders.ts";

const keysOf = (...given: Parameters<typeof followUps>) => followUps(...given).map(({ key }) => key);

describe("the key of an item", () => {
  test("is the same on another line, with another title, in another file, with another owner and date", () => {
    const moved = keysOf([actionItem("Add a limit", { line: 9, owner: "Sam", due: null, isTicked: true })], {
      path: "docs/postmortems/2026/x.md",
      title: "Another title",
    });
    expect(moved).toEqual(keysOf(["Add a limit"]));
  });

  test.for([
    [["Add an alert"], {}],
    [["Add a limit"], { incidentId: "QOTHER00000001" }],
  ] as const)("is another one for other words or another incident", ([words, overrides]) => {
    expect(keysOf([...words], overrides)).not.toEqual(keysOf(["Add a limit"]));
  });

  test("tells equal words apart by their rank", () => {
    const [first, second] = keysOf(["Add a limit", "add a limit"]);
    expect(first).not.toBe(second);
    expect(keysOf(["Add a limit"])).toEqual([first]);
  });
});

test("an item without a box is none", () => {
  expect(followUps([actionItem("Add a limit", { isTicked: null })])).toEqual([]);
});

test.for([
  [{}, true],
  [{ isTicked: true }, false],
  [{ owner: null }, false],
  [{ owner: "open" }, false],
  [{ due: null }, false],
  [{ due: "next week" }, false],
  [{ due: "2026-02-30" }, false],
] as const)("with %j, an item is taken: %s", ([overrides, expected]) => {
  expect(followUps([actionItem("Add a limit", overrides)]).map(isTaken)).toEqual([expected]);
});
