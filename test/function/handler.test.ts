import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Dispatch } from "../../src/function/dispatch.ts";
import { readEnvironment } from "../../src/function/environment.ts";
import { createReceiver, MAX_BODY_BYTES, STATUSES } from "../../src/function/handler.ts";
import { type DispatchPayload, dispatchPayloadSchema } from "../../src/incident/dispatch-payload.ts";
import { MAX_PAYLOAD_BYTES } from "../../src/incident/payload.ts";
import { RequestError } from "../../src/lib/errors.ts";
import type { Clock } from "../../src/lib/http.ts";
import { VERSION } from "../../src/lib/version.ts";
import { signWebhook } from "../../src/pagerduty/signature.ts";
import { everyCharacter, fakeClock, payloadOf, readFixture, webhookOf } from "../builders.ts";

const SECRET = "signing-secret-0123456789";
const SHARED = "shared-secret-0123456789";
const OLDER = "older-secret-0123456789";
const TOKEN = "github_pat_11ABCDEFG0123456789abcdef";
const DELIVERY = "b3a7e5e2-1f0c-4d8a-9a51-2f1f6f3f7d10";
const URL_OF_ENDPOINT = "https://bridge.example.com/api/pagerduty";

const complete = {
  PAGERDUTY_WEBHOOK_SECRET: SECRET,
  GITHUB_REPOSITORY: "acme/docs",
  GITHUB_TOKEN: TOKEN,
};

type Raw = Record<string, string | undefined>;

function setUp({ env = {}, fail, clock }: { env?: Raw; fail?: () => unknown; clock?: Clock } = {}) {
  const environment = readEnvironment({ ...complete, ...env });
  const dispatched: DispatchPayload[] = [];
  const deadlines: number[] = [];
  const lines: string[] = [];
  const dispatch: Dispatch = (payload, deadline) => {
    dispatched.push(payload);
    deadlines.push(deadline);
    return fail ? Promise.reject(fail()) : Promise.resolve();
  };
  const time = clock ?? fakeClock();
  const receive = createReceiver({
    environment,
    dispatch: environment.settings && dispatch,
    clock: time,
    log: (line) => lines.push(line),
  });
  return {
    dispatched,
    deadlines,
    lines,
    logs: () => lines.map((line): Record<string, unknown> => JSON.parse(line)),
    receive,
    /** What comes back for a webhook, its body parsed. */
    async post(body: Uint8Array, headers: Record<string, string> = signed(body)) {
      const response = await receive(request(body, headers));
      const answer = (await response.json()) as { status: string; reason?: string; problems?: string[] };
      return { status: response.status, body: answer, headers: response.headers };
    },
  };
}

function signed(body: Uint8Array, secret = SECRET) {
  return { "x-pagerduty-signature": signWebhook(body, [secret]), "x-webhook-id": DELIVERY };
}

function request(
  body: Uint8Array | ReadableStream<Uint8Array>,
  headers: Record<string, string>,
  method = "POST",
): Request {
  const stream = body instanceof ReadableStream ? body : new Uint8Array(body);
  return new Request(URL_OF_ENDPOINT, { method, headers, body: stream, duplex: "half" } as RequestInit);
}

function padded(length: number): Buffer {
  const body = webhookOf();
  return Buffer.concat([body, Buffer.alloc(length - body.length, " ")]);
}

