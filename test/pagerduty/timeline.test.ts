import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LogEntry } from "../../src/pagerduty/log-entry.ts";
import { nearest, rowsOf, type Step, stepsOf, withInstant } from "../../src/pagerduty/timeline.ts";

const START = Date.parse("2026-02-10T14:32:00Z");
const JORDAN = { type: "user_reference", summary: "Jordan Lee" };
const SERVICE = { type: "service_reference", summary: "orders-service" };

type Changes = Partial<Omit<LogEntry, "channel">> & { channel?: Partial<LogEntry["channel"]> };

/** A log entry so many seconds after the beginning. */
function entry(type: string, seconds: number, { channel, ...changes }: Changes = {}): LogEntry {
  return {
    id: null,
    type,
    at: START + seconds * 1_000,
    summary: null,
    agent: JORDAN,
    channel: { type: null, summary: null, oldPriority: null, newPriority: null, ...channel },
    message: null,
    assignees: [],
    asked: [],
    snoozedUntil: null,
    changeset: [],
    ...changes,
  };
}

const whats = (entries: LogEntry[], title: string | null = null) =>
  stepsOf(entries, title).map(({ what }) => what);

describe("the words of a log entry", () => {
  test.for<[type: string, changes: Changes, what: string, quote?: string]>([
    ["trigger", {}, "PagerDuty incident triggered"],
    ["trigger", { channel: { summary: "Pool" } }, "PagerDuty incident triggered", "Pool"],
    ["trigger", { channel: { summary: " The title" } }, "PagerDuty incident triggered"],
    ["acknowledge", {}, "Acknowledged"],
    ["acknowledgement", {}, "Acknowledged"],
    ["unacknowledge", {}, "Unacknowledged"],
    ["unacknowledge", { channel: { type: "timeout" } }, "Unacknowledged after a timeout"],
    ["resolve", {}, "Resolved"],
    ["reopen", {}, "Reopened"],
    ["escalate", {}, "Escalated"],
    ["escalate", { channel: { type: "timeout" } }, "Escalated without an answer"],
    ["escalate", { assignees: ["Ann", "Bob", "Eve"] }, "Escalated to Ann, Bob and Eve"],
    ["exhaust_escalation_path", {}, "Nobody was left to escalate to"],
    ["repeat_escalation_path", {}, "Escalation began again from the first level"],
    ["assign", {}, "Assigned"],
    ["assign", { assignees: ["Ann", "Bob"] }, "Assigned to Ann and Bob"],
    ["reassign", { assignees: ["Ann"] }, "Reassigned to Ann"],
    ["delegate", {}, "Delegated to another escalation policy"],
    ["delegate", { assignees: ["Ann"] }, "Delegated to Ann"],
    ["reach_ack_limit", {}, "Limit of acknowledgements reached"],
    ["reach_trigger_limit", {}, "Limit of triggers reached"],
    ["link", {}, "Another alert or incident linked"],
    ["unlink", {}, "Alert or incident unlinked"],
    ["status_update", { message: "We are on it" }, "Status update published", "We are on it"],
    ["incident_status_update", { channel: { summary: "Fixed" } }, "Status update published", "Fixed"],
    ["status_update", { message: " " }, "Status update published"],
    ["responder_request", { message: "Please help" }, "Help requested", "Please help"],
    ["responder_request", { asked: ["Ann"] }, "Help requested from Ann"],
    [
      "priority_change",
      { channel: { oldPriority: "P3", newPriority: "P1" } },
      "Priority changed from P3 to P1",
    ],
    ["priority_change", { channel: { newPriority: "P1" } }, "Priority set to P1"],
    ["priority_change", { channel: { oldPriority: "P3" } }, "Priority P3 removed"],
    ["priority_change", {}, "Priority changed"],
    ["urgency_change", { summary: 'Urgency changed from low to "High"' }, "Urgency changed to high"],
    ["urgency_change", {}, "Urgency changed"],
    ["snooze", { snoozedUntil: START }, "Snoozed until 2026-02-10 14:32 UTC"],
    ["snooze", {}, "Snoozed"],
    ["field_value_change", { changeset: ["Set a", "Set b"] }, "Fields changed", "Set a; Set b"],
    ["custom_field_value_change", {}, "Fields changed"],
    ["event_rule_action", { summary: "Suppressed by Jordan Lee" }, "Suppressed"],
    ["role_change", { summary: "Jordan Lee took the lead" }, "Someone took the lead"],
    ["role_change", { summary: "The lead changed", agent: null }, "The lead changed"],
    ["some_new_thing", {}, "some new thing"],
    ["constructor", {}, "constructor"],
    ["", {}, "Unnamed entry"],
  ])("%s %j", ([type, changes, what, quote]) => {
    expect(stepsOf([entry(type, 0, changes)], "The title")).toMatchObject([
      { what, ...(quote === undefined ? {} : { quote }) },
    ]);
    expect(stepsOf([entry(type, 0, changes)], "The title")[0]?.quote).toBe(quote);
  });

  test("an escalation says how long nobody answered, since the trigger or the last one who was asked", () => {
    const timeout = { channel: { type: "timeout" } };
    const log = [
      entry("trigger", 0),
      entry("escalate", 241, { ...timeout, assignees: ["Ann"] }),
      entry("notify", 300),
      entry("escalate", 320, { ...timeout, assignees: ["Bob"] }),
    ];
    expect(whats(log)).toEqual([
      "PagerDuty incident triggered",
      "Escalated to Ann after 4 minutes without an answer",
      "Escalated to Bob after 1 minute without an answer",
    ]);
  });

  test("the assignment that comes with the trigger is no row, a person's or a later one is", () => {
    const assign = (seconds: number, agent: LogEntry["agent"]) => entry("assign", seconds, { agent });
    expect(whats([entry("trigger", 0), assign(0, SERVICE), assign(61, SERVICE)])).toEqual([
      "PagerDuty incident triggered",
      "Assigned",
    ]);
    expect(whats([assign(0, SERVICE), entry("trigger", 0)])).toEqual(["PagerDuty incident triggered"]);
    expect(whats([entry("trigger", 0), assign(30, JORDAN)])).toHaveLength(2);
  });

  test("notes and notifications are no rows", () => {
    expect(stepsOf([entry("annotate", 0), entry("notify", 1)], null)).toEqual([]);
  });
});

