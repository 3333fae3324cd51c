import { expect, onTestFinished, test } from "vitest";
import { startGitHub } from "../../sandbox/github/server.ts";
import { createGitHub } from "../../src/github/client.ts";
import { requirePrivate } from "../../src/github/repository.ts";
import { fakeClock } from "../builders.ts";

const TOKEN = "ghs_repository_test_0123456789";

type Options = { payload?: unknown; allowPublic?: boolean; isPrivate?: boolean; github?: null };

async function setUp({ isPrivate = true, ...options }: Options) {
  const server = await startGitHub({
    repository: "acme/docs",
    tokens: [{ token: TOKEN, contents: "read" }],
    private: isPrivate,
  });
  onTestFinished(() => server.close());
  const github = createGitHub({ fetch, clock: fakeClock(), apiUrl: server.url, token: TOKEN });
  const check = () =>
    requirePrivate({ allowPublic: false, payload: {}, repository: "acme/docs", github, ...options });
  return { server, check };
}

const told = (isPrivate: boolean) => ({ payload: { repository: { private: isPrivate } } });

test.for<[what: string, options: Options, asked: string[]]>([
  ["private, as the event says", told(true), []],
  ["public, where the configuration allows it", { ...told(false), allowPublic: true }, []],
  ["private, as GitHub says where the event does not tell", {}, ["GET /repos/acme/docs"]],
])("a docs repository may be %s", async ([, options, asked]) => {
  const { server, check } = await setUp(options);
  await check();
  expect(server.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(asked);
});

test.for<[what: string, options: Options, sentence: RegExp]>([
  [
    "the event says is public",
    told(false),
    /acme\/docs is public, .*; make it private, or set allow-public: true/,
  ],
  ["GitHub says is public", { isPrivate: false }, /is public/],
  ["nobody can be asked of", { github: null }, /github-token is empty/],
])("a docs repository that %s stops the run", async ([, options, sentence]) => {
  await expect((await setUp(options)).check()).rejects.toThrow(sentence);
});

test("a docs repository that GitHub does not tell of stops the run", async () => {
  const { server, check } = await setUp({});
  server.fail({ do: "status", status: 404 });
  await expect(check()).rejects.toThrow(
    /whether the docs repository is public failed .* it answered 404\. Check/,
  );
});
