/** `npm run doctor`: its table and its exit status. */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { doctor } from "../../cli/doctor.ts";
import type { RunningFunction } from "../../sandbox/function/process.ts";
import { run, start } from "./command.ts";
import { healthy, KEYS, ORGANIZATION, startEndpoint } from "./services.ts";

let endpoint: RunningFunction;

beforeAll(async () => {
  endpoint = await startEndpoint();
});

afterAll(() => endpoint.close());

describe("where everything is as it should be", () => {
  test("prints a table, says what could not be proved, and exits with 0", async () => {
    const { env, subscription } = await healthy(endpoint);
    const { id } = subscription();
    const { code, out, error } = await run(doctor, [], env);
    expect(error).toBe("");
    expect(out.replaceAll(id, "PDOCTOR")).toBe(`Endpoint   pass  health             ready, version 1.0.0
Endpoint   pass  signed ping        answered 200, pong
Endpoint   pass  forged ping        answered 401
PagerDuty  pass  token              may read incidents
PagerDuty  pass  subscription       PDOCTOR delivers for service PORDSVC
                                    (orders-service)
PagerDuty  pass  events             PDOCTOR sends incident.resolved
GitHub     pass  credential         GITHUB_TOKEN sees acme/docs
GitHub     pass  contents           GitHub reports push access; --dispatch
                                    proves it by sending an event that starts
                                    nothing
GitHub     pass  branch rule        main is protected
GitHub     pass  Actions            Actions may run
GitHub     pass  workflow           postmortem.yml is active
GitHub     pass  schedule workflow  postmortem-schedule.yml is active
GitHub     pass  uses               acme/postmortem-bridge@v1 is there
GitHub     pass  secrets            the docs repository has DEVIN_API_KEY and
                                    PAGERDUTY_TOKEN
GitHub     pass  private            the repository is private
GitHub     pass  configuration      .github/postmortem.yml can be used
Devin      pass  key                the service user CI Bot
Devin      pass  organization       ${ORGANIZATION}
Devin      pass  ViewOrgSessions    sessions can be listed
Devin      pass  repositories       Devin reaches acme/docs
Devin      skip  ManageOrgSessions  only starting a session proves it, so the
                                    first draft will
             → Make sure that the service user's role has it.

20 pass, 0 warn, 0 fail, 1 skip
`);
    expect(code).toBe(0);
  });

  test("changes nothing: only the endpoint is posted to", async () => {
    const { env, subscription, github, pagerDuty, devin } = await healthy(endpoint);
    subscription();
    await run(doctor, [], env);
    const methods = [github, pagerDuty, devin].flatMap(({ requests }) =>
      requests.map(({ method }) => method),
    );
    expect(new Set(methods)).toEqual(new Set(["GET"]));
    expect(endpoint.logs.join("\n")).not.toMatch(/"outcome":"(dispatched|undelivered)/);
  });

  test("proves on request what only a message proves: the webhook's way, and Contents: write", async () => {
    const { env, subscription, github } = await healthy(endpoint);
    subscription();
    const before = endpoint.logs.length;
    const { code, out } = await run(doctor, ["--ping", "--dispatch"], env);
    expect(code).toBe(0);
    expect(out).toMatch(/^PagerDuty {2}pass {2}ping .* PagerDuty sends one for P/m);
    expect(out).toMatch(/^GitHub .* pass {2}contents .* GitHub took a test event$/m);
    const sent = github.requests.find(({ method }) => method === "POST");
    expect(JSON.parse(String(sent?.body))).toEqual({ event_type: "postmortem-bridge.doctor" });
    // The signed ping of the doctor, and PagerDuty's.
    const pongs = () => endpoint.logs.slice(before).filter((line) => line.includes('"outcome":"pong"'));
    await expect.poll(pongs).toHaveLength(2);
  });

  test("shows no key, neither as a table nor as JSON", async () => {
    const { env, github, pagerDuty, devin } = await healthy(endpoint);
    const echo = { do: "status", status: 500, times: 9 } as const;
    github.fail({ ...echo, body: { message: `no ${KEYS.github}` } });
    pagerDuty.fail({ ...echo, body: { error: { message: `no ${KEYS.pagerDuty}` } } });
    devin.fail({ ...echo, body: { detail: `no ${KEYS.devin}` } });
    for (const args of [[], ["--json"]]) {
      const { out, error } = await run(doctor, args, env);
      expect(out).toContain("no ***");
      for (const key of Object.values(KEYS)) expect(out + error).not.toContain(key);
    }
  });
});

test("exits with 1 when anything fails, as a table and as JSON alike", async () => {
  const { env } = await healthy(endpoint);
  const table = await run(doctor, [], env);
  expect(table.code).toBe(1);
  expect(table.out).toMatch(
    /^PagerDuty {2}fail {2}subscription .*\n.*\n {13}→ Make one: npm run subscribe -- --url http/m,
  );
  const { code, out, error } = await run(doctor, ["--json"], env);
  expect([code, error]).toEqual([1, ""]);
  expect(JSON.parse(out)).toMatchObject({
    status: "fail",
    counts: { pass: 18, warn: 0, fail: 1, skip: 1 },
    findings: expect.arrayContaining([expect.objectContaining({ part: "PagerDuty", level: "fail" })]),
  });
});

test("exits with 1 where nothing at all is set", async () => {
  const { code, out } = await run(doctor, [], {});
  expect(code).toBe(1);
  expect(out).toMatch(/^Doctor +fail +settings +nothing is set here/m);
});

test("with --strict a warning is a failure too", async () => {
  const { env, subscription, devin } = await healthy(endpoint);
  subscription();
  const ofPerson = { principal_type: "user", org_id: ORGANIZATION };
  devin.fail({ path: /self/, do: "status", status: 200, times: 2, body: ofPerson });
  expect((await run(doctor, [], env)).code).toBe(0);
  expect((await run(doctor, ["--strict"], env)).code).toBe(1);
});

test("a service that hangs is waited for in sight, on the error stream", async () => {
  const { env, devin } = await healthy(endpoint);
  devin.fail({ path: /self/, do: "delay", delayMs: 1_500 });
  const { out, error } = await start("cli/doctor.ts", ["--json"], env).ended;
  expect(error).toMatch(/^. Waiting for GET 127\.0\.0\.1:\d+\/v3\/self\n/);
  expect(() => JSON.parse(out)).not.toThrow();
});

describe("the command line", () => {
  test("takes the address as an option in place of the variable", async () => {
    const { env } = await healthy(endpoint);
    const args = ["--json", "--endpoint", `${endpoint.url}/pagerduty-resolved`];
    const { out } = await run(doctor, args, { ...env, BRIDGE_URL: "" });
    const [health] = JSON.parse(out).findings;
    expect(health).toMatchObject({ part: "Endpoint", check: "health", level: "pass" });
  });

  test("refuses an address that is no endpoint with one sentence", async () => {
    expect(await run(doctor, ["--endpoint", "https://example.vercel.app"])).toEqual({
      code: 2,
      out: "",
      error:
        '--endpoint is "https://example.vercel.app"; the endpoint is at https://example.vercel.app/api/pagerduty.\n',
    });
  });
});
