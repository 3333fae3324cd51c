/** Pull requests of sessions: who pushed what, and the check that follows each push. */

import type { Finding } from "../../../src/check/run.ts";
import type { Plan } from "./plan.ts";
import type { Random } from "./random.ts";
import type { Schedule } from "./schedule.ts";
import type { Check, RunRequest } from "./workflow.ts";

/** Who pushed each head, by its sha. */
export type Pushed = Map<string, "bot" | "person">;

export type Push = { number: number; url: string; incidentId: string };

/** Makes what a session's push leads to: a check, and at times a push of a person's. */
export function createPulls(options: {
  schedule: Schedule;
  random: Random;
  pushes: Plan["pushes"];
  isActive: () => boolean;
  start: (trigger: RunRequest, delayMs: number) => void;
  say: (words: string) => void;
}): { pushed: Pushed; push: (push: Push) => void } {
  const { schedule, random, pushes, isActive, start, say } = options;
  const pushed: Pushed = new Map();
  const heads = new Map<number, string>();

  function push(pull: Push, by: "bot" | "person" = "bot"): void {
    const head = Array.from({ length: 40 }, () => random.int(0, 15).toString(16)).join("");
    pushed.set(head, by);
    heads.set(pull.number, head);
    const isWrong = random.chance(pushes.wrong);
    say(`GitHub: ${by} pushed ${head.slice(0, 4)} to #${pull.number}${isWrong ? ", with errors" : ""}`);
    const check: Check = {
      pull: {
        number: pull.number,
        url: pull.url,
        branch: `postmortem/${pull.incidentId}`,
        head,
        isByBot: true,
        isPushedByPerson: by === "person",
      },
      errors: [errorIn(pull)],
      readHead: () => heads.get(pull.number) ?? "",
    };
    if (isWrong) start(triggerOf(pull, check), random.int(5, 90) * 1_000);
    if (by === "person" || !random.chance(pushes.byPerson)) return;
    schedule.at(schedule.now() + random.int(1, 7_200) * 1_000, () => {
      if (isActive()) push(pull, "person");
    });
  }

  return { pushed, push };
}

function triggerOf({ number, incidentId }: Push, check: Check): RunRequest {
  const name = `check of #${number}`;
  return { name, event: "pull_request", payload: {}, incidentId, group: `pull-${number}`, check };
}

function errorIn({ incidentId }: Push): Finding {
  return {
    rule: "timeline-order",
    severity: "error",
    file: `docs/postmortems/2026-02-10-${incidentId}-x.md`,
    line: 12,
    message: "[postmortem-bridge] Reminder",
    fix: "Put the rows in order.",
  };
}
