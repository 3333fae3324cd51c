/** One incident of a reconcile: it is settled already, or skipped, or brought to a session now. */

import { archiveDuplicates, currentOf, knownUntil } from "../devin/duplicates.ts";
import { isAlive, type Session } from "../devin/session.ts";
import { lastInstruction } from "../devin/tags.ts";
import { toSingleLine } from "../lib/text.ts";
import type { PagerDuty } from "../pagerduty/client.ts";
import { recordOf } from "../pagerduty/record.ts";
import type { Resolved } from "../pagerduty/resolved-incidents.ts";
import { type GateAnswer, passGate } from "../policy/gate.ts";
import { redactText } from "../redact/text.ts";
import { type Attention, inspectSession } from "./attention.ts";
import { draftIncident } from "./draft.ts";
import { holdIfOpen } from "./hold.ts";
import { failuresOf, type ReconciledRow } from "./result.ts";
import { triggerMissed } from "./trigger.ts";
import { ENDED_WAITING, endWaiting, requesterOf } from "./waiting.ts";

const LONGEST_TITLE = 120;

/** What became of an incident; `title` is null where the whole record showed that the rules skip it. */
type Settled = Pick<ReconciledRow, "outcome" | "reason"> & { title?: null };

/** What one reconcile knows, read once, and what it collects. */
export type ReconcileWork = Attention & {
  pagerDuty: PagerDuty;
  /** By their incident; null has those of which no tag tells it. */
  sessions: Map<string | null, Session[]>;
  /** Incidents that have a file. */
  files: Set<string>;
  /** A reason without secrets; many incidents share one. */
  redacted: (reason: string) => Promise<string>;
  /** How many more sessions the day's limit allows. */
  room: number;
};

/** The row of one incident. Its title is shown where the rules allow it a postmortem. */
export async function settle(work: ReconcileWork, resolved: Resolved): Promise<ReconciledRow> {
  const { context, config, sessions, room } = work;
  const { id, number, url, title } = resolved.incident;
  const own = sessions.get(id) ?? [];
  const answer = passGate({
    record: recordOf(resolved.incident, { at: resolved.resolvedAt, by: resolved.resolvedBy }),
    policy: config,
    notReadyBecause: null,
    requestedBy: requesterOf(own),
    hasCapacity: own.some(isAlive) || room > 0,
    isDryRun: context.inputs["dry-run"],
  });
  const shown = answer.outcome === "skipped" ? "" : toSingleLine(title ?? "", LONGEST_TITLE);
  const named = { incident: { id, number, url }, title: (await redactText(shown, config)) || null };
  try {
    return { ...named, ...(await settleOne(work, resolved, own, answer)) };
  } catch (error) {
    return { ...named, outcome: "failed", reason: failuresOf(error).join("; ") };
  }
}

/** Drafts the incident, unless a session of it was told of the resolve, or the gate, its file or a dry run is against it. */
async function settleOne(
  work: ReconcileWork,
  resolved: Resolved,
  own: Session[],
  answer: GateAnswer,
): Promise<Settled> {
  const { config, files } = work;
  const { incident, at } = resolved;
  const session = currentOf(own);
  const latest = wantedUntil(own, session, at);
  if (session !== undefined && knowsUntil(session, latest)) {
    await endOthers(work, own);
    return await inspectSession(work, session, own);
  }
  if (answer.by === "merged") return await skipResolved(work, own, at, answer.reason);
  if (!session && files.has(incident.id))
    return { outcome: "has a file", reason: `it has a file in ${config.directory}` };
  if (answer.outcome === "skipped") return await skipResolved(work, own, at, answer.reason);
  if (answer.outcome === "passed") return await draftMissed(work, { ...resolved, latest }, requesterOf(own));
  return { outcome: answer.outcome, reason: await work.redacted(answer.reason) };
}

/** Up to when the session that counts has to know its incident, in epoch milliseconds: the resolve at the least. */
function wantedUntil(own: Session[], session: Session | undefined, at: number): number {
  const last = session ? lastInstruction(session.tags) : null;
  // A session that does not draft was not told of the resolve, whatever the times say: the time of a reopening may trail
  // by more than it lasted. And a second session may know more than the oldest, which is the one that stays.
  const isWaiting = last !== null && last.ask !== "draft";
  return Math.max(at, isWaiting ? last.until + 1 : at, ...own.filter(isAlive).slice(1).map(knownUntil));
}

/** Whether a session was told of what happened up to then; one that no tag tells of counts as told. */
function knowsUntil({ tags }: Session, instant: number): boolean {
  const last = lastInstruction(tags);
  return last === null || last.until >= instant;
}

/** Ends the live sessions of an incident but the oldest, as far as they know nothing later than `until`. */
export async function endOthers(
  { context, warnings }: ReconcileWork,
  own: Session[],
  until = Number.POSITIVE_INFINITY,
): Promise<void> {
  if (context.inputs["dry-run"]) return;
  warnings.push(...(await archiveDuplicates(context.devin(), own, until)));
}

async function skipResolved(
  work: ReconcileWork,
  own: Session[],
  at: number,
  reason: string,
): Promise<Settled> {
  const { context, redacted } = work;
  const ended = context.inputs["dry-run"] ? [] : await endWaiting(context.devin(), own, at);
  await endOthers(
    work,
    own.filter((session) => !ended.includes(session)),
  );
  return {
    outcome: "skipped",
    reason: `${await redacted(reason)}${ended.length > 0 ? ENDED_WAITING : ""}`,
  };
}

async function draftMissed(
  work: ReconcileWork,
  resolved: Resolved & { latest: number },
  requestedBy: string | null,
): Promise<Settled> {
  const { context, config, pagerDuty } = work;
  const trigger = await triggerMissed({ pagerDuty, clock: context.clock }, resolved);
  const hadRoom = work.room > 0;
  // A failure counts as well: what Devin refuses once it refuses again, and each try reads a whole record.
  work.room--;
  const { decision, reason, record, warnings, failures } = await draftIncident(context, config, {
    instruction: "draft",
    trigger: { ...trigger, requestedBy },
    hasCapacity: () => Promise.resolve(hadRoom),
    // Nobody waits for one of many.
    waitMinutes: 0,
  });
  work.warnings.push(...warnings);
  if (decision === null) return { outcome: "failed", reason: failures.join("; ") };
  if (decision !== "started") work.room++;
  const isTold = decision === "started" || decision === "continued";
  const held = isTold ? await holdReopened(work, resolved.incident.id) : null;
  const row = {
    outcome: decision,
    reason: [reason, held, ...failures].filter((part) => part !== null).join("; "),
  };
  return record === null ? { ...row, title: null } : row;
}

/** Has the session hold where its incident was reopened meanwhile; resolves with what there is to say of that. */
async function holdReopened(
  { context, pagerDuty, warnings }: ReconcileWork,
  id: string,
): Promise<string | null> {
  try {
    const held = await holdIfOpen(context, pagerDuty, id);
    if (held?.warning) warnings.push(held.warning);
    return held && `it was reopened meanwhile: ${held.reason}`;
  } catch (error) {
    warnings.push(...failuresOf(error));
    return null;
  }
}
