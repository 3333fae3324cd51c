/** The one way in which every command helps and fails, and what ties it to its process. */

import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { doctor } from "../../cli/doctor.ts";
import { send } from "../../cli/send.ts";
import manifest from "../../package.json" with { type: "json" };
import { webhookOf } from "../builders.ts";
import { GOOD } from "../check/golden.ts";
import { type Ended, run, start } from "./command.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const WRONG = GOOD[0]!.text.replace("status: draft", "status: done");

/** Each npm script that runs a file of ours, and that file. */
const SCRIPTS = Object.entries(manifest.scripts).flatMap(([name, line]) => {
  const file = /^node --import .\/cli\/ready.js (\S+\.ts)/.exec(line)?.[1];
  return file === undefined ? [] : [{ name, file }];
});

test("what is typed after npm run reaches the one program that a script runs", () => {
  const others = Object.values(manifest.scripts).filter((line) => /ready\.js (?!\S+\.ts$)/.test(line));
  expect(others).toEqual(["node cli/ready.js && vitest run --coverage"]);
});

describe("a mistyped option of npm run", () => {
  let ended: Ended[];

  beforeAll(async () => {
    const { out } = await start(
      "test/cli/mistype.ts",
      SCRIPTS.map(({ file }) => join(ROOT, file)),
    ).ended;
    ended = JSON.parse(out);
  });

  test.each(SCRIPTS.map(({ name }, index) => ({ name, index })))(
    "$name is answered by a sentence, the nearest one and its help",
    ({ name, index }) => {
      expect(ended[index]).toMatchObject({ code: 2, out: "" });
      const { error = "" } = ended[index] ?? {};
      const usage = `Usage: npm ${name === "start" ? "start" : `run ${name}`} --`;
      expect(error).toContain(`Unknown option '--hepl'. Did you mean --help?\n\n${usage}`);
      expect(error.split("\n").filter((line) => line.length > 80)).toEqual([]);
    },
  );
});

test("a command without its packages is one sentence that says what to do, and so is every other", () => {
  const folder = mkdtempSync(join(tmpdir(), "postmortem-bridge-ready-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  cpSync(join(ROOT, "cli"), join(folder, "cli"), { recursive: true });
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "./cli/ready.js", "cli/start.ts"],
    { cwd: folder, encoding: "utf8" },
  );
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(/^[^\n]*npm ci[^\n]*\n$/);
  const unguarded = Object.values(manifest.scripts).filter((line) => /node (?!--import).*\.ts/.test(line));
  expect(unguarded).toEqual([]);
});

test("a command explains itself when asked, which is no failure", async () => {
  const { code, out, error } = await run(doctor, ["--help"]);
  expect([code, error]).toEqual([0, ""]);
  expect(out).toMatch(/^Usage: npm run doctor -- \[options\]\n[\s\S]*\nExits with 1 when [\s\S]*\.\n$/);
});

// Not every system has a file that is always full.
test.skipIf(!existsSync("/dev/full"))("output that is lost, such as on a full disk, is no success", () => {
  const { status, stderr } = spawnSync(process.execPath, ["cli/send.ts", "--help"], {
    cwd: ROOT,
    stdio: ["ignore", openSync("/dev/full", "w"), "pipe"],
    encoding: "utf8",
  });
  expect([status, stderr]).toEqual([2, expect.stringMatching(/^[^\n]*ENOSPC[^\n]*\n$/)]);
});

test("an option that would hold a secret is refused with the place where secrets come from", async () => {
  const { code, error } = await run(send, ["--secret", "hunter22"]);
  expect(code).toBe(2);
  expect(error).toContain("secrets come from the environment");
  expect(error).not.toContain("hunter22");
});

test("a process is asked in the folder where npm was, prints on its output, and exits with the command's status", async () => {
  const folder = mkdtempSync(join(tmpdir(), "postmortem-bridge-command-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "incident.json"), webhookOf());
  const explained = await start("cli/explain.ts", ["incident.json"], { INIT_CWD: folder }).ended;
  expect(explained).toMatchObject({
    code: 0,
    error: "",
    out: expect.stringContaining("\nDecision: draft\n"),
  });

  writeFileSync(join(folder, "postmortem.md"), WRONG);
  const checked = await start("cli/check.ts", ["postmortem.md"], { INIT_CWD: folder }).ended;
  expect(checked).toMatchObject({ code: 1, error: expect.stringMatching(/^Checking .* …\n$/) });
  expect(checked.out).toMatch(/^postmortem\.md:2 error front-matter-status$/m);
});
