/** docs/setup.md, step by step, with one thing done wrong at a time: who says it, or that nobody can. */

import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommand } from "../../cli/command.ts";
import { verdictOf } from "../../cli/doctor/finding.ts";
import { examine } from "../../cli/doctor/run-checks.ts";
import { send } from "../../cli/send.ts";
import { subscribe } from "../../cli/subscribe.ts";
import type { Terminal } from "../../cli/terminal.ts";
import { startDevin } from "../../sandbox/devin/server.ts";
import { startPagerDuty } from "../../sandbox/pagerduty/server.ts";
import type { Reply } from "../../sandbox/service.ts";
import { createDispatch } from "../../src/function/dispatch.ts";
import { readEnvironment } from "../../src/function/environment.ts";
import { createReceiver } from "../../src/function/handler.ts";
import type { Clock, Fetch } from "../../src/lib/http.ts";
import { parseInputs } from "../../src/settings/inputs.ts";
import { base64, KEYS, missing, ORGANIZATION, ok, REPOSITORY, workflow } from "../cli/services.ts";
import { table } from "./page.ts";

const SITE = "https://postmortem-bridge.vercel.app";
const ENDPOINT = `${SITE}/api/pagerduty`;
const OTHER_ACCOUNT = "another-accounts-token-0123";
const STARTS_NOTHING = "cog_starts_nothing0123456789";

let pagerDuty: Awaited<ReturnType<typeof startPagerDuty>>;
let otherAccount: typeof pagerDuty;
let devin: Awaited<ReturnType<typeof startDevin>>;

beforeAll(async () => {
  const account = { incidents: [], services: { PORDSVC: "orders-service" } };
  pagerDuty = await startPagerDuty({ ...account, tokens: [{ token: KEYS.pagerDuty, kind: "token" }] });
  otherAccount = await startPagerDuty({ ...account, tokens: [{ token: OTHER_ACCOUNT, kind: "token" }] });
  const keys = [KEYS.devin, STARTS_NOTHING].map((key) => ({
    key,
    orgId: ORGANIZATION,
    permissions: key === KEYS.devin ? ["ViewOrgSessions", "ManageOrgSessions"] : ["ViewOrgSessions"],
  }));
  devin = await startDevin({ orgId: ORGANIZATION, apiKeys: keys });
});

afterAll(() => Promise.all([pagerDuty, otherAccount, devin].map(({ close }) => close())));

type Variables = Record<string, string>;
type Subscription = Parameters<typeof pagerDuty.subscriptions.add>[0];

/** What somebody did otherwise than the page says. */
type Mistake = {
  /** Variables of the function; an empty one is not set. */
  deployed?: Variables;
  /** Variables of the operator's terminal. */
  here?: Variables;
  /** What GitHub answers, by path below the docs repository. */
  github?: Record<string, Reply>;
  /** The subscriptions in place of the right one. */
  subscriptions?: Partial<Subscription>[];
  /** What is in front of the endpoint. */
  inFront?: Response;
  /** What PagerDuty or Devin answer in place of the truth, by a part of the address. */
  answers?: Record<string, Response>;
};

const DEPLOYED: Variables = {
  PAGERDUTY_WEBHOOK_SECRET: KEYS.signing,
  GITHUB_REPOSITORY: "acme/docs",
  GITHUB_TOKEN: KEYS.github,
};

