/** The `trigger` of the front matter: which change it names, if any. */

import { type Citation, citationOf, writtenIn } from "../github/citations.ts";

/** A change on GitHub, a link to elsewhere, a word (`none`, `unknown`), or nothing of these. */
export type CitedTrigger = Citation | "link" | "word" | null;

export function readTrigger(written: string, serverUrl: string): CitedTrigger {
  const value = written.trim();
  if (/^(?:none|unknown)$/i.test(value)) return "word";
  if (/^https?:\/\/\S+$/.test(value)) {
    const citation = citationOf(value, serverUrl);
    return citation === null || citation.kind === "file" ? "link" : citation;
  }
  const [found] = writtenIn(value, null);
  const isWhole = found?.start === 0 && found.length === value.length && found.citation.kind !== "file";
  return isWhole ? found.citation : null;
}