describe("who acted", () => {
  test.for<[string, string, Changes, string | null]>([
    ["a user", "acknowledge", {}, "Jordan Lee"],
    ["a service", "trigger", { agent: SERVICE }, "orders-service"],
    ["nobody where PagerDuty itself escalates", "escalate", { agent: SERVICE }, null],
    ["nobody", "assign", { agent: null }, null],
    ["nobody at a resolve", "resolve", { agent: null }, "automation"],
    ["a timeout", "unacknowledge", { agent: SERVICE, channel: { type: "timeout" } }, null],
    ["a timeout at a resolve", "resolve", { agent: SERVICE, channel: { type: "timeout" } }, "automation"],
    ["a user without a name", "resolve", { agent: { type: "user", summary: null } }, null],
  ])("%s", ([, type, changes, by]) => {
    expect(stepsOf([entry(type, 0, changes)], null)[0]?.by).toBe(by);
  });
});

describe("the order", () => {
  test("is that of the times, and within a second that of the log, newest first or last", () => {
    const log = [entry("trigger", 0), entry("escalate", 0), entry("acknowledge", 0), entry("resolve", 60)];
    const told = ["PagerDuty incident triggered", "Escalated", "Acknowledged", "Resolved"];
    expect(whats(log)).toEqual(told);
    expect(whats(log.toReversed())).toEqual(told);
    expect(whats([log[3], log[0], log[1], log[2]].flatMap((one) => one ?? []))).toHaveLength(4);
  });

  test("leaves out what has no time and what a shifted page repeats", () => {
    const twice = entry("assign", 0, { id: "R1" });
    const log = [
      twice,
      entry("escalate", 70),
      { ...twice, at: START + 130_000 },
      entry("resolve", 99, { at: null }),
    ];
    expect(whats(log)).toEqual(["Assigned", "Escalated"]);
  });

  test("tells once what would read the same twice in a row", () => {
    const by = (summary: string) => ({ agent: { type: "user", summary } });
    const log = [
      entry("assign", 1),
      entry("assign", 59),
      entry("assign", 60),
      entry("assign", 61, by("Ann")),
      entry("resolve", 62),
      entry("reopen", 63),
      entry("resolve", 64),
    ];
    expect(whats(log)).toEqual(["Assigned", "Assigned", "Assigned", "Resolved", "Reopened", "Resolved"]);
  });
});

describe("reopening", () => {
  test.for(["trigger", "acknowledge", "acknowledgement", "unacknowledge", "reopen"])(
    "is what %s means after a resolve",
    (type) => {
      const steps = stepsOf([entry("trigger", 0), entry("resolve", 60), entry(type, 120)], null);
      expect(steps.map(({ kind }) => kind)).toEqual(["triggered", "resolved", "reopened"]);
      expect(steps[2]?.what).toBe("Reopened");
    },
  );

  test("happens once for each resolve, and not in the same instant", () => {
    const log = [
      entry("trigger", 0),
      entry("resolve", 60),
      entry("acknowledge", 60),
      entry("trigger", 120),
      entry("acknowledge", 180),
      entry("resolve", 240),
      entry("escalate", 250),
      entry("unacknowledge", 300),
    ];
    expect(stepsOf(log, null).map(({ kind }) => kind)).toEqual([
      ...["triggered", "resolved", "acknowledged", "reopened", "acknowledged"],
      ...["resolved", "escalated", "reopened"],
    ]);
  });
});

