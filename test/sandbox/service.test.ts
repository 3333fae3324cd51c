import { once } from "node:events";
import { connect } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { type Route, type Service, startService } from "../../sandbox/service.ts";

const started: Service[] = [];

afterEach(async () => {
  await Promise.all(started.splice(0).map((service) => service.close()));
});

/** A counter: every request that takes effect raises it, which shows on which side of a fault it was. */
async function startCounter() {
  let count = 0;
  const route: Route = () => ({ status: 200, body: { count: ++count } });
  const service = await startService(route);
  started.push(service);
  return { service, count: () => count };
}

async function arrived(service: Service, many: number) {
  while (service.requests.length < many) await new Promise((resolve) => setImmediate(resolve));
}

describe("a service", () => {
  test("answers JSON by its route and listens on loopback only", async () => {
    const { service } = await startCounter();
    expect(service.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const response = await fetch(service.url);
    expect(response.headers.get("content-type")).toContain("application/json");
    expect(await response.json()).toEqual({ count: 1 });
  });

  test("records the method, the path with its query, the headers, the exact body and the status", async () => {
    const { service } = await startCounter();
    const body = Buffer.from([0x7b, 0x20, 0xff, 0x7d]);
    await fetch(`${service.url}/a/b?c=d%20e`, { method: "POST", body, headers: { "X-One": "1" } });
    const [record] = service.requests;
    expect(record).toMatchObject({ method: "POST", path: "/a/b?c=d%20e", status: 200 });
    expect(record?.headers["x-one"]).toBe("1");
    expect(Buffer.from(record?.body ?? []).equals(body)).toBe(true);
  });

  test("answers without the network too, unrecorded and with no fault", async () => {
    const seen: unknown[] = [];
    const service = await startService(({ method, url, headers, json }) => {
      seen.push([method, url.search, headers["x-one"], json()]);
      return method === "POST" ? { status: 201, body: { made: 1 } } : { status: 204 };
    });
    started.push(service);
    service.fail({ do: "reset" });
    const address = "https://api.example/a?b=c";
    const request = { method: "POST", headers: { "x-one": "1" }, body: '{"d":2}' };
    const response = await service.answer(address, request);
    expect([response.status, await response.json()]).toEqual([201, { made: 1 }]);
    expect((await service.answer(address, {})).status).toBe(204);
    expect(seen).toEqual([
      ["POST", "?b=c", "1", { d: 2 }],
      ["GET", "?b=c", undefined, undefined],
    ]);
    expect(service.requests).toEqual([]);
  });

  test("hands the route the parsed body, and undefined where it is not JSON", async () => {
    const seen: unknown[] = [];
    const service = await startService((request) => {
      seen.push(request.json());
      return { status: 204 };
    });
    started.push(service);
    const bodies = ['{"a":1}', "null", "", "{", Buffer.from([0x22, 0xff, 0x22])];
    for (const body of bodies) {
      const response = await fetch(service.url, { method: "POST", body });
      expect(response.status).toBe(204);
      expect(await response.text()).toBe("");
    }
    expect(seen).toEqual([{ a: 1 }, null, undefined, undefined, undefined]);
  });

  test("turns an uncaught error of the route into a 500 in JSON", async () => {
    const service = await startService(() => {
      throw new Error("planted");
    });
    started.push(service);
    const response = await fetch(service.url);
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ error: "Error: planted" });
  });

  test("refuses a body over 10 MB with 413 and does not run the route", async () => {
    const { service, count } = await startCounter();
    const body = Buffer.alloc(10 * 1024 * 1024 + 1);
    expect((await fetch(service.url, { method: "POST", body })).status).toBe(413);
    expect(service.requests[0]?.status).toBe(413);
    expect(count()).toBe(0);
    expect((await fetch(service.url, { method: "POST", body: body.subarray(1) })).status).toBe(200);
  });

  test("sends a text body as it is under a content type of its own", async () => {
    const headers = { "content-type": "text/plain" };
    const service = await startService(() => ({ status: 403, body: "No.", headers }));
    started.push(service);
    expect(await (await fetch(service.url)).text()).toBe("No.");
  });

  test("takes the port it is given, and rejects when another holds it", async () => {
    const { service } = await startCounter();
    const port = Number(new URL(service.url).port);
    await expect(startService(() => ({ status: 200 }), { port })).rejects.toThrow("EADDRINUSE");
    await service.close();
    const again = await startService(() => ({ status: 200 }), { port });
    started.push(again);
    expect(again.url).toBe(service.url);
  });
});

