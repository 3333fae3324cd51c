/** The sessions of one incident where there are several: which counts, which knows most, and which is one too many. */

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

/** The session that counts of an incident's, oldest first: the oldest that lives, else that of `latestUpdated`. */
export function currentOf(sessions: Session[]): Session | undefined {
  return sessions.find(isAlive) ?? latestUpdated(sessions);
}

/**
 * Of sessions that have ended, the one that knows the latest; of those one that nobody archived, since a duplicate is
 * archived when the one that stands knows as much; and of those the youngest.
 */
export function latestUpdated(ended: Session[]): Session | undefined {
  const until = ({ tags }: Session) => lastInstruction(tags)?.until ?? 0;
  return ended.toSorted((a, b) => until(a) - until(b) || Number(b.isArchived) - Number(a.isArchived)).at(-1);
}

/** Up to when a session knows what must not be lost with it, in epoch milliseconds. */
export function knownUntil({ tags }: Session): number {
  const asked = lastInstruction(tags);
  return asked === null || asked.ask === "gather" ? Number.NEGATIVE_INFINITY : asked.until;
}
