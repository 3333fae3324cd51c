/** An incident in, exactly one session out. */

import { begin } from "../lib/begin.ts";
import { RequestError } from "../lib/errors.ts";
import { type Clock, errorMessageOf } from "../lib/http.ts";
import type { Devin, SessionRequest } from "./client.ts";
import { createOnce, isOwn, isTold, lookForRace, type Own, sessionsOf, withOwn } from "./create-once.ts";
import { archiveDuplicates, archiveSurplus, knownUntil, latestUpdated } from "./duplicates.ts";
import { byAge, isAlive, linkOf, type Session } from "./session.ts";
import { DEFERRED_TAG, lastInstruction, type ToldEvent, toldTags } from "./tags.ts";

/** What became of the update, why, and the session that has the incident now; null where it has none. */
export type SessionResult = {
  decision: "started" | "continued" | "held" | "skipped" | "deferred";
  reason: string;
  session: Session | null;
  /** What people should know although nothing failed. */
  warning: string | null;
};

/** What a session is told, and what it is to do. */
export type SessionUpdate = ToldEvent & {
  /**
   * In epoch milliseconds: a session that knows what happened up to then is not told. Null for a person's request, which
   * is never old.
   */
  occurredAt: number | null;
  /** Whether a message tells of the same event, or of the resolve that it brings. */
  isDelivered: (message: string) => boolean;
  /** Whether a message tells of something later; its run may not have been able to say so by a tag. */
  isOutdatedBy?: (message: string) => boolean;
};

export type StartOrContinueOptions = {
  devin: Omit<Devin, "getSession">;
  clock: Clock;
  incidentId: string;
  update: SessionUpdate;
  /** The message for a session that is alive. It must be one that `isDelivered` knows. */
  message: (live: Session) => string;
  /** How a session is started where none is alive; null where that is not wanted. */
  start: Start | null;
};

type Start = {
  /** Makes the request; `ended` is the incident's last session, if it had one. */
  session: (ended: Session | null) => Promise<SessionRequest>;
  /** Why no further session may be started now; null when one may. */
  refusal: () => Promise<string | null>;
  /** The same, once the session is there: another run may have started one at the same moment. */
  refusalAfter: (created: Session) => Promise<string | null>;
};

/** The options, and the warnings that come up meanwhile. */
type Attempt = StartOrContinueOptions & { warnings: string[] };
type Reached = Omit<SessionResult, "warning">;

const TELL_TRIES = 3;
const SEND_TRIES = 2;

/**
 * Starts the incident's session, or tells the one that is alive. Devin v3 has no idempotency key, so the order is:
 * look, create only when there is none, look again after an answer that was lost, and once more after every create,
 * when of two sessions that a race made the older stands and the younger is archived.
 */
export async function startOrContinueSession(options: StartOrContinueOptions): Promise<SessionResult> {
  const warnings: string[] = [];
  const reached = await reachSession({ ...options, warnings });
  return { ...reached, warning: warnings.join(" ") || null };
}

async function reachSession(attempt: Attempt): Promise<Reached> {
  let own: Own | null = null;
  for (let tried = 1; ; tried++) {
    // The limit is asked for at the same time, though a live session makes it needless.
    const refusal = begin(async () => (await attempt.start?.refusal()) ?? null);
    const all = withOwn(await sessionsOf(attempt), own);
    const reached = reachedBefore(attempt, all, own) ?? (await tellLive(attempt, all, tried));
    if (reached !== null) return await finish(attempt, reached, all, own);
    // It has ended since the look.
    if (all.some(isAlive)) continue;
    const ended = latestUpdated(all) ?? null;
    const start = await checkCapacity(attempt, ended, refusal);
    if ("decision" in start) return start;
    own = await createOnce(attempt, await start.session(ended));
    const started = await afterCreate(attempt, start, own);
    if (started !== null) return started;
  }
}

/** What there is to say where nothing is left to do: this run has started the session, or a session knows the event. */
function reachedBefore(attempt: Attempt, all: Session[], own: Own | null): Reached | null {
  const live = all.find(isAlive);
  if (live && isOwn(attempt, live, own)) return startedBy(all, live);
  // Of several that live the oldest is to stay, so only what it was told counts.
  return findDelivered(attempt, live ? [live] : all);
}

/** Tells the session that is alive; null where none is, or none any longer. */
async function tellLive(attempt: Attempt, all: Session[], tried: number): Promise<Reached | null> {
  const live = all.find(isAlive);
  if (live === undefined) return null;
  try {
    return await continueSession(attempt, live);
  } catch (error) {
    if (tried >= TELL_TRIES || !(await hasEnded(attempt, live, error))) throw error;
    return null;
  }
}

/** What became of the session that was created; null where an older one stands, with which this run begins anew. */
async function afterCreate(attempt: Attempt, start: Start, own: Own): Promise<Reached | null> {
  const listed = withOwn(await lookForRace(attempt, own.created), own);
  const deferred = await deferBeyondLimit(attempt, start, own.created);
  if (deferred !== null) return deferred;
  const oldest = listed.find(isAlive);
  if (!oldest || !isOwn(attempt, oldest, own)) return null;
  const known = await withdraw(attempt, own, listed);
  return known ?? (await finish(attempt, startedBy(listed, oldest), listed, own));
}

/**
 * Ends the new session where one that has ended knew the event: the two lists of the first look are asked at once, and
 * what is archived at that very moment may be in neither.
 */
