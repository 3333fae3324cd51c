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
 * number without its repository.
 */
export type NamedSource = {
  state: "good" | "absent" | "vague";
  shown: string;
  start: number;
  /** Whether it names its repository, so that `claim-absent-reference` looks for it wherever it stands. */
  isCitation: boolean;
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
  const stateOf = (key: string) => (references?.answers[key]?.state === "absent" ? "absent" : "good");
  const isLinked = (start: number) => passage.links.some((link) => link.start === start);
  const cited = citedIn(passage, home, incident).map(({ key, start }): NamedSource => {
    const isBare = /^#\d/.test(passage.text.slice(start, start + 2)) && !isLinked(start);
    const shown = toSingleLine(key, LONGEST_SHOWN);
    return { state: isBare ? "vague" : stateOf(key), shown, start, isCitation: true };
  });
  const links = passage.links
    .filter(({ url, start }) => isElsewhere(url) && !cited.some((one) => one.start === start))
    .map(
      ({ url, start }): NamedSource => ({
        state: "good",
        shown: toSingleLine(url, LONGEST_SHOWN),
        start,
        isCitation: false,
      }),
    );
  return [...cited, ...links, ...ofRecordIn(passage.text, context), ...commitsIn(passage, context)];
}

/** Whether an address leads to somebody else's page: the session that wrote the text is no source of it. */
function isElsewhere(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && /^https?:$/.test(url.protocol) && !isDevinsHost(url);
}

function ofRecordIn(text: string, { record }: RuleContext): NamedSource[] {
  return [...text.matchAll(OF_RECORD)].map(({ 0: shown, 1: kind = "", 2: clock = "", index }) => {
    const times = record === null ? null : timesOf(record, kind.toLowerCase());
    const isThere = times === null || times.has(clock.padStart(5, "0"));
    return {
      state: isThere ? "good" : "absent",
      shown: toSingleLine(shown, LONGEST_SHOWN),
      start: index,
      isCitation: false,
    };
  });
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
    const state = isAbsent ? "absent" : isVague ? "vague" : "good";
    return { state, shown: sha, start, isCitation: false };
  });
}
