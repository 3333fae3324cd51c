/** A window of time in, every incident that was resolved in it drafted or explained. */

import { archiveDuplicates, knownUntil, latestUpdated, pendingSessions } from "../devin/duplicates.ts";
import { isAlive, linkOf, type Session, stateOf } from "../devin/session.ts";
import { incidentOf, lastInstruction, PROJECT_TAG } from "../devin/tags.ts";
import { RequestError, SettingsError } from "../lib/errors.ts";
import { spellDuration } from "../lib/time.ts";
import type { PagerDuty } from "../pagerduty/client.ts";
import { recordOf } from "../pagerduty/record.ts";
import { listResolved, longestWindow, type Resolved } from "../pagerduty/resolved-incidents.ts";
import { decide, subjectOf } from "../policy/decide.ts";
import { incidentsOf } from "../postmortem/file.ts";
import { isReminder, REMINDER } from "../prompt/messages.ts";
import { redactText } from "../redact/redact.ts";
import { type Desk, startedSince } from "./context.ts";
import { draftIncident, ENDED_WAITING } from "./draft.ts";
import { isIn } from "./outside.ts";
import { emptyReport, type Reconciled, type Report } from "./summary.ts";
import { connect, triggerMissed } from "./trigger.ts";

const DAY_MS = 86_400_000;
const DEFAULT_WINDOW_MS = 2 * DAY_MS;
const NUDGED_TAG = "nudged";
const MOST_FAILURES = 10;

type Outcome = Pick<Reconciled, "outcome" | "reason">;

/** What one reconcile knows of the world, read once. */
type View = {
  desk: Desk;
  pagerDuty: PagerDuty;
  sessions: Map<string, Session[]>;
  /** Incidents that have a file. */
  files: Set<string>;
  /** A reason without secrets; many incidents share one. */
  redacted: (reason: string) => Promise<string>;
  /** How many more sessions the day's limit allows. */
  room: number;
  report: Report;
};

/**
 * Takes the incidents of the window, oldest resolve first, and brings those to a session whose resolve reached none;
 * what PagerDuty, GitHub or Devin says against one of them is a row of its own and stops no other. Throws
 * SettingsError for a window that is too long, and RequestError where what there is cannot be read whole.
 */
export async function reconcile(desk: Desk, report: Report): Promise<void> {
  const { run, inputs, config } = desk;
  const now = run.clock.now();
  const windowMs = inputs.since ?? DEFAULT_WINDOW_MS;
  if (now - windowMs < longestWindow(now))
    throw new SettingsError([
      `since is ${spellDuration(windowMs)}, and a window reaches six months back at the most; take a shorter one`,
    ]);
  const pagerDuty = connect({ inputs, fetch: run.fetch, clock: run.clock }, null);
  if (pagerDuty === null)
    throw new SettingsError([
      "pagerduty-token is empty; reconcile asks PagerDuty which incidents were resolved, so store a read-only key as the secret PAGERDUTY_TOKEN",
    ]);
  const resolved = await listResolved({ pagerDuty, clock: run.clock, from: now - windowMs });
  const sessions = await readSessions(desk, resolved, now);
  const dayAgo = Math.floor((now - DAY_MS) / 1_000);
  const view: View = {
    desk,
    pagerDuty,
    sessions: byIncident(sessions),
    files: incidentsOf(run.files.list(config.directory)),
    redacted: remembered(redactText),
    room: config.limits["sessions-per-day"] - startedSince(sessions, dayAgo),
    report,
  };
  const rows: Reconciled[] = [];
  for (const incident of resolved) {
    const { id, number, url } = incident.incident;
    rows.push({ incident: { id, number, url }, ...(await settle(view, incident)) });
  }
  const failed = rows.filter(({ outcome }) => outcome === "failed").map(({ reason }) => reason);
  report.failures.push(...[...new Set(failed)].slice(0, MOST_FAILURES));
  report.reconciled = rows;
  report.decision = "reconciled";
  report.reason = `${rows.length} incidents were resolved in ${spellDuration(windowMs)}${countsOf(rows)}`;
}

/** The project's sessions since the oldest of the incidents began, or for a day, in pages however many there are. */
async function readSessions({ devin }: Desk, resolved: Resolved[], now: number): Promise<Session[]> {
  if (resolved.length === 0) return [];
  const created = resolved.map(({ at, incident }) => Date.parse(incident.created_at ?? "") || at);
  const since = created.reduce((earliest, at) => Math.min(earliest, at), now) - DAY_MS;
  return await devin().listSessions(PROJECT_TAG, Math.floor(since / 1_000));
}

function byIncident(sessions: Session[]): Map<string, Session[]> {
  return Map.groupBy(sessions, ({ tags }) => incidentOf(tags) ?? "");
}

async function settle(view: View, resolved: Resolved): Promise<Outcome> {
  try {
    return await settleOne(view, resolved);
  } catch (error) {
    if (error instanceof RequestError) return { outcome: "failed", reason: error.message };
    if (error instanceof SettingsError) return { outcome: "failed", reason: error.problems.join("; ") };
    throw error;
  }
}

