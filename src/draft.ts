/** An incident in, exactly one session out. */

import type { Devin, SessionRequest } from "./devin.ts";
import { type Clock, isRetryable, RequestError, waitMs } from "./http.ts";
import { byAge, isAlive, nameOf, type Session } from "./session.ts";

/** What came of a draft, why, and the session that has the incident now. */
export type Drafted = {
  decision: "started" | "continued" | "skipped";
  reason: string;
  session: Session;
  /** What people should know although the incident has its session. */
  warning: string | null;
};

export type DraftOptions = {
  devin: Omit<Devin, "getSession">;
  clock: Clock;
  incidentId: string;
  /** Names the occasion: each acts once, however often it is delivered. */
  eventId: string;
  /** Makes a new session's request, when one is due; its tags hold the incident's and the event's. */
  session: () => Promise<SessionRequest>;
  /** The message for a session that is alive. It must hold `event <eventId>)`, by which it is found again. */
  update: string;
};

/** A draft at work, and the warnings that come up meanwhile. */
type Work = DraftOptions & { warnings: string[] };
type Brought = Omit<Drafted, "warning">;

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
  const warnings: string[] = [];
  const brought = await bring({ ...options, warnings });
  return { ...brought, warning: warnings.join(" ") || null };
}

async function bring(work: Work): Promise<Brought> {
  const losers: string[] = [];
  for (let tried = 1; ; tried++) {
    const all = (await sessionsOf(work)).filter(({ id }) => !losers.includes(id));
    const told = toldOf(work, all);
    if (told) return skipped(work, told);
    let standing = all.find(isAlive);
    if (!standing) {
      const { created, wasLost } = await create(work);
      standing = await settleRace(work, created);
      if (standing.id === created.id || (wasLost && isTold(work, standing)))
        return { decision: "started", reason: "the incident had no live session", session: standing };
      losers.push(created.id);
    }
    try {
      return await join(work, standing);
    } catch (error) {
      if (tried >= JOIN_TRIES || !(await hasEnded(work, standing, error))) throw error;
    }
  }
}

function sessionsOf({ devin, incidentId }: DraftOptions): Promise<Session[]> {
  return devin.listSessions(incidentTag(incidentId));
}

/** The session that has this event already. */
function toldOf(work: Work, all: Session[]): Session | undefined {
  // The loser of a race is archived with its tags, so what it was told does not count while another stands.
  const standing = all.some(isAlive) ? all.filter((session) => !session.isArchived) : all;
  return standing.find((session) => isTold(work, session));
}

function isTold({ eventId }: DraftOptions, session: Session): boolean {
  return session.tags.includes(eventTag(eventId));
}

/** Brings the event to a session that is alive. */
async function join(work: Work, session: Session): Promise<Brought> {
  const isNews = !isTold(work, session) && (await tell(work, session));
  return isNews
    ? { decision: "continued", reason: "the incident has a live session, which was told the news", session }
    : skipped(work, session);
}

/** Whether a refusal means that the session ended meanwhile, as the younger one of a race does. */
async function hasEnded(options: DraftOptions, { id }: Session, error: unknown): Promise<boolean> {
  if (!(error instanceof RequestError) || error.effect === "unknown") return false;
  return !(await sessionsOf(options)).some((session) => session.id === id && isAlive(session));
}

function skipped({ eventId }: DraftOptions, session: Session): Brought {
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
async function tell({ devin, eventId, update, warnings }: Work, { id }: Session): Promise<boolean> {
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
  // By its marker the message is found without the tag too.
  const refusal = await refusalOf(() => devin.addTag(id, eventTag(eventId)));
  if (refusal !== null) warnings.push(`The session has the news, but not the tag of this event. ${refusal}`);
  return !wasSent;
}

/** A new session; `wasLost` when an answer was, so that another with this event may be this run's as well. */
async function create(work: Work): Promise<{ created: Session; wasLost: boolean }> {
  const { devin, clock } = work;
  const session = await work.session();
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

/** The session that stands, all younger ones archived. What goes wrong here must not hide that there is one. */
async function settleRace(work: Work, created: Session): Promise<Session> {
  const { devin, warnings } = work;
  const isCreated = ({ id }: Session) => id === created.id;
  const tag = incidentTag(work.incidentId);
  const isTagged = created.tags.includes(tag);
  // An enterprise may keep the tags that it does not list from its sessions.
  const unmarked = isTagged ? null : await refusalOf(() => devin.addTag(created.id, tag));
  let listed: Session[] = [];
  // Until the list shows the new session it may hide an older one as well.
  const unseen = await refusalOf(async () => {
    listed = await listOnceShown(work, isCreated);
  });
  if (!listed.some(isCreated)) {
    const doubt = isTagged
      ? "Devin's list does not show it, so another session of this incident could not be ruled out"
      : `does not carry the tag ${tag}, so another session of this incident could not be ruled out, nor one for its next event`;
    const advice = unmarked ?? unseen ?? "Look for one in Devin, and archive it.";
    warnings.push(`The session ${nameOf(created)} was started, but ${doubt}. ${advice}`);
  }
  const others = listed.filter((session) => !isCreated(session) && isAlive(session));
  const [oldest = created, ...younger] = [created, ...others].sort(byAge);
  for (const session of younger) {
    const refusal = await refusalOf(() => devin.archiveSession(session.id));
    if (refusal !== null)
      warnings.push(
        `The session ${nameOf(session)} is a second one of this incident; archive it in Devin. ${refusal}`,
      );
  }
  return oldest;
}

/** The list as soon as it shows a certain session, or else at the last look. */
async function listOnceShown(work: Work, isWanted: (session: Session) => boolean): Promise<Session[]> {
  for (let looked = 1; ; looked++) {
    const listed = await sessionsOf(work);
    if (looked >= LOOKS || listed.some(isWanted)) return listed;
    await work.clock.sleep(1_000 * 2 ** (looked - 1));
  }
}

/** What a service said against a call that may fail; null when it did not. */
async function refusalOf(call: () => Promise<void>): Promise<string | null> {
  try {
    await call();
    return null;
  } catch (error) {
    if (error instanceof RequestError) return error.message;
    throw error;
  }
}
