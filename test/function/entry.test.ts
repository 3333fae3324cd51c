/** api/pagerduty.ts, loaded as Vercel loads it: it only joins what has tests of its own. */

import { afterEach, expect, test, vi } from "vitest";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test.for([
  [{}, 503, 503],
  [
    {
      PAGERDUTY_WEBHOOK_SECRET: "signing-secret-0123456789",
      GITHUB_REPOSITORY: "acme/docs",
      GITHUB_TOKEN: "github_pat_11ABCDEFG0123456789abcdef",
    },
    200,
    401,
  ],
] as const)("with the environment %j it answers and writes its lines", async ([env, health, delivery]) => {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const log = vi.spyOn(console, "log").mockReturnValue();
  vi.resetModules();
  const { default: deployed } = await import("../../api/pagerduty.ts");
  const ask = async (method: string) =>
    (await deployed.fetch(new Request("https://bridge.example.com/api/pagerduty", { method }))).status;
  expect([await ask("GET"), await ask("POST")]).toEqual([health, delivery]);
  expect(log.mock.calls.map(([line]) => JSON.parse(line).status)).toEqual([health, delivery]);
});
