/** The sessions of one incident where there are several: which knows most, which waits, and which is one too many. */

import { errorMessageOf } from "../lib/http.ts";
import type { Devin } from "./client.ts";
import { isAlive, linkOf, type Session } from "./session.ts";
import { lastInstruction } from "./tags.ts";

/**
 * Ends the live sessions of an incident but the oldest, which a race, a lost answer or a run that was cut off left
 * behind; those that know something later than `until` (epoch milliseconds) stay until the oldest knows it too, but for the
 * one of the id `spent`. Resolves with a warning for each that could not be ended.
 */
export async function archiveDuplicates(
  devin: Pick<Devin, "archiveSession">,
  sessions: Session[],
  until: number,
  spent?: string,
): Promise<string[]> {
  const warnings: string[] = [];
  for (const session of sessions.filter(isAlive).slice(1)) {
    if (knownUntil(session) > until && session.id !== spent) continue;
    warnings.push(...(await archiveSurplus(devin, session)));
  }
  return warnings;
}

/** Ends a session that is one too many of its incident; resolves with a warning where it could not be ended. */
export async function archiveSurplus(
  devin: Pick<Devin, "archiveSession">,
  session: Session,
): Promise<string[]> {
  const refusal = await errorMessageOf(() => devin.archiveSession(session.id));
  return refusal === null
    ? []
    : [`The session ${linkOf(session)} is a second one of this incident; archive it in Devin. ${refusal}`];
}

/** Of sessions that have ended, the one that knows the latest, and of those the youngest. */
export function latestUpdated(ended: Session[]): Session | undefined {
  const until = ({ tags }: Session) => lastInstruction(tags)?.until ?? 0;
  return ended.toSorted((a, b) => until(a) - until(b)).at(-1);
}

/** Up to when a session knows what must not be lost with it, in epoch milliseconds. */
export function knownUntil({ tags }: Session): number {
  const asked = lastInstruction(tags);
  return asked === null || asked.ask === "gather" ? Number.NEGATIVE_INFINITY : asked.until;
}

/**
 * The live sessions that only wait for a resolve that was known at `occurredAt` (epoch milliseconds; null:
 * whenever): they gather or hold. Where no postmortem is wanted after all, they are to be ended.
 */
export function pendingSessions(sessions: Session[], occurredAt: number | null): Session[] {
  return sessions.filter((session) => {
    const asked = lastInstruction(session.tags);
    const isWaiting = asked !== null && asked.ask !== "draft" && asked.until <= (occurredAt ?? asked.until);
    return isAlive(session) && isWaiting;
  });
}
