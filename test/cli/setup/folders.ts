/** Git repositories for the tests of the set-up: bare ones in place of GitHub's, and checkouts of them. */

import { mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { git } from "../../../sandbox/github/git.ts";

type WhenDone = (clean: () => void) => void;

/** A folder that is deleted after the test, unless told. */
export function temporary(whenDone: WhenDone = onTestFinished): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "setup-")));
  whenDone(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A checkout with one commit in a new folder; `origin` is its remote's address. */
export function checkout(origin?: string, branch = "main", whenDone?: WhenDone): string {
  const folder = temporary(whenDone);
  git(folder, "init", "--quiet", "--template=", `--initial-branch=${branch}`);
  commit(folder, "first");
  if (origin !== undefined) git(folder, "remote", "add", "origin", origin);
  return folder;
}

export function commit(folder: string, message: string): void {
  const author = ["-c", "user.name=t", "-c", "user.email=t@example.com"];
  git(folder, ...author, "commit", "--quiet", "--allow-empty", "--all", "--message", message);
}

/**
 * A stand-in for github.com: bare repositories below a folder, and the environment in which git finds them there.
 */
export function standInForGitHub(whenDone?: WhenDone) {
  const root = temporary(whenDone);
  return {
    environment: {
      PATH: process.env["PATH"] ?? "",
      GIT_CONFIG_COUNT: "2",
      GIT_CONFIG_KEY_0: `url.${root}/.insteadOf`,
      GIT_CONFIG_VALUE_0: "https://github.com/",
      GIT_CONFIG_KEY_1: `url.${root}/.insteadOf`,
      GIT_CONFIG_VALUE_1: "git@github.com:",
    },
    /** Publishes a checkout as `owner/name`. */
    publish(folder: string, repository: string, ...tags: string[]): string {
      const bare = join(root, `${repository}.git`);
      mkdirSync(bare, { recursive: true });
      for (const tag of tags) git(folder, "tag", tag);
      git(folder, "clone", "--quiet", "--bare", folder, bare);
      return bare;
    },
  };
}
