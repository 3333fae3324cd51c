import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type IncidentRecord, recordSchema } from "../../src/incident/record.ts";
import type { LogEntry } from "../../src/pagerduty/log-entry.ts";
import { writeOwnNote } from "../../src/pagerduty/own-note.ts";
import { recordOf } from "../../src/pagerduty/record.ts";
import type { ResolvedIncident } from "../../src/pagerduty/resolved-incident.ts";
import { gatheredOf, incidentRecord, payloadOf } from "../builders.ts";

const at = (time: string) => Date.parse(time);
const JORDAN = { type: "user_reference", summary: "Jordan Lee" };
const OWN = writeOwnNote({ session: "https://app.devin.ai/sessions/1", pullRequest: null });
const MONITOR = { type: "inbound_integration_reference", summary: "Events API V2" };

test("a resolve gives the times, the whole minutes and the rows", () => {
  const record = incidentRecord();
  expect(record).toEqual({
    incident: payloadOf().incident,
    createdAt: at("2026-02-10T14:32:00Z"),
    acknowledgedAt: null,
    resolvedAt: at("2026-02-10T15:18:02.120Z"),
    durationMinutes: 46,
    minutesToAcknowledge: null,
    wasAcknowledged: null,
    resolvedBy: { kind: "user", name: "Jordan Lee" },
    reopenings: 0,
    escalations: 0,
    responders: [],
    people: ["Jordan Lee"],
    timeline: [
      { at: at("2026-02-10T14:32:00Z"), what: "PagerDuty incident triggered", by: null },
      { at: at("2026-02-10T15:18:02.120Z"), what: "Resolved", by: "Jordan Lee" },
    ],
    notes: [],
    alerts: [],
    changes: [],
    pastIncidents: [],
    customFields: [],
    priorityRank: null,
    missing: [],
  });
  expect(recordSchema.parse(record)).toEqual(record);
});

test.for([
  ["no agent", null, "automation", null, "automation"],
  ["a user", JORDAN, "user", "Jordan Lee", "Jordan Lee"],
  ["a user without a name", { type: "user_reference", summary: null }, "user", null, null],
  ["a user with a blank name", { type: "user_reference", summary: " " }, "user", null, null],
  ["an integration", MONITOR, "integration", "Events API V2", "Events API V2"],
  ["a service", { type: "service_reference", summary: "orders" }, "integration", "orders", "orders"],
  ["a bot", { type: "bot_user_reference", summary: "A rule" }, "automation", "A rule", "A rule"],
  ["something unnamed", { type: null, summary: null }, "automation", null, "automation"],
] as const)("who resolves can be %s", ([, agent, kind, name, by]) => {
  const { resolvedBy, timeline } = incidentRecord({ event: { agent } });
  expect(resolvedBy).toEqual({ kind, name });
  expect(timeline.at(-1)?.by).toBe(by);
});

