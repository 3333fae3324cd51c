/** The same secrets in every field that strangers fill, and a look at everything that leaves the action. */

import { describe, expect, onTestFinished, test } from "vitest";
import { startGitHub } from "../../sandbox/github/server.ts";
import { startPagerDuty } from "../../sandbox/pagerduty/server.ts";
import { annotationsOf } from "../../src/check/report.ts";
import type { JobSurroundings } from "../../src/jobs/context.ts";
import { outputsOf } from "../../src/jobs/outputs.ts";
import { runJob } from "../../src/jobs/run.ts";
import { renderSummary } from "../../src/jobs/summary.ts";
import type { Fetch } from "../../src/lib/http.ts";
import { DEVIN_KEY, devinSandbox, fakeClock, payloadOf } from "../builders.ts";
import { loadedConfig } from "../configurations.ts";
import { fill, randomOf } from "./made.ts";

const PD_TOKEN = "pd_token_0123456789";
const GH_TOKEN = "ghs_0123456789";
const random = randomOf(11);
const SECRETS = ["ghp_{alnum:36}", "{pass}", "{alnum:24}"].map((shape) => fill(shape, random));
const [github = "", password = "", token = ""] = SECRETS;
const MAIL = "sam.k@acme.example";
const WORDS = `Pool gone ${github} password=${password} ask ${MAIL}`;
const DETAILS = {
  credentials: ["kim", password],
  nested: JSON.stringify({ token: { value: token } }),
  to: MAIL,
};
const at = "2026-02-10T14:33:00Z";
const ID = "Q1ORDERSPOOL01";
const HEAD = "c".repeat(40);
const INCIDENT = {
  id: ID,
  incident_number: 387,
  title: WORDS,
  status: "resolved",
  html_url: `https://acme.pagerduty.com/incidents/${ID}`,
  created_at: "2026-02-10T14:32:00Z",
  resolved_at: "2026-02-10T15:18:00Z",
  last_status_change_by: { type: "user_reference", summary: MAIL },
  urgency: "high",
  priority: { summary: `P1 ${MAIL}` },
  service: { id: "PORDSVC", type: "service_reference", summary: WORDS },
  teams: [{ id: "PTEAM01", summary: WORDS }],
  custom_fields: [{ name: "db_password", display_name: "DB password (prod)", value: password }],
};
const POSTMORTEM = `---
incident: ${ID}
service: ${WORDS}
created: 2026-02-10T14:32:00Z
status: ${WORDS}
owner: ${MAIL}
causes: ["${WORDS}"]
trigger: "${WORDS}"
---
# ${WORDS}

> **${WORDS}**

## Summary
${WORDS} (confirmed: ${WORDS})

## Timeline
- **14:33 UTC**: ${WORDS}
- 15:99: ${WORDS}

## Root Cause
${WORDS}

## ${WORDS}

## Action Items
- [ ] ${WORDS} (owner: ${MAIL}; due: 2026-02-12; kind: ${WORDS}; done when: ${WORDS})
- [ ] ${WORDS} (owner: open; due: ${WORDS}; kind: process; done when: ${WORDS})
`;
const RUN = Date.parse("2026-02-11T09:00:00Z");
const FILE = `docs/postmortems/2026-02-10-${ID}-pool.md`;

type Options = {
  inputs?: Record<string, string>;
  files?: Record<string, string>;
  now?: number;
  config?: string;
};

