/** The words that a postmortem's author chooses from; the brief names them, and the check and the reports read them. */

/** The status, from the first draft to the last word. */
export const DOCUMENT_STATUSES = ["draft", "in-review", "reviewed", "closed", "final"];

/** Those that say that people have answered what was open. */
export const FINISHED = ["reviewed", "closed", "final"];

/** How well a claim is known: its mark, and `root-cause` of the front matter. */
export const CERTAINTIES = ["confirmed", "likely", "unknown"] as const;

/** What `causes` of the front matter is a list of. */
export const CAUSES = [
  "change",
  "capacity",
  "dependency",
  "data",
  "expiry",
  "load",
  "hardware",
  "configuration",
  "process",
  "unknown",
];

/** What an action item does. */
export const KINDS = ["prevent", "detect", "mitigate", "process"];

/** `a, b or c` */
export function anyOf(words: readonly string[]): string {
  return `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

/** The line that an action item is. */
export const ITEM_FORM = `- [ ] Verb … (owner: …; due: YYYY-MM-DD; kind: ${anyOf(KINDS)}; done when: …)`;
