/** How Devin's sessions go on: they open pull requests, fall asleep, wait, crash, and people put some away. */

import type { SessionHandle } from "../../../sandbox/devin/server.ts";
import type { Random } from "./random.ts";
import type { Schedule } from "./schedule.ts";

const ENDINGS = [
  { weight: 8, status: "running", status_detail: "finished", opens: true },
  { weight: 2, status: "running", status_detail: "finished", opens: false },
  { weight: 2, status: "running", status_detail: "waiting_for_user", opens: false },
  { weight: 1, status: "running", status_detail: "waiting_for_approval", opens: false },
  { weight: 2, status: "suspended", status_detail: "inactivity", opens: true },
  { weight: 1, status: "suspended", status_detail: "out_of_credits", opens: false },
  { weight: 1, status: "suspended", status_detail: "user_usage_limit_exceeded", opens: false },
  { weight: 1, status: "suspended", status_detail: "paused_by_something_new", opens: false },
  { weight: 2, status: "exit", status_detail: null, opens: true },
  { weight: 1, status: "exit", status_detail: null, opens: false },
  { weight: 2, status: "error", status_detail: "error", opens: false },
];
const TURNS = ENDINGS.flatMap((ending) => Array<typeof ending>(ending.weight).fill(ending));

/** What a session does by itself after it was started or told something. */
export function createWorker(options: {
  schedule: Schedule;
  random: Random;
  repository: string;
  /** Whether sessions still change; once all is over nothing ends by itself any longer. */
  isActive: () => boolean;
  /** A session has opened a pull request, or pushed to its own once more. */
  onPush: (id: string, number: number, url: string) => void;
  /** A session ended without being asked to. */
  onEnd: (id: string) => void;
}): (session: SessionHandle, isOver: () => boolean) => void {
  const { schedule, random, repository, isActive, onPush, onEnd } = options;
  const turns = new Map<string, number>();
  const pullRequests = new Map<string, number>();

  return (session, isOver) => {
    const turn = (turns.get(session.id) ?? 0) + 1;
    turns.set(session.id, turn);
    const ending = random.pick(TURNS);
    const at = schedule.now() + random.int(20, 5_400) * 1_000;
    const isPutAway = random.chance(0.1);
    schedule.at(at, () => {
      // What it was told since decides about its end.
      if (isOver() || !isActive() || turns.get(session.id) !== turn) return;
      const { status, status_detail, opens } = ending;
      const number = pullRequests.get(session.id) ?? pullRequests.size + 1;
      const pr_url = `https://github.com/${repository}/pull/${number}`;
      session.set({
        status,
        status_detail,
        ...(opens ? { pull_requests: [{ pr_url, pr_state: "open" }] } : {}),
      });
      if (opens) {
        pullRequests.set(session.id, number);
        onPush(session.id, number, pr_url);
      }
      if (status === "exit" || status === "error") onEnd(session.id);
      else if (isPutAway)
        schedule.at(at + random.int(60, 7_200) * 1_000, () => {
          if (isOver() || !isActive() || turns.get(session.id) !== turn) return;
          session.set({ is_archived: true });
          onEnd(session.id);
        });
    });
  };
}
