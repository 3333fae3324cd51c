/** A merged postmortem as another one shows it: its cause, and what was promised and is not ticked. */

import { posix } from "node:path";
import { dateOf } from "../lib/time.ts";
import { actionItemsOf } from "./action-items.ts";
import type { SimilarPostmortem } from "./lines.ts";
import { blocksWith, parsePostmortem } from "./parse.ts";
import type { SectionNames } from "./sections.ts";

/** `path` is that in the repository. */
export type PastPostmortem = SimilarPostmortem & {
  incidentId: string;
  /** When its incident began, in epoch milliseconds. */
  created: number;
  service: string | null;
  causes: string[];
  /** The first words of the section; null where it has none. */
  rootCauseWords: string | null;
  openItemWords: string[];
  /** How many action items there are, ticked or not. */
  items: number;
};

/** Null for a text that cannot be read, that names no incident, or that does not say when it began. */
export function readPast(path: string, text: string, names: SectionNames): PastPostmortem | null {
  const source = parsePostmortem(path, text, names);
  if ("problem" in source || source.frontMatter === null) return null;
  const { incident, created, service, causes, "root-cause": rootCause } = source.frontMatter.values;
  if (incident === null || created === null) return null;
  const items = actionItemsOf(source);
  const open = items.filter(({ isTicked }) => isTicked === false);
  const blocks = blocksWith(source, "root-cause");
  return {
    incidentId: incident,
    path,
    created,
    date: dateOf(created),
    title: incidentTitleIn(source.title?.text ?? path, service ?? ""),
    service,
    rootCause,
    causes: causes ?? [],
    rootCauseWords: blocks[0]?.words ?? null,
    openItems: open.length,
    openItemWords: open.map(({ words }) => words),
    items: items.length,
  };
}

/** The same as a document in a folder links them. */
export function linkedFrom<Past extends SimilarPostmortem>(folder: string, past: Past[]): Past[] {
  return past.map((one) => ({ ...one, path: posix.relative(folder, one.path) }));
}

/** The title as the incident had it: the built-in document puts a word before it and the service after it. */
function incidentTitleIn(heading: string, service: string): string {
  const title = heading.replace(/^Postmortem: /, "");
  const end = ` — ${service}`;
  return title.endsWith(end) ? title.slice(0, -end.length) : title;
}
