/** `npm start` as a newcomer uses it: its options, what it ends with, its exit status. */

import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { doctor } from "../../cli/doctor.ts";
import { send } from "../../cli/send.ts";
import { start as startCommand } from "../../cli/start.ts";
import { subscribe } from "../../cli/subscribe.ts";
import { run, start } from "./command.ts";

const FIXTURES = join(import.meta.dirname, "..", "fixtures", "webhooks");

const play = (...args: string[]) => run(startCommand, args);

describe("npm start", () => {
  test.each([
    [["--events", "resolved,nope"], '--events knows no "nope"; it takes a file or some of ping, resolved'],
    [["--events", "test"], '--events knows no "test"'],
    [["--events", ","], "--events names no event"],
    [["--fail", "github"], "--fail is github; it takes SERVICE:HOW"],
    [["--dry-run"], "--dry-run needs --incident or --reconcile"],
    [["--port", "99999"], "--port is 99999; it takes a number up to 65532"],
    [["--payload", "nowhere.json"], "--payload is nowhere.json, and there is no such file"],
  ])("refuses %j with one sentence", async (args, sentence) => {
    expect(await play(...args)).toEqual({
      code: 2,
      out: "",
      error: expect.stringMatching(new RegExp(`^${sentence}[^\\n]*\n$`)),
    });
  });

  test("plays a webhook body of your own and ends with its postmortem", async () => {
    const { code, out } = await play(
      "--no-token",
      "--payload",
      join(FIXTURES, "incident.resolved.agent-null.json"),
    );
    expect(code).toBe(0);
    expect(out).toMatch(/^What happened +A postmortem in a pull request/m);
    expect(out).toContain("- 03:49 UTC — Resolved by automation");
  });

  test("shows a fault that was withstood, and ends with a postmortem whose cause has its evidence", async () => {
    const { code, out } = await play("--events", "resolved", "--fail", "github:500");
    expect(code).toBe(0);
    expect(out).toMatch(/GitHub → function +fails as told: 500 on POST/);
    expect(out).toMatch(/^## Root Cause\n\n[^#]*\(confirmed: \[/m);
    expect(out).not.toMatch(/not established|not measured|\(unknown/i);
  });

  test("ends well when there is rightly nothing to draft", async () => {
    const fixture = join(FIXTURES, "incident.resolved.merged.json");
    const { code, out } = await play("--payload", fixture, "--fail", "devin:500");
    expect(code).toBe(0);
    expect(out.replace(/\s+/g, " ")).toContain("--fail devin:500 never happened");
    expect(out).toContain("merged into Q0N5RRK7RT1Q46");
    expect(out).toMatch(/^What happened +No workflow ran/m);
  });

  test("ends with 1 when a postmortem was due and a service refused", async () => {
    const { code, out } = await play("--events", "resolved", "--fail", "devin:403");
    expect(code).toBe(1);
    expect(out).toMatch(/Devin → action +fails as told: 403/);
    expect(out.replace(/\s+/g, " ")).toContain("Give the key's service user a role with ManageOrgSessions.");
  });

  test.each<[string, (child: ReturnType<typeof start>["child"]) => void]>([
    ["is broken off", (child) => void child.kill("SIGINT")],
    ["has no reader any more", (child) => void child.stdout.destroy()],
  ])("leaves nothing behind when it %s", async (_, breakOff) => {
    const folder = mkdtempSync(join(tmpdir(), "postmortem-bridge-start-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const { child, ended } = start("cli/start.ts", [], { TMPDIR: folder });
    const closed = Promise.all([once(child, "close"), ended.catch(() => null)]);
    await once(child.stdout, "data");
    expect(readdirSync(folder)).toHaveLength(1);
    breakOff(child);
    expect((await closed)[0][0]).toBe(130);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("stays up on --serve, says how to be examined, sent to and subscribed to, and ends when it is told to", async () => {
    const { child, ended } = start("cli/start.ts", ["--serve"]);
    let text = "";
    child.stdout.on("data", (data) => {
      text += data;
    });
    await expect.poll(() => text, { timeout: 20_000 }).toContain("Control-C ends it.");
    const exports = [...text.matchAll(/^ {2}export (.*)$/gm)].flatMap(([, line = ""]) => line.split(" "));
    const env = Object.fromEntries(exports.map((pair) => pair.split("=")));
    const argsOf = (name: "doctor" | "send" | "subscribe") =>
      (new RegExp(`^ {2}npm run ${name} -- (.*)$`, "m").exec(text)?.[1] ?? "")
        .replace("$BRIDGE_URL", env["BRIDGE_URL"])
        .split(" ");
    const examined = await run(doctor, argsOf("doctor"), env);
    for (const part of ["Endpoint", "PagerDuty", "Devin"]) {
      expect(examined.out).toMatch(new RegExp(`^${part} +pass`, "m"));
      expect(examined.out).not.toMatch(new RegExp(`^${part} +(fail|warn)`, "m"));
    }
    expect((await run(send, argsOf("send"), env)).out).toMatch(/^202 /);
    const { out } = await run(subscribe, argsOf("subscribe"), env);
    expect(out).toMatch(/^Created P\w+ for team PTEAM01/);
    child.kill("SIGTERM");
    expect((await ended).code).toBe(0);
  });
});
