/** Rules on action items: work that somebody can take up, and that can be seen to be done. */

import type { ListItem, Nodes } from "mdast";
import { toSingleLine } from "../lib/text.ts";
import { dateOf } from "../lib/time.ts";
import { lineOf, nodesOf, wordsOf } from "../postmortem/markdown.ts";
import { type PostmortemSource, sectionsWith } from "../postmortem/parse.ts";
import { closingOf } from "./claims.ts";
import type { RuleContext, RuleFinding } from "./rule.ts";
import { FINISHED } from "./status.ts";

/** One item of the section; `words` is what stands before its details. */
type Item = {
  line: number;
  hasCheckbox: boolean;
  /** Whether it begins with code or a link, which is no verb. */
  isNamed: boolean;
  words: string;
  details: Partial<Record<Detail, string>>;
};
type Detail = "owner" | "due" | "kind" | "done when";

const KINDS = ["prevent", "detect", "mitigate", "process"];
const DAY_MS = 86_400_000;
const LONGEST_QUOTE = 60;

export const findVerbless = each(({ words, isNamed }) =>
  isNamed || !isVerb(words) ? `The item “${quote(words)}” does not begin with a verb.` : null,
);

export const findOwnerless = each(({ details }, isFinal) =>
  missing("names no owner", details.owner, isFinal),
);

export const findDateless = each(({ details }, isFinal) => missing("has no due date", details.due, isFinal));

export const findKindless = each(({ details: { kind } }) => {
  if (!kind) return "The item does not say its kind.";
  return KINDS.includes(kind.toLowerCase()) ? null : `${quote(kind)} is no kind of action item.`;
});

export const findEndless = each(({ details }) =>
  missing("does not say when it is done", details["done when"], false),
);

export const findWishes = each((item) =>
  isWish(item) ? `“${quote(item.words)}” is a wish, not an action.` : null,
);

function quote(words: string): string {
  return toSingleLine(words, LONGEST_QUOTE);
}

/** Looks at each item by itself. */
function each(problemOf: (item: Item, isFinal: boolean) => string | null) {
  return (source: PostmortemSource): RuleFinding[] => {
    const isFinal = FINISHED.includes(source.frontMatter?.values.status ?? "");
    return itemsOf(source).items.flatMap((item) => {
      const message = problemOf(item, isFinal);
      return message === null ? [] : [{ line: item.line, message }];
    });
  };
}

function missing(what: string, given: string | undefined, isFinal: boolean): string | null {
  if (!given) return `The item ${what}.`;
  return isFinal && isOpen(given) ? `The item ${what} yet, and the postmortem is finished.` : null;
}

function isOpen(given: string): boolean {
  return /^(?:open|tbd|to be decided)$/i.test(given);
}

function itemsOf(source: PostmortemSource): { items: Item[]; prose: Nodes[] } {
  const children = sectionsWith(source, "action-items").flatMap((section): Nodes[] => section.children);
  const lists = children.flatMap((node) => (node.type === "list" ? node.children : []));
  return {
    // An empty box is the template's, and its rules' to find.
    items: lists.map(itemOf).filter(({ words }) => !/^(?:\[ ?\])?$/.test(words)),
    prose: children.filter(({ type }) => type === "paragraph"),
  };
}

function itemOf(node: ListItem): Item {
  // Lists within the item tell more of it.
  const text = node.children
    .filter(({ type }) => type === "paragraph")
    .map(wordsOf)
    .join(" ")
    .replace(/\s/g, " ");
  const opening = text.search(DETAILS);
  const details = opening === -1 ? {} : detailsOf(text.slice(opening + 1, closingOf(text, opening)));
  const first = [...nodesOf(node)].find(({ type }) => /^(?:text|inlineCode|image)$/.test(type));
  return {
    line: lineOf(node),
    hasCheckbox: typeof node.checked === "boolean",
    isNamed: first?.type === "inlineCode",
    words: (opening === -1 ? text : text.slice(0, opening)).trim(),
    details,
  };
}

