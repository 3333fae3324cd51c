/** The day's limit on new sessions. */

import { byAge, type Session } from "../devin/session.ts";
import { DEFERRED_TAG, isByHand, PROJECT_TAG } from "../devin/tags.ts";
import { DAY_MS } from "../lib/time.ts";
import { LIMIT_REACHED } from "../policy/gate.ts";
import type { Config } from "../settings/configuration.ts";
import type { JobContext } from "./context.ts";

/** Whether the limit of any rolling 24 hours allows one more session now. */
export async function hasCapacity(context: JobContext, { limits }: Config): Promise<boolean> {
  return (await listStarted(context)).length < limits["sessions-per-day"];
}

/** Why a session that was started just now has to go: as many as the limit allows are older. Null when it may stay. */
export async function refusalBeyondLimit(
  context: JobContext,
  { limits }: Config,
  created: Session,
): Promise<string | null> {
  const listed = await listStarted(context);
  const older = listed.filter((session) => session.id !== created.id && byAge(session, created) < 0);
  return older.length < limits["sessions-per-day"] ? null : LIMIT_REACHED;
}

/** The sessions that the limit counts now. */
export async function listStarted({ clock, devin }: JobContext): Promise<Session[]> {
  const since = Math.floor((clock.now() - DAY_MS) / 1_000);
  return startedSince(await devin().listSessions(PROJECT_TAG, { createdSince: since }), since);
}

/** The sessions that the limit counts: those since an instant in epoch seconds, less what was by hand or deferred. */
export function startedSince(sessions: Session[], since: number): Session[] {
  return sessions.filter(
    ({ tags, createdAt }) => createdAt >= since && !isByHand(tags) && !tags.includes(DEFERRED_TAG),
  );
}
