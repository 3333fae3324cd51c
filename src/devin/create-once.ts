/** One session by a create that has no idempotency key: lost answers are looked for, and so are races. */

import { RequestError } from "../lib/errors.ts";
import { errorMessageOf, isRetryable, waitMs } from "../lib/http.ts";
import { type Attempt, isTold, type Own, sessionsOf } from "./attempt.ts";
import type { SessionRequest } from "./client.ts";
import { byAge, isAlive, linkOf, type Session } from "./session.ts";

const CREATE_TRIES = 3;
const LOOKS = 4;

/** Whether this run has started the session. */
export function isOwn(attempt: Attempt, session: Session): boolean {
  const { own } = attempt;
  return own !== null && (session.id === own.created.id || (own.wasLost && isTold(attempt, session)));
}

/** A list with the run's own session, which it may not show yet. */
export function withOwn({ own }: Attempt, listed: Session[]): Session[] {
  const isMissing = own !== null && !listed.some(({ id }) => id === own.created.id);
  return isMissing ? [...listed, own.created].sort(byAge) : listed;
}

/** A new session. A repeat after a lost answer first looks for what that created. */
export async function createOnce(attempt: Attempt, session: SessionRequest): Promise<Own> {
  const { devin, clock } = attempt;
  const isMade = (listed: Session) => isAlive(listed) && isTold(attempt, listed);
  let wasLost = false;
  for (let tried = 1; ; tried++) {
    try {
      return { created: await devin.createSession(session), wasLost };
    } catch (error) {
      if (!(error instanceof RequestError) || !isRetryable(error)) throw error;
      await clock.sleep(waitMs(error, tried));
      if (error.effect === "unknown") {
        wasLost = true;
        const created = (await listOnceShown(attempt, isMade)).find(isMade);
        if (created) return { created, wasLost };
      }
      if (tried >= CREATE_TRIES) throw error;
    }
  }
}

/** The incident's sessions once the new one is among them. What goes wrong here must not hide that there is one. */
export async function lookForRace(attempt: Attempt, created: Session): Promise<Session[]> {
  const { warnings } = attempt;
  const isCreated = ({ id }: Session) => id === created.id;
  let listed: Session[] = [];
  // Until the list shows the new session it may hide an older one as well.
  const unseen = await errorMessageOf(async () => {
    listed = await listOnceShown(attempt, isCreated);
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
async function listOnceShown(attempt: Attempt, isWanted: (session: Session) => boolean): Promise<Session[]> {
  for (let looked = 1; ; looked++) {
    const listed = await sessionsOf(attempt);
    if (looked >= LOOKS || listed.some(isWanted)) return listed;
    await attempt.clock.sleep(1_000 * 2 ** (looked - 1));
  }
}
