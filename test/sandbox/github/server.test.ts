import { createSign, generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { request as httpRequest } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { startGitHub } from "../../../sandbox/github/server.ts";

type Options = Parameters<typeof startGitHub>[0];

const NOW = Date.parse("2026-11-23T12:00:00Z");
const ours = generateKeyPairSync("rsa", { modulusLength: 2048 });
const theirs = generateKeyPairSync("rsa", { modulusLength: 2048 });
const closers: Array<() => Promise<void>> = [];

afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

const app: NonNullable<Options["app"]> = {
  id: "12345",
  publicKey: ours.publicKey.export({ type: "spki", format: "pem" }).toString(),
  installationId: 77,
  contents: "write",
};

async function start(options: Partial<Options> = {}) {
  const github = await startGitHub({
    repository: "Acme/Docs",
    tokens: [
      { token: "github_pat_write", contents: "write" },
      { token: "github_pat_read", contents: "read" },
      { token: "github_pat_none", contents: "none" },
    ],
    ...options,
  });
  closers.push(github.close);
  async function call(
    method: string,
    path: string,
    body?: unknown,
    token = "github_pat_write",
    headers = {},
  ) {
    const response = await fetch(github.url + path, {
      method,
      headers: { authorization: `Bearer ${token}`, accept: "application/vnd.github+json", ...headers },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === "" ? null : JSON.parse(text) };
  }
  const dispatch = (body: unknown, token?: string, headers?: object) =>
    call("POST", "/repos/Acme/Docs/dispatches", body, token, headers);
  return { github, call, dispatch };
}

function jwt(changes: object = {}, { key = ours.privateKey, header = { alg: "RS256", typ: "JWT" } } = {}) {
  const seconds = NOW / 1_000;
  const claims = { iss: "12345", iat: seconds - 30, exp: seconds + 540, ...changes };
  const parts = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"));
  const signature = createSign("RSA-SHA256").update(parts.join(".")).sign(key, "base64url");
  return `${parts.join(".")}.${signature}`;
}

describe("a repository dispatch", () => {
  test("is taken with an empty 204 and becomes the event that a run reads", async () => {
    const heard: unknown[] = [];
    const { github, dispatch } = await start({ onDispatch: (event) => void heard.push(event) });
    const client_payload = { version: 1, incident: { id: "Q1" } };
    expect(await dispatch({ event_type: "incident.resolved", client_payload })).toEqual({
      status: 204,
      body: null,
    });
    expect(github.dispatches).toEqual([
      {
        action: "incident.resolved",
        branch: "main",
        client_payload,
        repository: expect.objectContaining({
          full_name: "Acme/Docs",
          private: true,
          default_branch: "main",
        }),
        sender: { login: "octocat", id: 583_231, type: "User" },
      },
    ]);
    expect(heard).toEqual(github.dispatches);
  });

  test("without a payload has null for one", async () => {
    const { github, dispatch } = await start();
    await dispatch({ event_type: "x" });
    expect(github.dispatches[0]?.client_payload).toBe(null);
  });

  test("takes owner and name in any case, and the old word for a bearer", async () => {
    const { call } = await start();
    const headers = { authorization: "token github_pat_write" };
    const reply = await call("POST", "/repos/aCME/docs/dispatches", { event_type: "x" }, "", headers);
    expect(reply.status).toBe(204);
  });

  test.for<[string, string, number, string]>([
    ["an unknown token", "ghp_nobody", 401, "Bad credentials"],
    [
      "a token that may only read",
      "github_pat_read",
      403,
      "Resource not accessible by personal access token",
    ],
    ["a token that does not cover the repository", "github_pat_none", 404, "Not Found"],
  ])("is refused to %s", async ([, token, status, message]) => {
    const { github, dispatch } = await start();
    expect(await dispatch({ event_type: "x" }, token)).toEqual({
      status,
      body: { message, documentation_url: expect.any(String), status: String(status) },
    });
    expect(github.dispatches).toEqual([]);
  });

  test("is refused without credentials", async () => {
    const { github } = await start();
    const response = await fetch(`${github.url}/repos/Acme/Docs/dispatches`, { method: "POST" });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ message: "Requires authentication" });
  });

  test("to an unknown repository is not found", async () => {
    const { call } = await start();
    expect((await call("POST", "/repos/Acme/Other/dispatches", { event_type: "x" })).status).toBe(404);
    expect((await call("GET", "/repos/Acme/Docs/dispatches")).status).toBe(404);
    expect((await call("GET", "/zen")).status).toBe(404);
  });

  const keys = (many: number) => Object.fromEntries(Array.from({ length: many }, (_, i) => [`k${i}`, i]));

  test.for<[string, unknown, string]>([
    ["no event type", { client_payload: {} }, '"event_type" wasn\'t supplied'],
    ["an empty event type", { event_type: "" }, "Invalid request."],
    ["an event type over 100 characters", { event_type: "x".repeat(101) }, "Invalid request."],
    ["a payload that is a list", { event_type: "x", client_payload: [] }, "not an object"],
    ["a payload that is null", { event_type: "x", client_payload: null }, "not an object"],
    [
      "a payload of eleven keys",
      { event_type: "x", client_payload: keys(11) },
      "No more than 10 properties are allowed; 11 were supplied.",
    ],
    [
      "a payload over 65535 bytes",
      { event_type: "x", client_payload: { k: "é".repeat(32_764) } },
      "client_payload is too large",
    ],
    ["an unknown key", { event_type: "x", ref: "main" }, '"ref" is not a permitted key'],
    ["a body that is no object", [], "Invalid request."],
  ])("with %s is refused with 422", async ([, body, message]) => {
    const { github, dispatch } = await start();
    const refused = await dispatch(body);
    expect(refused).toMatchObject({
      status: 422,
      body: { message: expect.stringContaining(message), status: "422" },
    });
    expect(github.dispatches).toEqual([]);
  });

  test("is taken at the very limits", async () => {
    const { dispatch } = await start();
    const client_payload = {
      ...keys(9),
      k: "x".repeat(65_535 - JSON.stringify({ ...keys(9), k: "" }).length),
    };
    expect((await dispatch({ event_type: "x".repeat(100), client_payload })).status).toBe(204);
  });

  test("that is not JSON is refused with 400", async () => {
    const { dispatch } = await start();
    expect(await dispatch("event_type=x")).toMatchObject({
      status: 400,
      body: { message: "Problems parsing JSON" },
    });
  });

  test("asking for another media type or an API version that is none is refused", async () => {
    const { dispatch } = await start();
    const body = { event_type: "x" };
    expect((await dispatch(body, undefined, { accept: "text/html" })).status).toBe(415);
    expect((await dispatch(body, undefined, { "x-github-api-version": "2020-01-01" })).status).toBe(400);
    for (const version of ["2022-11-28", "2026-03-10"]) {
      expect((await dispatch(body, undefined, { "x-github-api-version": version })).status).toBe(204);
    }
  });

  test("without a User-Agent is refused with 403 in plain words", async () => {
    const { github } = await start();
    const { port } = new URL(github.url);
    const headers = { authorization: "Bearer github_pat_write" };
    const sent = httpRequest({
      port,
      host: "127.0.0.1",
      method: "POST",
      path: "/repos/Acme/Docs/dispatches",
      headers,
    });
    const [response] = await once(sent.end('{"event_type":"x"}'), "response");
    const [text] = await once(response.setEncoding("utf8"), "data");
    expect(response.statusCode).toBe(403);
    expect(response.headers["content-type"]).toContain("text/html");
    expect(text).toContain("User-Agent");
    expect(github.dispatches).toEqual([]);
  });

  test("can be limited as GitHub limits, and can be lost after it took effect", async () => {
    const { github, dispatch } = await start();
    github.fail({ do: "status", status: 403, retryAfter: "60", body: { message: "secondary rate limit" } });
    expect((await dispatch({ event_type: "x" })).status).toBe(403);
    github.fail({ do: "reset", after: true });
    await expect(dispatch({ event_type: "y" })).rejects.toThrow();
    expect(github.dispatches.map(({ action }) => action)).toEqual(["y"]);
  });
});

