/** A window of time in, every incident that was resolved in it drafted or explained. */

import { currentOf, knownUntil } from "../devin/duplicates.ts";
import { byAge, type Session } from "../devin/session.ts";
import { DEFERRED_TAG, incidentOf, lastInstruction, PROJECT_TAG } from "../devin/tags.ts";
import { SettingsError } from "../lib/errors.ts";
import { DAY_MS, spellDuration } from "../lib/time.ts";
import type { PagerDuty } from "../pagerduty/client.ts";
import { listResolved, longestWindow, type Resolved } from "../pagerduty/resolved-incidents.ts";
import { listMarkdown } from "../postmortem/directory.ts";
import { incidentsOf } from "../postmortem/file.ts";
import { redactText } from "../redact/text.ts";
import type { Config } from "../settings/configuration.ts";
import { inspectSession, tellAlarms } from "./attention.ts";
import { startedSince } from "./capacity.ts";
import { connectPagerDuty, type JobContext } from "./context.ts";
import { failuresOf, type ReconciledRow, type ReconcileResult } from "./result.ts";
import { endOthers, type ReconcileWork, settle } from "./settle.ts";

const DEFAULT_WINDOW_MS = 2 * DAY_MS;
/** How long after its last sign of life a session that needs a person is reported. */
const STUCK_FOR_MS = 30 * DAY_MS;
const MOST_FAILURES = 10;
const MOST_WARNINGS = 50;

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
): ReconcileWork {
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

/** Looks at the sessions of incidents outside the window, as long as they gave a sign of life in the last 30 days. */
async function inspectOthers(work: ReconcileWork, resolved: Resolved[], now: number): Promise<void> {
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
