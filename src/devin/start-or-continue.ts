/** An incident in, exactly one session out. */

import { RequestError } from "../lib/errors.ts";
import { type Clock, errorMessageOf, isRetryable, waitMs } from "../lib/http.ts";
import type { Devin, SessionRequest } from "./client.ts";
import { archiveDuplicates, knownUntil, latestUpdated } from "./duplicates.ts";
import { byAge, isAlive, linkOf, type Session } from "./session.ts";
import { eventTag, type Instruction, incidentTag, instructionTag, lastInstruction } from "./tags.ts";

/** What came of the news, why, and the session that has the incident now; null where it has none. */
export type SessionResult = {
  decision: "started" | "continued" | "held" | "skipped" | "deferred";
  reason: string;
  session: Session | null;
  /** What people should know although nothing failed. */
  warning: string | null;
};

/** What a session is to know, and to do about it. */
export type SessionUpdate = {
  ask: Instruction;
  /** Names the occasion: each acts once, however often it is delivered. */
  eventId: string;
  /**
   * When it happened, in epoch milliseconds: a session whose news reach as far is not told. Null for a person's wish,
   * which is never old.
   */
  occurredAt: number | null;
  /** Up to when the facts reach that go with it, in epoch milliseconds; null when that is not known. */
  reaches: number | null;
  /** Words of the message by which it is found again. */
  marker: string;
  /** Words that any message about the same resolve holds; null, or absent, where the news are more than the resolve. */
  resolutionLine?: string | null;
  /** Tells a message whose news are later, which its run may not have been able to say by a tag. */
  isOutdatedBy?: (message: string) => boolean;
};

export type StartOrContinueOptions = {
  devin: Omit<Devin, "getSession">;
  clock: Clock;
  incidentId: string;
  news: SessionUpdate;
  /** The message for a session that is alive. It must hold the marker. */
  message: (live: Session) => string;
  /** How a session is started where none is alive; null where that is not wanted. */
  start: Start | null;
};

type Start = {
  /** Makes the request; `ended` is the incident's last session, if it had one. */
  session: (ended: Session | null) => Promise<SessionRequest>;
  /** Whether one more session may be started now. */
  hasCapacity: () => Promise<boolean>;
};

/** A draft at work, and the warnings that come up meanwhile. */
type Work = StartOrContinueOptions & { warnings: string[] };
type Brought = Omit<SessionResult, "warning">;

const CREATE_TRIES = 3;
const JOIN_TRIES = 3;
const LOOKS = 4;

/**
 * Starts the incident's session, or tells the one that is alive. Devin v3 has no idempotency key, so the order is:
 * look, create only when there is none, look again after an answer that was lost, and once more after every create,
 * when of two sessions that a race made the older stands and the younger is archived.
 */
export async function startOrContinueSession(options: StartOrContinueOptions): Promise<SessionResult> {
  const warnings: string[] = [];
  const brought = await resolve({ ...options, warnings });
  return { ...brought, warning: warnings.join(" ") || null };
}

async function resolve(work: Work): Promise<Brought> {
  let own: Own = null;
  for (let tried = 1; ; tried++) {
    const all = withOwn(await sessionsOf(work), own);
    const standing = all.find(isAlive);
    if (standing && isOwn(work, standing, own)) return await finish(work, startedBy(all, standing), all, own);
    // Of several that live the oldest is to stay, so only what it was told counts.
    const known = findDelivered(work, standing ? [standing] : all);
    if (known) return await finish(work, known, all, own);
    if (standing) {
      try {
        return await finish(work, await continueSession(work, standing), all, own);
      } catch (error) {
        if (tried >= JOIN_TRIES || !(await hasEnded(work, standing, error))) throw error;
        continue;
      }
    }
    const ended = latestUpdated(all) ?? null;
    const start = await checkCapacity(work, ended);
    if ("decision" in start) return start;
    own = await create(work, await start.session(ended));
    const listed = withOwn(await lookForRace(work, own.created), own);
    const oldest = listed.find(isAlive);
    // Where another one stands, this run begins anew with it.
    if (oldest && isOwn(work, oldest, own)) return await finish(work, startedBy(listed, oldest), listed, own);
  }
}

