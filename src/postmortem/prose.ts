/** The words of a postmortem's body, section by section, with the lines that they stand on. */

import type { Nodes, Root } from "mdast";

/** The parts of the body: what stands below one heading of level two. */
export type Section = {
  /** Plain words in lower case; empty for what stands before the first heading. */
  heading: string;
  line: number;
  children: Nodes[];
};

/** A link in a passage, from `start` to before `end`. */
type Anchor = { start: number; end: number; url: string; line: number };

/** The words of one paragraph, heading or cell. */
export type Passage = {
  /** One line. Code is no prose: CODE stands for each of its characters. */
  text: string;
  isHeading: boolean;
  links: Anchor[];
  codes: { start: number; value: string; line: number }[];
  /** The line of the character at an offset. */
  lineAt(offset: number): number;
};

/** A sentence, with where in its passage it begins. */
export type Sentence = { text: string; start: number };

/** What stands in a passage for a character of code. */
const CODE = "\uFFFC";

/** The node and all below it, in the order of the text. No recursion, since a stranger decides how deep a tree is. */
export function* nodesOf(root: Nodes): Generator<Nodes> {
  const left: Nodes[] = [root];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    yield node;
    const children: Nodes[] = "children" in node ? node.children : [];
    for (const child of children.toReversed()) left.push(child);
  }
}

/** The line on which a node begins. */
export function lineOf({ position }: Nodes): number {
  return position?.start.line ?? 1;
}

/** The words that a node shows, code included. */
export function wordsOf(root: Nodes): string {
  return [...nodesOf(root)].map(ownWords).join("");
}

function ownWords(node: Nodes): string {
  if (node.type === "text" || node.type === "inlineCode") return node.value;
  if (node.type === "image" || node.type === "imageReference") return node.alt ?? "";
  return node.type === "break" ? "\n" : "";
}

/** The sections in their order; the first is what stands before all headings. */
export function sectionsOf(tree: Root): Section[] {
  const sections: Section[] = [{ heading: "", line: 1, children: [] }];
  for (const node of tree.children) {
    if (node.type === "heading" && node.depth === 2)
      sections.push({ heading: wordsOf(node).trim().toLowerCase(), line: lineOf(node), children: [] });
    else sections.at(-1)?.children.push(node);
  }
  return sections;
}

/** The passages of a node in the order of the text. Blocks of code and HTML have none. */
export function passagesOf(root: Nodes, definitions: Map<string, string>): Passage[] {
  const passages: Passage[] = [];
  for (const node of nodesOf(root))
    if (node.type === "paragraph" || node.type === "heading" || node.type === "tableCell")
      passages.push(passageOf(node, definitions));
  return passages;
}

/** The addresses of `[name]: address` lines by their name. */
export function definitionsOf(tree: Root): Map<string, string> {
  const definitions = new Map<string, string>();
  // The first of a name is the one that counts.
  for (const node of nodesOf(tree))
    if (node.type === "definition" && !definitions.has(node.identifier))
      definitions.set(node.identifier, node.url);
  return definitions;
}

function passageOf(root: Nodes, definitions: Map<string, string>): Passage {
  const lines = [{ start: 0, line: lineOf(root) }];
  const links: Anchor[] = [];
  const codes: Passage["codes"] = [];
  let text = "";
  for (const node of nodesOf(root)) {
    const line = lineOf(node);
    const value = ownWords(node);
    const start = text.length;
    const url = addressOf(node, definitions);
    if (url !== null) links.push({ start, end: start + wordsOf(node).length, url, line });
    if (node.type === "inlineCode") codes.push({ start, value, line });
    const breaks = node.type === "text" ? [...value.matchAll(/\n/g)] : [];
    const next = breaks.map(({ index }, at) => ({ start: start + index + 1, line: line + at + 1 }));
    if (value !== "") lines.push({ start, line }, ...next);
    text += node.type === "inlineCode" ? CODE.repeat(value.length) : value.replace(/\s/g, " ");
  }
  return {
    text,
    isHeading: root.type === "heading",
    links,
    codes,
    lineAt: (offset) => lines.reduce((last, { start, line }) => (start <= offset ? line : last), 1),
  };
}

/** Where a node that is a link leads; null for any other. */
export function addressOf(node: Nodes, definitions: Map<string, string>): string | null {
  if (node.type === "link") return node.url;
  return node.type === "linkReference" ? (definitions.get(node.identifier) ?? null) : null;
}

// Not after the dot of an abbreviation.
const END = /(?<![.!?]|\b(?:e\.g|i\.e|cf|vs|approx|incl|resp|no))[.!?]{1,3}["'”’)\]]{0,3} +(?![([])/gi;

/** The sentences of a passage; words in parentheses after a full stop belong to the sentence before them. */
export function sentencesOf({ text }: Passage): Sentence[] {
  const ends = [...text.matchAll(END)].map(({ 0: end, index }) => index + end.length);
  const starts = [0, ...ends.filter((end) => end < text.length)];
  return starts.map((start, index) => ({ text: text.slice(start, starts[index + 1]), start }));
}
