/** The verdict on a history: what was promised, and what came of it. */

import { type Deserts, desertsOf } from "./deserving.ts";
import { isCreate } from "./faults.ts";
import type { Life } from "./life.ts";
import { isSaid } from "./remarks.ts";
import { type PlayedSession, shortOf } from "./services.ts";
import { lastAsked, type Told, toldOf } from "./told.ts";
import type { History } from "./world.ts";

const DAY_MS = 86_400_000;
/** So long after it was sent a create may still arrive. */
const LATEST_MS = 60_000;
/** So long after it has read a session's messages a run may still send one. */
const SENDING_MS = 2 * 60_000;
/** An event's time trails the record's by up to 1.3 s. */
const TRAILING_MS = 1_500;
/** The simulated events of a resolve end so; the others are reconcile's. */
const OF_A_RESOLVE = /^missed-|R$/;
/** So long before and after the create of a session a failure may have kept a run from ending it. */
const TROUBLE_MS = 10 * 60_000;

/** All promises that were broken, one sentence each. */
export function judge(history: History): string[] {
  const { plan, errors, doubled } = history;
  const bugs = errors.map((error) => `A bug was thrown: ${error}`);
  if (plan.manners.tags !== null) return [...bugs, ...judgeUntagged(history)];
  const rows = lastRows(history);
  return [
    ...bugs,
    ...doubled.map((one) => `Two sessions were alive: ${one}`),
    ...(rows ? [] : ["The last reconcile has no rows"]),
    ...plan.lives.flatMap((life) => judgeIncident(history, life, rows ?? new Map())),
    ...history.sessions.flatMap((session) => judgeMessages(history, session)),
    ...judgeLimit(history),
    ...judgeMending(history),
    ...history.sessions.flatMap(judgeHolding),
    ...judgeStuck(history),
  ];
}

type Row = { outcome: string; reason: string };

function lastRows({ runs }: History): Map<string, Row> | null {
  const last = runs.at(-1)?.outcome;
  const rows = last && last !== "killed" && last.kind === "reconcile" ? last.rows : null;
  return rows && new Map(rows.map(({ incident, ...row }) => [incident.id, row]));
}

function judgeIncident(history: History, life: Life, rows: Map<string, Row>): string[] {
  const { id } = life;
  const deserts = desertsOf(life, history.plan);
  const own = history.sessions.filter((session) => session.incidentId === id);
  const kept = own.filter(({ end }) => end?.by !== "us");
  const row = rows.get(id);
  const broken: string[] = [];
  const blame = (words: string) => broken.push(`${id}: ${words}`);

  if (kept.filter(({ end }) => end === null).length > 1) blame("it has two sessions that are alive");
  for (const [index, session] of kept.entries())
    for (const later of kept.slice(index + 1)) {
      const wasAlive = session.end === null || session.end.at > later.bornAt;
      if (wasAlive && !isExplained(history, session, later))
        blame(`${shortOf(later)} was started while ${shortOf(session)} was alive, and neither was ended`);
    }
  judgeNotes(history, id).forEach(blame);
  if (deserts.resolvedAt === null) return broken;

  if (!row || row.reason === "") blame("the last reconcile says nothing of it");
  if (deserts.now) judgeDeserving(own, kept, deserts.resolvedAt, row).forEach(blame);
  else judgeUndeserving(history, deserts, own, row).forEach(blame);
  return broken;
}

/**
 * Two may be alive for a while, where an answer of the create was lost or two runs raced; if one of them then ends by
 * itself before anybody has looked again, nobody has to end it.
 */
function isExplained({ runs, calls }: History, one: PlayedSession, later: PlayedSession): boolean {
  if (one.end === null && later.end === null) return false;
  const { bornAt, incidentId } = later;
  const racing = runs.filter(
    ({ trigger, startedAt, endedAt }) =>
      (trigger.incidentId === null || trigger.incidentId === incidentId) &&
      startedAt <= bornAt &&
      bornAt <= endedAt,
  );
  const isUnsure = calls.some(
    ({ method, url, instant, fault }) =>
      fault !== null && isCreate(method, url) && bornAt - LATEST_MS <= instant && instant <= bornAt,
  );
  return racing.length > 1 || isUnsure;
}

function judgeDeserving(
  own: PlayedSession[],
  kept: PlayedSession[],
  resolvedAt: number,
  row: Row | undefined,
): string[] {
  const holders = kept.filter((session) => toldOf(session).some(tellsOf(resolvedAt)));
  const alive = kept.find(({ end }) => end === null);
  const asked = alive && lastAsked(alive);
  if (own.length === 0)
    return [`it deserves a postmortem and has no session; reconcile says ${row?.outcome}`];
  if (holders.length === 0) return ["no session that still counts was told of its last resolve"];
  if (alive && !holders.includes(alive))
    return [`${shortOf(alive)} is alive, but was not told of its last resolve`];
  if (asked && asked.ask !== "draft") return [`its session was last asked to ${asked.ask}`];
  if (alive) return row?.outcome === "skipped" ? ["reconcile skips it although it has a session"] : [];
  return row && ["stuck", "has a session"].includes(row.outcome)
    ? []
    : [`its session has ended, and reconcile says ${row?.outcome}`];
}