/** The world after the page was followed, but for the mistake: a terminal in it. */
function walk({
  deployed,
  here,
  github,
  subscriptions = [{}],
  inFront,
  answers = {},
}: Mistake): Terminal & { lines: string[] } {
  const clock: Clock = { now: Date.now, sleep: () => Promise.resolve() };
  const shown = { ...REPOSITORY, ...github };
  const askGitHub = (url: URL, headers: Headers): Response => {
    if (headers.get("authorization") !== `Bearer ${KEYS.github}`)
      return json(401, { message: "Bad credentials" });
    const { status = 200, body } = shown[url.pathname.replace("/repos/acme/docs", "")] ?? missing;
    return json(status, body);
  };
  const fetch: Fetch = async (address, init) => {
    const url = new URL(address);
    const [, instead] = Object.entries(answers).find(([part]) => address.includes(part)) ?? [];
    if (instead) return instead.clone();
    if (url.origin === "https://api.github.com") return askGitHub(url, new Headers(init.headers));
    if (url.origin === SITE) return inFront?.clone() ?? (await receive(new Request(url, init)));
    return await globalThis.fetch(address, init);
  };
  const environment = readEnvironment({ ...DEPLOYED, ...deployed });
  const dispatch =
    environment.settings && createDispatch({ fetch, clock, github: environment.settings.github });
  const receive = createReceiver({ environment, dispatch, clock, log: () => undefined });
  pagerDuty.subscriptions.all.length = 0;
  for (const given of subscriptions)
    pagerDuty.subscriptions.add({
      url: ENDPOINT,
      secret: KEYS.signing,
      filter: { type: "service_reference", id: "PORDSVC" },
      ...given,
    });
  const lines: string[] = [];
  return {
    lines,
    fetch,
    clock,
    folder: ".",
    env: {
      ...DEPLOYED,
      BRIDGE_URL: ENDPOINT,
      PAGERDUTY_TOKEN: KEYS.pagerDuty,
      PAGERDUTY_API_URL: pagerDuty.url,
      DEVIN_API_KEY: KEYS.devin,
      DEVIN_API_URL: devin.url,
      ...here,
    },
    print: (text) => lines.push(text),
    printError: (text) => lines.push(text),
    setStatus: (status) => lines.push(`exit ${status}`),
  };
}

function json(status: number, body: unknown): Response {
  return status === 204 ? new Response(null, { status }) : Response.json(body ?? null, { status });
}

/** All that the doctor finds wrong, as `level part check: what; what to do`. */
async function doctorSays(terminal: Terminal): Promise<string[]> {
  const findings = await examine(terminal, terminal.env, {
    address: new URL(String(terminal.env["BRIDGE_URL"])),
    isToPing: false,
    isToDispatch: false,
  });
  return findings
    .filter(({ level }) => level !== "pass")
    .map(({ part, check, level, says, remedy }) => `${level} ${part} ${check}: ${says}; ${remedy}`);
}

const FILE = "/contents/.github/workflows/postmortem.yml";
const FOLDER = "/contents/.github/workflows";
const SCHEDULE = "/contents/.github/workflows/postmortem-schedule.yml";
const CONFIG = "/contents/.github/postmortem.yml";
const file = (text: string) => ok(base64(text));
const files = (...names: string[]) => ok(names.map((name) => ({ name, type: "file" })));
const intake = (from: string, to: string) => ({
  [FILE]: file(workflow("postmortem.yml").replaceAll(from, to)),
});
const rules = (text: string) => ({ [CONFIG]: file(text) });
const other = { url: "https://other.vercel.app/api/pagerduty" };

test("who follows the page hears nothing of the doctor but what only a session proves", async () => {
  expect(await doctorSays(walk({}))).toEqual([expect.stringMatching(/^skip Devin ManageOrgSessions: /)]);
});

