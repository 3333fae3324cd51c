/** The fuzz run in short, and proof that it would notice a receiver that breaks a promise. */

import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { createReceiver } from "../../src/function/handler.ts";
import { signWebhook } from "../../src/pagerduty/signature.ts";
import { run, start } from "../cli/command.ts";
import { fuzz } from "./fuzz.ts";
import { httpProperty } from "./fuzz-http.ts";
import { SHARED_SECRET, SIGNING_SECRET } from "./fuzz-inputs.ts";
import { receiverProperty } from "./fuzz-receiver.ts";

const SEED = 20_261_125;

type Receive = ReturnType<typeof createReceiver>;

/** What a run of some hundred inputs says of a receiver that is made by `create`. */
async function failureOf(create: typeof createReceiver): Promise<string> {
  const result = await fc.check(
    receiverProperty(() => undefined, create),
    // What a failure looks like when made small is not the point, and takes long.
    { seed: SEED, numRuns: 400, endOnFailure: true },
  );
  return result.errorInstance instanceof Error ? result.errorInstance.message : "none";
}

/** A receiver whose every answer goes through `change`. */
function changed(
  change: (answer: Response, request: Request, receive: Receive) => Response | Promise<Response>,
) {
  return (options: Parameters<typeof createReceiver>[0]) => {
    const receive = createReceiver(options);
    return async (request: Request) => change(await receive(request), request, receive);
  };
}

describe("whatever is sent", () => {
  test("the receiver keeps every promise", async () => {
    const statuses = new Set<number>();
    await fc.assert(
      receiverProperty((_, status) => statuses.add(status)),
      { seed: SEED, numRuns: 500 },
    );
    expect([...statuses].sort()).toEqual([200, 202, 401, 405, 413, 503]);
  });

  test("the function keeps them over raw sockets", async () => {
    const statuses = new Set<number | string>();
    const http = await httpProperty((_, status) => statuses.add(status));
    onTestFinished(http.close);
    await fc.assert(http.property, { seed: SEED, numRuns: 150 });
    await http.settle();
    expect([...statuses].map(String)).toEqual(
      expect.arrayContaining(["200", "202", "401", "400 by the server"]),
    );
  });
});

describe("the fuzz run notices a receiver that", () => {
  test("takes what is not proven", async () => {
    const failure = await failureOf((options) => {
      const receive = createReceiver(options);
      return async (request) => {
        if (request.method !== "POST") return await receive(request);
        const body = new Uint8Array(await request.arrayBuffer());
        const headers = new Headers(request.headers);
        headers.set("x-pagerduty-signature", signWebhook(body, [SIGNING_SECRET]));
        headers.set("x-webhook-secret", SHARED_SECRET);
        return await receive(new Request(request.url, { method: "POST", headers, body }));
      };
    });
    expect(failure).toMatch(/Not kept: (no dispatch without proof|status 401)/);
  });

  test.for<[string, typeof createReceiver, RegExp]>([
    [
      "answers 500",
      changed(({ status }) => new Response("{}", { status: status === 200 ? 500 : status })),
      /status|stored/,
    ],
    [
      "refuses a verified delivery",
      changed((answer) =>
        answer.status === 200 ? new Response(answer.body, { status: 400, headers: answer.headers }) : answer,
      ),
      /the logged status/,
    ],
    [
      "forgets Retry-After",
      changed((answer) => {
        answer.headers.delete("retry-after");
        return answer;
      }),
      /Retry-After with 503/,
    ],
    ["never answers", changed(() => new Promise<Response>(() => undefined)), /an answer within four seconds/],
    [
      "logs twice",
      (options) => createReceiver({ ...options, log: (line) => [line, line].forEach(options.log) }),
      /one log line/,
    ],
    [
      "logs what it was sent",
      (options) => {
        const receive = createReceiver({ ...options, log: () => undefined });
        return async (request) => {
          options.log(JSON.stringify({ body: await request.clone().text() }));
          return await receive(request);
        };
      },
      /a log line of the known form/,
    ],
    [
      "crashes",
      changed((answer, request) => {
        if (request.headers.has("x-webhook-secret")) throw new TypeError("crashed");
        return answer;
      }),
      /crashed/,
    ],
  ])("%s", async ([, create, failure]) => {
    expect(await failureOf(create)).toMatch(failure);
  });
});

describe("npm run fuzz", () => {
  test("says how many inputs kept every promise, and by which seed", async () => {
    const { code, out } = await start("test/stress/fuzz.ts", ["--runs", "40", "--seed", "7"]).ended;
    expect(out).toMatch(/^receiver: 40 inputs kept every promise, .* seed 7 \(/m);
    expect(out).toMatch(/^http: 2 inputs kept every promise, /m);
    expect(code).toBe(0);
  });

  test.for([
    ["--runs many", "--runs is many; it takes a number"],
    ["--seed x", "--seed is x; it takes the number"],
    ["--over mail", "mail"],
    ["--path 1:2", "needs --over"],
  ] as const)("refuses %s", async ([args, message]) => {
    const { code, out, error } = await run(fuzz, args.split(" "));
    expect([code, out]).toEqual([2, ""]);
    expect(error).toContain(message);
  });
});
