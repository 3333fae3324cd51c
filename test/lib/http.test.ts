import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { type Fault, type Reply, type Service, startService } from "../../sandbox/service.ts";
import { RequestError } from "../../src/lib/errors.ts";
import { type RequestOptions, request, waitMs } from "../../src/lib/http.ts";
import { fakeClock } from "../builders.ts";

const KEY = "key_0123456789abcdef";
const NOW = Date.parse("2026-02-10T15:20:00Z");
const schema = z.object({ id: z.string() });
const messageSchema = z.object({ message: z.string() });

async function serve(reply: Reply = { status: 200, body: { id: "made" } }): Promise<Service> {
  const service = await startService(() => reply);
  onTestFinished(service.close);
  return service;
}

type Options = Partial<RequestOptions<z.ZodType>>;

function call(service: Service, options: Options = {}) {
  return request({
    fetch,
    clock: fakeClock(NOW),
    attempt: "Making a thing",
    method: "POST",
    url: `${service.url}/things?page=1`,
    headers: { authorization: `Bearer ${KEY}` },
    body: { name: "thing" },
    schema,
    timeoutMs: 5_000,
    readDetail: (body) => messageSchema.safeParse(body).data?.message ?? null,
    remedy: () => "Ask its maker.",
    secrets: [KEY],
    ...options,
  });
}

async function failureOf(attempt: Promise<unknown>): Promise<RequestError> {
  const error = await attempt.then(
    () => new Error("It did not fail."),
    (error: unknown) => error,
  );
  if (!(error instanceof RequestError)) throw error;
  return error;
}

async function failureUnder(fault: Fault, options: Options = {}): Promise<RequestError> {
  const service = await serve();
  service.fail({ times: 100, ...fault });
  return await failureOf(call(service, options));
}