test.for<[step: string, mistake: Mistake, said: RegExp]>([
  [
    "1: the tag was not pushed",
    {
      github: {
        "/repos/acme/postmortem-bridge/contents/action.yml": missing,
        "/repos/acme/postmortem-bridge": ok({}),
      },
    },
    /^fail GitHub uses: .* has no v1/,
  ],
  [
    "1: the copy is private and out of sight",
    { github: { "/repos/acme/postmortem-bridge/contents/action.yml": missing } },
    /^skip GitHub uses: .*Actions → Access/,
  ],
  [
    "2: a workflow in another folder or on another branch",
    { github: { [FILE]: missing, [FOLDER]: files("postmortem-schedule.yml") } },
    /^fail GitHub workflow: .* on the default branch/,
  ],
  [
    "2: the second workflow forgotten",
    { github: { [SCHEDULE]: missing, [FOLDER]: files("postmortem.yml") } },
    /^fail GitHub schedule workflow: .*no \.github.*schedule\.yml/,
  ],
  [
    "2: OWNER left in it",
    { github: intake("acme/postmortem", "OWNER/postmortem") },
    /^fail GitHub workflow: .*OWNER was not replaced/,
  ],
  [
    "2: uses: ./",
    { github: intake("acme/postmortem-bridge@v1", "./") },
    /^fail GitHub workflow: .*not in the docs repository/,
  ],
  [
    "2: a tab in the file",
    { github: intake("    runs-on:", "\truns-on:") },
    /^fail GitHub workflow: .*is not YAML/,
  ],
  [
    "2: an event deleted",
    { github: intake("  repository_dispatch:", "  issues:") },
    /^fail GitHub workflow: .*repository_dispatch/,
  ],
  [
    "2: the secret not passed on",
    { github: intake("devin-api-key:", "devin-key:") },
    /^fail GitHub workflow: .*devin-api-key/,
  ],
  [
    "2: a job deleted",
    { github: { [FILE]: file(workflow("postmortem.yml").split("\n  check:")[0] ?? "") } },
    /^warn GitHub workflow: .*has no job check/,
  ],
  [
    "2: a secret of another name passed on",
    { github: intake("secrets.DEVIN_API_KEY", "secrets.DEVIN_KEY") },
    /^warn GitHub workflow: .*the job draft gives devin-api-key another value/,
  ],
  [
    "2: every run a dry run",
    { github: intake("inputs.dry-run || false", "true") },
    /^warn GitHub workflow: .*gives dry-run another value/,
  ],
  [
    "2: a job that never starts",
    { github: intake("github.event_name != 'pull_request'", "false") },
    /^warn GitHub workflow: .*the job draft has another condition/,
  ],
  [
    "2: failures that are hidden",
    { github: intake("timeout-minutes: 30", "continue-on-error: true") },
    /^fail GitHub workflow: .*green whatever failed/,
  ],
  [
    "2: a configuration of another name in the workflow",
    {
      github: intake(
        "        with:\n          devin-",
        "        with:\n          config: x.yml\n          devin-",
      ),
    },
    /^warn GitHub workflow: .*not looked at here/,
  ],
  [
    "2: a former copy of the workflow beside it",
    { github: { [FOLDER]: files("postmortem.yml", "postmortem-schedule.yml", "old-postmortem.yml") } },
    /^warn GitHub workflow: .*old-postmortem\.yml too/,
  ],
  [
    "2: a permission deleted",
    { github: intake("      pull-requests: read", "     ") },
    /^fail GitHub workflow: .*lacks pull-requests: read/,
  ],
  [
    "2: the checkout deleted",
    { github: intake("actions/checkout@", "actions/cache@") },
    /^fail GitHub workflow: .*does not check out/,
  ],
  [
    "2: another default branch",
    { github: { [SCHEDULE]: file(workflow("postmortem-schedule.yml").replace("[main]", "[trunk]")) } },
    /^warn GitHub schedule workflow: .*trunk/,
  ],
  [
    "2: the workflow switched off",
    { github: { "/actions/workflows/postmortem.yml": ok({ state: "disabled_inactivity" }) } },
    /^fail GitHub workflow: .*disabled inactivity; Enable it/,
  ],
  [
    "2: Actions switched off",
    { github: { "/actions/permissions": ok({ enabled: false }) } },
    /^fail GitHub Actions: /,
  ],
  [
    "2: the configuration under another name",
    { github: { [CONFIG]: missing, "/contents/.github": files("postmortems.yml") } },
    /^fail GitHub configuration: .*postmortems\.yml is not read/,
  ],
  [
    "2: the configuration at the root",
    { github: { [CONFIG]: missing, "/contents": files("postmortem.yml") } },
    /^fail GitHub configuration: postmortem\.yml is not read/,
  ],
  [
    "2: an unknown key",
    { github: rules("directroy: reviews") },
    /^fail GitHub configuration: .*did you mean directory/,
  ],
  [
    "2: a template that is not there",
    { github: rules("template: .github/severe.md") },
    /^fail GitHub template: .*is not there/,
  ],
  [
    "2: a directory beside the one that is there",
    {
      github: {
        ...rules("directory: docs/postmortem"),
        "/contents/docs": ok([{ name: "postmortems", type: "dir" }]),
      },
    },
    /^warn GitHub directory: .*docs\/postmortems is/,
  ],
  [
    "2: a priority that the account does not have",
    { github: rules("rules: [{ when: { priority: SEV-1 }, do: skip }]") },
    /^fail PagerDuty names: .*SEV-1/,
  ],
  [
    "2: a service that the account does not have",
    { github: rules("rules: [{ when: { service: ordres-service }, do: skip }]") },
    /^fail PagerDuty names: .*; Write orders-service/,
  ],
  [
    "2: no branch rule",
    { github: { "/rules/branches/main": ok([]) } },
    /^warn GitHub branch rule: main has no rule/,
  ],
  [
    "2: a public repository",
    { github: { "": ok({ private: false, default_branch: "main", permissions: { push: true } }) } },
    /^fail GitHub private: /,
  ],
  [
    "3: Devin's GitHub App not on the docs repository",
    { answers: { "/repositories?": json(200, { items: [] }) } },
    /^fail Devin repositories: .*does not reach acme\/docs/,
  ],
  [
    "3: a role without ViewOrgSessions",
    { answers: { "/sessions?": json(403, { detail: "Forbidden" }) } },
    /^fail Devin ViewOrgSessions: .*403.*a role/,
  ],
  [
    "3: an organization's id that is another's",
    { here: { DEVIN_ORG_ID: "org-another0123456789" } },
    /^fail Devin organization: .*belongs to/,
  ],
  [
    "3: a key of the older API",
    { here: { DEVIN_API_KEY: "apk_user_0123456789" } },
    /^fail Devin settings: .*older API/,
  ],
  [
    "3: a key that was revoked",
    { here: { DEVIN_API_KEY: "cog_revoked0123456789" } },
    /^fail Devin key: .*401.*Make a new key/,
  ],
  [
    "3: a person's key",
    { answers: { "/v3/self": json(200, { principal_type: "user", org_id: ORGANIZATION }) } },
    /^warn Devin key: belongs to user/,
  ],
  [
    "3: the secrets not stored",
    { github: { "/actions/secrets": ok({ secrets: [] }) } },
    /^fail GitHub secrets: .*no secret DEVIN_API_KEY/,
  ],
  [
    "3: a key of GitHub's in PagerDuty's place",
    { here: { PAGERDUTY_TOKEN: "ghp_0123456789" } },
    /^fail PagerDuty settings: .*GitHub's/,
  ],
  [
    "3: a token of another account",
    { here: { PAGERDUTY_TOKEN: OTHER_ACCOUNT, PAGERDUTY_API_URL: "OTHER" } },
    /^fail PagerDuty subscription: none of the 0/,
  ],
  [
    "3: an EU account asked at the US host",
    { here: { PAGERDUTY_TOKEN: "the-eu-accounts-token-01" } },
    /^fail PagerDuty token: .*401.*api\.eu\.pagerduty\.com/,
  ],
  [
    "3: an OAuth token without PAGERDUTY_AUTH",
    { here: { PAGERDUTY_TOKEN: "pdus+_0XBPWQQ_0123456789" } },
    /^fail PagerDuty token: .*bearer for an OAuth token/,
  ],
  ["4: a token for another repository", { github: { "": missing } }, /^fail GitHub repository: .*404/],
  [
    "4: a token that waits for the organization",
    { github: { "": { status: 403, body: { message: "Resource not accessible" } } } },
    /^fail GitHub repository: .*approve/,
  ],
  [
    "4: a token that may only read",
    { github: { "": ok({ private: true, default_branch: "main", permissions: { push: false } }) } },
    /^fail GitHub contents: .*may not push/,
  ],
  [
    "4: a token that has expired",
    { here: { GITHUB_TOKEN: "github_pat_expired0123456789" } },
    /^fail GitHub credential: .*has expired/,
  ],
  [
    "4: an App's id without its key",
    { deployed: { GITHUB_APP_ID: "4711" } },
    /^fail Endpoint health: .*GITHUB_APP_PRIVATE_KEY is missing/,
  ],
  ["5: no subscription", { subscriptions: [] }, /^fail PagerDuty subscription: none .*npm run subscribe/],
  [
    "5: a subscription for another address",
    { subscriptions: [other] },
    /^fail PagerDuty subscription: none of the 1/,
  ],
  [
    "5: for the page's address",
    { subscriptions: [{ url: SITE }] },
    /^fail PagerDuty subscription: none of the 1/,
  ],
  [
    "5: for a service that is gone",
    { subscriptions: [{ filter: { type: "service_reference", id: "POTHER1" } }] },
    /^warn PagerDuty subscription: .*does not see/,
  ],
  [
    "5: for a service that the function filters out",
    { deployed: { INCIDENT_SERVICES: "checkout" } },
    /^fail PagerDuty subscription: .*\(orders-service\), of which INCIDENT_SERVICES/,
  ],
  [
    "5: without incident.resolved",
    { subscriptions: [{ events: ["incident.triggered"] }] },
    /^fail PagerDuty events: .*does not subscribe/,
  ],
  [
    "5: without another event that the function forwards",
    { deployed: { INCIDENT_EVENTS: "incident.resolved,incident.reopened" } },
    /^warn PagerDuty events: .*incident\.reopened/,
  ],
  [
    "5: a second one for the whole account",
    { subscriptions: [{}, { filter: { type: "account_reference" } }] },
    /^warn PagerDuty subscription: 2 deliver .*overlap/,
  ],
  [
    "5: a second one, with a secret of its own",
    { subscriptions: [{}, { filter: { type: "team_reference", id: "PTEAM01" } }] },
    /^skip PagerDuty secrets: 2 deliver/,
  ],
  ["5: switched off", { subscriptions: [{ active: false }] }, /^fail PagerDuty subscription: .*switched off/],
  [
    "5: disabled after refusals",
    { subscriptions: [{ temporarilyDisabled: true }] },
    /^fail PagerDuty subscription: .*disabled for a day/,
  ],
  [
    "5: without the custom header",
    { deployed: { WEBHOOK_SECRET: KEYS.shared }, here: { WEBHOOK_SECRET: KEYS.shared } },
    /^fail PagerDuty subscription: .*sends no X-Webhook-Secret/,
  ],
  [
    "6: a variable forgotten, or set for Preview only",
    { deployed: { GITHUB_TOKEN: "" } },
    /^fail Endpoint health: .*GITHUB_TOKEN is missing/,
  ],
  [
    "6: the secret with its quotation marks",
    { deployed: { PAGERDUTY_WEBHOOK_SECRET: `"${KEYS.signing}"` } },
    /^fail Endpoint health: .*in quotation marks/,
  ],
  [
    "6: the secret with an escaped line break",
    { deployed: { PAGERDUTY_WEBHOOK_SECRET: `${KEYS.signing}\\n` } },
    /^fail Endpoint health: .*escaped line break/,
  ],
  [
    "6: another secret, or no deployment since",
    { deployed: { PAGERDUTY_WEBHOOK_SECRET: "another-secret-0123456789" } },
    /^fail Endpoint signed ping: .*401.*deploy again/,
  ],
  [
    "6: the repository's address in place of its name",
    { deployed: { GITHUB_REPOSITORY: "https://github.com/acme/docs" } },
    /^fail Endpoint health: .*write acme\/docs/,
  ],
  [
    "6: a variable's name mistyped",
    { deployed: { INCIDENT_PRIORITY: "P1" } },
    /^fail Endpoint health: .*INCIDENT_PRIORITIES/,
  ],
  [
    "6: a filter for a priority that nobody has",
    { deployed: { INCIDENT_PRIORITIES: "SEV-1" } },
    /^fail PagerDuty names: .*ignores every incident/,
  ],
  [
    "6: events without the resolve",
    { deployed: { INCIDENT_EVENTS: "incident.acknowledged" } },
    /^warn Endpoint events: .*not forwarded/,
  ],
  [
    "6: an Enterprise Server's address without its path",
    { deployed: { GITHUB_API_URL: "https://ghe.example.com" } },
    /^fail Endpoint health: .*\/api\/v3/,
  ],
  [
    "6: Deployment Protection on",
    { inFront: new Response("<html>", { status: 401 }) },
    /^fail Endpoint health: .*Deployment Protection/,
  ],
  [
    "6: the project made from another repository",
    { inFront: new Response("<html>", { status: 404 }) },
    /^fail Endpoint health: .*404/,
  ],
  [
    "6: an address that redirects",
    { inFront: new Response(null, { status: 308, headers: { location: SITE } }) },
    /^fail Endpoint health: .*does not follow/,
  ],
  [
    "6: a deployment of an older version",
    {
      inFront: json(200, {
        status: "ok",
        version: "0.9.0",
        settings: { PAGERDUTY_WEBHOOK_SECRET: true },
        events: ["incident.resolved"],
        problems: [],
      }),
    },
    /^warn Endpoint health: ready, version 0\.9\.0/,
  ],
])("the doctor says of step %s", async ([, mistake, said]) => {
  const { here = {} } = mistake;
  // The other account's address is known when it runs.
  const elsewhere = here["PAGERDUTY_API_URL"] === "OTHER" ? { PAGERDUTY_API_URL: otherAccount.url } : {};
  const all = await doctorSays(walk({ ...mistake, here: { ...here, ...elsewhere } }));
  expect(all.join("\n")).toMatch(new RegExp(said.source, "m"));
});

