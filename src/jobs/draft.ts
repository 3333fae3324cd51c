/** The jobs draft and gather: one incident passes the gate and comes to exactly one session. */

import type { SessionUpdate } from "../devin/attempt.ts";
import type { Devin } from "../devin/client.ts";
import type { Session } from "../devin/session.ts";
import { type SessionResult, startOrContinueSession } from "../devin/start-or-continue.ts";
import { incidentTag } from "../devin/tags.ts";
import type { IncidentRecord } from "../incident/record.ts";
import { RequestError } from "../lib/errors.ts";
import { apiUrlOf } from "../pagerduty/client.ts";
import { type GateAnswer, LIMIT_REACHED, passGate } from "../policy/gate.ts";
import { titleOf } from "../postmortem/file.ts";
import { createBrief, sessionRequest } from "../prompt/brief.ts";
import { renderWhole } from "../prompt/evidence.ts";
import { buildUpdate, mentionsEvent, mentionsResolutionSince } from "../prompt/messages.ts";
import { type Brief, buildGather, buildPrompt } from "../prompt/prompt.ts";
import { redactRecord } from "../redact/record.ts";
import { redactText } from "../redact/text.ts";
import type { Config } from "../settings/configuration.ts";
import { refusalBeyondLimit } from "./capacity.ts";
import { connectPagerDuty, type JobContext } from "./context.ts";
import { keepNote } from "./note.ts";
import { awaitPullRequest } from "./pull-request.ts";
import { failuresOf, type IncidentResult, undecided } from "./result.ts";
import { findPast } from "./seen-before.ts";
import { sessionFields } from "./session.ts";
import type { Trigger } from "./trigger.ts";
import { ENDED_WAITING, endWaiting, requesterOf } from "./waiting.ts";

export type DraftRequest = {
  instruction: "gather" | "draft";
  trigger: Trigger;
  /** Whether the day's limit allows one more session; asked only before a create that nobody asked for by hand. */
  hasCapacity: () => Promise<boolean>;
  /** How long to wait for the pull request; 0 does not wait. */
  waitMinutes: number;
};

/** Brings one incident to its session. What a service or a setting says against it is among the result's failures. */
export async function draftIncident(
  context: JobContext,
  config: Config,
  request: DraftRequest,
): Promise<IncidentResult> {
  const answer = askGate(context, config, request, request.trigger.requestedBy);
  return answer.outcome === "skipped"
    ? await skipIncident(context, config, request, answer)
    : await tellIncident(context, config, request, answer);
}

function askGate(
  { inputs }: JobContext,
  config: Config,
  { instruction, trigger }: DraftRequest,
  requestedBy: string | null,
): GateAnswer {
  return passGate({
    record: trigger.record,
    policy: config,
    notReadyBecause: notReadyBecause(instruction, trigger),
    requestedBy,
    // The limit counts only where a session has to be started, which is not known yet.
    hasCapacity: true,
    isDryRun: inputs["dry-run"],
  });
}

function notReadyBecause(
  instruction: "gather" | "draft",
  { record, notReadyBecause }: Trigger,
): string | null {
  if (instruction === "draft") return notReadyBecause;
  return record.incident.status === "resolved" ? "it is resolved already, and its resolve decides" : null;
}

/**
 * Skips the incident, and ends the session that has gathered or held for it in vain. A live session that a person had
 * started goes on: the rules did not decide about it then either.
 */
async function skipIncident(
  context: JobContext,
  config: Config,
  request: DraftRequest,
  { by, reason }: GateAnswer,
): Promise<IncidentResult> {
  const { instruction, trigger } = request;
  const { record, occurredAt } = trigger;
  const skipped: IncidentResult = {
    ...undecided(instruction, record.incident, null),
    decision: "skipped",
    // A reason quotes values such as the priority's name, which people choose.
    reason: await redactText(reason, config),
  };
  const isFinal = by !== "not-ready" && instruction === "draft";
  const mayWait = config["on-acknowledge"] === "gather" || record.reopenings > 0;
  // A person's request has no time, and ends nothing.
  if (!isFinal || !mayWait || occurredAt === null || context.inputs["dry-run"]) return skipped;
  try {
    const devin = context.devin();
    const own = await devin.listSessions(incidentTag(record.incident.id));
    const requestedBy = by === "rules" ? requesterOf(own) : null;
    if (requestedBy !== null)
      return await tellIncident(context, config, request, askGate(context, config, request, requestedBy));
    const ended = (await endWaiting(devin, own, occurredAt)).at(-1);
    return ended ? { ...skipped, session: ended, reason: `${skipped.reason}${ENDED_WAITING}` } : skipped;
  } catch (error) {
    return { ...skipped, failures: failuresOf(error) };
  }
}

