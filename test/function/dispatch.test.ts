import { generateKeyPairSync } from "node:crypto";
import { describe, expect, onTestFinished, test } from "vitest";
import { startGitHub } from "../../sandbox/github/server.ts";
import type { Fault } from "../../sandbox/service.ts";
import { createDispatch } from "../../src/function/dispatch.ts";
import type { GitHubCredentials } from "../../src/function/environment.ts";
import { type DispatchPayload, dispatchPayloadSchema } from "../../src/incident/dispatch-payload.ts";
import { RequestError } from "../../src/lib/errors.ts";
import type { Fetch } from "../../src/lib/http.ts";
import { fakeClock, payloadOf } from "../builders.ts";

const TOKEN = "github_pat_11ABCDEFG0123456789abcdef";
const NOW = Date.parse("2026-02-10T15:20:00Z");
const HOUR = 3_600_000;
const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2_048 });
const publicPem = publicKey.export({ type: "spki", format: "pem" }).toString();

type Options = {
  credentials?: GitHubCredentials;
  contents?: "write" | "read";
  fetch?: Fetch;
  /** What the function's clock is ahead of GitHub's. */
  aheadMs?: number;
  repository?: string;
};

const app = (installationId: string | null = null): GitHubCredentials => ({
  kind: "app",
  id: "Iv23liABC",
  privateKey,
  installationId,
});

async function setUp(options: Options = {}) {
  const clock = fakeClock(NOW);
  const github = await startGitHub({
    repository: "acme/docs",
    tokens: [
      { token: TOKEN, contents: "write" },
      { token: "read_only_token", contents: "read" },
      { token: "blind_token", contents: "none" },
    ],
    app: { id: "Iv23liABC", publicKey: publicPem, installationId: 42, contents: options.contents ?? "write" },
    now: clock.now,
  });
  onTestFinished(github.close);
  const ahead = options.aheadMs ?? 0;
  const send = createDispatch({
    fetch: options.fetch ?? fetch,
    clock: { ...clock, now: () => clock.now() + ahead },
    github: {
      repository: options.repository ?? "acme/docs",
      apiUrl: github.url,
      credentials: options.credentials ?? { kind: "token", token: TOKEN },
    },
  });
  return {
    github,
    clock,
    send: (payload: DispatchPayload) => send(payload, clock.now() + ahead + 3_800),
    dispatch: (event = "01A", budgetMs = 3_800) =>
      send(payloadOf({ event: { id: event } }), clock.now() + ahead + budgetMs),
    calls: () => github.requests.map(({ method, path }) => `${method} ${path}`),
    bearers: () => github.requests.map(({ headers }) => headers["authorization"]?.replace("Bearer ", "")),
  };
}

async function failureOf(attempt: Promise<unknown>): Promise<RequestError> {
  const error = await attempt.then(
    () => new Error("It did not fail."),
    (error: unknown) => error,
  );
  if (!(error instanceof RequestError)) throw error;
  return error;
}

const DISPATCH = "POST /repos/acme/docs/dispatches";
const LOOK_UP = "GET /repos/acme/docs/installation";
const CREATE = "POST /app/installations/42/access_tokens";

describe("a dispatch", () => {
  test("names the version of the API and itself", async () => {
    const { github, dispatch } = await setUp();
    await dispatch();
    expect(github.requests[0]?.headers).toMatchObject({
      accept: "application/vnd.github+json",
      authorization: `Bearer ${TOKEN}`,
      "user-agent": expect.stringMatching(/^postmortem-bridge\/\d+\.\d+\.\d+$/),
      "x-github-api-version": "2022-11-28",
    });
  });

  test("may be one of twenty at once", async () => {
    const { github, dispatch } = await setUp();
    const events = Array.from({ length: 20 }, (_, index) => `01EVENT${index}`);
    await Promise.all(events.map((event) => dispatch(event)));
    const arrived = github.dispatches.map(
      ({ client_payload }) => dispatchPayloadSchema.parse(client_payload).event.id,
    );
    expect(arrived.sort()).toEqual(events.sort());
  });
});

