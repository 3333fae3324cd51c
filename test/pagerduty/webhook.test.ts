import { readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dispatchPayloadSchema } from "../../src/incident/dispatch-payload.ts";
import { readWebhook, type Webhook } from "../../src/pagerduty/webhook.ts";
import { payloadOf, readFixture, webhookOf } from "../builders.ts";

const DELIVERY = "b3a7e5e2-1f0c-4d8a-9a51-2f1f6f3f7d10";

function read(json: unknown): Webhook {
  return readWebhook(Buffer.from(JSON.stringify(json)), DELIVERY);
}

function payloadIn(webhook: Webhook) {
  if (webhook.kind !== "incident") throw new Error(`The webhook is ${webhook.kind}.`);
  return webhook.payload();
}

describe("an incident's webhook", () => {
  test("becomes the payload that is dispatched", () => {
    expect(payloadIn(readWebhook(webhookOf(), DELIVERY))).toEqual(payloadOf());
  });

  test("may come without a delivery id", () => {
    expect(payloadIn(readWebhook(webhookOf(), null)).delivery).toBeNull();
  });

  test.for([
    ["docs-incident.priority_updated.json", "PGR0VU2", "incident.priority_updated"],
    ["go-pagerduty-incident.priority_updated.body.json", "PGR0VU2", "incident.priority_updated"],
    ["incident.resolved.agent-null.json", "Q1ORDERSPOOL01", "incident.resolved"],
    ["incident.resolved.by-integration.json", "Q1ORDERSPOOL01", "incident.resolved"],
    ["incident.resolved.after-reopen.json", "Q1ORDERSPOOL01", "incident.resolved"],
    ["incident.resolved.merged.json", "Q1ORDERSPOOL01", "incident.resolved"],
  ] as const)("%s is read", ([file, incident, type]) => {
    const payload = payloadIn(readWebhook(readFixture(`webhooks/${file}`), DELIVERY));
    expect(payload.incident.id).toBe(incident);
    expect(payload.event.type).toBe(type);
    expect(dispatchPayloadSchema.parse(payload)).toEqual(payload);
  });

  test("of 2021 is read with nothing where its body has nothing", () => {
    const old = readFixture("webhooks/go-pagerduty-incident.priority_updated.body.json");
    expect(payloadIn(readWebhook(old, DELIVERY))).toMatchObject({
      event: {
        id: "01BWDWL3NYY7LUFPZCC28QUCMK",
        occurred_at: "2021-04-26T17:36:27.458Z",
        agent: { type: "user_reference", summary: "Tenex Engineer" },
      },
      incident: { id: "PGR0VU2", title: "A little bump in the road", created_at: null, type: null },
    });
  });

  test("tells who resolved: a person, an integration or nobody", () => {
    const agentOf = (file: string) =>
      payloadIn(readWebhook(readFixture(`webhooks/${file}`), null)).event.agent;
    expect(agentOf("incident.resolved.merged.json")?.type).toBe("user_reference");
    expect(agentOf("incident.resolved.by-integration.json")).toEqual({
      type: "inbound_integration_reference",
      summary: "Events API V2",
    });
    expect(agentOf("incident.resolved.agent-null.json")).toBeNull();
  });

  test("with nothing but its id and type is still read", () => {
    const webhook = read({ event: { id: "01A", event_type: "incident.resolved", data: { id: "PABC123" } } });
    expect(payloadIn(webhook)).toMatchObject({
      event: { id: "01A", type: "incident.resolved", occurred_at: null, agent: null },
      incident: { id: "PABC123", number: null, title: null, service: null, teams: [], merged_into: null },
    });
  });

  test.for([
    "01BRB6ZP4M6T8ZG4X6BP63ZB9O",
    "32743191412443541367815146404898342710",
    "5ac64822-4adc-4fda-ade0-410becf0de4f",
  ])("may have an event id of any form: %s", (id) => {
    expect(payloadIn(readWebhook(webhookOf({ event: { id } }), null)).event.id).toBe(id);
  });

  test.for([undefined, null, 17, "", "with space", "new\nline", "é", "a/b", "<x>", "`id`", "x".repeat(129)])(
    "with an unusable event id, %j, is named by its bytes, which are the same in every retry",
    (id) => {
      const named = (title: string) =>
        payloadIn(readWebhook(webhookOf({ event: { id }, data: { title } }), null)).event.id;
      expect(named("one")).toMatch(/^[0-9a-f]{64}$/);
      expect(named("one")).toBe(named("one"));
      expect(named("one")).not.toBe(named("two"));
    },
  );

  test("may begin with a byte order mark and hold bytes that are not UTF-8", () => {
    const bytes = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), webhookOf({ data: { title: "??" } })]);
    bytes[bytes.indexOf("??")] = 0xff;
    expect(payloadIn(readWebhook(bytes, null)).incident.title).toBe("\ufffd?");
  });
});

