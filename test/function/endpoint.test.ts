/** The shipped function as its own process, between the senders and receivers of the sandbox. */

import { generateKeyPairSync } from "node:crypto";
import { request } from "node:http";
import { json } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { startFunction } from "../../sandbox/function/process.ts";
import { startGitHub } from "../../sandbox/github/server.ts";
import { deliver } from "../../sandbox/pagerduty/deliver.ts";
import { dispatchPayloadSchema } from "../../src/incident/dispatch-payload.ts";
import { signWebhook } from "../../src/pagerduty/signature.ts";
import { payloadOf, webhookOf } from "../builders.ts";

const SECRET = "signing-secret-0123456789";
const SHARED = "shared-secret-0123456789";
const TOKEN = "github_pat_11ABCDEFG0123456789abcdef";
const DELIVERY = "b3a7e5e2-1f0c-4d8a-9a51-2f1f6f3f7d10";
const { privateKey, publicKey } = generateKeyPairSync("rsa", {
  modulusLength: 2_048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs1", format: "pem" },
});

const BUDGET_MS = 4_000;

type Options = { env?: Record<string, string>; apiPath?: "" | "/api/v3" };

/** `whenFinished` is the test's own where several run at once. */
async function setUp({ env = {}, apiPath = "" }: Options = {}, whenFinished = onTestFinished) {
  const github = await startGitHub({
    repository: "acme/docs",
    tokens: [{ token: TOKEN, contents: "write" }],
    app: { id: "Iv23liABC", publicKey, installationId: 42, contents: "write" },
    apiPath,
  });
  whenFinished(github.close);
  const bridge = await startFunction({
    env: {
      PAGERDUTY_WEBHOOK_SECRET: SECRET,
      GITHUB_REPOSITORY: "acme/docs",
      GITHUB_TOKEN: TOKEN,
      GITHUB_API_URL: github.url,
      ...env,
    },
  });
  whenFinished(bridge.close);
  const url = `${bridge.url}/api/pagerduty`;
  return {
    github,
    url,
    rewrittenUrl: `${bridge.url}/pagerduty-resolved`,
    post: (body: Uint8Array, more: { secrets?: string[]; headers?: Record<string, string> } = {}) =>
      deliver({ url, body, secrets: [SECRET], deliveryId: DELIVERY, ...more }),
    calls: () => github.requests.map(({ method, path }) => `${method} ${path}`),
    payloads: () => github.dispatches.map((event) => dispatchPayloadSchema.parse(event.client_payload)),
    /** All that was logged; nothing more is after this. */
    async logs() {
      await bridge.close();
      return bridge.logs.map((line): Record<string, unknown> => JSON.parse(line));
    },
    lines: bridge.logs,
  };
}

/**
 * How long an answer may take at most. On a busy machine every timer is late, and every answer: so it is how long a
 * timer of the budget and a request after it take there, and a fifth more. PagerDuty waits for five seconds.
 */
async function patience(url: string): Promise<number> {
  const startedAt = performance.now();
  await sleep(BUDGET_MS);
  await fetch(new URL("/", url));
  return 1.2 * (performance.now() - startedAt);
}

/** The answer, and whether it came in time. */
async function timed(url: string, answering: Promise<Response>) {
  const startedAt = performance.now();
  const took = answering.then(() => performance.now() - startedAt);
  const [response, ms, longest] = await Promise.all([answering, took, patience(url)]);
  return { response, isInTime: ms < longest };
}

/** Sends a body that `write` may never end, and gives back the answer and whether it came in time. */
async function trickle(url: string, headers: Record<string, string>, write: (chunk: Buffer) => Buffer[]) {
  const startedAt = performance.now();
  const waiting = patience(url);
  const sending = request(url, { method: "POST", headers });
  const [first = Buffer.alloc(0), ...chunks] = write(webhookOf());
  sending.write(first);
  // One timer, since several that are late at once fire in any order; what is due is sent, however late it fires.
  let written = 0;
  const timer = setInterval(() => {
    for (const due = (performance.now() - startedAt) / 100; written + 1 <= due; written++) {
      const chunk = chunks[written];
      if (chunk !== undefined) sending.write(chunk);
    }
  }, 100);
  sending.on("error", () => undefined);
  const response = await new Promise<import("node:http").IncomingMessage>((resolve) =>
    sending.once("response", resolve),
  );
  const body = await json(response);
  const ms = performance.now() - startedAt;
  clearInterval(timer);
  sending.destroy();
  return { status: response.statusCode, headers: response.headers, body, isInTime: ms < (await waiting) };
}

