import { describe, expect, test } from "vitest";
import { eventNamed } from "../../../sandbox/pagerduty/demo.ts";
import { demoIncidents } from "../../../sandbox/pagerduty/demo-record.ts";
import { lifeEventOf, recordAfter } from "../../../sandbox/pagerduty/incident-life.ts";

const [pool, blip] = demoIncidents;

/** The record of an incident once these events of the demo have happened. */
function lifeOf(whole: NonNullable<typeof pool>, ...names: string[]) {
  const events = names.flatMap((name) => lifeEventOf(eventNamed(name)!) ?? []);
  const record = recordAfter(whole, events);
  const types = (record.log_entries ?? []).map((entry) =>
    String(Reflect.get(entry, "type")).replace(/_log_entry$/, ""),
  );
  return { record, types };
}

describe("an incident", () => {
  test("is whole before its first event", () => {
    expect(lifeOf(pool!).record).toBe(pool);
  });

  test("that is acknowledged has no resolve, no later entry and no later note yet", () => {
    const { record, types } = lifeOf(pool!, "acknowledged");
    expect(record.incident).toMatchObject({ status: "acknowledged", resolved_at: null });
    expect(types.at(-1)).toBe("acknowledge");
    expect(types.filter((type) => type === "acknowledge")).toHaveLength(1);
    expect(record.notes).toEqual([]);
    expect(record.related_change_events).toHaveLength(2);
  });

  test("goes by its latest event, in whatever order they are told", () => {
    const { record, types } = lifeOf(pool!, "resolved-again", "resolved", "reopened");
    expect(record.incident).toMatchObject({ status: "resolved", resolved_at: "2026-02-10T16:05:40Z" });
    expect(types.filter((type) => ["resolve", "reopen"].includes(type))).toEqual([
      "resolve",
      "reopen",
      "resolve",
    ]);
  });

  test("with a late priority stays resolved when it was", () => {
    const { record } = lifeOf(blip!, "late-priority");
    expect(record.incident).toMatchObject({
      status: "resolved",
      resolved_at: "2026-02-11T03:14:20Z",
      priority: { name: "P1" },
    });
  });
});

test("a body that tells of no incident is no event", () => {
  expect(lifeEventOf(eventNamed("ping")!)).toBeNull();
  expect(lifeEventOf(Buffer.from("{"))).toBeNull();
});
