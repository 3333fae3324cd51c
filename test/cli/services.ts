/** Services on which everything is as the doctor wants it, and the environment that leads to them. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { startDevin } from "../../sandbox/devin/server.ts";
import { type RunningFunction, startFunction } from "../../sandbox/function/process.ts";
import { startPagerDuty } from "../../sandbox/pagerduty/server.ts";
import { type Reply, startService } from "../../sandbox/service.ts";
import type { Environment } from "./command.ts";

export const KEYS = {
  signing: "doctor-signing-secret-0123456789",
  shared: "doctor-shared-secret-0123456789",
  github: "github_pat_doctor0123456789",
  devin: "cog_doctor0123456789",
  pagerDuty: "doctor-pagerduty-token-0123",
};
export const ORGANIZATION = "org-doctor0123456789";

export const base64 = (text: string) => ({
  content: Buffer.from(text).toString("base64"),
  encoding: "base64",
});
export const ok = (body: unknown): Reply => ({ status: 200, body });
export const missing: Reply = { status: 404, body: { message: "Not Found" } };

const ROOT = join(import.meta.dirname, "..", "..");

/** A shipped workflow in which OWNER was replaced. */
export function workflow(file: string): string {
  return readFileSync(join(ROOT, "examples", file), "utf8").replaceAll("OWNER", "acme");
}

/** What GitHub answers, by path below the repository. */
export const REPOSITORY: Record<string, Reply> = {
  "": ok({ private: true, archived: false, default_branch: "main", permissions: { push: true } }),
  "/actions/workflows/postmortem.yml": ok({ state: "active" }),
  "/contents/.github/postmortem.yml": ok(base64("otherwise: draft")),
  "/contents/.github/workflows/postmortem.yml": ok(base64(workflow("postmortem.yml"))),
  "/actions/workflows/postmortem-schedule.yml": ok({ state: "active" }),
  "/contents/.github/workflows/postmortem-schedule.yml": ok(base64(workflow("postmortem-schedule.yml"))),
  "/contents/.github/workflows": ok([
    { name: "postmortem.yml", type: "file" },
    { name: "postmortem-schedule.yml", type: "file" },
  ]),
  "/repos/acme/postmortem-bridge/contents/action.yml": ok(
    base64(readFileSync(join(ROOT, "action.yml"), "utf8")),
  ),
  "/actions/secrets": ok({ secrets: [{ name: "DEVIN_API_KEY" }, { name: "PAGERDUTY_TOKEN" }] }),
  "/rules/branches/main": ok([{ type: "pull_request" }]),
  "/branches/main": ok({ protected: false }),
  "/actions/permissions": ok({ enabled: true, allowed_actions: "all" }),
  "/contents/docs/postmortems": ok([]),
  "/dispatches": { status: 204 },
};

/** The shipped function, ready; `apiUrl` is GitHub's. */
export function startEndpoint(
  apiUrl = "http://127.0.0.1:9",
  env: Environment = {},
): Promise<RunningFunction> {
  return startFunction({
    env: {
      PAGERDUTY_WEBHOOK_SECRET: KEYS.signing,
      WEBHOOK_SECRET: KEYS.shared,
      GITHUB_REPOSITORY: "acme/docs",
      GITHUB_TOKEN: KEYS.github,
      GITHUB_API_URL: apiUrl,
      ...env,
    },
  });
}

/** Three services on which everything is as it should be, and the environment that leads to them. */
export async function healthy(endpoint: RunningFunction, repository: Record<string, Reply> = {}) {
  const answers = { ...REPOSITORY, ...repository };
  const github = await startService(({ url, headers }) => {
    if (headers["authorization"] !== `Bearer ${KEYS.github}`)
      return { status: 401, body: { message: "Bad credentials" } };
    return answers[url.pathname.replace("/repos/acme/docs", "")] ?? missing;
  });
  const pagerDuty = await startPagerDuty({
    tokens: [{ token: KEYS.pagerDuty, kind: "token" }],
    incidents: [],
    services: { PORDSVC: "orders-service" },
    teams: { PTEAM01: "Platform" },
    types: {
      major_default: "incident_default",
      security_default: "incident_default",
      outage: "major_default",
    },
  });
  const devin = await startDevin({
    orgId: ORGANIZATION,
    apiKeys: [{ key: KEYS.devin, orgId: ORGANIZATION, permissions: ["ViewOrgSessions"] }],
  });
  for (const { close } of [github, pagerDuty, devin]) onTestFinished(close);
  const env: Environment = {
    BRIDGE_URL: `${endpoint.url}/api/pagerduty`,
    PAGERDUTY_WEBHOOK_SECRET: KEYS.signing,
    WEBHOOK_SECRET: KEYS.shared,
    PAGERDUTY_TOKEN: KEYS.pagerDuty,
    PAGERDUTY_API_URL: pagerDuty.url,
    GITHUB_REPOSITORY: "acme/docs",
    GITHUB_TOKEN: KEYS.github,
    GITHUB_API_URL: github.url,
    DEVIN_API_KEY: KEYS.devin,
    DEVIN_API_URL: devin.url,
  };
  const subscription = (given: Partial<Parameters<typeof pagerDuty.subscriptions.add>[0]> = {}) =>
    pagerDuty.subscriptions.add({
      url: `${endpoint.url}/pagerduty-resolved`,
      secret: KEYS.signing,
      filter: { type: "service_reference", id: "PORDSVC" },
      headers: { "X-Webhook-Secret": KEYS.shared },
      ...given,
    });
  return { github, pagerDuty, devin, env, subscription };
}
