/** One session by a create that has no idempotency key: lost answers are looked for, and so are races. */

import { RequestError } from "../lib/errors.ts";
import { type Clock, errorMessageOf, isRetryable, waitMs } from "../lib/http.ts";
import type { Devin, SessionRequest } from "./client.ts";
import { byAge, isAlive, linkOf, type Session } from "./session.ts";
import { DEFERRED_TAG, eventTag, incidentTag } from "./tags.ts";

/** What a create needs; `warnings` takes what people should know although nothing failed. */
export type Creation = {
  devin: Pick<Devin, "createSession" | "listSessions">;
  clock: Clock;
  incidentId: string;
  update: { eventId: string };
  warnings: string[];
};

/** A session that this run has started; `wasLost` when an answer was, so that another with this event may be its own too. */
export type Own = { created: Session; wasLost: boolean };

const CREATE_TRIES = 3;
const LOOKS = 4;

/** The sessions of the incident, oldest first, without those that were beyond the day's limit. */
export async function sessionsOf({
  devin,
  incidentId,
}: Pick<Creation, "devin" | "incidentId">): Promise<Session[]> {
  const listed = await devin.listSessions(incidentTag(incidentId));
  return listed.filter(({ tags }) => !tags.includes(DEFERRED_TAG));
}

/** Whether the session carries the tag of the event. */
export function isTold({ update }: Pick<Creation, "update">, session: Session): boolean {
  return session.tags.includes(eventTag(update.eventId));
}

/** Whether this run has started the session. */
export function isOwn(creation: Pick<Creation, "update">, session: Session, own: Own | null): boolean {
  return own !== null && (session.id === own.created.id || (own.wasLost && isTold(creation, session)));
}

/** A list with the run's own session, which it may not show yet. */
export function withOwn(listed: Session[], own: Own | null): Session[] {
  const isMissing = own !== null && !listed.some(({ id }) => id === own.created.id);
  return isMissing ? [...listed, own.created].sort(byAge) : listed;
}

/** A new session. A repeat after a lost answer first looks for what that created. */
export async function createOnce(creation: Creation, session: SessionRequest): Promise<Own> {
  const { devin, clock } = creation;
  const isMade = (listed: Session) => isAlive(listed) && isTold(creation, listed);
  let wasLost = false;
  for (let tried = 1; ; tried++) {
    try {
      return { created: await devin.createSession(session), wasLost };
    } catch (error) {
      if (!(error instanceof RequestError) || !isRetryable(error)) throw error;
      await clock.sleep(waitMs(error, tried));
      if (error.effect === "unknown") {
        wasLost = true;
        const created = (await listOnceShown(creation, isMade)).find(isMade);
        if (created) return { created, wasLost };
      }
      if (tried >= CREATE_TRIES) throw error;
    }
  }
}

/** The incident's sessions once the new one is among them. What goes wrong here must not hide that there is one. */
export async function lookForRace(creation: Creation, created: Session): Promise<Session[]> {
  const { warnings } = creation;
  const isCreated = ({ id }: Session) => id === created.id;
  let listed: Session[] = [];
  // Until the list shows the new session it may hide an older one as well.
  const unseen = await errorMessageOf(async () => {
    listed = await listOnceShown(creation, isCreated);
  });
  if (!listed.some(isCreated)) {
    const advice = unseen ?? "Look for one in Devin, and archive it.";
    warnings.push(
      `The session ${linkOf(created)} was started, but Devin's list does not show it, so another session of this incident could not be ruled out. ${advice}`,
    );
  }
  return listed;
}

/** The list as soon as it shows a certain session, or else at the last look. */
async function listOnceShown(
  creation: Creation,
  isWanted: (session: Session) => boolean,
): Promise<Session[]> {
  for (let looked = 1; ; looked++) {
    const listed = await sessionsOf(creation);
    if (looked >= LOOKS || listed.some(isWanted)) return listed;
    await creation.clock.sleep(1_000 * 2 ** (looked - 1));
  }
}
