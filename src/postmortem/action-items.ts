/** The action items of a postmortem: what somebody promised, by when, and whether it is ticked. */

import type { Nodes } from "mdast";
import { type Block, comparable } from "./blocks.ts";
import { ownWords } from "./markdown.ts";
import { blocksWith, type PostmortemSource } from "./parse.ts";

/** One item of the section; what is not written is null. */
export type ActionItem = {
  line: number;
  /** Null for an item without a box. */
  isTicked: boolean | null;
  /** Plain words, before the details. What is struck through is not among them. */
  words: string;
  /** As it is written, also where it names nobody; see `isOpen`. */
  owner: string | null;
  /** As it is written, also where it is no day of the calendar, but for the kinds of its dashes and digits. */
  due: string | null;
  kind: string | null;
  doneWhen: string | null;
};

type Detail = "owner" | "due" | "kind" | "done when";

const LONGEST_DETAILS = 2_000;

/**
 * The items of the section, in their order: every item with a box, and those of the outer lists without one. Left out
 * is what says nothing, such as a template's empty box, and what only leads to the list below it.
 */
export function actionItemsOf(source: PostmortemSource): ActionItem[] {
  const blocks = blocksWith(source, "action-items").filter(({ isQuoted }) => !isQuoted);
  return blocks
    .flatMap((block, index) =>
      block.kind === "item" && (block.depth === 1 || block.checked !== null)
        ? itemOf(block, paragraphsBelow(block, blocks.slice(index + 1)))
        : [],
    )
    .filter(
      ({ words, isTicked }) => !/^(?:\[ ?\])?$/.test(words) && !(isTicked === null && /[:：]$/.test(words)),
    );
}

/** The further paragraphs of an item. */
function paragraphsBelow({ depth }: Block, after: Block[]): Block[] {
  const end = after.findIndex(
    (block) => block.depth < depth || (block.depth === depth && block.kind === "item"),
  );
  const own = end === -1 ? after : after.slice(0, end);
  return own.filter((block) => block.kind === "paragraph" && block.depth === depth);
}

/** Whether an owner or a date is open: nobody has taken the item, or not by a day. */
export function isOpen(written: string): boolean {
  return /^(?:open|tb[ad]|to be (?:decided|determined)|none|nobody|unassigned|unknown|n\/a|[^\p{L}\p{N}]*)$/iu.test(
    written,
  );
}

/** What stands in the section and is not followed up, since it is no item with a box. */
export type Unboxed = {
  line: number;
  what: "item" | "box outside a list" | "table beside a list" | "no list";
};

// A section that says that there is none.
const NONE = /^(?:none|nothing|no action items?|no items?)(?![\p{L}\p{N}])/iu;

/** Where the section has no list, one line stands for all of it. */
export function unboxedIn(source: PostmortemSource): Unboxed[] {
  const blocks = blocksWith(source, "action-items").filter(({ words }) => words !== "");
  const items = actionItemsOf(source);
  const table = blocks.find(({ kind }) => kind === "row");
  if (items.length === 0 && blocks.every(({ checked }) => checked === null)) {
    const instead = table ?? blocks.find(({ words }) => !NONE.test(words));
    return instead === undefined ? [] : [{ line: instead.line, what: "no list" }];
  }
  const loose = blocks.filter(({ kind, words }) => kind === "paragraph" && /^\[[ xX]?\] ?\S/.test(words));
  return [
    ...items.flatMap(({ line, isTicked }): Unboxed[] => (isTicked === null ? [{ line, what: "item" }] : [])),
    ...loose.map(({ line }): Unboxed => ({ line, what: "box outside a list" })),
    ...(table === undefined ? [] : [{ line: table.line, what: "table beside a list" as const }]),
  ];
}

function itemOf(block: Block, more: Block[]): ActionItem {
  const text = [block, ...more]
    .map(({ node }) => unstruckWords(node))
    .join(" ")
    .replace(/\s/g, " ");
  const opening = text.search(DETAILS);
  const details = opening === -1 ? {} : detailsOf(text.slice(opening + 1, closingOf(text, opening)));
  return {
    line: block.line,
    isTicked: block.checked,
    words: (opening === -1 ? text : text.slice(0, opening)).replace(/ {2,}/g, " ").trim(),
    owner: details.owner || null,
    due: comparable(details.due?.normalize("NFKC") ?? "") || null,
    kind: details.kind || null,
    doneWhen: details["done when"] || null,
  };
}

function unstruckWords(paragraph: Nodes): string {
  let words = "";
  const left: Nodes[] = [paragraph];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    words += ownWords(node);
    if ("children" in node && node.type !== "delete") left.push(...node.children.toReversed());
  }
  return words;
}

// Where people write Chinese or Japanese, their keyboards give wide marks.
const DETAILS = /[(（] {0,3}(?:owner|due|kind|done[ -]when)\b/i;
const DETAIL = /^ {0,9}(owner|due|kind|done[ -]when)\b {0,3}[:：]?(.*)$/is;

// A comma counts where the next detail follows it.
const BETWEEN = /[;；]|[,，](?=\s{0,9}(?:owner|due|kind|done[ -]when)\s{0,3}[:：])/i;

/** What stands between the parentheses; a semicolon may also be part of when it is done. */
function detailsOf(text: string): Partial<Record<Detail, string>> {
  const details: Record<string, string> = {};
  let name = "";
  for (const part of text.split(BETWEEN)) {
    const [, written = name, value = `;${part}`] = DETAIL.exec(part) ?? [];
    name = written.toLowerCase().replace("-", " ");
    details[name] = `${details[name] ?? ""}${value}`.trim();
  }
  return details;
}

/** Where the parenthesis stands that closes the one at `start`, or where the search for it ended. */
function closingOf(text: string, start: number): number {
  const last = Math.min(text.length, start + LONGEST_DETAILS);
  let depth = 0;
  for (let at = start; at < last; at++) {
    if (/[(（]/.test(text.charAt(at))) depth++;
    if (/[)）]/.test(text.charAt(at))) depth--;
    if (depth === 0) return at;
  }
  return last;
}
