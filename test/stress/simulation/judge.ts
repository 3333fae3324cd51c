/** The verdict on a history: what was promised, and what came of it. */

import { type Deserts, desertsOf } from "./deserving.ts";
import { isCreate } from "./faults.ts";
import { judgeSessions } from "./judge-sessions.ts";
import type { Life } from "./life.ts";
import { isSaid } from "./remarks.ts";
import { type PlayedSession, shortOf } from "./services.ts";
import { lastAsked, tellsOf, toldOf } from "./told.ts";
import type { History } from "./world.ts";

const DAY_MS = 86_400_000;
/** So long after it was sent a create may still arrive. */
const LATEST_MS = 60_000;
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
    ...judgeLimit(history),
    ...judgeSessions(history),
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
