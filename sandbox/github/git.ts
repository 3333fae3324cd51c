/** Git for the sandbox: neither the person's configuration nor a surrounding repository matters. */

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A file as large as GitHub shows through its API. */
const MAX_OUTPUT_BYTES = 100 * 1024 * 1024;

/** Runs Git in a folder and returns what it printed; throws with what it said when it fails. */
export function git(folder: string, ...args: string[]): string {
  return gitWith("", folder, ...args);
}

/** The same for a command that reads its standard input. */
export function gitWith(input: string, folder: string, ...args: string[]): string {
  const { PATH, SystemRoot } = process.env;
  return execFileSync("git", args, {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: MAX_OUTPUT_BYTES,
    input,
    stdio: ["pipe", "pipe", "pipe"],
    env: {
      PATH,
      SystemRoot,
      GIT_CONFIG_GLOBAL: process.platform === "win32" ? "NUL" : "/dev/null",
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_TERMINAL_PROMPT: "0",
      // What is made here is gone before it would pay to tidy it up, which each command starts a process for.
      GIT_CONFIG_COUNT: "2",
      GIT_CONFIG_KEY_0: "maintenance.auto",
      GIT_CONFIG_VALUE_0: "false",
      GIT_CONFIG_KEY_1: "receive.autoGC",
      GIT_CONFIG_VALUE_1: "false",
      GIT_AUTHOR_NAME: "devin-ai-integration[bot]",
      GIT_AUTHOR_EMAIL: "devin@example.com",
      GIT_COMMITTER_NAME: "devin-ai-integration[bot]",
      GIT_COMMITTER_EMAIL: "devin@example.com",
    },
  });
}

/** The commit that a ref such as `refs/heads/main` points to, read where Git keeps it: a process only for a packed one. */
export function tipOf(gitDirectory: string, ref: string): string {
  const loose = join(gitDirectory, ref);
  return (
    existsSync(loose) ? readFileSync(loose, "utf8") : git(gitDirectory, "rev-parse", "--verify", ref)
  ).trim();
}
