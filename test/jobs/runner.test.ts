import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getInput } from "@actions/core";
import { context } from "@actions/github";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { readInput, readRunner } from "../../src/jobs/runner.ts";

const RUN = {
  GITHUB_EVENT_NAME: "repository_dispatch",
  GITHUB_REPOSITORY: "acme/docs",
  GITHUB_SERVER_URL: "https://ghe.example.com",
  GITHUB_API_URL: "https://ghe.example.com/api/v3",
  GITHUB_RUN_ID: "1658821493",
  GITHUB_ACTOR: "octocat",
};

function eventFile(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "context-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "event.json"), text);
  return join(folder, "event.json");
}

describe("the runner's context", () => {
  test("is read as @actions/github reads it", () => {
    const env = { ...RUN, GITHUB_EVENT_PATH: eventFile('{"action":"incident.resolved","repository":{}}') };
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    onTestFinished(() => void vi.unstubAllEnvs());
    const Context = context.constructor as new () => typeof context;
    const theirs = new Context();
    const ours = readRunner(env);
    expect(ours).toEqual({
      event: { name: theirs.eventName, payload: theirs.payload },
      repository: `${theirs.repo.owner}/${theirs.repo.repo}`,
      serverUrl: theirs.serverUrl,
      githubApiUrl: theirs.apiUrl,
      runId: String(theirs.runId),
      actor: theirs.actor,
    });
    expect(ours.event.payload).toEqual({ action: "incident.resolved", repository: {} });
  });

  test("names who started the run again", () => {
    expect(readRunner({ ...RUN, GITHUB_TRIGGERING_ACTOR: "hubot" }).actor).toBe("hubot");
  });

  test("outside of a runner has an empty event, and GitHub's own addresses", () => {
    expect(readRunner({ GITHUB_EVENT_PATH: "/nowhere/event.json" })).toEqual({
      event: { name: "", payload: {} },
      repository: "",
      serverUrl: "https://github.com",
      githubApiUrl: "https://api.github.com",
      runId: "",
      actor: "",
    });
    expect(readRunner({}).event.payload).toEqual({});
  });

  test("is a sentence about the event where its file is not JSON", () => {
    expect(() => readRunner({ GITHUB_EVENT_PATH: eventFile("{") })).toThrow(/^The event .* is not JSON/);
  });
});

test("an input is read as @actions/core reads it", () => {
  const env = { "INPUT_DEVIN-API-KEY": " cog_1\n", INPUT_CONFIG: "" };
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  onTestFinished(() => void vi.unstubAllEnvs());
  for (const name of ["devin-api-key", "config", "since"]) expect(readInput(env, name)).toBe(getInput(name));
  expect(readInput(env, "devin-api-key")).toBe("cog_1");
});
