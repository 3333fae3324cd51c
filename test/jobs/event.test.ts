import { describe, expect, test } from "vitest";
import { type Job, selectJob } from "../../src/jobs/event.ts";
import { SettingsError } from "../../src/lib/errors.ts";
import { inputsOf, payloadOf } from "../builders.ts";

function dispatchOf(type: string, payload: unknown = payloadOf({ event: { type } })) {
  return { name: "repository_dispatch", payload: { action: type, client_payload: payload } };
}

function refusal(choose: () => Job): string {
  try {
    choose();
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    expect(error.problems).toHaveLength(1);
    return error.message;
  }
  return "none";
}

describe("the event decides the job", () => {
  test.for([
    ["incident.acknowledged", "gather"],
    ["incident.resolved", "draft"],
    ["incident.priority_updated", "draft"],
    ["incident.reopened", "hold"],
  ] as const)("the dispatch %s asks for %s, with its payload", ([type, job]) => {
    const payload = payloadOf({ event: { type } });
    expect(selectJob(dispatchOf(type), inputsOf())).toEqual({ job, payload });
  });

  test("a manual run with an incident drafts it", () => {
    expect(
      selectJob({ name: "workflow_dispatch", payload: {} }, inputsOf({ incident: "Q1ORDERSPOOL01" })),
    ).toEqual({ job: "draft", reference: { kind: "id", id: "Q1ORDERSPOOL01", region: null } });
  });

  test.for([
    ["workflow_dispatch", "reconcile"],
    ["schedule", "reconcile"],
    ["pull_request", "check"],
  ] as const)("%s without an incident asks for %s", ([name, job]) => {
    expect(selectJob({ name, payload: {} }, inputsOf())).toEqual({ job });
  });

  test("a push is for the follow-ups", () => {
    expect(selectJob({ name: "push", payload: {} }, inputsOf())).toEqual({ job: "follow-ups" });
  });

  test.for(["auto", "check"])(
    "a merge queue starts none, since each pull request was checked before: %s",
    (job) => {
      expect(selectJob({ name: "merge_group", payload: {} }, inputsOf({ job }))).toMatchObject({ job: null });
    },
  );

  test("an event that starts no job is refused with those that do", () => {
    expect(refusal(() => selectJob({ name: "release", payload: {} }, inputsOf()))).toBe(
      "The event release starts no job; run this on repository_dispatch, workflow_dispatch, schedule, push or pull_request",
    );
  });
});

describe("the input job", () => {
  test.for(["reconcile", "check"] as const)("%s by name wins over the event", (job) => {
    expect(selectJob(dispatchOf("incident.resolved"), inputsOf({ job }))).toEqual({ job });
  });

  test.for(["reconcile", "check", "follow-ups"])("%s by name beside an incident is refused", (job) => {
    const choose = () =>
      selectJob({ name: "workflow_dispatch", payload: {} }, inputsOf({ job, incident: "387" }));
    expect(refusal(choose)).toContain(`incident is set, and the job ${job} takes none`);
  });

  test("draft by name takes the incident of the input, or of the dispatch", () => {
    expect(selectJob({ name: "release", payload: {} }, inputsOf({ job: "draft", incident: "387" }))).toEqual({
      job: "draft",
      reference: { kind: "number", number: 387 },
    });
    expect(selectJob(dispatchOf("incident.resolved"), inputsOf({ job: "draft" })).job).toBe("draft");
  });

  test("draft by name without any incident is refused", () => {
    expect(refusal(() => selectJob({ name: "schedule", payload: {} }, inputsOf({ job: "draft" })))).toBe(
      "incident is empty; the job draft needs one, unless a repository_dispatch brings it",
    );
  });
});

describe("a dispatch that cannot be used is one sentence that says what to do", () => {
  const resolved = payloadOf();
  const withIncident = (incident: unknown) => dispatchOf("incident.resolved", { ...resolved, incident });
  const version = (value: unknown) => dispatchOf("incident.resolved", { ...resolved, version: value });
  const bare = (payload: object) => ({ name: "repository_dispatch", payload });
  const updateFunction = /no payload version that this action reads \(1\); update the function/;

  test.for([
    ["no event type", bare({}), /no event type; let the function send it/],
    [
      "an unknown event",
      dispatchOf("incident.escalated"),
      /"incident.escalated" .* takes incident.acknowledged,/,
    ],
    ["no payload", dispatchOf("incident.resolved", null), /no client_payload; .* by hand/],
    ["a payload left out", bare({ action: "incident.resolved" }), /no client_payload; .* by hand/],
    ["a newer version", version(2), /version 2 .* update the action/],
    ["no version", version(undefined), updateFunction],
    ["an older version", version(0), updateFunction],
    ["a version in words", version("2"), updateFunction],
    ["a payload that is a word", dispatchOf("incident.resolved", "Q1"), updateFunction],
    ["a malformed incident id", withIncident({ id: "../../x" }), /\(incident.id is not a .*\); .* by hand/],
    ["an id that is no text", withIncident({ id: 5 }), /\(incident.id is not a .*\); .* by hand/],
    ["no incident", withIncident(undefined), /\(incident has no id.*\); .* by hand/],
    [
      "another event inside",
      dispatchOf("incident.resolved", payloadOf({ event: { type: "incident.reopened" } })),
      /is incident.resolved but its client_payload tells of another event/,
    ],
  ] as const)("%s", ([, event, sentence]) => {
    expect(refusal(() => selectJob(event, inputsOf()))).toMatch(sentence);
  });

  test("a very long event type is shown cut", () => {
    expect(refusal(() => selectJob(dispatchOf("x".repeat(5_000), resolved), inputsOf())).length).toBeLessThan(
      300,
    );
  });

  test("an unknown key of a newer function is ignored", () => {
    const payload = { ...resolved, mood: "calm", incident: { ...resolved.incident, mood: "calm" } };
    expect(selectJob(dispatchOf("incident.resolved", payload), inputsOf())).toEqual({
      job: "draft",
      payload: resolved,
    });
  });
});
