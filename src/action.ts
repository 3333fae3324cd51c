/** One run of the action: the job that its event asks for, done and reported. */

import { type Config, readConfig } from "./config.ts";
import { createDevin, type SessionRequest } from "./devin.ts";
import { destinationOf, durationOf, findPostmortem, titleOf } from "./document.ts";
import { draft, eventTag, incidentTag } from "./draft.ts";
import { type Clock, type Fetch, RequestError } from "./http.ts";
import { type Inputs, isDefaultConfig, readInputs, requireApiKey } from "./inputs.ts";
import { type Occasion, occasionByHand, occasionOf } from "./occasion.ts";
import { type Brief, buildPrompt, buildUpdate, outcomeJsonSchema, outcomeSchema } from "./prompt.ts";
import { recordOf } from "./record.ts";
import { type Session, stateOf } from "./session.ts";
import { SettingsError } from "./settings.ts";
import type { Report } from "./summary.ts";
import { chooseJob, type RunEvent } from "./trigger.ts";
import { plain } from "./untrusted.ts";
import { waitForSession } from "./wait.ts";

/** Everything that a run takes from outside. */
export type Run = {
  inputs: Record<string, string>;
  event: RunEvent;
  /** `owner/name` of the docs repository. */
  repository: string;
  /** Where its pull requests live, such as https://github.com. */
  serverUrl: string;
  runId: string;
  /** Who started the run. */
  actor: string;
  fetch: Fetch;
  clock: Clock;
  /** The checked-out docs repository: a file's text, null when absent, and the names in a folder. */
  files: { read(path: string): string | null; list(folder: string): string[] };
};

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
    if (job.payload) report.record = recordOf(job.payload.incident, null);
    skip(report, `the job ${job.job} is not in this version`);
    return;
  }
  const config = readConfig(inputs.config, readConfigFile(run, inputs));
  const occasion =
    "payload" in job
      ? occasionOf(job.payload)
      : await occasionByHand({ ...run, inputs, reference: job.reference });
  report.record = occasion.record;
  const { incident } = occasion.record;
  if (incident.merged_into !== null) return skip(report, `it was merged into ${incident.merged_into}`);
  if (occasion.isOpen)
    return skip(report, `it is not resolved yet but ${incident.status ?? "of unknown status"}`);
  await draftIncident(run, inputs, config, occasion, report);
}

function skip(report: Report, reason: string): void {
  report.decision = "skipped";
  report.reason = plain(reason, 300);
}

function readConfigFile(run: Run, inputs: Inputs): string | null {
  const text = run.files.read(inputs.config);
  if (text === null && !isDefaultConfig(inputs))
    throw new SettingsError([
      `config is ${JSON.stringify(inputs.config)}, and there is no such file; check the path, and that actions/checkout ran before`,
    ]);
  return text;
}

async function draftIncident(
  run: Run,
  inputs: Inputs,
  config: Config,
  { record, event, reason }: Occasion,
  report: Report,
): Promise<void> {
  const existing = findPostmortem(run.files.list(config.directory), record.incident.id);
  const destination = destinationOf(record, config.directory, existing, run.clock.now());
  const brief: Brief = { record, destination, repository: run.repository, config };
  const isPullRequest = config.publish === "pull-request";
  if (isPullRequest) report.path = destination.path;
  if (inputs["dry-run"]) {
    report.decision = "dry-run";
    report.reason = reason ?? "dry-run is on: the prompt is in the log and no session was started";
    report.prompt = buildPrompt(brief);
    return;
  }
  const devin = createDevin({
    fetch: run.fetch,
    clock: run.clock,
    apiUrl: inputs["devin-api-url"],
    apiKey: requireApiKey(inputs),
    orgId: inputs["devin-org-id"] ?? null,
  });
  const drafted = await draft({
    devin,
    clock: run.clock,
    incidentId: record.incident.id,
    eventId: event.id,
    session: sessionRequest(brief, event.id),
    update: buildUpdate(brief, event),
  });
  report.decision = drafted.decision;
  report.reason = [reason, drafted.reason].filter(Boolean).join("; ");
  report.session = drafted.session;
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
  });
  report.pullRequest = waited.pullRequest;
  report.outcome = outcomeSchema.safeParse(waited.session.structuredOutput).data ?? null;
  if (waited.pullRequest === null) explainMissing(report, waited.session, isPullRequest, minutes);
}

function sessionRequest({ record, repository, config, destination }: Brief, eventId: string): SessionRequest {
  const { incident } = record;
  const wishes = config.devin;
  const number = incident.number === null ? "" : ` (#${incident.number})`;
  const service = incident.service?.name;
  return {
    prompt: buildPrompt({ record, repository, config, destination }),
    title: `Postmortem: ${titleOf(incident)}${number}`,
    tags: [
      "pagerduty-postmortem",
      ...(service ? [`service:${plain(service, 60)}`] : []),
      incidentTag(incident.id),
      eventTag(eventId),
      ...(wishes.tags ?? []),
    ],
    repos: [...new Set([repository, ...(wishes.repos ?? [])])],
    structuredOutputSchema: outcomeJsonSchema(),
    options: {
      playbookId: wishes["playbook-id"],
      knowledgeIds: wishes["knowledge-ids"],
      secretIds: wishes["secret-ids"],
      mode: wishes.mode,
      maxAcuLimit: wishes["max-acu-limit"],
      bypassApproval: wishes["bypass-approval"],
      createAsUserId: wishes["create-as-user-id"],
    },
  };
}

/** A pull request counts only in the docs repository; Devin may have opened others. */
function isIn({ serverUrl, repository }: Run): (pullRequest: string) => boolean {
  const prefix = `${serverUrl}/${repository}/pull/`.toLowerCase();
  return (pullRequest) => pullRequest.toLowerCase().startsWith(prefix);
}

function explainMissing(report: Report, session: Session, isPullRequest: boolean, minutes: number): void {
  const state = stateOf(session);
  if (state.kind === "working")
    report.warnings.push(`After ${durationOf(minutes)} Devin is still at work: ${session.url}`);
  else if (state.kind === "stuck") report.failures.push(stuckSentence(session, state.advice));
  else if (isPullRequest || report.outcome?.outcome === "blocked")
    report.failures.push(
      `The session ${session.url} ended its turn without a postmortem: open it, read what it says, and answer there.`,
    );
}

function stuckSentence(session: Session, advice: string): string {
  return `The session ${session.url} is stuck: ${advice}.`;
}