test.for<[string, typeof send | typeof subscribe, string[], Mistake, RegExp]>([
  [
    "7: the function's token is another than the one here, and has expired",
    send,
    ["--sample"],
    { deployed: { GITHUB_TOKEN: "github_pat_expired0123456789" } },
    /503 .*has expired/,
  ],
  [
    "7: the function's repository is another one, which its token does not see",
    send,
    ["--sample"],
    { deployed: { GITHUB_REPOSITORY: "acme/dosc" } },
    /503 .*Check GITHUB_REPOSITORY/,
  ],
  [
    "7: the secret here is another one",
    send,
    ["--sample"],
    { here: { PAGERDUTY_WEBHOOK_SECRET: "another-secret-0123456789" } },
    /401 .*unauthorized/,
  ],
  ["7: no secret here", send, ["--sample"], { here: { PAGERDUTY_WEBHOOK_SECRET: "" } }, /are not set/],
  ["5: the page's address", subscribe, ["--url", SITE, "--service", "PORDSVC"], {}, /the endpoint is at/],
  [
    "5: the service's name in place of its id",
    subscribe,
    ["--url", ENDPOINT, "--service", "orders-service"],
    {},
    /it takes the id at the end/,
  ],
  [
    "5: an event's type that PagerDuty does not have",
    subscribe,
    ["--url", ENDPOINT, "--service", "PORDSVC", "--events", "incident.closed"],
    {},
    /it takes some of/,
  ],
  ["5: a second time", subscribe, ["--url", ENDPOINT, "--service", "PORDSVC"], {}, /is subscribed already/],
  [
    "5: a token that may not subscribe",
    subscribe,
    ["--url", ENDPOINT, "--service", "PORDSVC"],
    { subscriptions: [], answers: { webhook_subscriptions: json(403, { error: { message: "Forbidden" } }) } },
    /Forbidden/,
  ],
])("the command says of step %s", async ([, command, args, mistake, said]) => {
  const terminal = walk(mistake);
  const where = args.includes("--url") ? args : ["--url", ENDPOINT, ...args];
  await runCommand(command(terminal), where, terminal);
  expect(terminal.lines.join("\n")).toMatch(said);
  expect(terminal.lines).not.toContain("exit 0");
});

