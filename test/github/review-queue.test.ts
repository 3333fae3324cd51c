import { describe, expect, onTestFinished, test } from "vitest";
import type { ListedPullRequest } from "../../sandbox/github/review-queue.ts";
import { startGitHub } from "../../sandbox/github/server.ts";
import { createGitHub, type GitHub } from "../../src/github/client.ts";
import { branchStates, listWaiting } from "../../src/github/review-queue.ts";
import { RequestError } from "../../src/lib/errors.ts";
import { fakeClock } from "../builders.ts";

const pull = (number: number, overrides: Partial<ListedPullRequest> = {}): ListedPullRequest => ({
  number,
  title: `Postmortem ${number}`,
  headRefName: `postmortem/Q${number}`,
  state: "OPEN",
  isDraft: false,
  createdAt: "2026-02-10T16:00:00Z",
  paths: ["docs/postmortems/a.md"],
  reviews: [],
  ...overrides,
});

async function start(queue: ListedPullRequest[], permission: "read" | "none" = "read") {
  const server = await startGitHub({
    repository: "acme/docs",
    tokens: [{ token: "ghs_0123456789", isJob: true, contents: "read", "pull-requests": permission }],
    queue,
  });
  onTestFinished(() => server.close());
  const clock = fakeClock();
  return { server, github: createGitHub({ fetch, clock, apiUrl: server.url, token: "ghs_0123456789" }) };
}

describe("the pull requests that wait", () => {
  test("are the open ones that are no drafts, the oldest first, with their last review", async () => {
    const { github } = await start([
      pull(1, {
        createdAt: "2026-02-12T16:00:00Z",
        reviews: ["2026-02-13T08:00:00Z", "2026-02-14T08:00:00Z"],
      }),
      pull(2),
      pull(3, { isDraft: true }),
      pull(4, { state: "MERGED" }),
      pull(5, { createdAt: "2026-02-11T16:00:00Z", reviews: [null] }),
    ]);
    expect(await listWaiting(github, "acme/docs")).toMatchObject([
      {
        number: 2,
        url: "https://github.com/acme/docs/pull/2",
        reviewedAt: null,
        paths: ["docs/postmortems/a.md"],
      },
      { number: 5, reviewedAt: null },
      { number: 1, reviewedAt: Date.parse("2026-02-14T08:00:00Z") },
    ]);
  });

  test("are asked for in pages", async () => {
    const { github, server } = await start(Array.from({ length: 120 }, (_, index) => pull(index + 1)));
    expect(await listWaiting(github, "acme/docs")).toHaveLength(120);
    expect(server.requests).toHaveLength(3);
  });

  test("are not more than 1,000", async () => {
    const { github } = await start(Array.from({ length: 1_001 }, (_, index) => pull(index + 1)));
    expect(await listWaiting(github, "acme/docs")).toHaveLength(1_000);
  });

  test("need a permission, which the refusal names", async () => {
    const { github } = await start([pull(1)], "none");
    const error = await listWaiting(github, "acme/docs").catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RequestError);
    expect(String(error)).toContain("pull-requests: read");
  });
});

describe("what became of a branch", () => {
  test("is the state of its newest pull request", async () => {
    const { github, server } = await start([
      pull(1, { headRefName: "postmortem/Q1", state: "CLOSED" }),
      pull(2, { headRefName: "postmortem/Q1", state: "MERGED" }),
      pull(3, { headRefName: "postmortem/Q2", state: "CLOSED" }),
    ]);
    const states = await branchStates(github, "acme/docs", [
      "postmortem/Q1",
      "postmortem/Q2",
      "postmortem/Q3",
    ]);
    expect([...states].map(([branch, { number, state }]) => [branch, number, state])).toEqual([
      ["postmortem/Q1", 2, "MERGED"],
      ["postmortem/Q2", 3, "CLOSED"],
    ]);
    expect(server.requests).toHaveLength(1);
  });

  test("is asked for fifty branches at a time", async () => {
    const { github, server } = await start([]);
    expect(
      await branchStates(
        github,
        "acme/docs",
        Array.from({ length: 101 }, (_, index) => `b${index}`),
      ),
    ).toEqual(new Map());
    expect(server.requests).toHaveLength(3);
  });
});

describe("what GitHub may not show", () => {
  const answering = (answer: unknown): GitHub => ({
    request: () => Promise.reject(new Error("nothing is asked by REST")),
    graphql: (_, { schema }) => Promise.resolve(schema.parse(answer)),
  });

  test("counts as nothing in a list of pull requests", async () => {
    const node = { number: 1, title: "A", url: "u", isDraft: false, createdAt: "2026-02-10T16:00:00Z" };
    const pageInfo = { hasNextPage: false, endCursor: null };
    const nodes = [null, { ...node, files: null, reviews: { nodes: null } }];
    const github = answering({ data: { repository: { pullRequests: { nodes, pageInfo } } } });
    expect(await listWaiting(github, "acme/docs")).toMatchObject([{ paths: [], reviewedAt: null }]);
  });

  test("counts as no pull request of a branch", async () => {
    const github = answering({ data: { repository: { b0: { nodes: [null] } } } });
    expect(await branchStates(github, "acme/docs", ["one", "two"])).toEqual(new Map());
  });
});
