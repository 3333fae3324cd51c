/** GitHub's runs of the workflow: queued by group, started late or never, and rerun by people. */

import type { Finding } from "../../../src/check/run.ts";
import { createJobContext, type JobSurroundings } from "../../../src/jobs/context.ts";
import { configOf, loadedConfig } from "../../configurations.ts";
// A run loads each job when it comes to it. The first one must not take longer here than the others.
import "../../../src/jobs/draft.ts";
import "../../../src/jobs/hold.ts";
import { readInputsOf } from "../../../src/jobs/load-config.ts";
import { type MendedPullRequest, mend } from "../../../src/jobs/mending.ts";
import "../../../src/jobs/reconcile.ts";
import { type JobResult, nothingToDo } from "../../../src/jobs/result.ts";
import { runJob } from "../../../src/jobs/run.ts";
import type { Fetch } from "../../../src/lib/http.ts";
import type { Random } from "./random.ts";
import type { Actor, Schedule } from "./schedule.ts";
import { HOSTS, KEYS, REPOSITORY } from "./services.ts";

/** `timeout-minutes` of the workflow. */
const LONGEST_RUN_MS = 30 * 60_000;

export type RunRequest = {
  name: string;
  /** GitHub's event. */
  event: string;
  payload: object;
  inputs?: Record<string, string>;
  /** Null for a reconcile. */
  incidentId: string | null;
  /** The concurrency group, whose runs take turns. */
  group: string;
  /** The check of a pull request, of which only the mending is played; null for every other run. */
  check?: Check;
};

export type Check = { pull: MendedPullRequest; errors: Finding[]; readHead: () => string };

export type PlayedRun = {
  trigger: RunRequest;
  startedAt: number;
  endedAt: number;
  outcome: JobResult | "killed";
};

export type Workflow = {
  runs: PlayedRun[];
  /** What only a bug throws. */
  errors: string[];
  /** Starts a run after so many milliseconds, as soon as its group is free. */
  trigger(run: RunRequest, delayMs: number): void;
};

export function createWorkflow(options: {
  schedule: Schedule;
  random: Random;
  network: (actor: Actor) => Fetch;
  config: string;
  /** The names in the directory of postmortems. */
  files: () => string[];
  /** How likely a run that failed or was killed is to be rerun by somebody. */
  rerunning: () => number;
  say: (words: string) => void;
}): Workflow {
  const { schedule, random, network, config, say } = options;
  const waiting = new Map<string, { run: RunRequest; id: string }[]>();
  const active = new Set<string>();
  const runs: PlayedRun[] = [];
  const errors: string[] = [];
  let number = 0;

  function pump(group: string): void {
    const queue = waiting.get(group) ?? [];
    if (active.has(group) || queue.length === 0) return;
    // GitHub promises no order within a group.
    const [next] = queue.splice(random.chance(0.7) ? 0 : random.int(0, queue.length - 1), 1);
    active.add(group);
    void play(next!.run, next!.id).finally(() => {
      active.delete(group);
      pump(group);
    });
  }

  function enqueue(run: RunRequest, id: string, delayMs: number): void {
    schedule.at(schedule.now() + delayMs, () => {
      waiting.set(run.group, [...(waiting.get(run.group) ?? []), { run, id }]);
      pump(run.group);
    });
  }

  async function play(trigger: RunRequest, id: string): Promise<void> {
    const startedAt = schedule.now();
    const name = `run ${id} ${trigger.name}`;
    say(`${name} starts`);
    try {
      const outcome = await schedule.perform(name, async (actor): Promise<JobResult> => {
        schedule.at(startedAt + LONGEST_RUN_MS, actor.kill);
        const surroundings: JobSurroundings = {
          inputs: {
            "devin-api-key": KEYS.devin,
            "pagerduty-token": KEYS.pagerDuty,
            "pagerduty-auth": "bearer",
            "github-token": KEYS.github,
            ...trigger.inputs,
          },
          event: { name: trigger.event, payload: trigger.payload },
          repository: REPOSITORY,
          serverUrl: "https://github.com",
          githubApiUrl: `https://${HOSTS.github}`,
          runId: id,
          actor: "octocat",
          fetch: network(actor),
          clock: {
            now: schedule.now,
            sleep: (ms) => actor.after(withoutJitter(ms), () => undefined),
          },
          files: {
            read: (path) => (path === ".github/postmortem.yml" ? config : null),
            list: options.files,
          },
          loadConfiguration: (path) => loadedConfig(path, config),
        };
        if (trigger.check === undefined) return await runJob(surroundings);
        const { pull, errors, readHead } = trigger.check;
        const read = () => actor.after(random.int(5, 900), readHead);
        const context = createJobContext(surroundings, await readInputsOf(surroundings));
        return nothingToDo("check", await mend(context, configOf(config), pull, errors, read));
      });
      if (trigger.check === undefined) runs.push({ trigger, startedAt, endedAt: schedule.now(), outcome });
      say(`${name} ${tellOf(outcome)}`);
      const isOver = outcome !== "killed" && outcome.failures.length === 0;
      if (!isOver && random.chance(options.rerunning())) enqueue(trigger, id, random.int(1, 90) * 60_000);
    } catch (error) {
      errors.push(`${name}: ${error instanceof Error ? error.stack : error}`);
    }
  }

  return {
    runs,
    errors,
    trigger: (run, delayMs) => enqueue(run, String(++number), delayMs),
  };
}

function tellOf(outcome: JobResult | "killed"): string {
  if (outcome === "killed") return "is killed";
  const { decision, reason, failures, warnings } = outcome;
  const found = outcome.kind === "reconcile" ? outcome.rows : [];
  const rows = found.map((row) => `\n    ${row.incident.id} ${row.outcome}: ${row.reason}`);
  return [
    `ends: ${decision ?? "failed"}: ${reason ?? ""}`,
    ...failures.map((failure) => ` FAILURE ${failure}`),
    ...warnings.map((warning) => ` WARNING ${warning}`),
    ...rows,
  ].join("");
}

/** The client's waits have a jitter that no seed repeats: each becomes the longest that it could have been. */
function withoutJitter(ms: number): number {
  return ms <= 1_000 ? 1_000 : 1_000 * 2 ** Math.ceil(Math.log2(ms / 1_000));
}