async function withdraw(
  attempt: Attempt,
  { created, wasLost }: Own,
  listed: Session[],
): Promise<Reached | null> {
  // After a lost answer, one that has ended may be this run's own.
  if (wasLost) return null;
  const ended = listed.filter((session) => !isAlive(session) && byAge(session, created) < 0);
  const known = findDelivered(attempt, ended);
  if (known === null) return null;
  attempt.warnings.push(...(await archiveSurplus(attempt.devin, created)));
  return known;
}

function startedBy(all: Session[], created: Session): Reached {
  const ended = latestUpdated(all.filter((session) => !isAlive(session) && byAge(session, created) < 0));
  return {
    decision: "started",
    reason: `the incident had no live session${ended ? `, ${linkOf(ended)} has ended` : ""}`,
    session: created,
  };
}

/** The session that was reached, once every younger live session that knows no more than the oldest is ended. */
async function finish(attempt: Attempt, reached: Reached, all: Session[], own: Own | null): Promise<Reached> {
  const { session, decision } = reached;
  if (session === null || !isAlive(session)) return reached;
  const told = decision === "skipped" ? null : attempt.update.knownUntil;
  const until = Math.max(knownUntil(session), told ?? Number.NEGATIVE_INFINITY);
  attempt.warnings.push(...(await archiveDuplicates(attempt.devin, all, until, own?.created.id)));
  return reached;
}

/** What there is to say when one of these sessions has this event already, or knows something later. */
function findDelivered(attempt: Attempt, sessions: Session[]): Reached | null {
  const { eventId, occurredAt } = attempt.update;
  const told = sessions.find((session) => isTold(attempt, session));
  if (told) return deliveredBefore(attempt, told);
  const later = sessions.find(
    ({ tags }) =>
      occurredAt !== null && (lastInstruction(tags)?.until ?? Number.NEGATIVE_INFINITY) >= occurredAt,
  );
  return later
    ? skipped(
        `event ${eventId} is older than what the incident's session knows: it ${standingOf(later)}`,
        later,
      )
    : null;
}

function standingOf(session: Session): string {
  return isAlive(session) ? "has it" : "had it and has ended; to draft again, run the workflow by hand";
}

async function checkCapacity(
  { update, start }: Attempt,
  ended: Session | null,
  refusal: Promise<string | null>,
): Promise<Start | Reached> {
  if (start === null) return skipped("the incident has no live session that could hold", ended);
  if (update.instruction === "gather" && ended)
    return skipped("the incident's session has ended; the resolve decides about another", ended);
  const reason = await refusal;
  return reason === null ? start : { decision: "deferred", reason, session: null };
}

/** Brings the update to a session that is alive. By its first line a message is found where its run could not tag it. */
async function continueSession(attempt: Attempt, session: Session): Promise<Reached> {
  const { devin, update } = attempt;
  const { instruction, eventId, isDelivered, isOutdatedBy } = update;
  if (instruction === "gather") return skipped("the incident has a session already", session);
  const messages = await devin.listMessages(session.id);
  if (isOutdatedBy && messages.some(isOutdatedBy))
    return skipped(`event ${eventId} is older than what the incident's session was told`, session);
  const wasSent = messages.some(isDelivered);
  if (!wasSent) await send(attempt, session);
  await tag(attempt, session);
  if (wasSent) return deliveredBefore(attempt, session);
  return instruction === "hold"
    ? { decision: "held", reason: "the incident's live session was told to hold", session }
    : {
        decision: "continued",
        reason: "the incident has a live session, which was told the update",
        session,
      };
}

function deliveredBefore({ update }: Attempt, session: Session): Reached {
  return skipped(`event ${update.eventId} was delivered before: its session ${standingOf(session)}`, session);
}

/** Whether a refusal means that the session ended meanwhile, as the younger one of a race does. */
async function hasEnded(options: StartOrContinueOptions, { id }: Session, error: unknown): Promise<boolean> {
  if (!(error instanceof RequestError) || error.effect === "unknown") return false;
  return !(await sessionsOf(options)).some((session) => session.id === id && isAlive(session));
}

function skipped(reason: string, session: Session | null): Reached {
  return { decision: "skipped", reason, session };
}

/** Marks that the session has the update. */
async function tag({ devin, update, warnings }: Attempt, session: Session): Promise<void> {
  const refusal = await errorMessageOf(() => devin.addTags(session.id, session.tags, toldTags(update)));
  if (refusal !== null)
    warnings.push(`The session has the update, but not the tag of this event. ${refusal}`);
}

/** Sends the message; after an answer that was lost again, unless the message is there. */
async function send(attempt: Attempt, session: Session): Promise<void> {
  const { devin, message, update } = attempt;
  const { id } = session;
  const words = message(session);
  for (let tried = 1; ; tried++) {
    try {
      return await devin.sendMessage(id, words);
    } catch (error) {
      const isLost = error instanceof RequestError && error.effect === "unknown";
      if (!isLost) throw error;
      if ((await devin.listMessages(id)).some(update.isDelivered)) return;
      if (tried >= SEND_TRIES) throw error;
    }
  }
}

/**
 * Ends a session that turned out to be beyond the day's limit. The tag comes first: without it the session would count
 * as one that has the event, and its incident would never be drafted.
 */
async function deferBeyondLimit(
  { devin, warnings }: Attempt,
  { refusalAfter }: Start,
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
