/** A run of the follow-ups against the sandbox's GitHub, and Devin and PagerDuty where a test has them. */

import { onTestFinished } from "vitest";
import { startGitHub } from "../../../sandbox/github/server.ts";
import { runJob } from "../../../src/jobs/run.ts";
import { fakeClock } from "../../builders.ts";
import { loadedConfig } from "../../configurations.ts";

export const NOW = Date.parse("2026-02-20T06:00:00Z");

const TOKEN = "ghs_0123456789";

/** `files` are those of the checkout; `inputs` those that every run has. */
export async function followUpsSandbox(
  files: Record<string, string | null>,
  github: Partial<Parameters<typeof startGitHub>[0]> = {},
  always: Record<string, string> = {},
) {
  const clock = fakeClock(NOW);
  const server = await startGitHub({
    repository: "acme/docs",
    tokens: [{ token: TOKEN, isJob: true, contents: "read", issues: "write", "pull-requests": "read" }],
    now: clock.now,
    ...github,
  });
  onTestFinished(() => server.close());
  const run = (config: string, inputs: Record<string, string> = {}, payload: object = {}) =>
    runJob({
      inputs: { job: "follow-ups", "github-token": TOKEN, ...always, ...inputs },
      event: { name: "push", payload: { repository: { private: true, default_branch: "main" }, ...payload } },
      repository: "acme/docs",
      serverUrl: "https://github.com",
      githubApiUrl: server.url,
      runId: "4711",
      actor: "octocat",
      fetch,
      clock,
      files: {
        read: (path) => files[path] ?? null,
        list: (folder) => [
          ...new Set(
            Object.keys(files).flatMap((path) =>
              path.startsWith(`${folder}/`) ? (path.slice(folder.length + 1).split("/")[0] ?? []) : [],
            ),
          ),
        ],
      },
      loadConfiguration: (path) => loadedConfig(path, config),
    });
  return { server, run, clock, files };
}
