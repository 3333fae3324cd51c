/** Reads the postmortems of the docs repository for the follow-ups; what cannot be read is named. */

import { incidentIdPattern } from "../../incident/patterns.ts";
import type { Files } from "../../lib/checkout.ts";
import { isDay } from "../../lib/time.ts";
import { actionItemsOf, isOpen, unboxedIn } from "../../postmortem/action-items.ts";
import { listMarkdown } from "../../postmortem/directory.ts";
import { incidentsOf } from "../../postmortem/file.ts";
import { type PostmortemSource, parsePostmortem, sectionsWith } from "../../postmortem/parse.ts";
import type { SectionNames } from "../../postmortem/sections.ts";
import { type FollowedPostmortem, followUpsOf, isSince, isTaken } from "./items.ts";

const MOST_NAMED = 10;

/** Something about a file, as the end of a sentence. */
type Remark = { path: string; reason: string };

/** What the directory holds. */
export type Directory = {
  postmortems: FollowedPostmortem[];
  /** Files that do not count, because they cannot be read or have the incident of another file. */
  unread: Remark[];
};

/** Reads all files of the directory and its subfolders; `names` is what the team calls the known sections. */
export function readDirectory(files: Files, directory: string, names: SectionNames): Directory {
  const found: Directory = { postmortems: [], unread: [] };
  const byIncident = new Map<string, string>();
  for (const path of listMarkdown(files, directory)) {
    const read = readFile(path, files.read(path), names);
    if (read === null) continue;
    const first = "reason" in read ? undefined : byIncident.get(read.incidentId);
    if ("reason" in read) found.unread.push({ path, reason: read.reason });
    else if (first !== undefined)
      found.unread.push({ path, reason: `it has the incident of ${first}, which counts` });
    else {
      found.postmortems.push(read);
      byIncident.set(read.incidentId, path);
    }
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
  const { frontMatter, values, title } = source;
  const isAbout =
    frontMatter?.lines.has("incident") || [...incidentsOf([path])].some((id) => incidentIdPattern.test(id));
  if (!isAbout) return null;
  if (values.incident === null) return { reason: "its front matter does not say which incident it is about" };
  const { incident, service, created, acknowledged, resolved, causes } = values;
  const items = actionItemsOf(source);
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
    unclear: unclearIn(source),
    undated: items.flatMap(({ isTicked, line, due }) =>
      isTicked || due === null || isOpen(due) || isDay(due)
        ? []
        : `the date on line ${line} is no day such as 2026-03-01`,
    ),
  };
}

function unclearIn(source: PostmortemSource): string | null {
  if (sectionsWith(source, "action-items").length === 0)
    return "it has no section Action Items, or what `sections` of the configuration calls it";
  const [first] = unboxedIn(source);
  return first === undefined ? null : `what stands on line ${first.line} is no item with a checkbox`;
}

/** What people should know of the files; `since` is that of the configuration, in epoch milliseconds. */
export function warningsOf({ postmortems, unread }: Directory, since: number | null): string[] {
  const left = postmortems
    .map((one): Remark => ({ path: one.path, reason: leftOutOf(one, since).join(", and ") }))
    .filter(({ reason }) => reason !== "");
  const named: [string, Remark[]][] = [
    ["Not every file could be read, so no item counts as gone", unread],
    ["Not all action items of these files are followed up", left],
  ];
  return named.flatMap(([sentence, all]) => {
    const more = all.length > MOST_NAMED ? `; and ${all.length - MOST_NAMED} more` : "";
    const shown = all.slice(0, MOST_NAMED).map(({ path, reason }) => `${path}: ${reason}`);
    return all.length === 0 ? [] : `${sentence}: ${shown.join("; ")}${more}.`;
  });
}

/** What of a postmortem is not followed up though somebody may think so. */
function leftOutOf(postmortem: FollowedPostmortem, since: number | null): string[] {
  const { created, unclear, undated } = postmortem;
  if (isSince(postmortem, since)) return [...(unclear === null ? [] : [unclear]), ...undated];
  const isMeant = created === null && followUpsOf(postmortem).some(isTaken);
  return isMeant ? ["its `created` is no time, so it may have been before `since`"] : [];
}
