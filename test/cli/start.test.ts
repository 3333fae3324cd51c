/** `npm start` as a newcomer uses it: its own process, its options, its exit status. */

import { spawn } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const MAIN = join(import.meta.dirname, "..", "..", "cli", "start.ts");
const MERGED = join(import.meta.dirname, "..", "fixtures", "webhooks", "incident.resolved.merged.json");
const AUTOMATIC = join(
  import.meta.dirname,
  "..",
  "fixtures",
  "webhooks",
  "incident.resolved.agent-null.json",
);

type Ended = { code: number | null; text: string };

function start(...args: string[]) {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", MAIN, ...args], {
    env: { PATH: process.env["PATH"] },
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data) => {
      text += data;
    });
  const ended = new Promise<Ended>((resolve) => child.on("close", (code) => resolve({ code, text })));
  return { child, ended, text: () => text };
}

describe("npm start", () => {
  test.each([
    [["--events", "resolved,nope"], /--events knows no "nope"; it takes a file or some of ping, resolved/],
    [["--fail", "github"], /--fail is github; it takes SERVICE:HOW/],
    [["--dry-run"], /--dry-run needs --incident or --reconcile/],
    [["--port", "99999"], /it takes a number up to 65532/],
    [["--payload", "nowhere.json"], /--payload is nowhere\.json, and there is no such file/],
  ])("refuses %j with one sentence", async (args, sentence) => {
    const { code, text } = await start(...args).ended;
    expect(code).toBe(2);
    expect(text.trim().split("\n")).toHaveLength(1);
    expect(text).toMatch(sentence);
  });

  test("plays a webhook body of your own and ends with its postmortem", async () => {
    const { code, text } = await start("--no-token", "--payload", AUTOMATIC).ended;
    expect(code).toBe(0);
    expect(text).toMatch(/^What happened +A postmortem in a pull request/m);
    expect(text).toContain("- 03:49 UTC — Resolved by automation");
  });

  test("ends well when there is rightly nothing to draft", async () => {
    const { code, text } = await start("--payload", MERGED).ended;
    expect(code).toBe(0);
    expect(text).toContain("merged into Q0N5RRK7RT1Q46");
    expect(text).toMatch(/^What happened +No workflow ran/m);
  });

  test("ends with 1 when a postmortem was due and a service refused", async () => {
    const { code, text } = await start("--fail", "devin:403").ended;
    expect(code).toBe(1);
    expect(text).toMatch(/Devin → action +fails as told: 403/);
    expect(text.replace(/\s+/g, " ")).toContain("Give the key's service user a role with ManageOrgSessions.");
  });

  test("stays up on --serve until it is told to end", async () => {
    const { child, ended, text } = start("--serve");
    await expect.poll(text, { timeout: 10_000 }).toContain("Control-C ends it.");
    const [, address = ""] = /The function\s+(\S+)/.exec(text()) ?? [];
    const health = await fetch(address);
    expect(health.status).toBe(200);
    child.kill("SIGTERM");
    expect((await ended).code).toBe(0);
  });
});