test("the run says that a secret is missing, or was stored in another's place", () => {
  const { problems } = parseInputs({
    job: "draft",
    "devin-api-key": "ghp_0123456789",
    "pagerduty-auth": "basic",
  });
  expect(problems).toEqual([
    expect.stringMatching(/^devin-api-key .*GitHub's/),
    expect.stringMatching(/^pagerduty-auth /),
  ]);
});

/** What stays green here, though it is wrong; the page says how to see it. */
const GREEN: Record<string, Mistake> = {
  "The service user may not start sessions": { here: { DEVIN_API_KEY: STARTS_NOTHING } },
  "The docs repository's secrets are others than the keys that you checked": {},
  "The token of PagerDuty loses sight of resolved incidents": {},
  "The webhook is for another service of yours": {
    subscriptions: [{ filter: { type: "account_reference" } }],
  },
  "The signing secret is another webhook's, in Vercel and here alike": {
    subscriptions: [{ secret: "another-webhooks-secret-01" }],
  },
  "The function has another repository, which its credential reaches": {},
  "Actions are off, and the credential has no Administration: read": {
    github: { "/actions/permissions": { status: 403, body: { message: "Resource not accessible" } } },
  },
  "The copy is private and does not let the docs repository use it": {
    github: { "/repos/acme/postmortem-bridge/contents/action.yml": missing },
  },
  "A rule keeps Devin from pushing a branch or opening a pull request": {
    github: { "/rules/branches/main": ok([{ type: "pull_request" }, { type: "creation" }]) },
  },
  "A job waits for an environment's approval, or for a runner that nobody has": {
    github: intake("runs-on: ubuntu-latest", "environment: production\n    runs-on: ubuntu-lastest"),
  },
  "A list of allowed IP addresses keeps the runners out": {},
  "telemetry names an MCP that Devin does not have": { github: rules("telemetry: [grafana]") },
  "Check is no required check": {},
};

test.for(Object.entries(GREEN))("nobody says: %s", async ([, mistake]) => {
  const terminal = walk(mistake);
  const findings = await examine(terminal, terminal.env, {
    address: new URL(ENDPOINT),
    isToPing: false,
    isToDispatch: false,
  });
  expect(verdictOf(findings)).toBe("pass");
});

test("what stays green stands on the page, with how to see it", () => {
  expect(table("docs/setup.md", "What stays green").map(([wrong]) => wrong)).toEqual(Object.keys(GREEN));
});
