/** The whole path on one machine: three services, the function, a runner and a docs repository, wired together. */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demoIncidents } from "./demo-record.ts";
import { type SessionHandle, startDevin } from "./devin.ts";
import { createDocsRepository, type DocsRepository } from "./docs-repository.ts";
import { type RunningFunction, startFunction } from "./function.ts";
import { startGitHub } from "./github.ts";
import { deliver, startPagerDuty } from "./pagerduty.ts";
import { createRunner, type Runner, type WorkflowRun } from "./runner.ts";
import { type Draft, writePostmortem } from "./scribe.ts";

const ROOT = join(import.meta.dirname, "..");
const WORKFLOW = join(ROOT, ".github", "workflows", "postmortem.yml");

/** The keys of the sandbox. They open nothing but the sandbox. */
export const KEYS = {
  signing: "sandbox-signing-secret-0123456789abcdef",
  shared: "sandbox-shared-secret-0123456789abcdef",
  github: "github_pat_sandbox0123456789abcdef",
  devin: "cog_sandbox0123456789abcdef",
  pagerDuty: "sandbox-pagerduty-token-0123",
};

export const REPOSITORY = "acme/docs";
/** The rules of the sandbox's docs repository. */
const CONFIG = `rules:
  - name: blips that fixed themselves
    when: { resolved-by: integration, shorter-than: 10m }
    do: skip
  - name: severe
    when: { priority: [P1, P2] }
    do: draft
otherwise: draft
`;

const ORGANIZATION = "org-sandbox0123456789";

const PERMISSIONS = ["ManageOrgSessions", "ViewOrgSessions", "UseDevinSessions"];

/** One thing that happened, between whom. */
export type Step = { from: string; to: string; what: string };

export type WorldOptions = {
  report?: (step: Step) => void;
  /** Repository variables beside the addresses of the services. */
  vars?: Record<string, string>;
  /** Whether the docs repository lacks a PagerDuty token, so that the facts are the event's alone. */
  isWithoutToken?: boolean;
  /** Files that the docs repository begins with. */
  files?: Record<string, string>;
  /** Environment of the function beside its secrets. */
  env?: Record<string, string>;
  /** Fixed ports for the function and the services after it, for a world that is kept up. */
  port?: number;
};

export type World = {
  pagerDuty: Awaited<ReturnType<typeof startPagerDuty>>;
  github: Awaited<ReturnType<typeof startGitHub>>;
  devin: Awaited<ReturnType<typeof startDevin>>;
  endpoint: RunningFunction;
  runner: Runner;
  docs: DocsRepository;
  /** What Devin has pushed so far. */
  drafts: Draft[];
  /** Delivers a signed webhook as PagerDuty does, again after a 5xx, a 429 or no answer. */
  deliver(body: Uint8Array, deliveryId: string): Promise<number | null>;
  /** Runs the workflow by hand. */
  runByHand(inputs: Record<string, unknown>): void;
  close(): Promise<void>;
};

const DELIVERY_TRIES = 4;
const REDELIVERY_MS = 500;

