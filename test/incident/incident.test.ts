import { describe, expect, test } from "vitest";
import { dispatchPayloadSchema } from "../../src/incident/dispatch-payload.ts";
import { incidentIdSchema, parseIncidentReference } from "../../src/incident/reference.ts";
import { payloadOf } from "../builders.ts";

describe("the payload's schema", () => {
  test("takes what it has written", () => {
    const payload = payloadOf();
    expect(dispatchPayloadSchema.parse(JSON.parse(JSON.stringify(payload)))).toEqual(payload);
  });

  test("needs no more than the version, the ids and the event's type", () => {
    const least = {
      version: 1,
      event: { id: "01A", type: "incident.resolved" },
      incident: { id: "PABC123" },
    };
    expect(dispatchPayloadSchema.parse(least)).toEqual({
      version: 1,
      delivery: null,
      event: { id: "01A", type: "incident.resolved", occurred_at: null, agent: null },
      incident: {
        id: "PABC123",
        number: null,
        title: null,
        status: null,
        url: null,
        created_at: null,
        reopened_at: null,
        urgency: null,
        priority: null,
        service: null,
        teams: [],
        escalation_policy: null,
        type: null,
        merged_into: null,
        api_url: null,
      },
    });
  });

  test("ignores keys that it does not know, at every level", () => {
    const { event, incident, ...payload } = payloadOf();
    const future = {
      ...payload,
      extra: 1,
      event: { ...event, extra: { deep: true } },
      incident: { ...incident, extra: [], service: { ...incident.service, extra: "x" } },
    };
    expect(dispatchPayloadSchema.parse(future)).toEqual(payloadOf());
  });

  test.for([
    ["event", "id", ""],
    ["event", "id", null],
    ["event", "id", "x".repeat(129)],
    ["event", "id", "01A)](https://evil.example"],
    ["event", "id", "01A`id`"],
    ["event", "id", "$(id)"],
    ["event", "type", ""],
    ["event", "type", null],
    ["incident", "id", null],
    ["incident", "id", "orders"],
    ["incident", "id", "PABC123/../../secrets"],
  ] as const)("refuses a payload whose %s.%s is %j", ([part, name, value]) => {
    const payload = payloadOf();
    const wrong = { ...payload, [part]: { ...payload[part], [name]: value } };
    expect(dispatchPayloadSchema.safeParse(wrong).success).toBe(false);
  });

  test.for([
    "yesterday",
    "2026-02-10",
    "2026-02-30T00:00:00Z",
    "2026-02-10T25:00:00Z",
    "2026-02-10T15:18:02",
    "1770736682",
    1770736682,
    `2026-02-10T15:18:02.${"0".repeat(40)}Z`,
  ])("takes the time %j for none", (time) => {
    const { event, incident } = payloadOf({
      event: { occurred_at: time },
      incident: { created_at: time, reopened_at: time },
    });
    expect([event.occurred_at, incident.created_at, incident.reopened_at]).toEqual([null, null, null]);
  });

  test.for(["2026-02-10T15:18:02Z", "2026-02-10T15:18:02.120Z", "2026-02-10T10:18:02-05:00"])(
    "takes the time %s",
    (time) => {
      expect(payloadOf({ event: { occurred_at: time } }).event.occurred_at).toBe(time);
    },
  );

  test.for([
    "http://acme.pagerduty.com/incidents/PABC123",
    "javascript:alert(1)",
    "https://",
    "https://x y",
    "https://x\n",
    "https://x)](https://evil.example",
    'https://x"onclick="',
    "https://x`id`",
    "//acme.pagerduty.com",
    "https://evil.example/incidents/PABC123",
    "https://acme.pagerduty.dev/incidents/PABC123",
    "https://evilpagerduty.com/incidents/PABC123",
    "https://acme.pagerduty.com.evil.example/incidents/PABC123",
    "https://acme.pagerduty.com@evil.example/incidents/PABC123",
    "https://user@acme.pagerduty.com/incidents/PABC123",
    "https://acme.pagerduty.com:8443/incidents/PABC123",
    "https://evil.example/https://acme.pagerduty.com/",
    "https://evil.example/.pagerduty.com/",
    "https://.pagerduty.com/",
    "https://acme.pagerduty.com/)](https://evil.example",
    `https://acme.pagerduty.com/${"a".repeat(2_048)}`,
    5,
    null,
  ])("takes the link %j for none", (link) => {
    const { incident } = payloadOf({
      incident: { url: link, api_url: link, service: { id: "P1", name: "x", url: link } },
    });
    expect([incident.url, incident.api_url, incident.service?.url]).toEqual([null, null, null]);
  });

  test.for([
    ["https://acme.pagerduty.com/incidents/PABC123", "https://api.pagerduty.com/incidents/PABC123"],
    [
      "https://acme.eu.pagerduty.com/incidents/PABC123?a=1#b",
      "https://api.eu.pagerduty.com/incidents/PABC123",
    ],
    ["https://acme.pagerduty.com", "https://api.pagerduty.com"],
  ] as const)("takes PagerDuty's links %s and %s", ([url, api_url]) => {
    const { incident } = payloadOf({ incident: { url, api_url, service: { id: "P1", name: "x", url } } });
    expect([incident.url, incident.service?.url, incident.api_url]).toEqual([url, url, api_url]);
  });

  test.for([
    "https://acme.pagerduty.com/incidents/PABC123",
    "https://api.au.pagerduty.com/incidents/PABC123",
    "https://xapi.pagerduty.com/incidents/PABC123",
  ])("takes %s for no address of the API", (api_url) => {
    expect(payloadOf({ incident: { api_url } }).incident.api_url).toBeNull();
  });

  test.for<[string, unknown[], unknown[]]>([
    ["status", ["triggered", "acknowledged", "resolved"], ["Resolved", "closed", "resolved ", "", 5, {}]],
    ["urgency", ["high", "low"], ["HIGH", "severe", "", 5, []]],
    [
      "type",
      ["major", "incident_default", "a.b-C_1", "x".repeat(100)],
      ["a b", "<x>", "x".repeat(101), "", 5],
    ],
  ])("takes only PagerDuty's own words for an incident's %s", ([name, known, unknown]) => {
    const read = (value: unknown) => payloadOf({ incident: { [name]: value } }).incident;
    for (const value of known) expect(read(value)).toHaveProperty(name, value);
    for (const value of [...unknown, null, undefined]) expect(read(value)).toHaveProperty(name, null);
  });

  test.for<[unknown, string | null]>([
    ["Q0N5RRK7RT1Q46", "Q0N5RRK7RT1Q46"],
    ["another incident", "another incident"],
    ["PX", "another incident"],
    ["[click](https://evil.example)", "another incident"],
    ["", "another incident"],
    [5, "another incident"],
    [null, null],
    [undefined, null],
  ])("takes an incident that was merged into %j for merged into %j", ([raw, merged_into]) => {
    expect(payloadOf({ incident: { merged_into: raw } }).incident.merged_into).toBe(merged_into);
  });

  test.for<[unknown, string | null]>([
    ["b3a7e5e2-1f0c-4d8a-9a51-2f1f6f3f7d10", "b3a7e5e2-1f0c-4d8a-9a51-2f1f6f3f7d10"],
    ["x".repeat(65), null],
    ["a b", null],
    ["", null],
    [5, null],
    [undefined, null],
  ])("takes the delivery id %j for %j", ([delivery, expected]) => {
    expect(dispatchPayloadSchema.parse({ ...payloadOf(), delivery }).delivery).toBe(expected);
  });

  test.for(["387", 0, -1, 1.5, 2 ** 60, Number.NaN])("takes the number %j for none", (number) => {
    expect(payloadOf({ incident: { number } }).incident.number).toBeNull();
  });
});

