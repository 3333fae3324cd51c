import { expect, test } from "vitest";
import { blankRecord } from "../../src/incident/record.ts";
import { summaryOf } from "../../src/postmortem/summary.ts";
import { incidentRecord } from "../builders.ts";

type Facts = Parameters<typeof incidentRecord>[0];

const OPENED = "PagerDuty opened the incident at 14:32 UTC.";
const ACKNOWLEDGED = { minutesToAcknowledge: 6, wasAcknowledged: true };
const NEVER = { wasAcknowledged: false };
const OPEN = { event: { type: "incident.acknowledged" }, incident: { status: "acknowledged" } };

test.for<[string, Facts, string]>([
  [
    "an acknowledged one",
    { record: ACKNOWLEDGED },
    `${OPENED} It was acknowledged after 6 minutes and resolved at 15:18 UTC, after 46 minutes.`,
  ],
  [
    "one that nobody acknowledged",
    { record: NEVER },
    `${OPENED} It was never acknowledged, and was resolved at 15:18 UTC, after 46 minutes.`,
  ],
  ["one of which that is not known", {}, `${OPENED} It was resolved at 15:18 UTC, after 46 minutes.`],
  [
    "one that was resolved on another day",
    { event: { occurred_at: "2026-02-11T00:37:59Z" } },
    `${OPENED} It was resolved on 2026-02-11 at 00:37 UTC, after 10 hours 5 minutes.`,
  ],
  [
    "one that lasted less than a minute",
    {
      event: { occurred_at: "2026-02-10T14:32:40Z" },
      record: { minutesToAcknowledge: 0, wasAcknowledged: true },
    },
    `${OPENED} It was acknowledged within a minute and resolved at 14:32 UTC, within a minute.`,
  ],
  ["an open one", OPEN, `${OPENED} It is still open.`],
  [
    "an open one that was acknowledged",
    { ...OPEN, record: ACKNOWLEDGED },
    `${OPENED} It was acknowledged after 6 minutes; it is still open.`,
  ],
  [
    "an open one that nobody acknowledged",
    { ...OPEN, record: NEVER },
    `${OPENED} It was never acknowledged; it is still open.`,
  ],
  [
    "one whose resolve has no time",
    { event: { occurred_at: null } },
    `${OPENED} When it was resolved is not known.`,
  ],
  [
    "one whose beginning is not known",
    { incident: { created_at: null } },
    "PagerDuty does not say when Q1ORDERSPOOL01 was opened. It was resolved on 2026-02-10 at 15:18 UTC.",
  ],
])("the course of %s", ([, facts, sentences]) => {
  expect(summaryOf(incidentRecord(facts))).toBe(sentences);
});

test("of an incident of which nothing is known, nothing is claimed", () => {
  expect(summaryOf(blankRecord("Q1ORDERS"))).toBe(
    "PagerDuty does not say when Q1ORDERS was opened. When it was resolved is not known.",
  );
});
