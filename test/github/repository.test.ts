import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startGitHub } from "../../sandbox/github/server.ts";
import { requirePrivate } from "../../src/github/repository.ts";
import { fakeClock } from "../builders.ts";

const TOKEN = "ghs_repository_test_0123456789";

let github: Awaited<ReturnType<typeof startGitHub>>;

beforeEach(async () => {
  github = await startGitHub({ repository: "acme/docs", tokens: [{ token: TOKEN, contents: "read" }] });
});

afterEach(() => github.close());

function check(options: {
  payload?: unknown;
  allowPublic?: boolean;
  apiUrl?: string;
  token?: string | undefined;
}) {
  return requirePrivate({
    allowPublic: false,
    payload: {},
    repository: "acme/docs",
    apiUrl: github.url,
    token: TOKEN,
    fetch,
    clock: fakeClock(),
    ...options,
  });
}

describe("a docs repository", () => {
  test("that the event says is private is let pass without asking", async () => {
    await check({ payload: { repository: { private: true } } });
    expect(github.requests).toEqual([]);
  });

  test("that the event says is public is refused with both remedies", async () => {
    await expect(check({ payload: { repository: { private: false } } })).rejects.toThrow(
      /^The docs repository acme\/docs is public, .*; make it private, or set allow-public: true/,
    );
  });

  test("that is public is let pass where the configuration allows it, and nobody is asked", async () => {
    await check({ payload: { repository: { private: false } }, allowPublic: true });
    expect(github.requests).toEqual([]);
  });

  test("is asked for where the event does not tell", async () => {
    await check({});
    expect(github.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(["GET /repos/acme/docs"]);
  });

  test("that GitHub says is public is refused", async () => {
    const open = await startGitHub({
      repository: "acme/docs",
      tokens: [{ token: TOKEN, contents: "read" }],
      private: false,
    });
    await expect(check({ apiUrl: open.url })).rejects.toThrow(/is public/);
    await open.close();
  });

  test("of which GitHub says nothing stops the run", async () => {
    await expect(check({ token: undefined })).rejects.toThrow(/whether the docs repository is public failed/);
  });

  test("of which GitHub says something else than usual stops the run too", async () => {
    github.fail({ do: "status", status: 404, body: { odd: true } });
    await expect(check({})).rejects.toThrow(/it answered 404\. Check github-token/);
  });
});
