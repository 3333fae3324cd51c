/** The sandbox's GitHub as the reader of the docs repository. */

import { describe, expect, test } from "vitest";
import { BRANCH, POSTMORTEM, startDocsGitHub, WORKFLOW } from "./docs-github.ts";

const RAW = "application/vnd.github.raw+json";
const CONTENTS = "/repos/acme/docs/contents";

describe("the contents of a file", () => {
  test("are its text where the raw media type is asked for", async () => {
    const { call, revision } = await startDocsGitHub();
    for (const ref of [BRANCH, revision(BRANCH)]) {
      const reply = await call(`${CONTENTS}/${POSTMORTEM}?ref=${ref}`, { accept: RAW });
      expect(reply).toMatchObject({ status: 200, body: "# Postmortem: é\n" });
      expect(reply.headers.get("content-type")).toBe(`${RAW}; charset=utf-8`);
    }
  });

  test("are base64 in JSON otherwise, from the default branch unless told", async () => {
    const text = "é".repeat(100);
    const { call, revision } = await startDocsGitHub({}, { "a dir/b.md": text });
    const { status, body } = await call(`${CONTENTS}/a%20dir/b.md`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      type: "file",
      encoding: "base64",
      size: 200,
      name: "b.md",
      path: "a dir/b.md",
      sha: revision("main:a dir/b.md"),
    });
    expect(body.content.split("\n")[0]).toHaveLength(60);
    expect(Buffer.from(body.content, "base64").toString()).toBe(text);
  });

  test("are left out of the JSON over a megabyte, but not of the raw text", async () => {
    const { call } = await startDocsGitHub({}, { "large.md": "x".repeat(1024 * 1024 + 1) });
    expect((await call(`${CONTENTS}/large.md`)).body).toMatchObject({ encoding: "none", content: "" });
    expect((await call(`${CONTENTS}/large.md`, { accept: RAW })).body).toHaveLength(1024 * 1024 + 1);
  });

  test("of a folder are the list of what is in it", async () => {
    const { call, revision } = await startDocsGitHub();
    expect((await call(CONTENTS)).body).toMatchObject([
      { type: "dir", name: ".github", path: ".github" },
      { type: "file", name: "README.md", path: "README.md", size: 7, sha: revision("main:README.md") },
    ]);
    expect((await call(`${CONTENTS}/.github/workflows`)).body).toMatchObject([
      { type: "file", path: ".github/workflows/postmortem.yml" },
    ]);
  });

  test.for<[string, string, string]>([
    ["a file that is not there", "/none.md", "Not Found"],
    ["a file of another branch", `/${POSTMORTEM}`, "Not Found"],
    ["an unknown ref", "/README.md?ref=nowhere", "No commit found for the ref nowhere"],
    ["a ref that looks like an option", "/README.md?ref=--all", "No commit found for the ref --all"],
    ["a ref of the reflog", "/README.md?ref=main@{0}", "No commit found for the ref main@{0}"],
  ])("of %s are not found", async ([, path, message]) => {
    const { call } = await startDocsGitHub();
    expect(await call(`${CONTENTS}${path}`)).toMatchObject({ status: 404, body: { message } });
  });

  test("are refused to a token without contents: read, and not found in an empty repository", async () => {
    const { call } = await startDocsGitHub({
      tokens: [{ token: "reader", contents: "none" }],
    });
    expect((await call(`${CONTENTS}/README.md`)).status).toBe(404);
    const { call: callJob } = await startDocsGitHub({
      tokens: [{ token: "reader", "pull-requests": "read", isJob: true }],
    });
    expect(await callJob(`${CONTENTS}/README.md`)).toMatchObject({
      status: 403,
      body: { message: "Resource not accessible by integration" },
    });
  });
});

describe("a workflow", () => {
  const WORKFLOWS = "/repos/acme/docs/actions/workflows";

  test("exists once the default branch has its file", async () => {
    const { call, docs } = await startDocsGitHub();
    docs.push(BRANCH, ".github/workflows/other.yml", WORKFLOW, "Another");
    expect(await call(`${WORKFLOWS}/postmortem.yml`)).toMatchObject({
      status: 200,
      body: {
        id: expect.any(Number),
        name: "Postmortem",
        path: ".github/workflows/postmortem.yml",
        state: "active",
      },
    });
    expect((await call(`${WORKFLOWS}/other.yml`)).status).toBe(404);
  });

  test.each(["on: push\n", "name: Broken\non: [push\n"])("that is %j is called by its path", async (text) => {
    const { call } = await startDocsGitHub({}, { ".github/workflows/bare.yml": text });
    expect((await call(`${WORKFLOWS}/bare.yml`)).body.name).toBe(".github/workflows/bare.yml");
  });

  test("that is disabled says so", async () => {
    const disabled = new Map([[".github/workflows/postmortem.yml", "disabled_inactivity"]]);
    const { call } = await startDocsGitHub({ disabled });
    expect((await call(`${WORKFLOWS}/postmortem.yml`)).body.state).toBe("disabled_inactivity");
  });

  test("is refused to a token without actions: read", async () => {
    const { call } = await startDocsGitHub();
    const refused = await call(`${WORKFLOWS}/postmortem.yml`, { token: "job" });
    expect(refused.status).toBe(403);
    expect(refused.headers.get("x-accepted-github-permissions")).toBe("actions=read");
  });

  test("is not found where there is no Git repository at all, nor is a file", async () => {
    const { call } = await startDocsGitHub({ gitDirectory: undefined });
    expect((await call(`${WORKFLOWS}/postmortem.yml`)).status).toBe(404);
    expect((await call(`${CONTENTS}/README.md`)).body.message).toBe("This repository is empty.");
  });
});