describe("a dispatch that fails", () => {
  test.for([
    [
      "a token nobody issued",
      "wrong_token_0123456789",
      401,
      "Bad credentials. Replace GITHUB_TOKEN: it is wrong",
    ],
    [
      "a token that may only read",
      "read_only_token",
      403,
      "Resource not accessible by personal access token. Give GITHUB_TOKEN Contents: read and write",
    ],
    [
      "a token that sees nothing",
      "blind_token",
      404,
      "Not Found. Check GITHUB_REPOSITORY, and that GITHUB_TOKEN may see it.",
    ],
  ] as const)("with %s is refused once, with the remedy and without the token", async (row) => {
    const [, token, status, said] = row;
    const { dispatch, calls } = await setUp({ credentials: { kind: "token", token } });
    const error = await failureOf(dispatch());
    expect(error).toMatchObject({ status, effect: "none" });
    expect(error.message).toContain(`it answered ${status}, ${said}`);
    expect(error.message).toMatch(
      /^Dispatching to GitHub failed at http:\/\/127\.0\.0\.1:\d+\/repos\/acme\/docs\/dispatches: /,
    );
    expect(JSON.stringify([error.message, { ...error }])).not.toContain(token);
    expect(calls()).toEqual([DISPATCH]);
  });

  test.for<[Fault, number, RegExp]>([
    [{ do: "status", status: 403, retryAfter: "30" }, 403, /or wait if this is a limit\.$/],
    [{ do: "status", status: 422, body: { message: "Invalid request." } }, 422, /Update the function/],
    [{ do: "status", status: 429 }, 429, /PagerDuty will deliver the event again\.$/],
    [
      { do: "status", status: 301, headers: { location: "/repositories/1" } },
      301,
      /The repository has moved: set/,
    ],
    [
      { do: "status", status: 307, headers: { location: "/repositories/1" } },
      307,
      /The repository has moved: set/,
    ],
    [{ do: "status", status: 503, retryAfter: "30" }, 503, /PagerDuty will deliver the event again\.$/],
  ])("under %j is not tried again", async ([fault, status, remedy]) => {
    const { github, dispatch, calls } = await setUp();
    github.fail({ ...fault, times: 9 });
    const error = await failureOf(dispatch());
    expect(error.status).toBe(status);
    expect(error.message).toMatch(remedy);
    expect(error.message).not.toContain(TOKEN);
    expect(calls()).toEqual([DISPATCH]);
  });

  const passing: Fault[] = [
    { do: "status", status: 500 },
    { do: "status", status: 502 },
    { do: "html" },
    { do: "html", status: 200 },
    { do: "status", status: 200, body: {} },
    { do: "status", status: 200 },
    { do: "status", status: 202 },
    { do: "reset" },
    { do: "truncate" },
  ];

  test.for(passing)("under %j is tried once again and succeeds", async (fault) => {
    const { github, dispatch, calls } = await setUp();
    github.fail(fault);
    await dispatch();
    expect(calls()).toEqual([DISPATCH, DISPATCH]);
    expect(github.dispatches).toHaveLength(1);
  });

  test.for(passing)("under %j that lasts is tried twice and no more", async (fault) => {
    const { github, dispatch, calls } = await setUp();
    github.fail({ ...fault, times: 9 });
    const error = await failureOf(dispatch());
    expect(error.effect).toBe("unknown");
    expect(error.message).toMatch(/PagerDuty will deliver the event again\.$/);
    expect(error.message).not.toContain(TOKEN);
    expect(calls()).toEqual([DISPATCH, DISPATCH]);
  });

  test("by no answer is given up at the deadline", async () => {
    const { github, dispatch, calls } = await setUp();
    github.fail({ do: "hang", times: 9 });
    const error = await failureOf(dispatch("01A", 50));
    expect(error).toMatchObject({ status: null, effect: "unknown", detail: "no answer within 50 ms" });
    expect(calls()).toEqual([DISPATCH]);
  });

  test("after the deadline is not waited for", async () => {
    const { github, dispatch } = await setUp();
    github.fail({ do: "hang", times: 9 });
    expect((await failureOf(dispatch("01A", -100))).detail).toBe("no answer within 1 ms");
  });

  test("is not tried again when too little time is left", async () => {
    const { github, dispatch, calls } = await setUp();
    github.fail({ do: "status", status: 500, times: 9 });
    expect((await failureOf(dispatch("01A", 499))).status).toBe(500);
    expect(calls()).toEqual([DISPATCH]);
  });

  test.for<Fault>([
    {
      do: "status",
      status: 422,
      body: { message: "Invalid: PLANTED words, PLANTED-agent and PLANTED-team" },
    },
    {
      do: "status",
      status: 422,
      body: { message: 'Invalid: {"title":"PLANTED words","name":"PLANTED-team"}' },
    },
    { do: "status", status: 422, body: { errors: ["PLANTED words"] } },
    { do: "status", status: 422, body: "PLANTED words", headers: { "content-type": "text/plain" } },
    { do: "status", status: 500, body: { message: "PLANTED-service PLANTED-priority" }, times: 2 },
    { do: "status", status: 200, body: { message: "PLANTED words" }, times: 2 },
  ])("says nothing of the incident, even when it is quoted: %j", async (fault) => {
    const { github, send } = await setUp();
    github.fail(fault);
    const payload = payloadOf({
      event: { agent: { type: "user_reference", summary: "PLANTED-agent" } },
      incident: {
        title: "PLANTED words",
        priority: "PLANTED-priority",
        service: { id: "PORDSVC", name: "PLANTED-service", url: null },
        teams: [{ id: "PTEAM01", name: "PLANTED-team" }],
      },
    });
    const error = await failureOf(send(payload));
    expect(error.message).toMatch(/it answered \d{3}/);
    expect(JSON.stringify([error.message, { ...error }, error.stack])).not.toContain("PLANTED");
  });

  test("by a bug of ours is not tried again", async () => {
    let sent = 0;
    const send = createDispatch({
      fetch: () => {
        sent += 1;
        return Promise.reject(new Error("no such host"));
      },
      clock: fakeClock(NOW),
      github: {
        repository: "acme/docs",
        apiUrl: "not an address",
        credentials: { kind: "token", token: TOKEN },
      },
    });
    await expect(send(payloadOf(), NOW + 3_800)).rejects.toThrow(TypeError);
    expect(sent).toBe(1);
  });
});

