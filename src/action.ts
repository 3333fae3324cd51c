/** One run of the action: the job that its event asks for, done and reported. */

import { createBrief, sessionRequest } from "./brief.ts";
import type { Config } from "./config.ts";
import { createDevin, type Devin } from "./devin.ts";
import { durationOf, findPostmortem, titleOf } from "./document.ts";
import { draft } from "./draft.ts";
import { renderWhole } from "./evidence.ts";
import { RequestError } from "./http.ts";
import { type Inputs, readInputs, requireApiKey } from "./inputs.ts";
import { type Occasion, occasionByHand, occasionOf } from "./occasion.ts";
import { type Decision, decide, subjectOf } from "./policy.ts";
import { type Brief, buildPrompt, buildUpdate, outcomeSchema } from "./prompt.ts";
import { recordOf } from "./record.ts";
import { redactRecord, redactText } from "./redact.ts";
import { isIn, type Run, readPrivateConfig } from "./run.ts";
import { nameOf, type Session, stateOf } from "./session.ts";
import { SettingsError } from "./settings.ts";
import type { Report } from "./summary.ts";
import { chooseJob } from "./trigger.ts";
import { plain } from "./untrusted.ts";
import { waitForSession } from "./wait.ts";

/** Runs the job; what goes wrong by setting or by service is in the report, and only a bug of ours is thrown. */
export async function runAction(run: Run): Promise<Report> {
  const report: Report = {
    job: null,
    decision: null,
    reason: null,
    record: null,
    session: null,
    path: null,
    pullRequest: null,
    outcome: null,
    warnings: [],
    failures: [],
    prompt: null,
  };
  try {
    await perform(run, report);
  } catch (error) {
    if (error instanceof SettingsError) report.failures.push(...error.problems);
    else if (error instanceof RequestError) report.failures.push(error.message);
    else throw error;
  }
  return report;
}

async function perform(run: Run, report: Report): Promise<void> {
  const inputs = readInputs(run.inputs);
  const job = chooseJob(run.event, inputs);
  report.job = job.job;
  if (job.job !== "draft") {
    if (job.payload) {
      await readPrivateConfig(run, inputs);
      report.record = await redactRecord(recordOf(job.payload.incident, null));
    }
    skip(report, `the job ${job.job} is not in this version`);
    return;
  }
  const config = await readPrivateConfig(run, inputs);
  const outside = { inputs, fetch: run.fetch, clock: run.clock };
  const occasion =
    "payload" in job
      ? await occasionOf(outside, job.payload)
      : await occasionByHand(outside, { reference: job.reference, runId: run.runId, actor: run.actor });
  // From here on nothing leaves but what has been searched for secrets and personal data.
  const record = await redactRecord(occasion.record);
  report.record = record;
  const { incident } = record;
  if (incident.merged_into !== null) return skip(report, `it was merged into ${incident.merged_into}`);
  if (occasion.isOpen)
    return skip(report, `it is not resolved yet but ${incident.status ?? "of unknown status"}`);
  // The rules see what PagerDuty has: a placeholder in a title must not change a decision.
  const decision =
    occasion.asker === null ? await redacted(decide(config, subjectOf(occasion.record))) : null;
  if (decision?.do === "skip") return skip(report, decision.reason);
  await draftIncident(run, inputs, config, { ...occasion, record }, decision, report);
}

function skip(report: Report, reason: string): void {
  report.decision = "skipped";
  report.reason = plain(reason, 1_000);
}

// A reason quotes values such as the priority's name, which people choose.
async function redacted(decision: Decision): Promise<Decision> {
  return { ...decision, reason: await redactText(decision.reason) };
}

