/** The day's limit, counted again once a session was started. */

import { expect, test } from "vitest";
import { hasCapacity, refusalBeyondLimit } from "../../src/jobs/capacity.ts";
import { createJobContext } from "../../src/jobs/context.ts";
import { DEVIN_KEY, devinClient, devinSandbox, fakeClock, inputsOf, sessionRequest } from "../builders.ts";
import { configOf } from "../configurations.ts";

async function setUp(perDay: number) {
  const server = await devinSandbox();
  const context = createJobContext(
    {
      inputs: {},
      event: { name: "repository_dispatch", payload: {} },
      repository: "acme/docs",
      serverUrl: "https://github.com",
      githubApiUrl: "https://api.github.com",
      runId: "1",
      actor: "octocat",
      fetch,
      clock: fakeClock(),
      files: { read: () => null, list: () => [] },
      loadConfiguration: () => expect.fail("the limit reads no configuration"),
    },
    inputsOf({ "devin-api-key": DEVIN_KEY, "devin-api-url": server.url }),
  );
  const config = configOf(`limits: { sessions-per-day: ${perDay} }`);
  const create = (tags: string[] = []) =>
    devinClient(server.url).createSession(sessionRequest({ tags: ["pagerduty-postmortem", ...tags] }));
  return { context, config, create };
}

test("the oldest sessions of a day stay, and what two runs started beyond the limit goes", async () => {
  const { context, config, create } = await setUp(1);
  expect(await hasCapacity(context, config)).toBe(true);
  const sessions = [await create(), await create()].sort(
    (a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1),
  );
  expect(await refusalBeyondLimit(context, config, sessions[0]!)).toBeNull();
  expect(await refusalBeyondLimit(context, config, sessions[1]!)).toMatch(/sessions-per-day/);
  expect(await hasCapacity(context, config)).toBe(false);
});

test("what was started by hand or deferred before does not count", async () => {
  const { context, config, create } = await setUp(1);
  await create(["by-hand"]);
  await create(["deferred"]);
  expect(await hasCapacity(context, config)).toBe(true);
});