describe("a verified webhook", () => {
  test("is dispatched and answered with exactly the ids", async () => {
    const { post, dispatched, logs } = setUp();
    const answer = await post(webhookOf());
    expect(answer.status).toBe(202);
    expect(answer.body).toEqual({
      status: "dispatched",
      event: "01RESOLVED0000000000000001",
      incident: "Q1ORDERSPOOL01",
    });
    expect(dispatched).toEqual([payloadOf()]);
    expect(logs()).toEqual([
      {
        level: "info",
        method: "POST",
        status: 202,
        outcome: "dispatched",
        delivery: DELIVERY,
        event: "01RESOLVED0000000000000001",
        type: "incident.resolved",
        incident: "Q1ORDERSPOOL01",
        ms: 0,
      },
    ]);
  });

  test("leaves the dispatch 3.8 seconds from its arrival", async () => {
    const clock = fakeClock(1_000_000);
    const { post, deadlines } = setUp({ clock });
    await post(webhookOf());
    expect(deadlines).toEqual([1_003_800]);
  });

  test("is cut to what GitHub takes", async () => {
    const { post, dispatched } = setUp();
    await post(webhookOf({ data: { title: "火".repeat(50_000) } }));
    expect(Buffer.byteLength(JSON.stringify(dispatched[0]))).toBeLessThanOrEqual(MAX_PAYLOAD_BYTES);
    expect(dispatched[0]?.incident.title).toHaveLength(1_024);
  });

  test.for([undefined, "", "with space", "x".repeat(65), "a;b"])(
    "with the delivery id %j is dispatched without one",
    async (id) => {
      const { post, dispatched, logs } = setUp();
      const { "x-webhook-id": _, ...headers } = signed(webhookOf());
      await post(webhookOf(), id === undefined ? headers : { ...headers, "x-webhook-id": id });
      expect(dispatched[0]?.delivery).toBeNull();
      expect(logs()[0]?.["delivery"]).toBeNull();
    },
  );

  test("is verified over bytes that a parser would write otherwise", async () => {
    const body = Buffer.from(`${webhookOf().toString().replaceAll("/", "\\/").replaceAll(":{", " : {")}\n`);
    expect((await setUp().post(body)).status).toBe(202);
  });

  test("is taken from an old subscription", async () => {
    const { post, dispatched } = setUp({ env: { INCIDENT_EVENTS: "incident.priority_updated" } });
    const body = readFixture("webhooks/go-pagerduty-incident.priority_updated.body.json");
    expect((await post(body)).status).toBe(202);
    expect(dispatchPayloadSchema.parse(dispatched[0])).toMatchObject({ incident: { created_at: null } });
  });
});

describe("a verified webhook that is not forwarded", () => {
  const ping = Buffer.from(
    '{"event":{"id":"01PING","event_type":"pagey.ping","resource_type":"pagey","agent":null,"data":{"message":"Hello from your friend Pagey!","type":"ping"}}}',
  );

  test("may be PagerDuty's test event", async () => {
    const { post, dispatched, logs } = setUp({ env: { INCIDENT_SERVICES: "nothing" } });
    const answer = await post(ping);
    expect([answer.status, answer.body]).toEqual([200, { status: "pong" }]);
    expect(dispatched).toEqual([]);
    expect(logs()).toMatchObject([
      { level: "info", outcome: "pong", event: "01PING", type: "pagey.ping", incident: null },
    ]);
  });

  test.for([
    ["not JSON", "<xml/>", "not-json", "the body is not JSON"],
    ["no event", '{"hello":1}', "no-event", "the body has no event of the V3 form"],
    ["empty", "", "not-json", "the body is not JSON"],
    [
      "a V2 body",
      '{"messages":[{"event":"incident.resolve"}]}',
      "v2",
      "a V2 webhook body: create a Generic Webhook (v3) subscription in its place",
    ],
  ] as const)("may be %s, which is an error in the log", async ([, text, cause, reason]) => {
    const { post, dispatched, logs } = setUp();
    const answer = await post(Buffer.from(text));
    expect([answer.status, answer.body]).toEqual([200, { status: "ignored", reason }]);
    expect(dispatched).toEqual([]);
    expect(logs()).toMatchObject([
      { level: "error", status: 200, outcome: `ignored: ${cause}`, event: null, type: null, incident: null },
    ]);
  });

  test("may lack an incident id, which is an error in the log that names the event", async () => {
    const { post, logs } = setUp();
    const answer = await post(webhookOf({ data: { id: "nope" } }));
    const reason = "the event carries no PagerDuty incident id";
    expect([answer.status, answer.body]).toEqual([200, { status: "ignored", reason }]);
    expect(logs()).toMatchObject([
      {
        level: "error",
        outcome: "ignored: no-incident",
        event: "01RESOLVED0000000000000001",
        type: "incident.resolved",
        incident: null,
      },
    ]);
  });

  test("may be about a service", async () => {
    const { post, logs } = setUp();
    const answer = await post(readFixture("webhooks/docs-service.updated.json"));
    const reason = "service.updated is not about an incident";
    expect([answer.status, answer.body]).toEqual([200, { status: "ignored", reason }]);
    expect(logs()).toMatchObject([
      { level: "info", event: "01BRB6ZP4M6T8ZG4X6BP63ZB9O", type: "service.updated", incident: null },
    ]);
  });

  test("may be a note, which names the incident and not itself", async () => {
    const { post, logs } = setUp();
    const data = JSON.parse(readFixture("webhooks/docs-data.incident_note.json").toString());
    const event = { id: "01NOTE", event_type: "incident.annotated", data };
    const answer = await post(Buffer.from(JSON.stringify({ event })));
    const reason = "incident.annotated is not in INCIDENT_EVENTS";
    expect([answer.status, answer.body]).toEqual([200, { status: "ignored", reason }]);
    expect(logs()).toMatchObject([
      { level: "info", outcome: "ignored: event-type", event: "01NOTE", incident: "PGR0VU2" },
    ]);
  });

  test("may be of a type that is not forwarded", async () => {
    const { post, logs, dispatched } = setUp();
    const body = webhookOf({ event: { event_type: "incident.reopened" } });
    const reason = "incident.reopened is not in INCIDENT_EVENTS";
    expect(await post(body)).toMatchObject({ status: 200, body: { status: "ignored", reason } });
    expect(dispatched).toEqual([]);
    expect(logs()).toMatchObject([{ level: "info", incident: "Q1ORDERSPOOL01" }]);
    const other = setUp({ env: { INCIDENT_EVENTS: "incident.resolved,incident.reopened" } });
    expect((await other.post(body)).status).toBe(202);
  });

  test("may be merged into another incident, which it names", async () => {
    const { post, dispatched, logs } = setUp();
    const answer = await post(readFixture("webhooks/incident.resolved.merged.json"));
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ status: "ignored", reason: "merged into Q0N5RRK7RT1Q46" });
    expect(dispatched).toEqual([]);
    expect(logs()).toMatchObject([{ level: "info", outcome: "ignored: merged" }]);
  });
});