const DETAILS = /\( {0,3}(?:owner|due|kind|done[ -]when)\b/i;
const DETAIL = /^ {0,9}(owner|due|kind|done[ -]when)\b {0,3}:?(.*)$/is;

/** What stands between the parentheses; a semicolon may also be part of when it is done. */
function detailsOf(text: string): Item["details"] {
  const details: Record<string, string> = {};
  let name = "";
  for (const part of text.split(";")) {
    const [, written = name, value = `;${part}`] = DETAIL.exec(part) ?? [];
    name = written.toLowerCase().replace("-", " ");
    details[name] = `${details[name] ?? ""}${value}`.trim();
  }
  return details;
}

export function findUnboxed(source: PostmortemSource): RuleFinding[] {
  const { items, prose } = itemsOf(source);
  const bare = items.filter(({ hasCheckbox }) => !hasCheckbox);
  const written = prose.filter((node) => !NONE.test(wordsOf(node)));
  return [
    ...bare.map(({ line }) => ({ line, message: "The item has no checkbox." })),
    // Without a list, the items are in the prose.
    ...(items.length === 0 ? written : []).map((node) => ({
      line: lineOf(node),
      message: "The section Action Items has prose, but no item.",
    })),
  ];
}

const NONE = /^\W{0,9}(?:no\b|none\b|nothing\b|unknown\b|open\b)/i;

// What begins a wish, a name or a description, but no order; and endings of words that are no verbs.
const NO_VERBS =
  /^(?:an?|the|this|that|these|those|we|i|you|he|she|it|they|our|my|your|his|her|its|their|someone|somebody|everyone|everybody|there|here|all|any|some|no|not|more|most|better|best|less|fewer|new|old|missing|lack|need|needs|should|must|shall|may|might|can|could|would|will|to|for|in|on|at|of|from|with|without|by|as|if|when|after|before|because|since|and|or|but|also|maybe|perhaps|possibly|please|alerts|monitoring|alerting|database|runbooks?|docs|dashboards?|metrics?)$/i;
const NO_VERB_ENDINGS = /(?:ness|ity|ism|able|ible|ous|less|ly)$/i;
const VERBS =
  /^(?:re-)?(?:bring|ping|ring|string|spring|swing|sling|fling|wring|sting|cling|enable|disable|supply|apply|reply|multiply|comply|imply|rely|tally|fly|bless|assess|process|access|harness|witness|press|address|express|compress|table|cable|label)$/i;

/** Whether the first word can be an order. It is known from what it is not, since a list of all verbs would have gaps. */
function isVerb(words: string): boolean {
  const [, first = ""] = /^[^\p{L}\p{N}]{0,9}([\p{L}\p{N}’'-]{1,40})/u.exec(words) ?? [];
  if (VERBS.test(first)) return true;
  return /^\p{L}/u.test(first) && !NO_VERBS.test(first) && !NO_VERB_ENDINGS.test(first) && !isOther(first);
}

/** A gerund, a possessive or a name in capitals. */
function isOther(word: string): boolean {
  return /.ing$/i.test(word) || /[’']s$/i.test(word) || /^\p{Lu}{2}/u.test(word) || /\d/.test(word);
}

const VAGUE_GOALS =
  /^(?:improve|enhance|increase|strengthen|better|boost|optimi[sz]e|review)\s(?:(?:the|our|overall|general)\s){0,2}(?:monitoring|alerting|alerts|observability|logging|communications?|documentation|docs|tests?|testing|awareness|visibility|resilien\w+|reliability|stability|robustness|performance|process(?:es)?|training|code quality|quality)\b/i;
const APPEALS =
  /\b(?:be|being) (?:more )?(?:careful|vigilant|aware|mindful|cautious|attentive|diligent)\b|\bpay (?:more |closer )?attention\b|^(?:make sure|try to|remember to|avoid mistakes|do better)\b|^remind (?:everyone|everybody|people|the team|all|engineers|developers|operators)\b/i;
const OPEN_ENDED = /^(?:consider|think about|look into|explore|investigate|discuss|evaluate|ensure)\b/i;

function isWish({ words, details }: Item): boolean {
  // A number or a colon makes a goal something that can be seen to be reached.
  if (VAGUE_GOALS.test(words) && !/[\d:]/.test(words)) return true;
  return APPEALS.test(words) || (OPEN_ENDED.test(words) && !details["done when"]);
}

export function findOddDates(source: PostmortemSource, { record, now }: RuleContext): RuleFinding[] {
  const began = record?.createdAt ?? source.frontMatter?.values.created ?? null;
  return itemsOf(source).items.flatMap(({ line, details: { due = "" } }) => {
    if (due === "" || isOpen(due)) return [];
    const at = /^\d{4}-\d\d-\d\d$/.test(due) ? Date.parse(due) : Number.NaN;
    if (Number.isNaN(at) || dateOf(at) !== due)
      return [{ line, message: `The due date ${quote(due)} is no date such as 2026-03-01.` }];
    if (began !== null && due < dateOf(began))
      return [{ line, message: `The due date ${due} is before the incident.` }];
    return at > now + 366 * DAY_MS
      ? [{ line, message: `The due date ${due} is more than a year ahead.` }]
      : [];
  });
}
