/** One job of a run, from its condition to its last step. */
import { mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { type Contexts, evaluate, evaluateAll, holds } from "./expression.ts";
import { type GitHubContext, type JobPlace, runStep, type StepResult } from "./step.ts";
import { type Annotation, createMask, createStepLog } from "./step-log.ts";
import type { Job } from "./workflow.ts";

export type WorkflowStep = StepResult & { name: string; log: string; annotations: Annotation[] };

/** What a run gives each of its jobs. */
export type JobStart = {
  github: GitHubContext;
  event: unknown;
  inputs: Contexts;
  vars: Record<string, string>;
  secrets: Record<string, string>;
  /** The workflow's `env`, not evaluated yet. */
  env: Record<string, string>;
  /** A directory for the jobs of this run. */
  root: string;
  /** What the machine itself sets for every process. */
  machine: Record<string, string>;
  gitDirectory: string;
  actions: Record<string, string>;
  /** Ends the job before its timeout does. */
  signal: AbortSignal;
  onStep(step: WorkflowStep): void;
  onLog(line: string): void;
};

const RUNNER_OS = { darwin: "macOS", win32: "Windows" }[String(process.platform)] ?? "Linux";
const RUNNER_ARCH = process.arch === "arm64" ? "ARM64" : "X64";

/** Runs the job; null when its `if` says no. */
export async function runJob(id: string, job: Job, start: JobStart): Promise<"success" | "failure" | null> {
  const { event, inputs, vars, secrets, gitDirectory, actions } = start;
  const root = join(start.root, id);
  const temp = join(root, "_temp");
  const name = basename(start.github.repository);
  const workspace = join(root, name, name);
  const github = { ...start.github, workspace, job: id };
  const open: Contexts = { github: { ...github, event }, inputs, vars };
  if (!holds(job.if, open, "success")) return null;

  await mkdir(workspace, { recursive: true });
  await mkdir(temp, { recursive: true });
  await writeFile(join(temp, "event.json"), JSON.stringify(event));
  const mask = createMask();
  for (const secret of Object.values(secrets)) mask.add(secret);

  const runner = { os: RUNNER_OS, arch: RUNNER_ARCH, name: "sandbox", temp, tool_cache: join(root, "_tool") };
  const settled: Contexts = { ...open, secrets, runner };
  const env = { ...start.machine, ...evaluateAll(start.env, settled), ...evaluateAll(job.env, settled) };
  const minutes = Number(evaluate(job["timeout-minutes"], settled));
  const signal = AbortSignal.any([AbortSignal.timeout(minutes * 60_000), start.signal]);
  const place: JobPlace = {
    gitDirectory,
    actions,
    github,
    runner,
    workspace,
    temp,
    env,
    path: [],
    signal,
  };

  let status: "success" | "failure" = "success";
  const steps: Record<string, { outputs: Record<string, string>; outcome: string; conclusion: string }> = {};
  for (const step of job.steps) {
    const log = createStepLog(mask, start.onLog);
    const contexts: Contexts = { ...settled, steps, job: { status }, env };
    const result = { name: `Run ${step.uses ?? step.run}`, exitCode: 1, outputs: {}, summary: "" };
    let outcome: "success" | "failure" | "skipped" = "failure";
    try {
      // Secrets are no part of what an `if` may see.
      const { secrets: _, ...visible } = contexts;
      if (holds(step.if, visible, status)) {
        if (step.name !== undefined) result.name = evaluate(step.name, contexts);
        Object.assign(result, await runStep(step, contexts, place, log));
        outcome = result.exitCode === 0 ? "success" : "failure";
      } else {
        outcome = "skipped";
      }
    } catch (error) {
      log.print(`##[error]${error instanceof Error ? error.message : String(error)}`);
    }
    if (outcome === "failure") status = "failure";
    if (step.id !== undefined) steps[step.id] = { outputs: result.outputs, outcome, conclusion: outcome };
    if (outcome !== "skipped") {
      const summary = mask.apply(result.summary);
      start.onStep({ ...result, log: log.text(), annotations: log.annotations(), summary });
    }
  }
  return status;
}