describe("the filters", () => {
  const service = (id: unknown, summary: unknown) => ({ service: { id, summary } });
  const priority = (summary: unknown) => ({ priority: { summary } });

  test.for<[Raw, Record<string, unknown>]>([
    [{ INCIDENT_PRIORITIES: "P1,P2" }, priority("P2")],
    [{ INCIDENT_PRIORITIES: "p1" }, priority(" P1 ")],
    [{ INCIDENT_PRIORITIES: "sev-*" }, priority("SEV-1")],
    [{ INCIDENT_URGENCIES: "High" }, { urgency: "high" }],
    [{ INCIDENT_URGENCIES: "high,low" }, { urgency: "low" }],
    [{ INCIDENT_SERVICES: "PORDSVC" }, {}],
    [{ INCIDENT_SERVICES: "pordsvc" }, {}],
    [{ INCIDENT_SERVICES: "Orders-Service" }, {}],
    [{ INCIDENT_SERVICES: "billing,orders-*" }, {}],
    [{ INCIDENT_SERVICES: "*" }, service(null, "anything")],
    [{ INCIDENT_SERVICES: "PORDSVC" }, service("PORDSVC", null)],
    [{ INCIDENT_PRIORITIES: "P1", INCIDENT_URGENCIES: "high", INCIDENT_SERVICES: "orders-*" }, {}],
    [{ INCIDENT_PRIORITIES: "", INCIDENT_URGENCIES: ",", INCIDENT_SERVICES: " " }, { priority: null }],
  ])("%j let an incident with %j pass", async ([env, data]) => {
    const { post, dispatched } = setUp({ env });
    expect((await post(webhookOf({ data }))).status).toBe(202);
    expect(dispatched).toHaveLength(1);
  });

  test.for<[Raw, Record<string, unknown>, string]>([
    [{ INCIDENT_PRIORITIES: "P1" }, priority("P2"), "priority P2 is not in INCIDENT_PRIORITIES"],
    [{ INCIDENT_PRIORITIES: "P1" }, priority("P10"), "priority P10 is not in INCIDENT_PRIORITIES"],
    [{ INCIDENT_PRIORITIES: "*" }, { priority: null }, "priority (none) is not in INCIDENT_PRIORITIES"],
    [{ INCIDENT_URGENCIES: "high" }, { urgency: "low" }, "urgency low is not in INCIDENT_URGENCIES"],
    [{ INCIDENT_URGENCIES: "high" }, { urgency: null }, "urgency (none) is not in INCIDENT_URGENCIES"],
    [{ INCIDENT_SERVICES: "orders" }, {}, "service orders-service is not in INCIDENT_SERVICES"],
    [{ INCIDENT_SERVICES: "*" }, { service: null }, "service (none) is not in INCIDENT_SERVICES"],
    [{ INCIDENT_SERVICES: "x" }, service("PORDSVC", null), "service (none) is not in INCIDENT_SERVICES"],
  ])("%j keep an incident with %j out, and say so", async ([env, data, reason]) => {
    const { post, dispatched, logs } = setUp({ env });
    const answer = await post(webhookOf({ data }));
    expect([answer.status, answer.body]).toEqual([200, { status: "ignored", reason }]);
    expect(dispatched).toEqual([]);
    const cause = reason.split(" ")[0];
    expect(logs()).toMatchObject([{ outcome: `ignored: ${cause}`, incident: "Q1ORDERSPOOL01" }]);
  });
});

