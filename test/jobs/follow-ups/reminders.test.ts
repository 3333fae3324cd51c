import { describe, expect, test } from "vitest";
import {
  commentsSince,
  daysLate,
  mayRemind,
  type Reminder,
  reminderAt,
  writeReminder,
} from "../../../src/jobs/follow-ups/reminders.ts";

const DAYS = { before: 2, overdue: 7 };
const DUE = "2026-03-01";
const at = (time: string) => Date.parse(`${time}Z`);

test.for([
  ["2026-02-26T23:59", null],
  ["2026-02-27T00:00", -1],
  ["2026-03-01T23:59", -1],
  ["2026-03-02T00:00", 0],
  ["2026-03-08T23:59", 0],
  ["2026-03-09T00:00", 1],
  ["2026-03-16T00:00", 2],
] as const)("at %s UTC an item due on 1 March is in period %s", ([now, period]) => {
  expect(reminderAt(DUE, DAYS, at(now))).toEqual(period === null ? null : { due: DUE, period });
});

test("an item is late when its day is over", () => {
  expect([daysLate(DUE, at("2026-03-01T23:59")), daysLate(DUE, at("2026-03-02T00:00"))]).toEqual([0, 1]);
});

describe("a reminder", () => {
  const now = at("2026-03-10T06:00");
  const reminder: Reminder = { due: DUE, period: 1 };
  const comment = (body: string, time: string, isPerson = false) => ({ body, createdAt: at(time), isPerson });
  const written = (due: string, period: number) =>
    comment(writeReminder({ due, period }, []), "2026-03-09T06:00", true);

  test.for([
    ["nothing is there", [], true],
    ["it is there", [written(DUE, 1)], false],
    ["an earlier one is there", [written(DUE, 0), written(DUE, -1)], true],
    ["the date was another one", [written("2026-02-20", 1)], true],
    ["a person wrote within three days", [comment("on it", "2026-03-07T06:01", true)], false],
    ["a person wrote before that", [comment("on it", "2026-03-07T06:00", true)], true],
    ["a bot wrote", [comment("on it", "2026-03-10T05:00")], true],
  ] as const)("when %s: %s", ([, comments, expected]) => {
    expect(mayRemind(reminder, [...comments], now)).toBe(expected);
  });

  test("mentions whom it is given, and says the date", () => {
    expect(writeReminder(reminder, ["jlee", "acme/orders"])).toMatch(/^@jlee @acme\/orders .*2026-03-01/);
    expect(writeReminder({ due: DUE, period: -1 }, [])).toMatch(/^This action item is due on 2026-03-01/);
  });
});

test("comments are read as far back as any decision reaches", () => {
  const now = at("2026-03-10T00:00");
  expect(new Date(commentsSince(DAYS, now)).toISOString()).toBe("2026-03-02T00:00:00.000Z");
  expect(commentsSince({ before: 1, overdue: 1 }, now)).toBe(at("2026-03-06T00:00"));
});
