/** Git, asked for one thing at a time. */

import { spawnSync } from "node:child_process";

const TIMEOUT_MS = 15_000;

/** What `git` prints in a folder; null when it refuses, does not answer in time, or is not installed. */
export function git(folder: string, ...args: string[]): string | null {
  const { status, stdout } = spawnSync("git", ["-C", folder, ...args], {
    encoding: "utf8",
    timeout: TIMEOUT_MS,
    // A private copy must not make it wait for a password.
    env: { ...process.env, GIT_TERMINAL_PROMPT: "0" },
  });
  return status === 0 ? stdout : null;
}

export type Remote = { host: string; repository: string };

const FORMS = [
  /^(?:https?|ssh|git):\/\/(?:[^@/\s]+@)?([\w.-]+(?::\d+)?)\/([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/,
  /^(?:[\w.-]+@)?([\w.-]+):([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/,
];

/** The host and the `owner/name` of a remote's address; null for a path and the like. */
export function readRemote(url: string): Remote | null {
  for (const form of FORMS) {
    const [, host, repository] = form.exec(url.trim()) ?? [];
    if (host !== undefined && repository !== undefined) return { host: host.toLowerCase(), repository };
  }
  return null;
}