describe("a sample", () => {
  test("passes every filter", async () => {
    const { post } = setUp({ env: { INCIDENT_PRIORITIES: "P5", INCIDENT_EVENTS: "incident.reopened" } });
    const body = webhookOf({ data: { id: "SAMPLE01" } });
    expect((await post(body)).body).toMatchObject({ status: "dispatched", incident: "SAMPLE01" });
  });
});

test.for(["manual-1", "missed-2026-02-10T15:18:02Z", "MANUAL-1"])(
  "an event whose id begins as this project's own do is ignored, loudly: %s",
  async (id) => {
    const { post, logs, dispatched } = setUp();
    expect((await post(webhookOf({ event: { id } }))).body).toMatchObject({ status: "ignored" });
    expect(logs()).toMatchObject([{ level: "error", outcome: "ignored: own-event" }]);
    expect(dispatched).toEqual([]);
  },
);

test("a time in the future is sent as it is", async () => {
  const { post, dispatched } = setUp();
  await post(webhookOf({ event: { occurred_at: "9999-01-01T00:00:00Z" } }));
  expect(dispatched[0]?.event.occurred_at).toBe("9999-01-01T00:00:00Z");
});

describe("what is not verified", () => {
  const body = webhookOf();

  test.for<[string, Record<string, string>]>([
    ["no signature", {}],
    ["an empty signature", { "x-pagerduty-signature": "" }],
    ["a malformed one", { "x-pagerduty-signature": "v1=zzz" }],
    ["a wrong one", { "x-pagerduty-signature": signWebhook(body, ["other"]) }],
    ["the shared secret alone", { "x-webhook-secret": SECRET }],
  ])("with %s is refused, and the answer says nothing more", async ([, headers]) => {
    const { receive, dispatched, logs } = setUp();
    const response = await receive(request(body, { ...headers, "x-webhook-id": DELIVERY }));
    expect(response.status).toBe(401);
    expect(await response.text()).toBe('{"status":"unauthorized"}');
    expect([...response.headers.keys()].sort()).toEqual(["cache-control", "content-type"]);
    expect(dispatched).toEqual([]);
    expect(logs()).toEqual([
      {
        level: "error",
        method: "POST",
        status: 401,
        outcome: "unauthorized",
        delivery: null,
        event: null,
        type: null,
        incident: null,
        ms: 0,
      },
    ]);
  });

  test("is refused before it is read: not JSON without a signature is a 401 too", async () => {
    expect((await setUp().post(Buffer.from("<xml/>"), {})).status).toBe(401);
  });

  test("has no body to verify when there is none", async () => {
    const { receive } = setUp();
    const bare = new Request(URL_OF_ENDPOINT, { method: "POST", headers: signed(new Uint8Array()) });
    expect((await receive(bare)).status).toBe(200);
    expect((await receive(new Request(URL_OF_ENDPOINT, { method: "POST" }))).status).toBe(401);
  });

  test.for<[string, boolean, boolean, number]>([
    ["both", true, true, 202],
    ["the signature alone", true, false, 401],
    ["the shared secret alone", false, true, 401],
    ["neither", false, false, 401],
  ])("of two kinds of secret set, with %s passing", async ([, isSigned, isShared, status]) => {
    const { post } = setUp({ env: { WEBHOOK_SECRET: SHARED } });
    const headers = {
      "x-pagerduty-signature": signWebhook(body, [isSigned ? SECRET : "other"]),
      "x-webhook-secret": isShared ? SHARED : "other",
    };
    expect((await post(body, headers)).status).toBe(status);
  });

  test("may be the signature where the shared secret alone is set", async () => {
    const { post } = setUp({ env: { PAGERDUTY_WEBHOOK_SECRET: "", WEBHOOK_SECRET: `${SHARED},${OLDER}` } });
    expect((await post(body, { "x-webhook-secret": OLDER })).status).toBe(202);
    expect((await post(body, signed(body))).status).toBe(401);
  });

  test("passes under any of several signing secrets", async () => {
    const { post } = setUp({ env: { PAGERDUTY_WEBHOOK_SECRET: `${OLDER}, ${SECRET}` } });
    expect((await post(body, signed(body, OLDER))).status).toBe(202);
    expect((await post(body, signed(body))).status).toBe(202);
    expect((await post(body, signed(body, "oldest"))).status).toBe(401);
  });
});

