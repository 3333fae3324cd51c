/** The whole path on one machine: three services, the function, a runner and a docs repository, wired together. */

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { INCIDENT_EVENTS } from "../src/incident/patterns.ts";
import type { Defect } from "./devin/draft-mistakes.ts";
import { createProposals } from "./devin/pull-requests.ts";
import { type SessionHandle, startDevin } from "./devin/server.ts";
import { type Draft, writePostmortem } from "./devin/writer.ts";
import { type RunningFunction, startFunction } from "./function/process.ts";
import { createDocsRepository, type DocsRepository } from "./github/docs-repository.ts";
import { workflowsOf } from "./github/files.ts";
import { tipOf } from "./github/git.ts";
import { startGitHub } from "./github/server.ts";
import { deliver } from "./pagerduty/deliver.ts";
import { demoIncidents, demoNeighbours } from "./pagerduty/demo-record.ts";
import { type LifeEvent, lifeEventOf, recordAfter } from "./pagerduty/incident-life.ts";
import { type IncidentRecord, startPagerDuty } from "./pagerduty/server.ts";
import { createRunner, type Runner, type WorkflowEvent, type WorkflowRun } from "./runner/runner.ts";

const ROOT = join(import.meta.dirname, "..");

/** The repository of the action, as the docs repository names it. */
const ACTION = "acme/postmortem-bridge";
const WORKFLOWS = ".github/workflows";

/** A file of examples/ as the docs repository has it. */
function example(name: string): string {
  return readFileSync(join(ROOT, "examples", name), "utf8").replaceAll("OWNER/postmortem-bridge", ACTION);
}

/** The keys of the sandbox. They open nothing but the sandbox. */
export const KEYS = {
  signing: "sandbox-signing-secret-0123456789abcdef",
  shared: "sandbox-shared-secret-0123456789abcdef",
  github: "github_pat_sandbox0123456789abcdef",
  job: "ghs_sandbox0123456789abcdef",
  devin: "cog_sandbox0123456789abcdef",
  pagerDuty: "sandbox-pagerduty-token-0123",
};

export const REPOSITORY = "acme/docs";
/** The rules of the sandbox's docs repository. */
export const CONFIG = `rules:
  - name: severe
    when: { priority: [P1, P2] }
    do: draft
  - name: blips that fixed themselves
    when: { resolved-by: integration, shorter-than: 10m }
    do: skip
otherwise: draft
on-acknowledge: gather
notes: true
`;

const ORGANIZATION = "org-sandbox0123456789";

const PERMISSIONS = ["ManageOrgSessions", "ViewOrgSessions", "UseDevinSessions"];

/** One thing that happened, between whom; `text` is what was said, where that is worth reading. */
export type Step = { from: string; to: string; what: string; text?: string };

export type WorldOptions = {
  report?: (step: Step) => void;
  /** Repository variables beside the addresses of the services. */
  vars?: Record<string, string>;
  /** Whether the docs repository lacks a PagerDuty token, so that the facts are the event's alone. */
  isWithoutToken?: boolean;
  /** Files that the docs repository begins with. */
  files?: Record<string, string>;
  /** What is wrong with the first push of each branch. */
  defect?: Defect | null;
  /** Environment of the function beside its secrets. */
  env?: Record<string, string>;
  /** When it begins, in epoch milliseconds; now, unless a run must find the incidents among the last ones. */
  startsAt?: number;
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
  /** Runs a workflow by hand; postmortem.yml unless told. */
  runByHand(inputs: Record<string, unknown>, file?: string): void;
  /** Runs what a schedule runs; reconcile unless told. */
  runOnSchedule(which?: keyof typeof CRONS): void;
  /** Runs what a push to the default branch runs. */
  pushToMain(): void;
  /** A person gives the open items of a draft an owner and a date, and merges its pull request. */
  merge(draft: Draft, owner: string, due: string): void;
  /** Lets so many milliseconds pass for GitHub and for the runner. */
  pass(ms: number): void;
  /** Disables a workflow of the docs repository, as a person or GitHub does: dispatches are taken and nothing runs. */
  disable(file: string, state?: string): void;
  close(): Promise<void>;
};

/** What Devin reports of its own document. */
function reportOf(text: string) {
  const items = (section: string) =>
    [...(text.split(`\n## ${section}\n`)[1]?.split("\n## ")[0] ?? "").matchAll(/^- (.*)$/gm)].map(
      ([, item = ""]) => item,
    );
  return {
    root_cause_status: /^root-cause: (\w+)$/m.exec(text)?.[1] ?? "unknown",
    evidence_used: items("Evidence"),
    not_checked: items("Not Checked"),
  };
}

/** The schedules of the example, by what they start. */
const CRONS = { reconcile: "37 * * * *", "follow-ups": "12 7 * * *" };

