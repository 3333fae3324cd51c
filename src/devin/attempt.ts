/** One attempt to bring an update to an incident's session: what it is given, what it knows, and what it comes to. */

import type { Clock } from "../lib/http.ts";
import type { Devin, SessionRequest } from "./client.ts";
import { isAlive, type Session } from "./session.ts";
import { DEFERRED_TAG, eventTag, incidentTag, lastInstruction, type ToldEvent } from "./tags.ts";

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

/** How a session is started where none is alive. */
export type SessionStart = {
  /** Makes the request; `ended` is the incident's last session, if it had one. */
  session: (ended: Session | null) => Promise<SessionRequest>;
  /** Why no further session may be started now; null when one may. */
  refusal: () => Promise<string | null>;
  /** The same, once the session is there: another run may have started one at the same moment. */
  refusalAfter: (created: Session) => Promise<string | null>;
};

/** A session that this run has started; `wasLost` when an answer was, so that another with this event may be its own too. */
export type Own = { created: Session; wasLost: boolean };

export type Attempt = {
  devin: Devin;
  clock: Clock;
  incidentId: string;
  update: SessionUpdate;
  /** The message for a session that is alive. It must be one that `isDelivered` knows. */
  message: (live: Session) => string;
  /** Null where none is to be started. */
  start: SessionStart | null;
  /** What people should know although nothing failed. */
  warnings: string[];
  /** Null until this run has started a session. */
  own: Own | null;
};

/** What became of the update, why, and the session that has the incident now; null where it has none. */
export type Reached = {
  decision: "started" | "continued" | "held" | "skipped" | "deferred";
  reason: string;
  session: Session | null;
};

/** The sessions of the incident, oldest first, without those that were beyond the day's limit. */
export async function sessionsOf({
  devin,
  incidentId,
}: Pick<Attempt, "devin" | "incidentId">): Promise<Session[]> {
  const listed = await devin.listSessions(incidentTag(incidentId));
  return listed.filter(({ tags }) => !tags.includes(DEFERRED_TAG));
}

/** Whether the session carries the tag of the event. */
export function isTold({ update }: Pick<Attempt, "update">, session: Session): boolean {
  return session.tags.includes(eventTag(update.eventId));
}

export function skipped(reason: string, session: Session | null): Reached {
  return { decision: "skipped", reason, session };
}

/** What there is to say of a session that has the event already. */
export function deliveredBefore({ update }: Attempt, session: Session): Reached {
  return skipped(`event ${update.eventId} was delivered before: its session ${hasOrHad(session)}`, session);
}

/** What there is to say where a tag of one of these sessions tells of this event, or of something later. */
export function findDelivered(attempt: Attempt, sessions: Session[]): Reached | null {
  const { eventId, occurredAt } = attempt.update;
  const told = sessions.find((session) => isTold(attempt, session));
  if (told) return deliveredBefore(attempt, told);
  if (occurredAt === null) return null;
  const later = sessions.find(
    ({ tags }) => (lastInstruction(tags)?.until ?? Number.NEGATIVE_INFINITY) >= occurredAt,
  );
  if (later === undefined) return null;
  const reason = `event ${eventId} is older than what the incident's session knows: it ${hasOrHad(later)}`;
  return skipped(reason, later);
}

function hasOrHad(session: Session): string {
  return isAlive(session) ? "has it" : "had it and has ended; to draft again, run the workflow by hand";
}
