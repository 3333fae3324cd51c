/** The words of a block as the rules search them, with their links, their code and the lines that they stand on. */

import type { Nodes } from "mdast";
import { plainFigures } from "../lib/text.ts";
import { addressOf } from "./links.ts";
import { lineOf, nodesOf, ownWords, shownWords } from "./markdown.ts";

/** A link in a passage, from `start` to before `end`. */
type Anchor = { start: number; end: number; url: string; line: number };

/** The words of one paragraph, heading or cell. */
export type Passage = {
  /** One line. Code is no prose, and nobody sees what describes an image: CODE stands for each of their characters. */
  text: string;
  links: Anchor[];
  codes: { start: number; value: string; line: number }[];
  /** The line of the character at an offset. */
  lineAt(offset: number): number;
};

/** What stands in a passage for a character that is no prose. */
export const CODE = "\uFFFC";

/** The passages of a node in the order of the text. Blocks of code and HTML have none. */
export function passagesOf(root: Nodes, definitions: Map<string, string>): Passage[] {
  const passages: Passage[] = [];
  for (const node of nodesOf(root))
    if (node.type === "paragraph" || node.type === "heading" || node.type === "tableCell")
      passages.push(passageOf(node, definitions));
  return passages;
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
    if (url !== null) links.push({ start, end: start + shownWords(node).length, url, line });
    if (node.type === "inlineCode") codes.push({ start, value, line });
    const breaks = node.type === "text" ? [...value.matchAll(/\n/g)] : [];
    const next = breaks.map(({ index }, at) => ({ start: start + index + 1, line: line + at + 1 }));
    if (value !== "") lines.push({ start, line }, ...next);
    text +=
      node.type === "text" || node.type === "break"
        ? plainFigures(value.replace(/\s/g, " "))
        : CODE.repeat(value.length);
  }
  return {
    text,
    links,
    codes,
    lineAt: (offset) => lines.reduce((last, { start, line }) => (start <= offset ? line : last), 1),
  };
}