describe("a request", () => {
  test("sends JSON and gives back the parsed answer", async () => {
    const service = await serve({ status: 201, body: { id: "made", more: 1 } });
    expect(await call(service)).toEqual({ id: "made" });
    const [sent] = service.requests;
    expect(sent).toMatchObject({
      method: "POST",
      path: "/things?page=1",
      headers: {
        accept: "application/json",
        "content-type": "application/json",
        authorization: `Bearer ${KEY}`,
      },
    });
    expect(Buffer.from(sent?.body ?? []).toString()).toBe('{"name":"thing"}');
  });

  test("without a body names no content type, and may name what it accepts", async () => {
    const service = await serve();
    await call(service, { method: "GET", body: undefined, headers: { accept: "application/x+json" } });
    expect(service.requests[0]?.headers).toMatchObject({ accept: "application/x+json" });
    expect(service.requests[0]?.headers).not.toHaveProperty("content-type");
    expect(service.requests[0]?.body).toHaveLength(0);
  });

  test("sends a form as one, whose content type names its boundary", async () => {
    const service = await serve();
    const form = new FormData();
    form.append("file", new Blob(["words"]), "words.txt");
    await call(service, { body: undefined, form });
    const [sent] = service.requests;
    expect(sent?.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
    expect(Buffer.from(sent?.body ?? []).toString()).toContain("words.txt");
  });

  test("takes an empty answer for undefined", async () => {
    const service = await serve({ status: 204 });
    expect(await call(service, { schema: z.undefined() })).toBeUndefined();
  });

  test("does not follow a redirect, which could carry the key elsewhere", async () => {
    const elsewhere = await serve();
    const service = await serve({ status: 307, headers: { location: `${elsewhere.url}/things` } });
    const error = await failureOf(call(service));
    expect(error).toMatchObject({ status: 307, effect: "none" });
    expect(elsewhere.requests).toEqual([]);
  });
});

describe("a failure", () => {
  test("says what was attempted, what happened and what to do", async () => {
    const service = await serve({ status: 403, body: { message: "You may not." } });
    const error = await failureOf(call(service));
    expect(error.message).toBe(
      `Making a thing failed at ${service.url}/things: it answered 403, You may not. Ask its maker.`,
    );
    expect(error).toMatchObject({ name: "RequestError", status: 403, detail: "You may not." });
  });

  test("ends with its status where the call knows neither the service's words nor a remedy", async () => {
    const service = await serve({ status: 418, body: { message: "short and stout" } });
    const error = await failureOf(
      request({
        fetch,
        clock: fakeClock(),
        attempt: "Brewing",
        method: "GET",
        url: service.url,
        headers: {},
        schema,
        timeoutMs: 5_000,
      }),
    );
    expect(error.message).toBe(`Brewing failed at ${service.url}/: it answered 418.`);
  });

  test("tells the remedy's maker what happened", async () => {
    const service = await serve({ status: 404, body: { message: "No such thing" } });
    const error = await failureOf(
      call(service, {
        remedy: (status, detail) => `Because of ${status} and "${detail}".`,
      }),
    );
    expect(error.message).toMatch(/it answered 404, No such thing\. Because of 404 and "No such thing"\.$/);
  });

  test.for<[Reply, Options]>([
    [{ status: 400, body: { oops: "Orders database of Jordan" } }, {}],
    [{ status: 400, body: { message: "Orders database of Jordan" } }, { readDetail: () => null }],
    [{ status: 422, body: "Orders database of Jordan", headers: { "content-type": "text/plain" } }, {}],
    [{ status: 502, body: "Orders database of Jordan", headers: { "content-type": "text/plain" } }, {}],
  ])(
    "shows nothing of an answer in which the service's own words are not found: %j",
    async ([reply, options]) => {
      const service = await serve(reply);
      const error = await failureOf(call(service, options));
      expect(error.detail).toBe("");
      expect(error.message).toBe(
        `Making a thing failed at ${service.url}/things: it answered ${reply.status}. Ask its maker.`,
      );
    },
  );

  test.for([400, 401, 402, 403, 404, 406, 409, 413, 422, 429])("of %i had no effect", async (status) => {
    expect(await failureUnder({ do: "status", status })).toMatchObject({ status, effect: "none" });
  });

  test.for([500, 501, 502, 503, 504, 529])("of %i may have had an effect", async (status) => {
    expect(await failureUnder({ do: "status", status })).toMatchObject({ status, effect: "unknown" });
  });

  test("by a timeout may have had an effect", async () => {
    const error = await failureUnder({ do: "hang" }, { timeoutMs: 50 });
    expect(error).toMatchObject({ status: null, effect: "unknown", detail: "no answer within 50 ms" });
    expect(error.message).toMatch(/^Making a thing failed at .*: no answer within 50 ms\. Ask its maker\.$/);
    expect(error.cause).toMatchObject({ name: "TimeoutError" });
  });

  test("by a body that stalls is a timeout as well", async () => {
    const server = createServer((_, response) => response.writeHead(200).write('{"id":')).listen(
      0,
      "127.0.0.1",
    );
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const error = await failureOf(call(await serve(), { url: `http://127.0.0.1:${port}`, timeoutMs: 100 }));
    expect(error).toMatchObject({ status: null, effect: "unknown", detail: "no answer within 100 ms" });
  });

  test("by a reset may have had an effect, and names its code", async () => {
    const error = await failureUnder({ do: "reset" });
    expect(error).toMatchObject({ status: null, effect: "unknown", detail: "no answer (ECONNRESET)" });
    expect(error.cause).toBeInstanceOf(Error);
  });

  test("by a refused connection names its code", async () => {
    const service = await startService(() => ({ status: 200 }));
    await service.close();
    expect((await failureOf(call(service))).detail).toBe("no answer (ECONNREFUSED)");
  });

  test.for([["an error without a cause", new Error("x")] as const, ["something thrown", "x"] as const])(
    "by %s still has a reason",
    async ([, thrown]) => {
      const service = await serve();
      const error = await failureOf(call(service, { fetch: () => Promise.reject(thrown) }));
      expect(error).toMatchObject({ detail: "no answer (the connection broke)", cause: thrown });
    },
  );

  test("by a body cut short may have had an effect", async () => {
    const error = await failureUnder({ do: "truncate", after: true });
    expect(error).toMatchObject({ status: null, effect: "unknown" });
    expect(error.detail).toMatch(/^no answer \(.+\)$/);
  });

  test.for([502, 200])(
    "by an HTML page of %i may have had an effect and shows none of it",
    async (status) => {
      const error = await failureUnder({ do: "html", status }, { schema: z.unknown() });
      expect(error).toMatchObject({ status, effect: "unknown" });
      expect(error.message).not.toContain("<");
    },
  );

  test.for([
    { status: 200, body: { id: 5 } },
    { status: 200 },
    { status: 201, body: [] },
    { status: 200, body: { message: "words of an incident" } },
  ])("by an answer of another form, %j, may have had an effect", async (reply) => {
    const service = await serve(reply);
    const error = await failureOf(call(service));
    expect(error).toMatchObject({
      status: reply.status,
      effect: "unknown",
      detail: "an answer that could not be read",
    });
  });

  test("that is larger than the bound is not read on", async () => {
    const service = await serve({ status: 200, body: { id: "x".repeat(2_000) } });
    expect(await call(service, { maxAnswerBytes: 3_000 })).toEqual({ id: "x".repeat(2_000) });
    const error = await failureOf(call(service, { maxAnswerBytes: 1_000 }));
    expect(error).toMatchObject({ status: 200, effect: "unknown" });
  });

  test("shows one line of at most 300 characters", async () => {
    const body = { message: `\n a\n\tb \u2028 ${"x".repeat(5_000)}` };
    const service = await serve({ status: 400, body });
    const { detail } = await failureOf(call(service));
    expect(detail).toHaveLength(300);
    expect(detail).toMatch(/^a b x+$/);
  });
});

describe("a secret", () => {
  test("is in no error, however often the service repeats it", async () => {
    const service = await serve({ status: 401, body: { message: `Bad key ${KEY} (${KEY}), sorry` } });
    const error = await failureOf(call(service));
    expect(error.detail).toBe("Bad key *** (***), sorry");
    expect(JSON.stringify([error.message, { ...error }, error.stack])).not.toContain(KEY);
  });

  test("is in no error that cut it in two", async () => {
    const service = await serve({ status: 401, body: { message: `${"x".repeat(290)}${KEY}` } });
    expect((await failureOf(call(service))).detail).not.toContain(KEY.slice(0, 8));
  });

  test("of a few characters is taken for a word", async () => {
    const service = await serve({ status: 401, body: { message: "the end" } });
    const error = await failureOf(call(service, { secrets: ["the", ""] }));
    expect(error.detail).toBe("the end");
  });

  test("in the query is in no error", async () => {
    const service = await serve({ status: 500 });
    const error = await failureOf(call(service, { url: `${service.url}/things?key=hunter2hunter2` }));
    expect(error.message).not.toContain("hunter2");
  });
});

describe("a hidden string", () => {
  async function detailOf(message: string, hidden: string[]) {
    const service = await serve({ status: 422, body: { message } });
    const error = await failureOf(call(service, { hidden }));
    for (const one of hidden.filter(({ length }) => length >= 4)) expect(error.message).not.toContain(one);
    return error.detail;
  }

  test("is in no error that quotes the request", async () => {
    expect(await detailOf('Invalid "title": "Pool of Jordan"', ["Pool of Jordan", "Jord"])).toBe(
      'Invalid "title": "***"',
    );
  });

  test("that holds another one is hidden whole", async () => {
    expect(await detailOf("Invalid: Orders pool", ["Orders", "Orders pool"])).toBe("Invalid: ***");
  });

  test.for([
    ["as JSON", 'No: {"title":"a \\"pool\\" of\\tJordan"}', 'No: {"title":"***"}'],
    ["on one line", 'No: a "pool" of Jordan.', "No: ***."],
    ["as it is", 'No: a "pool" of\tJordan.', "No: ***."],
  ] as const)("is hidden when it is quoted %s", async ([, message, detail]) => {
    expect(await detailOf(message, ['a "pool" of\tJordan'])).toBe(detail);
  });

  test("of fewer than four characters is taken for a word", async () => {
    expect(await detailOf("No P1 here", ["P1", "No ", ""])).toBe("No P1 here");
  });
});

describe("an expected status", () => {
  test("is the only one that succeeds", async () => {
    const service = await serve({ status: 204 });
    expect(await call(service, { schema: z.unknown(), expect: 204 })).toBeUndefined();
  });

  test.for([200, 201, 202, 205, 206])(
    "is not another 2xx, %i, which may have had an effect",
    async (status) => {
      const service = await serve({ status });
      const error = await failureOf(call(service, { schema: z.unknown(), expect: 204 }));
      expect(error).toMatchObject({ status, effect: "unknown", retryAfterMs: null });
      expect(error.message).toContain(`it answered ${status}, not the documented 204. Ask its maker.`);
    },
  );

  test("leaves a refusal what it is", async () => {
    const service = await serve({ status: 404, body: { message: "Not Found" } });
    const error = await failureOf(call(service, { expect: 204 }));
    expect(error).toMatchObject({ status: 404, effect: "none", detail: "Not Found" });
  });
});

describe("how long to wait", () => {
  const inTwoMinutes = Date.parse("2026-02-10T15:22:00Z");
  const date = new Date(inTwoMinutes).toUTCString();

  test.for<[string, Record<string, string>, number | null]>([
    ["nothing", {}, null],
    ["seconds", { "retry-after": "7" }, 7_000],
    ["no seconds", { "retry-after": "0" }, 0],
    ["a date", { "retry-after": date }, 120_000],
    ["a date gone by", { "retry-after": "Tue, 10 Feb 2026 15:00:00 GMT" }, 0],
    ["no date", { "retry-after": "soon" }, null],
    ["seconds before PagerDuty's", { "retry-after": "7", "ratelimit-reset": "50" }, 7_000],
    ["PagerDuty's seconds, of what is no limit", { "ratelimit-reset": "50" }, null],
    [
      "a limit's end",
      { "x-ratelimit-remaining": "0", "x-ratelimit-reset": `${inTwoMinutes / 1_000}` },
      120_000,
    ],
    ["a limit's end gone by", { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1" }, 0],
    [
      "a limit not reached",
      { "x-ratelimit-remaining": "9", "x-ratelimit-reset": `${inTwoMinutes / 1_000}` },
      null,
    ],
    ["a limit without an end", { "x-ratelimit-remaining": "0" }, null],
    [
      "seconds before a limit's end",
      { "retry-after": "7", "x-ratelimit-remaining": "0", "x-ratelimit-reset": `${inTwoMinutes / 1_000}` },
      7_000,
    ],
  ])("is read from %s", async ([, headers, expected]) => {
    const error = await failureUnder({ do: "status", status: 403, headers });
    expect(error.retryAfterMs).toBe(expected);
  });

  const errorWith = (retryAfterMs: number | null) =>
    new RequestError("x", { status: 429, detail: "", effect: "none", retryAfterMs });

  test("is what the service asked for, but a minute at most", () => {
    expect(waitMs(errorWith(7_000), 5)).toBe(7_000);
    expect(waitMs(errorWith(0), 5)).toBe(0);
    expect(waitMs(errorWith(3_600_000), 1)).toBe(60_000);
  });

  test("doubles from try to try, jittered, up to a minute", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (tried) => {
        const waited = waitMs(errorWith(null), tried);
        const longest = Math.min(1_000 * 2 ** (tried - 1), 60_000);
        expect(waited).toBeLessThanOrEqual(longest);
        expect(waited).toBeGreaterThanOrEqual(Math.min(500 * 2 ** (tried - 1), 60_000));
      }),
    );
  });
});