describe("a signed webhook", () => {
  test("goes through to GitHub, from either path, as the reader of the dispatch expects it", async () => {
    const { url, rewrittenUrl, github, payloads, logs } = await setUp();
    for (const address of [url, rewrittenUrl]) {
      const response = await deliver({
        url: address,
        body: webhookOf(),
        secrets: [SECRET],
        deliveryId: DELIVERY,
      });
      expect(response.status).toBe(202);
      expect(await response.text()).toBe(
        '{"status":"dispatched","event":"01RESOLVED0000000000000001","incident":"Q1ORDERSPOOL01"}',
      );
      expect(response.headers.get("cache-control")).toBe("no-store");
    }
    expect(payloads()).toEqual([payloadOf(), payloadOf()]);
    expect(github.dispatches[0]?.action).toBe("incident.resolved");
    const line = { outcome: "dispatched", delivery: DELIVERY, ms: expect.any(Number) };
    expect(await logs()).toMatchObject([line, line]);
  });

  test("reaches GitHub by an App, on an Enterprise Server, with one token for all of them", async () => {
    const { post, calls } = await setUp({
      apiPath: "/api/v3",
      env: {
        GITHUB_TOKEN: "",
        GITHUB_APP_ID: "Iv23liABC",
        GITHUB_APP_PRIVATE_KEY: privateKey.replaceAll("\n", "\\n"),
        WEBHOOK_SECRET: SHARED,
      },
    });
    const headers = { "x-webhook-secret": SHARED };
    const responses = await Promise.all(Array.from({ length: 20 }, () => post(webhookOf(), { headers })));
    expect(responses.map(({ status }) => status)).toEqual(Array(20).fill(202));
    expect(calls().slice(0, 2)).toEqual([
      "GET /api/v3/repos/acme/docs/installation",
      "POST /api/v3/app/installations/42/access_tokens",
    ]);
    expect(calls().slice(2)).toEqual(Array(20).fill("POST /api/v3/repos/acme/docs/dispatches"));
    expect((await post(webhookOf())).status).toBe(401);
  });
});

// Each waits for as long as the function may take, so they wait together.
describe.concurrent("within four seconds", () => {
  test("a GitHub that does not answer is given up after two tries", async ({ onTestFinished }) => {
    const { github, url, post, calls, logs } = await setUp({}, onTestFinished);
    github.fail({ do: "hang", times: 99 });
    const { response, isInTime } = await timed(url, post(webhookOf()));
    expect(isInTime).toBe(true);
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("60");
    expect(await response.json()).toEqual({
      status: "unavailable",
      reason: expect.stringMatching(
        /^Dispatching to GitHub failed at .*: no answer within \d+ ms\. PagerDuty will deliver the event again\.$/,
      ),
    });
    expect(calls()).toEqual(Array(2).fill("POST /repos/acme/docs/dispatches"));
    expect(await logs()).toMatchObject([{ outcome: "undelivered", incident: "Q1ORDERSPOOL01" }]);
  });

  test("a GitHub that is slow at every step of an App is given up", async ({ onTestFinished }) => {
    const { github, url, post } = await setUp(
      { env: { GITHUB_APP_ID: "Iv23liABC", GITHUB_APP_PRIVATE_KEY: privateKey } },
      onTestFinished,
    );
    github.fail({ do: "delay", delayMs: 1_500, times: 99 });
    const { response, isInTime } = await timed(url, post(webhookOf()));
    expect(isInTime).toBe(true);
    expect(response.status).toBe(503);
    expect(github.dispatches).toEqual([]);
  });

  const headers = { "x-webhook-id": DELIVERY, "x-pagerduty-signature": signWebhook(webhookOf(), [SECRET]) };

  test("a webhook that was slow to arrive does not wait for the App's token that a later one asked for", async ({
    onTestFinished,
  }) => {
    const { github, url, post } = await setUp(
      {
        env: {
          GITHUB_APP_ID: "Iv23liABC",
          GITHUB_APP_PRIVATE_KEY: privateKey,
          GITHUB_APP_INSTALLATION_ID: "42",
        },
      },
      onTestFinished,
    );
    github.fail({ path: /access_tokens/, do: "hang", times: 99 });
    const announced = { ...headers, "content-length": String(webhookOf().length) };
    // 34 pieces, one every 100 ms.
    const slow = trickle(url, announced, (body) => {
      const pieces = Array.from({ length: 33 }, (_, index) => body.subarray(index, index + 1));
      return [...pieces, body.subarray(33)];
    });
    await sleep(2_600);
    const later = post(webhookOf());
    const answer = await slow;
    expect(answer).toMatchObject({ isInTime: true, status: 503, headers: { "retry-after": "60" } });
    expect((await later).status).toBe(503);
  });

  test("a body that arrives in drops, in part, or not at all is asked for again", async ({
    onTestFinished,
  }) => {
    const { url, github, logs } = await setUp({}, onTestFinished);
    const announced = { ...headers, "content-length": String(webhookOf().length) };
    const answers = await Promise.all([
      trickle(url, headers, (body) => [...body].map((byte) => Buffer.from([byte]))),
      trickle(url, announced, (body) => [body.subarray(0, -1)]),
      trickle(url, announced, () => [Buffer.alloc(0)]),
      // Whole, but never closed.
      trickle(url, headers, (body) => [body]),
    ]);
    for (const answer of answers) {
      expect(answer).toMatchObject({
        isInTime: true,
        status: 503,
        headers: { "retry-after": "5" },
        body: { status: "unavailable", reason: "the body did not arrive whole in time" },
      });
    }
    expect(github.requests).toEqual([]);
    expect(await logs()).toMatchObject(answers.map(() => ({ outcome: "late", delivery: null })));
  });
});

