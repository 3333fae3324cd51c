/** The one reader of Markdown: a text in, a tree with GitHub's extensions, front matter and positions out. */

import type { Nodes, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { frontmatterFromMarkdown } from "mdast-util-frontmatter";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { frontmatter } from "micromark-extension-frontmatter";
import { gfm } from "micromark-extension-gfm";

// A postmortem of 500 rows has about 50 KiB and 700 lines.
const MOST_BYTES = 262_144;
const MOST_LINES = 8_000;
// The parser looks at each open quote and list again on every line.
const DEEPEST = 16;
const LONGEST_INDENT = 80;
// It compares each mark of emphasis, each bracket and each back-quote with the others of its paragraph.
const MOST_COMPARISONS = 25_000_000;
// It copies what stands within emphasis once for each emphasis around it.
const MOST_NESTED = 100_000;

/**
 * Reads a text as Markdown; positions are those of the whole text. `problem` says why it is not read: it is larger
 * than any postmortem, or made to keep a parser busy, whose time grows with the square of some of its parts.
 */
export function parseMarkdown(text: string): Root | { problem: string } {
  const problem = oversizeOf(text);
  if (problem !== null) return { problem };
  return fromMarkdown(text, {
    extensions: [gfm(), frontmatter()],
    mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown()],
  });
}

function oversizeOf(text: string): string | null {
  const bytes = Buffer.byteLength(text);
  if (bytes > MOST_BYTES) return `it has ${bytes} bytes, and no more than ${MOST_BYTES} are read`;
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.length > MOST_LINES)
    return `it has ${lines.length} lines, and no more than ${MOST_LINES} are read`;
  if (lines.some(isTooDeep)) return "its quotes or lists are nested too deeply";
  if (comparisonsIn(lines) > MOST_COMPARISONS)
    return "one of its paragraphs or blocks has too many brackets, back-quotes, stars or underscores";
  if (nestingIn(lines) > MOST_NESTED) return "its emphasis is nested too deeply";
  return null;
}

const MARKER = /[ \t]*(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/y;

/** Whether a line begins with more quotes and lists than anybody nests. */
function isTooDeep(line: string): boolean {
  let depth = 0;
  let end = 0;
  MARKER.lastIndex = 0;
  while (MARKER.test(line)) {
    depth++;
    end = MARKER.lastIndex;
  }
  return depth > DEEPEST || end > LONGEST_INDENT;
}

// A bullet at the margin ends every paragraph.
const BOUNDARY = /^(?:\s*$| {0,3}[-*+] +\S)/;

/** At most how often the parser compares one mark with another: marks meet within a paragraph only. */
function comparisonsIn(lines: string[]): number {
  let [sum, marks] = [0, 0];
  for (const line of lines) {
    if (BOUNDARY.test(line)) {
      sum += marks * marks;
      marks = 0;
    }
    marks += line.match(/[[\]*_~`]/g)?.length ?? 0;
  }
  return sum + marks * marks;
}

const RUN = /(?<=(^|[\s\p{P}])|)[*_~]{1,3}(?=([\s\p{P}]|$)|)/gu;

/** How deep the emphases of the text stand in others, added up; a mark within a word ends one where one is open. */
function nestingIn(lines: string[]): number {
  let [sum, depth] = [0, 0];
  for (const line of lines) {
    if (BOUNDARY.test(line)) depth = 0;
    for (const [, before, after] of line.matchAll(RUN)) {
      const isEnd = depth > 0 && (after !== undefined || before === undefined);
      if (isEnd) sum += depth--;
      else if (before !== undefined || after === undefined) depth++;
    }
  }
  return sum;
}

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

/** The line on which a node ends. */
export function lastLineOf({ position }: Nodes): number {
  return position?.end.line ?? 1;
}

/** The words that a node shows, code included. */
export function shownWords(root: Nodes): string {
  return [...nodesOf(root)].map(ownWords).join("");
}

/** The words of a node itself, without those below it. */
export function ownWords(node: Nodes): string {
  if (node.type === "text" || node.type === "inlineCode") return node.value;
  if (node.type === "image" || node.type === "imageReference") return node.alt ?? "";
  return node.type === "break" ? "\n" : "";
}
