import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type RunningFunction, startFunction } from "../../../sandbox/function/process.ts";

const cleanups: Array<() => Promise<void>> = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function writeEntry(source: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "function-test-"));
  cleanups.push(() => rm(folder, { recursive: true }));
  const entry = join(folder, "entry.mjs");
  await writeFile(entry, source);
  return entry;
}

/** What one function does, as the header `x-do` asks. */
const DOINGS = `
  let waiting = [];
  const doings = {
    async echo(request) {
      const headers = { "x-method": request.method, "x-path": new URL(request.url).pathname };
      return new Response(await request.arrayBuffer(), { status: 201, headers });
    },
    // None is answered before all have arrived.
    async together(request) {
      const body = await request.text();
      await new Promise((go) => { waiting.push(go); if (waiting.length === 200) for (const each of waiting) each(); });
      return new Response(body);
    },
    async early(request) {
      const reader = request.body.getReader();
      await reader.read();
      await reader.cancel("enough");
      return new Response("too large", { status: 413 });
    },
    env: () => Response.json(process.env),
    print() {
      console.log(JSON.stringify({ ok: 1 }));
      console.log("two");
      return new Response();
    },
    throw() { throw new Error("a bug"); },
    async wait(request) {
      console.log("arrived");
      const body = await request.text().catch(() => "cut");
      console.log(body, request.signal.aborted);
      return new Response();
    },
    stream() {
      const headers = new Headers([["set-cookie", "a=1"], ["set-cookie", "b=2"]]);
      return new Response(ReadableStream.from([new Uint8Array([104]), new Uint8Array([105])]), { headers });
    },
  };
  export default { fetch: (request) => doings[request.headers.get("x-do")](request) };`;

describe("the shipped function", () => {
  let running: RunningFunction;
  let url: string;

  beforeAll(async () => {
    const env = {
      PAGERDUTY_WEBHOOK_SECRET: "signing-secret-0123456789",
      GITHUB_REPOSITORY: "acme/docs",
      GITHUB_TOKEN: "t",
    };
    running = await startFunction({ env });
    url = running.url;
  });

  afterAll(() => running.close());

  test("is the only thing there besides the page, which GET and HEAD get with the headers of vercel.json", async () => {
    const others = ["/api", "/api/pagerduty.js", "/vercel.json", "/src/function/handler.ts", "/%2e%2e/x"];
    const statuses = await Promise.all(others.map(async (path) => (await fetch(url + path)).status));
    expect(statuses).toEqual(others.map(() => 404));

    const page = await fetch(url);
    expect(page.status).toBe(200);
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await page.text()).toContain("/api/pagerduty");
    expect(await (await fetch(url, { method: "HEAD" })).text()).toBe("");
    expect((await fetch(url, { method: "POST" })).status).toBe(405);
  });

  test("reports its health, at its own path and at the rewritten one, and is gone once closed, even twice", async () => {
    const direct = await fetch(`${url}/api/pagerduty`);
    const rewritten = await fetch(`${url}/pagerduty-resolved`);
    expect([direct.status, rewritten.status]).toEqual([200, 200]);
    expect(await rewritten.text()).toBe(await direct.text());
    await running.close();
    await running.close();
    expect(running.logs.map((line) => JSON.parse(line).status)).toEqual([200, 200]);
    await expect(fetch(url)).rejects.toThrow();
    await expect(running.memory()).rejects.toThrow("The function has ended");
  });
});

describe("a function that lives through many requests", () => {
  let url: string;
  let running: RunningFunction;
  let seeLine = (_: string) => {};
  const nextLine = () => new Promise<string>((settle) => (seeLine = settle));

  const ask = (what: string, init: RequestInit = {}) =>
    fetch(`${url}/api/pagerduty`, { ...init, headers: { "x-do": what } });

  beforeAll(async () => {
    const entry = await writeEntry(DOINGS);
    running = await startFunction({
      env: { GITHUB_TOKEN: "t" },
      entry,
      flags: ["--expose-gc"],
      onLog: (line) => seeLine(line),
    });
    url = running.url;
  });

  afterAll(() => running.close());

  test("hands over method, path, headers and the very bytes, and gives back what the function answers", async () => {
    const bytes = Uint8Array.from({ length: 300_000 }, (_, i) => (i * 7) % 256);
    const response = await fetch(`${url}/pagerduty-resolved?x=1`, {
      method: "PUT",
      body: bytes,
      headers: { "x-do": "echo" },
    });
    expect(response.status).toBe(201);
    expect(response.headers.get("x-method")).toBe("PUT");
    expect(response.headers.get("x-path")).toBe("/pagerduty-resolved");
    expect(response.headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
  });

  test("gets no environment but the one named and PATH", async () => {
    expect(await (await ask("env")).json()).toEqual({ GITHUB_TOKEN: "t", PATH: process.env["PATH"] });
  });

  test("has what it prints collected, line by line", async () => {
    const before = running.logs.length;
    const first = nextLine();
    await ask("print");
    expect(await first).toBe('{"ok":1}');
    await expect.poll(() => running.logs.slice(before)).toEqual(['{"ok":1}', "two"]);
  });

  test("answers 500 where it throws, which it logs, and goes on", async () => {
    const logged = nextLine();
    const broken = await ask("throw", { method: "POST", body: "x" });
    expect(broken.status).toBe(500);
    expect(await broken.text()).not.toContain("a bug");
    expect(await logged).toBe("Error: a bug");
    expect((await ask("stream")).status).toBe(200);
  });

  test("has the request, and its body, of a client that goes away aborted", async () => {
    const arrived = nextLine();
    const headers = { "content-length": "10", "x-do": "wait" };
    const client = request(`${url}/api/pagerduty`, { method: "POST", headers });
    client.on("error", () => {});
    client.write("half");
    expect(await arrived).toBe("arrived");
    const cut = nextLine();
    client.destroy();
    expect(await cut).toBe("cut true");
  });

  test("says what its process holds", async () => {
    const { rss, heapUsed } = await running.memory();
    expect(heapUsed).toBeGreaterThan(1_000_000);
    expect(rss).toBeGreaterThan(heapUsed);
  });

  test("serves two hundred requests at once", async () => {
    const bodies = Array.from({ length: 200 }, (_, i) => `body ${i}`);
    const answers = bodies.map(async (body) => (await ask("together", { method: "POST", body })).text());
    expect(await Promise.all(answers)).toEqual(bodies);
  });

  test("lets an answer through that is given before the body was read", async () => {
    const response = await ask("early", { method: "POST", body: new Uint8Array(4_000_000) });
    expect([response.status, await response.text()]).toEqual([413, "too large"]);
  });

  test("streams an answer and appends repeated headers", async () => {
    const response = await ask("stream");
    expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
    expect(await response.text()).toBe("hi");
  });

  test("answers 500 to a method that no Request can have, and goes on", async () => {
    const trace = await new Promise<string>((settle, reject) => {
      request(`${url}/api/pagerduty`, { method: "TRACE" }, (answer) =>
        text(answer).then((body) => settle(`${answer.statusCode} ${body}`), reject),
      ).end();
    });
    expect(trace).toMatch(/^500 /);
    expect((await ask("echo")).status).toBe(201);
  });
});

test("says why a function does not start", async () => {
  const throwing = await writeEntry("throw new Error('no settings');");
  await expect(startFunction({ env: {}, entry: throwing })).rejects.toThrow("no settings");
  const bare = await writeEntry("export default 1;");
  await expect(startFunction({ env: {}, entry: bare })).rejects.toThrow("does not export default { fetch }");
});