/** Starts or tells the session of an incident that has passed the gate; a dry run shows the prompt instead. */
async function tellIncident(
  context: JobContext,
  config: Config,
  request: DraftRequest,
  answer: GateAnswer,
): Promise<IncidentResult> {
  const { instruction, trigger } = request;
  const reason = await redactText(answer.reason, config);
  // From here on nothing leaves but what has been searched for secrets and personal data.
  const record = await redactRecord(trigger.record, config);
  let known = undecided(instruction, record.incident, record);
  try {
    const brief = await briefOf(context, config, request, record, answer.decision);
    const isPullRequest = config.publish === "pull-request" && instruction === "draft";
    known = { ...known, path: isPullRequest ? brief.destination.path : null };
    if (answer.outcome === "dry-run")
      return { ...known, decision: "dry-run", reason, prompt: promptOf(instruction, brief) };
    const warnings: string[] = [];
    const told = await tellSession(context, request, brief, warnings);
    const planned = { ...known, reason: `${reason}; ${told.reason}`, warnings };
    const result = sessionFields(context, config, told, planned);
    return await followSession(context, brief, request, result);
  } catch (error) {
    return { ...known, failures: failuresOf(error) };
  }
}

async function briefOf(
  { clock, repository, files }: JobContext,
  config: Config,
  { trigger }: DraftRequest,
  record: IncidentRecord,
  decision: GateAnswer["decision"],
): Promise<Brief> {
  return createBrief({
    record,
    decision,
    config,
    repository,
    files,
    now: clock.now(),
    eventId: trigger.eventId,
    past: await findPast(record, { files, config, unmerged: new Set() }),
    newId: () => crypto.randomUUID(),
  });
}

/** Starts the incident's session, or tells the live one. */
async function tellSession(
  context: JobContext,
  { instruction, trigger, hasCapacity }: DraftRequest,
  brief: Brief,
  warnings: string[],
): Promise<SessionResult> {
  const { incident } = brief.record;
  context.hidden.push(titleOf(incident), incident.title ?? "", incident.service?.name ?? "");
  const devin = context.devin();
  const { eventId, occurredAt, knownUntil, resolvedAt, requestedBy } = trigger;
  const isByHand = requestedBy !== null;
  const update: SessionUpdate = {
    instruction,
    eventId,
    occurredAt,
    knownUntil,
    isDelivered: (message) =>
      mentionsEvent(eventId)(message) ||
      (resolvedAt !== null && mentionsResolutionSince(resolvedAt)(message)),
    isByHand,
  };
  return await startOrContinueSession({
    devin,
    clock: context.clock,
    incidentId: incident.id,
    update,
    message: (live) => buildUpdate(brief, live),
    start: {
      session: async (ended) =>
        sessionRequest(brief, update, { attachmentUrls: await attach(devin, brief, warnings), ended }),
      refusal: async () => (isByHand || (await hasCapacity()) ? null : LIMIT_REACHED),
      refusalAfter: async (created) =>
        isByHand ? null : await refusalBeyondLimit(context, brief.config, created),
    },
  });
}

/** Waits for the pull request and writes the note, as far as that is wanted and the session was told something. */
async function followSession(
  context: JobContext,
  { config, record }: Brief,
  { instruction, waitMinutes }: DraftRequest,
  result: IncidentResult,
): Promise<IncidentResult> {
  const { session, decision } = result;
  if (session === null || (decision !== "started" && decision !== "continued")) return result;
  const isAwaited = instruction === "draft" && waitMinutes > 0;
  const awaited = isAwaited
    ? await awaitPullRequest(context, config, { result, session, minutes: waitMinutes })
    : result;
  return config.notes ? await withNote(context, record, session, awaited) : awaited;
}

function promptOf(instruction: "gather" | "draft", brief: Brief): string {
  return instruction === "gather"
    ? buildGather(brief, false)
    : buildPrompt(brief, { isAttached: false, ended: null });
}

async function withNote(
  context: JobContext,
  { incident }: IncidentRecord,
  session: Session,
  result: IncidentResult,
): Promise<IncidentResult> {
  const pagerDuty = connectPagerDuty(context, apiUrlOf(incident));
  const warning = pagerDuty
    ? await keepNote({
        pagerDuty,
        clock: context.clock,
        incidentId: incident.id,
        session,
        pullRequest: result.pullRequest,
      })
    : "notes: true has no effect without pagerduty-token, which must be allowed to write notes.";
  return warning === null ? result : { ...result, warnings: [...result.warnings, warning] };
}

/** Uploads the whole evidence where the prompt has it shortened; a key that may not upload is no failure. */
async function attach(devin: Devin, { record, evidence }: Brief, warnings: string[]): Promise<string[]> {
  if (evidence.leftOut.length === 0) return [];
  try {
    return [await devin.uploadAttachment("evidence.json", renderWhole(record))];
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    warnings.push(
      `The prompt has the evidence shortened, without ${evidence.leftOut.join(", ")}: ${error.message}`,
    );
    return [];
  }
}
