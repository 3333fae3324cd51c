/** Reads the postmortems of the docs repository for the follow-ups; what cannot be read is named. */

import { incidentIdPattern } from "../../incident/patterns.ts";
import type { Files } from "../../lib/checkout.ts";
import { actionItemsOf } from "../../postmortem/action-items.ts";
import { listMarkdown } from "../../postmortem/directory.ts";
import { incidentsOf } from "../../postmortem/file.ts";
import { parsePostmortem, sectionsWith } from "../../postmortem/parse.ts";
import type { SectionNames } from "../../postmortem/sections.ts";
import type { FollowedPostmortem } from "./items.ts";

/** What the directory holds. */
export type Directory = {
  postmortems: FollowedPostmortem[];
  /** Files that could not be read, each with its reason. */
  unread: { path: string; reason: string }[];
  /** Files of an incident that has another file already, which is the one that counts. */
  doubled: { path: string; of: string }[];
};

/** Reads all files of the directory and its subfolders; `names` is what the team calls the known sections. */
export function readDirectory(files: Files, directory: string, names: SectionNames): Directory {
  const found: Directory = { postmortems: [], unread: [], doubled: [] };
  const byIncident = new Map<string, string>();
  for (const path of listMarkdown(files, directory)) {
    const read = readFile(path, files.read(path), names);
    if (read === null) continue;
    if ("reason" in read) {
      found.unread.push({ path, reason: read.reason });
      continue;
    }
    const of = byIncident.get(read.incidentId);
    if (of === undefined) found.postmortems.push(read);
    else found.doubled.push({ path, of });
    byIncident.set(read.incidentId, of ?? path);
  }
  return found;
}

/** Null for a file that is no postmortem: neither its front matter nor its name is about an incident. */
function readFile(
  path: string,
  text: string | null,
  names: SectionNames,
): FollowedPostmortem | { reason: string } | null {
  if (text === null) return { reason: "it leads out of the checkout" };
  const source = parsePostmortem(path, text, names);
  if ("problem" in source) return { reason: source.problem };
  const { frontMatter, title } = source;
  const isAbout =
    frontMatter?.lines.has("incident") || [...incidentsOf([path])].some((id) => incidentIdPattern.test(id));
  if (!isAbout) return null;
  if (frontMatter === null || frontMatter.values.incident === null)
    return { reason: "its front matter does not say which incident it is about" };
  const { incident, service, created, acknowledged, resolved, causes } = frontMatter.values;
  const items = actionItemsOf(source);
  const blocks = sectionsWith(source, "action-items").flatMap((section) => section.blocks);
  const hasTable = blocks.some(({ kind }) => kind === "row");
  return {
    path,
    incidentId: incident,
    title: title?.text ?? path,
    service,
    created,
    acknowledged,
    resolved,
    causes: causes ?? [],
    items,
    hasUnboxed: hasTable || items.some(({ isTicked }) => isTicked === null),
  };
}
