/** Git for the sandbox: neither the person's configuration nor a surrounding repository matters. */

import { execFileSync } from "node:child_process";

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
      GIT_AUTHOR_NAME: "devin-ai-integration[bot]",
      GIT_AUTHOR_EMAIL: "devin@example.com",
      GIT_COMMITTER_NAME: "devin-ai-integration[bot]",
      GIT_COMMITTER_EMAIL: "devin@example.com",
    },
  });
}
