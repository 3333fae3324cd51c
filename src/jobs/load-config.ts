/** The inputs and the configuration of a run, and whether the docs repository may carry PagerDuty's text. */

import { requirePrivate } from "../github/repository.ts";
import { SettingsError } from "../lib/errors.ts";
import type { Config } from "../settings/configuration.ts";
import { DEFAULT_CONFIG } from "../settings/configuration-file.ts";
import { type Inputs, NO_DEVIN_KEY, parseInputs } from "../settings/inputs.ts";
import { connectGitHub, type JobContext, type JobSurroundings } from "./context.ts";

/** The inputs; throws SettingsError with every problem of them, and of the configuration that would be read by them. */
export async function readInputsOf(surroundings: JobSurroundings): Promise<Inputs> {
  const { event, inputs: written, loadConfiguration } = surroundings;
  const { inputs, problems } = parseInputs(written);
  if (inputs !== null) return inputs;
  // A check is configured by the base of its pull request, not by the checkout.
  if (event.name === "pull_request" || written["job"] === "check") throw new SettingsError(problems);
  const configuration = await loadConfiguration(written["config"]?.trim() || DEFAULT_CONFIG);
  throw new SettingsError([...problems, ...missingKey(event.name, written), ...configuration.problems]);
}

export type UsableConfiguration = { config: Config; warnings: string[]; source: string };

/** The configuration in the checkout; throws SettingsError where it is missing or wrong. */
export async function loadConfig({
  event,
  inputs,
  loadConfiguration,
}: JobContext): Promise<UsableConfiguration> {
  const { config, problems, warnings, source } = await loadConfiguration(inputs.config);
  if (config !== null) return { config, warnings, source };
  throw new SettingsError([...missingKey(event.name, inputs), ...problems]);
}

/** The key is asked for when a session needs it; beside other problems it is named with them. */
function missingKey(event: string, inputs: Partial<Record<keyof Inputs, unknown>>): string[] {
  const isDryRun = String(inputs["dry-run"]) === "true";
  const job = inputs.job || "auto";
  const isFollowUps = job === "follow-ups" || (job === "auto" && event === "push");
  const isMissing = String(inputs["devin-api-key"] ?? "").trim() === "";
  return isMissing && !isDryRun && !isFollowUps ? [NO_DEVIN_KEY] : [];
}

/** Throws SettingsError where the docs repository is public and the configuration does not allow that. */
export async function assertRepositoryPrivate(context: JobContext, config: Config): Promise<void> {
  const { event, repository } = context;
  await requirePrivate({
    allowPublic: config["allow-public"],
    payload: event.payload,
    repository,
    github: connectGitHub(context),
  });
}