/** What deserves no postmortem is drafted by nobody, unless a person asks or the run says which fact it lacked. */
function judgeUndeserving(
  history: History,
  { ever }: Deserts,
  own: PlayedSession[],
  row: Row | undefined,
): string[] {
  const isByHand = ({ stored }: PlayedSession) => stored.state.tags.includes("by-hand");
  const broken: string[] = [];
  for (const session of own) {
    if (session.end !== null) continue;
    const asked = lastAsked(session);
    if (asked?.ask !== "draft")
      broken.push(`${shortOf(session)} was last asked to ${asked?.ask}, and is alive`);
  }
  const drafted = own.filter((session) => toldOf(session).some(({ ask }) => ask === "draft"));
  const isAsked = ever || own.some(isByHand);
  for (const session of drafted)
    if (!isAsked && !isWithoutFact(history, session))
      broken.push(`${shortOf(session)} drafted what deserves no postmortem`);
  if (drafted.length === 0 && row?.outcome !== "skipped" && own.length === 0)
    broken.push(`it deserves no postmortem, and reconcile says ${row?.outcome}`);
  return broken;
}

/** Whether the run that had the session draft says by its reason that a rule was decided without a fact. */
function isWithoutFact({ runs }: History, session: PlayedSession): boolean {
  const at = toldOf(session).find(({ ask }) => ask === "draft")?.at ?? 0;
  return runs.some(({ trigger, startedAt, endedAt, outcome }) => {
    if (outcome === "killed" || at < startedAt || at > endedAt) return false;
    const { incidentId } = session;
    const rows = outcome.kind === "reconcile" ? outcome.rows : [];
    const reasons = rows.filter(({ incident }) => incident.id === incidentId).map(({ reason }) => reason);
    const own = trigger.incidentId === incidentId ? [outcome.reason ?? ""] : [];
    return [...reasons, ...own].some((reason) => reason.includes("was decided without a fact"));
  });
}

/** A session knows a resolve by its time; where its facts name none, by being told later that the incident is resolved. */
function tellsOf(resolvedAt: number): (told: Told) => boolean {
  return (told) => {
    if (told.ask !== "draft" || told.isOpen) return false;
    // Of an event that PagerDuty could not be asked about, the session is told that the time is not known.
    if (told.resolvedAt === null) return told.at >= resolvedAt;
    return Math.abs(told.resolvedAt - resolvedAt) <= TRAILING_MS;
  };
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

function judgeNotes({ incidents, plan }: History, id: string): string[] {
  const notes = incidents.get(id)?.notes ?? [];
  const ours = notes.filter((note) => !isSaid(note));
  const said = (plan.remarks.get(id) ?? []).filter(({ kind }) => kind === "note");
  const lost = said.filter(({ text }) => !notes.some((note) => isSaid(note) && textOf(note) === text));
  return [
    ...(ours.length > 1 ? [`it has ${ours.length} notes of ours`] : []),
    ...lost.map(({ text }) => `somebody's note was overwritten: ${text}`),
  ];
}

function textOf(note: object): unknown {
  return "content" in note ? note.content : null;
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

/**
 * Where the organization refuses or drops our tags, no session stays that nobody could find, but one whose run was cut
 * off; no run starts two; and every run that wanted one is red.
 */
function judgeUntagged({ plan, sessions, runs, calls }: History): string[] {
  const stayed = sessions.filter(({ end, bornAt }) => {
    const hadTrouble = calls.some(
      ({ fault, instant, url }) =>
        fault !== null && url.host.includes("devin") && Math.abs(instant - bornAt) < TROUBLE_MS,
    );
    return end?.by !== "us" && !hadTrouble;
  });
  const last = runs.at(-1)?.outcome;
  const deserving = plan.lives.filter((life) => desertsOf(life, plan).now);
  const isRed = last !== undefined && last !== "killed" && last.failures.length > 0;
  return [
    ...stayed.map((session) => `${shortOf(session)} lost its tags and was left alone`),
    ...runs.flatMap(({ trigger, startedAt, endedAt, outcome }) => {
      const own = sessions.filter(
        ({ bornAt, incidentId }) =>
          startedAt <= bornAt && bornAt <= endedAt && incidentId === trigger.incidentId,
      );
      const isGreen = outcome !== "killed" && outcome.failures.length === 0;
      return own.length > 0 && isGreen ? [`${trigger.name} is green although its session lost its tags`] : [];
    }),
    ...(deserving.length > 0 && !isRed ? ["the last reconcile is green"] : []),
  ];
}

/** No run starts a session that found the day's limit used up when it began. */
function judgeLimit({ plan, sessions, runs }: History): string[] {
  const { limit } = plan.rules;
  const counted = sessions.filter(
    ({ stored }) => !stored.state.tags.some((tag) => tag === "by-hand" || tag === "deferred"),
  );
  return counted.flatMap((session) => {
    const { bornAt, incidentId } = session;
    const begun = runs.flatMap(({ trigger, startedAt, endedAt }) => {
      const isItsOwn = trigger.incidentId === null || trigger.incidentId === incidentId;
      return isItsOwn && startedAt <= bornAt && bornAt <= endedAt + LATEST_MS ? startedAt : [];
    });
    const at = Math.min(bornAt, ...begun);
    const seen = counted.filter(
      (other) => other.bornAt <= at - plan.listLagMs && other.bornAt > at - DAY_MS + 2_000,
    );
    return seen.length < limit ? [] : [`${shortOf(session)} was started beyond the limit of ${limit}`];
  });
}
