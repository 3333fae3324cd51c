/** What the docs repository holds, as GitHub shows it: contents at a revision, and workflows. */
import { posix } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { Reply } from "../service.ts";
import { notFound, refuse } from "./errors.ts";
import { git } from "./git.ts";
import type { GitObject } from "./graphql.ts";
import type { Repository } from "./repository.ts";

const RAW = "application/vnd.github.raw+json";
// https://docs.github.com/en/rest/repos/contents#get-repository-content
const MAX_INLINE_BYTES = 1024 * 1024;

const workflowSchema = z.object({ name: z.string().optional() });

/** The full id of what a revision expression names, such as `main:docs/a.md`; null when there is none. */
function resolve(gitDirectory: string, expression: string): string | null {
  // A leading dash would be an option, and a reflog is nothing that a server shows.
  if (/^-|@\{/.test(expression)) return null;
  try {
    // Git takes a whole id for one that is there, unless it is asked for the object.
    const object = /^[0-9a-f]{40}$/.test(expression) ? `${expression}^{object}` : expression;
    return git(gitDirectory, "rev-parse", "--verify", "--quiet", object).trim();
  } catch {
    return null;
  }
}

/** What a revision expression names, as the GraphQL API shows it; null when there is none. */
export function objectAt(gitDirectory: string, expression: string): GitObject | null {
  const oid = resolve(gitDirectory, expression);
  if (oid === null) return null;
  const kind = kindOf(gitDirectory, oid);
  if (kind === "blob") return { __typename: "Blob", oid };
  if (kind === "tree") return { __typename: "Tree", oid };
  if (kind === "tag") return { __typename: "Tag", oid };
  const seconds = Number(git(gitDirectory, "show", "--no-patch", "--format=%ct", oid));
  const committedDate = new Date(seconds * 1_000).toISOString().replace(/\.\d+Z$/, "Z");
  return { __typename: "Commit", oid, committedDate };
}

/** `GET /repos/{owner}/{repo}/contents/{path}`; a folder is a list of what is in it. */
export function showContents(
  repository: Repository,
  gitDirectory: string,
  { path, ref, accept }: { path: string; ref: string | null; accept: string },
): Reply {
  const commit = resolve(gitDirectory, `${ref ?? repository.default_branch}^{commit}`);
  if (commit === null) return refuse(404, `No commit found for the ref ${ref}`);
  const oid = resolve(gitDirectory, `${commit}:${path}`);
  if (oid === null) return notFound;
  const describe = (type: string, at: string, sha: string, size: number) => ({
    type,
    size,
    name: posix.basename(at),
    path: at,
    sha,
    url: `${repository.url}/contents/${encode(at)}?ref=${ref ?? repository.default_branch}`,
    html_url: `${repository.html_url}/blob/${ref ?? repository.default_branch}/${encode(at)}`,
  });
  if (kindOf(gitDirectory, oid) === "tree") {
    const entries = git(gitDirectory, "ls-tree", "-z", "--long", oid).split("\0").filter(Boolean);
    const body = entries.map((entry) => {
      const [, kind, sha = "", size, name = ""] = /^\S+ (\S+) (\S+) +(\S+)\t(.*)$/s.exec(entry) ?? [];
      const type = kind === "tree" ? "dir" : "file";
      return describe(type, path === "" ? name : `${path}/${name}`, sha, Number(size) || 0);
    });
    return { status: 200, body };
  }
  const text = git(gitDirectory, "cat-file", "blob", oid);
  if (/vnd\.github(\.v3)?\.raw/.test(accept))
    return { status: 200, body: Buffer.from(text), headers: { "content-type": `${RAW}; charset=utf-8` } };
  const bytes = Buffer.from(text);
  const isInline = bytes.length <= MAX_INLINE_BYTES;
  const content = isInline ? bytes.toString("base64").replace(/.{60}/g, "$&\n") : "";
  return {
    status: 200,
    body: {
      ...describe("file", path, oid, bytes.length),
      encoding: isInline ? "base64" : "none",
      content: content === "" ? "" : `${content}\n`,
    },
  };
}

/** Every workflow of the default branch, with its text. */
export function workflowsOf(gitDirectory: string, branch: string): { path: string; text: string }[] {
  const paths = git(gitDirectory, "ls-tree", "-z", "--name-only", branch, ".github/workflows/").split("\0");
  return paths
    .filter((path) => /\.ya?ml$/.test(path))
    .map((path) => ({ path, text: git(gitDirectory, "show", `${branch}:${path}`) }));
}

/**
 * `GET /repos/{owner}/{repo}/actions/workflows/{file}`: a workflow exists once the default branch has its file. One that
 * GitHub cannot parse is active all the same, and is called by its path.
 */
export function showWorkflow(
  repository: Repository,
  gitDirectory: string,
  file: string,
  state = "active",
): Reply {
  const path = `.github/workflows/${file}`;
  const oid = resolve(gitDirectory, `${repository.default_branch}:${path}`);
  if (oid === null) return notFound;
  const id = Number.parseInt(oid.slice(0, 7), 16);
  return {
    status: 200,
    body: {
      id,
      name: nameOf(git(gitDirectory, "cat-file", "blob", oid)) ?? path,
      path,
      state,
      url: `${repository.url}/actions/workflows/${id}`,
      html_url: `${repository.html_url}/blob/${repository.default_branch}/${path}`,
    },
  };
}

function nameOf(text: string): string | undefined {
  try {
    return workflowSchema.parse(parse(text)).name;
  } catch {
    return undefined;
  }
}

/** `blob`, `tree`, `commit` or `tag`. */
function kindOf(gitDirectory: string, oid: string): string {
  return git(gitDirectory, "cat-file", "-t", oid).trim();
}

function encode(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
