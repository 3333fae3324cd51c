/** The whole set-up, from an empty folder, by the commands of docs/setup.md alone. */

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { doctor } from "../../../cli/doctor.ts";
import { send } from "../../../cli/send.ts";
import { setup } from "../../../cli/setup.ts";
import { subscribe } from "../../../cli/subscribe.ts";
import type { Terminal } from "../../../cli/terminal.ts";
import { startDevin } from "../../../sandbox/devin/server.ts";
import { startFunction } from "../../../sandbox/function/process.ts";
import { git } from "../../../sandbox/github/git.ts";
import { startGitHub } from "../../../sandbox/github/server.ts";
import { startPagerDuty } from "../../../sandbox/pagerduty/server.ts";
import { run } from "../command.ts";
import { checkout, standInForGitHub, temporary } from "./folders.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..");
const KEYS = {
  pagerDuty: "walk-pagerduty-0123456789",
  github: "github_pat_walk01234",
  devin: "cog_walk0123456789",
};

/** The commands of the page's first block, in their order. */
const COMMANDS = (
  /```sh\n([\s\S]*?)```/.exec(readFileSync(join(ROOT, "docs", "setup.md"), "utf8"))?.[1] ?? ""
)
  .split("\n")
  .filter((line) => line !== "");

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" ? (address?.port ?? 0) : 0;
}

test("leads from an empty folder to a sample that GitHub has taken", { timeout: 120_000 }, async () => {
  const hub = standInForGitHub();
  const copy = checkout("https://github.com/acme/postmortem-bridge.git");
  hub.publish(copy, "acme/postmortem-bridge", "v1");
  const scripts = { setup: (terminal: Terminal) => setup(terminal, copy), subscribe, send, doctor };
  const bare = hub.publish(checkout(), "acme/docs");
  const docs = join(temporary(), "docs");
  git(ROOT, "clone", "--quiet", bare, docs);
  git(docs, "remote", "set-url", "origin", "https://github.com/acme/docs.git");

  const pagerDuty = await startPagerDuty({
    tokens: [{ token: KEYS.pagerDuty, kind: "token" }],
    incidents: [],
  });
  const github = await startGitHub({
    repository: "acme/docs",
    gitDirectory: bare,
    tokens: [{ token: KEYS.github, contents: "write", actions: "read" }],
  });
  const devin = await startDevin({
    orgId: "org-walk",
    apiKeys: [{ key: KEYS.devin, orgId: "org-walk", permissions: ["ViewOrgSessions", "ManageOrgSessions"] }],
  });
  for (const service of [pagerDuty, github, devin]) onTestFinished(service.close);

  const port = await freePort();
  const site = `http://127.0.0.1:${port}`;
  const env: Record<string, string> = {
    ...hub.environment,
    PAGERDUTY_TOKEN: KEYS.pagerDuty,
    PAGERDUTY_API_URL: pagerDuty.url,
    GITHUB_TOKEN: KEYS.github,
    GITHUB_REPOSITORY: "acme/docs",
    GITHUB_API_URL: github.url,
    DEVIN_API_KEY: KEYS.devin,
    DEVIN_API_URL: devin.url,
  };
  const outputs: Record<string, string> = {};

  for (const command of COMMANDS) {
    const words = command
      .replaceAll("https://postmortem-bridge.vercel.app", site)
      .replaceAll("../docs", docs);
    if (words === "npm ci") continue;
    if (words.startsWith("#")) {
      const secret = /^ {2}(\S{20,})$/m.exec(outputs["subscribe"] ?? "")?.[1] ?? "";
      env["PAGERDUTY_WEBHOOK_SECRET"] = secret;
      const variables = {
        PAGERDUTY_WEBHOOK_SECRET: secret,
        GITHUB_REPOSITORY: "acme/docs",
        GITHUB_TOKEN: KEYS.github,
      };
      const deployed = await startFunction({ port, env: { ...variables, GITHUB_API_URL: github.url } });
      onTestFinished(deployed.close);
      continue;
    }
    const [, name, rest = ""] = /^npm run (\w+) -- (.*)$/.exec(words) ?? [];
    if (name === undefined) {
      const quoted = [...words.matchAll(/"([^"]*)"|(\S+)/g)].map(
        ([, inQuotes, bare = ""]) => inQuotes ?? bare,
      );
      git(
        docs,
        "-c",
        "user.name=t",
        "-c",
        "user.email=t@example.com",
        "-c",
        `url.${bare}.insteadOf=https://github.com/acme/docs.git`,
        ...quoted.slice(1),
      );
      continue;
    }
    const script = Object.entries(scripts).find(([known]) => known === name)?.[1];
    if (script === undefined)
      throw new Error(`The page names npm run ${name}, which is no step of the set-up.`);
    const ended = await run(script, rest.split(" "), env);
    outputs[name] = ended.out;
    expect([name, ended.code], ended.error + ended.out).toEqual([name, 0]);
  }

  expect(git(bare, "show", "main:.github/workflows/postmortem.yml")).toContain(
    "uses: acme/postmortem-bridge@v1",
  );
  expect(github.dispatches.map(({ action }) => action)).toEqual(["incident.resolved"]);
  expect(outputs["doctor"]).toMatch(/\b0 fail\b/);
  const { out } = await run(scripts.setup, ["--write", docs, "--endpoint", `${site}/api/pagerduty`], env);
  expect(out.match(/^\d\. (done|to do)/gm)).toEqual([
    ...[1, 2, 3, 4, 5, 6].map((step) => `${step}. done`),
    "7. to do",
  ]);
});