/** A session that this run has started; `wasLost` when an answer was, so that another with this event may be its own too. */
type Own = { created: Session; wasLost: boolean } | null;

function isOwn(work: Work, session: Session, own: Own): boolean {
  return own !== null && (session.id === own.created.id || (own.wasLost && isTold(work, session)));
}

/** A list with the run's own session, which it may not show yet. */
function withOwn(listed: Session[], own: Own): Session[] {
  const isMissing = own !== null && !listed.some(({ id }) => id === own.created.id);
  return isMissing ? [...listed, own.created].sort(byAge) : listed;
}

function startedBy(all: Session[], created: Session): Brought {
  const ended = latestUpdated(all.filter((session) => !isAlive(session) && byAge(session, created) < 0));
  return {
    decision: "started",
    reason: `the incident had no live session${ended ? `, ${linkOf(ended)} has ended` : ""}`,
    session: created,
  };
}

/** What was brought, once every younger live session whose news the oldest has is ended. */
async function finish(work: Work, brought: Brought, all: Session[], own: Own): Promise<Brought> {
  const { session, decision } = brought;
  if (session === null || !isAlive(session)) return brought;
  const reaches = decision === "skipped" ? null : work.news.reaches;
  const until = Math.max(knownUntil(session), reaches ?? Number.NEGATIVE_INFINITY);
  work.warnings.push(...(await archiveDuplicates(work.devin, all, until, own?.created.id)));
  return brought;
}

function sessionsOf({ devin, incidentId }: StartOrContinueOptions): Promise<Session[]> {
  return devin.listSessions(incidentTag(incidentId));
}

/** What there is to say when one of these sessions has this event already, or later news. */
function findDelivered(work: Work, sessions: Session[]): Brought | null {
  const { eventId, occurredAt } = work.news;
  const told = sessions.find((session) => isTold(work, session));
  if (told) return skipped(`event ${eventId} was delivered before: its session ${stateOf(told)}`, told);
  const later = sessions.find(
    ({ tags }) =>
      occurredAt !== null && (lastInstruction(tags)?.until ?? Number.NEGATIVE_INFINITY) >= occurredAt,
  );
  return later
    ? skipped(
        `event ${eventId} is older than the news that the incident's session has: it ${stateOf(later)}`,
        later,
      )
    : null;
}

function stateOf(session: Session): string {
  return isAlive(session) ? "has it" : "had it and has ended; to draft again, run the workflow by hand";
}

function isTold({ news }: StartOrContinueOptions, session: Session): boolean {
  return session.tags.includes(eventTag(news.eventId));
}

async function checkCapacity({ news, start }: Work, ended: Session | null): Promise<Start | Brought> {
  if (start === null) return skipped("the incident has no live session that could hold", ended);
  if (news.ask === "gather" && ended)
    return skipped("the incident's session has ended; the resolve decides about another", ended);
  if (await start.hasCapacity()) return start;
  const reason = "limits.sessions-per-day is used up; the next reconcile with room takes it";
  return { decision: "deferred", reason, session: null };
}

/** Brings the news to a session that is alive. */
async function continueSession(work: Work, session: Session): Promise<Brought> {
  const { ask, eventId, isOutdatedBy } = work.news;
  if (ask === "gather") return skipped("the incident has a session already", session);
  if (isOutdatedBy && (await work.devin.hasMessage(session.id, isOutdatedBy)))
    return skipped(`event ${eventId} is older than what the incident's session was told`, session);
  if (!(await sendOnce(work, session)))
    return skipped(`event ${eventId} was delivered before: its session ${stateOf(session)}`, session);
  return ask === "hold"
    ? { decision: "held", reason: "the incident's live session was told to hold", session }
    : { decision: "continued", reason: "the incident has a live session, which was told the news", session };
}

/** Whether a refusal means that the session ended meanwhile, as the younger one of a race does. */
async function hasEnded(options: StartOrContinueOptions, { id }: Session, error: unknown): Promise<boolean> {
  if (!(error instanceof RequestError) || error.effect === "unknown") return false;
  return !(await sessionsOf(options)).some((session) => session.id === id && isAlive(session));
}

