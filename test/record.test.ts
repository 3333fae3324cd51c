import { expect, test } from "vitest";
import { recordOf } from "../src/record.ts";
import { incidentRecord, payloadOf } from "./builders.ts";

const at = (time: string) => Date.parse(time);

test("a resolve gives the times, the whole minutes and the rows", () => {
  const record = incidentRecord();
  expect(record).toEqual({
    incident: payloadOf().incident,
    createdAt: at("2026-02-10T14:32:00Z"),
    resolvedAt: at("2026-02-10T15:18:02.120Z"),
    durationMinutes: 46,
    timeline: [
      { at: at("2026-02-10T14:32:00Z"), what: "PagerDuty incident triggered", by: null },
      { at: at("2026-02-10T15:18:02.120Z"), what: "Resolved", by: "Jordan Lee" },
    ],
  });
});

test("a reopening is a row in its place", () => {
  const { timeline } = incidentRecord({ incident: { reopened_at: "2026-02-10T15:00:00Z" } });
  expect(timeline.map(({ what }) => what)).toEqual(["PagerDuty incident triggered", "Reopened", "Resolved"]);
});

test.for([
  ["no agent", null],
  ["an agent without a name", { type: "user_reference", summary: null }],
])("%s is automation", ([, agent]) => {
  expect(incidentRecord({ event: { agent } }).timeline.at(-1)?.by).toBe("automation");
});

test("another event than a resolve does not tell when it was resolved", () => {
  expect(incidentRecord({ event: { type: "incident.priority_updated" } })).toMatchObject({
    resolvedAt: null,
    durationMinutes: null,
    timeline: [{ what: "PagerDuty incident triggered" }],
  });
});

test.for([
  ["neither time", { created_at: null }, null, null, 0],
  ["no beginning", { created_at: null }, "2026-02-10T15:18:00Z", null, 1],
  ["no end", {}, null, null, 1],
  ["an end that is no time", {}, "soon", null, 1],
  ["an end before the beginning", {}, "2026-02-10T14:31:59Z", null, 2],
  ["59 s", {}, "2026-02-10T14:32:59.999Z", 0, 2],
  ["no time at all", {}, "2026-02-10T14:32:00Z", 0, 2],
  ["minutes in another offset", {}, "2026-02-10T16:33:30+01:00", 61, 2],
] as const)("%s", ([, incident, end, durationMinutes, rows]) => {
  const record = recordOf(payloadOf({ incident }).incident, { at: end, by: null });
  expect(record.durationMinutes).toBe(durationMinutes);
  expect(record.timeline).toHaveLength(rows);
});
