/** The built action as the runner starts it: its own process, a clean environment, a runner's files. */

import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startDevin } from "../sandbox/devin/server.ts";
import { toAscii } from "../scripts/ascii.ts";
import { VERSION } from "../src/lib/version.ts";
import { payloadOf } from "./builders.ts";

const DIST = join(import.meta.dirname, "..", "dist", "index.js");
const KEY = "cog_dist_test_0123456789";

let folder: string;
let devin: Awaited<ReturnType<typeof startDevin>>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "dist-test-"));
  mkdirSync(join(folder, ".git"));
  devin = await startDevin({
    orgId: "org-dist",
    apiKeys: [{ key: KEY, orgId: "org-dist", permissions: ["ManageOrgSessions", "ViewOrgSessions"] }],
  });
});

afterEach(async () => {
  await devin.close();
  rmSync(folder, { recursive: true });
});

type Started = { code: number | null; stdout: string; stderr: string; outputs: string; summary: string };

async function run(options: {
  event?: string;
  payload?: unknown;
  inputs?: Record<string, string>;
  env?: Record<string, string>;
}): Promise<Started> {
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const inputs = { "devin-api-key": KEY, "devin-api-url": devin.url, ...options.inputs };
  const child = spawn(process.execPath, [DIST], {
    cwd: folder,
    env: {
      PATH: process.env["PATH"],
      GITHUB_EVENT_NAME: options.event ?? "repository_dispatch",
      GITHUB_EVENT_PATH: file("event.json", JSON.stringify(options.payload ?? {})),
      GITHUB_OUTPUT: file("output", ""),
      GITHUB_STEP_SUMMARY: file("summary", ""),
      GITHUB_REPOSITORY: "acme/docs",
      GITHUB_WORKSPACE: folder,
      GITHUB_RUN_ID: "42",
      GITHUB_ACTOR: "sam",
      ...options.env,
      ...Object.fromEntries(
        Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
      ),
    },
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (data) => {
    stdout += data;
  });
  child.stderr.on("data", (data) => {
    stderr += data;
  });
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  return { code, stdout, stderr, outputs: read("output"), summary: read("summary") };
}

function dispatch(payload: unknown = payloadOf(), action = "incident.resolved") {
  return { action, branch: "main", client_payload: payload, repository: { private: true } };
}

/** What the log shows to people. */
function shown(stdout: string): string[] {
  return stdout.split("\n").filter((line) => line !== "" && !line.startsWith("::add-mask::"));
}

describe("the built action", () => {
  test("starts a session by these requests and no more, and reports it in outputs, log and summary", async () => {
    const { code, stdout, stderr, outputs, summary } = await run({
      payload: dispatch(
        payloadOf({
          incident: { title: "SECRET-TITLE", service: { id: "P1", name: "SECRET-SERVICE", url: null } },
        }),
      ),
    });

    const [session] = devin.sessions();
    const url = `https://app.devin.ai/sessions/${session?.bareId}`;
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(shown(stdout)).toEqual([
      "draft: started, no rule matched, and otherwise is draft; the incident had no live session",
      url,
    ]);
    expect(outputs).toContain(`\ndevin-${session?.bareId}\n`);
    expect(summary).toContain(`](${url})`);
    expect(summary).toContain("**Devin was asked for a postmortem**");
    expect(stdout).not.toContain("SECRET");

    const asked = devin.requests.map(({ method, path, status }) => {
      const { pathname, searchParams } = new URL(path, "https://devin.example");
      const archived = searchParams.has("is_archived") ? " archived" : "";
      return (
        [method, pathname.replace(/^.*org-dist/, ""), searchParams.get("tags"), status].join(" ") + archived
      );
    });
    // The incident's sessions and the day's count: at once before the create, and once more after it.
    const lists = ["incident:Q1ORDERSPOOL01", "pagerduty-postmortem"].flatMap((tag) => [
      `GET /sessions ${tag} 200`,
      `GET /sessions ${tag} 200 archived`,
    ]);
    const created = asked.indexOf("POST /sessions  200");
    expect(asked.slice(0, created).sort()).toEqual([...lists, "GET /v3/self  200"].sort());
    expect(asked.slice(created + 1)).toEqual(lists);
  });

  test("reads the configuration and the incident's earlier file from the checkout", async () => {
    mkdirSync(join(folder, "reviews"));
    writeFileSync(join(folder, "reviews", "2026-02-09-Q1ORDERSPOOL01-an-older-title.md"), "");
    writeFileSync(join(folder, "own.yml"), "directory: reviews\ndevin:\n  tags: [team:checkout]\n");
    const { outputs } = await run({ payload: dispatch(), inputs: { config: "own.yml" } });

    expect(outputs).toContain("\nreviews/2026-02-09-Q1ORDERSPOOL01-an-older-title.md\n");
    expect(devin.sessions()[0]?.request.tags).toContain("team:checkout");
  });

  test("turns red when the named configuration is not there", async () => {
    const { code, stdout } = await run({ payload: dispatch(), inputs: { config: "own.yml" } });

    expect(code).toBe(1);
    expect(shown(stdout)).toEqual([
      expect.stringMatching(/^::error::config is "own.yml", and there is no such file/),
    ]);
  });

  test("turns red with one sentence for a wrong key, and does not repeat it", async () => {
    const { code, stdout, stderr } = await run({
      payload: dispatch(),
      inputs: { "devin-api-key": "cog_wrong_0123456789" },
    });

    const lines = shown(stdout);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^::error::/);
    expect(lines[0]?.replace("::error::", "")).toMatch(/401.*Check devin-api-key/);
    expect(lines[0]).not.toContain("cog_wrong");
    expect(devin.sessions()).toEqual([]);
  });

  test("says what it came to where the runner's files for summary and outputs cannot be written", async () => {
    const nowhere = join(folder, "nowhere", "file");
    const withoutSummary = await run({ payload: dispatch(), env: { GITHUB_STEP_SUMMARY: nowhere } });
    expect(withoutSummary.code).toBe(0);
    expect(shown(withoutSummary.stdout).at(-1)).toMatch(/^::warning::The summary .* could not be written/);

    const withoutBoth = await run({
      payload: dispatch(),
      inputs: { "devin-api-key": "cog_wrong_0123456789" },
      env: { GITHUB_STEP_SUMMARY: nowhere, GITHUB_OUTPUT: nowhere },
    });
    expect(withoutBoth.code).toBe(1);
    expect(shown(withoutBoth.stdout).at(-1)).toMatch(
      /^::error::.*Check devin-api-key.*%0AThe outputs .* could not be written/,
    );
  });

  test("prints a dry run's prompt where the runner obeys no line of it, and reaches nobody", async () => {
    const { stdout, outputs } = await run({
      payload: dispatch(payloadOf({ incident: { title: "\n::error::gotcha\n::add-mask::a" } })),
      inputs: { "dry-run": "true", "devin-api-key": "" },
    });

    const lines = stdout.split("\n");
    const stop = lines.findIndex((line) => line.startsWith("::stop-commands::"));
    const resume = lines.indexOf(`::${lines[stop]?.replace("::stop-commands::", "")}::`);
    expect(stop).toBeGreaterThan(-1);
    expect(lines.findIndex((line) => /<incident-data-[0-9a-f]+>/.test(line))).toBeGreaterThan(stop);
    expect(lines.findIndex((line) => /<\/incident-data-[0-9a-f]+>/.test(line))).toBeLessThan(resume);
    expect(lines.filter((line) => line.startsWith("::error"))).toEqual([]);
    expect(outputs).toContain("dry-run");
    expect(devin.requests).toEqual([]);
  });

  test("shows a reason in which the runner finds no command, whatever a priority is called", async () => {
    writeFileSync(
      join(folder, "own.yml"),
      "rules: [{ when: { priority: P1 }, do: draft }]\notherwise: skip\n",
    );
    const { stdout } = await run({
      payload: dispatch(payloadOf({ incident: { priority: "P9 ##[error]gotcha" } })),
      inputs: { config: "own.yml" },
    });

    expect(stdout).toContain("draft: skipped, no rule matched");
    expect(stdout).not.toContain("##[");
  });

  test("ships the licence of every package in it", () => {
    const licenses = readFileSync(join(DIST, "..", "licenses.txt"), "utf8");
    for (const name of ["@actions/core", "libphonenumber-js", "liquidjs", "yaml", "zod"])
      expect(licenses).toMatch(new RegExp(`^${name} \\d+\\.`, "m"));
    expect(licenses.match(/Permission is hereby granted/g)?.length).toBeGreaterThan(10);
  });

  test("is written in ASCII, which says the same", () => {
    for (const name of readdirSync(join(DIST, "..")).filter((file) => file.endsWith(".js")))
      expect(readFileSync(join(DIST, "..", name), "utf8"), name).toMatch(/^[\0-\x7f]*$/);
    const program = '["“é”", `…🔴`, /^[–🔴]$/u.test("🔴"), { é: 1 }] // →';
    expect(runInNewContext(toAscii(program))).toEqual(["“é”", "…🔴", true, { é: 1 }]);
    for (const unsafe of ["'\\’'", "String.raw`a’`"])
      expect(() => toAscii(unsafe)).toThrow("change the meaning");
  });

  test("is of this version and of a size that people can read through", () => {
    expect(statSync(DIST).size).toBeLessThan(900_000);
    expect(JSON.parse(readFileSync(join(DIST, "..", "..", "package.json"), "utf8")).version).toBe(VERSION);
  });
});
