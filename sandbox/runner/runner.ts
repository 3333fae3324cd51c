/** GitHub as the host of one workflow: its runs, in the order that their concurrency groups allow. */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { changedPaths, defaultBranch, locate } from "./checkout.ts";
import { evaluate } from "./expression.ts";
import { type JobStart, runJob, type WorkflowStep } from "./job.ts";
import {
  nameRun,
  pullRequestSchema,
  readInputs,
  readWorkflow,
  takes,
  type WorkflowEvent,
} from "./workflow.ts";

export type { WorkflowEvent };

export type WorkflowRun = {
  id: number;
  event: WorkflowEvent["name"];
  /** The evaluated run-name. */
  name: string;
  /** The evaluated concurrency group, empty where the workflow has none. */
  group: string;
  status: "queued" | "running" | "completed";
  conclusion: "success" | "failure" | "skipped" | "cancelled" | null;
  steps: WorkflowStep[];
  /** When it was triggered, then when it left the queue. */
  startedAt: number;
  endedAt: number | null;
};

export type RunnerOptions = {
  /** Path of the workflow file. */
  workflow: string;
  /** Where action.yml and what it names are, for `uses: ./`. */
  actionDirectory: string;
  /** `owner/name` */
  repository: string;
  /** The bare repository that a checkout reads. */
  gitDirectory: string;
  /** A directory for workspaces; it stays the caller's to delete. */
  workspaceRoot: string;
  apiUrl: string;
  secrets: Record<string, string>;
  vars: Record<string, string>;
  onLog?: (line: string) => void;
  /** Called when a run is over; a run that it triggers is waited for as well. */
  onEnd?: (run: WorkflowRun) => void;
};

export type Runner = {
  /** Null when nothing in the workflow's `on` takes the event. */
  trigger(event: WorkflowEvent): WorkflowRun | null;
  runs: WorkflowRun[];
  /** Resolves once no run is queued or running. */
  idle(): Promise<void>;
  /** Cancels what is queued, ends what is running. */
  close(): Promise<void>;
};

const SERVER_URL = "https://github.com";
// https://docs.github.com/en/actions/how-tos/write-workflows/choose-when-workflows-run/control-workflow-concurrency
const MAX_PENDING = 100;

