/** The team's copy of this repository: its owner and name, and the revision that workflows are to use. */

import { type Git, type Remote, readOrigin } from "./git.ts";

export type Copy = {
  /** `owner/name` */
  repository: string;
  /** Such as `github.com`. */
  host: string;
  /** The newest `vN` tag, else a commit that the remote has; null when neither is known. */
  revision: string | null;
  /** Whether the remote itself was asked; else it is what this clone knows of it. */
  isCurrent: boolean;
};

const ADVICE = "Name your copy: --copy OWNER/NAME.";

/**
 * Finds the copy from the Git remote `origin` of a folder, or takes `named`. `hosts` are those that are GitHub's.
 * Throws an error of one sentence where there is none.
 */
export function findCopy(git: Git, folder: string, named: string | undefined, hosts: string[]): Copy {
  const { host, repository } = locate(git, folder, named, hosts);
  const address = named === undefined ? "origin" : `https://${host}/${repository}.git`;
  const listed = git.read(folder, "ls-remote", address, "HEAD", "refs/tags/v*");
  const known = listed ?? (named === undefined ? knownRefs(git, folder) : "");
  return { repository, host, revision: revisionOf(known), isCurrent: listed !== null };
}

function locate(git: Git, folder: string, named: string | undefined, hosts: string[]): Remote {
  const [host = "github.com"] = hosts;
  if (named !== undefined) {
    if (/^[\w.-]+\/[\w.-]+$/.test(named)) return { host, repository: named };
    throw new Error(
      `--copy is ${JSON.stringify(named)}; it takes OWNER/NAME, such as acme/postmortem-bridge.`,
    );
  }
  return readOrigin(git, folder, hosts, "This folder", ADVICE);
}

/** What this clone knows of its remote, in the form of `git ls-remote`. */
function knownRefs(git: Git, folder: string): string {
  const head = git.read(folder, "rev-parse", "--verify", "--quiet", "refs/remotes/origin/HEAD");
  const tags = git.read(folder, "for-each-ref", "--format=%(objectname)\t%(refname)", "refs/tags/v*") ?? "";
  return `${head === null ? "" : `${head.trim()}\tHEAD\n`}${tags}`;
}

function revisionOf(refs: string): string | null {
  const [newest] = [...refs.matchAll(/\trefs\/tags\/v(\d{1,6})$/gm)]
    .map(([, number]) => Number(number))
    .sort((one, other) => other - one);
  return newest === undefined ? (/^([0-9a-f]{40})\tHEAD$/m.exec(refs)?.[1] ?? null) : `v${newest}`;
}
