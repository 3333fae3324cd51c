import { describe, expect, test } from "vitest";
import { readMarker } from "../../../src/jobs/follow-ups/body.ts";
import type { FollowUp } from "../../../src/jobs/follow-ups/items.ts";
import { matchIssues } from "../../../src/jobs/follow-ups/matching.ts";
import { followUps, issueOf } from "./builders.ts";

type Overrides = Parameters<typeof issueOf>[2];

const tracked = (number: number, item: FollowUp, overrides: Overrides = {}) => {
  const issue = issueOf(number, item, overrides);
  return { issue, marker: readMarker(issue.body)! };
};

const one = (words: string, overrides = {}) => followUps([words], overrides)[0]!;

/** What became of items with these words, given issues for those. */
function match(items: FollowUp[], issues: ReturnType<typeof tracked>[]) {
  const { pairs, missing, left, duplicates } = matchIssues(items, issues);
  return {
    pairs: pairs.map(({ item, tracked: { issue }, isMoved }) => [item.words, issue.number, isMoved]),
    missing: missing.map(({ words }) => words),
    left: left.map(({ issue }) => issue.number),
    duplicates: duplicates.map(({ tracked: { issue }, of }) => [issue.number, of.issue.number]),
  };
}

const BEFORE = "Add an alert at 80 % of the pool";

describe("an item finds its issue", () => {
  test("by its key, whatever people made of title and state", () => {
    const issue = tracked(1, one(BEFORE), { title: "Mine now", isOpen: false });
    expect(match([one(BEFORE)], [issue])).toMatchObject({
      pairs: [[BEFORE, 1, false]],
      missing: [],
      left: [],
    });
  });

  test.for([
    ["open", true, "Add an alert at 90 % of the pool", true],
    ["open", true, "Page at 80 % of the pool for orders", true],
    ["open", true, "Write a runbook for the pool", false],
    ["closed", false, "Add an alert at 90 % of the pool", true],
    ["closed", false, "Page at 80 % of the pool for orders", false],
  ] as const)("by like words: %s, %s, %j: %s", ([, isOpen, words, isFound]) => {
    const { pairs, missing, left } = match([one(words)], [tracked(1, one(BEFORE), { isOpen })]);
    expect(pairs).toEqual(isFound ? [[words, 1, true]] : []);
    expect([missing, left]).toEqual(isFound ? [[], []] : [[words], [1]]);
  });

  test("by words within its own incident alone", () => {
    const elsewhere = tracked(1, one(BEFORE, { incidentId: "QOTHER00000001" }));
    expect(match([one("Add an alert at 90 % of the pool")], [elsewhere])).toMatchObject({
      pairs: [],
      left: [1],
    });
  });

  test("each its own, the most alike first", () => {
    const items = followUps(["a b c d q", "a b c d e z"]);
    const issues = [tracked(1, one("a b c d e")), tracked(2, one("a b c d f g"))];
    expect(match(items, issues).pairs).toEqual([
      ["a b c d e z", 1, true],
      ["a b c d q", 2, true],
    ]);
  });

  test("by its title, where our text is gone from the body", () => {
    const { body, ...issue } = issueOf(1, one(BEFORE));
    const half = { ...issue, body: body.replace(/<!--[^>]*ends -->/, "") };
    const found = matchIssues([one(`${BEFORE}s`)], [{ issue: half, marker: readMarker(half.body)! }]);
    expect(found.pairs).toHaveLength(1);
  });
});

describe("of items with equal words", () => {
  const [first, second] = followUps(["Add a limit", "Add a limit"]);

  test("the one that stays keeps the issue that is open, and no key moves", () => {
    const closed = tracked(1, first!, { isOpen: false });
    const open = tracked(2, second!);
    expect(match([first!], [closed, open])).toMatchObject({
      pairs: [["Add a limit", 2, false]],
      left: [],
    });
  });

  test("each has its own as long as both are there", () => {
    const issues = [tracked(1, first!, { isOpen: false }), tracked(2, second!)];
    expect(match([first!, second!], issues).pairs).toEqual([
      ["Add a limit", 1, false],
      ["Add a limit", 2, false],
    ]);
  });
});

test("of issues with one key the younger ones are duplicates, whichever is listed first", () => {
  const item = one(BEFORE);
  const issues = [tracked(7, item), tracked(3, item, { isOpen: false }), tracked(9, item)];
  expect(match([item], issues)).toEqual({
    pairs: [[BEFORE, 3, false]],
    missing: [],
    left: [],
    duplicates: [
      [7, 3],
      [9, 3],
    ],
  });
});