function skipped(reason: string, session: Session | null): Brought {
  return { decision: "skipped", reason, session };
}

/** Sends the message once and marks it as sent; false when an earlier run had told of it and was cut off before marking. */
async function sendOnce(work: Work, session: Session): Promise<boolean> {
  const { devin, news, warnings } = work;
  const { ask, eventId, reaches } = news;
  const wasSent = await wasTold(work, session);
  if (!wasSent) await send(work, session);
  // By its marker the message is found without the tags too.
  const added = [eventTag(eventId), ...(reaches === null ? [] : [instructionTag(ask, reaches)])];
  const refusal = await errorMessageOf(() => devin.addTags(session.id, session.tags, added));
  if (refusal !== null) warnings.push(`The session has the news, but not the tag of this event. ${refusal}`);
  return !wasSent;
}

/** Whether a message of the session tells of the event, or of the resolve that it brings. */
async function wasTold({ devin, news }: Work, { id }: Session): Promise<boolean> {
  const markers = [news.marker, news.resolutionLine ?? null].filter((marker) => marker !== null);
  for (const marker of markers) if (await devin.hasMessage(id, marker)) return true;
  return false;
}

/** Sends the message; again after an answer that was lost, unless the message is there. */
async function send({ devin, news, message }: Work, session: Session): Promise<void> {
  const { id } = session;
  const words = message(session);
  try {
    await devin.sendMessage(id, words);
  } catch (error) {
    const isLost = error instanceof RequestError && error.effect === "unknown";
    if (!isLost) throw error;
    if (!(await devin.hasMessage(id, news.marker))) await devin.sendMessage(id, words);
  }
}

/** A new session. */
async function create(work: Work, session: SessionRequest): Promise<NonNullable<Own>> {
  const { devin, clock } = work;
  const isMade = (listed: Session) => isAlive(listed) && isTold(work, listed);
  let wasLost = false;
  for (let tried = 1; ; tried++) {
    try {
      return { created: await devin.createSession(session), wasLost };
    } catch (error) {
      if (!(error instanceof RequestError) || !isRetryable(error)) throw error;
      await clock.sleep(waitMs(error, tried));
      if (error.effect === "unknown") {
        wasLost = true;
        const created = (await listOnceShown(work, isMade)).find(isMade);
        if (created) return { created, wasLost };
      }
      if (tried >= CREATE_TRIES) throw error;
    }
  }
}

/** The incident's sessions once the new one is among them. What goes wrong here must not hide that there is one. */
async function lookForRace(work: Work, created: Session): Promise<Session[]> {
  const { devin, warnings } = work;
  const isCreated = ({ id }: Session) => id === created.id;
  const tag = incidentTag(work.incidentId);
  const isTagged = created.tags.includes(tag);
  // An enterprise may keep the tags that it does not list from its sessions.
  const unmarked = isTagged
    ? null
    : await errorMessageOf(() => devin.addTags(created.id, created.tags, [tag]));
  let listed: Session[] = [];
  // Until the list shows the new session it may hide an older one as well.
  const unseen = await errorMessageOf(async () => {
    listed = await listOnceShown(work, isCreated);
  });
  if (!listed.some(isCreated)) {
    const doubt = isTagged
      ? "Devin's list does not show it, so another session of this incident could not be ruled out"
      : `does not carry the tag ${tag}, so another session of this incident could not be ruled out, nor one for its next event`;
    const advice = unmarked ?? unseen ?? "Look for one in Devin, and archive it.";
    warnings.push(`The session ${linkOf(created)} was started, but ${doubt}. ${advice}`);
  }
  return listed;
}

/** The list as soon as it shows a certain session, or else at the last look. */
async function listOnceShown(work: Work, isWanted: (session: Session) => boolean): Promise<Session[]> {
  for (let looked = 1; ; looked++) {
    const listed = await sessionsOf(work);
    if (looked >= LOOKS || listed.some(isWanted)) return listed;
    await work.clock.sleep(1_000 * 2 ** (looked - 1));
  }
}
