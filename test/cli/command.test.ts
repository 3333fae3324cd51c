/** The one way in which every command helps and fails. */

import { spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };

const ROOT = join(import.meta.dirname, "..", "..");

/** Each npm script that runs a file of ours, and that file. */
const SCRIPTS = Object.entries(manifest.scripts).flatMap(([name, line]) => {
  const file = /^node --disable-warning=ExperimentalWarning (\S+\.ts)/.exec(line)?.[1];
  return file === undefined ? [] : [{ name, file }];
});

async function run(file: string, ...args: string[]) {
  const child = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", join(ROOT, file), ...args],
    {
      env: { PATH: process.env["PATH"] },
    },
  );
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const [out, error, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { out, error, code };
}

describe.concurrent.each(SCRIPTS)("npm run $name", ({ name, file }) => {
  test("explains itself, and answers a mistyped option with a sentence, the nearest one and its help", async () => {
    const help = await run(file, "--help");
    expect(help).toMatchObject({ code: 0, error: "" });
    expect(help.out.split("\n").filter((line) => line.length > 80)).toEqual([]);
    expect(help.out).toContain(`Usage: npm ${name === "start" ? "start" : `run ${name}`} --`);

    const mistyped = await run(file, "--hepl");
    expect(mistyped).toMatchObject({ code: 2, out: "" });
    expect(mistyped.error).toMatch(/^Unknown option '--hepl'. Did you mean --help\?\n\nUsage: npm /);
  });
});

test("an option that would hold a secret is refused with the place where secrets come from", async () => {
  const { code, error } = await run("cli/send.ts", "--secret", "hunter22");
  expect(code).toBe(2);
  expect(error).toContain("secrets come from the environment");
  expect(error).not.toContain("hunter22");
});
