/** The action items of a postmortem: what somebody promised, by when, and whether it is ticked. */

import type { ListItem, Nodes, Paragraph } from "mdast";
import { dateOf } from "../lib/time.ts";
import { lineOf, ownWords } from "./markdown.ts";

/** One item of the section; what is not written is null. */
export type ActionItem = {
  line: number;
  /** Null for an item without a box. */
  isTicked: boolean | null;
  /** Plain words, before the details. What is struck through is not among them. */
  words: string;
  /** As it is written, also where it names nobody; see `isOpen`. */
  owner: string | null;
  /** As it is written, also where it is no date; see `isDay`. */
  due: string | null;
  kind: string | null;
  doneWhen: string | null;
};

type Detail = "owner" | "due" | "kind" | "done when";

const LONGEST_DETAILS = 2_000;

/**
 * The items among the nodes of the section, in their order: every item with a box, and those of the outer lists
 * without one. An item that says nothing, such as a template's empty box, is left out.
 */
export function actionItemsOf(section: Nodes[]): ActionItem[] {
  const items: { node: ListItem; isOuter: boolean }[] = [];
  // No recursion, since a stranger decides how deep a list is.
  const left: { node: Nodes; depth: number }[] = section.map((node) => ({ node, depth: 0 })).reverse();
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { node, depth } = next;
    if (node.type === "listItem") items.push({ node, isOuter: depth === 1 });
    if (node.type !== "list" && node.type !== "listItem") continue;
    for (const child of node.children.toReversed()) left.push({ node: child, depth: depth + 1 });
  }
  return items
    .filter(({ node, isOuter }) => isOuter || typeof node.checked === "boolean")
    .map(({ node }) => itemOf(node))
    .filter(({ words }) => !/^(?:\[ ?\])?$/.test(words));
}

/** Whether an owner or a date is open: nobody has taken the item, or not by a day. */
export function isOpen(written: string): boolean {
  return /^(?:open|tb[ad]|to be (?:decided|determined)|none|nobody|unassigned|unknown|n\/a|[^\p{L}\p{N}]*)$/iu.test(
    written,
  );
}

/** Whether it is a day of the calendar, written as 2026-03-01. */
export function isDay(written: string): boolean {
  const at = /^\d{4}-\d\d-\d\d$/.test(written) ? Date.parse(written) : Number.NaN;
  return !Number.isNaN(at) && dateOf(at) === written;
}

function itemOf(node: ListItem): ActionItem {
  const paragraphs = node.children.filter((child) => child.type === "paragraph");
  const text = paragraphs.map(wordsOf).join(" ").replace(/\s/g, " ");
  const opening = text.search(DETAILS);
  const details = opening === -1 ? {} : detailsOf(text.slice(opening + 1, closingOf(text, opening)));
  return {
    line: lineOf(node),
    isTicked: node.checked ?? null,
    words: (opening === -1 ? text : text.slice(0, opening)).replace(/ {2,}/g, " ").trim(),
    owner: details.owner || null,
    due: details.due || null,
    kind: details.kind || null,
    doneWhen: details["done when"] || null,
  };
}

function wordsOf(paragraph: Paragraph): string {
  let words = "";
  const left: Nodes[] = [paragraph];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    words += ownWords(node);
    if ("children" in node && node.type !== "delete") left.push(...node.children.toReversed());
  }
  return words;
}

const DETAILS = /\( {0,3}(?:owner|due|kind|done[ -]when)\b/i;
const DETAIL = /^ {0,9}(owner|due|kind|done[ -]when)\b {0,3}:?(.*)$/is;

// A comma counts where the next detail follows it.
const BETWEEN = /;|,(?=\s{0,9}(?:owner|due|kind|done[ -]when)\s{0,3}:)/i;

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
    if (text[at] === "(") depth++;
    if (text[at] === ")") depth--;
    if (depth === 0) return at;
  }
  return last;
}