test.for(["PGR0VU2", "PT4KHLK", "Q1ORDERSPOOL01", "R0000ABCDEFGHI", "SAMPLE1764100000000"])(
  "%s is an incident's id",
  (id) => {
    expect(incidentIdSchema.safeParse(id).success).toBe(true);
  },
);

test.for([
  "",
  "P",
  "PABC",
  "pgr0vu2",
  "AGR0VU2",
  "P-R0VU2",
  "PGR0VU2\n",
  " PGR0VU2",
  `P${"A".repeat(32)}`,
  "SAMPLE",
  "S1ORDERSPOOL01",
  "Q1-2",
])("%j is no incident's id", (id) => {
  expect(incidentIdSchema.safeParse(id).error?.issues[0]?.message).toBe(
    "is not a PagerDuty incident id, such as Q1ORDERSPOOL01",
  );
});

describe("what a person types to name an incident", () => {
  test.for([
    ["Q1ORDERSPOOL01", { kind: "id", id: "Q1ORDERSPOOL01", region: null }],
    ["387", { kind: "number", number: 387 }],
    ["#387", { kind: "number", number: 387 }],
    [
      "https://acme.pagerduty.com/incidents/Q1ORDERSPOOL01",
      { kind: "id", id: "Q1ORDERSPOOL01", region: "us" },
    ],
    ["https://acme.pagerduty.com/incidents/PGR0VU2/", { kind: "id", id: "PGR0VU2", region: "us" }],
    ["https://acme.pagerduty.com/incidents/PGR0VU2/timeline", { kind: "id", id: "PGR0VU2", region: "us" }],
    ["https://acme.pagerduty.com/incidents/PGR0VU2?utm=1#notes", { kind: "id", id: "PGR0VU2", region: "us" }],
    ["https://acme.eu.pagerduty.com/incidents/PGR0VU2", { kind: "id", id: "PGR0VU2", region: "eu" }],
    ["https://api.eu.pagerduty.com/incidents/PGR0VU2", { kind: "id", id: "PGR0VU2", region: "eu" }],
  ] as const)("%s is understood", ([typed, reference]) => {
    expect(parseIncidentReference(typed)).toEqual(reference);
  });

  test.for([
    "",
    "orders",
    "0",
    "-1",
    "1.5",
    "1e3",
    "9".repeat(16),
    "##1",
    "q1orderspool01",
    "https://acme.pagerduty.com/services/PGR0VU2",
    "https://acme.pagerduty.com/incidents/",
    "https://acme.pagerduty.com/incidents/387",
    "http://acme.pagerduty.com/incidents/PGR0VU2",
    "https://pagerduty.com.evil.example/incidents/PGR0VU2",
    "https://evilpagerduty.com/incidents/PGR0VU2",
    "https://acme.pagerduty.com:8443/incidents/PGR0VU2",
  ])("%j is not", (typed) => {
    expect(parseIncidentReference(typed)).toBeNull();
  });
});