describe("the repository", () => {
  test("is shown to a token that sees it, private unless told", async () => {
    const { call } = await start();
    expect(await call("GET", "/repos/acme/docs", undefined, "github_pat_read")).toMatchObject({
      status: 200,
      body: { full_name: "Acme/Docs", private: true, visibility: "private", owner: { login: "Acme" } },
    });
    expect((await call("GET", "/repos/acme/docs", undefined, "github_pat_none")).status).toBe(404);
    for (const [token, push] of [
      ["github_pat_read", false],
      ["github_pat_write", true],
    ] as const)
      expect((await call("GET", "/repos/acme/docs", undefined, token)).body.permissions).toMatchObject({
        push,
        pull: true,
      });
    const open = await start({ private: false });
    expect((await open.call("GET", "/repos/acme/docs")).body).toMatchObject({
      private: false,
      visibility: "public",
    });
  });

  test("lies under /api/v3 on an Enterprise server, and its URL says so", async () => {
    const { github, dispatch } = await start({ apiPath: "/api/v3" });
    expect(github.url).toMatch(/\/api\/v3$/);
    expect((await dispatch({ event_type: "x" })).status).toBe(204);
    const headers = { authorization: "Bearer github_pat_write" };
    const outside = await fetch(`${new URL(github.url).origin}/repos/Acme/Docs`, { headers });
    expect(outside.status).toBe(404);
    expect(outside.headers.get("x-github-request-id")).toBeTruthy();
  });
});

