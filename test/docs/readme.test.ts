/** The Chinese README says what the English one says: the same sections, code, links and tables. */

import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { expect, test } from "vitest";
import { read } from "./page.ts";

function structureOf(page: string, other: string) {
  const all = (node: Nodes): Nodes[] => [node, ...("children" in node ? node.children.flatMap(all) : [])];
  const nodes = all(fromMarkdown(read(page), { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
  const of = <Type extends Nodes["type"]>(type: Type) =>
    nodes.filter((node): node is Extract<Nodes, { type: Type }> => node.type === type);
  return {
    headings: of("heading").map(({ depth }) => depth),
    // What a comment says is translated, what runs is not.
    code: of("code").map(({ lang, value }) => [lang, value.replace(/^# .*\n| +# .*$/gm, "")]),
    commands: of("inlineCode")
      .flatMap(({ value }) => (value.startsWith("npm ") ? [value] : []))
      .sort(),
    links: of("link")
      .map(({ url }) => url)
      .filter((url) => url !== other),
    tables: of("table").map(({ children }) => children.map((row) => row.children.length)),
    lists: of("list").map(({ children }) => children.length),
  };
}

test("README.zh.md has the structure of README.md, and each leads to the other", () => {
  expect(structureOf("README.zh.md", "README.md")).toEqual(structureOf("README.md", "README.zh.md"));
  expect(read("README.md")).toContain("(README.zh.md)");
  expect(read("README.zh.md")).toContain("(README.md)");
});