const answerSchema = z.object({ status: z.string(), reason: z.string().optional() });

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
  const say = (from: string, to: string, what: string, text?: string) =>
    report({ from, to, what, ...(text === undefined ? {} : { text }) });
  const folder = mkdtempSync(join(tmpdir(), "postmortem-bridge-"));
  onClose(async () => rmSync(folder, { recursive: true, force: true }));
  const docs = createDocsRepository(folder, {
    "README.md": "# Docs\n",
    ".github/postmortem.yml": CONFIG,
    [`${WORKFLOWS}/postmortem.yml`]: example("postmortem.yml"),
    [`${WORKFLOWS}/postmortem-schedule.yml`]: example("postmortem-schedule.yml"),
    "docs/postmortems/README.md": "# Postmortems\n",
    ...options.files,
  });
  const port = (offset: number) => (options.port === undefined ? {} : { port: options.port + offset });

  let aheadMs = options.startsAt === undefined ? 0 : options.startsAt - Date.now();
  const now = () => Date.now() + aheadMs;
  // What is written to them must not be found by the next world of this process.
  const wholes = structuredClone(demoIncidents);
  // As PagerDuty has them: whole, until their first event says how far they are.
  const incidents: IncidentRecord[] = wholes.map((whole) => ({ ...whole }));
  const events: LifeEvent[] = [];
  const pagerDuty = await startPagerDuty({
    tokens: [{ token: KEYS.pagerDuty, kind: "token" }],
    incidents,
    now,
    ...port(1),
  });
  onClose(pagerDuty.close);

  /** Lets PagerDuty know what it tells of. */
  function live(body: Uint8Array): void {
    const event = lifeEventOf(body);
    const index = wholes.findIndex(({ incident }) => incident.id === event?.data.id);
    const whole = wholes[index];
    if (event === null || whole === undefined) return;
    events.push(event);
    const own = events.filter(({ data }) => data.id === event.data.id);
    const written = (incidents[index]?.notes ?? []).filter(
      (note) => !whole.notes.some((known) => known === note),
    );
    const record = recordAfter(whole, own);
    incidents[index] = { ...record, notes: [...(record.notes ?? []), ...written] };
  }

  function work(session: SessionHandle): void {
    const sessionUrl = `https://app.devin.ai/sessions/${session.bareId}`;
    // What the check found brings no new facts: Devin writes the same again, more carefully.
    const told = [session.prompt, ...session.messages().map(({ message }) => message)].filter(
      (words) => !isOfTheCheck(words),
    );
    const draft = writePostmortem({ told, sessionUrl });
    if (!draft && isToWait(told.at(-1) ?? "")) {
      session.set({ status: "running", status_detail: "waiting_for_user" });
      return;
    }
    const pull = draft && proposals.push(draft);
    session.set({
      status: "running",
      status_detail: "finished",
      pull_requests: pull ? [{ pr_url: pull.html_url, pr_state: "open" }] : [],
      structured_output: {
        outcome: pull ? "pull_request_opened" : "published_elsewhere",
        pull_request: pull ? pull.html_url : null,
        file: draft?.path ?? null,
        ...reportOf(draft?.text ?? ""),
      },
    });
  }

  const devin = await startDevin({
    orgId: ORGANIZATION,
    apiKeys: [{ key: KEYS.devin, orgId: ORGANIZATION, permissions: PERMISSIONS }],
    now,
    onSession(session) {
      say(
        "action",
        "Devin",
        `new session, tagged ${session.tags.find((tag) => tag.startsWith("incident:"))}`,
      );
      work(session);
    },
    onMessage(session, { message }) {
      say("action", "Devin", isOfTheCheck(message) ? "what to mend" : "message to the live session", message);
      work(session);
    },
    ...port(3),
  });
  onClose(devin.close);

  let read: { tip: string; workflows: ReturnType<typeof workflowsOf> } = { tip: "", workflows: [] };
  /** Every event asks, and main seldom moves. */
  function workflowsOnMain() {
    const tip = tipOf(docs.directory, "refs/heads/main");
    if (read.tip !== tip) read = { tip, workflows: workflowsOf(docs.directory, tip) };
    return read.workflows;
  }

  const disabled = new Map<string, string>();
  const tokens: Parameters<typeof startGitHub>[0]["tokens"] = [
    { token: KEYS.github, contents: "write", actions: "read" },
  ];
  const github = await startGitHub({
    repository: REPOSITORY,
    gitDirectory: docs.directory,
    disabled,
    neighbours: demoNeighbours,
    tokens,
    now,
    issues: { people: ["jlee"] },
    onDispatch(event) {
      say("function", "GitHub", `repository_dispatch ${event.action}`);
      trigger({ name: "repository_dispatch", payload: { ...event } });
    },
    ...port(2),
  });
  onClose(github.close);

  const runner = createRunner({
    workflows: () => workflowsOnMain().filter(({ path }) => !disabled.has(path)),
    actions: { [ACTION]: ROOT },
    tokenFor(permissions) {
      const token = `${KEYS.job}${tokens.length}`;
      tokens.push({ token, isJob: true, ...permissions });
      return token;
    },
    repository: REPOSITORY,
    gitDirectory: docs.directory,
    workspaceRoot: folder,
    apiUrl: github.url,
    // The clock of the processes that the runner starts.
    machine: () => {
      const script = `const now=Date.now;Date.now=()=>now()+${aheadMs}`;
      return aheadMs === 0
        ? {}
        : { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}` };
    },
    secrets: {
      DEVIN_API_KEY: KEYS.devin,
      ...(options.isWithoutToken ? {} : { PAGERDUTY_TOKEN: KEYS.pagerDuty }),
    },
    vars: {
      DEVIN_API_URL: devin.url,
      PAGERDUTY_API_URL: pagerDuty.url,
      PAGERDUTY_FROM: "oncall@acme.example",
      ...options.vars,
    },
    onEnd(run) {
      const { decision, reason } = run.steps.at(-1)?.outputs ?? {};
      say("runner", "GitHub", `run ${run.id} ${run.conclusion}${decision ? `, ${decision}: ${reason}` : ""}`);
    },
  });
  onClose(runner.close);

  function trigger(event: WorkflowEvent): WorkflowRun | null {
    const run = runner.trigger(event);
    say("GitHub", "runner", run === null ? "no workflow takes this event" : `run ${run.id}, ${run.name}`);
    return run;
  }

  const proposals = createProposals({
    docs,
    pulls: github.pulls,
    defect: options.defect ?? null,
    trigger,
    say,
  });

  const endpoint = await startFunction({
    env: {
      PAGERDUTY_WEBHOOK_SECRET: KEYS.signing,
      WEBHOOK_SECRET: KEYS.shared,
      GITHUB_REPOSITORY: REPOSITORY,
      GITHUB_TOKEN: KEYS.github,
      GITHUB_API_URL: github.url,
      INCIDENT_EVENTS: INCIDENT_EVENTS.join(","),
      ...options.env,
    },
    ...port(0),
  });
  onClose(endpoint.close);
  pagerDuty.subscriptions.add({
    url: `${endpoint.url}/api/pagerduty`,
    secret: KEYS.signing,
    events: [...INCIDENT_EVENTS],
    filter: { type: "service_reference", id: "PORDSVC" },
    headers: { "X-Webhook-Secret": KEYS.shared },
  });

  return {
    pagerDuty,
    github,
    devin,
    endpoint,
    runner,
    docs,
    drafts: proposals.drafts,

    async deliver(body, deliveryId) {
      live(body);
      for (let tried = 1; tried <= DELIVERY_TRIES; tried++) {
        say(
          "PagerDuty",
          "function",
          `signed webhook, ${body.length} bytes${tried > 1 ? `, delivered again (${tried})` : ""}`,
        );
        const response = await deliver({
          url: `${endpoint.url}/api/pagerduty`,
          body,
          secrets: [KEYS.signing],
          headers: { "x-webhook-secret": KEYS.shared },
          deliveryId,
        });
        say("function", "PagerDuty", `${response.status} ${wordsOf(await response.text())}`);
        if (response.status < 500 && response.status !== 429) return response.status;
        await new Promise((resolve) => setTimeout(resolve, REDELIVERY_MS));
      }
      return null;
    },

    runByHand(inputs, file = "postmortem.yml") {
      trigger({
        name: "workflow_dispatch",
        payload: { inputs },
        actor: "you",
        workflow: `${WORKFLOWS}/${file}`,
      });
    },

    runOnSchedule(which = "reconcile") {
      trigger({ name: "schedule", payload: { schedule: CRONS[which] } });
    },

    pushToMain() {
      trigger({ name: "push", payload: { ref: "refs/heads/main" } });
    },

    merge({ branch, path }, owner, due) {
      const taken = (docs.read(branch, path) ?? "").replaceAll(
        "owner: open; due: open",
        `owner: ${owner}; due: ${due}`,
      );
      docs.push(branch, path, taken, "Take the action items");
      const pull = github.pulls.list().findLast(({ headRefName }) => headRefName === branch);
      if (pull === undefined) throw new Error(`The branch ${branch} has no pull request.`);
      github.pulls.end(pull.number, "MERGED");
      say("a person", "GitHub", `merged pull request #${pull.number}`);
      trigger({ name: "push", payload: { ref: "refs/heads/main" } });
    },

    pass(ms) {
      aheadMs += ms;
      say("time", "everybody", `${Math.round(ms / 86_400_000)} days pass`);
    },

    disable(file, state = "disabled_manually") {
      disabled.set(`${WORKFLOWS}/${file}`, state);
    },
  };
}

/** What the function answered, as words. */
function wordsOf(body: string): string {
  try {
    const { status, reason } = answerSchema.parse(JSON.parse(body));
    return reason === undefined ? status : `${status}: ${reason}`;
  } catch {
    return body;
  }
}

function isOfTheCheck(words: string): boolean {
  return /^\[postmortem-bridge\] Check of /.test(words);
}

/** Whether Devin is asked to write nothing yet: to gather, or to hold. */
function isToWait(words: string): boolean {
  return /write nothing/i.test(words.split(/<incident-data\b/)[0] ?? "");
}