describe("a GitHub App", () => {
  test("looks its installation up once, and keeps its token", async () => {
    const { github, dispatch, calls } = await setUp({ credentials: app() });
    for (const event of ["01A", "01B", "01C"]) await dispatch(event);
    expect(calls()).toEqual([LOOK_UP, CREATE, DISPATCH, DISPATCH, DISPATCH]);
    expect(github.dispatches.every(({ installation }) => installation?.id === 42)).toBe(true);
  });

  test("does not look up an installation that it was told", async () => {
    const { dispatch, calls } = await setUp({ credentials: app("42") });
    await dispatch();
    expect(calls()).toEqual([CREATE, DISPATCH]);
  });

  test("asks for no more than it needs: this repository's contents", async () => {
    const { github, dispatch } = await setUp({ credentials: app("42") });
    await dispatch();
    expect(JSON.parse(Buffer.from(github.requests[0]?.body ?? []).toString())).toEqual({
      repositories: ["docs"],
      permissions: { contents: "write" },
    });
  });

  test.for([-60_000, 0, 60_000])("proves itself with a clock that is %i ms ahead", async (aheadMs) => {
    const { github, dispatch } = await setUp({ credentials: app(), aheadMs });
    await dispatch();
    expect(github.dispatches).toHaveLength(1);
  });

  test("proves itself for nine minutes, from a minute ago", async () => {
    const { dispatch, bearers } = await setUp({ credentials: app() });
    await dispatch();
    const [header, claims] = (bearers()[0] ?? "")
      .split(".")
      .slice(0, 2)
      .map((part): unknown => JSON.parse(Buffer.from(part, "base64url").toString()));
    expect(header).toEqual({ alg: "RS256", typ: "JWT" });
    expect(claims).toEqual({ iss: "Iv23liABC", iat: NOW / 1_000 - 60, exp: NOW / 1_000 + 540 });
  });

  test("renews its token in the last five minutes of its hour", async () => {
    const { clock, dispatch, calls } = await setUp({ credentials: app() });
    await dispatch("01A");
    await clock.sleep(HOUR - 5 * 60_000 - 1_000);
    await dispatch("01B");
    expect(calls()).toEqual([LOOK_UP, CREATE, DISPATCH, DISPATCH]);
    await clock.sleep(1_000);
    await dispatch("01C");
    expect(calls().slice(4)).toEqual([CREATE, DISPATCH]);
  });

  test("shares one token among webhooks that arrive together", async () => {
    const { github, dispatch, calls } = await setUp({ credentials: app() });
    await Promise.all(Array.from({ length: 20 }, (_, index) => dispatch(`01EVENT${index}`)));
    expect(calls().slice(0, 2)).toEqual([LOOK_UP, CREATE]);
    expect(calls()).toHaveLength(22);
    expect(github.dispatches).toHaveLength(20);
  });

  test("asks anew after a failure that webhooks shared", async () => {
    const { github, dispatch, calls } = await setUp({ credentials: app("42") });
    github.fail({ path: /access_tokens/, do: "status", status: 403, retryAfter: "1" });
    const outcomes = await Promise.allSettled([dispatch("01A"), dispatch("01B")]);
    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    await dispatch("01C");
    expect(calls()).toEqual([CREATE, CREATE, DISPATCH]);
  });

  test("makes no webhook wait beyond its own deadline for a token that another asked for", async () => {
    const { github, dispatch, calls } = await setUp({ credentials: app("42") });
    github.fail({ path: /access_tokens/, do: "hang" });
    const asking = failureOf(dispatch("01A", 400));
    let isAnswered = false;
    const requestedBy = asking.finally(() => {
      isAnswered = true;
    });
    const error = await failureOf(dispatch("01B", 50));
    expect(isAnswered).toBe(false);
    expect(error).toMatchObject({ status: null, effect: "unknown", detail: "no answer within 50 ms" });
    expect(error.message).toMatch(/PagerDuty will deliver the event again\.$/);
    expect((await failureOf(dispatch("01C", -50))).detail).toBe("no answer within 1 ms");
    await requestedBy;
    expect(calls()).toEqual([CREATE]);
    await dispatch("01D");
    expect(calls()).toEqual([CREATE, CREATE, DISPATCH]);
  });

  test("that was installed anew is looked up again", async () => {
    const { github, clock, dispatch, calls } = await setUp({ credentials: app() });
    await dispatch("01A");
    await clock.sleep(HOUR);
    const body = { message: "Not Found" };
    github.fail({ path: /access_tokens/, do: "status", status: 404, body });
    await Promise.all([dispatch("01B"), dispatch("01C")]);
    expect(calls()).toEqual([LOOK_UP, CREATE, DISPATCH, CREATE, LOOK_UP, CREATE, DISPATCH, DISPATCH]);
    expect(github.dispatches).toHaveLength(3);
  });

  test("that was removed is looked for once per webhook", async () => {
    const { github, clock, dispatch, calls } = await setUp({ credentials: app() });
    await dispatch("01A");
    await clock.sleep(HOUR);
    github.fail({ path: /access_tokens|installation$/, do: "status", status: 404, times: 9 });
    for (const event of ["01B", "01C"]) {
      const error = await failureOf(dispatch(event));
      expect(error.message).toMatch(
        /^Looking up the GitHub App's installation failed .* 404\. Check GITHUB_REP/,
      );
    }
    expect(calls().slice(3)).toEqual([CREATE, LOOK_UP, LOOK_UP]);
  });

  test("whose new installation gives no token either is not looked up without end", async () => {
    const { github, dispatch, calls } = await setUp({ credentials: app() });
    github.fail({ path: /access_tokens/, do: "status", status: 404, times: 9 });
    expect((await failureOf(dispatch())).status).toBe(404);
    expect(calls()).toEqual([LOOK_UP, CREATE]);
    expect((await failureOf(dispatch())).status).toBe(404);
    expect(calls()).toEqual([LOOK_UP, CREATE, CREATE, LOOK_UP, CREATE]);
  });

  test("is not looked up in place of an installation that was given, which is named", async () => {
    const { dispatch, calls } = await setUp({ credentials: app("41") });
    const error = await failureOf(dispatch());
    expect(error.message).toMatch(
      /it answered 404, Not Found\. Check GITHUB_APP_INSTALLATION_ID, or leave it out and it is looked up\.$/,
    );
    expect(calls()).toEqual([CREATE.replace("42", "41")]);
  });

  test("tries once again when it got no token, but does not look up twice what it found", async () => {
    const { github, dispatch, calls } = await setUp({ credentials: app() });
    github.fail({ path: /access_tokens/, do: "reset" });
    await dispatch();
    expect(calls()).toEqual([LOOK_UP, CREATE, CREATE, DISPATCH]);
  });

  test.for([
    [LOOK_UP, /\/installation$/, "Looking up the GitHub App's installation failed"],
    [CREATE, /access_tokens/, "Creating the GitHub App's token failed"],
  ] as const)("says that it failed at %s", async ([call, path, said]) => {
    const { github, dispatch, calls, bearers } = await setUp({ credentials: app() });
    github.fail({
      path,
      do: "status",
      status: 401,
      body: { message: "A JSON web token could not be decoded" },
    });
    const error = await failureOf(dispatch());
    expect(error.message).toContain(said);
    expect(error.message).toMatch(/could not be decoded\. Check GITHUB_APP_ID and GITHUB_APP_PRIVATE_KEY\.$/);
    expect(calls().at(-1)).toBe(call);
    expect(calls().filter((one) => one === call)).toHaveLength(1);
    for (const bearer of bearers()) expect(error.message).not.toContain(bearer);
  });

  test("is refused with the wrong key, without repeating its proof", async () => {
    const other = generateKeyPairSync("rsa", { modulusLength: 2_048 }).privateKey;
    const { dispatch, calls, bearers } = await setUp({
      credentials: { kind: "app", id: "Iv23liABC", privateKey: other, installationId: null },
    });
    const error = await failureOf(dispatch());
    expect(error).toMatchObject({ status: 401, effect: "none" });
    expect(error.message).not.toContain(bearers()[0]);
    expect(calls()).toEqual([LOOK_UP]);
  });

  test("is told which permission it lacks", async () => {
    const { dispatch } = await setUp({ credentials: app(), contents: "read" });
    const error = await failureOf(dispatch());
    expect(error.message).toMatch(
      /it answered 422, .*not granted to this installation\. Give the GitHub App Contents: read and write/,
    );
  });

  test("that may not is told to get the permission", async () => {
    const { github, dispatch } = await setUp({ credentials: app() });
    const body = { message: "Resource not accessible by integration" };
    github.fail({ path: /dispatches/, do: "status", status: 403, body });
    expect((await failureOf(dispatch())).message).toMatch(
      /Resource not accessible by integration\. Give the GitHub App Contents: read and write/,
    );
  });

  test.for([
    { token: "", expires_at: "2026-02-10T16:20:00Z" },
    { token: "ghs_x" },
    { token: "ghs_x", expires_at: "later" },
    "<html>",
  ])("does not take %j for a token", async (body) => {
    const { github, dispatch } = await setUp({ credentials: app() });
    github.fail({ path: /access_tokens/, do: "status", status: 201, body, times: 9 });
    const error = await failureOf(dispatch());
    expect(error.message).toContain("an answer that could not be read");
    expect(error.message).not.toContain("ghs_x");
  });

  test.for([{}, { id: "42" }, { id: 1.5 }])("does not take %j for an installation", async (body) => {
    const { github, dispatch } = await setUp({ credentials: app() });
    github.fail({ path: /installation$/, do: "status", status: 200, body, times: 9 });
    expect((await failureOf(dispatch())).message).toContain("an answer that could not be read");
  });
});

