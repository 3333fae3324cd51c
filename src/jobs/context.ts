/** What the jobs of one run share: its settings, Devin's client, and how many sessions the day still allows. */

import { createDevin, type Devin } from "../devin/client.ts";
import type { Session } from "../devin/session.ts";
import { isByHand, PROJECT_TAG } from "../devin/tags.ts";
import type { Config } from "../settings/configuration.ts";
import { type Inputs, requireApiKey } from "../settings/inputs.ts";
import type { Run } from "./outside.ts";

const DAY_SECONDS = 86_400;

export type Desk = {
  run: Run;
  inputs: Inputs;
  config: Config;
  /** Devin's client, which needs a key only when it is asked for. */
  devin: () => Devin;
  /** Strangers' words that no error may quote; each incident adds its own. */
  hidden: string[];
  /** Whether one more session may be started now. */
  hasCapacity: () => Promise<boolean>;
};

/** Opens the desk of a run. */
export function openDesk(run: Run, inputs: Inputs, config: Config): Desk {
  const hidden: string[] = [];
  let client: Devin | null = null;
  const devin = () => {
    client ??= createDevin({
      fetch: run.fetch,
      clock: run.clock,
      apiUrl: inputs["devin-api-url"],
      apiKey: requireApiKey(inputs),
      orgId: inputs["devin-org-id"] ?? null,
      hidden,
    });
    return client;
  };
  return {
    run,
    inputs,
    config,
    devin,
    hidden,
    hasCapacity: async () => {
      const since = Math.floor(run.clock.now() / 1_000) - DAY_SECONDS;
      const started = startedSince(await devin().listSessions(PROJECT_TAG, since), since);
      return started < config.limits["sessions-per-day"];
    },
  };
}

/** How many sessions the day's limit counts: those since an instant in epoch seconds, drafts by hand excepted. */
export function startedSince(sessions: Session[], since: number): number {
  return sessions.filter(({ tags, createdAt }) => createdAt >= since && !isByHand(tags)).length;
}
