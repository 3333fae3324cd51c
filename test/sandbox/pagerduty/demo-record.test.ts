import { expect, onTestFinished, test } from "vitest";
import { demoIncidents } from "../../../sandbox/pagerduty/demo-record.ts";
import { startPagerDuty } from "../../../sandbox/pagerduty/server.ts";
import { incidentSchema } from "../../../src/incident/dispatch-payload.ts";
import type { IncidentRecord } from "../../../src/incident/record.ts";
import { createPagerDuty } from "../../../src/pagerduty/client.ts";
import { fetchDetails } from "../../../src/pagerduty/details.ts";
import { recordOf } from "../../../src/pagerduty/record.ts";
import { redactRecord } from "../../../src/redact/record.ts";
import { fakeClock } from "../../builders.ts";

async function read(id: string): Promise<IncidentRecord> {
  const server = await startPagerDuty({
    tokens: [{ token: "sandbox-key", kind: "token" }],
    incidents: demoIncidents,
  });
  onTestFinished(() => server.close());
  const clock = fakeClock();
  const pagerDuty = createPagerDuty({
    fetch,
    clock,
    apiUrl: server.url,
    auth: "token",
    token: "sandbox-key",
  });
  const gathered = await fetchDetails({ pagerDuty, clock, incidentId: id });
  return recordOf(incidentSchema.parse({ id }), null, gathered);
}

const minute = (at: number | null) => at !== null && new Date(at).toISOString().slice(11, 16);

test("the pool's incident is read whole", async () => {
  const record = await read("Q1ORDERSPOOL01");
  expect(record).toMatchObject({
    incident: { id: "Q1ORDERSPOOL01", number: 387, priority: "P1", status: "resolved" },
    createdAt: Date.parse("2026-02-10T14:32:00Z"),
    acknowledgedAt: Date.parse("2026-02-10T14:38:00Z"),
    resolvedAt: Date.parse("2026-02-10T15:18:02Z"),
    durationMinutes: 46,
    minutesToAcknowledge: 6,
    resolvedBy: { kind: "user", name: "Jordan Lee" },
    escalations: 1,
    priorityRank: 1,
    missing: [],
  });
  expect(record.responders).toEqual(expect.arrayContaining(["Jordan Lee", "Sam Rivera"]));
  expect(record.alerts.map(({ at, severity }) => [minute(at), severity])).toEqual([
    ["14:32", "critical"],
    ["14:33", "error"],
  ]);
  expect(record.changes.map(({ at, when, summary }) => [minute(at), when, summary])).toEqual([
    ["11:05", "before", "orders-db: pgbouncer default_pool_size 40 -> 20"],
    ["14:21", "before", "orders-service v2.41.0"],
  ]);
  expect(record.pastIncidents).toHaveLength(2);
  expect(record.customFields).toEqual([
    { name: "Customer impact", value: "Checkout fails" },
    { name: "Regions", value: "eu-west-1, us-east-1" },
  ]);
});

test("the pool's timeline tells who did what, in order", async () => {
  const { timeline } = await read("Q1ORDERSPOOL01");
  expect(timeline.map(({ at, what, by }) => [minute(at), what.split(" ")[0], by])).toEqual([
    ["14:21", "orders-service", null],
    ["14:32", "PagerDuty", "Datadog"],
    ["14:36", "Escalated", null],
    ["14:38", "Acknowledged", "Jordan Lee"],
    ["14:41", "Priority", "Jordan Lee"],
    ["14:42", "Help", "Jordan Lee"],
    ["14:44", "Note", "Jordan Lee"],
    ["14:52", "Note", "Jordan Lee"],
    ["14:55", "Status", "Jordan Lee"],
    ["15:02", "Note", "Sam Rivera"],
    ["15:18", "Resolved", "Jordan Lee"],
    ["15:18", "Note", "Jordan Lee"],
  ]);
});

test("the pool's notes lose a token, an e-mail address and a phone number, its alert a password", async () => {
  const record = await read("Q1ORDERSPOOL01");
  const redacted = await redactRecord(record);
  expect(record.notes.map(({ text }) => text).join("\n")).toMatch(/ghp_.*@.*\+1-415/);
  const text = JSON.stringify({ ...redacted, timeline: [] });
  expect([...text.matchAll(/\[redacted: [^\]]+\]/g)].map(([words]) => words)).toEqual([
    "[redacted: GitHub token]",
    "[redacted: e-mail address]",
    "[redacted: phone number]",
    "[redacted: password or secret]",
  ]);
  expect(text).not.toMatch(/DemoOnly|shop\.example|555-01|not-a-password/);
});

test("the blip resolves itself after four minutes", async () => {
  expect(await read("Q1ORDERSBLIP01")).toMatchObject({
    incident: { number: 391, priority: "P3", urgency: "low" },
    durationMinutes: 4,
    acknowledgedAt: null,
    resolvedBy: { kind: "integration", name: "Datadog" },
    priorityRank: 3,
    missing: [],
  });
});

test("every entry, note and alert has an id of its own", () => {
  const ids = demoIncidents.flatMap(({ log_entries, notes, alerts }) =>
    [...log_entries, ...notes, ...alerts].map((item) => Reflect.get(item, "id")),
  );
  expect(new Set(ids).size).toBe(ids.length);
});
