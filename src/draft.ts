/** An incident in, exactly one session out. */

import type { Devin, SessionRequest } from "./devin.ts";
import { type Clock, isRetryable, RequestError, waitMs } from "./http.ts";
import { byAge, isAlive, type Session } from "./session.ts";

/** What came of a draft, why, and the session that has the incident now. */
export type Drafted = { decision: "started" | "continued" | "skipped"; reason: string; session: Session };

export type DraftOptions = {
  devin: Omit<Devin, "getSession">;
  clock: Clock;
  incidentId: string;
  /** Names the occasion: each acts once, however often it is delivered. */
  eventId: string;
  /** A new session; its tags hold the incident's and the event's. */
  session: SessionRequest;
  /** The message for a session that is alive. It must hold `event <eventId>)`, by which it is found again. */
  update: string;
};

const CREATE_TRIES = 3;
const JOIN_TRIES = 3;
const LOOKS = 4;

/** The tag by which an incident's sessions are found. */
export function incidentTag(incidentId: string): string {
  return `incident:${incidentId}`;
}

/** The tag of an event that a session has been told. */
export function eventTag(eventId: string): string {
  return `event:${eventId}`;
}

/**
 * Starts the incident's session, or tells the one that is alive. Devin v3 has no idempotency key, so the order is:
 * look, create only when there is none, look again after an answer that was lost, and once more after every create,
 * when of two sessions that a race made the older stands and the younger is archived.
 */
export async function draft(options: DraftOptions): Promise<Drafted> {
  for (let tried = 1; ; tried++) {
    const all = await sessionsOf(options);
    const told = toldOf(options, all);
    if (told) return skipped(options, told);
    let standing = all.find(isAlive);
    if (!standing) {
      const created = await create(options);
      standing = await settleRace(options, created);
      if (standing.id === created.id)
        return { decision: "started", reason: "the incident had no live session", session: created };
    }
    try {
      return await join(options, standing);
    } catch (error) {
      if (tried >= JOIN_TRIES || !(await hasEnded(options, standing, error))) throw error;
    }
  }
}

function sessionsOf({ devin, incidentId }: DraftOptions): Promise<Session[]> {
  return devin.listSessions(incidentTag(incidentId));
}

/** The session that has this event already. */
function toldOf({ eventId }: DraftOptions, all: Session[]): Session | undefined {
  // The loser of a race is archived with its tags, so what it was told does not count while another stands.
  const standing = all.filter((session) => !session.isArchived);
  return (standing.length > 0 ? standing : all).find((session) => session.tags.includes(eventTag(eventId)));
}

/** Brings the event to a session that is alive. */
async function join(options: DraftOptions, session: Session): Promise<Drafted> {
  const isTagged = session.tags.includes(eventTag(options.eventId));
  const isNews = !isTagged && (await tell(options, session));
  return isNews
    ? { decision: "continued", reason: "the incident has a live session, which was told the news", session }
    : skipped(options, session);
}

/** Whether a refusal means that the session ended meanwhile, as the younger one of a race does. */
async function hasEnded(options: DraftOptions, { id }: Session, error: unknown): Promise<boolean> {
  if (!(error instanceof RequestError) || error.effect === "unknown") return false;
  return !(await sessionsOf(options)).some((session) => session.id === id && isAlive(session));
}

function skipped({ eventId }: DraftOptions, session: Session): Drafted {
  const state = isAlive(session)
    ? "has it"
    : "had it and has ended; to draft again, run the workflow by hand";
  return {
    decision: "skipped",
    reason: `event ${eventId} was delivered before: its session ${state}`,
    session,
  };
}

/** Sends the update once and marks it as sent; false when an earlier run had sent it and was cut off before marking. */
async function tell({ devin, eventId, update }: DraftOptions, { id }: Session): Promise<boolean> {
  const marker = `event ${eventId})`;
  const wasSent = await devin.hasMessage(id, marker);
  if (!wasSent) {
    try {
      await devin.sendMessage(id, update);
    } catch (error) {
      const isLost = error instanceof RequestError && error.effect === "unknown";
      if (!isLost) throw error;
      if (!(await devin.hasMessage(id, marker))) await devin.sendMessage(id, update);
    }
  }
  await devin.addTag(id, eventTag(eventId));
  return !wasSent;
}

async function create(options: DraftOptions): Promise<Session> {
  const { devin, clock, eventId, session } = options;
  for (let tried = 1; ; tried++) {
    try {
      return await devin.createSession(session);
    } catch (error) {
      if (!(error instanceof RequestError) || !isRetryable(error)) throw error;
      await clock.sleep(waitMs(error, tried));
      const listed = error.effect === "unknown" ? await sessionsOf(options) : [];
      const made = listed.find((session) => isAlive(session) && session.tags.includes(eventTag(eventId)));
      if (made) return made;
      if (tried >= CREATE_TRIES) throw error;
    }
  }
}

/** The session that stands, all younger ones archived. */
async function settleRace(options: DraftOptions, created: Session): Promise<Session> {
  const listed = await listOnceShown(options, created);
  const others = listed.filter((session) => session.id !== created.id && isAlive(session));
  const [oldest = created, ...younger] = [created, ...others].sort(byAge);
  for (const session of younger) await options.devin.archiveSession(session.id);
  return oldest;
}

/** The list that shows the new session: until then it may hide an older one as well. */
async function listOnceShown(options: DraftOptions, { id }: Session): Promise<Session[]> {
  for (let looked = 1; ; looked++) {
    const listed = await sessionsOf(options);
    if (looked >= LOOKS || listed.some((session) => session.id === id)) return listed;
    await options.clock.sleep(1_000 * 2 ** (looked - 1));
  }
}
