/** Waiting for a session that is at work. */

import type { Clock } from "../lib/http.ts";
import type { Devin } from "./client.ts";
import { type Session, stateOf } from "./session.ts";

const FIRST_POLL_MS = 5_000;
const LONGEST_POLL_MS = 30_000;
// How long a session that was told something may look as if it had not heard it.
const WAKE_MS = 60_000;

/**
 * Asks for the session until it has a pull request in the repository (`wanted`), its turn is over or `deadline`
 * (epoch milliseconds) has passed; resolves with the last answer and the address of that pull request, if any. One
 * that `isContinued`, told something just now, may still show the end of its last turn, which does not count.
 */
export async function waitForSession(options: {
  devin: Pick<Devin, "getSession">;
  clock: Clock;
  id: string;
  wanted: (pullRequest: string) => boolean;
  deadline: number;
  isContinued: boolean;
}): Promise<{ session: Session; pullRequest: string | null }> {
  const { devin, clock, id, wanted, deadline, isContinued } = options;
  const wakesBy = clock.now() + WAKE_MS;
  let isAwake = !isContinued;
  for (let pause = FIRST_POLL_MS; ; pause = Math.min(pause * 1.5, LONGEST_POLL_MS)) {
    await clock.sleep(Math.max(0, Math.min(pause, deadline - clock.now())));
    const session = await devin.getSession(id);
    const pullRequest = session.pullRequests.find(wanted) ?? null;
    const { kind } = stateOf(session);
    isAwake ||= kind === "working" || clock.now() >= wakesBy;
    const isOver = kind === "stuck" || (kind === "done" && isAwake) || clock.now() >= deadline;
    if (pullRequest !== null || isOver) return { session, pullRequest };
  }
}