describe("the order of the guards", () => {
  const broken = { PAGERDUTY_WEBHOOK_SECRET: "", INCIDENT_EVENTS: "incident.closed" };
  const large = padded(MAX_BODY_BYTES + 1);

  test("the method comes before the settings", async () => {
    const { receive } = setUp({ env: broken });
    expect((await receive(request(webhookOf(), {}, "PUT"))).status).toBe(405);
  });

  test("bad settings come before the size and the signature", async () => {
    const { post, dispatched, logs } = setUp({ env: broken });
    const answer = await post(large, {});
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("300");
    expect(answer.body).toEqual({
      status: "unavailable",
      problems: [
        expect.stringMatching(/^PAGERDUTY_WEBHOOK_SECRET is missing/),
        expect.stringMatching(
          /^INCIDENT_EVENTS has an unknown value, number 1 of its list; it takes incident\./,
        ),
      ],
    });
    expect(dispatched).toEqual([]);
    const detail = expect.stringContaining(String(answer.body.problems?.[0]));
    expect(logs()).toMatchObject([{ level: "error", outcome: "misconfigured", detail }]);
  });

  test("a missing signature and a wrong shared secret come before the body is read, however large it says it is", async () => {
    let pulled = 0;
    const unread = () => new ReadableStream<Uint8Array>({ pull: () => void pulled++ }, { highWaterMark: 0 });
    const { receive } = setUp({ env: { WEBHOOK_SECRET: "shared-secret-0123456789" } });
    const signature = { "x-pagerduty-signature": "v1=0" };
    for (const headers of [
      {},
      { "x-webhook-secret": "shared-secret-0123456789" },
      signature,
      { ...signature, "x-webhook-secret": "wrong" },
    ])
      expect((await receive(request(unread(), { ...headers, "content-length": "999999999" }))).status).toBe(
        401,
      );
    expect(pulled).toBe(0);
  });

  test("the size comes before the signature of the body", async () => {
    expect((await setUp().post(large, { "x-pagerduty-signature": "v1=0" })).status).toBe(413);
    expect((await setUp().post(large)).status).toBe(413);
  });

  test("the signature comes before the event's type and the filters", async () => {
    const { post } = setUp({ env: { INCIDENT_PRIORITIES: "P5" } });
    expect((await post(webhookOf({ event: { event_type: "pagey.ping" } }), {})).status).toBe(401);
  });

  test("the event's type comes before the merge, and the merge before the filters", async () => {
    const merged = { resolve_reason: { type: "merge_resolve_reason", incident: { id: "PTARGET" } } };
    const { post } = setUp({ env: { INCIDENT_PRIORITIES: "P5" } });
    const reasonOf = async (body: Buffer) => (await post(body)).body.reason;
    expect(await reasonOf(webhookOf({ data: merged }))).toBe("merged into PTARGET");
    expect(await reasonOf(webhookOf({ event: { event_type: "incident.triggered" }, data: merged }))).toBe(
      "incident.triggered is not in INCIDENT_EVENTS",
    );
  });
});

/** A signature that is yet to be looked at. */
const UNKNOWN = { "x-pagerduty-signature": "v1=0" };

