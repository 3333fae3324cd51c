/** One occasion of one incident: weighed by the rules, brought to the incident's session, and reported. */

import { randomUUID } from "node:crypto";
import type { Devin } from "../devin/client.ts";
import { pendingSessions } from "../devin/duplicates.ts";
import { linkOf, type Session, stateOf } from "../devin/session.ts";
import {
  type SessionResult,
  type SessionUpdate,
  startOrContinueSession,
} from "../devin/start-or-continue.ts";
import { incidentTag } from "../devin/tags.ts";
import { waitForSession } from "../devin/wait.ts";
import { RequestError } from "../lib/errors.ts";
import { toSingleLine } from "../lib/text.ts";
import { durationOf } from "../lib/time.ts";
import { apiUrlOf } from "../pagerduty/client.ts";
import { type Decision, decide, subjectOf } from "../policy/decide.ts";
import { findPostmortem, titleOf } from "../postmortem/file.ts";
import { createBrief, sessionRequest } from "../prompt/brief.ts";
import { renderWhole } from "../prompt/evidence.ts";
import { buildHold, buildUpdate, firstLineOf, mentionsResolutionSince } from "../prompt/messages.ts";
import { type Brief, buildGather, buildPrompt, outcomeSchema } from "../prompt/prompt.ts";
import { redactRecord, redactText } from "../redact/redact.ts";
import type { Desk } from "./context.ts";
import { keepNote } from "./note.ts";
import { isIn } from "./outside.ts";
import type { Report } from "./summary.ts";
import { connect, type Trigger } from "./trigger.ts";

/** What follows the reason of a skip where the incident had a session that gathered, or held since a reopening. */
export const ENDED_WAITING = "; its session, which waited for the resolve, was ended";

/** What came of an occasion. */
type Settled = { decision: string; reason: string };

/**
 * Gathers for an incident, or drafts it. What was decided so far is in the report even where a service then fails;
 * throws RequestError and SettingsError.
 */
export async function draftIncident(
  desk: Desk,
  ask: "gather" | "draft",
  { record: whole, ...occasion }: Trigger,
  report: Report,
): Promise<Settled> {
  const { config } = desk;
  // From here on nothing leaves but what has been searched for secrets and personal data.
  const record = await redactRecord(whole);
  report.record = record;
  const { merged_into, status } = record.incident;
  const refuse = (reason: string) => skipIncident(desk, ask, { ...occasion, record }, reason, report);
  if (merged_into !== null) return await refuse(`it was merged into ${merged_into}`);
  if (ask === "gather" && status === "resolved")
    return skip(report, "it is resolved already, and its resolve decides");
  if (ask === "draft" && occasion.open !== null) return skip(report, occasion.open);
  // The rules see what PagerDuty has: a placeholder in a title must not change a decision.
  const decision = occasion.requestedBy === null ? await redacted(decide(config, subjectOf(whole))) : null;
  if (decision?.do === "skip") return await refuse(decision.reason);
  return await startDraft(desk, ask, { ...occasion, record }, decision, report);
}

/** Tells the incident's live session that the incident is open again. */
export async function holdIncident(
  desk: Desk,
  { incidentId, event, occurredAt }: { incidentId: string; event: Trigger["event"]; occurredAt: number },
  report: Report,
): Promise<void> {
  if (desk.inputs["dry-run"]) {
    settle(report, "dry-run", "the incident was reopened; a live session of it would be told to hold");
    report.prompt = buildHold(event.id);
    return;
  }
  const drafted = await startOrContinueSession({
    devin: desk.devin(),
    clock: desk.run.clock,
    incidentId,
    news: {
      ask: "hold",
      eventId: event.id,
      occurredAt,
      reaches: occurredAt,
      marker: firstLineOf(event),
      isOutdatedBy: mentionsResolutionSince(occurredAt),
    },
    message: () => buildHold(event.id),
    start: null,
  });
  recordSession(desk, drafted, incidentId, report);
  settle(report, drafted.decision, drafted.reason);
}

function settle(report: Report, decision: string, reason: string): Settled {
  report.decision = decision;
  report.reason = reason;
  return { decision, reason };
}

function skip(report: Report, reason: string): Settled {
  return settle(report, "skipped", toSingleLine(reason, 1_000));
}

/** Skips the incident, and ends the session that has gathered or held for it in vain. */
async function skipIncident(
  { config, devin, inputs }: Desk,
  ask: "gather" | "draft",
  { occurredAt, requestedBy, record }: Pick<Trigger, "occurredAt" | "requestedBy" | "record">,
  reason: string,
  report: Report,
): Promise<Settled> {
  const isWaitedFor = config["on-acknowledge"] === "gather" || record.reopenings > 0;
  const skipped = skip(report, reason);
  if (!isWaitedFor || ask === "gather" || requestedBy !== null || inputs["dry-run"]) return skipped;
  const waiting = pendingSessions(await devin().listSessions(incidentTag(record.incident.id)), occurredAt);
  for (const session of waiting) {
    await devin().archiveSession(session.id);
    report.session = session;
  }
  return waiting.length > 0 ? skip(report, `${reason}${ENDED_WAITING}`) : skipped;
}

