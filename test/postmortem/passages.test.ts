import type { Root } from "mdast";
import { expect, test } from "vitest";
import { addressOf } from "../../src/postmortem/links.ts";
import { lastLineOf, nodesOf, shownWords } from "../../src/postmortem/markdown.ts";
import { passagesOf } from "../../src/postmortem/passages.ts";
import { sourceOf } from "../check/sources.ts";

const FIRST = 6;

function passagesIn(body: string) {
  return sourceOf(body).blocks.flatMap(({ passages }) => passages);
}

test("reads paragraphs, headings and cells as one line each, code and pictures as no words", () => {
  const body =
    "# A *title*\n\nOne  \ntwo `code` ![an image](x.png)\nthree ![b][c]\n\n| a | b |\n| - | - |\n| `x` | d |\n\n```\ncode\n```\n\n[c]: y";
  expect(passagesIn(body).map(({ text }) => text)).toEqual([
    "A title",
    `One two ${"\uFFFC".repeat(4)} ${"\uFFFC".repeat(8)} three \uFFFC`,
    "a",
    "b",
    "\uFFFC",
    "d",
  ]);
});

test("knows on which line each character stands", () => {
  const [passage] = passagesIn("One\ntwo *three\nfour*  \nfive");
  const lines = ["One", "two", "three", "four", "five"].map((word) =>
    passage!.lineAt(passage!.text.indexOf(word)),
  );
  expect(lines).toEqual([FIRST, FIRST + 1, FIRST + 1, FIRST + 2, FIRST + 3]);
});

test("knows where links lead, also by a name that is defined elsewhere", () => {
  const [passage] = passagesIn(
    "A [b `c`](https://x.example), [d][e], [f][g] h\n\n[e]: https://y.example\n[e]: https://z.example",
  );
  expect(passage!.links).toEqual([
    { start: 2, end: 5, url: "https://x.example", line: FIRST },
    { start: 7, end: 8, url: "https://y.example", line: FIRST },
  ]);
  expect(passage!.codes).toEqual([{ start: 4, value: "c", line: FIRST }]);
});

test("reads a tree that is deeper than the stack", () => {
  let tree: Root["children"][number] = { type: "paragraph", children: [{ type: "text", value: "deep" }] };
  for (let depth = 0; depth < 50_000; depth++) tree = { type: "blockquote", children: [tree] };
  const root: Root = { type: "root", children: [tree] };
  expect([...nodesOf(root)]).toHaveLength(50_003);
  expect(shownWords(root)).toBe("deep");
  const [passage] = passagesOf(root, new Map());
  expect([passage!.lineAt(2), lastLineOf(root)]).toEqual([1, 1]);
  expect(passagesOf({ type: "paragraph", children: [] }, new Map())[0]!.lineAt(0)).toBe(1);
});

test("shows an image by its description, and one without any by nothing", () => {
  expect(shownWords({ type: "image", url: "x" })).toBe("");
});

test("knows no address of a link whose name is not defined", () => {
  const link = { type: "linkReference", referenceType: "full", identifier: "a", children: [] } as const;
  expect(addressOf({ ...link, children: [] }, new Map())).toBe(null);
});
