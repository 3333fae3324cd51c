import { expect, test } from "vitest";
import { createGitHub } from "../../src/github/client.ts";
import { createPullRequestClient } from "../../src/github/pull-request.ts";
import { fakeClock } from "../builders.ts";

const API = "https://api.github.com/repos/acme/docs";

/** GitHub answers each address with a status and a body. */
function client(answers: Record<string, [status: number, body: unknown]>) {
  const github = createGitHub({
    fetch: (url) => {
      const answer = answers[url.replace(API, "")];
      if (answer === undefined) return Promise.reject(new Error(`Nothing may be asked of ${url}`));
      return Promise.resolve(Response.json(answer[1], { status: answer[0] }));
    },
    clock: fakeClock(),
    apiUrl: "https://api.github.com",
    token: "ghs_0123456789abcdef",
  });
  return createPullRequestClient(github, "acme/docs");
}

const files = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ filename: `${index}.md`, status: "added", sha: "x" }));

test("lists all pages of files", async () => {
  const github = client({
    "/pulls/7/files?per_page=100&page=1": [200, files(100)],
    "/pulls/7/files?per_page=100&page=2": [200, [{ filename: "last.md", status: "removed" }]],
  });
  const listed = await github.listFiles(7);
  expect(listed.isWhole).toBe(true);
  expect(listed.files).toHaveLength(101);
  expect(listed.files.at(-1)).toEqual({ filename: "last.md", status: "removed" });
});

test("stops after GitHub's 3,000, and says that there are more", async () => {
  const pages = Array.from({ length: 30 }, (_, page) => [
    `/pulls/7/files?per_page=100&page=${page + 1}`,
    [200, files(100)],
  ]);
  const github = client(Object.fromEntries(pages));
  const listed = await github.listFiles(7);
  expect([listed.files.length, listed.isWhole]).toEqual([3_000, false]);
});

test("reads a file as it is at a commit; one that is not there is null", async () => {
  const content = Buffer.from("täglich: #1\n").toString("base64").replace(/.{8}/g, "$&\n");
  const github = client({
    "/contents/.github%2Fa%20b%23.yml?ref=abc": [200, { type: "file", encoding: "base64", content }],
    "/contents/gone.yml?ref=abc": [404, { message: "Not Found" }],
  });
  expect(await github.readFile(".github/a b#.yml", "abc")).toBe("täglich: #1\n");
  expect(await github.readFile("gone.yml", "abc")).toBe(null);
});

test("lists the files of a folder at a commit, which may be the root or not there", async () => {
  const github = client({
    "/contents/.github?ref=abc": [
      200,
      [
        { name: "a.yml", type: "file" },
        { name: "b.yml", type: "symlink" },
      ],
    ],
    "/contents?ref=abc": [200, [{ name: "docs", type: "dir" }]],
    "/contents/gone?ref=abc": [404, { message: "Not Found" }],
  });
  expect(await github.listFolder(".github", "abc")).toEqual(["a.yml", "b.yml"]);
  expect(await github.listFolder("", "abc")).toEqual([]);
  expect(await github.listFolder("gone", "abc")).toEqual([]);
});

test("says what GitHub refused and which permissions to give", async () => {
  const github = client({
    "/contents/a.yml?ref=abc": [403, { message: "Resource not accessible by integration" }],
    "/contents/folder?ref=abc": [200, [{ name: "x" }]],
  });
  await expect(github.readFile("a.yml", "abc")).rejects.toThrow(
    /^Reading a file .* 403, Resource not accessible by integration\. .*`contents: read` and `pull-requests: read`/,
  );
  await expect(github.readFile("folder", "abc")).rejects.toThrow("an answer that could not be read");
});
