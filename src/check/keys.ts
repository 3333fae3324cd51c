/** Keys of the front matter, as the rules speak of them. */

import type { FrontMatter, FrontMatterKey } from "../postmortem/front-matter.ts";
import type { PostmortemSource } from "../postmortem/parse.ts";
import type { RuleFinding } from "./rule.ts";

/** The line of a key; the first line where it is not there. */
export function lineOfKey({ frontMatter }: PostmortemSource, key: string): number {
  return frontMatter?.lines.get(key) ?? 1;
}

/** A finding at the line of a key; `words` end the sentence that the key begins. */
export function findingAt(source: PostmortemSource, key: FrontMatterKey, words: string): RuleFinding {
  return { line: lineOfKey(source, key), message: `\`${key}\` ${words}.` };
}

/** Whether a key has a value that could not be read, which is another rule's finding. */
export function isUnread({ problems }: FrontMatter, key: FrontMatterKey): boolean {
  return problems.some((problem) => problem.key === key);
}
