/** The sandbox's GitHub as the host of pull requests. */

import { describe, expect, test } from "vitest";
import { pullRequestEvent } from "../../../sandbox/github/pull-requests.ts";
import { BRANCH, POSTMORTEM, startDocsGitHub } from "./docs-github.ts";

const DEVIN = "devin-ai-integration[bot]";

async function start(...args: Parameters<typeof startDocsGitHub>) {
  const started = await startDocsGitHub(...args);
  const open = () =>
    started.github.pulls.open({ branch: BRANCH, title: "Postmortem: incident #387 (Q1)", author: DEVIN })!;
  return { ...started, open };
}

describe("a pull request", () => {
  test.for([
    ["MERGED", "# Postmortem: é\n"],
    ["CLOSED", null],
  ] as const)(
    "that is %s is so in the list and in its own answer, and only a merge reaches main",
    async ([state, text]) => {
      const { github, docs, call, open } = await start();
      open();
      github.pulls.end(1, state);
      expect(github.pulls.list()).toMatchObject([
        { number: 1, headRefName: BRANCH, state, paths: [POSTMORTEM] },
      ]);
      const { body } = await call("/repos/acme/docs/pulls/1");
      expect(body).toMatchObject({ state: "closed", merged: state === "MERGED" });
      expect(docs.read("main", POSTMORTEM)).toBe(text);
      expect(() => github.pulls.end(1, "CLOSED")).toThrow("no open pull request 1");
    },
  );

  test("is shown with both of its sides and who opened it", async () => {
    const { call, open, revision } = await start();
    open();
    expect(await call("/repos/Acme/docs/pulls/1")).toMatchObject({
      status: 200,
      body: {
        number: 1,
        title: "Postmortem: incident #387 (Q1)",
        state: "open",
        html_url: "https://github.com/acme/docs/pull/1",
        user: { login: DEVIN, type: "Bot" },
        merged_at: null,
        base: { ref: "main", sha: revision("main"), repo: { full_name: "acme/docs", fork: false } },
        head: {
          ref: BRANCH,
          sha: revision(BRANCH),
          label: `acme:${BRANCH}`,
          repo: { full_name: "acme/docs", fork: false },
        },
        changed_files: 1,
      },
    });
  });

  test("takes a later push to its branch by itself, and a branch has one at a time", async () => {
    const { call, docs, github, open, revision } = await start();
    const before = open().head.sha;
    expect(github.pulls.open({ branch: BRANCH, title: "again", author: DEVIN })).toBeNull();
    docs.push(BRANCH, POSTMORTEM, "# Postmortem: better\n", "Mend");
    const { body } = await call("/repos/acme/docs/pulls/1");
    expect(body.head.sha).toBe(revision(BRANCH));
    expect(body.head.sha).not.toBe(before);
  });

  test("from a fork says whose branch it is, and which repository", async () => {
    const { call, github } = await start();
    github.pulls.open({ branch: BRANCH, title: "t", author: "mallory", headRepository: "mallory/docs" });
    expect((await call("/repos/acme/docs/pulls/1")).body).toMatchObject({
      user: { login: "mallory", type: "User" },
      base: { repo: { full_name: "acme/docs" } },
      head: { label: `mallory:${BRANCH}`, repo: { full_name: "mallory/docs", fork: true } },
    });
  });

  test("is in the event of a run as GitHub has it, with what a push came after", async () => {
    const { docs, github, open, revision } = await start();
    const opened = open();
    expect(pullRequestEvent(opened, "opened")).toEqual({
      name: "pull_request",
      actor: DEVIN,
      payload: { action: "opened", number: 1, pull_request: opened },
    });
    docs.push(BRANCH, POSTMORTEM, "# Postmortem: better\n", "Mend");
    const event = pullRequestEvent(github.pulls.find(1)!, "synchronize", opened.head.sha);
    expect(event.payload).toMatchObject({
      action: "synchronize",
      before: opened.head.sha,
      after: revision(BRANCH),
    });
  });

  test("that there is none of is not found, nor is what is below it", async () => {
    const { call, open } = await start();
    open();
    for (const path of ["/pulls/2", "/pulls/2/files", "/pulls/x", "/pulls/1/commits", "/pulls"])
      expect((await call(`/repos/acme/docs${path}`)).status).toBe(404);
  });

  test.for<[string, string, number, string]>([
    ["a job without pull-requests: read", "job", 403, "Resource not accessible by integration"],
    ["a token that does not cover the repository", "blind", 404, "Not Found"],
    ["an unknown token", "nobody", 401, "Bad credentials"],
  ])("is refused to %s", async ([, token, status, message]) => {
    const { call, open } = await start();
    open();
    for (const path of ["/repos/acme/docs/pulls/1", "/repos/acme/docs/pulls/1/files"]) {
      const refused = await call(path, { token });
      expect(refused).toMatchObject({ status, body: { message, status: String(status) } });
      if (status === 403)
        expect(refused.headers.get("x-accepted-github-permissions")).toBe("pull_requests=read");
    }
  });

  test("of a public repository is shown to any job", async () => {
    const { call, open } = await start({ private: false });
    open();
    expect((await call("/repos/acme/docs/pulls/1", { token: "job" })).status).toBe(200);
  });
});

