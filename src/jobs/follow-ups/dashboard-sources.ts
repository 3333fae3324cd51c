/** What the dashboard shows beyond the files: sessions, pull requests, and incidents without a postmortem. */

import { currentOf } from "../../devin/duplicates.ts";
import { linkOf, type Session } from "../../devin/session.ts";
import { incidentOf, lastInstruction, NUDGED_TAG, PROJECT_TAG } from "../../devin/tags.ts";
import type { GitHub } from "../../github/client.ts";
import { type BranchState, branchStates, listWaiting } from "../../github/review-queue.ts";
import { DAY_MS, dateOf } from "../../lib/time.ts";
import { recordOf } from "../../pagerduty/record.ts";
import { listResolved, type Resolved } from "../../pagerduty/resolved-incidents.ts";
import { passGate } from "../../policy/gate.ts";
import { titleOf } from "../../postmortem/file.ts";
import type { Config } from "../../settings/configuration.ts";
import type { Rule } from "../../settings/rules.ts";
import { standingOf } from "../attention.ts";
import { connectPagerDuty, isInDocsRepository, type JobContext } from "../context.ts";
import type { Coverage, DashboardFacts, Entry } from "./dashboard.ts";
import type { Redact } from "./issue-text.ts";

type FromServices = Pick<DashboardFacts, "sessions" | "pullRequests" | "coverage" | "lacking">;

/** What is asked, and with what. */
export type SourceOptions = {
  context: JobContext;
  config: Config;
  github: GitHub;
  /** Incidents that have a postmortem on the default branch. */
  covered: Set<string>;
  redact: Redact;
};

const WINDOW_MS = 90 * DAY_MS;
const STUCK_MS = 30 * DAY_MS;
const REVIEW_MS = 3 * DAY_MS;

/** Asks Devin, GitHub and PagerDuty; throws RequestError where one of them refuses. */
export async function factsOfServices(options: SourceOptions): Promise<FromServices> {
  const { context } = options;
  const { inputs, clock } = context;
  const now = clock.now();
  const sessions =
    inputs["devin-api-key"] === undefined
      ? null
      : await context
          .devin()
          .listSessions(PROJECT_TAG, { createdSince: Math.floor((now - WINDOW_MS) / 1_000) });
  const coverage = await coverageOf(options, sessions);
  return {
    sessions: sessions && stuckOf(sessions, options, now),
    pullRequests: await waitingOf(options, now),
    coverage,
    lacking: [
      ...(sessions === null ? ["Without devin-api-key, sessions that are stuck are not shown."] : []),
      ...(coverage === null
        ? ["Without pagerduty-token, incidents without a postmortem are not shown."]
        : []),
    ],
  };
}

/** Of each incident without a postmortem the session that a person must look at. */
function stuckOf(sessions: Session[], { context, config, covered }: SourceOptions, now: number): Entry[] {
  const since = (now - STUCK_MS) / 1_000;
  const byIncident = Map.groupBy(sessions, ({ tags }) => incidentOf(tags) ?? "");
  // Without an incident it drafts nothing.
  byIncident.delete("");
  const current = [...byIncident]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .flatMap(([incidentId, own]) =>
      own.filter((session) => session === currentOf(own)).map((session) => ({ incidentId, own, session })),
    );
  return current.flatMap(({ incidentId, own, session }) => {
    const isDrafting = (lastInstruction(session.tags)?.ask ?? "draft") === "draft";
    if (!isDrafting || covered.has(incidentId) || session.updatedAt < since) return [];
    const isPullRequest = config.publish === "pull-request" ? isInDocsRepository(context) : null;
    const { kind, reason } = standingOf(session, own, isPullRequest, now);
    const isStuck = kind === "needs-somebody" || (kind === "waits" && session.tags.includes(NUDGED_TAG));
    // The sentence begins with the session's address, which the link has.
    const why = reason.slice(linkOf(session).length).replace(/^:? /, "");
    return isStuck ? [{ link: { words: `Incident ${incidentId}`, url: session.url }, why }] : [];
  });
}