// A reason quotes values such as the priority's name, which people choose.
async function redacted(decision: Decision): Promise<Decision> {
  return { ...decision, reason: await redactText(decision.reason) };
}

async function startDraft(
  desk: Desk,
  ask: "gather" | "draft",
  occasion: Trigger,
  decision: Decision | null,
  report: Report,
): Promise<Settled> {
  const { run, inputs, config } = desk;
  const { record, event, requestedBy } = occasion;
  const { incident } = record;
  const { repository, files } = run;
  const brief = createBrief({
    record,
    decision,
    config,
    repository,
    files,
    now: run.clock.now(),
    eventId: event.id,
    newId: randomUUID,
  });
  const isPullRequest = config.publish === "pull-request" && ask === "draft";
  if (isPullRequest) report.path = brief.destination.path;
  const reason = decision ? decision.reason : `${requestedBy} asked for it by hand`;
  if (inputs["dry-run"]) {
    report.prompt =
      ask === "gather" ? buildGather(brief, false) : buildPrompt(brief, { isAttached: false, ended: null });
    return settle(report, "dry-run", reason);
  }
  desk.hidden.push(titleOf(incident), incident.title ?? "", incident.service?.name ?? "");
  const devin = desk.devin();
  const { occurredAt, reaches, marker, resolutionLine } = occasion;
  const news: SessionUpdate = { ask, eventId: event.id, occurredAt, reaches, marker, resolutionLine };
  const drafted = await startOrContinueSession({
    devin,
    clock: run.clock,
    incidentId: incident.id,
    news,
    message: (live) => buildUpdate(brief, live),
    start: {
      session: async (ended) =>
        sessionRequest(brief, news, { attachmentUrls: await attach(devin, brief, report), ended }),
      hasCapacity: requestedBy === null ? desk.hasCapacity : () => Promise.resolve(true),
    },
  });
  recordSession(desk, drafted, incident.id, report);
  const { session, decision: done } = drafted;
  const settled = settle(report, done, `${reason}; ${drafted.reason}`);
  if (session === null || (done !== "started" && done !== "continued")) return settled;
  try {
    if (ask === "draft") await awaitPullRequest(desk, session, done === "continued", report);
  } finally {
    await note(desk, occasion, session, report);
  }
  return settled;
}

async function note({ run, inputs, config }: Desk, { record }: Trigger, session: Session, report: Report) {
  if (!config.notes) return;
  const { incident } = record;
  const pagerDuty = connect({ inputs, fetch: run.fetch, clock: run.clock }, apiUrlOf(incident));
  const warning = pagerDuty
    ? await keepNote({
        pagerDuty,
        clock: run.clock,
        incidentId: incident.id,
        session,
        pullRequest: report.pullRequest,
      })
    : "notes: true has no effect without pagerduty-token, which must be allowed to write notes.";
  if (warning !== null) report.warnings.push(warning);
}

/** What came of it, as the report has it. */
function recordSession(
  { run, config }: Desk,
  drafted: SessionResult,
  incidentId: string,
  report: Report,
): void {
  const { decision, session, warning } = drafted;
  report.session = session;
  if (warning !== null) report.warnings.push(warning);
  if (session === null) return;
  if (config.publish === "pull-request" && decision !== "started")
    report.path = fileOf(session, config.directory, incidentId) ?? report.path;
  report.pullRequest = session.pullRequests.find(isIn(run)) ?? null;
  const state = stateOf(session);
  if (state.kind === "stuck") report.warnings.push(stuckSentence(session, state.advice));
}

async function awaitPullRequest(
  { run, inputs, config, devin }: Desk,
  session: Session,
  isContinued: boolean,
  report: Report,
): Promise<void> {
  const minutes = inputs["wait-minutes"];
  if (minutes === 0) return;
  const isPullRequest = config.publish === "pull-request";
  const waited = await waitForSession({
    devin: devin(),
    clock: run.clock,
    id: session.id,
    wanted: isPullRequest ? isIn(run) : () => false,
    deadline: run.clock.now() + minutes * 60_000,
    isContinued,
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
    report.warnings.push(`After ${durationOf(minutes)} Devin is still at work: ${linkOf(session)}`);
  else if (state.kind === "stuck") report.failures.push(stuckSentence(session, state.advice));
  else if (isPullRequest || report.outcome?.outcome === "blocked")
    report.failures.push(
      `The session ${linkOf(session)} ended its turn without a postmortem: open it, read what it says, and answer there.`,
    );
}

function stuckSentence(session: Session, advice: string): string {
  return `The session ${linkOf(session)} is stuck: ${advice}.`;
}
