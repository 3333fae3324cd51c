/** What one run of the action is given from outside, and what it first asks of it. */

import { createGitHub, type GitHub } from "../github/client.ts";
import { requirePrivate } from "../github/repository.ts";
import { SettingsError } from "../lib/errors.ts";
import type { Clock, Fetch } from "../lib/http.ts";
import type { Files } from "../prompt/brief.ts";
import { type Config, readConfig } from "../settings/configuration.ts";
import { type Inputs, isDefaultConfig } from "../settings/inputs.ts";
import type { GitHubEvent } from "./event.ts";

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
};

/** The configuration of a docs repository that may carry PagerDuty's text, even in the run's summary. */
export async function loadConfig(run: Run, inputs: Inputs): Promise<Config> {
  const config = configOf(
    inputs,
    run.files.read(inputs.config),
    "check the path, and that actions/checkout ran before",
  );
  await assertRepositoryPrivate(run, inputs, config);
  return config;
}

/** The configuration from its text, which may be missing (null) where its path is the default one. */
export function configOf(inputs: Inputs, text: string | null, advice: string): Config {
  if (text === null && !isDefaultConfig(inputs))
    throw new SettingsError([
      `config is ${JSON.stringify(inputs.config)}, and there is no such file; ${advice}`,
    ]);
  return readConfig(inputs.config, text);
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