/** The services with the incident in them, and a run of the action among them that remembers what it sent. */
async function setUp() {
  const devin = await devinSandbox();
  const incident = { ...INCIDENT };
  const pagerDuty = await startPagerDuty({
    tokens: [{ token: PD_TOKEN, kind: "token" }],
    incidents: [
      {
        incident,
        log_entries: [
          { type: "trigger_log_entry", created_at: "2026-02-10T14:32:00Z", summary: WORDS },
          { type: "status_update_log_entry", created_at: at, message: WORDS },
        ],
        // So many that the whole evidence is attached.
        notes: Array.from({ length: 40 }, (_, index) => ({
          id: `N${index}`,
          created_at: at,
          user: { summary: MAIL },
          content: `${WORDS} ${"and so on ".repeat(99)}`,
        })),
        alerts: [{ created_at: at, summary: WORDS, severity: "critical", body: { details: DETAILS } }],
        related_change_events: [{ timestamp: at, summary: WORDS, custom_details: DETAILS }],
      },
    ],
    now: () => RUN,
  });
  const gitHub = await startGitHub({
    repository: "acme/docs",
    tokens: [{ token: GH_TOKEN, isJob: true, contents: "read", issues: "write", "pull-requests": "read" }],
    now: () => Date.parse("2026-02-20T06:00:00Z"),
  });
  onTestFinished(async () => {
    await Promise.all([pagerDuty.close(), gitHub.close()]);
  });
  const sent: string[] = [];
  const recording: Fetch = async (url, init) => {
    const stub = pullRequestOf(url.replace(gitHub.url, ""));
    if (stub !== null) return stub;
    const { body, method = "GET" } = init ?? {};
    const part = body instanceof FormData ? body.get("file") : null;
    if (method !== "GET")
      sent.push(`${url} ${part instanceof Blob ? await part.text() : String(body ?? "")}`);
    return await fetch(url, init);
  };
  const run = async (
    event: JobSurroundings["event"],
    { inputs = {}, files = {}, now = RUN, config = "" }: Options = {},
  ) => {
    const result = await runJob({
      inputs: {
        "devin-api-key": DEVIN_KEY,
        "devin-api-url": devin.url,
        "devin-org-id": "org-1",
        "pagerduty-token": PD_TOKEN,
        "pagerduty-api-url": pagerDuty.url,
        "github-token": GH_TOKEN,
        ...inputs,
      },
      event: { ...event, payload: { repository: { private: true }, ...Object(event.payload) } },
      repository: "acme/docs",
      serverUrl: "https://github.com",
      githubApiUrl: gitHub.url,
      runId: "4711",
      actor: "octocat",
      fetch: recording,
      clock: fakeClock(now),
      files: {
        read: (path) => files[path] ?? null,
        list: (folder) =>
          folder === "" ? [".git"] : Object.keys(files).map((path) => path.slice("docs/postmortems/".length)),
      },
      loadConfiguration: (path) =>
        loadedConfig(path, `notes: true\nfollow-ups: { issues: true, dashboard: true }\n${config}`),
    });
    return {
      summary: renderSummary(result),
      log: JSON.stringify([result.reason, result.warnings, result.failures, outputsOf(result)]),
      prompt: result.kind === "incident" ? (result.prompt ?? "") : "",
      annotations: JSON.stringify(result.kind === "check" ? annotationsOf(result.checked) : []),
      sent: sent.splice(0),
    };
  };
  return { run, devin, gitHub, incident };
}

/** GitHub's answers about the pull request that is checked; null for what is asked of the sandbox. */
function pullRequestOf(path: string): Response | null {
  if (path.includes("/pulls/7/files")) return Response.json([{ filename: FILE, status: "added" }]);
  if (path.endsWith("/pulls/7")) return Response.json({ head: { sha: HEAD } });
  if (path.includes("/contents/")) return Response.json({ message: "Not Found" }, { status: 404 });
  return null;
}

function dispatch(type: string, id: string, occurred_at: string): JobSurroundings["event"] {
  const payload = payloadOf({
    event: { id, type, occurred_at, agent: { type: "user_reference", summary: MAIL } },
    incident: { title: WORDS, service: { id: "PORDSVC", name: WORDS, url: null }, priority: `P1 ${MAIL}` },
  });
  return { name: "repository_dispatch", payload: { action: type, client_payload: payload } };
}

const RESOLVED = dispatch("incident.resolved", "01RESOLVED0000000000000001", "2026-02-10T15:18:02Z");
const REOPENED = dispatch("incident.reopened", "01REOPENED0000000000000001", "2026-02-10T16:00:00Z");
const AGAIN = dispatch("incident.resolved", "01RESOLVED0000000000000002", "2026-02-10T17:00:00Z");
const RECONCILE = { name: "workflow_dispatch", payload: {} };
const CHECK: JobSurroundings["event"] = {
  name: "pull_request",
  payload: {
    pull_request: {
      number: 7,
      base: { sha: "b".repeat(40) },
      head: { sha: HEAD, ref: `postmortem/${ID}`, repo: { full_name: "acme/docs" } },
      user: { type: "Bot" },
      html_url: "https://github.com/acme/docs/pull/7",
    },
  },
};
const PUSH = { name: "push", payload: { repository: { private: true, default_branch: "main" } } };

/** What of the planted words stands in a text. */
const leftIn = (text: string) => [...SECRETS, MAIL].filter((one) => text.includes(one));

