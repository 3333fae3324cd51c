import { describe, expect, test } from "vitest";
import { fromPagerDuty } from "../../src/pagerduty/incident.ts";
import { readFixture } from "../builders.ts";

const sample = JSON.parse(readFixture("webhooks/docs-data.incident.json").toString());

function incidentOf(overrides: Record<string, unknown> = {}) {
  return fromPagerDuty(sample.id, { ...sample, ...overrides });
}

test("a webhook's incident is read", () => {
  expect(incidentOf()).toEqual({
    id: "PGR0VU2",
    number: 2,
    title: "A little bump in the road",
    status: "triggered",
    url: "https://acme.pagerduty.com/incidents/PGR0VU2",
    created_at: "2020-04-09T15:16:27Z",
    reopened_at: "2020-10-02T18:45:22Z",
    urgency: "high",
    priority: "P1",
    service: { id: "PF9KMXH", name: "API Service", url: "https://acme.pagerduty.com/services/PF9KMXH" },
    teams: [{ id: "PFCVPS0", name: "Engineering" }],
    escalation_policy: { id: "PUS0KTE", name: "Default" },
    type: "major",
    merged_into: null,
    api_url: "https://api.pagerduty.com/incidents/PGR0VU2",
  });
});

test("both APIs' forms agree where they tell the same", () => {
  const { number, ...rest } = sample;
  const fromRest = fromPagerDuty(sample.id, { ...rest, incident_number: number });
  expect(fromRest).toEqual(incidentOf());
});

describe("a merge", () => {
  const merged = (incident: unknown) =>
    incidentOf({ resolve_reason: { type: "merge_resolve_reason", incident } }).merged_into;

  test("names the incident that goes on", () => {
    expect(merged({ id: "Q0N5RRK7RT1Q46", type: "incident_reference" })).toBe("Q0N5RRK7RT1Q46");
  });

  test.for([null, {}, "Q0N5RRK7RT1Q46", { id: 5 }, { id: "PX" }, { id: "<x>" }])(
    "is one even if its target is %j",
    (target) => {
      expect(merged(target)).toBe("another incident");
    },
  );

  test.for([null, undefined, {}, { type: "other_reason", incident: { id: "PABC123" } }, "merged"])(
    "is not what a resolve reason of %j tells of",
    (reason) => {
      expect(incidentOf({ resolve_reason: reason }).merged_into).toBeNull();
    },
  );
});

describe("an odd field", () => {
  const empty = {
    number: null,
    title: null,
    status: null,
    html_url: null,
    self: null,
    created_at: null,
    reopened_at: null,
    urgency: null,
    priority: null,
    service: null,
    teams: [],
    escalation_policy: null,
    incident_type: null,
  };

  test.for([null, undefined, 5, true, [], ["x"], { x: 1 }])("of the value %j is as good as absent", (odd) => {
    const overrides = Object.fromEntries(Object.keys(empty).map((name) => [name, odd]));
    const { number: _, ...textual } = overrides;
    expect(incidentOf({ ...textual, number: odd === 5 ? null : odd })).toMatchObject({
      id: "PGR0VU2",
      number: null,
      title: null,
      status: null,
      url: null,
      created_at: null,
      urgency: null,
      priority: null,
      type: null,
      merged_into: null,
      api_url: null,
    });
  });

  test("inside a reference costs no more than itself", () => {
    const incident = incidentOf({
      service: { id: "PF9KMXH", summary: 5, html_url: "ftp://x" },
      priority: { id: "PSO75BM", name: "P1" },
      teams: [null, { id: "PTEAM01", summary: "Checkout" }, "x"],
    });
    expect(incident.service).toEqual({ id: "PF9KMXH", name: null, url: null });
    expect(incident.priority).toBeNull();
    expect(incident.teams).toEqual([{ id: "PTEAM01", name: "Checkout" }]);
  });
});
