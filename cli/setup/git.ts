/** Git, asked for one thing at a time. */

import { spawnSync } from "node:child_process";
import type { Variables } from "../variables.ts";

const TIMEOUT_MS = 15_000;

export type Git = {
  /** What it prints in a folder; null when it refuses, does not answer in time, or is not installed. */
  read(folder: string, ...args: string[]): string | null;
  /** Why it reads no repository in a folder, in its own words; null where it reads one. */
  refusal(folder: string): string | null;
  /** How a file differs from a text, as a patch. */
  difference(file: string, text: string): string;
};

/** Git with an environment, such as that of the terminal. */
export function createGit(env: Variables): Git {
  const run = (args: string[], input?: string) =>
    spawnSync("git", args, {
      encoding: "utf8",
      timeout: TIMEOUT_MS,
      // A private copy must not make it wait for a password.
      env: { ...env, GIT_TERMINAL_PROMPT: "0" },
      ...(input === undefined ? {} : { input }),
    });
  return {
    read(folder, ...args) {
      const { status, stdout } = run(["-C", folder, ...args]);
      return status === 0 ? stdout : null;
    },
    refusal(folder) {
      const { status, stderr, error } = run(["-C", folder, "rev-parse", "--git-dir"]);
      if (status === 0) return null;
      const [line = ""] = (error?.message ?? stderr).split("\n");
      return line.replace(/^fatal: /, "");
    },
    difference(file, text) {
      const { stdout } = run(
        ["diff", "--no-index", "--no-color", "--ignore-cr-at-eol", "--unified=1", "--", file, "-"],
        text,
      );
      // Its first four lines name the two files.
      return stdout.split("\n").slice(4).join("\n").trimEnd();
    },
  };
}

export type Remote = { host: string; repository: string };

const FORMS = [
  /^https?:\/\/(?:[^@/\s]+@)?([\w.-]+(?::\d+)?)\/([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/i,
  // The port is that of SSH, and no part of the address in a browser.
  /^(?:ssh|git):\/\/(?:[^@/\s]+@)?([\w.-]+)(?::\d+)?\/([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/,
  /^(?:[\w.-]+@)?([\w.-]+):([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/,
];

/** The host for SSH through port 443, and what people call it in SSH's configuration, one for each account. */
const OTHER_NAMES = /^(?:(?:ssh|www)\.github\.com|github\.com-[\w.-]+)$/;

/** The host and the `owner/name` of a remote's address; null for a path and the like. */
export function readRemote(url: string): Remote | null {
  for (const form of FORMS) {
    const [, host, repository] = form.exec(url.trim()) ?? [];
    if (host !== undefined && repository !== undefined)
      return { host: host.toLowerCase().replace(OTHER_NAMES, "github.com"), repository };
  }
  return null;
}

/**
 * The same of a checkout's remote, which must be on one of `hosts`. Throws an error of one sentence where it is not;
 * `what` is what the folder is called there, and `advice` what to do.
 */
export function readOrigin(git: Git, folder: string, hosts: string[], what: string, advice: string): Remote {
  const refusal = git.refusal(folder);
  if (refusal !== null) throw new Error(`${what} is no repository that Git reads (${refusal}). ${advice}`);
  const url = git.read(folder, "config", "--get", "remote.origin.url")?.trim();
  if (url === undefined) throw new Error(`${what} has no Git remote "origin". ${advice}`);
  // The second as `insteadOf` of the user's configuration has it.
  for (const address of [url, git.read(folder, "remote", "get-url", "origin") ?? ""]) {
    const remote = readRemote(address);
    if (remote !== null && hosts.includes(remote.host)) return remote;
  }
  // An address may hold a password.
  const shown = url.replace(/\/\/[^@/]*@/, "//");
  throw new Error(
    `${what} has the Git remote ${shown}, which is no repository on ${hosts.join(" or ")}. ${advice} For a GitHub Enterprise Server, set GITHUB_API_URL (https://HOST/api/v3) too.`,
  );
}
