/** The blocks of a postmortem: what a reader sees as one line, item, heading or piece of code. */

import type { Nodes, Root } from "mdast";
import { plainFigures } from "../lib/text.ts";
import { addressOf, definitionsOf } from "./links.ts";
import { lastLineOf, lineOf, nodesOf, ownWords, shownWords } from "./markdown.ts";
import { type Passage, passagesOf } from "./passages.ts";

export type Block = {
  kind: "paragraph" | "item" | "heading" | "row" | "code" | "html";
  line: number;
  /** The last line of its words. */
  lastLine: number;
  /** The plain words that a reader sees, as one line. */
  words: string;
  /**
   * The same with links, images, tags and what is struck through, so that two blocks that read alike and lead to the
   * same places are equal. Typographic quotes, dashes, emphasis and white space do not count.
   */
  form: string;
  /** How many lists it stands in. */
  depth: number;
  /** Whether the box of an item is ticked; null for one without a box, and for what is no item. */
  checked: boolean | null;
  /** Whether it stands in a quotation. */
  isQuoted: boolean;
  /** Whether it stands in a footnote. */
  isFootnote: boolean;
  /** Whether it stands in a `<details>` that is closed at first. */
  isFolded: boolean;
  /** The node whose words these are: of an item its first paragraph, or the item where it does not begin with words. */
  node: Nodes;
  /** The same words as passages, one of each cell; code and HTML have none. */
  passages: Passage[];
};

type Place = { node: Nodes; depth: number; isQuoted: boolean; isFootnote: boolean };

/** All blocks in the order of the text, the front matter left out. */
export function blocksOf(tree: Root): Block[] {
  const blocks: Block[] = [];
  const definitions = definitionsOf(tree);
  const left: Place[] = [{ node: tree, depth: 0, isQuoted: false, isFootnote: false }];
  let folds = 0;
  for (let place = left.pop(); place !== undefined; place = left.pop()) {
    const { node, depth, isQuoted, isFootnote } = place;
    const add = (kind: Block["kind"], own: Nodes, checked: boolean | null = null) => {
      blocks.push({
        kind,
        line: lineOf(node),
        lastLine: lastLineOf(own),
        words: oneLine(shownIn(kind, own)),
        form: formOf(own, definitions),
        depth,
        checked,
        isQuoted,
        isFootnote,
        isFolded: folds > 0,
        node: own,
        passages: passagesOf(own, definitions),
      });
      folds = foldsAfter(own, folds);
    };
    const push = (children: Nodes[], by = 0) => {
      const inner = {
        depth: depth + by,
        isQuoted: isQuoted || node.type === "blockquote",
        isFootnote: isFootnote || node.type === "footnoteDefinition",
      };
      for (const child of children.toReversed()) left.push({ node: child, ...inner });
    };
    if (node.type === "paragraph" || node.type === "heading") add(node.type, node);
    else if (node.type === "tableRow") add("row", node);
    else if (node.type === "code" || node.type === "html") add(node.type, node);
    else if (node.type === "list") push(node.children, 1);
    else if (node.type === "listItem") {
      const [first, ...rest] = node.children;
      const hasWords = first?.type === "paragraph";
      add("item", hasWords ? first : { ...node, children: [] }, node.checked ?? null);
      push(hasWords ? rest : node.children);
    } else if ("children" in node) push(node.children);
  }
  return blocks;
}

function oneLine(words: string): string {
  return plainFigures(words.replace(/\s+/g, " ").trim());
}

function shownIn(kind: Block["kind"], node: Nodes): string {
  if (node.type === "tableRow") return node.children.map(shownWords).join(" | ");
  return (kind === "code" || kind === "html") && "value" in node ? node.value : shownWords(node);
}

/** How many closed `<details>` are open after a node, whose tags may stand in any HTML in it. */
function foldsAfter(root: Nodes, before: number): number {
  let folds = before;
  for (const node of nodesOf(root)) {
    if (node.type !== "html") continue;
    for (const [tag] of node.value.matchAll(/<\/?details(?![\w-])[^<>]*>/gi)) {
      if (tag.startsWith("</")) folds = Math.max(0, folds - 1);
      else if (folds > 0 || !/\sopen(?![\w-])/i.test(tag)) folds++;
    }
  }
  return folds;
}

/** Words that read alike become the same. */
export function comparable(words: string): string {
  return plainFigures(words)
    .normalize("NFC")
    .replace(/[“”„‟«»]/g, '"')
    .replace(/[‘’‚‛`´]/g, "'")
    .replace(/[‐‑‒–—―−]/g, "-")
    .replaceAll("…", "...")
    .replace(/\s+/g, " ")
    .trim();
}

/** @see Block.form */
function formOf(root: Nodes, definitions: Map<string, string>): string {
  let form = "";
  const left: (Nodes | { close: string })[] = [root];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if ("close" in node) {
      form += node.close;
      continue;
    }
    const [open, close] = bracketsOf(node, definitions);
    form += open + ("value" in node && node.type !== "html" ? node.value : "");
    if (close !== "") left.push({ close });
    const children: Nodes[] = "children" in node ? node.children : [];
    for (const child of children.toReversed()) left.push(child);
  }
  return comparable(form);
}

function bracketsOf(node: Nodes, definitions: Map<string, string>): [string, string] {
  if (node.type === "delete") return ["~~", "~~"];
  if (node.type === "html") return [node.value, ""];
  if (node.type === "image") return [`![${ownWords(node)}](${node.url})`, ""];
  if (node.type === "imageReference") return [`![${ownWords(node)}]`, ""];
  if (node.type === "break") return [" ", ""];
  if (node.type === "tableCell") return ["|", ""];
  if (node.type === "footnoteReference") return [`[^${node.identifier}]`, ""];
  const address = addressOf(node, definitions);
  // A bare address is made a link by GitHub, and reads the same.
  return address === null || address === shownWords(node) ? ["", ""] : ["[", `](${address})`];
}
