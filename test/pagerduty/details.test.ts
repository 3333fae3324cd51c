import { expect, onTestFinished, test } from "vitest";
import { startPagerDuty } from "../../sandbox/pagerduty/server.ts";
import { createPagerDuty, type PagerDuty } from "../../src/pagerduty/client.ts";
import { fetchDetails } from "../../src/pagerduty/details.ts";
import { fakeClock } from "../builders.ts";

const TOKEN = "pd_token_0123456789";
const ID = "Q1ORDERSPOOL01";

type Parts = Parameters<typeof startPagerDuty>[0]["incidents"][number];

async function setUp(parts: Partial<Parts> = {}, token = TOKEN) {
  const server = await startPagerDuty({
    tokens: [{ token: TOKEN, kind: "token", readOnly: true }],
    priorities: ["SEV-1", "P1"],
    incidents: [
      {
        incident: {
          id: ID,
          incident_number: 387,
          title: "Database Connection Pool Exhaustion",
          status: "resolved",
          created_at: "2026-02-10T14:32:00Z",
          resolved_at: "2026-02-10T15:18:00Z",
          priority: { summary: "P1" },
        },
        ...parts,
      },
    ],
  });
  onTestFinished(() => server.close());
  const clock = fakeClock();
  const pagerDuty = createPagerDuty({ fetch, clock, apiUrl: server.url, auth: "token", token });
  return { server, clock, pagerDuty, run: () => fetchDetails({ pagerDuty, clock, incidentId: ID }) };
}

test("reads all that PagerDuty knows, one call for each part", async () => {
  const at = "2026-02-10T14:40:00Z";
  const { run, server } = await setUp({
    log_entries: [{ id: "R1", type: "acknowledge_log_entry", created_at: at }],
    notes: [{ content: "Pool is full", created_at: at }],
    alerts: [{ summary: "Pool", created_at: at }],
    related_change_events: [{ summary: "Deploy", timestamp: at }],
    past_incidents: [{ incident: { id: "POLD" } }],
  });
  expect(await run()).toMatchObject({
    incident: { incident: { id: ID, priority: "P1" }, resolvedAt: "2026-02-10T15:18:00Z" },
    logEntries: [{ type: "acknowledge" }],
    isLogWhole: true,
    notes: [{ text: "Pool is full" }],
    alerts: [{ summary: "Pool" }],
    changes: [{ summary: "Deploy" }],
    pastIncidents: [{ id: "POLD" }],
    priorities: ["SEV-1", "P1"],
    missing: [],
  });
  expect(server.requests).toHaveLength(7);
});

test("each part that is refused is a sentence, and the others are there", async () => {
  const { run, server } = await setUp({ notes: [{ content: "Pool is full" }] });
  const refuse = (path: RegExp, status: number, message?: string) =>
    server.fail({ path, do: "status", status, body: message && { error: { message, code: 1 } } });
  refuse(/387|Q1ORDERSPOOL01\?/, 404, "Not Found");
  refuse(/log_entries/, 403, "Access Denied");
  refuse(/alerts/, 402, "Payment Required.");
  refuse(/change_events/, 402);
  refuse(/past_incidents/, 404);
  refuse(/priorities/, 403, "Scope missing");
  expect(await run()).toEqual({
    incident: null,
    isGone: true,
    logEntries: [],
    isLogWhole: false,
    notes: [{ id: null, at: null, by: null, text: "Pool is full" }],
    alerts: [],
    changes: [],
    pastIncidents: [],
    priorities: [],
    missing: [
      "Incident: PagerDuty answered 404, Not Found.",
      "Log entries: PagerDuty answered 403, Access Denied; pagerduty-token may not read this, or an IP allow list shuts this machine out.",
      "Alerts: PagerDuty answered 402, Payment Required; the account's plan does not include this.",
      "Changes: PagerDuty answered 402; the account's plan does not include this.",
      "Past incidents: PagerDuty answered 404.",
      "Priorities: PagerDuty answered 403, Scope missing; pagerduty-token may not read this, or an IP allow list shuts this machine out.",
    ],
  });
});

test("a token that is refused is one sentence, which says who was asked", async () => {
  const { run, server } = await setUp({}, "wrong_token_0123456789");
  const { missing, incident, isGone } = await run();
  expect(incident).toBeNull();
  expect(isGone).toBe(false);
  expect(missing).toEqual([
    `Everything that PagerDuty knows beyond the event: PagerDuty answered 401, You are not authorized to perform this action; asked was ${server.url}, see pagerduty-api-url and the account's IP allow list.`,
  ]);
});

test("a limit that never ends ends with the minute", async () => {
  const { run, server, clock } = await setUp();
  const begin = clock.now();
  server.fail({ do: "status", status: 429, times: 10_000, headers: { "ratelimit-reset": "7" } });
  const { missing } = await run();
  expect(clock.now() - begin).toBeLessThanOrEqual(60_000);
  expect(missing).toHaveLength(7);
  expect(missing[0]).toBe("Incident: PagerDuty answered 429.");
});

test("no more than 250 calls are made, whatever there is", async () => {
  const parts = Array.from({ length: 10_100 }, (_, index) => ({ id: `R${index}`, type: "assign_log_entry" }));
  const { run, server } = await setUp({ log_entries: parts, alerts: parts });
  const { missing, logEntries } = await run();
  expect(server.requests.length).toBeLessThanOrEqual(250);
  expect(logEntries).toHaveLength(10_000);
  expect(missing).toContain("Log entries: only 10000 could be read, since PagerDuty hands out no more.");
});

test("a bug is not taken for a refusal", async () => {
  const { pagerDuty, clock } = await setUp();
  const broken: PagerDuty = { ...pagerDuty, getIncident: () => Promise.reject(new TypeError("a bug")) };
  await expect(fetchDetails({ pagerDuty: broken, clock, incidentId: ID })).rejects.toThrow("a bug");
});