describe("the size of a body", () => {
  const inChunks = (body: Uint8Array) =>
    new ReadableStream<Uint8Array>({
      start(controller) {
        for (let at = 0; at < body.length; at += 60_000) controller.enqueue(body.subarray(at, at + 60_000));
        controller.close();
      },
    });

  test("may be 256 KiB exactly", async () => {
    expect(MAX_BODY_BYTES).toBe(262_144);
    expect((await setUp().post(padded(MAX_BODY_BYTES))).status).toBe(202);
  });

  test("may not be one byte more, with or without a content length", async () => {
    const body = padded(MAX_BODY_BYTES + 1);
    const { receive, dispatched, logs } = setUp();
    const headers = signed(body);
    const announced = request(body, { ...headers, "content-length": String(body.length) });
    expect((await receive(announced)).status).toBe(413);
    expect((await receive(request(inChunks(body), headers))).status).toBe(413);
    expect(dispatched).toEqual([]);
    expect(logs()).toMatchObject([
      { level: "error", outcome: "too-large", delivery: null },
      { level: "error", outcome: "too-large", delivery: null },
    ]);
  });

  test("is refused by its announcement alone", async () => {
    const { receive } = setUp();
    const never = new ReadableStream<Uint8Array>();
    const announced = request(never, { ...UNKNOWN, "content-length": String(MAX_BODY_BYTES + 1) });
    expect((await receive(announced)).status).toBe(413);
  });

  test("stops being read beyond the bound", async () => {
    let pulled = 0;
    let cancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(65_536));
      },
      cancel() {
        cancelled = true;
        return Promise.reject(new Error("cannot be cancelled"));
      },
    });
    expect((await setUp().receive(request(endless, UNKNOWN))).status).toBe(413);
    expect(cancelled).toBe(true);
    expect(pulled).toBeLessThan(10);
  });

  test("takes no more memory for being cut into single bytes", async () => {
    const body = padded(250_000);
    let at = 0;
    const bytes = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (at === body.length) controller.close();
        else controller.enqueue(body.subarray(at, ++at));
      },
    });
    const held = () => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
    globalThis.gc?.();
    const before = held();
    let most = 0;
    const watch = setInterval(() => {
      most = Math.max(most, held() - before);
    }, 5);
    expect((await setUp().receive(request(bytes, signed(body)))).status).toBe(202);
    clearInterval(watch);
    expect(most).toBeLessThan(100_000_000);
  });

  test("is that of its chunks together", async () => {
    const body = webhookOf();
    const { receive } = setUp();
    const response = await receive(request(inChunks(body), signed(body)));
    expect(response.status).toBe(202);
  });
});

describe("a body that does not arrive whole", () => {
  /** At once almost at the end of the budget. */
  function hastyClock(): Clock {
    let asked = 0;
    return { ...fakeClock(), now: () => (asked++ === 0 ? 0 : 3_790) };
  }

  const stuck = (cancel?: () => Promise<void>) =>
    new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(webhookOf().subarray(0, 50)),
      ...(cancel ? { cancel } : {}),
    });

  test.for([
    ["never ends", stuck()],
    ["never ends and cannot be cancelled", stuck(() => Promise.reject(new Error("no")))],
    [
      "breaks",
      new ReadableStream<Uint8Array>({ start: (controller) => controller.error(new Error("reset")) }),
    ],
  ] as const)("because it %s is asked for again", async ([, body]) => {
    const { receive, logs, dispatched } = setUp({ clock: hastyClock() });
    const response = await receive(request(body, signed(webhookOf())));
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("5");
    expect(await response.json()).toEqual({
      status: "unavailable",
      reason: "the body did not arrive whole in time",
    });
    expect(dispatched).toEqual([]);
    expect(logs()).toMatchObject([{ level: "error", outcome: "late", status: 503, delivery: null }]);
  });

  test("is never taken for a short one that somebody else signed", async () => {
    const half = webhookOf().subarray(0, 50);
    const { receive } = setUp({ clock: hastyClock() });
    expect((await receive(request(stuck(), signed(half)))).status).toBe(503);
  });
});

