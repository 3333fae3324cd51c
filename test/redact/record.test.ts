import { describe, expect, test } from "vitest";
import { redactRecord } from "../../src/redact/record.ts";
import { incidentRecord } from "../builders.ts";
import { fill, randomOf } from "./made.ts";

const GITHUB = fill("ghp_{alnum:36}", randomOf(3));

describe("a record", () => {
  const secret = GITHUB;
  const bare = incidentRecord({
    incident: {
      title: `Pool gone ${secret}`,
      service: {
        id: "PORDSVC",
        name: "orders jordan@acme.example",
        url: "https://acme.pagerduty.com/services/PORDSVC",
      },
    },
  });
  const record = {
    ...bare,
    responders: ["Jordan Lee", "sam@acme.example"],
    resolvedBy: { kind: "user" as const, name: "Jordan Lee" },
    timeline: [{ at: 1, what: `Note: ${secret}`, by: "Jordan Lee" }],
    notes: [{ at: 2, by: "jordan@acme.example", text: "call +1-415-555-0132" }],
    alerts: [
      {
        at: 3,
        summary: "5xx",
        severity: "critical",
        status: "resolved",
        source: null,
        details: `{"password":"hunter2"}`,
        links: [
          { href: "https://dash.example/d/1?from=1", text: "Dashboard" },
          { href: `https://dash.example/d/1?token=${secret}`, text: `key ${secret}` },
          { href: `https://dash.example/${secret}/1`, text: "Secret path" },
        ],
      },
    ],
    changes: [
      {
        at: 4,
        summary: "orders-service v2.41.0",
        source: "ci",
        when: "before" as const,
        reason: "most_recent",
        links: [{ href: "https://x:pa55word@ci.example/1", text: null }],
        details: null,
      },
    ],
    pastIncidents: [{ id: "Q1OLDER", title: secret, at: null }],
    customFields: [
      { name: "Customer API key (prod)", value: "a1b2c3" },
      { name: "DB password", value: "oncall" },
      { name: "Token", value: "none" },
      { name: "environment", value: "production" },
    ],
    missing: [`Alerts: PagerDuty answered 402, ${secret}.`],
  };

  test("loses what is secret in each place, and keeps what PagerDuty gives out", async () => {
    const redacted = await redactRecord(record);
    expect(JSON.stringify(redacted)).not.toMatch(/ghp_|@acme|555|hunter2|pa55word|a1b2c3/);
    expect(redacted).toEqual({
      ...record,
      incident: {
        ...record.incident,
        title: "Pool gone [redacted: GitHub token]",
        service: { ...record.incident.service, name: "orders [redacted: e-mail address]" },
      },
      responders: ["Jordan Lee", "[redacted: e-mail address]"],
      timeline: [{ at: 1, what: "Note: [redacted: GitHub token]", by: "Jordan Lee" }],
      notes: [{ at: 2, by: "[redacted: e-mail address]", text: "call [redacted: phone number]" }],
      alerts: [
        {
          ...record.alerts[0],
          details: '{"password":"[redacted: password or secret]"}',
          links: [
            { href: "https://dash.example/d/1?from=1", text: "Dashboard" },
            { href: "https://dash.example/d/1", text: "key [redacted: GitHub token]" },
          ],
        },
      ],
      changes: [{ ...record.changes[0], links: [] }],
      pastIncidents: [{ id: "Q1OLDER", title: "[redacted: GitHub token]", at: null }],
      customFields: [
        { name: "Customer API key (prod)", value: "[redacted: password or secret]" },
        { name: "DB password", value: "[redacted: password or secret]" },
        { name: "Token", value: "none" },
        { name: "environment", value: "production" },
      ],
      missing: ["Alerts: PagerDuty answered 402, [redacted: GitHub token]."],
    });
  });

  test("keeps what the team allows", async () => {
    const customFields = [{ name: "DB password", value: "oncall" }];
    const redacted = await redactRecord(
      { ...bare, customFields },
      { allow: ["OnCall", "jordan@acme.example", secret] },
    );
    expect(redacted).toEqual({ ...bare, customFields });
  });

  test("has letters in place of names where the configuration says so", async () => {
    const named = incidentRecord();
    expect((await redactRecord(named, { people: "letters" })).people).toEqual(["Responder A"]);
    expect((await redactRecord(named, { people: "names" })).people).toEqual(["Jordan Lee"]);
  });

  test("has JSON where it had JSON", async () => {
    const details =
      '{"db":{"password":{"value":"x9"},"port":5432},"to":"sam@acme.example","card":4111111111111111}';
    const [alert] = record.alerts;
    const redacted = await redactRecord({ ...bare, alerts: alert ? [{ ...alert, details }] : [] });
    expect(JSON.parse(redacted.alerts[0]?.details ?? "")).toEqual({
      db: { password: { value: "[redacted: password or secret]" }, port: 5432 },
      to: "[redacted: e-mail address]",
      card: "[redacted: card number]",
    });
  });

  test("is the same when there is nothing to replace", async () => {
    const plain = incidentRecord();
    expect(await redactRecord(plain)).toEqual(plain);
  });

  test("of 10,000 rows is done in seconds", { timeout: 30_000 }, async () => {
    const timeline = Array.from({ length: 10_000 }, (_, at) => ({ at, what: `Row ${at}`, by: "Jordan Lee" }));
    const began = performance.now();
    expect((await redactRecord({ ...bare, timeline })).timeline).toEqual(timeline);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
