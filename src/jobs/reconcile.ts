/** A window of time in, every incident that was resolved in it drafted or explained. */

import { archiveDuplicates, currentOf, knownUntil } from "../devin/duplicates.ts";
import { byAge, isAlive, type Session } from "../devin/session.ts";
import { DEFERRED_TAG, incidentOf, lastInstruction, PROJECT_TAG } from "../devin/tags.ts";
import { SettingsError } from "../lib/errors.ts";
import { toSingleLine } from "../lib/text.ts";
import { DAY_MS, spellDuration } from "../lib/time.ts";
import type { PagerDuty } from "../pagerduty/client.ts";
import { recordOf } from "../pagerduty/record.ts";
import { listResolved, longestWindow, type Resolved } from "../pagerduty/resolved-incidents.ts";
import { type GateAnswer, passGate } from "../policy/gate.ts";
import { listMarkdown } from "../postmortem/directory.ts";
import { incidentsOf } from "../postmortem/file.ts";
import { redactText } from "../redact/text.ts";
import type { Config } from "../settings/configuration.ts";
import { type Attention, inspectSession, tellAlarms } from "./attention.ts";
import { startedSince } from "./capacity.ts";
import { connectPagerDuty, type JobContext } from "./context.ts";
import { draftIncident } from "./draft.ts";
import { holdIfOpen } from "./hold.ts";
import { failuresOf, type ReconciledRow, type ReconcileResult } from "./result.ts";
import { triggerMissed } from "./trigger.ts";
import { ENDED_WAITING, endWaiting, requesterOf } from "./waiting.ts";

const DEFAULT_WINDOW_MS = 2 * DAY_MS;
/** How long after its last sign of life a session that needs a person is reported. */
const STUCK_FOR_MS = 30 * DAY_MS;
const LONGEST_TITLE = 120;
const MOST_FAILURES = 10;
const MOST_WARNINGS = 50;

/** What became of an incident; `title` is null where the whole record showed that the rules skip it. */
type Row = Pick<ReconciledRow, "outcome" | "reason"> & { title?: null };

