/** A sample takes the whole way, shows what works, and starts nothing. */

import { expect, onTestFinished, test } from "vitest";
import { type Reply, startService } from "../../sandbox/service.ts";
import { runJob } from "../../src/jobs/run.ts";
import { renderSummary } from "../../src/jobs/summary.ts";
import { devinWith, pagerDutyWith } from "./services.ts";
import { CONFIG, eventOf, surroundingsOf } from "./surroundings.ts";

async function runSample(
  config = "otherwise: skip\n",
  inputs: Record<string, string> = {},
  {
    isPrivate = true,
    files = {},
    github = { status: 200, body: { private: true } },
  }: { isPrivate?: boolean; files?: Record<string, string>; github?: Reply } = {},
) {
  const { server: devin, inputs: withKey } = await devinWith();
  const { pagerDuty, inputs: withToken } = await pagerDutyWith([]);
  const gitHub = await startService(() => github);
  onTestFinished(() => gitHub.close());
  const { name, payload } = eventOf({ incident: { id: "SAMPLE1770736682120" } });
  const result = await runJob(
    surroundingsOf({
      inputs: {
        ...withKey,
        ...withToken,
        "github-token": "ghs_0123456789",
        ...inputs,
      },
      githubApiUrl: gitHub.url,
      event: { name, payload: { ...Object(payload), repository: { private: isPrivate } } },
      fetch,
      files: { [CONFIG]: config, ...files },
    }),
  );
  const written = [...devin.requests, ...pagerDuty.requests, ...gitHub.requests].filter(
    ({ method }) => method !== "GET",
  );
  return { result, written, devin };
}

test("it passes the rules, shows each part that works, and starts, sends and writes nothing", async () => {
  const { result, written, devin } = await runSample();
  expect(result).toMatchObject({ kind: "sample", decision: "sample", failures: [], configuration: CONFIG });
  const summary = renderSummary(result);
  for (const words of [
    "may list sessions",
    "may read incidents",
    "may read acme/docs",
    "may carry",
    "template renders",
  ])
    expect(summary).toContain(words);
  expect(written).toEqual([]);
  expect(devin.sessions()).toEqual([]);
});

test("without the token of PagerDuty or GitHub it says what that means", async () => {
  const { result } = await runSample("", { "pagerduty-token": "", "github-token": "" });
  expect(result.failures).toEqual([]);
  expect(renderSummary(result)).toContain("drafts start from the event alone");
  expect(renderSummary(result)).toContain("github-token is not set");
});

test("it is red with all that is wrong at once", async () => {
  const config =
    "template: docs/none.md\ninstructions: docs/lost.md\nrules: [{ when: { priority: P1 }, do: draft, template: docs/a.md }]\n";
  const { result } = await runSample(
    config,
    { "devin-api-key": "cog_wrong_0123456789", "pagerduty-token": "wrong-token" },
    {
      isPrivate: false,
      files: { "docs/a.md": "# {{ titel }}\n" },
      github: { status: 401, body: { message: "Bad credentials" } },
    },
  );
  const failures = result.failures.join("\n");
  const templates = ["docs/none.md", "docs/a.md:1 titel", "docs/lost.md"];
  for (const words of ["devin-api-key", "pagerduty-token", "Bad credentials", "is public"])
    expect(failures).toContain(words);
  // The instructions go with each of the two.
  for (const words of templates) expect(failures.split(words)).toHaveLength(2);
});

test("it names the problems of the configuration, and every template that a rule names", async () => {
  const { result } = await runSample("nonsense: 1\n");
  expect(result.failures.join()).toContain("nonsense");
  expect(renderSummary(result)).toContain("it has problems");
  const two =
    "rules: [{ when: { priority: P1 }, do: draft, template: docs/a.md }, { when: { urgency: low }, do: skip }]\n";
  const shown = await runSample(two, {}, { files: { "docs/a.md": "# {{ title }}\n" } });
  expect(renderSummary(shown.result)).toContain("all 2 templates render");
});