describe("an App", () => {
  const TOKENS = "/app/installations/77/access_tokens";

  async function startApp(options: Partial<Options> = {}) {
    let now = NOW;
    const started = await start({ app, now: () => now, ...options });
    const wait = (ms: number) => {
      now += ms;
    };
    const issue = async (body?: unknown) => (await started.call("POST", TOKENS, body, jwt())).body;
    return { ...started, wait, issue };
  }

  test("finds its installation on the repository", async () => {
    const { call } = await startApp();
    expect(await call("GET", "/repos/acme/docs/installation", undefined, jwt())).toMatchObject({
      status: 200,
      body: { id: 77, app_id: "12345", permissions: { contents: "write" }, suspended_at: null },
    });
    expect((await call("GET", "/repos/acme/other/installation", undefined, jwt())).status).toBe(404);
  });

  test("gets a long token for an hour, limited to what it asked for", async () => {
    const { issue } = await startApp();
    const body = await issue({ repositories: ["docs"], permissions: { contents: "write" } });
    expect(body).toMatchObject({
      expires_at: "2026-11-23T13:00:00Z",
      permissions: { contents: "write", metadata: "read" },
      repository_selection: "selected",
      repositories: [{ full_name: "Acme/Docs" }],
    });
    expect(body.token).toMatch(/^ghs_12345_\S+\.\S+\.\S+$/);
    expect(body.token.length).toBeGreaterThan(200);
    expect(await issue()).not.toHaveProperty("repositories");
  });

  test("dispatches with that token until it expires", async () => {
    const { github, dispatch, issue, wait } = await startApp();
    const { token } = await issue({ permissions: { contents: "write" } });
    expect((await dispatch({ event_type: "x" }, token)).status).toBe(204);
    expect(github.dispatches[0]).toMatchObject({ sender: { type: "Bot" }, installation: { id: 77 } });
    wait(3_600_000);
    expect(await dispatch({ event_type: "x" }, token)).toMatchObject({
      status: 401,
      body: { message: "Bad credentials" },
    });
  });

  test.for<[string, object, "write" | "read"]>([
    ["asked to read only", { permissions: { contents: "read" } }, "write"],
    ["asked for metadata only", { permissions: { metadata: "read" } }, "write"],
    ["was granted reading only", {}, "read"],
  ])("that %s may not dispatch", async ([, body, contents]) => {
    const { dispatch, issue } = await startApp({ app: { ...app, contents } });
    const { token } = await issue(body);
    expect(await dispatch({ event_type: "x" }, token)).toMatchObject({
      status: 403,
      body: { message: "Resource not accessible by integration" },
    });
  });

  test("is refused a repository or a permission that the installation lacks, with 422", async () => {
    const { call } = await startApp({ app: { ...app, contents: "read" } });
    for (const body of [
      { repositories: ["other"] },
      { repository_ids: [1] },
      { permissions: { contents: "write" } },
      { permissions: { actions: "write" } },
      { repositories: "docs" },
    ]) {
      expect((await call("POST", TOKENS, body, jwt())).status).toBe(422);
    }
  });

  test("is refused for another installation, which it cannot see", async () => {
    const { call } = await startApp();
    expect((await call("POST", "/app/installations/78/access_tokens", {}, jwt())).status).toBe(404);
  });

  const seconds = NOW / 1_000;
  const undecodable = "A JSON web token could not be decoded";

  test.for<[string, string, string]>([
    ["is signed by another key", jwt({}, { key: theirs.privateKey }), undecodable],
    ["names another issuer", jwt({ iss: "999" }), undecodable],
    ["names another algorithm", jwt({}, { header: { alg: "HS256", typ: "JWT" } }), undecodable],
    ["lacks an expiry", jwt({ exp: undefined }), undecodable],
    ["is no token at all", "nonsense", undecodable],
    ["was altered", jwt().replace(/\.[^.]+\./, ".e30."), undecodable],
    ["was issued over a minute from now", jwt({ iat: seconds + 61 }), "'Issued at' claim"],
    ["was issued at a fraction of a second", jwt({ iat: seconds - 0.5 }), "'Issued at' claim"],
    ["has expired", jwt({ exp: seconds }), "'Expiration time' claim"],
    ["lives longer than ten minutes", jwt({ exp: seconds + 601 }), "too far in the future"],
  ])("whose web token %s is refused with 401", async ([, token, message]) => {
    const { call } = await startApp();
    for (const [method, path] of [
      ["POST", TOKENS],
      ["GET", "/repos/acme/docs/installation"],
    ]) {
      expect(await call(method ?? "", path ?? "", undefined, token)).toMatchObject({
        status: 401,
        body: { message: expect.stringContaining(message) },
      });
    }
  });

  test("may name itself by a number and be a minute ahead", async () => {
    const { call } = await startApp();
    const token = jwt({ iss: 12_345, iat: seconds + 60, exp: seconds + 600 });
    expect((await call("POST", TOKENS, undefined, token)).status).toBe(201);
  });

  test("that does not exist is refused, and its web token is no token for the API", async () => {
    const { call, dispatch } = await start();
    expect((await call("POST", TOKENS, {}, jwt())).status).toBe(401);
    expect((await dispatch({ event_type: "x" }, jwt())).status).toBe(401);
  });
});