test("another event than a resolve does not tell when it was resolved", () => {
  expect(incidentRecord({ event: { type: "incident.priority_updated" } })).toMatchObject({
    resolvedAt: null,
    resolvedBy: null,
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

describe("with what was gathered", () => {
  const { incident: told } = payloadOf();
  const event = { at: "2026-02-10T15:18:02.120Z", by: MONITOR };

  function entry(type: string, time: string, changes: Partial<LogEntry> = {}): LogEntry {
    return {
      id: null,
      type,
      at: at(`2026-02-10T${time}Z`),
      summary: null,
      agent: JORDAN,
      channel: { type: null, summary: null, oldPriority: null, newPriority: null },
      message: null,
      assignees: [],
      asked: [],
      snoozedUntil: null,
      changeset: [],
      ...changes,
    };
  }

  function rest(changes: Partial<ResolvedIncident> = {}): ResolvedIncident {
    return {
      incident: { ...told, title: "Renamed", reopened_at: null },
      resolvedAt: "2026-02-10T15:18:00Z",
      resolvedBy: JORDAN,
      responders: [],
      customFields: [],
      ...changes,
    };
  }

  const LOG = [
    entry("trigger", "14:32:01", { agent: MONITOR }),
    entry("escalate", "14:37:01", { agent: null }),
    entry("notify", "14:37:02"),
    entry("acknowledge", "14:38:10"),
    entry("acknowledge", "14:40:00", { agent: { type: "user", summary: "Sam Roe" } }),
    entry("resolve", "15:18:01"),
  ];

  test("the log gives the timeline, the acknowledgement, the escalations and the responders", () => {
    const record = recordOf(told, event, gatheredOf({ incident: rest(), logEntries: LOG }));
    expect(record).toMatchObject({
      incident: { title: "Renamed" },
      acknowledgedAt: at("2026-02-10T14:38:10Z"),
      resolvedAt: at("2026-02-10T15:18:00Z"),
      durationMinutes: 46,
      minutesToAcknowledge: 6,
      resolvedBy: { kind: "user", name: "Jordan Lee" },
      reopenings: 0,
      escalations: 1,
      responders: ["Jordan Lee", "Sam Roe"],
    });
    expect(
      record.timeline.map((row) => [new Date(row.at).toISOString().slice(11, 19), row.what, row.by]),
    ).toEqual([
      ["14:32:00", "PagerDuty incident triggered", "Events API V2"],
      ["14:37:01", "Escalated", null],
      ["14:38:10", "Acknowledged", "Jordan Lee"],
      ["14:40:00", "Acknowledged", "Sam Roe"],
      ["15:18:00", "Resolved", "Jordan Lee"],
    ]);
  });

  test("responders are those of the incident, who acted and who wrote notes, people only and each once", () => {
    const { responders } = recordOf(
      told,
      event,
      gatheredOf({
        incident: rest({ responders: ["Ann", "Jordan Lee"] }),
        logEntries: [
          ...LOG,
          entry("notify", "14:33:00", { agent: { type: "user", summary: "Asleep" } }),
          entry("annotate", "14:34:00", { agent: { type: "user_reference", summary: null } }),
        ],
        notes: [
          { id: null, at: 0, by: { type: "user_reference", summary: "Eve" }, text: "" },
          { id: null, at: 0, by: { type: "bot_user_reference", summary: "Bot" }, text: "" },
          { id: null, at: 0, by: null, text: "" },
        ],
      }),
    );
    expect(responders).toEqual(["Ann", "Jordan Lee", "Sam Roe", "Eve"]);
  });

  test("a log that is not whole does not tell the first acknowledgement", () => {
    const part = gatheredOf({ logEntries: LOG, isLogWhole: false });
    expect(recordOf(told, event, part)).toMatchObject({ acknowledgedAt: null, minutesToAcknowledge: null });
  });

  test("what REST leaves out does not erase what the event told, field by field", () => {
    const nothing = {
      ...{ number: null, title: null, status: null, url: null, created_at: null, reopened_at: null },
      ...{ urgency: null, priority: null, service: null, teams: [], escalation_policy: null, type: null },
      ...{ merged_into: null, api_url: null },
    };
    const merged = (found: Partial<typeof told>) =>
      recordOf(
        told,
        event,
        gatheredOf({ incident: rest({ incident: { id: told.id, ...nothing, ...found } }) }),
      ).incident;
    expect(merged({})).toEqual(told);
    expect(merged({ priority: "P2", service: { id: null, name: "orders", url: null } })).toEqual({
      ...told,
      priority: "P2",
      service: { ...told.service, name: "orders" },
    });
    expect(merged({ merged_into: "Q3OTHER" }).merged_into).toBe("Q3OTHER");
    const merge = { ...told, merged_into: "Q2OTHER" };
    expect(recordOf(merge, event, gatheredOf({ incident: rest() })).incident.merged_into).toBe("Q2OTHER");
    const moved = { id: "PNEW", name: null, url: null };
    expect(merged({ service: moved, teams: [{ id: "PT", name: "Core" }] })).toMatchObject({
      service: moved,
      teams: [{ id: "PT" }],
    });
  });

  test("notes, and changes from three hours before, are rows in their place", () => {
    const change = { source: "deploys", reason: null, details: null };
    const links = [{ href: "https://github.com/acme/orders/commit/9fceb02", text: "Commit" }];
    const record = recordOf(
      told,
      event,
      gatheredOf({
        incident: rest(),
        logEntries: LOG,
        notes: [{ id: "P1", at: at("2026-02-10T14:44:10Z"), by: JORDAN, text: "All 200 in use" }],
        changes: [
          { ...change, at: at("2026-02-10T11:31:59Z"), summary: "too early", links: [] },
          { ...change, at: at("2026-02-10T11:32:00Z"), summary: " ", links: [] },
          { ...change, at: at("2026-02-10T14:21:00Z"), summary: "Deploy v2.41.0", links },
          { ...change, at: at("2026-02-10T15:18:01Z"), summary: "too late", links: [] },
        ],
      }),
    );
    expect(record.timeline.map(({ what }) => what)).toEqual([
      ...["Change reported by deploys", "Deploy v2.41.0", "PagerDuty incident triggered", "Escalated"],
      ...["Acknowledged", "Acknowledged", "Note", "Resolved"],
    ]);
    expect(record.timeline[1]?.links).toEqual(links);
    expect(record.timeline[6]).toMatchObject({ by: "Jordan Lee", quote: "All 200 in use" });
  });

  test("people stand in the order in which the log first has them, whatever they did", () => {
    const { people } = recordOf(
      told,
      event,
      gatheredOf({
        incident: rest({ responders: ["Eve"] }),
        logEntries: [
          entry("acknowledge", "14:38:00"),
          entry("escalate", "14:36:00", { agent: MONITOR, assignees: ["Bob"] }),
          entry("notify", "14:34:00", { agent: MONITOR, asked: ["Ann"] }),
        ],
        notes: [{ id: null, at: at("2026-02-10T14:37:00Z"), by: { type: "user", summary: "Cy" }, text: "" }],
      }),
    );
    expect(people).toEqual(["Ann", "Bob", "Cy", "Jordan Lee", "Eve"]);
  });

  test("who comes after the resolve changes no figure", () => {
    const late = entry("escalate", "15:40:00", { agent: { type: "user", summary: "Late" } });
    const before = recordOf(told, event, gatheredOf({ incident: rest(), logEntries: LOG }));
    const after = recordOf(told, event, gatheredOf({ incident: rest(), logEntries: [...LOG, late] }));
    expect(after.timeline.slice(0, -1)).toEqual(before.timeline);
    expect(after.people).toEqual([...before.people, "Late"]);
    expect({ ...after, timeline: [], people: [] }).toEqual({ ...before, timeline: [], people: [] });
  });

  test("the time of the resolve is REST's, else the event's, else the log's where REST says resolved", () => {
    const resolvedAt = (found: ResolvedIncident | null, resolve: typeof event | null = event) =>
      recordOf(told, resolve, gatheredOf({ incident: found })).resolvedAt;
    expect(resolvedAt(rest())).toBe(at("2026-02-10T15:18:00Z"));
    expect(resolvedAt(rest(), null)).toBe(at("2026-02-10T15:18:00Z"));
    expect(resolvedAt(rest({ resolvedAt: null }))).toBe(at("2026-02-10T15:18:02.120Z"));
    expect(resolvedAt(rest({ resolvedAt: "never" }))).toBe(at("2026-02-10T15:18:02.120Z"));
    expect(resolvedAt(null)).toBe(at("2026-02-10T15:18:02.120Z"));
    expect(resolvedAt(rest({ resolvedAt: null }), null)).toBeNull();
    const log = gatheredOf({ incident: rest({ resolvedAt: null }), logEntries: LOG });
    expect(recordOf(told, null, log).resolvedAt).toBe(at("2026-02-10T15:18:01Z"));
  });

  test("who resolved is in the log, else in REST, else in the event", () => {
    const SAM = { type: "user_reference", summary: "Sam Roe" };
    const resolver = (logged: LogEntry[], resolvedBy: LogEntry["agent"]) =>
      recordOf(told, event, gatheredOf({ incident: rest({ resolvedBy }), logEntries: logged })).resolvedBy;
    expect(resolver([entry("resolve", "15:18:00", { agent: SAM })], JORDAN)?.name).toBe("Sam Roe");
    expect(resolver([entry("resolve", "15:18:00", { agent: null })], JORDAN)?.kind).toBe("automation");
    expect(resolver([entry("resolve", "14:50:00", { agent: SAM })], JORDAN)?.name).toBe("Jordan Lee");
    expect(resolver([], null)?.name).toBe("Events API V2");
    const open = gatheredOf({ incident: rest({ resolvedAt: null, resolvedBy: SAM }) });
    expect(recordOf(told, event, open).resolvedBy?.name).toBe("Events API V2");
  });

  test("a late priority of a resolved incident still tells who resolved it", () => {
    const { resolvedBy } = recordOf(told, null, gatheredOf({ incident: rest({ resolvedBy: null }) }));
    expect(resolvedBy).toEqual({ kind: "automation", name: null });
  });

  test("a resolve whose time is not known still has a resolver", () => {
    expect(recordOf(told, { at: null, by: JORDAN })).toMatchObject({
      resolvedAt: null,
      resolvedBy: { kind: "user" },
    });
  });

  test("episodes count once each, and the row of the event is not told twice", () => {
    const reopened = { ...told, reopened_at: "2026-02-10T14:50:30Z" };
    const log = [
      entry("trigger", "14:32:00"),
      entry("resolve", "14:45:00"),
      entry("trigger", "14:50:31"),
      entry("resolve", "14:55:00"),
      entry("unacknowledge", "15:00:00"),
      entry("resolve", "15:18:02"),
    ];
    const record = recordOf(reopened, event, gatheredOf({ incident: rest(), logEntries: log }));
    expect(record.reopenings).toBe(2);
    expect(record.incident.reopened_at).toBe("2026-02-10T14:50:30Z");
    expect(record.timeline.map(({ what }) => what)).toEqual([
      ...["PagerDuty incident triggered", "Resolved", "Reopened", "Resolved", "Reopened", "Resolved"],
    ]);
  });

  test("a reopening after the resolve means that it is not resolved", () => {
    const log = [...LOG, entry("trigger", "15:30:00")];
    expect(recordOf(told, event, gatheredOf({ logEntries: log }))).toMatchObject({
      resolvedAt: null,
      resolvedBy: null,
      durationMinutes: null,
      reopenings: 1,
    });
  });

  test("notes, alerts and changes come in the order of their times, without those that have none", () => {
    const alert = { summary: "", severity: null, status: null, source: null, details: null, links: [] };
    const change = { summary: "", source: null, reason: null, details: null, links: [] };
    const time = (minutes: string) => at(`2026-02-10T${minutes}:00Z`);
    const record = recordOf(
      told,
      event,
      gatheredOf({
        incident: rest({ customFields: [{ name: "environment", value: "production" }] }),
        logEntries: [entry("assign", "14:32:00", { at: null })],
        notes: [
          { id: "P2", at: time("15:00"), by: JORDAN, text: "second" },
          { id: null, at: null, by: null, text: "lost" },
          { id: "P9", at: time("14:55"), by: null, text: OWN },
          { id: "P8", at: time("14:56"), by: JORDAN, text: `Somebody wrote ${OWN}` },
          { id: "P1", at: time("14:50"), by: null, text: "first" },
        ],
        alerts: [
          { ...alert, at: time("14:31"), summary: "Pool" },
          { ...alert, at: null },
          { ...alert, at: null },
        ],
        changes: [
          { ...change, at: time("15:19") },
          { ...change, at: time("14:31"), reason: "most_recent" },
          { ...change, at: time("14:32") },
          { ...change, at: null },
        ],
        pastIncidents: [{ id: "POLD", title: null, at: null }],
        missing: ["Priorities: PagerDuty answered 402."],
      }),
    );
    expect(record).toMatchObject({
      notes: [
        { at: time("14:50"), by: null, text: "first" },
        { text: `Somebody wrote ${OWN}` },
        { by: "Jordan Lee", text: "second" },
      ],
      alerts: [{ summary: "Pool" }],
      changes: [{ when: "before", reason: "most_recent" }, { when: "during" }, { when: "after" }],
      pastIncidents: [{ id: "POLD" }],
      customFields: [{ name: "environment", value: "production" }],
      missing: [
        "Priorities: PagerDuty answered 402.",
        "Log entries: 1 left out, without a time that can be read.",
        "Notes: 1 left out, without a time that can be read.",
        "Alerts: 2 left out, without a time that can be read.",
        "Changes: 1 left out, without a time that can be read.",
      ],
    });
    expect(recordSchema.parse(record)).toEqual(record);
  });

  test("changes of an incident whose beginning is not known are not called earlier", () => {
    const change = { at: 0, summary: "", source: null, reason: null, details: null, links: [] };
    const record = recordOf({ ...told, created_at: null }, null, gatheredOf({ changes: [change] }));
    expect(record.changes[0]?.when).toBe("during");
  });

  test.for([
    ["P1", ["P1", "P2"], 1],
    ["sev-2 ", ["SEV-1", "SEV-2"], 2],
    ["P9", ["P1", "P2"], null],
    [null, ["P1", ""], null],
    ["P1", [], null],
  ] as const)("the priority %j among %j ranks %j", ([priority, priorities, rank]) => {
    const gathered = gatheredOf({ priorities: [...priorities] });
    expect(recordOf({ ...told, priority }, event, gathered).priorityRank).toBe(rank);
  });

  test("whatever was gathered, the record holds to its schema and its rows to their order", () => {
    const time = fc.option(
      fc.integer({ min: 1, max: 86_400_000 }).map((ms) => at("2026-02-10T00:00:00Z") + ms),
    );
    const agent = fc.option(
      fc.record({
        type: fc.option(fc.constantFrom("user", "service_reference")),
        summary: fc.option(fc.string()),
      }),
    );
    const type = fc.constantFrom("trigger", "acknowledge", "resolve", "escalate", "unacknowledge", "odd");
    const change = { summary: "", source: null, reason: null, details: null, links: [] };
    const gathered = fc.record({
      log: fc.array(fc.record({ type, at: time, agent }), { maxLength: 200 }),
      notes: fc.array(fc.record({ id: fc.constant(null), at: time, by: agent, text: fc.string() })),
      times: fc.array(time),
      found: fc.option(fc.record({ resolvedBy: agent, resolvedAt: time })),
      resolve: fc.option(fc.record({ at: time, by: agent })),
    });
    const written = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
    fc.assert(
      fc.property(gathered, ({ log, notes, times, found, resolve }) => {
        const record: IncidentRecord = recordOf(
          told,
          resolve && { ...resolve, at: written(resolve.at) },
          gatheredOf({
            incident: found && rest({ ...found, resolvedAt: written(found.resolvedAt) }),
            logEntries: log.map((changes) => entry(changes.type, "00:00:00", changes)),
            notes,
            changes: times.map((ms) => ({ ...change, at: ms })),
          }),
        );
        expect(recordSchema.parse(record)).toEqual(record);
        expect(record.timeline).toEqual(record.timeline.toSorted((a, b) => a.at - b.at));
        if (record.resolvedAt !== null)
          expect(record.timeline).toContainEqual(
            expect.objectContaining({ at: record.resolvedAt, what: "Resolved" }),
          );
      }),
    );
  });
});
