/** The docs repository on GitHub: who may read it. */

import { z } from "zod";
import { SettingsError } from "../lib/errors.ts";
import { type Clock, type Fetch, request } from "../lib/http.ts";
import { VERSION } from "../lib/version.ts";

const TIMEOUT_MS = 15_000;
const TRIES = 3;

const messageSchema = z.object({ message: z.string() });
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
  repository: string;
  apiUrl: string;
  token: string | undefined;
  fetch: Fetch;
  clock: Clock;
}): Promise<void> {
  if (options.allowPublic || (await isPrivate(options))) return;
  throw new SettingsError([
    `The docs repository ${options.repository} is public, and a draft would publish what PagerDuty knows of the incident; make it private, or set allow-public: true in the configuration`,
  ]);
}

type Options = Parameters<typeof requirePrivate>[0];

async function isPrivate(options: Options): Promise<boolean> {
  const told = z.object({ repository: repositorySchema }).safeParse(options.payload);
  const repository = told.data?.repository ?? (await ask(options));
  return repository.private;
}

function ask({ repository, apiUrl, token, fetch, clock }: Options) {
  return request({
    fetch,
    clock,
    attempt: "Asking GitHub whether the docs repository is public",
    method: "GET",
    url: `${apiUrl}/repos/${repository}`,
    headers: {
      accept: "application/vnd.github+json",
      "user-agent": `postmortem-bridge/${VERSION}`,
      "x-github-api-version": "2022-11-28",
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    schema: repositorySchema,
    timeoutMs: TIMEOUT_MS,
    tries: TRIES,
    readDetail: (body) => messageSchema.safeParse(body).data?.message ?? null,
    remedy: () => "Check github-token, or set allow-public in the configuration.",
    secrets: token === undefined ? [] : [token],
  });
}
