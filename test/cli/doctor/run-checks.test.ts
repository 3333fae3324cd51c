/** What the doctor finds, branch by branch, against the sandbox's services and a picture of a repository. */

import { generateKeyPairSync } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { type Finding, verdictOf } from "../../../cli/doctor/finding.ts";
import { type CheckupOptions, examine } from "../../../cli/doctor/run-checks.ts";
import type { RunningFunction } from "../../../sandbox/function/process.ts";
import { startGitHub } from "../../../sandbox/github/server.ts";
import { type Reply, startService } from "../../../sandbox/service.ts";
import type { Environment } from "../command.ts";
import { base64, healthy, KEYS, missing, ok, startEndpoint, workflow } from "../services.ts";

let endpoint: RunningFunction;

beforeAll(async () => {
  endpoint = await startEndpoint();
});

afterAll(() => endpoint.close());

function doctor(env: Environment, options: Partial<CheckupOptions> = {}): Promise<Finding[]> {
  const clock = { now: Date.now, sleep: (ms: number) => sleep(ms) };
  const address = env["BRIDGE_URL"] ? new URL(env["BRIDGE_URL"]) : null;
  return examine({ fetch, clock }, env, { address, isToPing: false, isToDispatch: false, ...options });
}

/** The findings about one thing, without what they are about. */
function about(findings: Finding[], part: string, check: string) {
  return findings
    .filter((finding) => finding.part === part && finding.check === check)
    .map(({ level, says, remedy }) => ({ level, says, remedy }));
}

