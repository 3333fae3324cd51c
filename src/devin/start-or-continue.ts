/** An incident in, exactly one session out. */

import { begin } from "../lib/begin.ts";
import { errorMessageOf } from "../lib/http.ts";
import {
  type Attempt,
  findDelivered,
  type Own,
  type Reached,
  type SessionStart,
  sessionsOf,
  skipped,
} from "./attempt.ts";
import { createOnce, isOwn, lookForRace, withOwn } from "./create-once.ts";
import { archiveDuplicates, archiveSurplus, knownUntil, latestUpdated } from "./duplicates.ts";
import { byAge, isAlive, linkOf, type Session } from "./session.ts";
import { DEFERRED_TAG } from "./tags.ts";
import { tellLive } from "./tell-live.ts";

/** What became of the update; `warning` is what people should know although nothing failed. */
export type SessionResult = Reached & { warning: string | null };

/** After so many looks, a session that ends just when it is told something is a failure. */
const MOST_LOOKS = 3;

/**
 * Starts the incident's session, or tells the one that is alive. Devin v3 has no idempotency key, so the order is:
 * look, create only when there is none, look again after an answer that was lost, and once more after every create,
 * when of two sessions that a race made the older stands and the younger is archived.
 */
export async function startOrContinueSession(
  options: Omit<Attempt, "warnings" | "own">,
): Promise<SessionResult> {
  const attempt: Attempt = { ...options, warnings: [], own: null };
  let reached: Reached | null = null;
  for (let looked = 1; reached === null; looked++) reached = await lookAndAct(attempt, looked);
  return { ...reached, warning: attempt.warnings.join(" ") || null };
}

/** Acts by the sessions that are there now; null where they have changed meanwhile, so that they are looked at again. */
async function lookAndAct(attempt: Attempt, looked: number): Promise<Reached | null> {
  // The limit is asked for at the same time, though a live session makes it needless.
  const refusal = begin(async () => (await attempt.start?.refusal()) ?? null);
  const sessions = withOwn(attempt, await sessionsOf(attempt));
  // Of several that live the oldest is to stay, so only what it was told counts.
  const live = sessions.find(isAlive);
  if (live !== undefined) return await continueLive(attempt, live, sessions, looked);
  const delivered = findDelivered(attempt, sessions);
  if (delivered !== null) return delivered;
  return await startNew(attempt, latestUpdated(sessions) ?? null, refusal);
}

/** Tells the live session, unless this run has started it or it knows the event; then ends the younger ones beside it. */
async function continueLive(
  attempt: Attempt,
  live: Session,
  sessions: Session[],
  looked: number,
): Promise<Reached | null> {
  const reached = isOwn(attempt, live)
    ? startedBy(live, sessions)
    : (findDelivered(attempt, [live]) ?? (await tellLive(attempt, live, looked >= MOST_LOOKS)));
  if (reached !== null) await endYounger(attempt, live, sessions, reached);
  return reached;
}

/** Starts a session where the update wants one and none is against it. */
async function startNew(
  attempt: Attempt,
  ended: Session | null,
  refusal: Promise<string | null>,
): Promise<Reached | null> {
  const { start, update } = attempt;
  if (start === null) return skipped("the incident has no live session that could hold", ended);
  if (update.instruction === "gather" && ended)
    return skipped("the incident's session has ended; the resolve decides about another", ended);
  const reason = await refusal;
  if (reason !== null) return { decision: "deferred", reason, session: null };
  const own = await createOnce(attempt, await start.session(ended));
  attempt.own = own;
  return await afterCreate(attempt, start, own);
}

/** What became of the session that was created; null where an older one lives, which is to be told in its place. */
async function afterCreate(attempt: Attempt, start: SessionStart, own: Own): Promise<Reached | null> {
  const sessions = withOwn(attempt, await lookForRace(attempt, own.created));
  const deferred = await deferBeyondLimit(attempt, start, own.created);
  if (deferred !== null) return deferred;
  const live = sessions.find(isAlive);
  if (live === undefined || !isOwn(attempt, live)) return null;
  const delivered = await withdraw(attempt, own, sessions);
  if (delivered !== null) return delivered;
  const started = startedBy(live, sessions);
  await endYounger(attempt, live, sessions, started);
  return started;
}

/**
 * Ends a session that turned out to be beyond the day's limit. The tag comes first: without it the session would count
 * as one that has the event, and its incident would never be drafted.
 */
async function deferBeyondLimit(
  { devin, warnings }: Attempt,
  { refusalAfter }: SessionStart,
  created: Session,
): Promise<Reached | null> {
  const reason = await refusalAfter(created);
  if (reason === null) return null;
  const refusal = await errorMessageOf(() => devin.addTags(created.id, created.tags, [DEFERRED_TAG]));
  if (refusal !== null) {
    warnings.push(`The session ${linkOf(created)} is beyond the day's limit, and stays. ${refusal}`);
    return null;
  }
  const unended = await errorMessageOf(() => devin.archiveSession(created.id));
  if (unended !== null)
    warnings.push(
      `The session ${linkOf(created)} is beyond the day's limit; archive it in Devin. ${unended}`,
    );
  return { decision: "deferred", reason, session: null };
}

/**
 * Ends the new session where one that has ended knew the event: the two lists of the first look are asked at once, and
 * what is archived at that very moment may be in neither.
 */
async function withdraw(
  attempt: Attempt,
  { created, wasLost }: Own,
  sessions: Session[],
): Promise<Reached | null> {
  // After a lost answer, one that has ended may be this run's own.
  if (wasLost) return null;
  const delivered = findDelivered(attempt, endedBefore(created, sessions));
  if (delivered !== null) attempt.warnings.push(...(await archiveSurplus(attempt.devin, created)));
  return delivered;
}

function startedBy(created: Session, sessions: Session[]): Reached {
  const ended = latestUpdated(endedBefore(created, sessions));
  return {
    decision: "started",
    reason: `the incident had no live session${ended ? `, ${linkOf(ended)} has ended` : ""}`,
    session: created,
  };
}

function endedBefore(created: Session, sessions: Session[]): Session[] {
  return sessions.filter((session) => !isAlive(session) && byAge(session, created) < 0);
}

/** Ends every younger live session that knows no more than the oldest, by now. */
async function endYounger(
  { devin, update, own, warnings }: Attempt,
  live: Session,
  sessions: Session[],
  { decision }: Reached,
): Promise<void> {
  const told = decision === "skipped" ? null : update.knownUntil;
  const until = Math.max(knownUntil(live), told ?? Number.NEGATIVE_INFINITY);
  warnings.push(...(await archiveDuplicates(devin, sessions, until, own?.created.id)));
}
