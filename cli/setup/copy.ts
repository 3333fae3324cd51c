/** The team's copy of this repository: its owner and name, and the revision that workflows are to use. */

import { git, readRemote } from "./git.ts";

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
export function findCopy(folder: string, named: string | undefined, hosts: string[]): Copy {
  const { host, repository } = locate(folder, named, hosts);
  const address = named === undefined ? "origin" : `https://${host}/${repository}.git`;
  const listed = git(folder, "ls-remote", address, "HEAD", "refs/tags/v*");
  const known = listed ?? (named === undefined ? knownRefs(folder) : "");
  return { repository, host, revision: revisionOf(known), isCurrent: listed !== null };
}

function locate(folder: string, named: string | undefined, hosts: string[]) {
  const [host = "github.com"] = hosts;
  if (named !== undefined) {
    if (/^[\w.-]+\/[\w.-]+$/.test(named)) return { host, repository: named };
    throw new Error(
      `--copy is ${JSON.stringify(named)}; it takes OWNER/NAME, such as acme/postmortem-bridge.`,
    );
  }
  const url = git(folder, "config", "--get", "remote.origin.url")?.trim();
  if (url === undefined) throw new Error(`This folder has no Git remote "origin". ${ADVICE}`);
  const remote = readRemote(url);
  if (remote === null || !hosts.includes(remote.host)) {
    // An address may hold a password.
    const shown = url.replace(/\/\/[^@/]*@/, "//");
    throw new Error(
      `The Git remote "origin" is ${shown}, which is no repository on ${hosts.join(" or ")}. ${ADVICE}`,
    );
  }
  return remote;
}

/** What this clone knows of its remote, in the form of `git ls-remote`. */
function knownRefs(folder: string): string {
  const head = git(folder, "rev-parse", "--verify", "--quiet", "refs/remotes/origin/HEAD");
  const tags = git(folder, "for-each-ref", "--format=%(objectname)\t%(refname)", "refs/tags/v*") ?? "";
  return `${head === null ? "" : `${head.trim()}\tHEAD\n`}${tags}`;
}

function revisionOf(refs: string): string | null {
  const [newest] = [...refs.matchAll(/\trefs\/tags\/v(\d{1,6})$/gm)]
    .map(([, number]) => Number(number))
    .sort((one, other) => other - one);
  return newest === undefined ? (/^([0-9a-f]{40})\tHEAD$/m.exec(refs)?.[1] ?? null) : `v${newest}`;
}
