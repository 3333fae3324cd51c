/** The sandbox's three services in virtual time, without a network, and what became of every session. */

import { type StoredSession, startDevin } from "../../../sandbox/devin/server.ts";
import { startGitHub } from "../../../sandbox/github/server.ts";
import { startPagerDuty } from "../../../sandbox/pagerduty/server.ts";
import type { Fetch } from "../../../src/lib/http.ts";
import { createWorker } from "./devin.ts";
import type { PagerDutyIncident } from "./incident.ts";
import type { Plan } from "./plan.ts";
import type { Random } from "./random.ts";
import type { Schedule } from "./schedule.ts";

export const REPOSITORY = "acme/docs";
export const KEYS = {
  devin: "cog_simulated0123456789abcdef",
  pagerDuty: "simulated-pagerduty-token",
  github: "github_pat_simulated0123456789",
};
export const HOSTS = { devin: "api.devin.ai", pagerDuty: "api.pagerduty.com", github: "api.github.com" };

const LATER_TAGS = ["nudged", "needs-somebody", "deferred"];
const ORGANIZATION = "org-simulated";
const PERMISSIONS = ["ManageOrgSessions", "ViewOrgSessions", "UseDevinSessions"];

/** A session with its beginning, its end and all that it was told, its prompt first. Times are epoch milliseconds. */
export type PlayedSession = {
  stored: StoredSession;
  incidentId: string;
  bornAt: number;
  end: { at: number; by: "us" | "itself" } | null;
  told: { at: number; text: string }[];
};

export type Services = {
  /** Each service by its host. */
  hosts: Record<string, Fetch>;
  sessions: PlayedSession[];
  close(): Promise<void>;
};

/** Starts them; `onDispatch` is called for each event that GitHub takes. */
export async function startServices(options: {
  schedule: Schedule;
  random: Random;
  incidents: PagerDutyIncident[];
  listLagMs: number;
  /** How this Devin answers, where the documentation leaves it open. */
  manners: Plan["manners"];
  isActive: () => boolean;
  /** A session has pushed to its pull request, which is new or was there before. */
  onPush: (push: { number: number; url: string; incidentId: string }) => void;
  onDispatch: (event: { action: string; client_payload: unknown; repository: object }) => void;
  say: (words: string) => void;
}): Promise<Services> {
  const { schedule, random, say } = options;
  const { hidesArchived, answersProblems, tags, laterTags } = options.manners;
  const { now } = schedule;
  const sessions: PlayedSession[] = [];
  const find = (id: string) => sessions.find(({ stored }) => stored.id === id);

  function end(id: string, by: "us" | "itself"): void {
    const session = find(id);
    if (!session || session.end) return;
    session.end = { at: now(), by };
    say(`Devin: ${shortOf(session)} has ended, by ${by}`);
  }

  const work = createWorker({
    schedule,
    random: random.fork(),
    repository: REPOSITORY,
    isActive: options.isActive,
    onPush: (id, number, url) => options.onPush({ number, url, incidentId: find(id)?.incidentId ?? "" }),
    onEnd: (id) => end(id, "itself"),
  });
  const ids = random.fork();
  const devin = await startDevin({
    orgId: ORGANIZATION,
    apiKeys: [{ key: KEYS.devin, orgId: ORGANIZATION, permissions: PERMISSIONS }],
    now,
    newId: () => Array.from({ length: 32 }, () => ids.int(0, 15).toString(16)).join(""),
    listLagMs: options.listLagMs,
    hidesArchived,
    answersProblems,
    ...(tags === null ? {} : { allowedTags: { isAllowed: () => false, others: tags } }),
    ...(laterTags === null || tags !== null
      ? {}
      : { allowedTags: { isAllowed: (tag) => !LATER_TAGS.includes(tag), others: laterTags } }),
    onSession(handle) {
      const stored = devin.sessions().at(-1)!;
      // As it was asked for: the organization may have dropped the tags.
      const asked = stored.request.tags ?? [];
      const [, incidentId = ""] = /^incident:(.*)$/m.exec(asked.join("\n")) ?? [];
      const told = [{ at: now(), text: handle.prompt }];
      const session: PlayedSession = { stored, incidentId, bornAt: now(), end: null, told };
      sessions.push(session);
      say(
        `Devin: new session ${shortOf(session)}, ${handle.tags.filter((tag) => tag.includes(":")).join(" ")}`,
      );
      work(handle, () => session.end !== null);
    },
    onMessage(handle, { message }) {
      const session = find(handle.id)!;
      session.told.push({ at: now(), text: message });
      say(`Devin: ${shortOf(session)} is told "${message.slice(0, 120).replaceAll("\n", " ")}…"`);
      work(handle, () => session.end !== null);
    },
  });
  const pagerDuty = await startPagerDuty({
    tokens: [{ token: KEYS.pagerDuty, kind: "bearer" }],
    incidents: options.incidents as { incident: object }[],
    now,
  });
  const github = await startGitHub({
    repository: REPOSITORY,
    tokens: [{ token: KEYS.github, contents: "write" }],
    now,
    onDispatch: options.onDispatch,
  });

  return {
    sessions,
    hosts: {
      [HOSTS.pagerDuty]: pagerDuty.answer,
      [HOSTS.github]: github.answer,
      async [HOSTS.devin](url, init) {
        const answer = await devin.answer(url, init);
        const [, ended = ""] = /\/sessions\/([\w-]+)\?archive=true$/.exec(url) ?? [];
        if (init.method === "DELETE" && answer.ok) end(ended, "us");
        return answer;
      },
    },
    async close() {
      await Promise.all([devin.close(), pagerDuty.close(), github.close()]);
    },
  };
}

/** What the trace calls a session. */
export function shortOf({ stored, incidentId }: PlayedSession): string {
  return `${stored.bareId.slice(0, 4)} of ${incidentId}`;
}
