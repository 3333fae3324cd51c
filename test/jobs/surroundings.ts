/** What a runner gives a run, made up for tests. */

import type { JobSurroundings } from "../../src/jobs/context.ts";
import type { Fetch } from "../../src/lib/http.ts";
import { fakeClock, payloadOf } from "../builders.ts";
import { loadedConfig } from "../configurations.ts";

export const CONFIG = ".github/postmortem.yml";
/** The payload of an event in a private docs repository. */
export const PRIVATE = { repository: { private: true } };
export const BY_HAND = { name: "workflow_dispatch", payload: PRIVATE };

export type Given = Partial<Omit<JobSurroundings, "files">> & {
  /** The texts in the checkout, by their paths. */
  files?: Record<string, string>;
  /** The names in the directory of postmortems. */
  existing?: string[];
};

const noFetch: Fetch = (url) => Promise.reject(new Error(`Nothing may be asked, not ${url}`));

/** The event that the function sends. */
export function eventOf(overrides: Parameters<typeof payloadOf>[0] = {}): JobSurroundings["event"] {
  const client_payload = payloadOf(overrides);
  const payload = { ...PRIVATE, action: client_payload.event.type, client_payload };
  return { name: "repository_dispatch", payload };
}

/** A resolved incident's event, no input and no network, unless told. */
export function surroundingsOf({ files = {}, existing = [], ...given }: Given = {}): JobSurroundings {
  const read = (path: string) => files[path] ?? null;
  return {
    inputs: {},
    event: eventOf(),
    repository: "acme/docs",
    serverUrl: "https://github.com",
    githubApiUrl: "https://api.github.com",
    runId: "4711",
    actor: "octocat",
    fetch: noFetch,
    clock: fakeClock(),
    files: { read, list: (folder) => (folder === "docs/postmortems" ? existing : []) },
    loadConfiguration: (path) => loadedConfig(path, read(path)),
    ...given,
  };
}
