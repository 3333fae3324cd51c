/** What every job is given: the run's event and inputs, the clock, the network, the checkout, and the services' clients. */

import { createDevin, type Devin } from "../devin/client.ts";
import { createGitHub, type GitHub } from "../github/client.ts";
import type { Files } from "../lib/checkout.ts";
import type { Clock, Fetch } from "../lib/http.ts";
import { createPagerDuty, type PagerDuty } from "../pagerduty/client.ts";
import type { LoadedConfiguration } from "../settings/configuration-file.ts";
import { type Inputs, requireApiKey } from "../settings/inputs.ts";
import type { GitHubEvent } from "./event.ts";

export type JobContext = {
  inputs: Inputs;
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
  loadConfiguration: (path: string) => Promise<LoadedConfiguration>;
  /** Devin's client, one for the run. Throws SettingsError where the key is missing, so a job asks for it late. */
  devin: () => Devin;
  /** Strangers' words that no error may quote; each incident adds its own. */
  hidden: string[];
};

/** What the entry takes from the runner: the context without what is made from it, the inputs as they were written. */
export type JobSurroundings = Omit<JobContext, "inputs" | "devin" | "hidden"> & {
  inputs: Record<string, string>;
};

/** Makes the context of a run from its surroundings and its inputs, which have been read. */
export function createJobContext(surroundings: JobSurroundings, inputs: Inputs): JobContext {
  const { fetch, clock } = surroundings;
  const hidden: string[] = [];
  let client: Devin | null = null;
  return {
    ...surroundings,
    inputs,
    hidden,
    devin: () => {
      client ??= createDevin({
        fetch,
        clock,
        apiUrl: inputs["devin-api-url"],
        apiKey: requireApiKey(inputs),
        orgId: inputs["devin-org-id"] ?? null,
        hidden,
      });
      return client;
    },
  };
}

/** The part of a context that reading from PagerDuty needs; the commands have it too. */
export type PagerDutyContext = Pick<JobContext, "inputs" | "fetch" | "clock">;

/**
 * PagerDuty's client; null without a token. The address of the inputs comes first, then `apiUrl`, which is that of the
 * incident's region where it is known.
 */
export function connectPagerDuty(
  { inputs, fetch, clock }: PagerDutyContext,
  apiUrl: string | null,
): PagerDuty | null {
  const token = inputs["pagerduty-token"];
  if (token === undefined) return null;
  return createPagerDuty({
    fetch,
    clock,
    apiUrl: inputs["pagerduty-api-url"] ?? apiUrl ?? "https://api.pagerduty.com",
    auth: inputs["pagerduty-auth"],
    token,
    from: inputs["pagerduty-from"],
  });
}

/** GitHub as the run's token sees it; null without a token. */
export function connectGitHub({ inputs, fetch, clock, githubApiUrl }: JobContext): GitHub | null {
  const token = inputs["github-token"];
  return token === undefined ? null : createGitHub({ fetch, clock, apiUrl: githubApiUrl, token });
}

/** Whether a pull request is in the docs repository; Devin may have opened others. */
export function isInDocsRepository({
  serverUrl,
  repository,
}: Pick<JobContext, "serverUrl" | "repository">): (pullRequest: string) => boolean {
  const prefix = `${serverUrl}/${repository}/pull/`.toLowerCase();
  return (pullRequest) => pullRequest.toLowerCase().startsWith(prefix);
}
