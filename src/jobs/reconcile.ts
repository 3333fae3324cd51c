/** A window of time in, every incident that was resolved in it drafted or explained. */

import { archiveDuplicates, currentOf, knownUntil } from "../devin/duplicates.ts";
import { byAge, isAlive, linkOf, type Session } from "../devin/session.ts";
import { DEFERRED_TAG, incidentOf, lastInstruction, PROJECT_TAG } from "../devin/tags.ts";
import { SettingsError } from "../lib/errors.ts";
import { spellDuration } from "../lib/time.ts";
import type { PagerDuty } from "../pagerduty/client.ts";
import { recordOf } from "../pagerduty/record.ts";
import { listResolved, longestWindow, type Resolved } from "../pagerduty/resolved-incidents.ts";
import { passGate } from "../policy/gate.ts";
import { listMarkdown } from "../postmortem/directory.ts";
import { incidentsOf } from "../postmortem/file.ts";
import { lastAsked } from "../prompt/messages.ts";
import { redactText } from "../redact/text.ts";
import type { Config } from "../settings/configuration.ts";
import { type Alarm, raiseAlarm, rememberAlarm, remind, standingOf } from "./attention.ts";
import { startedSince } from "./capacity.ts";
import { connectPagerDuty, isInDocsRepository, type JobContext } from "./context.ts";
import { draftIncident } from "./draft.ts";
import { failuresOf, type ReconciledRow, type ReconcileResult } from "./result.ts";
import { titlesOf } from "./titles.ts";
import { triggerMissed } from "./trigger.ts";
import { ENDED_WAITING, endWaiting } from "./waiting.ts";

const DAY_MS = 86_400_000;
const DEFAULT_WINDOW_MS = 2 * DAY_MS;
/** How long after its last sign of life a session that needs a person is reported. */
const STUCK_FOR_MS = 30 * DAY_MS;
const MOST_FAILURES = 10;
const MOST_WARNINGS = 50;

/** `isWithheld` where the whole record showed that the rules skip the incident, so that nothing names it. */
type Row = Pick<ReconciledRow, "outcome" | "reason"> & { isWithheld?: boolean };

/** What one reconcile knows, read once, and what it collects. */
type Reconcile = {
  context: JobContext;
  config: Config;
  pagerDuty: PagerDuty;
  /** By their incident; null has those of which no tag tells it. */
  sessions: Map<string | null, Session[]>;
  /** Incidents that have a file. */
  files: Set<string>;
  /** A reason without secrets; many incidents share one. */
  redacted: (reason: string) => Promise<string>;
  /** How many more sessions the day's limit allows. */
  room: number;
  warnings: string[];
  alarms: Alarm[];
};

/**
 * Takes the incidents of the window, oldest resolve first, and brings those to a session whose resolve reached none;
 * what PagerDuty, GitHub or Devin says against one of them is a row of its own and stops no other. Throws
 * SettingsError for a window that is too long, and RequestError where what there is cannot be read whole.
 */
