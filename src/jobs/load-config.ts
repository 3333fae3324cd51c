/** The inputs and the configuration of a run, and whether the docs repository may carry PagerDuty's text. */

import { requirePrivate } from "../github/repository.ts";
import { SettingsError } from "../lib/errors.ts";
import type { Config } from "../settings/configuration.ts";
import { DEFAULT_CONFIG } from "../settings/configuration-file.ts";
import { type Inputs, NO_DEVIN_KEY, parseInputs } from "../settings/inputs.ts";
import { connectGitHub, type JobContext, type JobSurroundings } from "./context.ts";

/** The inputs; throws SettingsError with every problem of them, and of the configuration that would be read by them. */
export async function readInputsOf(surroundings: JobSurroundings): Promise<Inputs> {
  const { inputs, problems } = parseInputs(surroundings.inputs);
  if (inputs !== null) return inputs;
  const isCheck = surroundings.event.name === "pull_request" || surroundings.inputs["job"] === "check";
  // A check is configured by the base of its pull request, not by the checkout.
  if (isCheck) throw new SettingsError(problems);
  const path = surroundings.inputs["config"]?.trim() || DEFAULT_CONFIG;
  const configuration = await surroundings.loadConfiguration(path);
  throw new SettingsError([...problems, ...missingKey(surroundings.inputs), ...configuration.problems]);
}

export type UsableConfiguration = { config: Config; warnings: string[]; source: string };

/** The configuration in the checkout; throws SettingsError where it is missing or wrong. */
export async function loadConfig({ inputs, loadConfiguration }: JobContext): Promise<UsableConfiguration> {
  const { config, problems, warnings, source } = await loadConfiguration(inputs.config);
  if (config !== null) return { config, warnings, source };
  const isKeyMissing = !inputs["dry-run"] && inputs["devin-api-key"] === undefined;
  throw new SettingsError([...(isKeyMissing ? [NO_DEVIN_KEY] : []), ...problems]);
}

/** The key is asked for when a session needs it; beside other problems it is named with them. */
function missingKey(inputs: Record<string, string>): string[] {
  const isNeeded = inputs["dry-run"] !== "true" && inputs["job"] !== "follow-ups";
  return isNeeded && !inputs["devin-api-key"]?.trim() ? [NO_DEVIN_KEY] : [];
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
