/** GitHub as the host of workflows: their runs, in the order that their concurrency groups allow. */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { changedPaths, defaultBranch, locate, type Revision } from "./checkout.ts";
import { evaluate } from "./expression.ts";
import { type JobStart, runJob, type WorkflowStep } from "./job.ts";
import {
  isYaml,
  nameRun,
  type Permissions,
  permissionsOf,
  pullRequestSchema,
  readInputs,
  readWorkflow,
  takes,
  type Workflow,
  type WorkflowEvent,
  type WorkflowFile,
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
  /** The workflows that are not disabled, as they stand when an event happens. */
  workflows(): WorkflowFile[];
  /** Where the action of each `owner/name` that a workflow may use is, with its action.yml. */
  actions: Record<string, string>;
  /** `owner/name` */
  repository: string;
  /** The bare repository that a checkout reads. */
  gitDirectory: string;
  /** A directory for workspaces; it stays the caller's to delete. */
  workspaceRoot: string;
  apiUrl: string;
  /** A token that may do what a job's `permissions` say; of the runner's own making unless told. */
  tokenFor?: (permissions: Permissions) => string;
  secrets: Record<string, string>;
  vars: Record<string, string>;
  /** What the machine itself sets for every process. */
  machine?: () => Record<string, string>;
  onLog?: (line: string) => void;
  /** Called when a run is over; a run that it triggers is waited for as well. */
  onEnd?: (run: WorkflowRun) => void;
};

export type Runner = {
  /** The run of the first workflow whose `on` takes the event; null when none does. Every one that does is run. */
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

/** Starts a runner for the workflows of one repository. */
export function createRunner(options: RunnerOptions): Runner {
  const { repository, gitDirectory, actions, workspaceRoot, apiUrl, vars } = options;
  const [owner = "", repositoryName = ""] = repository.split("/");
  const tokenFor = options.tokenFor ?? (() => `ghs_${randomBytes(18).toString("hex")}`);
  const runs: WorkflowRun[] = [];
  const queues = new Map<string, Array<{ run: WorkflowRun; start: () => void }>>();
  const busy = new Set<string>();
  const active = new Set<Promise<void>>();
  const closing = new AbortController();

  function eventPayload(
    { on }: Workflow,
    event: WorkflowEvent,
    actor: string,
    inputs: Record<string, string>,
  ) {
    if (event.name === "schedule") return { schedule: on.schedule?.[0]?.cron, ...event.payload };
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
      sender: { login: actor, type: actor.endsWith("[bot]") ? "Bot" : "User" },
      ...event.payload,
      ...(event.name === "workflow_dispatch" ? { inputs } : {}),
    };
  }

  /** A pull request from a fork gets no secrets but the token. */
  function secretsOf(event: WorkflowEvent): Record<string, string> {
    const head =
      event.name === "pull_request" ? pullRequestSchema.parse(event.payload).pull_request.head : null;
    const isFork = (head?.repo?.full_name ?? repository) !== repository;
    return isFork ? {} : options.secrets;
  }

  function finish(run: WorkflowRun, conclusion: WorkflowRun["conclusion"]): void {
    run.status = "completed";
    run.conclusion = conclusion;
    run.endedAt = Date.now();
  }

  async function execute(run: WorkflowRun, workflow: Workflow, start: JobStart): Promise<void> {
    run.status = "running";
    run.startedAt = Date.now();
    try {
      const conclusions: Array<"success" | "failure" | null> = [];
      for (const [id, job] of Object.entries(workflow.jobs)) {
        const token = tokenFor(permissionsOf(workflow, job));
        const secrets = { ...start.secrets, GITHUB_TOKEN: token };
        conclusions.push(await runJob(id, job, { ...start, github: { ...start.github, token }, secrets }));
      }
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
  function enqueue(run: WorkflowRun, workflow: Workflow, jobStart: JobStart): void {
    const group = run.group.toLowerCase();
    const start = () => {
      if (group !== "") busy.add(group);
      const done = execute(run, workflow, jobStart).then(() => {
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

  /** The workflows that take the event. A file that GitHub cannot parse takes none, and nobody is told. */
  function workflowsFor(event: WorkflowEvent): Workflow[] {
    const files = options.workflows().filter(({ path }) => (event.workflow ?? path) === path);
    const taking = files
      .filter(({ text }) => isYaml(text))
      .map(({ text }) => readWorkflow(text))
      .filter((workflow) => takes(workflow, event, (base, head) => changedPaths(gitDirectory, base, head)));
    return event.name === "workflow_dispatch" ? taking.slice(0, 1) : taking;
  }

  function start(workflow: Workflow, event: WorkflowEvent, revision: Revision): WorkflowRun {
    const actor = event.actor ?? owner;
    const { typed: inputs, texts } = readInputs(workflow, event);
    const payload = eventPayload(workflow, event, actor, texts);
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
    enqueue(run, workflow, {
      github,
      event: payload,
      inputs,
      vars,
      secrets: secretsOf(event),
      env: workflow.env,
      root: join(workspaceRoot, String(id)),
      machine: options.machine?.() ?? {},
      gitDirectory,
      actions,
      signal: closing.signal,
      onStep: (step) => run.steps.push(step),
      onLog: (line) => options.onLog?.(`[${id}] ${line}`),
    });
    return run;
  }

  return {
    runs,
    trigger(event) {
      if (closing.signal.aborted) throw new Error("The runner is closed.");
      const workflows = workflowsFor(event);
      if (workflows.length === 0) return null;
      const revision = locate(event, gitDirectory, workspaceRoot);
      // GitHub starts nothing for a pull request that cannot be merged.
      if (revision === null) return null;
      return workflows.map((workflow) => start(workflow, event, revision))[0] ?? null;
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
