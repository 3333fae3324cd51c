/** One run of the action: the job that its event asks for, done and reported. */

import { RequestError, SettingsError } from "../lib/errors.ts";
import { recordOf } from "../pagerduty/record.ts";
import { redactRecord } from "../redact/redact.ts";
import { openDesk } from "./context.ts";
import { selectJob } from "./event.ts";
import { loadConfig, type Run, readInputsOf } from "./outside.ts";
import { emptyReport, type Report } from "./summary.ts";
import { instantOf, triggerByHand, triggerOf } from "./trigger.ts";

/** Runs the job; what goes wrong by setting or by service is in the report, and only a bug of ours is thrown. */
export async function runJob(run: Run): Promise<Report> {
  const report = emptyReport();
  try {
    await perform(run, report);
  } catch (error) {
    if (error instanceof SettingsError) report.failures.push(...error.problems);
    else if (error instanceof RequestError) report.failures.push(error.message);
    else throw error;
  }
  return report;
}

// Each job's own modules are loaded when it comes to them, so that a run starts on its first request at once.
async function perform(run: Run, report: Report): Promise<void> {
  const inputs = readInputsOf(run);
  const job = selectJob(run.event, inputs);
  report.job = job.job;
  if (job.job === "check") {
    const { checkPullRequest } = await import("./check.ts");
    return checkPullRequest(run, inputs, report);
  }
  const desk = openDesk(run, inputs, await loadConfig(run, inputs, report));
  const outside = { inputs, fetch: run.fetch, clock: run.clock };
  if (job.job === "reconcile") {
    // Without a token there is nothing to compare with, which is nobody's mistake on a schedule.
    if (run.event.name === "schedule" && inputs["pagerduty-token"] === undefined)
      return skip(report, "reconcile needs pagerduty-token, to ask PagerDuty which incidents were resolved");
    const { reconcile } = await import("./reconcile.ts");
    return await reconcile(desk, report);
  }
  if (job.job === "hold") {
    const { event, incident } = job.payload;
    report.record = await redactRecord(recordOf(incident, null));
    const occurredAt = instantOf(run.clock, job.payload);
    const { holdIncident } = await import("./draft.ts");
    return await holdIncident(desk, { incidentId: incident.id, event, occurredAt }, report);
  }
  if (job.job === "gather" && desk.config["on-acknowledge"] === "skip") {
    report.record = await redactRecord(recordOf(job.payload.incident, null));
    return skip(report, "on-acknowledge is skip in the configuration");
  }
  const occasion =
    "payload" in job
      ? await triggerOf(outside, job.payload)
      : await triggerByHand(outside, { reference: job.reference, runId: run.runId, actor: run.actor });
  const { draftIncident: bringOccasion } = await import("./draft.ts");
  await bringOccasion(desk, job.job, occasion, report);
}

function skip(report: Report, reason: string): void {
  report.decision = "skipped";
  report.reason = reason;
}