describe("the record's own instants", () => {
  const row = { kind: "resolved", what: "Resolved", by: "automation", agent: null } as const;

  test("are those of the nearest step within a minute, which keeps its words", () => {
    const steps = stepsOf([entry("resolve", 0), entry("reopen", 20), entry("resolve", 50)], null);
    const placed = withInstant(steps, START + 49_000, row);
    expect(placed.map(({ at, by }) => [at - START, by])).toEqual([
      [0, "Jordan Lee"],
      [20_000, "Jordan Lee"],
      [49_000, "Jordan Lee"],
    ]);
    expect(nearest(steps, "resolved", START - 60_000)?.at).toBe(START);
    expect(nearest(steps, "resolved", START - 60_001)).toBeNull();
  });

  test("add the record's row where the log has none", () => {
    const steps = stepsOf([entry("assign", 0)], null);
    expect(withInstant(steps, null, row)).toEqual(steps);
    expect(withInstant(steps, START, row).map(({ what }) => what)).toEqual(["Assigned", "Resolved"]);
    const beginning = { ...row, kind: "triggered", what: "Triggered" } as const;
    expect(withInstant(steps, START, beginning).map(({ what }) => what)).toEqual(["Triggered", "Assigned"]);
  });
});

describe("a long timeline", () => {
  test("of ten thousand keeps what matters and both its ends", () => {
    const log = Array.from({ length: 9_995 }, (_, index) => entry("assign", 60 + index * 60));
    const end = 10_000 * 60;
    const marks = [
      entry("trigger", 0),
      entry("acknowledge", 30_000),
      entry("escalate", 40_000),
      entry("trigger", 50_000),
      entry("resolve", end),
    ];
    const { rows, leftOut } = rowsOf(stepsOf([...log, ...marks], null), null);
    expect(rows).toHaveLength(200);
    expect(leftOut).toEqual(["Timeline: 9800 rows of less weight are left out."]);
    expect(rows.filter(({ what }) => what !== "Assigned").map(({ what }) => what)).toEqual([
      ...["PagerDuty incident triggered", "Acknowledged", "Escalated", "Resolved"],
    ]);
    expect(rows[1]?.at).toBe(START + 60_000);
    expect(rows.at(-2)?.at).toBe(START + 9_995 * 60_000);
  });

  test("of nothing but weight loses its middle, and all that weighs less", () => {
    const log = Array.from({ length: 500 }, (_, index) => [
      entry("acknowledge", index * 120),
      entry("assign", index * 120 + 60),
    ]).flat();
    const { rows } = rowsOf(stepsOf(log, null), null);
    expect(rows).toHaveLength(200);
    expect(new Set(rows.map(({ what }) => what))).toEqual(new Set(["Acknowledged"]));
    expect([rows[0]?.at, rows.at(-1)?.at]).toEqual([START, START + 499 * 120_000]);
  });
});

test("what comes after the resolve takes the place of no earlier row", () => {
  const until = Array.from({ length: 300 }, (_, index) => entry("acknowledge", index * 60));
  const later = Array.from({ length: 60 }, (_, index) => entry("escalate", 40_000 + index * 60));
  const resolvedAt = START + 30_000_000;
  const before = rowsOf(stepsOf(until, null), resolvedAt);
  const after = rowsOf(stepsOf([...until, ...later], null), resolvedAt);
  expect(after.rows.slice(0, 200)).toEqual(before.rows);
  expect(after.rows).toHaveLength(250);
  expect(after.leftOut).toEqual([
    ...before.leftOut,
    "Timeline: after the resolve, only the first 50 rows are kept.",
  ]);
});

test("whatever the log, the rows are in order, at most two hundred, and none is invented", () => {
  const types = [
    "trigger",
    "acknowledge",
    "resolve",
    "escalate",
    "assign",
    "notify",
    "reopen",
    "snooze",
    "odd",
  ];
  const anyEntry = fc
    .record({ type: fc.constantFrom(...types), seconds: fc.integer({ min: 0, max: 90_000 }) })
    .map(({ type, seconds }) => entry(type, seconds));
  fc.assert(
    fc.property(fc.array(anyEntry, { maxLength: 400 }), (log) => {
      const steps: Step[] = stepsOf(log, null);
      const { rows } = rowsOf(steps, null);
      expect(rows).toHaveLength(Math.min(200, steps.length));
      expect(rows).toEqual(rows.toSorted((a, b) => a.at - b.at));
      const times = new Set(log.map(({ at }) => at));
      expect(rows.every(({ at }) => times.has(at))).toBe(true);
    }),
  );
});