describe("an event about something of an incident", () => {
  const files = readdirSync(join(import.meta.dirname, "..", "fixtures", "webhooks")).filter((file) =>
    /^docs-data\.incident_/.test(file),
  );

  test.for(files)("%s names the incident by the id further down", (file) => {
    const data = JSON.parse(readFixture(`webhooks/${file}`).toString());
    const webhook = read({ event: { id: "01A", event_type: "incident.annotated", data } });
    const parent = data.incident ?? data.incident_role_assignments[0].incident;
    expect(payloadIn(webhook).incident.id).toBe(parent.id);
    expect(parent.id).not.toBe(data.id);
  });

  test("there are fixtures of all of PagerDuty's kinds", () => {
    expect(files.length).toBeGreaterThanOrEqual(8);
  });

  test("the incident itself keeps its own id", () => {
    const data = JSON.parse(readFixture("webhooks/docs-data.incident.json").toString());
    const webhook = read({ event: { id: "01A", event_type: "incident.triggered", data } });
    expect(payloadIn(webhook).incident).toMatchObject({ id: "PGR0VU2", type: "major", priority: "P1" });
  });

  test("an incident that points to another incident keeps its own id as well", () => {
    const bytes = webhookOf({ data: { incident: { id: "PANOTHER" } } });
    expect(payloadIn(readWebhook(bytes, null)).incident.id).toBe("Q1ORDERSPOOL01");
  });
});

describe("an event about something else", () => {
  test("is told apart, with its name", () => {
    expect(readWebhook(readFixture("webhooks/docs-service.updated.json"), null)).toEqual({
      kind: "other",
      event: { id: "01BRB6ZP4M6T8ZG4X6BP63ZB9O", type: "service.updated" },
    });
  });

  test.for(["docs-data.service.json", "docs-data.service_field_values.json"])("%s is one", (file) => {
    const data = JSON.parse(readFixture(`webhooks/${file}`).toString());
    const event = { id: "01A", event_type: "service.custom_field_values.updated", data };
    expect(read({ event }).kind).toBe("other");
  });

  test.for([{ id: "PABC123", type: "user_reference" }, null])(
    "a ping is a ping, whoever asked for it: %j",
    (agent) => {
      const event = {
        id: "01PING",
        event_type: "pagey.ping",
        resource_type: "pagey",
        occurred_at: "2026-02-10T15:18:02.120Z",
        agent,
        client: null,
        data: { message: "Hello from your friend Pagey!", type: "ping" },
      };
      expect(read({ event })).toEqual({ kind: "ping", event: { id: "01PING", type: "pagey.ping" } });
    },
  );
});

describe("a body that cannot be read", () => {
  test.for([
    ["nothing", "", "not-json"],
    ["a form", "payload=%7B%7D", "not-json"],
    ["JSON cut short", '{"event":{', "not-json"],
    ["null", "null", "no-event"],
    ["a string", '"event"', "no-event"],
    ["a list", "[]", "no-event"],
    ["an empty object", "{}", "no-event"],
    ["an event that is none", '{"event":"incident.resolved"}', "no-event"],
    ["an event without a type", '{"event":{"id":"01A"}}', "no-event"],
    ["a type that is no name", '{"event":{"event_type":"incident.resolved\\n"}}', "no-event"],
    ["a V2 body", '{"messages":[{"event":"incident.resolve","incident":{"id":"PABC123"}}]}', "v2"],
    ["a V2 body without messages", '{"messages":[]}', "v2"],
  ] as const)("is %s", ([, text, code]) => {
    const webhook = readWebhook(Buffer.from(text), null);
    expect(webhook).toMatchObject({ kind: "unreadable", code, event: null });
  });

  test.for([
    undefined,
    null,
    "PABC123",
    [],
    {},
    { id: "" },
    { id: 5 },
    { id: "../../x" },
    { id: "pabc123" },
    { type: "incident_note", id: "PNOTE01", incident: {} },
    { type: "incident_note", id: "PNOTE01", incident: { id: "note/../x" } },
  ])("is an event with no incident id in %j, and the event is named", (data) => {
    expect(read({ event: { id: "01A", event_type: "incident.resolved", data } })).toMatchObject({
      kind: "unreadable",
      code: "no-incident",
      event: { id: "01A", type: "incident.resolved" },
    });
  });
});

describe("whatever arrives", () => {
  test("any bytes are read into one of the kinds", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(readWebhook(bytes, null).kind).toBe("unreadable");
      }),
    );
  });

  test("any value in place of any field gives a payload that its reader accepts", () => {
    const json = fc.jsonValue({ maxDepth: 3 });
    const event = fc.dictionary(fc.constantFrom("id", "occurred_at", "agent", "client", "x"), json);
    const fields = [
      "number",
      "title",
      "status",
      "html_url",
      "self",
      "created_at",
      "reopened_at",
      "urgency",
      "priority",
      "service",
      "teams",
      "escalation_policy",
      "incident_type",
      "resolve_reason",
    ];
    const data = fc.dictionary(fc.constantFrom(...fields), json);
    fc.assert(
      fc.property(event, data, (event, data) => {
        const payload = payloadIn(readWebhook(webhookOf({ event, data }), null));
        expect(payload.incident.id).toBe("Q1ORDERSPOOL01");
        expect(dispatchPayloadSchema.parse(JSON.parse(JSON.stringify(payload)))).toEqual(payload);
      }),
      { numRuns: 500 },
    );
  });

  test("a body nested very deeply is read", () => {
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    const bytes = webhookOf({ data: { title: "DEEP" } });
    const nested = Buffer.from(bytes.toString().replace('"DEEP"', deep));
    expect(payloadIn(readWebhook(nested, null)).incident.title).toBeNull();
  });
});
