/** Entry 2: reads what the runner gives, runs the action, and reports. */

import "./lib/uncompiled-schemas.ts";
import { setTimeout as sleep } from "node:timers/promises";
import { annotationsOf, notRunOf } from "./check/report.ts";
import { outputsOf } from "./jobs/outputs.ts";
import type { JobResult } from "./jobs/result.ts";
import { runJob } from "./jobs/run.ts";
import { readInput, readRunner } from "./jobs/runner.ts";
import { renderSummary } from "./jobs/summary.ts";
import { openCheckout } from "./lib/checkout.ts";
import { SettingsError } from "./lib/errors.ts";
import { loadConfiguration } from "./settings/configuration-file.ts";
import { INPUTS } from "./settings/inputs.ts";

const inputs = Object.fromEntries(INPUTS.map((name) => [name, readInput(process.env, name)]));

const checkout = openCheckout(process.env["GITHUB_WORKSPACE"] ?? ".");

try {
  const result = await runJob({
    ...readRunner(process.env),
    inputs,
    fetch,
    clock: { now: Date.now, sleep: (ms) => sleep(ms) },
    files: checkout,
    loadConfiguration: (path) => loadConfiguration(checkout, path),
  });
  await report(result);
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

/** The toolkit, with every secret masked. It is loaded when there is something to say: the first request goes out sooner. */
async function loadCore() {
  const core = await import("@actions/core");
  for (const name of ["devin-api-key", "pagerduty-token", "github-token"])
    if (inputs[name]) core.setSecret(inputs[name]);
  return core;
}

async function report(result: JobResult): Promise<void> {
  const core = await loadCore();
  const { job, decision, reason, warnings, failures } = result;
  const unwritten = await problemOf("outputs", () => {
    for (const [name, value] of Object.entries(outputsOf(result))) core.setOutput(name, value);
  });
  // A reason may quote the name of a priority, and the runner obeys ##[…] wherever it stands in a line.
  if (decision) core.info(harmless(`${job}: ${decision}, ${reason}`));
  if (result.kind === "incident") {
    if (result.session?.url) core.info(result.session.url);
    if (result.prompt !== null) core.info(unheard(result.prompt));
  }
  const checked = result.kind === "check" ? result.checked : null;
  for (const warning of [...warnings, checked && notRunOf(checked)])
    if (warning !== null) core.warning(harmless(warning));
  for (const { severity, message, ...place } of checked ? annotationsOf(checked) : []) {
    if (severity === "error") core.error(message, place);
    else core.warning(message, place);
  }
  const summary = core.summary.addRaw(renderSummary(result, process.env["GITHUB_SERVER_URL"]));
  if (process.env["GITHUB_STEP_SUMMARY"])
    for (const problem of await problemOf("summary", () => summary.write())) core.warning(problem);
  const all = [...failures, ...unwritten];
  if (all.length > 0) core.setFailed(all.join("\n"));
}

/** Why the runner's file for this could not be written; what the run came to must not be lost with it. */
async function problemOf(what: string, write: () => unknown): Promise<string[]> {
  try {
    await write();
    return [];
  } catch (error) {
    const code = error instanceof Error && "code" in error ? ` (${error.code})` : "";
    return [
      `The ${what} of this step could not be written${code}. Look at the runner's disk, and at who may write its files.`,
    ];
  }
}

function harmless(words: string): string {
  return words.replaceAll("##[", "# #[");
}

// The runner obeys any line that begins like a command, so it is told not to while strangers' words are shown.
function unheard(prompt: string): string {
  const token = crypto.randomUUID();
  return `::stop-commands::${token}\n${prompt}\n::${token}::`;
}
