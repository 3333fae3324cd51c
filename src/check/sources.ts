/** Where a claim or a row says that it is from, and whether there is such a thing. */

import type { Citation } from "../github/citations.ts";
import type { IncidentRecord } from "../incident/record.ts";
import { dateOf, timeOf } from "../lib/time.ts";
import type { PostmortemSource } from "../postmortem/parse.ts";
import type { Passage } from "../postmortem/passages.ts";
import { bareIn, citedIn } from "./citations.ts";
import type { MarkedClaim } from "./claims.ts";
import { excerpt } from "./excerpt.ts";
import { isDevinsHost, isLocal } from "./hosts.ts";
import { timedRows } from "./rows.ts";
import type { RuleContext } from "./rule.ts";

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

const KIND = "(?:note|alert|status update)";
const CLOCK = String.raw`(?:(\d{4}-\d\d-\d\d),? )?(\d\d?:\d\d)(?::\d\d)?(?![\d:])`;
/** `PagerDuty note of 14:44 UTC`, also with its author in between, and `the 14:44 UTC note`. */
const OF_RECORD = new RegExp(
  String.raw`\b(${KIND})s?(?: by [^():;,\d]{1,60})?,?(?: (?:of|at|from))? ${CLOCK}|(?<![\d:.-])${CLOCK} UTC (${KIND})\b`,
  "gi",
);

/** The sources that a passage names: links, references to GitHub, and notes and alerts of the record. */
export function sourcesIn(passage: Passage, { file }: PostmortemSource, context: RuleContext): NamedSource[] {
  const { references, home } = context;
  const all = citedIn(passage, home);
  const own = passage.links.filter(({ url }) => isOwnPage(url, file, context)).map(({ start }) => start);
  const cited = all
    .filter((citation) => !isItself(citation, file, context))
    .map(({ key, start }): NamedSource => {
      const isLinked = passage.links.some((link) => link.start === start);
      const isBare = passage.text.startsWith("#", start) && !isLinked;
      const state = references?.answers[key]?.state === "absent" ? "absent" : "good";
      return named(key, start, isBare ? "vague" : state, NO_REPOSITORY, true);
    });
  const links = passage.links
    .filter(({ start }) => !all.some((one) => one.start === start))
    .flatMap(({ url, start }) => {
      const state = stateOf(url, context);
      return state === null ? [] : [named(url, start, state, TOO_WIDE)];
    });
  const sources = [...cited, ...links, ...ofRecordIn(passage, context), ...commitsIn(passage, context)];
  return sources.filter(({ start }) => !own.includes(start));
}

/** The sources that a claim's mark names; in a confirmed one also the times of rows. */
export function sourcesOfMark(
  { passage, mark }: MarkedClaim,
  source: PostmortemSource,
  context: RuleContext,
): NamedSource[] {
  const isInMark = ({ start }: NamedSource) => start >= mark.start && start < mark.end;
  const sources = sourcesIn(passage, source, context).filter(isInMark);
  if (mark.kind !== "confirmed") return sources;
  const rows = rowsNamedIn(passage, source, context).filter(isInMark);
  // Beside another source a time may be any.
  return sources.length === 0 ? rows : [...sources, ...rows.filter(({ state }) => state === "good")];
}

/** A time; whether one in UTC exists is a question of `timeline-clock`. */
const ROW_TIME = /(?<![\d:.])(\d\d?:\d\d)(?![\d:]*\d{3})(?::\d\d)?( ?UTC|Z)?/gi;

function rowsNamedIn({ text }: Passage, source: PostmortemSource, { record }: RuleContext): NamedSource[] {
  const { created, acknowledged, resolved } = source.values;
  const instants = [created, acknowledged, resolved].flatMap((at) => at ?? []);
  const told = [...timedRows(source), ...(record?.notes ?? []), ...(record?.alerts ?? [])];
  const known = new Set([...instants, ...told.map(({ at }) => at)].map(timeOf));
  return [...text.matchAll(ROW_TIME)].map(({ 0: shown, 1: clock = "", 2: zone, index }) => {
    const isThere = zone !== undefined || known.has(clock.padStart(5, "0"));
    return named(shown, index, isThere ? "good" : "absent");
  });
}

