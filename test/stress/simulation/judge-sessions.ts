/** The part of the verdict that is about what sessions were told, and whether somebody hears of those that are stuck. */

import { desertsOf } from "./deserving.ts";
import { type PlayedSession, shortOf } from "./services.ts";
import { lastAsked, tellsOf, toldOf } from "./told.ts";
import type { History } from "./world.ts";

/** The simulated events of a resolve end so; the others are reconcile's. */
const OF_A_RESOLVE = /^missed-|R$/;
/** So long after it has read a session's messages a run may still send one. */
const SENDING_MS = 2 * 60_000;

/** All promises that were broken, one sentence each. */
export function judgeSessions(history: History): string[] {
  return [
    ...history.sessions.flatMap((session) => judgeMessages(history, session)),
    ...judgeMending(history),
    ...history.sessions.flatMap(judgeHolding),
    ...judgeStuck(history),
  ];
}

/** No news twice: neither of one event, nor of one resolve by its event and by a reconcile that did not race. */
function judgeMessages({ runs }: History, session: PlayedSession): string[] {
  const told = toldOf(session);
  const broken: string[] = [];
  const seen = new Set<string>();
  for (const [index, { at, ask, eventId, resolvedAt, firstLine }] of told.entries()) {
    const name = ask === "nudge" ? "the reminder" : ask === "mend" ? firstLine : `event ${eventId}`;
    if (seen.has(name)) broken.push(`${shortOf(session)} was told ${name} twice`);
    seen.add(name);
    // A reconcile that brings the news of a second session gives its event another time.
    const isOfAnother = /^missed-.*\.\d{3}Z$/.test(eventId ?? "");
    if (resolvedAt === null || isOfAnother || !OF_A_RESOLVE.test(eventId ?? "")) continue;
    const before = told.slice(0, index).find(tellsOf(resolvedAt));
    const hasRaced = runs.some(
      ({ startedAt, endedAt }) => before && startedAt <= before.at && before.at <= at && at <= endedAt,
    );
    if (before && !hasRaced) broken.push(`${shortOf(session)} was told by ${name} of a resolve that it knew`);
  }
  return broken;
}

/** Every session that can do nothing more by itself turned a reconcile red, unless one was cut off that may have known. */
function judgeStuck({ sessions, runs, plan }: History): string[] {
  const reconciles = runs.filter(({ trigger }) => trigger.incidentId === null);
  if (reconciles.some(({ outcome }) => outcome === "killed")) return [];
  const red = reconciles.flatMap(({ outcome }) => (outcome === "killed" ? [] : outcome.failures)).join("\n");
  // Of an incident that the rules skip by now nobody wants a postmortem.
  const deserving = plan.lives.filter((life) => desertsOf(life, plan).now);
  return deserving.flatMap(({ id }) => {
    const own = sessions.filter(({ incidentId, end }) => incidentId === id && end?.by !== "us");
    const counts = own.find(({ end }) => end === null) ?? own.at(-1);
    const isQuiet =
      counts === undefined ||
      lastAsked(counts)?.ask !== "draft" ||
      !isStuck(counts) ||
      hasPull(sessions, counts);
    return isQuiet || red.includes(String(counts.stored.state["url"]))
      ? []
      : [`${shortOf(counts)} needs somebody, and no reconcile was red for it`];
  });
}

/** Whether the session, or one that a race started beside it, has opened a pull request; one of a session before it shows nothing. */
function hasPull(sessions: PlayedSession[], { incidentId, bornAt }: PlayedSession): boolean {
  return sessions.some(
    (one) =>
      one.incidentId === incidentId && one.bornAt >= bornAt && one.stored.state.pull_requests.length > 0,
  );
}

function isStuck({ stored }: PlayedSession): boolean {
  const { status, status_detail, is_archived } = stored.state;
  if (is_archived === true) return false;
  if (status === "suspended" || status === "exit" || status === "error") return true;
  return status === "running" && status_detail !== "working";
}

/** A session that holds is neither reminded nor told to mend, until it is told of the next resolve. */
function judgeHolding(session: PlayedSession): string[] {
  let heldAt: number | null = null;
  return toldOf(session).flatMap(({ at, ask, firstLine }) => {
    if (ask === "hold") heldAt = at;
    if (ask === "draft") heldAt = null;
    const isLate = (ask === "nudge" || ask === "mend") && heldAt !== null && at - heldAt > SENDING_MS;
    return isLate ? [`${shortOf(session)} holds, and was told "${firstLine}"`] : [];
  });
}

/** At most two messages for each pull request, none twice, and none about what a person pushed. */
function judgeMending({ sessions, pushed }: History): string[] {
  const lines = sessions.flatMap(toldOf).flatMap(({ ask, firstLine }) => (ask === "mend" ? [firstLine] : []));
  const byPull = Map.groupBy(lines, (line) => line.slice(0, line.indexOf(" at ")));
  return [...byPull].flatMap(([pull, all]) => [
    ...(all.length > 2 ? [`${pull} was told ${all.length} times`] : []),
    ...(new Set(all).size < all.length ? [`${pull} was told twice of one commit`] : []),
    ...(all.some((line) => pushed.get(line.slice(-40)) === "person")
      ? [`${pull} was told of a person's push`]
      : []),
  ]);
}
