/** What actions/checkout gives a run: the commit that its event points to. */
import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { git as run, tipOf } from "../github/git.ts";
import { pullRequestSchema, type WorkflowEvent } from "./workflow.ts";

/** A commit as the `github` context names it. */
export type Revision = { ref: string; ref_name: string; sha: string; head_ref: string; base_ref: string };

/** Where the event points: a pull request's merge, null if it has none, and else the default branch. */
export function locate(event: WorkflowEvent, gitDirectory: string, scratch: string): Revision | null {
  if (event.name !== "pull_request") {
    const ref_name = defaultBranch(gitDirectory);
    const sha = tipOf(gitDirectory, `refs/heads/${ref_name}`);
    return { ref: `refs/heads/${ref_name}`, ref_name, sha, head_ref: "", base_ref: "" };
  }
  const { number, base, head } = pullRequestSchema.parse(event.payload).pull_request;
  const ref_name = `${number}/merge`;
  const ref = `refs/pull/${ref_name}`;
  const directory = join(scratch, `merge-${number}-${randomBytes(4).toString("hex")}`);
  git(gitDirectory, "worktree", "add", "--quiet", "--detach", directory, base.sha);
  try {
    git(directory, "merge", "--quiet", "--no-ff", "-m", `Merge ${head.sha} into ${base.sha}`, head.sha);
  } catch {
    return null;
  }
  git(directory, "update-ref", ref, "HEAD");
  return { ref, ref_name, sha: tipOf(gitDirectory, ref), head_ref: head.ref, base_ref: base.ref };
}

/** Every event asks, so it is read where Git keeps it, without a process. */
export function defaultBranch(gitDirectory: string): string {
  const head = readFileSync(join(gitDirectory, "HEAD"), "utf8");
  const branch = /^ref: refs\/heads\/(.+)$/m.exec(head)?.[1];
  if (branch === undefined) throw new Error(`${gitDirectory} has no default branch.`);
  return branch;
}

/** What a pull request changes, since it left its base. */
export function changedPaths(gitDirectory: string, base: string, head: string): string[] {
  const range = `${base}...${head}`;
  return git(gitDirectory, "-c", "core.quotePath=false", "diff", "--name-only", range).split("\n");
}

/** Checks out as the action does: one commit deep, with nothing of another branch. */
export function checkOut(
  gitDirectory: string,
  workspace: string,
  { ref, sha }: { ref: string; sha: string },
  inputs: Record<string, string>,
): void {
  const { "fetch-depth": depth = "1", "persist-credentials": _, ...others } = inputs;
  const [other] = Object.keys(others);
  if (other !== undefined) throw new Error(`The input '${other}' of actions/checkout is not emulated here.`);
  rmSync(workspace, { recursive: true, force: true });
  mkdirSync(workspace, { recursive: true });
  git(workspace, "init", "--quiet");
  git(workspace, "remote", "add", "origin", pathToFileURL(gitDirectory).href);
  git(workspace, "fetch", "--quiet", `--depth=${depth}`, "--no-tags", "origin", sha);
  const branch = /^refs\/heads\/(.*)$/.exec(ref)?.[1];
  git(workspace, "checkout", "--quiet", ...(branch === undefined ? ["--detach"] : ["-B", branch]), sha);
}

function git(directory: string, ...args: string[]): string {
  return run(directory, ...args).trim();
}