async function settleOne(view: View, resolved: Resolved): Promise<Outcome> {
  const { desk, files, sessions } = view;
  const { incident, at } = resolved;
  const own = sessions.get(incident.id) ?? [];
  const [standing, ...surplus] = own.filter(isAlive);
  const session = standing ?? latestUpdated(own);
  const asked = session ? lastInstruction(session.tags) : null;
  // One that does not draft was not told, whatever the times say: a reopening's may trail by more than it lasted. And a
  // second session may have news that the oldest lacks, which is the one that stays.
  const isWaiting = asked !== null && asked.ask !== "draft";
  const latest = Math.max(at, isWaiting ? asked.until + 1 : at, ...surplus.map(knownUntil));
  const isTold = session !== undefined && (asked === null || asked.until >= latest);
  if (isTold) {
    await endOthers(view, own);
    return await inspectSession(view, session, own);
  }
  if (incident.merged_into !== null)
    return await skipIncident(view, resolved, `it was merged into ${incident.merged_into}`);
  if (!session && files.has(incident.id))
    return { outcome: "has a file", reason: `it has a file in ${desk.config.directory}` };
  const record = recordOf(incident, { at: resolved.resolvedAt, by: resolved.resolvedBy });
  const decision = decide(desk.config, subjectOf(record));
  if (decision.do === "skip") return await skipIncident(view, resolved, decision.reason);
  if (desk.inputs["dry-run"]) return { outcome: "dry-run", reason: await view.redacted(decision.reason) };
  if (view.room <= 0 && !(session && isAlive(session)))
    return { outcome: "deferred", reason: "limits.sessions-per-day is used up; the next reconcile takes it" };
  return await draftMissed(view, { ...resolved, latest });
}

async function endOthers({ desk, report }: View, own: Session[]): Promise<void> {
  if (desk.inputs["dry-run"]) return;
  report.warnings.push(...(await archiveDuplicates(desk.devin(), own, Number.POSITIVE_INFINITY)));
}

async function skipIncident(view: View, { incident, at }: Resolved, reason: string): Promise<Outcome> {
  const { desk, sessions, redacted } = view;
  const own = sessions.get(incident.id) ?? [];
  const ended = desk.inputs["dry-run"] ? [] : pendingSessions(own, at);
  for (const { id } of ended) await desk.devin().archiveSession(id);
  await endOthers(
    view,
    own.filter((session) => !ended.includes(session)),
  );
  return {
    outcome: "skipped",
    reason: `${await redacted(reason)}${ended.length > 0 ? ENDED_WAITING : ""}`,
  };
}

async function draftMissed(view: View, resolved: Resolved & { latest: number }): Promise<Outcome> {
  const { desk, pagerDuty, report } = view;
  const own = emptyReport();
  const occasion = await triggerMissed({ pagerDuty, clock: desk.run.clock }, resolved);
  const hadRoom = view.room > 0;
  const hasCapacity = () => Promise.resolve(hadRoom);
  // A failure counts as well: what Devin refuses once it refuses again, and each try reads a whole record.
  view.room--;
  // Nobody waits for one of many.
  const inputs = { ...desk.inputs, "wait-minutes": 0 };
  const { decision, reason } = await draftIncident({ ...desk, inputs, hasCapacity }, "draft", occasion, own);
  if (decision !== "started") view.room++;
  report.warnings.push(...own.warnings);
  return { outcome: decision, reason };
}

/** What became of a session that has the resolve. */
async function inspectSession(view: View, session: Session, own: Session[]): Promise<Outcome> {
  const { run, config } = view.desk;
  const name = linkOf(session);
  const state = stateOf(session);
  const pullRequest = own.flatMap(({ pullRequests }) => pullRequests).find(isIn(run));
  if (pullRequest !== undefined) return { outcome: "has a session", reason: `${name} opened ${pullRequest}` };
  if (state.kind === "stuck") return { outcome: "stuck", reason: `${name}: ${state.advice}` };
  if (state.kind === "working") return { outcome: "has a session", reason: `${name} is at work` };
  if (config.publish !== "pull-request")
    return { outcome: "has a session", reason: `${name} has ended its turn` };
  if (session.statusDetail === "waiting_for_user") return await nudge(view, session);
  return {
    outcome: "stuck",
    reason: `${name} ended without a pull request: open it, or run the workflow by hand with the incident`,
  };
}

/** Reminds a session that waits for an answer, once. */
async function nudge({ desk, report }: View, session: Session): Promise<Outcome> {
  const name = linkOf(session);
  const waits = { outcome: "stuck", reason: `${name} waits for somebody: open it and answer` } as const;
  if (desk.inputs["dry-run"] || session.tags.includes(NUDGED_TAG)) return waits;
  const devin = desk.devin();
  const wasNudged = await devin.hasMessage(session.id, isReminder);
  if (!wasNudged) await devin.sendMessage(session.id, REMINDER);
  try {
    await devin.addTags(session.id, session.tags, [NUDGED_TAG]);
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    // By its words the reminder is found without the tag too.
    report.warnings.push(`The session ${name} has the reminder, but not its tag. ${error.message}`);
  }
  return wasNudged
    ? waits
    : { outcome: "nudged", reason: `${name} waited for somebody, and was told to go on` };
}

function remembered(find: (text: string) => Promise<string>): (text: string) => Promise<string> {
  const found = new Map<string, Promise<string>>();
  return (text) => {
    const known = found.get(text) ?? find(text);
    found.set(text, known);
    return known;
  };
}

function countsOf(rows: Reconciled[]): string {
  const counts = [...Map.groupBy(rows, ({ outcome }) => outcome)].map(
    ([outcome, { length }]) => `${length} ${outcome}`,
  );
  return counts.length > 0 ? `: ${counts.join(", ")}` : "";
}