describe("a token of the App that GitHub no longer takes", () => {
  /** A GitHub whose tokens can be revoked, though by the clock they are still good. */
  function revocable() {
    const issued = new Set<string>();
    const revoked = new Set<string>();
    const through: Fetch = async (url, init) => {
      const bearer = new Headers(init.headers).get("authorization") ?? "";
      if (url.endsWith("/dispatches")) {
        issued.add(bearer);
        if (revoked.has(bearer)) return Response.json({ message: "Bad credentials" }, { status: 401 });
      }
      return await fetch(url, init);
    };
    const revoke = () => {
      for (const bearer of issued) revoked.add(bearer);
    };
    return { through, revoke, issued };
  }

  test("is replaced once", async () => {
    const { through, revoke } = revocable();
    const { github, dispatch, calls } = await setUp({ credentials: app(), fetch: through });
    await dispatch("01A");
    revoke();
    await dispatch("01B");
    expect(calls()).toEqual([LOOK_UP, CREATE, DISPATCH, CREATE, DISPATCH]);
    expect(github.dispatches).toHaveLength(2);
  });

  test("is replaced once for twenty webhooks that hold it", async () => {
    const { through, revoke, issued } = revocable();
    const { github, dispatch, calls } = await setUp({ credentials: app(), fetch: through });
    await dispatch("01A");
    revoke();
    await Promise.all(Array.from({ length: 20 }, (_, index) => dispatch(`01EVENT${index}`)));
    expect(github.dispatches).toHaveLength(21);
    expect(calls().filter((call) => call === CREATE)).toHaveLength(2);
    expect(issued.size).toBe(2);
  });

  test("is not replaced again by a webhook that was slower to learn of it", async () => {
    const { through, revoke } = revocable();
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const slowly: Fetch = async (url, init) => {
      const response = await through(url, init);
      const isSlow = response.status === 401 && String(init.body).includes("01SLOW");
      if (isSlow) await released;
      return response;
    };
    const { dispatch, calls } = await setUp({ credentials: app("42"), fetch: slowly });
    await dispatch("01A");
    revoke();
    const slow = dispatch("01SLOW");
    await dispatch("01B");
    release();
    await slow;
    expect(calls()).toEqual([CREATE, DISPATCH, CREATE, DISPATCH, DISPATCH]);
  });

  test("is not replaced without end", async () => {
    const { github, dispatch, calls } = await setUp({ credentials: app() });
    github.fail({ path: /dispatches/, do: "status", status: 401, times: 9 });
    expect((await failureOf(dispatch())).status).toBe(401);
    expect(calls()).toEqual([LOOK_UP, CREATE, DISPATCH, CREATE, DISPATCH]);
  });
});
