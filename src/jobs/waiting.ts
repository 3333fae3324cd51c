/** The sessions that only wait for a resolve: they gather evidence, or hold since a reopening. */

import type { Devin } from "../devin/client.ts";
import { isAlive, type Session } from "../devin/session.ts";
import { isByHand } from "../devin/tags.ts";
import { lastAsked } from "../prompt/messages.ts";

/** Follows the reason of a skip that has ended such a session. */
export const ENDED_WAITING = "; its session, which waited for the resolve, was ended";

/**
 * Ends an incident's live sessions that only wait, where no postmortem is wanted after all; resolves with them. One that
 * was told something later than `occurredAt` (epoch milliseconds) goes on.
 */
export async function endWaiting(devin: Devin, sessions: Session[], occurredAt: number): Promise<Session[]> {
  const ended: Session[] = [];
  for (const session of sessions.filter(isAlive)) {
    const asked = lastAsked(session.tags, await devin.listMessages(session.id));
    if (asked === null || asked.ask === "draft" || asked.until > occurredAt) continue;
    await devin.archiveSession(session.id);
    ended.push(session);
  }
  return ended;
}

/** Who asked for the incident's live session, as far as its tags tell; null where nobody did, or where none is alive. */
export function requesterOf(sessions: Session[]): string | null {
  return sessions.some((session) => isAlive(session) && isByHand(session.tags)) ? "somebody" : null;
}