/** Starts a runner for one workflow of one repository. */
export function createRunner(options: RunnerOptions): Runner {
  const { repository, gitDirectory, actionDirectory, workspaceRoot, apiUrl, vars } = options;
  const workflow = readWorkflow(options.workflow);
  const [owner = "", repositoryName = ""] = repository.split("/");
  const token = options.secrets["GITHUB_TOKEN"] ?? `ghs_${randomBytes(18).toString("hex")}`;
  const runs: WorkflowRun[] = [];
  const queues = new Map<string, Array<{ run: WorkflowRun; start: () => void }>>();
  const busy = new Set<string>();
  const active = new Set<Promise<void>>();
  const closing = new AbortController();

  function eventPayload(event: WorkflowEvent, actor: string, inputs: Record<string, string>) {
    if (event.name === "schedule") return { schedule: workflow.on.schedule?.[0]?.cron, ...event.payload };
    return {
      repository: {
        name: repositoryName,
        full_name: repository,
        owner: { login: owner },
        private: true,
        visibility: "private",
        default_branch: defaultBranch(gitDirectory),
        html_url: `${SERVER_URL}/${repository}`,
      },
      sender: { login: actor },
      ...event.payload,
      ...(event.name === "workflow_dispatch" ? { inputs } : {}),
    };
  }

  /** A pull request from a fork gets no secrets but the token. */
  function secretsOf(event: WorkflowEvent): Record<string, string> {
    const head =
      event.name === "pull_request" ? pullRequestSchema.parse(event.payload).pull_request.head : null;
    const isFork = (head?.repo?.full_name ?? repository) !== repository;
    return { ...(isFork ? {} : options.secrets), GITHUB_TOKEN: token };
  }

  function finish(run: WorkflowRun, conclusion: WorkflowRun["conclusion"]): void {
    run.status = "completed";
    run.conclusion = conclusion;
    run.endedAt = Date.now();
  }

  async function execute(run: WorkflowRun, start: JobStart): Promise<void> {
    run.status = "running";
    run.startedAt = Date.now();
    try {
      const conclusions: Array<"success" | "failure" | null> = [];
      for (const [id, job] of Object.entries(workflow.jobs)) conclusions.push(await runJob(id, job, start));
      if (closing.signal.aborted) finish(run, "cancelled");
      else if (conclusions.includes("failure")) finish(run, "failure");
      else finish(run, conclusions.includes("success") ? "success" : "skipped");
    } catch (error) {
      const log = error instanceof Error ? error.message : String(error);
      run.steps.push({ name: "Set up job", exitCode: 1, log, annotations: [], outputs: {}, summary: "" });
      finish(run, "failure");
    }
  }

  /** Lets the runs of one group take turns, first come, first served. */
  function enqueue(run: WorkflowRun, jobStart: JobStart): void {
    const group = run.group.toLowerCase();
    const start = () => {
      if (group !== "") busy.add(group);
      const done = execute(run, jobStart).then(() => {
        busy.delete(group);
        queues.get(group)?.shift()?.start();
        try {
          if (!closing.signal.aborted) options.onEnd?.(run);
        } finally {
          active.delete(done);
        }
      });
      active.add(done);
    };
    if (!busy.has(group)) {
      start();
      return;
    }
    const queue = queues.get(group) ?? [];
    queues.set(group, queue);
    if (workflow.concurrency?.queue === "max" && queue.length >= MAX_PENDING) {
      finish(run, "cancelled");
      return;
    }
    if (workflow.concurrency?.queue !== "max") {
      for (const older of queue.splice(0)) finish(older.run, "cancelled");
    }
    queue.push({ run, start });
  }

  async function idle(): Promise<void> {
    while (active.size > 0) await Promise.all(active);
  }

  return {
    runs,
    trigger(event) {
      if (closing.signal.aborted) throw new Error("The runner is closed.");
      if (!takes(workflow, event, (base, head) => changedPaths(gitDirectory, base, head))) return null;
      const revision = locate(event, gitDirectory, workspaceRoot);
      // GitHub starts nothing for a pull request that cannot be merged.
      if (revision === null) return null;
      const actor = event.actor ?? owner;
      const { typed: inputs, texts } = readInputs(workflow, event);
      const payload = eventPayload(event, actor, texts);
      const id = runs.length + 1;
      const github = {
        ...revision,
        ref_type: "branch",
        event_name: event.name,
        actor,
        triggering_actor: actor,
        repository,
        repository_owner: owner,
        workflow: workflow.name,
        run_id: String(id),
        run_number: String(id),
        run_attempt: "1",
        server_url: SERVER_URL,
        api_url: apiUrl,
        graphql_url: `${apiUrl}/graphql`,
      };
      const contexts = { github: { ...github, event: payload }, inputs, vars };
      const run: WorkflowRun = {
        id,
        event: event.name,
        name: nameRun(workflow, event, contexts),
        group: evaluate(workflow.concurrency?.group ?? "", contexts),
        status: "queued",
        conclusion: null,
        steps: [],
        startedAt: Date.now(),
        endedAt: null,
      };
      runs.push(run);
      enqueue(run, {
        github: { ...github, token },
        event: payload,
        inputs,
        vars,
        secrets: secretsOf(event),
        env: workflow.env,
        root: join(workspaceRoot, String(id)),
        gitDirectory,
        actionDirectory,
        signal: closing.signal,
        onStep: (step) => run.steps.push(step),
        onLog: (line) => options.onLog?.(`[${id}] ${line}`),
      });
      return run;
    },
    idle,
    async close() {
      closing.abort();
      for (const queue of queues.values()) {
        for (const { run } of queue.splice(0)) finish(run, "cancelled");
      }
      await idle();
    },
  };
}