async function waitingOf({ context, config, github, redact }: SourceOptions, now: number): Promise<Entry[]> {
  const waiting = (await listWaiting(github, context.repository)).filter(
    ({ paths, createdAt, reviewedAt }) =>
      now - Math.max(createdAt, reviewedAt ?? 0) >= REVIEW_MS &&
      paths.some((path) => path.startsWith(`${config.directory}/`)),
  );
  const titles = await redact(waiting.map(({ title }) => title));
  return waiting.map(({ number, url, createdAt, reviewedAt }, index) => ({
    link: { words: `#${number} ${titles[index]}`, url },
    why: reviewedAt === null ? `open since ${dateOf(createdAt)}` : `last review on ${dateOf(reviewedAt)}`,
  }));
}

async function coverageOf(options: SourceOptions, sessions: Session[] | null): Promise<Coverage | null> {
  const { context, config, github, covered, redact } = options;
  const pagerDuty = connectPagerDuty(context, null);
  if (pagerDuty === null) return null;
  const from = context.clock.now() - WINDOW_MS;
  const resolved = await listResolved({ pagerDuty, clock: context.clock, from });
  const asked = resolved.map((one) => ({ one, answer: gate(one, config) }));
  const deserving = asked.filter(({ answer }) => answer.outcome === "passed").map(({ one }) => one);
  const without = deserving.filter(({ incident }) => !covered.has(incident.id));
  const branches = without.map(({ incident }) => `postmortem/${incident.id}`);
  const states = await branchStates(github, context.repository, branches);
  const titles = await redact(without.map(({ incident }) => titleOf(incident)));
  const drafting = new Set(sessions?.map(({ tags }) => incidentOf(tags)));
  const skipped = asked.flatMap(({ answer: { decision } }) =>
    decision?.do === "skip" ? nameOf(decision.rule, config) : [],
  );
  const rows = without.map(({ incident }, index) => ({
    link: {
      words: `${incident.number === null ? incident.id : `#${incident.number}`} ${titles[index]}`,
      url: incident.url,
    },
    ...standingWithout(states.get(`postmortem/${incident.id}`), drafting.has(incident.id)),
  }));
  const [idle, others] = [rows.filter(({ isIdle }) => isIdle), rows.filter(({ isIdle }) => !isIdle)];
  return {
    deserving: deserving.length,
    withPostmortem: deserving.length - without.length,
    declined: rows.filter(({ isDeclined }) => isDeclined).length,
    without: [...idle, ...others],
    idle: idle.length,
    skipped: [...Map.groupBy(skipped, (rule) => rule)].map(([rule, { length }]) => ({ rule, count: length })),
  };
}

function nameOf(rule: Rule | null, { rules }: Config): string {
  return rule === null ? "otherwise" : (rule.name ?? `rule ${rules.indexOf(rule) + 1}`);
}

function gate({ incident, resolvedAt, resolvedBy }: Resolved, policy: Config) {
  return passGate({
    record: recordOf(incident, { at: resolvedAt, by: resolvedBy }),
    policy,
    notReadyBecause: null,
    requestedBy: null,
    hasCapacity: true,
    isDryRun: false,
  });
}

/** Why an incident has no postmortem, and whether anybody is at work on one. */
function standingWithout(pullRequest: BranchState | undefined, isDrafting: boolean) {
  const row = (why: string, { isIdle = false, isDeclined = false } = {}) => ({ why, isIdle, isDeclined });
  if (pullRequest === undefined)
    return isDrafting
      ? row("its session has opened no pull request")
      : row("no session and no pull request is known", { isIdle: true });
  const { number, state } = pullRequest;
  if (state === "OPEN") return row(`its pull request ${number} is open`);
  if (state === "CLOSED")
    return row(`declined: its pull request ${number} was closed without a merge`, { isDeclined: true });
  return row(`its pull request ${number} was merged, and the file is gone`, { isIdle: true });
}
