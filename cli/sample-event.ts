/** The webhook bodies that the commands send: a ping, and the events of one made-up incident. */

import incident from "./sample-incident.json" with { type: "json" };

const RESPONDER = {
  id: "PJORDAN",
  type: "user_reference",
  self: "https://api.pagerduty.com/users/PJORDAN",
  html_url: "https://acme.pagerduty.com/users/PJORDAN",
  summary: "Jordan Lee",
};

type Difference = { occurred_at: string; data?: Record<string, unknown> };

/** What differs between the events, by the last part of their type. */
const CHANGES: Record<string, Difference> = {
  acknowledged: { occurred_at: "2026-02-10T14:38:00.412Z", data: { status: "acknowledged" } },
  resolved: { occurred_at: "2026-02-10T15:18:02.120Z" },
  priority_updated: { occurred_at: "2026-02-10T15:30:00.000Z" },
  reopened: {
    occurred_at: "2026-02-10T15:40:00.900Z",
    data: { status: "triggered", reopened_at: "2026-02-10T15:40:00Z" },
  },
};

/** The names that `sampleEvent` knows. */
export const SAMPLE_EVENTS = ["ping", ...Object.keys(CHANGES)];

/** A pagey.ping, which an endpoint answers and forgets. */
export function pingEvent(): Uint8Array {
  return encode({
    id: "01FZ8PING00000000000000001",
    event_type: "pagey.ping",
    resource_type: "pagey",
    occurred_at: "2026-02-10T14:00:00.000Z",
    agent: null,
    client: null,
    data: { message: "Hello from your friend Pagey!", type: "ping" },
  });
}

/** The body of the event of this name; null where there is none. */
export function sampleEvent(name: string): Uint8Array | null {
  if (name === "ping") return pingEvent();
  const change = CHANGES[name];
  if (change === undefined) return null;
  return encode({
    id: `01FZ8${name.replace("_", "").toUpperCase()}0000000000001`,
    event_type: `incident.${name}`,
    resource_type: "incident",
    occurred_at: change.occurred_at,
    agent: RESPONDER,
    client: null,
    data: { ...incident, ...change.data },
  });
}

const LASTED_MS = 46 * 60_000;

/**
 * A sample, resolved at `now` (epoch milliseconds): an incident whose id begins with SAMPLE, which PagerDuty never makes.
 * It takes the whole way past filters and rules; the action then shows what each key can read, and starts nothing.
 */
export function sampleOfTheWay(now: number): Uint8Array {
  return encode({
    id: `01SAMPLE${now}`,
    event_type: "incident.resolved",
    resource_type: "incident",
    occurred_at: new Date(now).toISOString(),
    agent: null,
    client: null,
    data: {
      ...incident,
      id: `SAMPLE${now}`,
      self: "https://api.pagerduty.com/incidents/SAMPLE",
      html_url: "https://acme.pagerduty.com/incidents/SAMPLE",
      number: 0,
      title: "A sample of postmortem-bridge: nothing happened",
      created_at: new Date(now - LASTED_MS).toISOString(),
    },
  });
}

function encode(event: Record<string, unknown>): Uint8Array {
  return Buffer.from(JSON.stringify({ event }));
}
