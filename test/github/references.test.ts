import { expect, test } from "vitest";
import { citationsOf } from "../../src/check/citations.ts";
import { createGitHub } from "../../src/github/client.ts";
import { readReferences } from "../../src/github/references.ts";
import { fakeClock } from "../builders.ts";
import { sourceOf } from "../check/sources.ts";

const TOKEN = "ghs_0123456789abcdef";

const HOME = { repository: "acme/docs", serverUrl: "https://github.com", incident: null };

type Asked = { url: string; query: string; variables: Record<string, string | number> };
type Reply = { status?: number; headers?: Record<string, string>; body: unknown };

/** Reads what the body cites from a GitHub that answers with `reply`. */
async function read(body: string, reply: (asked: Asked, index: number) => Reply) {
  const asked: Asked[] = [];
  const clock = fakeClock();
  const references = await readReferences({
    citations: citationsOf(sourceOf(body), HOME),
    github: createGitHub({
      apiUrl: "https://api.github.com",
      token: TOKEN,
      clock,
      fetch: (url, init) => {
        const one = { url, ...JSON.parse(String(init.body)) };
        asked.push(one);
        const { status = 200, headers = {}, body } = reply(one, asked.length - 1);
        return Promise.resolve(Response.json(body, { status, headers }));
      },
    }),
  });
  return { references, asked, clock };
}

test("asks for everything with one request, and reads when each change landed", async () => {
  const body =
    "acme/orders@9fceb02, acme/orders#812, acme/orders#9, acme/orders:src/pool.ts, Acme/Orders#812 and acme/infra#231";
  const { references, asked } = await read(body, () => ({
    body: {
      data: {
        r0: {
          f0: { __typename: "Commit", committedDate: "2026-02-10T14:15:30Z" },
          f1: {
            __typename: "PullRequest",
            createdAt: "2026-02-10T13:00:00Z",
            mergedAt: "2026-02-10T14:15:31Z",
          },
          f2: { __typename: "Issue" },
          f3: { __typename: "Blob" },
        },
        r1: { f4: { __typename: "PullRequest", mergedAt: null } },
      },
    },
  }));
  expect(references).toEqual({
    answers: {
      "acme/orders@9fceb02": { state: "found", kind: "commit", landedAt: Date.parse("2026-02-10T14:15:30Z") },
      "acme/orders#812": {
        state: "found",
        kind: "pull request",
        landedAt: Date.parse("2026-02-10T14:15:31Z"),
        openedAt: Date.parse("2026-02-10T13:00:00Z"),
      },
      "acme/orders#9": { state: "found", kind: "issue", landedAt: null },
      "acme/orders:HEAD/src/pool.ts": { state: "found", kind: "file", landedAt: null },
      "acme/infra#231": { state: "found", kind: "pull request", landedAt: null },
    },
    notChecked: [],
  });
  expect(asked).toHaveLength(1);
  expect(asked[0]?.url).toBe("https://api.github.com/graphql");
});

test("sends what the postmortem says as variables alone", async () => {
  const body =
    "See https://github.com/acme/orders/blob/main/a%22)%7Bviewer%7Blogin%7D%7D and acme/orders#812.";
  const { asked } = await read(body, () => ({ body: { data: {} } }));
  expect(asked[0]?.query).toBe(
    "query ($f0: String!, $f1: Int!, $r0o: String!, $r0n: String!) { r0: repository(owner: $r0o, name: $r0n) { " +
      "f0: object(expression: $f0) { __typename ... on Commit { committedDate } } " +
      "f1: issueOrPullRequest(number: $f1) { __typename ... on PullRequest { createdAt mergedAt } } } }",
  );
  expect(asked[0]?.variables).toEqual({ f0: 'main:a"){viewer{login}}', f1: 812, r0o: "acme", r0n: "orders" });
});

test("tells what is absent from what cannot be read", async () => {
  const body =
    "acme/orders@9fceb02, acme/orders#812, acme/orders#813, acme/orders@abcdef0, acme/secret#1, acme/secret@1234567";
  const { references } = await read(body, () => ({
    body: {
      data: { r0: { f0: null, f1: null, f2: null }, r1: null },
      errors: [
        { type: "NOT_FOUND", path: ["r0", "f1"], message: "Could not resolve to an issue or pull request." },
        { type: "FORBIDDEN", path: ["r0", "f2"], message: "Resource not accessible by integration" },
        { type: "NOT_FOUND", path: ["r1"], message: "Could not resolve to a Repository." },
      ],
    },
  }));
  expect(references.answers).toEqual({
    "acme/orders@9fceb02": { state: "absent" },
    "acme/orders#812": { state: "absent" },
    "acme/orders#813": { state: "unreadable" },
    "acme/orders@abcdef0": { state: "unreadable" },
    "acme/secret#1": { state: "unreadable" },
    "acme/secret@1234567": { state: "unreadable" },
  });
  const why = "the github-token may not read it, or there is no such repository.";
  expect(references.notChecked).toEqual([
    `2 references are not checked in acme/orders: ${why}`,
    `2 references are not checked in acme/secret: ${why}`,
  ]);
});

