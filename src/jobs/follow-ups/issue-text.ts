/** What the issue of an action item says: as much as is needed, redacted, and nothing that GitHub would act on. */

import { toInertMarkdown, toSingleLine } from "../../lib/text.ts";
import type { FollowUp } from "./items.ts";

/** An item with what its issue says; `owner` is redacted, and empty for nobody. */
export type DescribedItem = FollowUp & { issue: { title: string; text: string; owner: string } };

/** Where the file of a postmortem is to be read. */
export type FileUrl = (path: string) => string;

/** Takes secrets and personal data out of each of the texts. */
export type Redact = (texts: readonly string[]) => Promise<string[]>;

/** In characters; GitHub takes 256. */
const LONGEST_TITLE = 200;
const LONGEST_WORDS = 1_000;
const LONGEST_DETAIL = 300;

/** The items with the texts of their issues. */
export async function describeItems(
  items: FollowUp[],
  fileUrl: FileUrl,
  redact: Redact,
): Promise<DescribedItem[]> {
  const fields = items.flatMap(({ words, title, owner, kind, doneWhen }) => [
    toSingleLine(words, LONGEST_WORDS),
    ...[title, owner, kind, doneWhen].map((detail) => toSingleLine(detail ?? "", LONGEST_DETAIL)),
  ]);
  const redacted = await redact(fields);
  const width = fields.length / (items.length || 1);
  return items.map((item, index) => {
    const [words = "", title = "", owner = "", kind = "", doneWhen = ""] = redacted.slice(index * width);
    return { ...item, issue: issueTextOf({ ...item, words, title, owner, kind, doneWhen }, fileUrl) };
  });
}

function issueTextOf(item: FollowUp, fileUrl: FileUrl): DescribedItem["issue"] {
  const inert = (words: string | null) => toInertMarkdown(words ?? "", LONGEST_WORDS);
  const details: [string, string][] = [
    ["From", `[${inert(item.title)}](${fileUrl(item.path)})`],
    ["Owner", inert(item.owner)],
    ["Due", item.due ?? ""],
    ["Kind", inert(item.kind)],
    ["Done when", inert(item.doneWhen)],
  ];
  return {
    title: toSingleLine(item.words, LONGEST_TITLE),
    owner: item.owner ?? "",
    text: [
      inert(item.words),
      "",
      ...details.flatMap(([name, value]) => (value === "" ? [] : [`- ${name}: ${value}`])),
      "",
      "Close this issue when the item is done or dropped; it is not opened again. This text follows the postmortem, and what you write below it stays.",
    ].join("\n"),
  };
}
