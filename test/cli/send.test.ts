/** `npm run send` against the shipped function and stand-ins for it. */

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { pingEvent, SAMPLE_EVENTS } from "../../cli/sample-event.ts";
import { send } from "../../cli/send.ts";
import type { RunningFunction } from "../../sandbox/function/process.ts";
import { startGitHub } from "../../sandbox/github/server.ts";
import { type Reply, startService } from "../../sandbox/service.ts";
import { verifySharedSecret, verifySignature } from "../../src/pagerduty/signature.ts";
import { run } from "./command.ts";
import { KEYS, startEndpoint } from "./services.ts";

const SECRETS = { PAGERDUTY_WEBHOOK_SECRET: KEYS.signing, WEBHOOK_SECRET: KEYS.shared };

let github: Awaited<ReturnType<typeof startGitHub>>;
let endpoint: RunningFunction;
let url: string;

beforeAll(async () => {
  github = await startGitHub({
    repository: "acme/docs",
    tokens: [{ token: KEYS.github, contents: "write" }],
  });
  endpoint = await startEndpoint(github.url);
  url = `${endpoint.url}/api/pagerduty`;
});

afterAll(async () => {
  await endpoint.close();
  await github.close();
});

async function standIn(reply: Reply) {
  const service = await startService(() => reply);
  onTestFinished(service.close);
  return { service, url: `${service.url}/api/pagerduty` };
}

describe("a sample", () => {
  test("is a ping unless told, which the endpoint answers and forgets", async () => {
    const ended = await run(send, ["--url", url], SECRETS);
    expect(ended).toEqual({
      code: 0,
      out: '200 {"status":"pong"}\n',
      error: `POST ${url}: ping, 228 bytes\n`,
    });
    expect(github.dispatches).toEqual([]);
  });

  test("of an incident is dispatched, and as JSON is one document", async () => {
    const { code, out } = await run(send, ["--url", url, "--event", "resolved", "--json"], SECRETS);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      url,
      sent: "resolved",
      ok: true,
      status: 202,
      body: expect.stringContaining('"incident":"Q1ORDERSPOOL01"'),
      location: null,
    });
    expect(github.dispatches.map(({ action }) => action)).toEqual(["incident.resolved"]);
  });

  test("of the whole way is an incident whose id PagerDuty never makes", async () => {
    const stand = await standIn({ status: 202, body: { status: "dispatched" } });
    const { code, out } = await run(send, ["--url", stand.url, "--sample"], SECRETS);
    expect(code).toBe(0);
    expect(out).toContain("Actions in the docs repository");
    const { event } = JSON.parse(Buffer.from(stand.service.requests[0]!.body).toString());
    expect(event).toMatchObject({
      event_type: "incident.resolved",
      data: { id: expect.stringMatching(/^SAMPLE[A-Z0-9]{1,26}$/), status: "resolved" },
    });
  });

  test("may be a file, byte for byte, found where the user is", async () => {
    const folder = mkdtempSync(join(tmpdir(), "postmortem-bridge-send-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const bytes = Buffer.from('{ "not" :\t"ours" }\r\n');
    writeFileSync(join(folder, "body.json"), bytes);
    const stand = await standIn({ status: 200, body: { status: "ignored" } });
    const args = ["--url", stand.url, "--file", "body.json"];
    const { code } = await run(send, args, SECRETS, folder);
    expect(code).toBe(0);
    const [sent] = stand.service.requests;
    expect(Buffer.from(sent!.body)).toEqual(bytes);
  });

  test("is signed with every signing secret and carries the shared one", async () => {
    const stand = await standIn({ status: 200 });
    const env = { PAGERDUTY_WEBHOOK_SECRET: "an-old-secret, a-new-secret", WEBHOOK_SECRET: "shäred-secret" };
    await run(send, ["--url", stand.url], env);
    const [sent] = stand.service.requests;
    const signature = sent!.headers["x-pagerduty-signature"]!;
    for (const secret of ["an-old-secret", "a-new-secret"])
      expect(verifySignature([secret], sent!.body, signature)).toBe(true);
    expect(verifySharedSecret(["shäred-secret"], sent!.headers["x-webhook-secret"]!)).toBe(true);
    expect(Buffer.from(sent!.body)).toEqual(Buffer.from(pingEvent()));
  });
});

describe("an answer that is no 2xx makes the exit status 1", () => {
  test("a refusal", async () => {
    const ended = await run(send, ["--url", url], { ...SECRETS, WEBHOOK_SECRET: "another-secret" });
    expect(ended).toMatchObject({ code: 1, out: '401 {"status":"unauthorized"}\n' });
    expect(ended.error).toContain("The secrets here are not the endpoint's");
  });

  test("a redirect, which is not followed", async () => {
    const elsewhere = await standIn({ status: 200 });
    const stand = await standIn({ status: 307, headers: { location: elsewhere.url } });
    const { code, out } = await run(send, ["--url", stand.url], SECRETS);
    expect(code).toBe(1);
    expect(out).toBe(`307 (a redirect to ${elsewhere.url}, which neither this nor PagerDuty follows)\n`);
    expect(elsewhere.service.requests).toEqual([]);
  });

  test("none at all", async () => {
    const closed = await startService(() => ({ status: 200 }));
    await closed.close();
    const args = ["--url", `${closed.url}/api/pagerduty`];
    expect(await run(send, args, SECRETS)).toMatchObject({ code: 1, out: "no answer (ECONNREFUSED)\n" });
    const { out } = await run(send, [...args, "--json"], SECRETS);
    expect(JSON.parse(out)).toMatchObject({ ok: false, status: null });
  });

  test("shows no secret that comes back, and nothing that a terminal would obey", async () => {
    const stand = await standIn({ status: 500, body: { headers: KEYS.shared, title: "\u001b[2J\u202e" } });
    stand.service.fail({ do: "status", status: 400, body: `\u001b]0;${KEYS.signing}\u0007` });
    for (const args of [[], ["--json"]]) {
      const { out } = await run(send, ["--url", stand.url, ...args], SECRETS);
      expect(out).toContain("***");
      expect(out).toMatch(/^[\x20-\x7e\n]+$/);
      expect(out).not.toContain(KEYS.shared);
      expect(out).not.toContain(KEYS.signing);
    }
  });
});

describe("what it does not send", () => {
  const good = "https://example.vercel.app/api/pagerduty";

  test.for([
    [[], "--url is missing; it takes the address of the endpoint."],
    [["--url", good, "--event", "nope"], `--event is "nope"; it takes one of ${SAMPLE_EVENTS.join(", ")}.`],
    [["--url", good, "--file", "nowhere.json"], "--file is nowhere.json, and there is no such file."],
  ] as const)("%j", async ([args, sentence]) => {
    expect(await run(send, [...args], SECRETS)).toEqual({ code: 2, out: "", error: `${sentence}\n` });
  });

  test("anything without a secret, or with one that cannot be", async () => {
    const unset = await run(send, ["--url", good]);
    expect(unset).toMatchObject({
      code: 2,
      out: "",
      error: expect.stringMatching(/^PAGERDUTY_WEBHOOK_SECRET and/),
    });
    const odd = await run(send, ["--url", good], { WEBHOOK_SECRET: "a-long-one,short" });
    expect(odd).toMatchObject({
      code: 2,
      out: "",
      error: expect.stringMatching(/^WEBHOOK_SECRET number 2 of its list has fewer than 8/),
    });
  });
});
