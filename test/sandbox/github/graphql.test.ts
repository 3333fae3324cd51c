/** The sandbox's GitHub, asked whether what a postmortem cites exists. */

import { describe, expect, test } from "vitest";
import type { Neighbour } from "../../../sandbox/github/other-repositories.ts";
import { BRANCH, POSTMORTEM, startDocsGitHub } from "./docs-github.ts";

const SHA = "9fceb02d0ae598e95dc970b74767f19372d61af8";

const neighbours: Neighbour[] = [
  {
    name: "acme/orders",
    commits: [{ sha: SHA, committedDate: "2026-02-10T14:05:12Z" }],
    pulls: [
      {
        number: 812,
        title: "Order history endpoint",
        createdAt: "2026-02-09T10:00:00Z",
        mergedAt: "2026-02-10T14:05:12Z",
      },
    ],
    issues: [{ number: 790, title: "Slow pages", createdAt: "2026-01-12T08:00:00Z" }],
    files: ["src/history.ts"],
  },
  { name: "acme/secret", private: true, commits: [{ sha: SHA, committedDate: "2026-02-10T14:05:12Z" }] },
];

async function start(options: Parameters<typeof startDocsGitHub>[0] = {}) {
  const started = await startDocsGitHub({ neighbours, ...options });
  async function ask(body: unknown, token = "reader", path = "/graphql") {
    const { origin } = new URL(started.github.url);
    const response = await fetch(origin + path, {
      method: "POST",
      headers: { authorization: `Bearer ${token}` },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
    return { status: response.status, body: JSON.parse(await response.text()) };
  }
  return { ...started, ask };
}

const OBJECT = "object(expression: $e) { __typename oid ... on Commit { committedDate } }";
const one = (owner: string, name: string, fields: string) =>
  `r: repository(owner: "${owner}", name: "${name}") { ${fields} }`;
const objectQuery = (owner: string, name: string, e: string) => ({
  query: `query ($e: String!) { ${one(owner, name, OBJECT)} }`,
  variables: { e },
});
const numberedQuery = (owner: string, name: string, number: number) => ({
  query: `query ($n: Int!) { ${one(owner, name, "issueOrPullRequest(number: $n) { __typename ... on PullRequest { number merged mergedAt url } ... on Issue { number createdAt url } }")} }`,
  variables: { n: number },
});

describe("an object", () => {
  test.for<[string, string, object | null]>([
    ["a commit", SHA, { __typename: "Commit", oid: SHA, committedDate: "2026-02-10T14:05:12Z" }],
    ["an abbreviated commit", SHA.slice(0, 7).toUpperCase(), { __typename: "Commit", oid: SHA }],
    ["a commit too short to be one", SHA.slice(0, 3), null],
    ["an unknown commit", "0".repeat(40), null],
    ["a file", "HEAD:src/history.ts", { __typename: "Blob" }],
    ["a file of a commit", `${SHA}:src/history.ts`, { __typename: "Blob" }],
    ["a folder", "main:src", { __typename: "Tree" }],
    ["an unknown file", "HEAD:src/none.ts", null],
    ["a file of an unknown commit", `${"0".repeat(40)}:src/history.ts`, null],
  ])("of another repository is found by expression: %s", async ([, expression, object]) => {
    const { ask } = await start();
    const { status, body } = await ask(objectQuery("Acme", "Orders", expression));
    expect(status).toBe(200);
    expect(body).not.toHaveProperty("errors");
    if (object === null) expect(body.data.r.object).toBeNull();
    else expect(body.data.r.object).toMatchObject(object);
  });

  test("of the docs repository that Git does not have is null, without an error", async () => {
    const { ask } = await start();
    const { body } = await ask(objectQuery("acme", "docs", SHA));
    expect(body).toEqual({ data: { r: { object: null } } });
  });

  test("of the docs repository is what Git has", async () => {
    const { ask, revision } = await start();
    const object = async (expression: string) =>
      (await ask(objectQuery("acme", "docs", expression))).body.data.r.object;
    expect(await object(BRANCH)).toEqual({
      __typename: "Commit",
      oid: revision(BRANCH),
      committedDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    });
    expect(await object(revision("main").slice(0, 8))).toMatchObject({ oid: revision("main") });
    expect(await object(`${BRANCH}:${POSTMORTEM}`)).toMatchObject({ __typename: "Blob" });
    expect(await object("HEAD:.github")).toMatchObject({ __typename: "Tree" });
    for (const absent of ["0".repeat(40), "HEAD:none.md", "--all", "main@{0}", ""])
      expect(await object(absent)).toBeNull();
  });
});

describe("a number", () => {
  test("is a pull request with its merge, or an issue", async () => {
    const { ask } = await start();
    expect((await ask(numberedQuery("acme", "orders", 812))).body.data.r.issueOrPullRequest).toEqual({
      __typename: "PullRequest",
      number: 812,
      merged: true,
      mergedAt: "2026-02-10T14:05:12Z",
      url: "https://github.com/acme/orders/pull/812",
    });
    expect((await ask(numberedQuery("acme", "orders", 790))).body.data.r.issueOrPullRequest).toEqual({
      __typename: "Issue",
      number: 790,
      createdAt: "2026-01-12T08:00:00Z",
      url: "https://github.com/acme/orders/issues/790",
    });
  });

  test("of the docs repository is one of its own pull requests", async () => {
    const { ask, github } = await start();
    github.pulls.open({ branch: BRANCH, title: "t", author: "ada" });
    expect((await ask(numberedQuery("acme", "docs", 1))).body.data.r.issueOrPullRequest).toMatchObject({
      __typename: "PullRequest",
      merged: false,
      mergedAt: null,
    });
  });

  test("that does not exist is an error beside the rest of the answer", async () => {
    const { ask } = await start();
    const { status, body } = await ask({
      query: `{ ${one("acme", "orders", 'object(expression: "HEAD") { oid } issueOrPullRequest(number: 9) { __typename }')} }`,
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      data: { r: { object: { oid: SHA }, issueOrPullRequest: null } },
      errors: [
        {
          type: "NOT_FOUND",
          path: ["r", "issueOrPullRequest"],
          locations: [{ line: 1 }],
          message: "Could not resolve to an issue or pull request with the number of 9.",
        },
      ],
    });
  });

  test("is refused to a job that may not read pull requests", async () => {
    const { ask } = await start();
    expect((await ask(numberedQuery("acme", "docs", 1), "job")).body).toMatchObject({
      data: { r: { issueOrPullRequest: null } },
      errors: [{ type: "FORBIDDEN", message: "Resource not accessible by integration" }],
    });
  });
});

describe("a repository", () => {
  test.for<[string, string, string]>([
    ["does not exist", "acme/none", "reader"],
    ["is private and not covered by the token", "acme/secret", "reader"],
    ["is the docs repository and not covered by the token", "acme/docs", "blind"],
  ])("that %s is null and an error of its own", async ([, repository, token]) => {
    const { ask } = await start();
    const [owner = "", name = ""] = repository.split("/");
    const query = `{ a: repository(owner: "acme", name: "orders") { nameWithOwner } ${one(owner, name, "isPrivate")} }`;
    expect((await ask({ query }, token)).body).toMatchObject({
      data: { a: { nameWithOwner: "acme/orders" }, r: null },
      errors: [
        {
          type: "NOT_FOUND",
          path: ["r"],
          message: `Could not resolve to a Repository with the name '${repository}'.`,
        },
      ],
    });
  });

  test("that is private is shown to a token that covers it", async () => {
    const tokens = [{ token: "wide", contents: "read" as const, neighbours: ["acme/secret"] }];
    const { ask } = await start({ tokens });
    const { body } = await ask({ query: `{ ${one("acme", "secret", "isPrivate")} }` }, "wide");
    expect(body).toEqual({ data: { r: { isPrivate: true } } });
  });
});

describe("a query", () => {
  test("that asks for what there is not, or is none, is answered with 200 and errors alone", async () => {
    const { ask } = await start();
    for (const [query, message] of [
      ["{ nothing }", 'Cannot query field "nothing"'],
      ["{ repository(", "Syntax Error"],
      ["{ repository { isPrivate } }", "is required"],
    ]) {
      const { status, body } = await ask({ query });
      expect(status).toBe(200);
      expect(body).not.toHaveProperty("data");
      expect(body.errors[0].message).toContain(message);
    }
    expect((await ask({ variables: {} })).body.errors[0].message).toContain("A query attribute must be");
  });

  test("needs a token and JSON", async () => {
    const { ask, call, github } = await start();
    expect((await ask({ query: "{ rateLimit { cost } }" })).body.data.rateLimit.cost).toBe(1);
    expect((await ask({ query: "{ rateLimit { cost } }" }, "nobody")).status).toBe(401);
    expect((await fetch(`${github.url}/graphql`, { method: "POST" })).status).toBe(401);
    expect((await ask("query=x")).status).toBe(400);
    expect((await call("/graphql")).status).toBe(404);
  });

  test("is at /api/graphql on an Enterprise server", async () => {
    const { ask } = await start({ apiPath: "/api/v3" });
    const query = { query: "{ rateLimit { cost } }" };
    expect((await ask(query, "reader", "/api/graphql")).status).toBe(200);
    expect((await ask(query, "reader", "/graphql")).status).toBe(404);
    expect((await ask(query, "reader", "/api/v3/graphql")).status).toBe(404);
  });
});