describe("the files of a pull request", () => {
  test("are those that it changes since it left its base: added, changed, renamed and removed", async () => {
    const long = Array.from({ length: 20 }, (_, line) => `line ${line}\n`).join("");
    const { call, docs, github, revision } = await start(
      {},
      { "a.md": "a\n", "old name.md": long, "gone.md": "x\n" },
    );
    docs.change("proposal", { "a.md": "a\nb\n", "new é.md": long, "old name.md": null, "gone.md": null });
    docs.push("main", "later.md", "on main alone\n", "Later");
    github.pulls.open({ branch: "proposal", title: "t", author: "ada" });
    const { status, body } = await call("/repos/acme/docs/pulls/1/files");
    expect(status).toBe(200);
    expect(body).toMatchObject([
      { filename: "a.md", status: "modified", sha: revision("proposal:a.md"), additions: 1, deletions: 0 },
      { filename: "gone.md", status: "removed", sha: revision("main:gone.md"), additions: 0, deletions: 1 },
      { filename: "new é.md", status: "renamed", previous_filename: "old name.md", changes: 0 },
    ]);
    expect(body[0].blob_url).toBe(`https://github.com/acme/docs/blob/${revision("proposal")}/a.md`);
  });

  test("come in pages of thirty, or of a hundred at most, with links to the others", async () => {
    const { call, docs, github } = await start();
    const many = Array.from({ length: 120 }, (_, index) => [`f/${String(index).padStart(3, "0")}.md`, "x\n"]);
    docs.change("many", Object.fromEntries(many));
    github.pulls.open({ branch: "many", title: "t", author: "ada" });
    const files = async (query: string) => {
      const { headers, body } = await call(`/repos/acme/docs/pulls/1/files${query}`);
      const relations = [...(headers.get("link") ?? "").matchAll(/[?&]page=(\d+)>; rel="(\w+)"/g)];
      return [body.length, body[0]?.filename, relations.map(([, page, relation]) => `${relation} ${page}`)];
    };
    expect(await files("")).toEqual([30, "f/000.md", ["next 2", "last 4"]]);
    expect(await files("?per_page=1000")).toEqual([100, "f/000.md", ["next 2", "last 2"]]);
    expect(await files("?per_page=100&page=2")).toEqual([20, "f/100.md", ["prev 1", "first 1"]]);
    expect(await files("?per_page=50&page=2")).toEqual([
      50,
      "f/050.md",
      ["prev 1", "next 3", "last 3", "first 1"],
    ]);
    expect(await files("?page=9")).toEqual([0, undefined, ["prev 8", "first 1"]]);
    expect(await files("?per_page=none&page=-1")).toEqual([30, "f/000.md", ["next 2", "last 4"]]);
  });
});
