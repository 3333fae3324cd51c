/** The docs repository: a real Git repository on disk, which the runner checks out and Devin pushes to. */

import { join } from "node:path";
import { git, gitWith } from "./git.ts";

export type DocsRepository = {
  /** The bare repository. */
  directory: string;
  branches(): string[];
  /** The text of a file on a branch; null when it is not there. */
  read(branch: string, path: string): string | null;
  /** Writes one file and pushes it on a branch, made from main if it is new. */
  push(branch: string, path: string, text: string, message: string): void;
  /** The same with several files; null removes one. */
  change(branch: string, files: Record<string, string | null>, message?: string): void;
};

const AUTHOR = "devin-ai-integration[bot] <devin@example.com>";

/** Makes the repository in a folder, with a first commit of the given files on main. */
export function createDocsRepository(folder: string, files: Record<string, string>): DocsRepository {
  const directory = join(folder, "docs.git");
  git(folder, "init", "--quiet", "--bare", "--template=", "--initial-branch=main", directory);
  const docs = openDocsRepository(folder);
  docs.change("main", files, "The first commit");
  return docs;
}

/** The repository that was made in this folder. */
export function openDocsRepository(folder: string): DocsRepository {
  const directory = join(folder, "docs.git");

  // One process in place of a clone, a checkout, a commit and a push.
  function push(branch: string, changed: Record<string, string | null>, message: string): void {
    const known = branches();
    const base = [branch, "main"].find((name) => known.includes(name));
    const lines = [
      `commit refs/heads/${branch}`,
      `committer ${AUTHOR} ${Math.floor(Date.now() / 1_000)} +0000`,
      dataOf(message),
      ...(base === undefined ? [] : [`from refs/heads/${base}^0`]),
      ...Object.entries(changed).map(([path, text]) =>
        text === null ? `D ${quoted(path)}` : `M 100644 inline ${quoted(path)}\n${dataOf(text)}`,
      ),
    ];
    gitWith(`${lines.join("\n")}\n`, directory, "fast-import", "--quiet");
  }

  function branches(): string[] {
    return git(directory, "for-each-ref", "--format=%(refname:short)", "refs/heads")
      .split("\n")
      .filter(Boolean);
  }

  return {
    directory,
    branches,
    read(branch, path) {
      const isThere = git(directory, "ls-tree", "--name-only", branch, "--", path).trim() !== "";
      return isThere ? git(directory, "show", `${branch}:${path}`) : null;
    },
    push: (branch, path, text, message) => push(branch, { [path]: text }, message),
    change: (branch, changed, message = "Change files") => push(branch, changed, message),
  };
}

/** A text as `git fast-import` reads it: its length in bytes, then its bytes. */
function dataOf(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}`;
}

function quoted(path: string): string {
  return JSON.stringify(path);
}
