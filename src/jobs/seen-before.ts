/** The merged postmortems that are like an incident: for its brief, its document and its check. */

import { posix } from "node:path";
import type { IncidentRecord } from "../incident/record.ts";
import type { Files } from "../lib/checkout.ts";
import { rankAlike, type Wanted } from "../postmortem/alike.ts";
import { listMarkdown } from "../postmortem/directory.ts";
import type { SimilarPostmortem } from "../postmortem/lines.ts";
import { nodesOf } from "../postmortem/markdown.ts";
import { blocksWith, type PostmortemSource } from "../postmortem/parse.ts";
import { linkedFrom, type PastPostmortem, readPast } from "../postmortem/past.ts";
import { redactText, redactTexts } from "../redact/text.ts";
import type { Config } from "../settings/configuration.ts";

/** Where to look: the checkout, and the paths that are not merged yet. */
export type Search = {
  files: Files;
  config: Pick<Config, "directory" | "sections" | "seen-before" | "allow">;
  unmerged: ReadonlySet<string>;
};

/** The most similar postmortems of earlier incidents, redacted; none where none is similar. */
export async function findPast(record: IncidentRecord, search: Search): Promise<PastPostmortem[]> {
  const { most } = search.config["seen-before"];
  const texts = most === 0 ? [] : textsOf(search);
  const ranked = await rankAlike(wantedOf(record), texts);
  const found = new Map<string, PastPostmortem>();
  for (const { path, text } of ranked.flatMap((alike) => texts.filter((one) => one.path === alike))) {
    if (found.size >= most) break;
    const past = readPast(path, text, search.config.sections);
    if (past !== null && isBefore(past, record) && !found.has(past.incidentId))
      found.set(past.incidentId, past);
  }
  return await Promise.all([...found.values()].map((past) => redact(past, search)));
}

/**
 * What a postmortem should say of others: what is written of those that it names, and those that it could name beside
 * them. Items may have been ticked since it was written, so a number of open items counts that was true once.
 */
export async function expectedPast(
  source: PostmortemSource,
  record: IncidentRecord,
  search: Search,
): Promise<SimilarPostmortem[]> {
  const folder = posix.dirname(source.file);
  const named = await Promise.all(
    namedIn(source, search).flatMap(({ path, count }) => {
      const past = readPast(path, search.files.read(path) ?? "", search.config.sections);
      if (past === null || !isBefore(past, record)) return [];
      const wasTrue = count !== null && count >= past.openItems && count <= past.items;
      return redact(wasTrue ? { ...past, openItems: count } : past, search);
    }),
  );
  const paths = new Set(named.map(({ path }) => path));
  const others = (await findPast(record, search)).filter(({ path }) => !paths.has(path));
  const room = Math.max(0, search.config["seen-before"].most - named.length);
  return linkedFrom(folder, [...named, ...others.slice(0, room)]);
}

/** The postmortems that the section links to, and how many open items it says that each has. */
function namedIn(source: PostmortemSource, search: Search): { path: string; count: number | null }[] {
  const folder = posix.dirname(source.file);
  const known = new Set(pathsOf(search));
  const blocks = blocksWith(source, "seen-before");
  const named = blocks.flatMap(({ node, words }) => {
    const count = /(?<!\d)(\d{1,4}) items? not ticked$/.exec(words)?.[1];
    return [...nodesOf(node)].flatMap((one) =>
      one.type === "link"
        ? { path: posix.join(folder, decode(one.url)), count: count === undefined ? null : Number(count) }
        : [],
    );
  });
  return [...new Map(named.map((one) => [one.path, one])).values()].filter(({ path }) => known.has(path));
}

function decode(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

function pathsOf({ files, config, unmerged }: Search): string[] {
  return listMarkdown(files, config.directory).filter((path) => !unmerged.has(path));
}

function textsOf(search: Search) {
  return pathsOf(search).flatMap((path) => {
    const text = search.files.read(path);
    return text === null ? [] : { path, text };
  });
}

/** What came after the end is left out, so that a check finds the same as the draft. */
function wantedOf({ incident, alerts, notes, resolvedAt }: IncidentRecord): Wanted {
  const isInTime = ({ at }: { at: number }) => resolvedAt === null || at <= resolvedAt;
  return {
    service: incident.service?.name ?? null,
    words: [
      incident.title ?? "",
      ...alerts.filter(isInTime).map(({ summary }) => summary),
      ...notes.filter(isInTime).map(({ text }) => text),
    ].join("\n"),
  };
}

function isBefore({ incidentId, created }: PastPostmortem, { incident, createdAt }: IncidentRecord): boolean {
  return incidentId !== incident.id && (createdAt === null || created < createdAt);
}

async function redact(past: PastPostmortem, { config }: Search): Promise<PastPostmortem> {
  const clean = async (words: string | null) => (words === null ? null : await redactText(words, config));
  return {
    ...past,
    title: await redactText(past.title, config),
    service: await clean(past.service),
    rootCause: await clean(past.rootCause),
    rootCauseWords: await clean(past.rootCauseWords),
    causes: await redactTexts(past.causes, config),
    openItemWords: await redactTexts(past.openItemWords, config),
  };
}
