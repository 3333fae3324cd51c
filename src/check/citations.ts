/** What a postmortem cites on GitHub, with the places where it does. */

import {
  bareCommitsIn,
  type Citation,
  citationOf,
  commitOf,
  type Home,
  writtenIn,
} from "../github/citations.ts";
import type { PostmortemSource } from "../postmortem/parse.ts";
import type { Passage } from "../postmortem/passages.ts";

/** A citation with where its passage has it. */
export type Cited = Citation & { start: number; line: number };

// Each is asked for every commit that stands without its repository.
const MOST_REPOSITORIES = 8;

/** All that a postmortem cites, in the order of its text; commits without their repository aside. */
export function citationsOf(source: PostmortemSource, home: Home): Cited[] {
  return passagesIn(source).flatMap((passage) => citedIn(passage, home));
}

function passagesIn({ blocks }: PostmortemSource): Passage[] {
  return blocks.flatMap(({ passages }) => passages);
}

/**
 * What GitHub is to be asked for: all that is cited, and each commit without its repository in every repository that
 * the text or the configuration (`repositories`) names, and in the docs repository.
 */
export function lookupsOf(source: PostmortemSource, home: Home, repositories: string[]): Citation[] {
  const cited = citationsOf(source, home);
  const named = cited.map(({ owner, name }) => `${owner}/${name}`);
  const places = [...new Set([home.repository, ...repositories, ...named].map((one) => one.toLowerCase()))]
    .filter(Boolean)
    .slice(0, MOST_REPOSITORIES);
  const bare = passagesIn(source).flatMap(bareIn);
  return [...cited, ...bare.flatMap(({ sha }) => places.map((place) => commitOf(place, sha)))];
}

/** The commits without their repository in a passage, in code too, where they stand alone. */
export function bareIn(passage: Passage): { sha: string; start: number }[] {
  const coded = passage.codes.flatMap(({ value, start }) => {
    const [found] = bareCommitsIn(value);
    return found?.sha.length === value.length ? [{ ...found, start }] : [];
  });
  return [...bareCommitsIn(withoutLinks(passage)), ...coded];
}

/** What one passage cites. */
export function citedIn(passage: Passage, home: Home): Cited[] {
  const linked = passage.links.flatMap(({ url, start, line }) => {
    const citation = citationOf(url, home.serverUrl);
    return citation ? [{ ...citation, start, line }] : [];
  });
  const coded = passage.codes.flatMap(({ value, start, line }) => {
    // In code, which may be anything, only what names a repository and is nothing else.
    const [found] = writtenIn(value, null);
    return found?.start === 0 && found.length === value.length ? [{ ...found.citation, start, line }] : [];
  });
  const written = writtenIn(withoutLinks(passage), home).map(({ citation, start }) => ({
    ...citation,
    start,
    line: passage.lineAt(start),
  }));
  return [...linked, ...coded, ...written].sort((a, b) => a.start - b.start);
}

// A link's own words say what they like.
function withoutLinks({ text, links }: Passage): string {
  let at = 0;
  let loose = "";
  for (const { start, end } of links) {
    loose += text.slice(at, start) + "\0".repeat(end - start);
    at = end;
  }
  return loose + text.slice(at);
}
