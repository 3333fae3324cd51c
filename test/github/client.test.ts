import { describe, expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { startGitHub } from "../../sandbox/github/server.ts";
import { type Fault, startService } from "../../sandbox/service.ts";
import { createGitHub, type GitHubCall } from "../../src/github/client.ts";
import { RequestError } from "../../src/lib/errors.ts";
import { fakeClock } from "../builders.ts";

const TOKEN = "ghs_client_test_0123456789";
const schema = z.object({ full_name: z.string() });
const call = { attempt: "Asking of a repository", remedy: "Check the token.", schema };

async function open(apiPath: "" | "/api/v3" = "") {
  const tokens = [{ token: TOKEN, contents: "read" as const }];
  const service = await startGitHub({ repository: "acme/docs", tokens, apiPath });
  onTestFinished(() => service.close());
  const clock = fakeClock();
  const github = createGitHub({ fetch, clock, apiUrl: service.url, token: TOKEN });
  const ask = (options: Partial<GitHubCall<typeof schema>> = {}) =>
    github.request("GET /repos/{owner}/{repo}", { owner: "acme", repo: "docs" }, { ...call, ...options });
  return { service, clock, github, ask };
}

async function failureUnder(
  fault: Fault,
  options: Partial<GitHubCall<typeof schema>> = {},
): Promise<RequestError> {
  const { service, ask } = await open();
  service.fail({ times: 10, ...fault });
  const failed = await ask(options).catch((error: unknown) => error);
  if (failed instanceof RequestError) return failed;
  throw new Error("It did not fail as promised.");
}

test("asks as this project, with its token and a version of the API, and gives back the parsed answer", async () => {
  const { service, ask } = await open();
  expect(await ask()).toEqual({ full_name: "acme/docs" });
  expect(service.requests).toMatchObject([
    {
      method: "GET",
      path: "/repos/acme/docs",
      headers: {
        authorization: `token ${TOKEN}`,
        "user-agent": expect.stringMatching(/^postmortem-bridge\//),
        "x-github-api-version": "2022-11-28",
      },
    },
  ]);
});

test("takes an answer without a body for undefined", async () => {
  const fetch = async () => new Response(null, { status: 204 });
  const github = createGitHub({ fetch, clock: fakeClock(), apiUrl: "https://api.github.com", token: TOKEN });
  expect(await github.request("GET /user", {}, { ...call, schema: z.undefined() })).toBeUndefined();
});

test("reads no answer beyond 16 MiB, and says that it could not be read", async () => {
  let chunks = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      chunks += 1;
      controller.enqueue(new Uint8Array(4 * 1_024 * 1_024).fill(32));
    },
  });
  const headers = { "content-type": "application/json" };
  const fetch = async () => new Response(endless, { headers });
  const github = createGitHub({ fetch, clock: fakeClock(), apiUrl: "https://api.github.com", token: TOKEN });
  const failed = await github.request("GET /user", {}, call).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(RequestError);
  expect(String(failed)).toContain("could not be read");
  expect(chunks).toBeLessThan(8);
});

test.for([
  ["", "/graphql"],
  ["/api/v3", "/api/graphql"],
] as const)("below %s it sends queries to %s", async ([apiPath, path]) => {
  const { service, github } = await open(apiPath);
  const query = 'query ($owner: String!) { repository(owner: $owner, name: "docs") { nameWithOwner } }';
  const schema = z.object({ data: z.object({ repository: z.object({ nameWithOwner: z.string() }) }) });
  const answer = await github.graphql({ query, variables: { owner: "acme" } }, { ...call, schema });
  expect(answer.data.repository.nameWithOwner).toBe("acme/docs");
  expect(service.requests.map((request) => request.path)).toEqual([path]);
});

describe("what fails", () => {
  test("says what was attempted, GitHub's own words and the remedy, without the token and strangers' words", async () => {
    const message = `No access for ${TOKEN} to <b>Payment</b>`;
    const refused = await failureUnder(
      { do: "status", status: 403, body: { message } },
      { hidden: ["<b>Payment</b>"] },
    );
    expect(refused).toMatchObject({ status: 403, effect: "none", retryAfterMs: null });
    expect(refused.message).toMatch(
      /^Asking of a repository failed at http:\/\/[\d.:]+\/repos\/acme\/docs: it answered 403, No access for \*\*\* to \*\*\*\. Check the token\. If your organization has an IP allow list, .* must be on it\.$/,
    );
  });

  test.for<[string, Fault, Partial<RequestError>]>([
    ["a failure of GitHub's", { do: "status", status: 502 }, { status: 502, effect: "unknown" }],
    ["a limit", { do: "status", status: 429, retryAfter: "7" }, { effect: "none", retryAfterMs: 7_000 }],
    ["a page of a proxy's", { do: "html", status: 200 }, { status: 200, effect: "unknown" }],
    ["an answer cut short", { do: "truncate" }, { effect: "unknown" }],
    ["a broken connection", { do: "reset" }, { status: null, effect: "unknown" }],
    [
      "a redirect",
      { do: "status", status: 301, headers: { location: "/" } },
      { status: 301, effect: "none" },
    ],
  ])("tells %s by its facts", async ([, fault, facts]) => {
    const failure = await failureUnder(fault);
    expect(failure).toMatchObject(facts);
    // What only time mends is no matter of permissions.
    const { status = null } = facts;
    expect(
      failure.message.endsWith(status !== null && status < 400 ? "Check the token." : "again later."),
    ).toBe(true);
  });

  test("gives up when the time of one try is over, also in the middle of an answer", async () => {
    const late = await failureUnder({ do: "hang" }, { timeoutMs: 50 });
    expect(late.message).toContain("no answer within 50 ms");
    const service = await startService(() => ({ status: 200 }));
    onTestFinished(service.close);
    const github = createGitHub({
      fetch: (_, { signal }) => Promise.resolve(endless(signal)),
      clock: fakeClock(),
      apiUrl: service.url,
      token: TOKEN,
    });
    await expect(github.request("GET /x", {}, { ...call, timeoutMs: 50 })).rejects.toThrow(/within 50 ms/);
  });

  test("is tried again as often as the call allows, and once where it allows nothing", async () => {
    const { service, ask, clock } = await open();
    service.fail({ do: "status", status: 502, times: 2 });
    expect(await ask({ tries: 3 })).toEqual({ full_name: "acme/docs" });
    expect(service.requests).toHaveLength(3);
    expect(clock.slept).toHaveLength(2);
    service.fail({ do: "status", status: 502 });
    await expect(ask()).rejects.toThrow(/502/);
    expect(service.requests).toHaveLength(4);
  });
});

/** An answer whose body never ends, until the signal ends it. */
function endless(signal: AbortSignal | null | undefined): Response {
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode("{"));
      signal?.addEventListener("abort", () => controller.error(signal.reason));
    },
  });
  return new Response(body, { headers: { "content-type": "application/json" } });
}
