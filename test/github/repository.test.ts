import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startGitHub } from "../../sandbox/github/server.ts";
import { createGitHub } from "../../src/github/client.ts";
import { requirePrivate } from "../../src/github/repository.ts";
import { fakeClock } from "../builders.ts";

const TOKEN = "ghs_repository_test_0123456789";

let github: Awaited<ReturnType<typeof startGitHub>>;

beforeEach(async () => {
  github = await startGitHub({ repository: "acme/docs", tokens: [{ token: TOKEN, contents: "read" }] });
});

afterEach(() => github.close());

type Options = { payload?: unknown; allowPublic?: boolean; apiUrl?: string; github?: null };

function check({ apiUrl = github.url, ...options }: Options) {
  return requirePrivate({
    allowPublic: false,
    payload: {},
    repository: "acme/docs",
    github: createGitHub({ fetch, clock: fakeClock(), apiUrl, token: TOKEN }),
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

  test("of which nobody can be asked stops the run", async () => {
    await expect(check({ github: null })).rejects.toThrow(/github-token is empty/);
    github.fail({ do: "status", status: 404 });
    await expect(check({})).rejects.toThrow(
      /whether the docs repository is public failed .* it answered 404\. Check/,
    );
  });
});
