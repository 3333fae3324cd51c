/** Waiting for a session that is at work. */

import type { Devin } from "./devin.ts";
import type { Clock } from "./http.ts";
import { type Session, stateOf } from "./session.ts";

const FIRST_POLL_MS = 5_000;
const LONGEST_POLL_MS = 30_000;

/**
 * Asks for the session until it has a pull request in the repository (`wanted`), its turn is over or `deadline`
 * (epoch milliseconds) has passed; resolves with the last answer and the address of that pull request, if any.
 */
export async function waitForSession(options: {
  devin: Pick<Devin, "getSession">;
  clock: Clock;
  id: string;
  wanted: (pullRequest: string) => boolean;
  deadline: number;
}): Promise<{ session: Session; pullRequest: string | null }> {
  const { devin, clock, id, wanted, deadline } = options;
  for (let pause = FIRST_POLL_MS; ; pause = Math.min(pause * 1.5, LONGEST_POLL_MS)) {
    await clock.sleep(Math.max(0, Math.min(pause, deadline - clock.now())));
    const session = await devin.getSession(id);
    const pullRequest = session.pullRequests.find(wanted) ?? null;
    const isOver = stateOf(session).kind !== "working" || clock.now() >= deadline;
    if (pullRequest !== null || isOver) return { session, pullRequest };
  }
}
