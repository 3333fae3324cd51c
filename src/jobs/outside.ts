/** What one run of the action is given from outside, and what it first asks of it. */

import { createGitHub, type GitHub } from "../github/client.ts";
import { requirePrivate } from "../github/repository.ts";
import { SettingsError } from "../lib/errors.ts";
import type { Clock, Fetch } from "../lib/http.ts";
import type { Files } from "../prompt/brief.ts";
import type { Config } from "../settings/configuration.ts";
import { DEFAULT_CONFIG, type LoadedConfiguration } from "../settings/configuration-file.ts";
import { type Inputs, NO_DEVIN_KEY, parseInputs } from "../settings/inputs.ts";
import type { GitHubEvent } from "./event.ts";
import type { Report } from "./summary.ts";

/** Everything that a run takes from outside. */
export type Run = {
  inputs: Record<string, string>;
  event: GitHubEvent;
  /** `owner/name` of the docs repository. */
  repository: string;
  /** Where its pull requests live, such as https://github.com. */
  serverUrl: string;
  /** GitHub's REST API. */
  githubApiUrl: string;
  runId: string;
  /** Who started the run. */
  actor: string;
  fetch: Fetch;
  clock: Clock;
  files: Files;
  /** The configuration in the workspace, by its path. */
  loadConfiguration: (path: string) => LoadedConfiguration;
};

/** The inputs; throws SettingsError with every problem of them, and of the configuration that would be read by them. */
export function readInputsOf(run: Run): Inputs {
  const { inputs, problems } = parseInputs(run.inputs);
  if (inputs !== null) return inputs;
  // A check is configured by the base of its pull request, not by the checkout.
  if (run.event.name === "pull_request" || run.inputs["job"] === "check") throw new SettingsError(problems);
  const configuration = run.loadConfiguration(run.inputs["config"]?.trim() || DEFAULT_CONFIG);
  throw new SettingsError([...problems, ...missingKey(run), ...configuration.problems]);
}

/** The configuration of a docs repository that may carry PagerDuty's text, even in the run's summary. */
export async function loadConfig(run: Run, inputs: Inputs, report: Report): Promise<Config> {
  const { config, problems, warnings, source } = run.loadConfiguration(inputs.config);
  if (config === null) throw new SettingsError([...missingKey(run), ...problems]);
  report.configuration = source;
  report.warnings.push(...warnings);
  await assertRepositoryPrivate(run, inputs, config);
  return config;
}

/** The key is asked for when a session needs it; beside other problems it is named with them. */
function missingKey({ inputs }: Run): string[] {
  const isNeeded = inputs["dry-run"] !== "true" && inputs["job"] !== "follow-ups";
  return isNeeded && !inputs["devin-api-key"]?.trim() ? [NO_DEVIN_KEY] : [];
}

/** Throws where the docs repository is public and the configuration does not allow that. */
export async function assertRepositoryPrivate(run: Run, inputs: Inputs, config: Config): Promise<void> {
  await requirePrivate({
    allowPublic: config["allow-public"],
    payload: run.event.payload,
    repository: run.repository,
    github: githubOf(run, inputs),
  });
}

/** GitHub as the run's token sees it; null without a token. */
export function githubOf({ fetch, clock, githubApiUrl: apiUrl }: Run, inputs: Inputs): GitHub | null {
  const token = inputs["github-token"];
  return token === undefined ? null : createGitHub({ fetch, clock, apiUrl, token });
}

/** A pull request counts only in the docs repository; Devin may have opened others. */
export function isIn({ serverUrl, repository }: Run): (pullRequest: string) => boolean {
  const prefix = `${serverUrl}/${repository}/pull/`.toLowerCase();
  return (pullRequest) => pullRequest.toLowerCase().startsWith(prefix);
}