describe("a fault", () => {
  test("`status` answers in the route's place, with its body, headers and Retry-After", async () => {
    const { service, count } = await startCounter();
    service.fail({
      do: "status",
      status: 429,
      retryAfter: "7",
      headers: { "ratelimit-reset": "20" },
      body: { e: 1 },
    });
    const response = await fetch(service.url);
    expect(response.status).toBe(429);
    expect(response.headers.get("retry-after")).toBe("7");
    expect(response.headers.get("ratelimit-reset")).toBe("20");
    expect(await response.json()).toEqual({ e: 1 });
    expect(count()).toBe(0);
  });

  test("`status` without more is an empty 500", async () => {
    const { service } = await startCounter();
    service.fail({ do: "status" });
    const response = await fetch(service.url);
    expect([response.status, await response.text()]).toEqual([500, ""]);
  });

  test("strikes as often as it is told and then no more", async () => {
    const { service } = await startCounter();
    service.fail({ do: "status", status: 503, times: 2 });
    const statuses: number[] = [];
    for (let i = 0; i < 3; i++) statuses.push((await fetch(service.url)).status);
    expect(statuses).toEqual([503, 503, 200]);
  });

  test("strikes only its own method and path, the oldest fault first", async () => {
    const { service } = await startCounter();
    service.fail({ do: "status", status: 501, method: "post", path: /\/only\?x=1$/g });
    service.fail({ do: "status", status: 502, path: /\/only/ });
    const statuses: number[] = [];
    for (const [method, path] of [
      ["POST", "/other"],
      ["GET", "/only?x=1"],
      ["POST", "/only?x=1"],
      ["POST", "/only?x=1"],
    ]) {
      statuses.push((await fetch(service.url + path, { method: method ?? "" })).status);
    }
    expect(statuses).toEqual([200, 502, 501, 200]);
  });

  test("`status` after the effect loses the answer but not the effect", async () => {
    const { service, count } = await startCounter();
    service.fail({ do: "status", status: 502, after: true });
    expect((await fetch(service.url)).status).toBe(502);
    expect(count()).toBe(1);
  });

  test("`delay` answers normally in the end", async () => {
    const { service } = await startCounter();
    service.fail({ do: "delay", delayMs: 5 });
    expect(await (await fetch(service.url)).json()).toEqual({ count: 1 });
    service.fail({ do: "delay", delayMs: 5, after: true });
    expect(await (await fetch(service.url)).json()).toEqual({ count: 2 });
  });

  test("`delay` keeps the effect from a caller who gave up, unless the effect comes first", async () => {
    const { service, count } = await startCounter();
    for (const after of [false, true]) {
      service.fail({ do: "delay", delayMs: 60_000, after });
      const caller = new AbortController();
      const before = service.requests.length;
      const answer = fetch(service.url, { signal: caller.signal });
      await arrived(service, before + 1);
      caller.abort();
      await expect(answer).rejects.toThrow();
    }
    expect(count()).toBe(1);
  });

  test("`hang` never answers, and closing the service ends the wait", async () => {
    const { service, count } = await startCounter();
    service.fail({ do: "hang" });
    service.fail({ do: "hang", after: true });
    const answers = [fetch(service.url), fetch(service.url)];
    const settled = Promise.allSettled(answers);
    await arrived(service, 2);
    await service.close();
    expect((await settled).map((answer) => answer.status)).toEqual(["rejected", "rejected"]);
    expect(service.requests.map((request) => request.status)).toEqual([null, null]);
    expect(count()).toBe(1);
  });

  test.for([
    { after: false, effects: 0 },
    { after: true, effects: 1 },
  ])("`reset` breaks the connection (after the effect: $after)", async ({ after, effects }) => {
    const { service, count } = await startCounter();
    service.fail({ do: "reset", after });
    const error: unknown = await fetch(service.url).catch((reason) => reason.cause);
    expect(error).toMatchObject({ code: expect.stringMatching(/ECONNRESET|UND_ERR_SOCKET/) });
    expect(service.requests[0]?.status).toBe(null);
    expect(count()).toBe(effects);
  });

  test("`html` answers a proxy's page instead of JSON, 502 unless told", async () => {
    const { service, count } = await startCounter();
    service.fail({ do: "html" });
    service.fail({ do: "html", status: 401, body: "<p>who?</p>", after: true });
    const first = await fetch(service.url);
    expect(first.status).toBe(502);
    expect(first.headers.get("content-type")).toContain("text/html");
    expect(await first.text()).toContain("<h1>502</h1>");
    const second = await fetch(service.url);
    expect([second.status, await second.text()]).toEqual([401, "<p>who?</p>"]);
    expect(count()).toBe(1);
  });

  test.for([
    { after: false, effects: 0 },
    { after: true, effects: 1 },
  ])("`truncate` breaks off inside the body (after the effect: $after)", async ({ after, effects }) => {
    const { service, count } = await startCounter();
    service.fail({ do: "truncate", after });
    const response = await fetch(service.url);
    expect(response.status).toBe(200);
    await expect(response.json()).rejects.toThrow("terminated");
    expect(count()).toBe(effects);
  });

  test("`truncate` of an empty answer announces a body that never comes whole", async () => {
    const service = await startService(() => ({ status: 204 }));
    started.push(service);
    service.fail({ do: "truncate", after: true });
    const response = await fetch(service.url);
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow("terminated");
  });
});

describe("closing", () => {
  test("ends connections that are idle, silent or waiting for a delayed answer, and may be repeated", async () => {
    const { service } = await startCounter();
    await (await fetch(service.url)).text();
    const silent = connect(Number(new URL(service.url).port), "127.0.0.1");
    silent.on("error", () => {});
    await once(silent, "connect");
    const ended = once(silent, "close");
    service.fail({ do: "delay", delayMs: 3_600_000 });
    const waiting = Promise.allSettled([fetch(service.url)]);
    await arrived(service, 2);
    await service.close();
    await service.close();
    await ended;
    expect((await waiting)[0]?.status).toBe("rejected");
    await expect(fetch(service.url)).rejects.toThrow();
  });
});