/** What one reconcile knows, read once, and what it collects. */
type Reconcile = Attention & {
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

/**
 * Takes the incidents of the window, oldest resolve first, and brings those to a session whose resolve reached none;
 * what PagerDuty, GitHub or Devin says against one of them is a row of its own and stops no other. Throws
 * SettingsError for a window that is too long, and RequestError where what there is cannot be read whole.
 */
export async function reconcile(context: JobContext, config: Config): Promise<ReconcileResult> {
  const now = context.clock.now();
  const windowMs = windowOf(context, now);
  const pagerDuty = requirePagerDuty(context);
  const from = now - windowMs;
  const resolved = await listResolved({ pagerDuty, clock: context.clock, from });
  const sessions = await readSessions(context, resolved, now);
  const work = startWork(context, config, pagerDuty, sessions);
  // Soon older than any later window of this length.
  const leavesBefore = from + Math.min(DAY_MS, windowMs / 2);
  const rows: ReconciledRow[] = [];
  let leaving = 0;
  for (const incident of resolved) {
    const row = await settle(work, incident);
    rows.push(row);
    if (row.outcome === "deferred" && incident.at < leavesBefore) leaving++;
  }
  if (leaving > 0) work.warnings.push(leavingWarning(leaving));
  await inspectOthers(work, resolved, now);
  const alarms = await tellAlarms(work, MOST_FAILURES);
  const failed = rows.filter(({ outcome }) => outcome === "failed").map(({ reason }) => reason);
  return {
    kind: "reconcile",
    job: "reconcile",
    decision: "reconciled",
    reason: `${rows.length} ${rows.length === 1 ? "incident was" : "incidents were"} resolved in ${spellDuration(windowMs)}${countsOf(rows)}`,
    rows,
    configuration: null,
    warnings: atMost(work.warnings),
    // What failed has a row as well.
    failures: [...new Set([...alarms, ...failed])].slice(0, MOST_FAILURES),
  };
}

function windowOf({ inputs }: JobContext, now: number): number {
  const windowMs = inputs.since ?? DEFAULT_WINDOW_MS;
  if (now - windowMs >= longestWindow(now)) return windowMs;
  throw new SettingsError([
    `since is ${spellDuration(windowMs)}, and a window reaches six months back at the most; take a shorter one`,
  ]);
}

function requirePagerDuty(context: JobContext): PagerDuty {
  const pagerDuty = connectPagerDuty(context, null);
  if (pagerDuty !== null) return pagerDuty;
  throw new SettingsError([
    "pagerduty-token is empty; reconcile asks PagerDuty which incidents were resolved, so store a read-only key as the secret PAGERDUTY_TOKEN",
  ]);
}

function startWork(
  context: JobContext,
  config: Config,
  pagerDuty: PagerDuty,
  sessions: Session[],
): Reconcile {
  const dayAgo = Math.floor((context.clock.now() - DAY_MS) / 1_000);
  return {
    context,
    config,
    pagerDuty,
    sessions: Map.groupBy(sessions, ({ tags }) => incidentOf(tags)),
    files: incidentsOf(listMarkdown(context.files, config.directory)),
    redacted: remembered((reason) => redactText(reason, config)),
    room: config.limits["sessions-per-day"] - startedSince(sessions, dayAgo).length,
    warnings: [],
    alarms: [],
  };
}

/**
 * The project's sessions since the oldest of the incidents began, or for a day, and those with a sign of life in the last
 * 30 days; in pages however many there are.
 */
async function readSessions({ devin }: JobContext, resolved: Resolved[], now: number): Promise<Session[]> {
  const created = resolved.map(({ at, incident }) => Date.parse(incident.created_at ?? "") || at);
  const since = created.reduce((earliest, at) => Math.min(earliest, at), now) - DAY_MS;
  const [started, seen] = await Promise.all([
    devin().listSessions(PROJECT_TAG, { createdSince: Math.floor(since / 1_000) }),
    devin().listSessions(PROJECT_TAG, { updatedSince: Math.floor((now - STUCK_FOR_MS) / 1_000) }),
  ]);
  const all = new Map([...started, ...seen].map((session) => [session.id, session]));
  return [...all.values()].filter(({ tags }) => !tags.includes(DEFERRED_TAG)).sort(byAge);
}

/** The row of one incident. Its title is shown where the rules allow it a postmortem. */
async function settle(work: Reconcile, resolved: Resolved): Promise<ReconciledRow> {
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
  work: Reconcile,
  resolved: Resolved,
  own: Session[],
  answer: GateAnswer,
): Promise<Row> {
  const { config, files } = work;
  const { incident, at } = resolved;
  const session = currentOf(own);
  const last = session ? lastInstruction(session.tags) : null;
  // A session that does not draft was not told of the resolve, whatever the times say: the time of a reopening may trail
  // by more than it lasted. And a second session may know more than the oldest, which is the one that stays.
  const isWaiting = last !== null && last.ask !== "draft";
  const surplus = own.filter(isAlive).slice(1);
  const latest = Math.max(at, isWaiting ? last.until + 1 : at, ...surplus.map(knownUntil));
  const isTold = session !== undefined && (last === null || last.until >= latest);
  if (isTold) {
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

/** Ends the live sessions of an incident but the oldest, as far as they know nothing later than `until`. */
async function endOthers(
  { context, warnings }: Reconcile,
  own: Session[],
  until = Number.POSITIVE_INFINITY,
): Promise<void> {
  if (context.inputs["dry-run"]) return;
  warnings.push(...(await archiveDuplicates(context.devin(), own, until)));
}

async function skipResolved(work: Reconcile, own: Session[], at: number, reason: string): Promise<Row> {
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
  work: Reconcile,
  resolved: Resolved & { latest: number },
  requestedBy: string | null,
): Promise<Row> {
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
async function holdReopened({ context, pagerDuty, warnings }: Reconcile, id: string): Promise<string | null> {
  try {
    const held = await holdIfOpen(context, pagerDuty, id);
    if (held?.warning) warnings.push(held.warning);
    return held && `it was reopened meanwhile: ${held.reason}`;
  } catch (error) {
    warnings.push(...failuresOf(error));
    return null;
  }
}

/** Looks at the sessions of incidents outside the window, as long as they gave a sign of life in the last 30 days. */
async function inspectOthers(work: Reconcile, resolved: Resolved[], now: number): Promise<void> {
  const since = Math.floor((now - STUCK_FOR_MS) / 1_000);
  const inWindow = new Set(resolved.map(({ incident }) => incident.id));
  for (const [incidentId, own] of work.sessions) {
    const session = currentOf(own);
    if (session === undefined || incidentId === null || inWindow.has(incidentId)) continue;
    await endOthers(work, own, knownUntil(session));
    const isDrafting = (lastInstruction(session.tags)?.ask ?? "draft") === "draft";
    if (!isDrafting || session.updatedAt < since) continue;
    try {
      await inspectSession(work, session, own);
    } catch (error) {
      work.warnings.push(...failuresOf(error));
    }
  }
}

function remembered(find: (text: string) => Promise<string>): (text: string) => Promise<string> {
  const found = new Map<string, Promise<string>>();
  return (text) => {
    const known = found.get(text) ?? find(text);
    found.set(text, known);
    return known;
  };
}

function leavingWarning(amount: number): string {
  const waiting = amount === 1 ? "1 incident waits" : `${amount} incidents wait`;
  return `${waiting} for limits.sessions-per-day and will soon be older than this window: raise the limit, or run the workflow by hand with a longer since.`;
}

function atMost(warnings: string[]): string[] {
  const left = warnings.length - MOST_WARNINGS;
  return left > 0 ? [...warnings.slice(0, MOST_WARNINGS), `${left} more warnings are left out.`] : warnings;
}

function countsOf(rows: ReconciledRow[]): string {
  const counts = [...Map.groupBy(rows, ({ outcome }) => outcome)].map(
    ([outcome, { length }]) => `${length} ${outcome}`,
  );
  return counts.length > 0 ? `: ${counts.join(", ")}` : "";
}
