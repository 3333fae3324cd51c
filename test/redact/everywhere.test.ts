/** The same secrets in every field of an incident, and a look at everything that leaves the action. */

import { expect, onTestFinished, test } from "vitest";
import { startPagerDuty } from "../../sandbox/pagerduty/server.ts";
import { outputsOf } from "../../src/jobs/outputs.ts";
import { runJob } from "../../src/jobs/run.ts";
import { renderSummary } from "../../src/jobs/summary.ts";
import type { Fetch } from "../../src/lib/http.ts";
import { parseConfig } from "../../src/settings/configuration.ts";
import { DEVIN_KEY, devinSandbox, fakeClock, payloadOf } from "../builders.ts";
import { fill, randomOf } from "./made.ts";

const TOKEN = "pd_token_0123456789";
const random = randomOf(11);
const SECRETS = ["ghp_{alnum:36}", "{pass}", "{alnum:24}"].map((shape) => fill(shape, random));
const [github = "", password = "", token = ""] = SECRETS;
const MAIL = "sam.k@acme.example";
const WORDS = `pool gone ${github} password=${password} ask ${MAIL}`;
const DETAILS = {
  credentials: ["kim", password],
  nested: JSON.stringify({ token: { value: token } }),
  to: MAIL,
};
const at = "2026-02-10T14:33:00Z";

test("none of them is in a prompt, an attachment, a message, a title, a tag, a path, a note or the summary", async () => {
  const devin = await devinSandbox();
  const pagerDuty = await startPagerDuty({
    tokens: [{ token: TOKEN, kind: "token" }],
    incidents: [
      {
        incident: {
          id: "Q1ORDERSPOOL01",
          incident_number: 387,
          title: WORDS,
          status: "resolved",
          created_at: "2026-02-10T14:32:00Z",
          resolved_at: "2026-02-10T15:18:00Z",
          urgency: "high",
          priority: { summary: `P1 ${MAIL}` },
          service: { id: "PORDSVC", type: "service_reference", summary: WORDS },
          teams: [{ id: "PTEAM01", summary: WORDS }],
          custom_fields: [{ name: "db_password", display_name: "DB password (prod)", value: password }],
        },
        log_entries: [
          { type: "trigger_log_entry", created_at: "2026-02-10T14:32:00Z", summary: WORDS },
          { type: "status_update_log_entry", created_at: at, message: WORDS },
        ],
        notes: [{ id: "N1", created_at: at, user: { summary: MAIL }, content: WORDS }],
        alerts: [{ created_at: at, summary: WORDS, severity: "critical", body: { details: DETAILS } }],
        related_change_events: [{ timestamp: at, summary: WORDS, custom_details: DETAILS }],
      },
    ],
  });
  onTestFinished(() => pagerDuty.close());
  const sent: string[] = [];
  const recording: Fetch = async (url, init) => {
    const { body } = init ?? {};
    const part = body instanceof FormData ? body.get("file") : null;
    sent.push(String(url), part instanceof Blob ? await part.text() : String(body ?? ""));
    return await fetch(url, init);
  };
  const payload = payloadOf({
    incident: { title: WORDS, service: { id: "PORDSVC", name: WORDS, url: null } },
  });
  const config = parseConfig(".github/postmortem.yml", "notes: true\n");
  const result = await runJob({
    inputs: {
      "devin-api-key": DEVIN_KEY,
      "devin-api-url": devin.url,
      "devin-org-id": "org-1",
      "pagerduty-token": TOKEN,
      "pagerduty-api-url": pagerDuty.url,
    },
    event: {
      name: "repository_dispatch",
      payload: { action: payload.event.type, client_payload: payload, repository: { private: true } },
    },
    repository: "acme/docs",
    serverUrl: "https://github.com",
    githubApiUrl: "https://api.github.com",
    runId: "4711",
    actor: "octocat",
    fetch: recording,
    clock: fakeClock(Date.parse("2026-02-11T09:00:00Z")),
    files: { read: () => null, list: () => [] },
    loadConfiguration: (path) => ({ ...config, source: path }),
  });
  const left = [
    ...sent,
    JSON.stringify(result),
    renderSummary(result),
    JSON.stringify(outputsOf(result)),
  ].join("\n");
  expect(left).toContain("pool gone [redacted: GitHub token] password=[redacted: password or secret]");
  expect([...SECRETS, MAIL].filter((one) => left.includes(one))).toEqual([]);
});
