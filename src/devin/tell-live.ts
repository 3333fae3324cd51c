/** Brings an update to a session that is alive, once however often it is tried. */

import { RequestError } from "../lib/errors.ts";
import { errorMessageOf } from "../lib/http.ts";
import { type Attempt, deliveredBefore, type Reached, sessionsOf, skipped } from "./attempt.ts";
import { isAlive, type Session } from "./session.ts";
import { toldTags } from "./tags.ts";

const SEND_TRIES = 2;

/**
 * What came of telling the session; null where it turns out to have ended, as the younger one of a race does. Where
 * nobody would look again (`isLast`), that is thrown like the other refusals.
 */
export async function tellLive(attempt: Attempt, session: Session, isLast: boolean): Promise<Reached | null> {
  try {
    return await tell(attempt, session);
  } catch (error) {
    if (isLast || !(await hasEnded(attempt, session, error))) throw error;
    return null;
  }
}

async function tell(attempt: Attempt, session: Session): Promise<Reached> {
  const { devin, update } = attempt;
  const { instruction, eventId, isDelivered, isOutdatedBy } = update;
  if (instruction === "gather") return skipped("the incident has a session already", session);
  // By its first line a message is found where its run could not tag the session.
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

/** Sends the message; after an answer that was lost again, unless the message is there. */
async function send({ devin, message, update }: Attempt, session: Session): Promise<void> {
  const words = message(session);
  for (let tried = 1; ; tried++) {
    try {
      return await devin.sendMessage(session.id, words);
    } catch (error) {
      const isLost = error instanceof RequestError && error.effect === "unknown";
      if (!isLost) throw error;
      if ((await devin.listMessages(session.id)).some(update.isDelivered)) return;
      if (tried >= SEND_TRIES) throw error;
    }
  }
}

/** Marks that the session has the update. */
async function tag({ devin, update, warnings }: Attempt, session: Session): Promise<void> {
  const refusal = await errorMessageOf(() => devin.addTags(session.id, session.tags, toldTags(update)));
  if (refusal !== null)
    warnings.push(`The session has the update, but not the tag of this event. ${refusal}`);
}

async function hasEnded(attempt: Attempt, { id }: Session, error: unknown): Promise<boolean> {
  if (!(error instanceof RequestError) || error.effect === "unknown") return false;
  return !(await sessionsOf(attempt)).some((session) => session.id === id && isAlive(session));
}