describe("nothing is given away", () => {
  test("by the answers and the log, whatever comes and whatever GitHub does", async () => {
    const planted = "PLANTED-words-of-a-stranger";
    const { github, url, post, rewrittenUrl, logs, lines } = await setUp({ env: { WEBHOOK_SECRET: SHARED } });
    const body = webhookOf({
      event: { client: { name: planted }, agent: { type: "user_reference", summary: planted } },
      data: { title: planted, teams: [{ id: "PT", summary: planted }] },
    });
    const both = { headers: { "x-webhook-secret": SHARED } };
    const texts: string[] = [];
    const statuses: number[] = [];
    const keep = async (response: Response) => {
      statuses.push(response.status);
      const headers = JSON.stringify([...response.headers]);
      texts.push(headers, await response.text());
    };
    await keep(await post(body, both));
    await keep(await post(body));
    await keep(await post(body, { secrets: ["wrong"], headers: { "x-webhook-secret": planted } }));
    await keep(await post(Buffer.from(planted), both));
    await keep(await fetch(url));
    await keep(await fetch(rewrittenUrl, { method: "DELETE" }));
    const echoed = { message: `Bad credentials: Bearer ${TOKEN}` };
    github.fail({ do: "status", status: 401, body: echoed });
    github.fail({ do: "status", status: 500, body: echoed, times: 2 });
    for (let i = 0; i < 2; i++) await keep(await post(webhookOf(), both));
    github.fail({ do: "reset", times: 2 });
    await keep(await post(body, both));
    for (const echo of [{ message: `Invalid title: ${planted}` }, { errors: [planted] }, planted]) {
      github.fail({ do: "status", status: 422, body: echo, headers: { "content-type": "text/plain" } });
      await keep(await post(body, both));
    }
    expect(statuses).toEqual([202, 401, 401, 200, 200, 405, 503, 503, 503, 503, 503, 503]);
    expect(await logs()).toHaveLength(statuses.length);
    for (const text of [...texts, ...lines]) {
      for (const secret of ["PLANTED", SECRET, SHARED, TOKEN, signWebhook(body, [SECRET])])
        expect(text).not.toContain(secret);
    }
    const keys = ["level", "method", "status", "outcome", "delivery", "event", "type", "incident", "ms"];
    for (const line of lines) {
      const found = Object.keys(JSON.parse(line)).filter((key) => key !== "detail");
      expect(found).toEqual(keys);
    }
  });
});
