/** A YAML text of a team, with the lines on which its keys stand. */

import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from "yaml";
import { toSingleLine } from "../lib/text.ts";

const MAX_ALIASES = 100;
const LONGEST_QUOTE = 60;

/** Something wrong, as the rest of a sentence about the file; `line` is counted from 1, null where none can be told. */
export type Problem = { line: number | null; text: string };

/**
 * What the text holds, with the line of a path in it or of what of the path is there, and with the words of a value as
 * they were written; or why it cannot be read.
 */
export type Yaml =
  | {
      value: unknown;
      lineOf: (path: readonly PropertyKey[]) => number | null;
      writtenAt: (path: readonly PropertyKey[]) => string | null;
    }
  | { problem: Problem };

const NOT_UTF8: Yaml = { problem: { line: null, text: "is not in UTF-8; save it in that encoding" } };

/** Reads one document of YAML 1.2. */
export function parseYaml(text: string): Yaml {
  try {
    return read(text);
  } catch (error) {
    // The parser itself gives up on a nest of thousands of lists, and on aliases that would grow without end.
    const what = String(error).replace(/^\w+: /, "");
    return { problem: { line: null, text: `is not YAML: ${what}` } };
  }
}

function read(text: string): Yaml {
  if (text.includes("\0")) return NOT_UTF8;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const isSeveral = document.errors.some(({ code }) => code === "MULTIPLE_DOCS");
  if (isSeveral)
    return { problem: { line: null, text: "holds several documents; delete the --- between them" } };
  const [error] = [...document.errors, ...document.warnings];
  const at = error?.pos[0] ?? danglingAlias(document);
  if (at !== undefined) {
    const [what = ""] = (error?.message ?? "").replace(/ at line \d+, column \d+:/, "").split("\n");
    const { line } = lines.linePos(at);
    return { problem: { line, text: unquotedProblem(text, at) ?? `is not YAML: ${what}` } };
  }
  const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
  if (isEndless(value))
    return { problem: { line: null, text: "has an alias that stands for what it is in" } };
  // A name with such a character in place of another would match nothing; a comment may have it.
  if (JSON.stringify(value).includes("\ufffd")) return NOT_UTF8;
  return {
    value,
    lineOf: (path) => {
      const offset = nodeAt(document.contents, path)?.range?.[0];
      return offset === undefined ? null : lines.linePos(offset).line;
    },
    writtenAt: (path) => {
      const node = document.getIn(path, true);
      return isScalar(node) && node.source !== undefined ? node.source : null;
    },
  };
}

function isEndless(value: unknown): boolean {
  try {
    JSON.stringify(value);
    return false;
  } catch {
    return true;
  }
}

/** Where an alias stands to which there is no anchor; undefined where there is none. */
function danglingAlias(document: Document): number | undefined {
  let at: number | undefined;
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) !== undefined) return undefined;
      at = alias.range?.[0];
      return visit.BREAK;
    },
  });
  return at;
}

/** The problem where a value begins with a character by which YAML means something else; null where it does not. */
function unquotedProblem(text: string, at: number): string | null {
  const [sign = ""] = /^[*@`%!]/.exec(text.slice(at)) ?? [];
  if (sign === "") return null;
  const before = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  const rest = text
    .slice(at)
    .split(/[\r\n]/, 1)
    .join("");
  const value = /[{[]/.test(before) ? inFlow(rest) : rest.replace(/\s#.*$/, "");
  const key = /(?<![\w-])([\w-]+):\s*$/.exec(before)?.[1];
  const quoted = JSON.stringify(toSingleLine(value, LONGEST_QUOTE));
  return `has a value that begins with ${sign}, which YAML takes for a sign of its own; put it in quotes: ${key === undefined ? "" : `${key}: `}${quoted}`;
}

/** A value between braces or brackets ends at a comma, or at the bracket that it did not open. */
function inFlow(rest: string): string {
  let open = 0;
  for (const [index, character] of [...rest].entries()) {
    if (character === "[" || character === "{") open += 1;
    if (character === "]" || character === "}") open -= 1;
    if (open < 0 || (open === 0 && character === ",")) return [...rest].slice(0, index).join("");
  }
  return rest;
}

/** The last part of a path that is there; undefined where the text holds nothing of it. */
function nodeAt(contents: unknown, path: readonly PropertyKey[]): Node | undefined {
  let inner = contents;
  let last: unknown;
  for (const part of path) {
    const next = childOf(inner, String(part));
    if (next === null) break;
    [last, inner] = next;
  }
  return isNode(last) ? last : undefined;
}

/** What stands first of a part, its key or its item, and its value. */
function childOf(node: unknown, part: string): [first: unknown, value: unknown] | null {
  if (isSeq(node)) return [node.items[Number(part)], node.items[Number(part)]];
  if (!isMap(node)) return null;
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === part);
  return pair ? [pair.key, pair.value] : null;
}