/** Starts the world; nothing in it leaves this machine. What had started is closed again when a part cannot start. */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const opened: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const end of opened.splice(0).reverse()) await end();
  };
  try {
    return { ...(await open(options, (end) => opened.push(end))), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function open(
  options: WorldOptions,
  onClose: (end: () => Promise<void>) => void,
): Promise<Omit<World, "close">> {
  const report = options.report ?? (() => undefined);
  const say = (from: string, to: string, what: string) => report({ from, to, what });
  const folder = mkdtempSync(join(tmpdir(), "postmortem-bridge-"));
  onClose(async () => rmSync(folder, { recursive: true, force: true }));
  const docs = createDocsRepository(folder, {
    "README.md": "# Docs\n",
    ".github/postmortem.yml": CONFIG,
    "docs/postmortems/README.md": "# Postmortems\n",
    ...options.files,
  });
  const port = (offset: number) => (options.port === undefined ? {} : { port: options.port + offset });
  const drafts: Draft[] = [];

  const pagerDuty = await startPagerDuty({
    tokens: [{ token: KEYS.pagerDuty, kind: "token" }],
    incidents: demoIncidents,
    ...port(1),
  });
  onClose(pagerDuty.close);

  function work(session: SessionHandle, update?: string): void {
    const sessionUrl = `https://app.devin.ai/sessions/${session.bareId}`;
    const draft = writePostmortem(docs, {
      brief: session.prompt,
      sessionUrl,
      ...(update === undefined ? {} : { update }),
    });
    if (draft && !drafts.some(({ branch }) => branch === draft.branch)) drafts.push(draft);
    const number = drafts.findIndex(({ branch }) => branch === draft?.branch) + 1;
    if (draft) say("Devin", "Git", `pushed ${draft.path} on ${draft.branch}`);
    session.set({
      status: "running",
      status_detail: "finished",
      pull_requests: draft
        ? [{ pr_url: `https://github.com/${REPOSITORY}/pull/${number}`, pr_state: "open" }]
        : [],
      structured_output: {
        outcome: draft ? "pull_request_opened" : "published_elsewhere",
        pull_request: draft ? `https://github.com/${REPOSITORY}/pull/${number}` : null,
        file: draft?.path ?? null,
        root_cause_status: "unknown",
        evidence_used: ["The PagerDuty incident"],
        not_checked: ["Datadog", "Sentry"],
      },
    });
  }

  const devin = await startDevin({
    orgId: ORGANIZATION,
    apiKeys: [{ key: KEYS.devin, orgId: ORGANIZATION, permissions: PERMISSIONS }],
    onSession(session) {
      say("action", "Devin", `new session: ${session.tags.join(", ")}`);
      work(session);
    },
    onMessage(session, { message }) {
      say("action", "Devin", "news for the live session");
      work(session, message);
    },
    ...port(3),
  });
  onClose(devin.close);

  const github = await startGitHub({
    repository: REPOSITORY,
    tokens: [{ token: KEYS.github, contents: "write" }],
    onDispatch(event) {
      say("function", "GitHub", `repository_dispatch ${event.action}`);
      follow(runner.trigger({ name: "repository_dispatch", payload: { ...event } }));
    },
    ...port(2),
  });
  onClose(github.close);

  const runner = createRunner({
    workflow: WORKFLOW,
    actionDirectory: ROOT,
    repository: REPOSITORY,
    gitDirectory: docs.directory,
    workspaceRoot: folder,
    apiUrl: github.url,
    secrets: {
      DEVIN_API_KEY: KEYS.devin,
      ...(options.isWithoutToken ? {} : { PAGERDUTY_TOKEN: KEYS.pagerDuty }),
    },
    vars: { DEVIN_API_URL: devin.url, PAGERDUTY_API_URL: pagerDuty.url, ...options.vars },
    onLog: (line) => say("runner", "", line),
  });
  onClose(runner.close);

  function follow(run: WorkflowRun | null): void {
    say("GitHub", "runner", run === null ? "no workflow takes this event" : `run "${run.name}"`);
  }

  const endpoint = await startFunction({
    env: {
      PAGERDUTY_WEBHOOK_SECRET: KEYS.signing,
      WEBHOOK_SECRET: KEYS.shared,
      GITHUB_REPOSITORY: REPOSITORY,
      GITHUB_TOKEN: KEYS.github,
      GITHUB_API_URL: github.url,
      ...options.env,
    },
    ...port(0),
  });
  onClose(endpoint.close);

  return {
    pagerDuty,
    github,
    devin,
    endpoint,
    runner,
    docs,
    drafts,

    async deliver(body, deliveryId) {
      for (let tried = 1; tried <= DELIVERY_TRIES; tried++) {
        say(
          "PagerDuty",
          "function",
          `webhook, ${body.length} bytes, signed${tried > 1 ? `, try ${tried}` : ""}`,
        );
        const response = await deliver({
          url: `${endpoint.url}/api/pagerduty`,
          body,
          secrets: [KEYS.signing],
          headers: { "x-webhook-secret": KEYS.shared },
          deliveryId,
        });
        say("function", "PagerDuty", `${response.status} ${await response.text()}`);
        if (response.status < 500 && response.status !== 429) return response.status;
        await new Promise((resolve) => setTimeout(resolve, REDELIVERY_MS));
      }
      return null;
    },

    runByHand(inputs) {
      follow(runner.trigger({ name: "workflow_dispatch", payload: { inputs }, actor: "you" }));
    },
  };
}
