/** An operator's command, in this process or as a user runs it: what it printed, and its exit status. */

import { spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import type { CommandUnknownOpts } from "@commander-js/extra-typings";
import { runCommand } from "../../cli/command.ts";
import type { Terminal } from "../../cli/terminal.ts";

export type Ended = { code: number | null; out: string; error: string };

export type Environment = Record<string, string>;

const ROOT = join(import.meta.dirname, "..", "..");

/** Runs a command in this process, with these arguments and nothing else in its environment. */
export async function run(
  create: (terminal: Terminal) => CommandUnknownOpts,
  args: string[],
  env: Environment = {},
  folder = ".",
): Promise<Ended> {
  const ended = { code: 0, out: "", error: "" };
  const terminal: Terminal = {
    env,
    fetch,
    clock: { now: Date.now, sleep: (ms) => sleep(ms) },
    folder,
    print: (line) => {
      ended.out += `${line}\n`;
    },
    printError: (line) => {
      ended.error += `${line}\n`;
    },
    setStatus: (status) => {
      ended.code = status;
    },
  };
  await runCommand(create(terminal), args, terminal);
  return ended;
}

/** Starts a file of ours as npm does, in its own process, with nothing else in its environment. */
export function start(file: string, args: string[], env: Environment = {}) {
  const child = spawn(
    process.execPath,
    ["--import", pathToFileURL(join(ROOT, "cli", "ready.js")).href, join(ROOT, file), ...args],
    {
      env: {
        PATH: process.env["PATH"],
        NODE_COMPILE_CACHE: join(ROOT, "node_modules", ".cache", "node"),
        ...env,
      },
    },
  );
  const status = new Promise<number | null>((resolve) => child.on("close", resolve));
  const ended = Promise.all([status, text(child.stdout), text(child.stderr)]).then(
    ([code, out, error]): Ended => ({ code, out, error }),
  );
  return { child, ended };
}