async function draftIncident(
  run: Run,
  inputs: Inputs,
  config: Config,
  { record, event, asker }: Occasion,
  decision: Decision | null,
  report: Report,
): Promise<void> {
  const { repository, files } = run;
  const brief = createBrief({ record, decision, config, repository, files, now: run.clock.now() });
  const isPullRequest = config.publish === "pull-request";
  if (isPullRequest) report.path = brief.destination.path;
  const reason = decision ? decision.reason : `${asker} asked for it by hand`;
  if (inputs["dry-run"]) {
    report.decision = "dry-run";
    report.reason = reason;
    report.prompt = buildPrompt(brief, false);
    return;
  }
  const devin = createDevin({
    fetch: run.fetch,
    clock: run.clock,
    apiUrl: inputs["devin-api-url"],
    apiKey: requireApiKey(inputs),
    orgId: inputs["devin-org-id"] ?? null,
    hidden: [titleOf(record.incident), record.incident.title ?? "", record.incident.service?.name ?? ""],
  });
  const drafted = await draft({
    devin,
    clock: run.clock,
    incidentId: record.incident.id,
    eventId: event.id,
    session: async () => sessionRequest(brief, event.id, await attach(devin, brief, report)),
    update: buildUpdate(brief, event),
  });
  if (isPullRequest && drafted.decision !== "started")
    report.path = fileOf(drafted.session, config.directory, record.incident.id) ?? report.path;
  report.decision = drafted.decision;
  report.reason = `${reason}; ${drafted.reason}`;
  report.session = drafted.session;
  if (drafted.warning !== null) report.warnings.push(drafted.warning);
  report.pullRequest = drafted.session.pullRequests.find(isIn(run)) ?? null;
  const state = stateOf(drafted.session);
  if (state.kind === "stuck") report.warnings.push(stuckSentence(drafted.session, state.advice));
  const minutes = inputs["wait-minutes"];
  if (drafted.decision === "skipped" || minutes === 0) return;
  const waited = await waitForSession({
    devin,
    clock: run.clock,
    id: drafted.session.id,
    wanted: isPullRequest ? isIn(run) : () => false,
    deadline: run.clock.now() + minutes * 60_000,
    isContinued: drafted.decision === "continued",
  });
  report.pullRequest = waited.pullRequest;
  report.outcome = outcomeSchema.safeParse(waited.session.structuredOutput).data ?? null;
  if (waited.pullRequest === null) explainMissing(report, waited.session, isPullRequest, minutes);
}

/** Uploads the whole evidence where the prompt has it shortened; a key that may not upload is no failure. */
async function attach(devin: Devin, { record, evidence }: Brief, report: Report): Promise<string[]> {
  if (evidence.leftOut.length === 0) return [];
  try {
    return [await devin.uploadAttachment("evidence.json", renderWhole(record))];
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    report.warnings.push(
      `The prompt has the evidence shortened, without ${evidence.leftOut.join(", ")}: ${error.message}`,
    );
    return [];
  }
}

/** The file that a session has named already; it keeps that name, whatever the title or the date is known to be now. */
function fileOf({ structuredOutput }: Session, directory: string, incidentId: string): string | null {
  const file = outcomeSchema.safeParse(structuredOutput).data?.file ?? "";
  const name = file.startsWith(`${directory}/`) ? file.slice(directory.length + 1) : "";
  return findPostmortem([name], incidentId) === null ? null : file;
}

function explainMissing(report: Report, session: Session, isPullRequest: boolean, minutes: number): void {
  const state = stateOf(session);
  if (state.kind === "working")
    report.warnings.push(`After ${durationOf(minutes)} Devin is still at work: ${nameOf(session)}`);
  else if (state.kind === "stuck") report.failures.push(stuckSentence(session, state.advice));
  else if (isPullRequest || report.outcome?.outcome === "blocked")
    report.failures.push(
      `The session ${nameOf(session)} ended its turn without a postmortem: open it, read what it says, and answer there.`,
    );
}

function stuckSentence(session: Session, advice: string): string {
  return `The session ${nameOf(session)} is stuck: ${advice}.`;
}
