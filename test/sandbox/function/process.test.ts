import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import {
  type FunctionOptions,
  type RunningFunction,
  startFunction,
} from "../../../sandbox/function/process.ts";

const cleanups: Array<() => Promise<void>> = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function start(options: FunctionOptions): Promise<RunningFunction> {
  const running = await startFunction(options);
  cleanups.push(running.close);
  return running;
}

/** Starts a function whose `fetch` has the given body. */
async function startStub(body: string, options: Partial<FunctionOptions> = {}): Promise<RunningFunction> {
  const entry = await writeEntry(`export default { async fetch(request) { ${body} } };`);
  return await start({ env: {}, entry, ...options });
}

async function writeEntry(source: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "function-test-"));
  cleanups.push(() => rm(folder, { recursive: true }));
  const entry = join(folder, "entry.mjs");
  await writeFile(entry, source);
  return entry;
}

const echo = `return new Response(await request.arrayBuffer(), {
  status: 201, headers: { "x-method": request.method, "x-path": new URL(request.url).pathname } });`;

/** What one function does, as the header `x-do` asks. */
const DOINGS = `
  let waiting = [];
  const doings = {
    async echo(request) { ${echo} },
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
    stream() {
      const headers = new Headers([["set-cookie", "a=1"], ["set-cookie", "b=2"]]);
      return new Response(ReadableStream.from([new Uint8Array([104]), new Uint8Array([105])]), { headers });
    },
  };
  export default { fetch: (request) => doings[request.headers.get("x-do")](request) };`;

describe("the shipped function", () => {
  test("reports its health, at its own path and at the rewritten one", async () => {
    const { url, logs, close } = await start({
      env: {
        PAGERDUTY_WEBHOOK_SECRET: "signing-secret-0123456789",
        GITHUB_REPOSITORY: "acme/docs",
        GITHUB_TOKEN: "t",
      },
    });
    const direct = await fetch(`${url}/api/pagerduty`);
    const rewritten = await fetch(`${url}/pagerduty-resolved`);
    expect([direct.status, rewritten.status]).toEqual([200, 200]);
    expect(await rewritten.text()).toBe(await direct.text());
    await close();
    expect(logs.map((line) => JSON.parse(line).status)).toEqual([200, 200]);
  });

  test("is the only thing there besides the page, which GET and HEAD get with the headers of vercel.json", async () => {
    const { url } = await start({ env: {} });
    const paths = [
      "/",
      "/api",
      "/api/pagerduty.js",
      "/api/other",
      "/vercel.json",
      "/src/function/handler.ts",
      "/%2e%2e/x",
    ];
    const statuses = await Promise.all(paths.map(async (path) => (await fetch(url + path)).status));
    expect(statuses).toEqual([200, 404, 404, 404, 404, 404, 404]);

    const page = await fetch(url);
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await page.text()).toContain("/api/pagerduty");
    expect(await (await fetch(url, { method: "HEAD" })).text()).toBe("");
    expect((await fetch(url, { method: "POST" })).status).toBe(405);
  });
});

describe("a function that lives through many requests", () => {
  let url: string;
  let running: RunningFunction;

  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), "function-test-"));
    await writeFile(join(folder, "entry.mjs"), DOINGS);
    running = await startFunction({ env: {}, entry: join(folder, "entry.mjs") });
    await rm(folder, { recursive: true });
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

  test("serves two hundred requests at once", async () => {
    const bodies = Array.from({ length: 200 }, (_, i) => `body ${i}`);
    const answers = bodies.map(async (body) =>
      (await fetch(`${url}/api/pagerduty`, { method: "POST", body, headers: { "x-do": "together" } })).text(),
    );
    expect(await Promise.all(answers)).toEqual(bodies);
  });

  test("lets an answer through that is given before the body was read", async () => {
    const response = await fetch(`${url}/api/pagerduty`, {
      method: "POST",
      body: new Uint8Array(4_000_000),
      headers: { "x-do": "early" },
    });
    expect([response.status, await response.text()]).toEqual([413, "too large"]);
  });

  test("streams an answer and appends repeated headers", async () => {
    const response = await fetch(`${url}/api/pagerduty`, { headers: { "x-do": "stream" } });
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
    expect((await fetch(`${url}/api/pagerduty`, { headers: { "x-do": "echo" } })).status).toBe(201);
  });
});

test("gives the function no environment but the one named and PATH", async () => {
  const { url } = await startStub("return Response.json(process.env);", { env: { GITHUB_TOKEN: "t" } });
  const seen: unknown = await (await fetch(`${url}/api/pagerduty`)).json();
  expect(seen).toEqual({ GITHUB_TOKEN: "t", PATH: process.env["PATH"] });
});

test("collects what the function prints, line by line", async () => {
  const lines: string[] = [];
  const stub = await startStub(
    `console.log(JSON.stringify({ ok: 1 })); console.log("two"); return new Response();`,
    {
      onLog: (line) => lines.push(line),
    },
  );
  await fetch(`${stub.url}/api/pagerduty`);
  await stub.close();
  expect(stub.logs).toEqual(['{"ok":1}', "two"]);
  expect(lines).toEqual(stub.logs);
});

test("answers 500 where the function throws, and goes on", async () => {
  const stub = await startStub(
    `if (request.method === "POST") throw new Error("a bug"); return new Response("fine");`,
  );
  const broken = await fetch(`${stub.url}/api/pagerduty`, { method: "POST", body: "x" });
  expect(broken.status).toBe(500);
  expect(await broken.text()).not.toContain("a bug");
  expect(await (await fetch(`${stub.url}/api/pagerduty`)).text()).toBe("fine");
  await stub.close();
  expect(stub.logs[0]).toBe("Error: a bug");
});

test("aborts the request, and its body, of a client that goes away", async () => {
  let seeLine = (_: string) => {};
  const nextLine = () => new Promise<string>((settle) => (seeLine = settle));
  const { url } = await startStub(
    `console.log("arrived");
     const body = await request.text().catch(() => "cut");
     console.log(body, request.signal.aborted);
     return new Response();`,
    { onLog: (line) => seeLine(line) },
  );
  const arrived = nextLine();
  const client = request(`${url}/api/pagerduty`, { method: "POST", headers: { "content-length": "10" } });
  client.on("error", () => {});
  client.write("half");
  expect(await arrived).toBe("arrived");
  const cut = nextLine();
  client.destroy();
  expect(await cut).toBe("cut true");
});

test("says why a function does not start", async () => {
  const throwing = await writeEntry("throw new Error('no settings');");
  await expect(startFunction({ env: {}, entry: throwing })).rejects.toThrow("no settings");
  const bare = await writeEntry("export default 1;");
  await expect(startFunction({ env: {}, entry: bare })).rejects.toThrow("does not export default { fetch }");
});

test("says what its process holds, and after its end that it holds nothing", async () => {
  const stub = await startStub(echo, { flags: ["--expose-gc"] });
  const { rss, heapUsed } = await stub.memory();
  expect(heapUsed).toBeGreaterThan(1_000_000);
  expect(rss).toBeGreaterThan(heapUsed);
  await stub.close();
  await expect(stub.memory()).rejects.toThrow("The function has ended");
});

test("is gone once closed, and may be closed twice", async () => {
  const stub = await startStub(echo);
  await stub.close();
  await stub.close();
  await expect(fetch(stub.url)).rejects.toThrow();
});
