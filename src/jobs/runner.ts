/** What the runner tells of a run, read as the toolkit reads it, but without loading the clients that come with that. */

import { existsSync, readFileSync } from "node:fs";
import { SettingsError } from "../lib/errors.ts";
import { parseJson } from "../lib/json.ts";
import type { JobSurroundings } from "./context.ts";

/** What the runner tells of a run; see JobContext. */
type RunnerFacts = Pick<
  JobSurroundings,
  "event" | "repository" | "serverUrl" | "githubApiUrl" | "runId" | "actor"
>;

/** Reads the runner's variables and the event's file; a run without that file has an empty event. Throws SettingsError for a file that is no JSON. */
export function readRunner(env: Record<string, string | undefined>): RunnerFacts {
  return {
    event: { name: env["GITHUB_EVENT_NAME"] ?? "", payload: readEventFile(env["GITHUB_EVENT_PATH"] ?? "") },
    repository: env["GITHUB_REPOSITORY"] ?? "",
    serverUrl: env["GITHUB_SERVER_URL"] ?? "https://github.com",
    githubApiUrl: env["GITHUB_API_URL"] ?? "https://api.github.com",
    runId: env["GITHUB_RUN_ID"] ?? "",
    actor: env["GITHUB_TRIGGERING_ACTOR"] ?? env["GITHUB_ACTOR"] ?? "",
  };
}

/** An input of the action, without white space around it; empty where it is not set. */
export function readInput(env: Record<string, string | undefined>, name: string): string {
  return (env[`INPUT_${name.toUpperCase()}`] ?? "").trim();
}

function readEventFile(path: string): unknown {
  if (!existsSync(path)) return {};
  const payload = parseJson(readFileSync(path, "utf8"));
  if (payload !== undefined) return payload;
  throw new SettingsError([
    "The event that started this run cannot be read: its file (GITHUB_EVENT_PATH) is not JSON. Run the workflow again; if the same happens, it is the runner that needs looking at",
  ]);
}