/** Whether what is cited is this postmortem, or the pull request that brings it. */
function isItself({ kind, owner, name, number, key }: Citation, file: string, context: RuleContext): boolean {
  if (`${owner}/${name}`.toLowerCase() !== context.home.repository.toLowerCase()) return false;
  return kind === "file" ? key.endsWith(`/${file}`) : number !== null && number === context.pullRequest;
}

/** Whether an address shows this postmortem, or a page of the pull request that brings it, such as one of its commits. */
function isOwnPage(address: string, file: string, { home, pullRequest }: RuleContext): boolean {
  const { origin, pathname = "" } = URL.parse(address) ?? {};
  const pages = `/${home.repository}/pull/${pullRequest}/`.toLowerCase();
  const isOfPullRequest = origin === home.serverUrl && `${pathname}/`.toLowerCase().startsWith(pages);
  return isOfPullRequest || pathname.endsWith(`/${file}`);
}

function named(
  shown: string,
  start: number,
  state: NamedSource["state"],
  doubt = NO_REPOSITORY,
  isCitation = false,
): NamedSource {
  return { state, shown: excerpt(shown), start, isCitation, doubt };
}

/** What a link is as a source; null for none: mail, a place in this repository, or the session that wrote the text. */
function stateOf(address: string, { home, record }: RuleContext): "good" | "vague" | null {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol) || isDevinsHost(url)) return null;
  const segments = url.pathname.split("/").filter(Boolean);
  const isGitHub = url.origin === home.serverUrl;
  const isFront = segments.length <= (isGitHub ? 2 : 0) && url.search === "" && url.hash === "";
  return isFront || isLocal(url) || isPage(url, record?.incident.url ?? "") ? "vague" : "good";
}

/** Whether an address is that of a page, or of a place in it. */
function isPage({ origin, pathname }: URL, page: string): boolean {
  const url = URL.parse(page);
  return url?.origin === origin && url.pathname.replace(/\/$/, "") === pathname.replace(/\/$/, "");
}

/** What a link says of itself is no name of a note or alert. */
function ofRecordIn({ text, links }: Passage, { record }: RuleContext): NamedSource[] {
  return [...text.matchAll(OF_RECORD)]
    .filter(({ index }) => !links.some(({ start, end }) => start <= index && index < end))
    .map(({ 0: shown, 1: kind, 2: day, 3: clock, 4: dayFirst, 5: clockFirst, 6: kindLast, index }) => {
      const time = (clock ?? clockFirst ?? "").padStart(5, "0");
      const date = day ?? dayFirst;
      const isThere =
        record === null ||
        instantsOf(record, (kind ?? kindLast ?? "").toLowerCase()).some(
          (at) => timeOf(at) === time && (date === undefined || dateOf(at) === date),
        );
      return named(shown, index, isThere ? "good" : "absent");
    });
}

/** What is wrong with the sources of one claim or row; null where one of them is good. */
export function flawOf(sources: NamedSource[]): NamedSource | "none" | null {
  if (sources.some(({ state }) => state === "good")) return null;
  return sources.find(({ state }) => state === "absent") ?? sources[0] ?? "none";
}

/** When the record's notes, alerts, or status updates were written. */
function instantsOf({ notes, alerts, timeline }: IncidentRecord, kind: string): number[] {
  const updates = timeline.filter(({ what }) => /^status update/i.test(what));
  const some = kind === "note" ? notes : kind === "alert" ? alerts : updates;
  const triggers = kind === "alert" ? timeline.filter(({ what }) => /\btriggered\b/.test(what)) : [];
  return [...some, ...triggers].map(({ at }) => at);
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
