import fc from "fast-check";
import { expect, test } from "vitest";
import { readSource } from "../../src/check/source.ts";
import { BODY, sourceOf, written } from "./written.ts";

const EMPTY = written("## Summary\n\nText with a [link](https://example.com).\n");

test("reads front matter, sections and Markdown with the lines of the whole file", () => {
  const source = sourceOf(EMPTY);
  expect(source.postmortem?.sections).toEqual([
    { heading: "Summary", line: BODY, text: "Text with a [link](https://example.com)." },
  ]);
  expect(source.lines[BODY - 1]).toBe("## Summary");
  expect(source.tree.children.map(({ type, position }) => [type, position?.start.line])).toEqual([
    ["heading", BODY],
    ["paragraph", BODY + 2],
  ]);
  expect(EMPTY.slice(source.tree.children[0]!.position!.start.offset)).toMatch(/^## Summary\n/);
});

test.for([
  ["Windows line ends", EMPTY.replaceAll("\n", "\r\n")],
  ["a byte order mark", `\uFEFF${EMPTY}`],
] as const)("reads the same with %s", ([, text]) => {
  const { tree, postmortem } = sourceOf(text);
  expect(tree.children.map(({ position }) => position?.start.line)).toEqual([BODY, BODY + 2]);
  expect(postmortem?.sections[0]?.line).toBe(BODY);
});

test("takes front matter that does not end for text, and one that cannot be read for none", () => {
  expect(sourceOf("---\nincident: Q1ORDERSPOOL01\n").tree.children.length).toBeGreaterThan(0);
  const { tree, postmortem } = sourceOf("---\nincident: nothing\n---\n## Summary\n");
  expect(postmortem).toBe(null);
  expect(tree.children.map(({ type }) => type)).toEqual(["heading"]);
});

test("understands GitHub's tables and tasks", () => {
  const { tree } = sourceOf(written("| a |\n| - |\n| b |\n\n- [ ] one\n"));
  expect(tree.children.map(({ type }) => type)).toEqual(["table", "list"]);
});

test("does not read what is longer than 256 KiB", () => {
  expect(readSource("a.md", "ä".repeat(131_072))).not.toHaveProperty("problem");
  expect(readSource("a.md", "ä".repeat(131_073))).toEqual({
    problem: "it has 262146 bytes, and no more than 262144 are read",
  });
});

test.for([
  ["brackets", `${"[".repeat(100_000)}${"]".repeat(100_000)}`],
  ["a table of one row", `|${"a|".repeat(60_000)}\n|${"-|".repeat(60_000)}\n`],
  ["emphasis", "a**b".repeat(60_000)],
] as const)("stops reading what is made to be slow: %s", ([, text]) => {
  expect(readSource("a.md", text, 50)).toEqual({ problem: "reading it as Markdown took longer than 50 ms" });
});

test("does not follow quotes in quotes to the end of its stack", () => {
  expect(readSource("a.md", "> ".repeat(20_000), 600_000)).toEqual({
    problem: "its quotes or lists are nested too deeply, or it breaks the Markdown parser otherwise",
  });
});

test("reads any text, or says why not", () => {
  const pieces = fc.constantFrom(
    "---\n",
    "incident: ",
    "[",
    "](",
    "|",
    "**",
    "`",
    "~~~",
    "> ",
    "\n",
    "# ",
    "<!--",
    "&#",
    "- ",
  );
  const texts = fc.oneof(
    fc.string({ unit: "binary", maxLength: 400 }),
    fc.array(pieces, { maxLength: 200 }).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const source = readSource("a.md", text);
      expect("problem" in source || source.lines.length > 0).toBe(true);
    }),
  );
});