describe("trying again", () => {
  async function triesUnder(fault: Fault, tries: number | undefined) {
    const service = await serve();
    const clock = fakeClock(NOW);
    service.fail({ times: 2, ...fault });
    const options = tries === undefined ? {} : { tries };
    const outcome = await call(service, { clock, timeoutMs: 200, ...options }).catch(
      (error: unknown) => error,
    );
    return { outcome, sent: service.requests.length, slept: clock.slept };
  }

  test.for<Fault>([
    { do: "status", status: 500 },
    { do: "status", status: 429 },
    { do: "status", status: 403, retryAfter: "1" },
    { do: "reset" },
    { do: "hang" },
    { do: "html" },
    { do: "truncate" },
  ])("gets over %j", async (fault) => {
    const { outcome, sent, slept } = await triesUnder(fault, 3);
    expect(outcome).toEqual({ id: "made" });
    expect([sent, slept.length]).toEqual([3, 2]);
  });

  test("ends with the last failure", async () => {
    const { outcome, sent } = await triesUnder({ do: "status", status: 500 }, 2);
    expect(outcome).toMatchObject({ name: "RequestError", status: 500 });
    expect(sent).toBe(2);
  });

  test("is not done unless the call allows it", async () => {
    const { outcome, sent, slept } = await triesUnder({ do: "status", status: 500 }, undefined);
    expect(outcome).toMatchObject({ status: 500 });
    expect([sent, slept]).toEqual([1, []]);
  });

  test.for([400, 401, 403, 404, 409, 422])("is not done after %i", async (status) => {
    const { outcome, sent } = await triesUnder({ do: "status", status }, 3);
    expect(outcome).toMatchObject({ status });
    expect(sent).toBe(1);
  });

  test("is not done for a bug of ours", async () => {
    const service = await serve();
    const broken = z.string().transform(() => {
      throw new TypeError("a bug");
    });
    service.fail({ do: "status", status: 200, body: "text" });
    await expect(call(service, { schema: broken, tries: 3 })).rejects.toThrow(TypeError);
    expect(service.requests).toHaveLength(1);
  });
});
