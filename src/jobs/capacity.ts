/** The day's limit on new sessions. */

import type { Session } from "../devin/session.ts";
import { isByHand, PROJECT_TAG } from "../devin/tags.ts";
import type { Config } from "../settings/configuration.ts";
import type { JobContext } from "./context.ts";

const DAY_SECONDS = 86_400;

/** Whether the limit of any rolling 24 hours allows one more session now. */
export async function hasCapacity({ clock, devin }: JobContext, { limits }: Config): Promise<boolean> {
  const since = Math.floor(clock.now() / 1_000) - DAY_SECONDS;
  const sessions = await devin().listSessions(PROJECT_TAG, since);
  return startedSince(sessions, since) < limits["sessions-per-day"];
}

/** How many sessions the limit counts: those since an instant in epoch seconds, drafts by hand excepted. */
export function startedSince(sessions: Session[], since: number): number {
  return sessions.filter(({ tags, createdAt }) => createdAt >= since && !isByHand(tags)).length;
}
