/** The docs repository on GitHub: who may read it. */

import { z } from "zod";
import { SettingsError } from "../lib/errors.ts";
import { type GitHub, repositoryParameters } from "./client.ts";

// Reading twice does no harm.
const TRIES = 3;

const repositorySchema = z.object({ private: z.boolean() });

/**
 * Refuses a public docs repository unless the configuration allows it: the draft, the summary and the log would
 * publish PagerDuty's text. The run's event mostly tells; otherwise GitHub is asked. Throws SettingsError, and
 * RequestError when GitHub does not say, since the run must not go on without knowing.
 */
export async function requirePrivate(options: {
  allowPublic: boolean;
  /** The payload of the run's event. */
  payload: unknown;
  /** `owner/name`. */
  repository: string;
  /** Null where there is no token to ask with. */
  github: GitHub | null;
}): Promise<void> {
  if (options.allowPublic || (await isPrivate(options))) return;
  throw new SettingsError([
    `The docs repository ${options.repository} is public, and a draft would publish what PagerDuty knows of the incident; make it private, or set allow-public: true in the configuration`,
  ]);
}

type Options = Parameters<typeof requirePrivate>[0];

async function isPrivate(options: Options): Promise<boolean> {
  const told = z.object({ repository: repositorySchema }).safeParse(options.payload);
  const repository = told.data?.repository ?? (await readRepository(options));
  return repository.private;
}

/** What GitHub says of the docs repository to the run's token; throws SettingsError without one, and RequestError. */
export function readRepository({ repository, github }: Pick<Options, "repository" | "github">) {
  if (github === null)
    throw new SettingsError([
      "github-token is empty; GitHub is asked with it whether the docs repository is public",
    ]);
  return github.request("GET /repos/{owner}/{repo}", repositoryParameters(repository), {
    attempt: "Asking GitHub whether the docs repository is public",
    remedy: "Check github-token, or set allow-public in the configuration.",
    schema: repositorySchema,
    tries: TRIES,
  });
}