describe("a dispatch that fails", () => {
  const refusal = (retryAfterMs: number | null) => () =>
    new RequestError("Dispatching to GitHub failed at x: it answered 403. Give it.", {
      status: 403,
      detail: "",
      effect: "none",
      retryAfterMs,
    });

  test.for<[number | null, string]>([
    [null, "60"],
    [1_000, "60"],
    [90_001, "91"],
    [86_400_000, "3600"],
  ])("is answered 503, to come again: GitHub asked for %j ms", async ([retryAfterMs, seconds]) => {
    const { post, logs } = setUp({ fail: refusal(retryAfterMs) });
    const answer = await post(webhookOf());
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe(seconds);
    const reason = "Dispatching to GitHub failed at x: it answered 403. Give it.";
    expect(answer.body).toEqual({ status: "unavailable", reason });
    expect(logs()).toMatchObject([
      { level: "error", outcome: "undelivered", incident: "Q1ORDERSPOOL01", detail: reason },
    ]);
  });

  test.for([
    [new TypeError("Orders database of Jordan"), "TypeError"],
    ["Orders database of Jordan", "string"],
  ] as const)("by a bug of ours is answered 503 as well, naming its kind alone", async ([thrown, detail]) => {
    const { post, logs, lines } = setUp({ fail: () => thrown });
    const answer = await post(webhookOf());
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("60");
    expect(answer.body).toEqual({ status: "unavailable", reason: "an error of ours" });
    expect(logs()).toMatchObject([{ level: "error", outcome: "broken", detail }]);
    expect(lines.join()).not.toContain("Jordan");
  });
});

describe("other methods", () => {
  test.for(["PUT", "PATCH", "DELETE", "OPTIONS"])("%s is not allowed", async (method) => {
    const { receive, logs } = setUp();
    const response = await receive(new Request(URL_OF_ENDPOINT, { method }));
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, HEAD, POST");
    expect(logs()).toMatchObject([{ method, status: 405, outcome: "method" }]);
  });

  test("GET reports the health: names of settings, and no values but of events and filters", async () => {
    const { receive } = setUp({
      env: {
        WEBHOOK_SECRET: SHARED,
        GITHUB_API_URL: "https://ghe.example.com/api/v3",
        INCIDENT_EVENTS: "incident.resolved,incident.reopened",
        INCIDENT_PRIORITIES: "P1,P2",
        INCIDENT_SERVICES: "orders-*",
      },
    });
    const response = await receive(new Request(URL_OF_ENDPOINT));
    expect(response.status).toBe(200);
    const text = await response.text();
    expect(JSON.parse(text)).toEqual({
      status: "ok",
      version: VERSION,
      settings: {
        PAGERDUTY_WEBHOOK_SECRET: true,
        WEBHOOK_SECRET: true,
        GITHUB_REPOSITORY: true,
        GITHUB_TOKEN: true,
        GITHUB_APP_ID: false,
        GITHUB_APP_PRIVATE_KEY: false,
        GITHUB_APP_INSTALLATION_ID: false,
        GITHUB_API_URL: true,
        INCIDENT_EVENTS: true,
        INCIDENT_PRIORITIES: true,
        INCIDENT_URGENCIES: false,
        INCIDENT_SERVICES: true,
      },
      events: ["incident.resolved", "incident.reopened"],
      filters: { priorities: ["P1", "P2"], urgencies: [], services: ["orders-*"] },
      problems: [],
    });
    for (const value of [SECRET, SHARED, TOKEN, "acme/docs", "ghe.example.com"])
      expect(text).not.toContain(value);
  });

  test("GET repeats no event that it does not know", async () => {
    const { receive, lines } = setUp({ env: { INCIDENT_EVENTS: "incident.resolved,PLANTED" } });
    const text = await (await receive(new Request(URL_OF_ENDPOINT))).text();
    expect(text).toContain("INCIDENT_EVENTS has an unknown value, number 2 of its list; it takes ");
    expect([text, ...lines].join().toUpperCase()).not.toContain("PLANTED");
  });

  test("GET logs no delivery id, which anybody could send", async () => {
    const { receive, logs } = setUp();
    await receive(new Request(URL_OF_ENDPOINT, { headers: { "x-webhook-id": DELIVERY } }));
    expect(logs()).toMatchObject([{ outcome: "healthy", delivery: null }]);
  });

  test("GET reports what is missing", async () => {
    const { receive, logs } = setUp({ env: { GITHUB_TOKEN: "" } });
    const response = await receive(new Request(URL_OF_ENDPOINT));
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("300");
    expect(await response.json()).toMatchObject({
      status: "misconfigured",
      settings: { GITHUB_TOKEN: false, GITHUB_REPOSITORY: true },
      events: [],
      filters: {},
      problems: [expect.stringMatching(/^GITHUB_TOKEN is missing/)],
    });
    expect(logs()).toMatchObject([{ method: "GET", level: "error", outcome: "misconfigured" }]);
  });

  test.for<[Raw, number]>([
    [{}, 200],
    [{ GITHUB_TOKEN: "" }, 503],
  ])("HEAD answers as GET does, without the body: %j", async ([env, status]) => {
    const { receive } = setUp({ env });
    const head = await receive(new Request(URL_OF_ENDPOINT, { method: "HEAD" }));
    const get = await receive(new Request(URL_OF_ENDPOINT));
    expect([head.status, get.status]).toEqual([status, status]);
    expect(await head.text()).toBe("");
    expect([...head.headers]).toEqual([...get.headers]);
  });
});

