/** The docs repository: a real Git repository on disk, which the runner checks out and Devin pushes to. */

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { git } from "./git.ts";

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

/** Makes the repository in a folder, with a first commit of the given files on main. */
export function createDocsRepository(folder: string, files: Record<string, string>): DocsRepository {
  const directory = join(folder, "docs.git");
  git(folder, "init", "--quiet", "--bare", "--initial-branch=main", directory);

  function push(branch: string, changed: Record<string, string | null>, message: string): void {
    const tree = join(folder, "writing");
    rmSync(tree, { recursive: true, force: true });
    git(folder, "clone", "--quiet", directory, tree);
    const isKnown = branches().includes(branch);
    git(tree, "checkout", "--quiet", ...(isKnown ? [branch] : ["-B", branch]));
    for (const [path, text] of Object.entries(changed)) {
      mkdirSync(dirname(join(tree, path)), { recursive: true });
      if (text === null) rmSync(join(tree, path));
      else writeFileSync(join(tree, path), text);
    }
    git(tree, "add", "--all");
    git(tree, "commit", "--quiet", "--allow-empty", "--message", message);
    git(tree, "push", "--quiet", "origin", `HEAD:refs/heads/${branch}`);
    rmSync(tree, { recursive: true });
  }

  function branches(): string[] {
    return git(directory, "for-each-ref", "--format=%(refname:short)", "refs/heads")
      .split("\n")
      .filter(Boolean);
  }

  push("main", files, "The first commit");
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
