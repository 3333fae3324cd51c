/** What the issue of an action item says: as much as is needed, redacted, and nothing that GitHub would act on. */

import { toInertMarkdown, toInertTitle, toSingleLine } from "../../lib/text.ts";
import type { FollowUp } from "./items.ts";

/** An item with what its issue says; `words` and `owner` are redacted, and `owner` is empty for nobody. */
export type DescribedItem = FollowUp & {
  issue: { title: string; text: string; words: string; owner: string };
};

/** Where the file of a postmortem is to be read. */
export type FileUrl = (path: string) => string;

/** Takes secrets and personal data out of each of the texts. */
export type Redact = (texts: readonly string[]) => Promise<string[]>;

/** In characters; GitHub takes 256, and a code span takes two more. */
const LONGEST_TITLE = 150;
const LONGEST_WORDS = 1_000;
const LONGEST_DETAIL = 300;

/** The items with the texts of their issues. */
export async function describeItems(
  items: FollowUp[],
  fileUrl: FileUrl,
  redact: Redact,
): Promise<DescribedItem[]> {
  return await Promise.all(
    items.map(async (item) => {
      const { words, title, owner, kind, doneWhen } = item;
      // Before anything is cut: a part of a secret would not be known as one.
      const clean = await redact([words, title, owner ?? "", kind ?? "", doneWhen ?? ""]);
      return { ...item, issue: issueOf(item, fileUrl(item.path), clean) };
    }),
  );
}

/** The address of the postmortem in the text of an issue; null where people have changed it. */
export function addressIn(text: string): string | null {
  return /^- From: \[.*\]\(([^\s()]+)\)\r?$/m.exec(text)?.[1] ?? null;
}

function issueOf({ due }: FollowUp, url: string, redacted: string[]): DescribedItem["issue"] {
  const [words = "", title = "", owner = "", kind = "", doneWhen = ""] = redacted;
  const detail = (text: string) => toInertMarkdown(text, LONGEST_DETAIL);
  const details: [string, string | null][] = [
    ["From", `[${detail(title)}](${url})`],
    ["Owner", detail(owner)],
    ["Due", due],
    ["Kind", detail(kind)],
    ["Done when", detail(doneWhen)],
  ];
  return {
    title: toInertTitle(words, LONGEST_TITLE),
    words: toSingleLine(words, LONGEST_WORDS),
    owner: toSingleLine(owner, LONGEST_DETAIL),
    text: [
      toInertMarkdown(words, LONGEST_WORDS),
      "",
      ...details.flatMap(([name, value]) => (value ? [`- ${name}: ${value}`] : [])),
      "",
      "Close this issue when the item is done or dropped; it is not opened again. This text follows the postmortem, and what you write below it stays.",
    ].join("\n"),
  };
}
