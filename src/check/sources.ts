/** Where a claim or a row says that it is from, and whether there is such a thing. */

import type { Home } from "../github/citations.ts";
import { toSingleLine } from "../lib/text.ts";
import type { Passage } from "../postmortem/passages.ts";
import { bareIn, citedIn } from "./citations.ts";
import { isDevinsHost } from "./keys.ts";
import type { RuleContext } from "./rule.ts";

const LONGEST_SHOWN = 80;

/**
 * `good`: it exists, or nobody can tell that it does not. `absent`: the record or GitHub does not have it. `vague`: a
 * reader could not find in it what is said, for the reason in `doubt`.
 */
export type NamedSource = {
  state: "good" | "absent" | "vague";
  shown: string;
  start: number;
  /** Whether it names its repository, so that `claim-absent-reference` looks for it wherever it stands. */
  isCitation: boolean;
  doubt: Doubt;
};

/** Why a source is vague, as the end of a sentence, and what to write. */
type Doubt = { why: string; fix: string };

const NO_REPOSITORY: Doubt = {
  why: "nobody can tell in which repository that is",
  fix: "Write it with its repository: owner/name#12, or owner/name@9fceb02.",
};
const TOO_WIDE: Doubt = {
  why: "that page shows much else, and something else tomorrow",
  fix: "Link the graph, log, change or message itself; or name the note or alert of PagerDuty's.",
};

const OF_RECORD =
  /\b(note|alert|status update)s?,?(?: (?:of|at|from))? (?:\d{4}-\d\d-\d\d,? )?(\d\d?:\d\d)(?::\d\d)? UTC/gi;

/**
 * The sources that a passage names: links, references to GitHub, and notes and alerts of the record. `incident` is the
 * number of the incident, which is no number of GitHub's.
 */
export function sourcesIn(passage: Passage, context: RuleContext, incident: number | null): NamedSource[] {
  const { references, repository } = context;
  const home: Home = { repository, serverUrl: references?.serverUrl ?? "https://github.com" };
  const cited = citedIn(passage, home, incident).map(({ key, start }): NamedSource => {
    const isLinked = passage.links.some((link) => link.start === start);
    const isBare = passage.text.startsWith("#", start) && !isLinked;
    const state = references?.answers[key]?.state === "absent" ? "absent" : "good";
    return named(key, start, isBare ? "vague" : state, NO_REPOSITORY, true);
  });
  const links = passage.links
    .filter(({ start }) => !cited.some((one) => one.start === start))
    .flatMap(({ url, start }) => {
      const state = stateOf(url, home, context);
      return state === null ? [] : [named(url, start, state, TOO_WIDE)];
    });
  return [...cited, ...links, ...ofRecordIn(passage, context), ...commitsIn(passage, context)];
}

function named(
  shown: string,
  start: number,
  state: NamedSource["state"],
  doubt = NO_REPOSITORY,
  isCitation = false,
): NamedSource {
  return { state, shown: toSingleLine(shown, LONGEST_SHOWN), start, isCitation, doubt };
}

/** What a link is as a source; null for none: mail, a place in this repository, or the session that wrote the text. */
function stateOf(address: string, { serverUrl }: Home, { record }: RuleContext): "good" | "vague" | null {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol) || isDevinsHost(url)) return null;
  const segments = url.pathname.split("/").filter(Boolean);
  const isGitHub = url.origin === serverUrl;
  const isFront = segments.length <= (isGitHub ? 2 : 0) && url.search === "" && url.hash === "";
  const isWhole = address === record?.incident.url || url.hostname === "localhost";
  return isFront || isWhole ? "vague" : "good";
}

/** What a link says of itself is no name of a note or alert. */
function ofRecordIn({ text, links }: Passage, { record }: RuleContext): NamedSource[] {
  return [...text.matchAll(OF_RECORD)]
    .filter(({ index }) => !links.some(({ start, end }) => start <= index && index < end))
    .map(({ 0: shown, 1: kind = "", 2: clock = "", index }) => {
      const times = record === null ? null : timesOf(record, kind.toLowerCase());
      const isThere = times === null || times.has(clock.padStart(5, "0"));
      return named(shown, index, isThere ? "good" : "absent");
    });
}

/** What is wrong with the sources of one claim or row; null where one of them is good. */
export function flawOf(sources: NamedSource[]): NamedSource | "none" | null {
  if (sources.some(({ state }) => state === "good")) return null;
  return sources.find(({ state }) => state === "absent") ?? sources[0] ?? "none";
}

type Record = NonNullable<RuleContext["record"]>;

/** The clock times of the record's notes, alerts, or status updates. */
function timesOf({ notes, alerts, timeline }: Record, kind: string): Set<string> {
  const updates = timeline.filter(({ what }) => /^status update/i.test(what));
  const some = kind === "note" ? notes : kind === "alert" ? alerts : updates;
  const triggers = kind === "alert" ? timeline.filter(({ what }) => /\btriggered\b/.test(what)) : [];
  return new Set([...some, ...triggers].map(({ at }) => new Date(at).toISOString().slice(11, 16)));
}

/** Commits without their repository, which are absent where every repository that was asked has none of that name. */
function commitsIn(passage: Passage, { references }: RuleContext): NamedSource[] {
  const known = Object.entries(references?.answers ?? {});
  return bareIn(passage).map(({ sha, start }) => {
    const states = known.filter(([key]) => key.endsWith(`@${sha}`)).map(([, { state }]) => state);
    const isAbsent = states.length > 0 && states.every((state) => state === "absent");
    // Where no repository is named, nobody was asked for it.
    const isVague = references !== null && states.length === 0;
    return named(sha, start, isAbsent ? "absent" : isVague ? "vague" : "good");
  });
}
