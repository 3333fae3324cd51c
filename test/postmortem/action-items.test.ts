import { describe, expect, test } from "vitest";
import { type ActionItem, actionItemsOf, isOpen, unboxedIn } from "../../src/postmortem/action-items.ts";
import { sourceOf } from "../check/sources.ts";

const FIRST = 8;

/** The items of a section, their lines counted from its first. */
function itemsOf(markdown: string): ActionItem[] {
  const items = actionItemsOf(sourceOf(`## Action Items\n\n${markdown}`));
  return items.map((item) => ({ ...item, line: item.line - FIRST + 1 }));
}

describe("an action item", () => {
  test("has its words, and the details of its parentheses", () => {
    expect(
      itemsOf(
        "- [ ] Alert at 80 % (of 200) (owner: Jordan Lee; due: 2026-03-01; kind: detect; done when: it fires (twice); and is seen)",
      ),
    ).toEqual([
      {
        line: 1,
        isTicked: false,
        words: "Alert at 80 % (of 200)",
        owner: "Jordan Lee",
        due: "2026-03-01",
        kind: "detect",
        doneWhen: "it fires (twice); and is seen",
      },
    ]);
  });

  test.for([
    ["a tick", "- [x] Add a limit", { isTicked: true, words: "Add a limit" }],
    ["no box", "- Add a limit", { isTicked: null, words: "Add a limit" }],
    ["emphasis, links and code", "- [ ] Add **a** [limit](x) to `pool`", { words: "Add a limit to pool" }],
    ["code first", "- [ ] `pool.max` is set", { words: "pool.max is set" }],
    ["an image and a break", "- [ ] Add ![a chart](x)  \n  here", { words: "Add a chart here" }],
    ["words struck through", "- [ ] Add ~~a limit~~ an alert", { words: "Add an alert" }],
    ["a detail without its value", "- [ ] Add (owner:; due: open)", { owner: null, due: "open" }],
    ["a hyphen", "- [ ] Add (done-when: it fires)", { doneWhen: "it fires" }],
    ["no end of the parentheses", "- [ ] Add (owner: Sam", { owner: "Sam" }],
    [
      "wide marks",
      "- [ ] 增加（owner：李；due：2026‑03-０1）",
      { words: "增加", owner: "李", due: "2026-03-01" },
    ],
    ["other parentheses alone", "- [ ] Add (soon)", { words: "Add (soon)", owner: null }],
    ["details in the next paragraph", "- [ ] Add\n\n  (owner: Sam)", { words: "Add", owner: "Sam" }],
  ] as const)("is read with %s", ([, markdown, read]) => {
    expect(itemsOf(markdown)).toMatchObject([read]);
  });

  test.for(["- [ ] ", "- [ ] ~~Add a limit~~", "| item |\n| --- |\n| Add |", "Add a limit.", "> - [ ] Add"])(
    "is not %j",
    (markdown) => {
      expect(itemsOf(markdown)).toEqual([]);
    },
  );

  test("may stand in a list below another, where it has a box", () => {
    const items = itemsOf("- Prevent\n  - [ ] Add a limit\n    - more of it\n- [x] Add an alert");
    expect(items.map(({ line, words }) => [line, words])).toEqual([
      [1, "Prevent"],
      [2, "Add a limit"],
      [4, "Add an alert"],
    ]);
  });
});

test.for([
  ["- [ ] Add a limit\n- Add an alert", ["item"]],
  ["- [ ] Add a limit\n\n[ ] Add an alert", ["box outside a list"]],
  ["- [ ] Add a limit\n\n| item |\n| --- |\n| Add |", ["table beside a list"]],
  ["| item |\n| --- |\n| Add |", ["no list"]],
  ["Sam adds a limit.", ["no list"]],
  ["• [ ] Add a limit", ["no list"]],
  ["- [ ] ~~Add a limit~~", []],
  ["No action items.", []],
] as const)("of %j is not followed up: %j", ([markdown, expected]) => {
  expect(unboxedIn(sourceOf(`## Action Items\n\n${markdown}`)).map(({ what }) => what)).toEqual(expected);
});

test.for(["open", "TBD", "none", "?", "…", "", "unassigned"])("%j names nobody and no day", (written) => {
  expect(isOpen(written)).toBe(true);
});

test.for(["Jordan Lee", "@sam", "Opensearch team", "李"])("%j is somebody", (written) => {
  expect(isOpen(written)).toBe(false);
});