describe("what is not set", () => {
  test("is skipped, with what to set", async () => {
    const findings = await doctor({});
    expect(verdictOf(findings)).toBe("fail");
    expect(findings.map(({ part, check, level }) => [part, check, level])).toEqual([
      ["Endpoint", "health", "skip"],
      ["PagerDuty", "token", "skip"],
      ["GitHub", "credential", "skip"],
      ["Devin", "key", "skip"],
      ["Doctor", "settings", "fail"],
    ]);
    for (const { remedy } of findings) expect(remedy).toMatch(/^(Set|Give|Begin) /);
  });

  test.for([
    [{ DEVIN_API_KEY: "apk_user_0123456789" }, "Devin", /^DEVIN_API_KEY is a key of Devin's older API/],
    [
      { DEVIN_API_KEY: "cog_0123456789", DEVIN_ORG_ID: "acme" },
      "Devin",
      /^DEVIN_ORG_ID is not an organization's/,
    ],
    [{ GITHUB_TOKEN: KEYS.github }, "GitHub", /^GITHUB_REPOSITORY is missing/],
    [
      { GITHUB_TOKEN: KEYS.github, GITHUB_REPOSITORY: "docs" },
      "GitHub",
      /^GITHUB_REPOSITORY is not owner\/name/,
    ],
    [{ GITHUB_APP_ID: "1", GITHUB_REPOSITORY: "acme/docs" }, "GitHub", /^GITHUB_APP_PRIVATE_KEY is missing/],
    [{ PAGERDUTY_TOKEN: "two words" }, "PagerDuty", /^PAGERDUTY_TOKEN holds spaces/],
    [
      { PAGERDUTY_TOKEN: "x", PAGERDUTY_API_URL: "nowhere" },
      "PagerDuty",
      /^PAGERDUTY_API_URL is not an address/,
    ],
    [{ PAGERDUTY_WEBHOOK_SECRET: "," }, "Endpoint", /^PAGERDUTY_WEBHOOK_SECRET holds commas but no secret/],
  ] as const)("fails where it is set to what cannot be: %j", async ([env, part, says]) => {
    const findings = await doctor(env);
    expect(verdictOf(findings)).toBe("fail");
    expect(about(findings, part, "settings")).toEqual([
      { level: "fail", says: expect.stringMatching(says), remedy: expect.stringMatching(/\.$/) },
    ]);
  });
});
test("one service that is down hides nothing of the others", async () => {
  const { env, subscription } = await healthy(endpoint);
  subscription();
  const gone = "http://127.0.0.1:9";
  const failing = async (changes: Environment) => {
    const findings = await doctor({ ...env, ...changes });
    return findings.filter(({ level }) => level === "fail").map(({ part, check }) => `${part} ${check}`);
  };
  expect(await failing({ DEVIN_API_URL: gone })).toEqual(["Devin key"]);
  expect(await failing({ GITHUB_API_URL: gone })).toEqual(["GitHub repository"]);
  expect(await failing({ PAGERDUTY_API_URL: gone })).toEqual(["PagerDuty token"]);
  const elsewhere = await failing({ BRIDGE_URL: `${gone}/api/pagerduty` });
  expect(elsewhere).toEqual(["Endpoint health", "PagerDuty subscription"]);
});
describe("Devin", () => {
  test.for([
    ["a failure of its own", { path: /self/, status: 500 }, "key", "fail", /answered 500/, /DEVIN_API_URL/],
    [
      "a key of several organizations",
      { path: /self/, status: 200, body: { principal_type: "service_user", org_id: null } },
      "organization",
      "fail",
      /DEVIN_ORG_ID is not set/,
      /Set DEVIN_ORG_ID/,
    ],
    [
      "an unknown organization",
      { path: /sessions/, status: 404 },
      "ViewOrgSessions",
      "fail",
      /404/,
      /DEVIN_ORG_ID/,
    ],
  ] as const)("%s", async ([, fault, check, level, says, remedy]) => {
    const { env, devin } = await healthy(endpoint);
    devin.fail({ do: "status", ...fault });
    expect(about(await doctor(env), "Devin", check)).toEqual([
      { level, says: expect.stringMatching(says), remedy: expect.stringMatching(remedy) },
    ]);
  });

  test.for([
    ["the docs repository, and others that the configuration names", {}, ["pass", "fail"]],
    ["a list that it does not show", { do: "status", status: 403 }, ["skip", "skip"]],
  ] as const)("%s", async ([, fault, levels]) => {
    const config = { "/contents/.github/postmortem.yml": ok(base64("devin: { repos: [acme/orders] }")) };
    const { env, devin } = await healthy(endpoint, config);
    if ("do" in fault) devin.fail({ path: /repositories/, times: 2, ...fault });
    const findings = about(await doctor(env), "Devin", "repositories");
    expect(findings.map(({ level }) => level)).toEqual(levels);
    expect(findings[1]?.says).toContain("acme/orders");
  });

  test.for([
    [["org-one"], "pass", "org-one"],
    [["org-one", "org-two"], "fail", "it may be org-one, org-two"],
  ] as const)("a key of an enterprise with the organizations %j", async ([ids, level, says]) => {
    const { env, devin } = await healthy(endpoint);
    const answers = (body: object) => ({ do: "status", status: 200, body }) as const;
    devin.fail({ path: /self/, ...answers({ principal_type: "service_user", org_id: null }) });
    devin.fail({ path: /enterprise/, ...answers({ items: ids.map((org_id) => ({ org_id })) }) });
    expect(about(await doctor(env), "Devin", "organization")).toMatchObject([
      { level, says: expect.stringContaining(says) },
    ]);
  });
});

describe("GitHub", () => {
  const repository = (changes: object) => ({ "": ok({ private: true, default_branch: "main", ...changes }) });
  const ACTIONS = "/actions/workflows/postmortem.yml";
  const FILE = "/contents/.github/workflows/postmortem.yml";
  const CONFIG = "/contents/.github/postmortem.yml";
  const forbidden: Reply = {
    status: 403,
    body: { message: "Resource not accessible by personal access token" },
  };
  const PATH = ".github/workflows/postmortem.yml";
  const WORKFLOW_FOLDER = "/contents/.github/workflows";
  const COPY = "/repos/acme/postmortem-bridge";
  const ACTION = `${COPY}/contents/action.yml`;
  const SECRETS = "/actions/secrets";
  const RULES = "/rules/branches/main";
  const BRANCH = "/branches/main";
  const POLICY = "/actions/permissions";
  const SHARED = "/actions/organization-secrets";
  const folder = (...names: string[]) => ok(names.map((name) => ({ name, type: "file" })));
  const PUBLIC = repository({ private: false });

  test.for([
    ["a repository that has moved", { "": { status: 301 } }, "repository", "fail", /301/],
    ["an archived one", repository({ archived: true }), "repository", "fail", /archived/],
    ["no word about pushing", repository({}), "contents", "skip", /does not report/],
    [
      "no Actions: read",
      { [ACTIONS]: forbidden },
      "workflow",
      "warn",
      /is on the default branch; .*403, Resource/,
    ],
    [
      "nothing to be read",
      { [ACTIONS]: forbidden, [FILE]: forbidden },
      "workflow",
      "warn",
      /could not be looked/,
    ],
    [
      "a public repository that may be",
      { ...PUBLIC, [CONFIG]: ok(base64("allow-public: true")) },
      "private",
      "pass",
      /allows that/,
    ],
    [
      "a workflow that GitHub cannot parse",
      { [ACTIONS]: ok({ state: "active", name: PATH, path: PATH }) },
      "workflow",
      "fail",
      /GitHub cannot parse \.github/,
    ],
    [
      "a branch that is protected the older way",
      { [RULES]: missing, [BRANCH]: ok({ protected: true }) },
      "branch rule",
      "pass",
      /main is protected/,
    ],
    ["rules out of sight", { [RULES]: forbidden, [BRANCH]: forbidden }, "branch rule", "skip", /403/],
    [
      "some actions alone",
      { [POLICY]: ok({ enabled: true, allowed_actions: "local_only" }) },
      "Actions",
      "warn",
      /only some actions may run \(local only\)/,
    ],
    ["Actions out of sight", { [POLICY]: forbidden }, "Actions", "skip", /takes Administration: read/],
    [
      "a directory that is not there yet",
      { [CONFIG]: ok(base64("directory: reviews")) },
      "directory",
      "pass",
      /the first draft makes it/,
    ],
    [
      "a directory that is a file",
      { "/contents/docs/postmortems": ok({ type: "file" }) },
      "directory",
      "fail",
      /is a file/,
    ],
    [
      "another ending",
      {
        [FILE]: missing,
        [FILE.replace(".yml", ".yaml")]: ok(base64(workflow("postmortem.yml"))),
        [ACTIONS.replace(".yml", ".yaml")]: ok({ state: "active" }),
        [WORKFLOW_FOLDER]: folder("postmortem.yaml"),
      },
      "workflow",
      "pass",
      /postmortem\.yaml is active/,
    ],
    [
      "both endings",
      { [WORKFLOW_FOLDER]: folder("postmortem.yml", "postmortem.yaml") },
      "workflow",
      "fail",
      /both postmortem\.yml and postmortem\.yaml/,
    ],
    [
      "a near name",
      { [FILE]: missing, [WORKFLOW_FOLDER]: folder("post-mortem.yml", "postmortem-schedule.yml") },
      "workflow",
      "fail",
      /; post-mortem\.yml is another name/,
    ],
    ["another action", { [ACTION]: ok(base64("inputs: {}")) }, "uses", "fail", /is another action/],
    ["secrets out of sight", { [SECRETS]: forbidden }, "secrets", "skip", /not shown/],
    [
      "one secret of the organization",
      { [SECRETS]: ok({ secrets: [] }), [SHARED]: ok({ secrets: [{ name: "DEVIN_API_KEY" }] }) },
      "secrets",
      "warn",
      /no secret PAGERDUTY_TOKEN$/,
    ],
    [
      "a template that does not render",
      { [CONFIG]: ok(base64("template: a.md")), "/contents/a.md": ok(base64("{{ nothing }}")) },
      "template",
      "fail",
      /a\.md:1 nothing is not known/,
    ],
    [
      "a template out of reach",
      { [CONFIG]: ok(base64("template: a.md")), "/contents/a.md": forbidden },
      "template",
      "warn",
      /a\.md could not be read/,
    ],
    ["no configuration", { [CONFIG]: missing }, "configuration", "pass", /the defaults hold/],
    ["a configuration out of reach", { [CONFIG]: forbidden }, "configuration", "warn", /could not be read/],
    [
      "a configuration by which nothing is drafted",
      {
        [CONFIG]: ok(base64("otherwise: skip\nrules: [{ when: { priority: P1 }, do: skip }]")),
      },
      "configuration",
      "warn",
      /nothing is ever drafted/,
    ],
    [
      "follow-ups where issues are switched off",
      {
        ...repository({ has_issues: false, permissions: { push: true } }),
        [CONFIG]: ok(base64("follow-ups: { dashboard: true }")),
      },
      "follow-ups",
      "fail",
      /issues are switched off/,
    ],
    [
      "a configuration that cannot be used",
      { [CONFIG]: ok(base64("otherwise: maybe")) },
      "configuration",
      "fail",
      /^\.github\/postmortem\.yml:1: otherwise /,
    ],
  ] as const)("%s", async ([, answers, check, level, says]) => {
    const { env } = await healthy(endpoint, answers);
    const found = about(await doctor(env), "GitHub", check);
    expect(found.at(-1)).toMatchObject({ level, says: expect.stringMatching(says) });
    expect(found.filter((finding) => finding.level !== "pass").length).toBeLessThanOrEqual(1);
  });

  test("a wish to gather evidence that the endpoint does not hear", async () => {
    const { env } = await healthy(endpoint, { [CONFIG]: ok(base64("on-acknowledge: gather")) });
    expect(about(await doctor(env), "GitHub", "configuration")).toMatchObject([
      { level: "pass" },
      { level: "warn", says: expect.stringContaining("does not forward incident.acknowledged") },
    ]);
  });

  test("a token that may not send events, once it is asked to", async () => {
    const { env } = await healthy(endpoint, { "/dispatches": forbidden });
    expect(about(await doctor(env, { isToDispatch: true }), "GitHub", "contents")).toMatchObject([
      { level: "fail", says: expect.stringContaining("403, Resource not accessible") },
    ]);
  });

  test("an App, whose token proves its permission, or which is not installed", async () => {
    const { publicKey, privateKey } = generateKeyPairSync("rsa", {
      modulusLength: 2048,
      publicKeyEncoding: { type: "spki", format: "pem" },
      privateKeyEncoding: { type: "pkcs1", format: "pem" },
    });
    const github = await startGitHub({
      repository: "acme/docs",
      tokens: [],
      app: { id: "4711", publicKey, installationId: 7, contents: "write" },
    });
    onTestFinished(github.close);
    const env = {
      GITHUB_REPOSITORY: "acme/docs",
      GITHUB_API_URL: github.url,
      GITHUB_APP_ID: "4711",
      GITHUB_APP_PRIVATE_KEY: privateKey,
    };
    const findings = await doctor(env);
    expect(about(findings, "GitHub", "credential")).toMatchObject([
      { says: "the GitHub App sees acme/docs" },
    ]);
    expect(about(findings, "GitHub", "contents")).toMatchObject([
      { level: "pass", says: "the App's token may write" },
    ]);
    const stranger = await doctor({ ...env, GITHUB_REPOSITORY: "acme/other" });
    expect(about(stranger, "GitHub", "credential")).toMatchObject([
      {
        level: "fail",
        says: expect.stringContaining("404"),
        remedy: expect.stringContaining("installed on acme/other"),
      },
    ]);
  });
});

describe("PagerDuty", () => {
  test.for([
    [
      "a token that may not read incidents",
      { path: /incidents/, status: 403 },
      "token",
      "fail",
      /may not read/,
    ],
    [
      "subscriptions out of reach",
      { path: /webhook/, status: 403 },
      "subscription",
      "warn",
      /could not be looked/,
    ],
  ] as const)("%s", async ([, fault, check, level, says]) => {
    const { env, pagerDuty, subscription } = await healthy(endpoint);
    subscription();
    pagerDuty.fail({ do: "status", ...fault });
    expect(about(await doctor(env), "PagerDuty", check)).toMatchObject([
      { level, says: expect.stringMatching(says), remedy: expect.stringMatching(/\.$/) },
    ]);
  });

  test.for([
    [
      "to more events than are forwarded",
      { events: ["incident.resolved", "incident.triggered"] },
      "events",
      "pass",
      /, and 1 that the endpoint ignores$/,
    ],
  ] as const)("a subscription %s", async ([, given, check, level, says]) => {
    const { env, subscription } = await healthy(endpoint);
    subscription(given);
    expect(about(await doctor(env), "PagerDuty", check)).toMatchObject([
      { level, says: expect.stringMatching(says) },
    ]);
  });

  describe("names in rules and filters", () => {
    const rules = (...when: string[]) => ({
      "/contents/.github/postmortem.yml": ok(
        base64(`rules: [${when.map((one) => `{ when: ${one}, do: skip }`).join(", ")}]`),
      ),
    });

    test.for([
      ["{ priority: p1, type: Security_Default }", "pass", /knows all 2 names/],
      ["{ team: Platform }", "pass", /knows the one name/],
      ["{ service: 'orders-*' }", "pass", /knows the one name/],
      ["{ priority: [P1, P9] }", "warn", /rule 1 asks for priority P9, which the account does not have$/],
      ["{ priority: SEV-1 }", "fail", /asks for priority SEV-1, .* so it never holds/],
      ["{ type: securty_default }", "fail", /type securty_default/],
      ["{ service: checkout }", "fail", /service checkout/],
      ["{ team: Orders }", "fail", /team Orders/],
      ["{ type: major_default }", "warn", /does not hold for outage, which the account made/],
    ] as const)("%s", async ([when, level, says]) => {
      const { env, pagerDuty } = await healthy(endpoint, rules(when));
      const findings = about(await doctor(env), "PagerDuty", "names");
      expect(findings).toMatchObject([{ level, says: expect.stringMatching(says) }]);
      const lists = pagerDuty.requests.filter(({ path }) =>
        /^\/(teams|services|incidents\/types)/.test(path),
      );
      expect(lists.length).toBeLessThanOrEqual(1);
    });

    test("the nearest name is the remedy", async () => {
      const { env } = await healthy(endpoint, rules("{ type: securty_default }"));
      expect(about(await doctor(env), "PagerDuty", "names")).toMatchObject([
        { remedy: "Write security_default, if that is meant." },
      ]);
    });

    test("a list out of reach", async () => {
      const { env, pagerDuty } = await healthy(endpoint, rules("{ team: Platform }"));
      pagerDuty.fail({ path: /teams/, do: "status", status: 403 });
      expect(about(await doctor(env), "PagerDuty", "names")).toMatchObject([
        { level: "warn", remedy: "Give the token teams.read." },
      ]);
    });
  });

  test("finds a subscription on a later page", async () => {
    const { env, subscription } = await healthy(endpoint);
    for (let number = 0; number < 120; number++)
      subscription({
        url: `https://example.com/${number}`,
        filter: { type: "service_reference", id: `P${number}` },
      });
    const { id } = subscription();
    expect(about(await doctor(env), "PagerDuty", "subscription")).toEqual([
      { level: "pass", says: `${id} delivers for service PORDSVC (orders-service)`, remedy: null },
    ]);
  });

  test("warns of two that deliver the same incident, and of two services names their secrets", async () => {
    const { env, subscription } = await healthy(endpoint);
    subscription();
    subscription({ filter: { type: "team_reference", id: "PTEAM01" } });
    const levels = async (check: string) =>
      about(await doctor(env), "PagerDuty", check).map(({ level }) => level);
    expect(await levels("subscription")).toEqual(["pass", "pass"]);
    expect(await levels("secrets")).toEqual(["skip"]);
    subscription({ filter: { type: "account_reference" } });
    expect(await levels("subscription")).toEqual(["pass", "pass", "pass", "warn"]);
  });

  test.for([["a service out of reach", "PORDSVC", 403, "pass", /for service PORDSVC$/]] as const)(
    "%s",
    async ([, id, status, level, says]) => {
      const { env, pagerDuty, subscription } = await healthy(endpoint);
      subscription({ filter: { type: "service_reference", id } });
      pagerDuty.fail({ path: /services\//, do: "status", status });
      expect(about(await doctor(env), "PagerDuty", "subscription")).toMatchObject([
        { level, says: expect.stringMatching(says) },
      ]);
    },
  );

  test("says which events the endpoint waits for in vain", async () => {
    const { env, subscription } = await healthy(endpoint);
    const waiting = await startEndpoint(undefined, {
      INCIDENT_EVENTS: "incident.resolved,incident.reopened",
    });
    onTestFinished(waiting.close);
    subscription({ url: `${waiting.url}/api/pagerduty` });
    const findings = await doctor({ ...env, BRIDGE_URL: `${waiting.url}/api/pagerduty` });
    expect(verdictOf(findings)).toBe("warn");
    expect(about(findings, "PagerDuty", "events")).toMatchObject([
      { level: "warn", says: expect.stringMatching(/forwards incident\.reopened, which P\w+ does not send/) },
    ]);
  });

  test("a ping that the token may not ask for", async () => {
    const { env, pagerDuty, subscription } = await healthy(endpoint);
    subscription();
    pagerDuty.fail({ method: "POST", do: "status", status: 403 });
    expect(about(await doctor(env, { isToPing: true }), "PagerDuty", "ping")).toMatchObject([
      { level: "fail", remedy: expect.stringContaining("webhook_subscriptions.write") },
    ]);
  });
});

describe("the endpoint", () => {
  const REPORT = {
    status: "ok",
    version: "1.0.0",
    settings: { PAGERDUTY_WEBHOOK_SECRET: true, WEBHOOK_SECRET: false },
    events: ["incident.resolved"],
    problems: [],
  };

  /** An endpoint that answers a GET and a POST like this. */
  async function standIn(get: Reply, post: Reply = { status: 401, body: { status: "unauthorized" } }) {
    const service = await startService(({ method }) => (method === "GET" ? get : post));
    onTestFinished(service.close);
    return {
      service,
      env: { BRIDGE_URL: `${service.url}/api/pagerduty`, PAGERDUTY_WEBHOOK_SECRET: KEYS.signing },
    };
  }

  const page = { body: "<html>Sign in</html>", headers: { "content-type": "text/html" } };

  test.for([
    [
      "that redirects",
      { status: 308, headers: { location: "https://example.com/" } },
      /308/,
      /does not follow/,
    ],
    ["that is another page", { status: 200, ...page }, /could not be read/, /another page/],
    [
      "that is not configured",
      {
        status: 503,
        body: { ...REPORT, status: "misconfigured", problems: ["GITHUB_TOKEN is missing; set it"] },
      },
      /answered 503, GITHUB_TOKEN is missing; set it/,
      /deploy again/,
    ],
  ] as const)("%s", async ([, get, says, remedy]) => {
    const { service, env } = await standIn(get);
    const findings = await doctor(env);
    expect(verdictOf(findings)).toBe("fail");
    expect(about(findings, "Endpoint", "health")).toEqual([
      { level: "fail", says: expect.stringMatching(says), remedy: expect.stringMatching(remedy) },
    ]);
    // Nothing is proved by pings to something else, and no secret may go there.
    expect(service.requests.map(({ method }) => method)).toEqual(["GET"]);
  });

  test("that checks the shared secret alone", async () => {
    const { env } = await standIn(ok({ ...REPORT, settings: { WEBHOOK_SECRET: true } }));
    expect(about(await doctor(env), "Endpoint", "signature")).toMatchObject([{ level: "warn" }]);
  });

  test("that takes what nobody signed", async () => {
    const { env } = await standIn(ok(REPORT), { status: 200, body: { status: "pong" } });
    const findings = await doctor(env);
    expect(verdictOf(findings)).toBe("fail");
    expect(about(findings, "Endpoint", "forged ping")).toMatchObject([
      { level: "fail", says: 'answered 200 {"status":"pong"}, though nobody signed it' },
    ]);
  });

  test("that breaks on a delivery", async () => {
    const { env } = await standIn(ok(REPORT), { status: 500, body: { error: "oops" } });
    const findings = await doctor(env);
    expect(about(findings, "Endpoint", "signed ping")).toMatchObject([
      { level: "fail", says: 'answered 500 {"error":"oops"}' },
    ]);
    expect(about(findings, "Endpoint", "forged ping")).toMatchObject([{ level: "warn" }]);
  });

  test("whose secrets are others than here", async () => {
    const { env } = await healthy(endpoint);
    const findings = await doctor({ ...env, WEBHOOK_SECRET: "another-shared-secret" });
    expect(verdictOf(findings)).toBe("fail");
    expect(about(findings, "Endpoint", "signed ping")).toMatchObject([
      {
        level: "fail",
        says: 'answered 401 {"status":"unauthorized"}',
        remedy: expect.stringMatching(/^The secrets here/),
      },
    ]);
  });

  test("whose secrets are not all known here", async () => {
    const { WEBHOOK_SECRET, ...env } = (await healthy(endpoint)).env;
    expect(about(await doctor(env), "Endpoint", "signed ping")).toMatchObject([
      { level: "skip", says: "none was sent, since the function checks WEBHOOK_SECRET, not set here" },
    ]);
  });
});
