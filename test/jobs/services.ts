/** PagerDuty and Devin for whole runs of the action, each with the inputs that lead there. */

import { onTestFinished } from "vitest";
import { startPagerDuty } from "../../sandbox/pagerduty/server.ts";
import { DEVIN_KEY, devinClient, devinSandbox, sessionRequest } from "../builders.ts";

export const ID = "Q1ORDERSPOOL01";

const TOKEN = "pd_token_0123456789";

type PagerDutyOptions = Parameters<typeof startPagerDuty>[0];

/** What PagerDuty knows of an incident. */
export type Told = PagerDutyOptions["incidents"][number] & { incident: Record<string, unknown> };

/** The orders incident as PagerDuty's REST API tells it, resolved unless told otherwise; `parts` is what belongs to it. */
export function restIncident(incident: object = {}, parts: Partial<Told> = {}): Told {
  return {
    incident: {
      id: ID,
      incident_number: 387,
      title: "Database Connection Pool Exhaustion",
      status: "resolved",
      html_url: `https://acme.pagerduty.com/incidents/${ID}`,
      self: `https://api.pagerduty.com/incidents/${ID}`,
      created_at: "2026-02-10T14:32:00Z",
      resolved_at: "2026-02-10T15:18:00Z",
      last_status_change_by: { type: "user_reference", summary: "Jordan Lee" },
      urgency: "high",
      priority: { summary: "P1" },
      service: { id: "PORDSVC", summary: "orders-service" },
      ...incident,
    },
    ...parts,
  };
}

/** PagerDuty on loopback until the test has finished; `token` names what is odd about the run's token. */
export async function pagerDutyWith(
  incidents: Told[],
  { token = {}, ...options }: Partial<PagerDutyOptions> & { token?: object } = {},
) {
  const tokens = [{ token: TOKEN, kind: "token" as const, ...token }];
  const pagerDuty = await startPagerDuty({ tokens, incidents, ...options });
  onTestFinished(() => pagerDuty.close());
  return { pagerDuty, inputs: { "pagerduty-token": TOKEN, "pagerduty-api-url": pagerDuty.url } };
}

/** Devin on loopback until the test has finished. */
export async function devinWith(options: Parameters<typeof devinSandbox>[0] = {}) {
  const server = await devinSandbox(options);
  return {
    server,
    inputs: { "devin-api-key": DEVIN_KEY, "devin-api-url": server.url },
    /** A session of this project that an earlier run has left behind. */
    async leave(tags: string[], state: Record<string, unknown> = {}) {
      const request = sessionRequest({ tags: ["pagerduty-postmortem", ...tags] });
      await devinClient(server.url).createSession(request);
      const session = server.sessions().at(-1)!;
      Object.assign(session.state, state);
      server.requests.length = 0;
      return session;
    },
    writes: () => server.requests.filter(({ method }) => method !== "GET"),
  };
}
