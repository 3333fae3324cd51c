/** One run of the action: selects the job that its event asks for, loads that job alone, and runs it. */

import type { Incident } from "../incident/incident.ts";
import { samplePattern } from "../incident/patterns.ts";
import { begin } from "../lib/begin.ts";
import type { Config } from "../settings/configuration.ts";
import { hasCapacity } from "./capacity.ts";
import { createJobContext, type JobContext, type JobSurroundings } from "./context.ts";
import { type Job, selectJob } from "./event.ts";
import {
  assertRepositoryPrivate,
  loadConfig,
  readInputsOf,
  type UsableConfiguration,
} from "./load-config.ts";
import { failed, failuresOf, type JobName, type JobResult, nothingToDo, undecided } from "./result.ts";
import { triggerByHand, triggerOf } from "./trigger.ts";

/** A job that has something to do. */
type RealJob = Exclude<Job, { job: null }>;

/** Runs the job; what goes wrong by a setting or a service is among the failures, and only a bug of ours is thrown. */
export async function runJob(surroundings: JobSurroundings): Promise<JobResult> {
  let name: JobName | null = null;
  try {
    const inputs = await readInputsOf(surroundings);
    const job = selectJob(surroundings.event, inputs);
    name = job.job;
    if (job.job === null) return nothingToDo(null, job.reason);
    return await runSelected(createJobContext(surroundings, inputs), job);
  } catch (error) {
    return failed(name, failuresOf(error));
  }
}

// Each job's own modules are loaded when it comes to them, so that a run starts on its first request at once.
async function runSelected(context: JobContext, job: RealJob): Promise<JobResult> {
  if (job.job === "check") {
    const { checkPullRequest } = await import("./check.ts");
    return await checkPullRequest(context);
  }
  const sample = sampleOf(job);
  if (sample !== null) {
    const { trySample } = await import("./sample.ts");
    return await trySample(context, sample);
  }
  const loaded = await loadConfig(context);
  return withConfiguration(await runConfigured(context, job, loaded.config), loaded);
}

/** The made-up incident of a job that tries the whole way; null for any other job. */
function sampleOf(job: RealJob): Incident | null {
  return "payload" in job && samplePattern.test(job.payload.incident.id) ? job.payload.incident : null;
}

/** The result with what is to be said of the configuration. */
function withConfiguration(result: JobResult, { source, warnings }: UsableConfiguration): JobResult {
  return { ...result, configuration: source, warnings: [...warnings, ...result.warnings] };
}

async function runConfigured(
  context: JobContext,
  job: Exclude<RealJob, { job: "check" }>,
  config: Config,
): Promise<JobResult> {
  const { inputs, event, runId, actor } = context;
  if (job.job === "follow-ups") {
    const { followUp } = await import("./follow-ups.ts");
    return await followUp(context, config);
  }
  await assertRepositoryPrivate(context, config);
  if (job.job === "reconcile") {
    // Without a token there is nothing to compare with, which is nobody's mistake on a schedule.
    if (event.name === "schedule" && inputs["pagerduty-token"] === undefined)
      return nothingToDo(
        "reconcile",
        "reconcile needs pagerduty-token, to ask PagerDuty which incidents were resolved",
      );
    const { reconcile } = await import("./reconcile.ts");
    return await reconcile(context, config);
  }
  if (job.job === "hold") {
    const { holdIncident } = await import("./hold.ts");
    return await holdIncident(context, config, job.payload);
  }
  if (job.job === "gather" && config["on-acknowledge"] === "skip")
    return {
      ...undecided("gather", job.payload.incident, null),
      decision: "skipped",
      reason: "on-acknowledge is skip in the configuration",
    };
  // PagerDuty is asked first. What Devin is asked meanwhile does not depend on its answer, nor does what is loaded.
  const trigger = begin(() =>
    "payload" in job
      ? triggerOf(context, job.payload)
      : triggerByHand(context, { reference: job.reference, runId, actor }),
  );
  if (!inputs["dry-run"]) void begin(() => context.devin().connect());
  const { draftIncident } = await import("./draft.ts");
  return await draftIncident(context, config, {
    instruction: job.job,
    trigger: await trigger,
    hasCapacity: () => hasCapacity(context, config),
    waitMinutes: inputs["wait-minutes"],
  });
}
