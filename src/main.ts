/** Entry 2: reads what the runner gives, runs the action, and reports. */

import { randomUUID } from "node:crypto";
import { readFileSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { annotationsOf, countOf } from "./check/report.ts";
import { runJob } from "./jobs/run.ts";
import { readContext, readInput } from "./jobs/runner.ts";
import { type Report, renderSummary } from "./jobs/summary.ts";
import { openCheckout } from "./lib/checkout.ts";
import { SettingsError } from "./lib/errors.ts";
import { loadConfiguration } from "./settings/configuration-file.ts";
import { INPUTS } from "./settings/inputs.ts";

const inputs = Object.fromEntries(INPUTS.map((name) => [name, readInput(process.env, name)]));

const workspace = process.env["GITHUB_WORKSPACE"] ?? ".";
const checkout = openCheckout(workspace);
const inWorkspace = (path: string) => join(workspace, path);

try {
  const context = readContext(process.env);
  const report = await runJob({
    inputs,
    event: context.event,
    repository: context.repository,
    serverUrl: context.serverUrl,
    githubApiUrl: context.apiUrl,
    runId: context.runId,
    actor: context.actor,
    fetch,
    clock: { now: Date.now, sleep: (ms) => sleep(ms) },
    files: {
      read: (path) => (isFile(path) ? readFileSync(inWorkspace(path), "utf8") : null),
      list: checkout.list,
    },
    loadConfiguration: (path) => loadConfiguration(checkout, path),
  });
  await tell(report);
} catch (error) {
  const core = await loadCore();
  // A bug of ours. Its message may hold words of strangers, so only the debug log gets it.
  core.debug(error instanceof Error ? (error.stack ?? error.message) : String(error));
  if (error instanceof SettingsError) core.setFailed(error.message);
  else
    core.setFailed(
      `An error of this action (${error instanceof Error ? error.name : typeof error}). Run it again with debug logging and report what it says.`,
    );
}

// A link could lead out of the checkout, to what a pull request must not have quoted in its findings.
function isFile(path: string): boolean {
  const isThere = statSync(inWorkspace(path), { throwIfNoEntry: false })?.isFile() ?? false;
  return isThere && realpathSync(inWorkspace(path)) === join(realpathSync(workspace), path);
}

/** The toolkit, with every secret masked. It is loaded when there is something to say: the first request goes out sooner. */
async function loadCore() {
  const core = await import("@actions/core");
  for (const name of ["devin-api-key", "pagerduty-token", "github-token"])
    if (inputs[name]) core.setSecret(inputs[name]);
  return core;
}

async function tell(report: Report): Promise<void> {
  const core = await loadCore();
  const { job, decision, reason, record, session, path, pullRequest, prompt, checked } = report;
  const outputs = {
    job,
    decision,
    reason,
    "incident-id": record?.incident.id,
    "session-id": session?.id,
    "session-url": session?.url,
    "postmortem-path": path,
    "pull-request-url": pullRequest,
    findings: checked && String(checked.findings.length),
    errors: checked && String(countOf(checked, "error")),
  };
  for (const [name, value] of Object.entries(outputs)) if (value) core.setOutput(name, value);
  // A reason may quote the name of a priority, and the runner obeys ##[…] wherever it stands in a line.
  if (decision) core.info(`${job}: ${decision}, ${reason}`.replaceAll("##[", "# #["));
  if (session?.url) core.info(session.url);
  if (prompt !== null) core.info(unheard(prompt));
  for (const warning of report.warnings) core.warning(warning.replaceAll("##[", "# #["));
  for (const { severity, message, ...place } of checked ? annotationsOf(checked) : []) {
    if (severity === "error") core.error(message, place);
    else core.warning(message, place);
  }
  if (process.env["GITHUB_STEP_SUMMARY"]) await core.summary.addRaw(renderSummary(report)).write();
  if (report.failures.length > 0) core.setFailed(report.failures.join("\n"));
}

// The runner obeys any line that begins like a command, so it is told not to while strangers' words are shown.
function unheard(prompt: string): string {
  const token = randomUUID();
  return `::stop-commands::${token}\n${prompt}\n::${token}::`;
}
