/** Reads JSON in a text, and what is like it: cut short, with single quotes, or escaped several times within strings. */

import { matchAt } from "./match-at.ts";

/** A string or a bare value such as a number: where its content stands, what it says, and the quotes that it has or needs. */
export type Leaf = {
  is: "leaf";
  start: number;
  end: number;
  words: string;
  quote: string;
  isQuoted: boolean;
};
type List = { is: "list"; items: Node[] };
type Mapping = { is: "map"; members: Member[] };
export type Member = { key: Leaf; value: Node };
export type Node = Leaf | List | Mapping;
export type Structure = { node: Node; start: number; end: number };

/** `slashes` stand before each quote: none in a text, one in JSON within a string, three in JSON within that. */
type Cursor = { text: string; at: number; limit: number; slashes: string; isCut: boolean };

// Deeper than this nobody nests; what lies deeper is read as text.
const DEEPEST = 60;

const START = /[{[](?=[\s{[]{0,40}(\\*)["'])/g;

/** The first list or object that begins in the text at `from` or later, and before `limit`. */
export function nextStructure(text: string, from: number, limit: number): Structure | null {
  START.lastIndex = from;
  const match = START.exec(text);
  if (match === null || match.index >= limit) return null;
  const { index: start, 1: slashes = "" } = match;
  const cursor: Cursor = { text, at: start, limit, slashes, isCut: false };
  return { node: readGroup(cursor, 0), start, end: cursor.at };
}

function readNode(cursor: Cursor, depth: number): Node | null {
  skip(cursor, /\s/);
  if (cursor.at >= cursor.limit || depth > DEEPEST) return cut(cursor);
  return /[{[]/.test(cursor.text.charAt(cursor.at)) ? readGroup(cursor, depth) : readLeaf(cursor);
}

function readGroup(cursor: Cursor, depth: number): Node {
  return cursor.text[cursor.at] === "{"
    ? { is: "map", members: readMembers(cursor, depth) }
    : { is: "list", items: readItems(cursor, depth) };
}

function cut(cursor: Cursor): null {
  cursor.isCut = true;
  return null;
}

function readItems(cursor: Cursor, depth: number): Node[] {
  const items: Node[] = [];
  cursor.at++;
  while (!isClosed(cursor, "]")) {
    const item = readNode(cursor, depth + 1);
    if (item !== null) items.push(item);
  }
  return items;
}

function readMembers(cursor: Cursor, depth: number): Member[] {
  const members: Member[] = [];
  cursor.at++;
  while (!isClosed(cursor, "}")) {
    const key = readLeaf(cursor);
    if (key === null) break;
    skip(cursor, /\s/);
    const [sign = ""] = /^(?:=>|[:=])/.exec(cursor.text.slice(cursor.at, cursor.at + 2)) ?? [];
    if (sign === "" || cursor.at >= cursor.limit) cut(cursor);
    else cursor.at += sign.length;
    const value = cursor.isCut ? null : readNode(cursor, depth + 1);
    if (value !== null) members.push({ key, value });
    else if (key.isQuoted) members.push({ key, value: { is: "list", items: [] } });
  }
  return members;
}

/** Whether the list or object ends here; steps over the commas before its next part. */
function isClosed(cursor: Cursor, closing: string): boolean {
  if (cursor.isCut) return true;
  skip(cursor, /[\s,]/);
  if (cursor.at >= cursor.limit) cursor.isCut = true;
  if (cursor.isCut) return true;
  if (cursor.text[cursor.at] !== closing) return false;
  cursor.at++;
  return true;
}

function skip(cursor: Cursor, signs: RegExp): void {
  while (cursor.at < cursor.limit && signs.test(cursor.text.charAt(cursor.at))) cursor.at++;
}

// What has no quotes: numbers, true, null, the words of other languages for them.
const BARE = /[\w.$+-]{1,200}/y;

function readLeaf(cursor: Cursor): Leaf | null {
  const { text, slashes, limit } = cursor;
  const mark = text.charAt(cursor.at + slashes.length);
  if (text.startsWith(slashes, cursor.at) && (mark === '"' || mark === "'")) return readString(cursor, mark);
  const [found = ""] = matchAt(BARE, text, cursor.at);
  const words = found.slice(0, Math.max(0, limit - cursor.at));
  if (words === "") return cut(cursor);
  const start = cursor.at;
  cursor.at += words.length;
  return { is: "leaf", start, end: cursor.at, words, quote: `${slashes}"`, isQuoted: false };
}

function readString(cursor: Cursor, mark: string): Leaf {
  const { text, slashes, limit } = cursor;
  const quote = slashes + mark;
  const start = cursor.at + quote.length;
  let count = 0;
  for (let at = start; at < limit; at++) {
    const sign = text[at];
    // In a string that was escaped, its own quotes have more slashes than the one that ends it.
    if (sign === mark && count % (2 * (slashes.length + 1)) === slashes.length) {
      cursor.at = at + 1;
      return leafOf(text, start, at - slashes.length, quote);
    }
    count = sign === "\\" ? count + 1 : 0;
  }
  cursor.at = limit;
  cursor.isCut = true;
  return leafOf(text, start, limit, quote);
}

function leafOf(text: string, start: number, end: number, quote: string): Leaf {
  return { is: "leaf", start, end, words: unescaped(text.slice(start, end)), quote, isQuoted: true };
}

const ESCAPE = /\\+(?:u([0-9a-fA-F]{4})|([nrtbf"'/]))?/g;

/** The words as a reader of the innermost string sees them. */
function unescaped(content: string): string {
  if (!content.includes("\\")) return content;
  return content.replace(ESCAPE, (_whole, code: string | undefined, sign = "\\") => {
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    return /[nrtbf]/.test(sign) ? "\n" : sign;
  });
}