/** Expects the words around the secrets, so that the place is one that they reach, and none of the secrets. */
function expectRedacted(texts: Record<string, string>): void {
  for (const [name, text] of Object.entries(texts)) {
    expect.soft(text, name).toContain("[redacted: ");
    expect.soft(leftIn(text), name).toEqual([]);
  }
}

const bodyOf = (sent: string[], path: RegExp) => sent.filter((one) => path.test(one)).join("\n");

describe("none of the secrets is in", () => {
  test("what a draft sends and shows: prompt, title, tags, attachment, document, path, note, summary, log, what was seen before", async () => {
    const { run } = await setUp();
    const past = "docs/postmortems/2026-01-10-Q0ORDERSPOOL00-pool.md";
    const files = { [past]: POSTMORTEM.replaceAll(ID, "Q0ORDERSPOOL00").replaceAll("2026-02", "2026-01") };
    const { sent, summary, log } = await run(RESOLVED, { files });
    expectRedacted({
      session: bodyOf(sent, /\/sessions /),
      attachment: bodyOf(sent, /\/attachments /),
      summary,
    });
    const { title, tags, prompt } = JSON.parse(bodyOf(sent, /\/sessions /).replace(/^\S+ /, ""));
    expect(title).toContain("[redacted: ");
    expect(prompt).toContain("Q0ORDERSPOOL00");
    expect(prompt).toMatch(/docs\/postmortems\/2026-02-10-Q1ORDERSPOOL01-pool-gone-redacted[a-z0-9-]*\.md/);
    expect(leftIn([...tags, ...sent, log].join("\n"))).toEqual([]);
    expect(bodyOf(sent, /\/notes /)).not.toBe("");
  });

  test("the messages of a hold and of an update", async () => {
    const { run, devin, incident } = await setUp();
    await run(RESOLVED, { now: Date.parse("2026-02-10T15:20:00Z") });
    const held = await run(REOPENED, { now: Date.parse("2026-02-10T16:01:00Z") });
    incident.resolved_at = "2026-02-10T17:00:00Z";
    const updated = await run(AGAIN, { now: Date.parse("2026-02-10T17:01:00Z") });
    const messages = devin.sessions().flatMap((session) => session.messages.map(({ message }) => message));
    expect(messages).toHaveLength(2);
    expectRedacted({ hold: held.summary, update: messages[1] ?? "", summary: updated.summary });
    expect(leftIn([...messages, ...held.sent, held.log, ...updated.sent, updated.log].join("\n"))).toEqual(
      [],
    );
  });

  test("the prompt that a dry run shows", async () => {
    const { run } = await setUp();
    const { prompt, summary, log } = await run(RESOLVED, { inputs: { "dry-run": "true" } });
    expectRedacted({ prompt, summary });
    expect(leftIn(log)).toEqual([]);
  });

  test("the list of a reconcile, and what it drafts", async () => {
    const { run } = await setUp();
    const { sent, summary, log } = await run(RECONCILE);
    expectRedacted({ summary, session: bodyOf(sent, /\/sessions /) });
    expect(leftIn([...sent, log].join("\n"))).toEqual([]);
  });

  test("the values that decided of a draft and of a row of a reconcile", async () => {
    const { run } = await setUp();
    const config = "rules: [{ when: { priority: P9 }, do: draft }]\notherwise: skip";
    for (const event of [RESOLVED, RECONCILE]) {
      const { summary, log } = await run(event, { config });
      expectRedacted({ summary });
      expect(leftIn(log)).toEqual([]);
    }
  });

  test("the annotations, the summary and the mending of a check", async () => {
    const { run, devin } = await setUp();
    await run(RESOLVED);
    const { annotations, summary, log } = await run(CHECK, { files: { [FILE]: POSTMORTEM } });
    const mending = devin.sessions().flatMap((session) => session.messages.map(({ message }) => message));
    expect(mending).toHaveLength(1);
    expectRedacted({ annotations, summary, mending: mending.join("\n") });
    expect(leftIn(log)).toEqual([]);
  });

  test("the issues and the dashboard of the follow-ups", async () => {
    const { run, gitHub } = await setUp();
    const { summary, log, sent } = await run(PUSH, { files: { [FILE]: POSTMORTEM } });
    const [item, dashboard] = gitHub.issues.all();
    expectRedacted({ item: JSON.stringify(item), dashboard: JSON.stringify(dashboard) });
    expect(leftIn([summary, log, ...sent].join("\n"))).toEqual([]);
    const dry = await run(PUSH, { inputs: { "dry-run": "true" } });
    expectRedacted({ dashboard: dry.summary });
  });
});