describe("every answer", () => {
  test("is not to be cached, is logged on one line, and has a status of the table", async () => {
    const bodies = [
      webhookOf(),
      webhookOf({ event: { event_type: "pagey.ping" } }),
      webhookOf({ data: { title: "two\nlines\u2028" } }),
      Buffer.from("x"),
    ];
    const failures = [undefined, () => new Error("x")];
    const seen = new Set<string>();
    for (const env of [{}, { GITHUB_TOKEN: "" }, { INCIDENT_SERVICES: "x" }]) {
      for (const fail of failures) {
        const { receive, lines, logs } = setUp({ env, ...(fail ? { fail } : {}) });
        const requests = [
          new Request(URL_OF_ENDPOINT),
          new Request(URL_OF_ENDPOINT, { method: "HEAD" }),
          new Request(URL_OF_ENDPOINT, { method: "DELETE" }),
          ...bodies.flatMap((body) => [request(body, signed(body)), request(body, {})]),
          request(padded(MAX_BODY_BYTES + 1), UNKNOWN),
        ];
        for (const one of requests) {
          const response = await receive(one);
          expect(response.headers.get("cache-control")).toBe("no-store");
          expect(response.headers.get("content-type")).toBe("application/json");
          expect(response.headers.has("retry-after")).toBe(response.status === 503);
          const { outcome, status } = logs().at(-1) ?? {};
          expect(status).toBe(response.status);
          const [code = ""] = String(outcome).split(":");
          expect(Object.entries(STATUSES)).toContainEqual([code, response.status]);
          seen.add(code);
        }
        expect(lines).toHaveLength(requests.length);
        for (const line of lines) expect(line).not.toMatch(/[\n\u2028]/);
      }
    }
    expect([...seen].sort()).toEqual(
      Object.keys(STATUSES)
        .filter((code) => code !== "late" && code !== "undelivered")
        .sort(),
    );
  });

  test("to a verified body is never a 4xx, whatever is in it", async () => {
    const { post } = setUp();
    const json = fc.oneof(
      fc.json({ maxDepth: 4 }),
      fc.record({ event: fc.jsonValue() }).map((value) => JSON.stringify(value)),
      fc.jsonValue({ maxDepth: 3 }).map((data) => webhookOf({ event: { data } }).toString()),
      fc
        .dictionary(fc.constantFrom("id", "type", "incident", "service", "teams", "title"), fc.jsonValue())
        .map((data) => webhookOf({ data }).toString()),
      fc
        .dictionary(fc.constantFrom("id", "event_type", "agent", "occurred_at"), fc.jsonValue())
        .map((event) => webhookOf({ event }).toString()),
    );
    await fc.assert(
      fc.asyncProperty(json, async (text) => {
        const { status } = await post(Buffer.from(text));
        expect([200, 202]).toContain(status);
      }),
      { numRuns: 500 },
    );
  });
});

test("a name of any characters is let through by the filter that has it", async () => {
  // Commas part names, a star stands for any characters; the rest is refused where names are read.
  const names = everyCharacter(
    /[*,，、،؛\\=[\](){}\r\n;；|¦"'`“”„‟‘’‚‛«»‹›❝❞❛❜〝〞〟´′″「」｢｣『』＂＇《》]/,
    1_024,
  );
  const missed: string[] = [];
  for (const name of names) {
    const { post } = setUp({ env: { INCIDENT_PRIORITIES: name, INCIDENT_SERVICES: name } });
    const named = { id: "P1", summary: name };
    const { status } = await post(webhookOf({ data: { priority: named, service: named } }));
    if (status !== 202) missed.push(name);
  }
  expect(missed).toEqual([]);
});
