/** Entry 2: reads what the runner gives, runs the action, and reports. */

import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import * as core from "@actions/core";
import { context } from "@actions/github";
import { runAction } from "./action.ts";
import { INPUTS } from "./inputs.ts";
import { type Report, renderSummary } from "./summary.ts";

const inputs = Object.fromEntries(INPUTS.map((name) => [name, core.getInput(name)]));
for (const name of ["devin-api-key", "pagerduty-token", "github-token"])
  if (inputs[name]) core.setSecret(inputs[name]);

const inWorkspace = (path: string) => join(process.env["GITHUB_WORKSPACE"] ?? ".", path);

try {
  const report = await runAction({
    inputs,
    event: { name: context.eventName, payload: context.payload },
    repository: process.env["GITHUB_REPOSITORY"] ?? "",
    serverUrl: context.serverUrl,
    githubApiUrl: context.apiUrl,
    runId: String(context.runId),
    actor: process.env["GITHUB_TRIGGERING_ACTOR"] ?? context.actor,
    fetch,
    clock: { now: Date.now, sleep: (ms) => sleep(ms) },
    files: {
      read: (path) => (isFile(inWorkspace(path)) ? readFileSync(inWorkspace(path), "utf8") : null),
      list: (folder) => (isFolder(inWorkspace(folder)) ? readdirSync(inWorkspace(folder)) : []),
    },
  });
  await tell(report);
} catch (error) {
  // A bug of ours. Its message may hold words of strangers, so only the debug log gets it.
  core.debug(error instanceof Error ? (error.stack ?? error.message) : String(error));
  core.setFailed(
    `An error of this action (${error instanceof Error ? error.name : typeof error}). Run it again with debug logging and report what it says.`,
  );
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

async function tell(report: Report): Promise<void> {
  const { job, decision, reason, record, session, path, pullRequest, prompt } = report;
  const outputs = {
    job,
    decision,
    reason,
    "incident-id": record?.incident.id,
    "session-id": session?.id,
    "session-url": session?.url,
    "postmortem-path": path,
    "pull-request-url": pullRequest,
  };
  for (const [name, value] of Object.entries(outputs)) if (value) core.setOutput(name, value);
  // A reason may quote the name of a priority, and the runner obeys ##[…] wherever it stands in a line.
  if (decision) core.info(`${job}: ${decision}, ${reason}`.replaceAll("##[", "# #["));
  if (session?.url) core.info(session.url);
  if (prompt !== null) print(prompt);
  for (const warning of report.warnings) core.warning(warning);
  if (process.env["GITHUB_STEP_SUMMARY"]) await core.summary.addRaw(renderSummary(report)).write();
  if (report.failures.length > 0) core.setFailed(report.failures.join("\n"));
}

// The runner obeys any line that begins like a command, so it is told not to while strangers' words are shown.
function print(prompt: string): void {
  const token = randomUUID();
  core.info(`::stop-commands::${token}\n${prompt}\n::${token}::`);
}
