/** The words of a postmortem's body, section by section, with the lines that they stand on. */

import type { Nodes } from "mdast";
import { addressOf } from "./blocks.ts";
import { lineOf, nodesOf, ownWords, wordsOf } from "./markdown.ts";

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

// Not after the dot of an abbreviation.
const END = /(?<![.!?]|\b(?:e\.g|i\.e|cf|vs|approx|incl|resp|no))[.!?]{1,3}["'”’)\]]{0,3} +(?![([])/gi;

/** The sentences of a passage; words in parentheses after a full stop belong to the sentence before them. */
export function sentencesOf({ text }: Passage): Sentence[] {
  const ends = [...text.matchAll(END)].map(({ 0: end, index }) => index + end.length);
  const starts = [0, ...ends.filter((end) => end < text.length)];
  return starts.map((start, index) => ({ text: text.slice(start, starts[index + 1]), start }));
}
