/** The sandbox's GitHub over a docs repository of a few files and one branch, and a caller for it. */

import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, onTestFinished } from "vitest";
import { createDocsRepository, openDocsRepository } from "../../../sandbox/github/docs-repository.ts";
import { git } from "../../../sandbox/github/git.ts";
import { startGitHub } from "../../../sandbox/github/server.ts";

type Options = Parameters<typeof startGitHub>[0];

export const WORKFLOW = "name: Postmortem\non: push\n";
export const POSTMORTEM = "docs/postmortems/2026-02-10-Q1-pool.md";
export const BRANCH = "postmortem/Q1";

const templates = new Map<string, string>();

afterAll(() => {
  for (const folder of templates.values()) rmSync(folder, { recursive: true, force: true });
  // Where files share a process, the next one makes its own.
  templates.clear();
});

/** A folder with the repository; Git takes longer to make one than most tests take, so each test gets a copy. */
function templateOf(files: Record<string, string>): string {
  const key = JSON.stringify(files);
  const made = templates.get(key);
  if (made !== undefined) return made;
  const folder = mkdtempSync(join(tmpdir(), "github-template-"));
  templates.set(key, folder);
  const docs = createDocsRepository(folder, {
    "README.md": "# Docs\n",
    ".github/workflows/postmortem.yml": WORKFLOW,
    ...files,
  });
  docs.push(BRANCH, POSTMORTEM, "# Postmortem: é\n", "Draft");
  return folder;
}

export async function startDocsGitHub(options: Partial<Options> = {}, files: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), "github-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(templateOf(files), folder, { recursive: true });
  const docs = openDocsRepository(folder);
  const github = await startGitHub({
    repository: "acme/docs",
    gitDirectory: docs.directory,
    tokens: [
      { token: "reader", contents: "read", "pull-requests": "read", actions: "read" },
      { token: "job", contents: "read", isJob: true },
      { token: "blind", contents: "none" },
    ],
    ...options,
  });
  onTestFinished(() => github.close());
  async function call(path: string, options: { token?: string; accept?: string } = {}) {
    const { token = "reader", accept = "application/vnd.github+json" } = options;
    const headers = { authorization: `Bearer ${token}`, accept };
    const response = await fetch(github.url + path, { headers });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.startsWith("application/json") === true;
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  }
  const revision = (name: string) => git(docs.directory, "rev-parse", name).trim();
  return { github, docs, call, revision };
}