test("takes nothing for absent when the answer is not whole", async () => {
  const { references } = await read("acme/orders@9fceb02 and acme/orders#1", () => ({
    body: {
      data: { r0: { f0: null, f1: null } },
      errors: [{ type: "RESOURCE_LIMITS_EXCEEDED" }, 7].slice(0, 1),
    },
  }));
  expect(Object.values(references.answers)).toEqual([{ state: "unreadable" }, { state: "unreadable" }]);
});

test("takes an answer without data for none", async () => {
  const { references } = await read("acme/orders@9fceb02", () => ({
    body: { data: null, errors: [{ type: "RATE_LIMITED", path: 7 }] },
  }));
  expect(references.answers).toEqual({ "acme/orders@9fceb02": { state: "unreadable" } });
});

test("takes a file for found under any reading of its address, and for absent under all", async () => {
  const body =
    "https://github.com/acme/orders/blob/release/2026/a.ts and https://github.com/acme/orders/blob/x/y/b.ts";
  const { references } = await read(body, () => ({
    body: { data: { r0: { f0: null, f1: { __typename: "Blob" }, f2: null, f3: null } } },
  }));
  expect(references.answers).toEqual({
    "acme/orders:release/2026/a.ts": { state: "found", kind: "file", landedAt: null },
    "acme/orders:x/y/b.ts": { state: "absent" },
  });
});

test("asks nothing where nothing is cited", async () => {
  const { references, asked } = await read("Nothing.", () => ({ body: {} }));
  expect(asked).toEqual([]);
  expect(references).toEqual({ answers: {}, notChecked: [] });
});

test("asks for so many with a request, and for so many at most", async () => {
  const body = Array.from({ length: 520 }, (_, index) => `acme/orders#${index + 1}`).join(" ");
  const { references, asked } = await read(body, ({ variables }) => ({
    body: {
      data: {
        r0: Object.fromEntries(
          Object.keys(variables)
            .filter((name) => name.startsWith("f"))
            .map((name) => [name, { __typename: "Issue" }]),
        ),
      },
    },
  }));
  expect(asked).toHaveLength(10);
  const states = Object.values(references.answers).map(({ state }) => state);
  expect(states.filter((state) => state === "found")).toHaveLength(500);
  expect(states.filter((state) => state === "unreadable")).toHaveLength(20);
  expect(references.notChecked).toEqual(["20 references are not checked: GitHub is asked for 500 at most."]);
});

test("asks again after a failure, and leaves the rest unchecked after a refusal", async () => {
  const body = Array.from({ length: 60 }, (_, index) => `acme/orders#${index + 1}`).join(" ");
  const { references, asked, clock } = await read(body, (_, index) => {
    if (index === 0) return { status: 502, body: {} };
    if (index === 1) return { body: { data: { r0: { f0: { __typename: "Issue" } } } } };
    return { status: 401, body: { message: `Bad credentials ${TOKEN}` } };
  });
  expect(asked).toHaveLength(3);
  expect(clock.slept).toHaveLength(1);
  expect(references.answers["acme/orders#1"]).toEqual({ state: "found", kind: "issue", landedAt: null });
  expect(references.answers["acme/orders#60"]).toEqual({ state: "unreadable" });
  expect(references.notChecked[0]).toMatch(
    /^Looking up what the postmortem cites failed .* it answered 401, Bad credentials \*{3}\. Check that /,
  );
});

test("shows nothing of a refusal but its message", async () => {
  const { references } = await read("acme/orders#1", () => ({ status: 403, body: { error: "acme/orders" } }));
  expect(references.notChecked[0]).toMatch(/it answered 403\. Check/);
});

test("hides no bug", async () => {
  const graphql = () => Promise.reject(new TypeError("a bug"));
  const github = { request: graphql, graphql };
  const citations = citationsOf(sourceOf("acme/orders#1"), HOME);
  await expect(readReferences({ citations, github })).rejects.toThrow(TypeError);
});