export async function reconcile(context: JobContext, config: Config): Promise<ReconcileResult> {
  const { inputs, clock, files } = context;
  const now = clock.now();
  const windowMs = inputs.since ?? DEFAULT_WINDOW_MS;
  if (now - windowMs < longestWindow(now))
    throw new SettingsError([
      `since is ${spellDuration(windowMs)}, and a window reaches six months back at the most; take a shorter one`,
    ]);
  const pagerDuty = connectPagerDuty(context, null);
  if (pagerDuty === null)
    throw new SettingsError([
      "pagerduty-token is empty; reconcile asks PagerDuty which incidents were resolved, so store a read-only key as the secret PAGERDUTY_TOKEN",
    ]);
  const resolved = await listResolved({ pagerDuty, clock, from: now - windowMs });
  const sessions = await readSessions(context, resolved, now);
  const dayAgo = Math.floor((now - DAY_MS) / 1_000);
  const warnings: string[] = [];
  const work: Reconcile = {
    context,
    config,
    pagerDuty,
    sessions: Map.groupBy(sessions, ({ tags }) => incidentOf(tags)),
    files: incidentsOf(listMarkdown(files, config.directory)),
    redacted: remembered((reason) => redactText(reason, config)),
    room: config.limits["sessions-per-day"] - startedSince(sessions, dayAgo).length,
    warnings,
    alarms: [],
  };
  const titles = await titlesOf(resolved, config);
  const rows: ReconciledRow[] = [];
  for (const [index, incident] of resolved.entries()) {
    const { id, number, url } = incident.incident;
    const { isWithheld = false, ...row } = await settle(work, incident);
    const title = isWithheld ? null : (titles[index] ?? null);
    rows.push({ incident: { id, number, url }, title, ...row });
  }
  const isLeaving = (_: ReconciledRow, index: number) =>
    (resolved[index]?.at ?? now) < now - windowMs + Math.min(DAY_MS, windowMs / 2);
  warnings.push(...leavingBehind(rows.filter(isLeaving)));
  await inspectOthers(work, resolved, now);
  const failed = rows.filter(({ outcome }) => outcome === "failed").map(({ reason }) => reason);
  // What failed has a row as well. An alarm that finds no room is raised by the next run.
  const told = work.alarms.slice(0, MOST_FAILURES);
  for (const alarm of told) await rememberAlarm(context.devin(), alarm, warnings);
  const failures = [...new Set([...told.map(({ sentence }) => sentence), ...failed])];
  return {
    kind: "reconcile",
    job: "reconcile",
    decision: "reconciled",
    reason: `${rows.length} incidents were resolved in ${spellDuration(windowMs)}${countsOf(rows)}`,
    rows,
    configuration: null,
    warnings: bounded(warnings),
    failures: failures.slice(0, MOST_FAILURES),
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

async function settle(work: Reconcile, resolved: Resolved): Promise<Row> {
  try {
    return await settleOne(work, resolved);
  } catch (error) {
    return { outcome: "failed", reason: failuresOf(error).join("; ") };
  }
}

async function settleOne(work: Reconcile, resolved: Resolved): Promise<Row> {
  const { context, config, files, sessions } = work;
  const { incident, at } = resolved;
  const own = sessions.get(incident.id) ?? [];
  const surplus = own.filter(isAlive).slice(1);
  const session = currentOf(own);
  const last = session ? lastInstruction(session.tags) : null;
  // A session that does not draft was not told of the resolve, whatever the times say: the time of a reopening may trail
  // by more than it lasted. And a second session may know more than the oldest, which is the one that stays.
  const isWaiting = last !== null && last.ask !== "draft";
  const latest = Math.max(at, isWaiting ? last.until + 1 : at, ...surplus.map(knownUntil));
  const isTold = session !== undefined && (last === null || last.until >= latest);
  if (isTold) {
    await endOthers(work, own);
    return await inspectSession(work, session, own);
  }
  const record = recordOf(incident, { at: resolved.resolvedAt, by: resolved.resolvedBy });
  const isLive = session !== undefined && isAlive(session);
  const answer = passGate({
    record,
    policy: config,
    notReadyBecause: null,
    requestedBy: null,
    hasCapacity: isLive || work.room > 0,
    isDryRun: context.inputs["dry-run"],
  });
  if (answer.by === "merged") return await skipIncident(work, resolved, answer.reason);
  if (!session && files.has(incident.id))
    return { outcome: "has a file", reason: `it has a file in ${config.directory}` };
  if (answer.outcome === "skipped") return await skipIncident(work, resolved, answer.reason);
  if (answer.outcome === "passed") return await draftMissed(work, { ...resolved, latest });
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

async function skipIncident(work: Reconcile, { incident, at }: Resolved, reason: string): Promise<Row> {
  const { context, sessions, redacted } = work;
  const own = sessions.get(incident.id) ?? [];
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

async function draftMissed(work: Reconcile, resolved: Resolved & { latest: number }): Promise<Row> {
  const { context, config, pagerDuty } = work;
  const trigger = await triggerMissed({ pagerDuty, clock: context.clock }, resolved);
  const hadRoom = work.room > 0;
  // A failure counts as well: what Devin refuses once it refuses again, and each try reads a whole record.
  work.room--;
  const { decision, reason, record, warnings, failures } = await draftIncident(context, config, {
    instruction: "draft",
    trigger,
    hasCapacity: () => Promise.resolve(hadRoom),
    // Nobody waits for one of many.
    waitMinutes: 0,
  });
  work.warnings.push(...warnings);
  if (decision === null) return { outcome: "failed", reason: failures.join("; ") };
  if (decision !== "started") work.room++;
  return { outcome: decision, reason: [reason, ...failures].join("; "), isWithheld: record === null };
}

/** What became of a session that was told of the resolve; `own` are all of its incident. */
async function inspectSession(work: Reconcile, session: Session, own: Session[]): Promise<Row> {
  const { context, config, warnings } = work;
  const devin = context.devin();
  const isPullRequest = config.publish === "pull-request" ? isInDocsRepository(context) : null;
  const { kind, reason } = standingOf(session, own, isPullRequest);
  if (kind === "well") return { outcome: "has a session", reason };
  const messages = await devin.listMessages(session.id);
  if (lastAsked(session.tags, messages)?.ask === "hold")
    return { outcome: "has a session", reason: `${linkOf(session)} holds until the next resolve` };
  if (context.inputs["dry-run"]) return { outcome: "stuck", reason };
  if (kind === "waits" && (await remind(devin, session, messages, warnings)))
    return {
      outcome: "nudged",
      reason: `${linkOf(session)} waited for somebody, and was told to go on`,
    };
  raiseAlarm(session, reason, work);
  return { outcome: "stuck", reason };
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

/** What is to be said where the day's limit holds incidents back until no reconcile of this window sees them. */
function leavingBehind(rows: ReconciledRow[]): string[] {
  const { length } = rows.filter(({ outcome }) => outcome === "deferred");
  if (length === 0) return [];
  const waiting = length === 1 ? "1 incident waits" : `${length} incidents wait`;
  return [
    `${waiting} for limits.sessions-per-day and will soon be older than this window: raise the limit, or run the workflow by hand with a longer since.`,
  ];
}

function bounded(warnings: string[]): string[] {
  const left = warnings.length - MOST_WARNINGS;
  return left > 0 ? [...warnings.slice(0, MOST_WARNINGS), `${left} more warnings are left out.`] : warnings;
}

function countsOf(rows: ReconciledRow[]): string {
  const counts = [...Map.groupBy(rows, ({ outcome }) => outcome)].map(
    ([outcome, { length }]) => `${length} ${outcome}`,
  );
  return counts.length > 0 ? `: ${counts.join(", ")}` : "";
}
