import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DispatchPayload, dispatchPayloadSchema } from "../../src/incident/dispatch-payload.ts";
import { fitPayload, MAX_PAYLOAD_BYTES } from "../../src/incident/payload.ts";
import { payloadOf } from "../builders.ts";

const bytesOf = (payload: DispatchPayload) => Buffer.byteLength(JSON.stringify(payload));

describe("fitting a payload", () => {
  test("leaves an ordinary one as it is", () => {
    expect(fitPayload(payloadOf())).toEqual(payloadOf());
  });

  test("cuts a huge title and keeps the rest", () => {
    const fitted = fitPayload(payloadOf({ incident: { title: "x".repeat(100_000) } }));
    expect(fitted).toEqual(payloadOf({ incident: { title: `${"x".repeat(1_023)}…` } }));
  });

  test("cuts further only as far as it must", () => {
    const longestName = (character: string) => {
      const teams = Array.from({ length: 20 }, () => ({ id: "PTEAM01", name: character.repeat(2_000) }));
      const { incident } = fitPayload(payloadOf({ incident: { teams } }));
      expect(incident.title).toBe("Database Connection Pool Exhaustion");
      expect(incident.teams.every(({ name }) => name === incident.teams[0]?.name)).toBe(true);
      return incident.teams[0]?.name?.length;
    };
    expect(longestName("x")).toBe(256);
    expect(longestName("火")).toBe(100);
  });

  test("sends the first 20 of many teams, of which a rule sees each that PagerDuty's REST API tells", () => {
    const teams = Array.from({ length: 10_000 }, (_, index) => ({ id: `P${index}`, name: "team" }));
    const payload = payloadOf({ incident: { teams } });
    expect(payload.incident.teams).toEqual(teams);
    expect(fitPayload(payload).incident.teams).toEqual(teams.slice(0, 20));
  });

  test("never cuts through a character", () => {
    for (const before of ["", "x"]) {
      const title = `${before}${"🔥".repeat(5_000)}`;
      const { incident } = fitPayload(payloadOf({ incident: { title } }));
      expect(incident.title).toBe(`${before}${"🔥".repeat(511)}…`);
    }
  });

  test("replaces control characters and lone surrogates", () => {
    const { incident } = fitPayload(payloadOf({ incident: { title: "a\u0000\u001b\r\nb\u0085\ud800c" } }));
    expect(incident.title).toBe("a b \ufffdc");
  });

  test("drops a link that it would have to cut", () => {
    const url = `https://acme.pagerduty.com/${"a".repeat(1_500)}`;
    const api_url = `https://api.pagerduty.com/${"a".repeat(1_500)}`;
    const { incident } = fitPayload(
      payloadOf({ incident: { url, api_url, service: { id: "PORDSVC", name: "orders", url } } }),
    );
    expect(incident).toMatchObject({
      url: null,
      api_url: null,
      service: { id: "PORDSVC", name: "orders", url: null },
    });
  });

  test("keeps any payload within the bound, readable, and under its ids", () => {
    const unit = fc.constantFrom(
      "x",
      "é",
      "火",
      "🔥",
      "\u0000",
      "\u2028",
      '"',
      "\\",
      "\ud800",
      "\udc00",
      "\n",
    );
    const words = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.string({ unit, maxLength: 100, size: "max" }),
      unit.map((one) => one.repeat(3_000)),
    );
    const maybe = fc.option(words);
    const link = fc.oneof(
      fc.constantFrom(
        "https://acme.pagerduty.com/incidents/PABC123",
        `https://acme.pagerduty.com/${"火".repeat(2_000)}`,
      ),
      words,
    );
    const reference = fc.record({ id: maybe, name: maybe });
    const payload: fc.Arbitrary<DispatchPayload> = fc
      .record({
        version: fc.constant(1),
        delivery: fc.option(fc.oneof(fc.stringMatching(/^[\w-]{1,64}$/), fc.constant("d".repeat(64)))),
        event: fc.record({
          id: fc.stringMatching(/^[\w.-]{1,128}$/),
          type: fc.stringMatching(/^[\w.]{1,100}$/),
          occurred_at: maybe,
          agent: fc.option(fc.record({ type: maybe, summary: maybe })),
        }),
        incident: fc.record({
          id: fc.stringMatching(/^[PQR][A-Z0-9]{4,31}$/),
          number: fc.option(fc.nat()),
          title: maybe,
          status: maybe,
          url: link,
          created_at: maybe,
          reopened_at: maybe,
          urgency: maybe,
          priority: maybe,
          service: fc.option(fc.record({ id: maybe, name: maybe, url: link })),
          teams: fc.oneof(
            fc.array(reference, { maxLength: 25 }),
            reference.map((team) => Array(20).fill(team)),
          ),
          escalation_policy: fc.option(reference),
          type: maybe,
          merged_into: maybe,
          api_url: link,
        }),
      })
      .map((raw) => dispatchPayloadSchema.parse(raw));
    fc.assert(
      fc.property(payload, (payload) => {
        const fitted = fitPayload(payload);
        expect(bytesOf(fitted)).toBeLessThanOrEqual(MAX_PAYLOAD_BYTES);
        expect(dispatchPayloadSchema.parse(JSON.parse(JSON.stringify(fitted)))).toEqual(fitted);
        expect(fitted.event.id).toBe(payload.event.id);
        expect(fitted.event.type).toBe(payload.event.type);
        expect(fitted.incident.id).toBe(payload.incident.id);
        expect(fitted.delivery).toBe(payload.delivery);
      }),
      { numRuns: 30 },
    );
  });

  test("keeps the largest payload there can be within the bound", () => {
    const long = "火".repeat(5_000);
    const url = `https://acme.pagerduty.com/${"火".repeat(2_000)}`;
    const apiUrl = `https://api.pagerduty.com/${"火".repeat(2_000)}`;
    const payload = dispatchPayloadSchema.parse({
      version: 1,
      delivery: "d".repeat(64),
      event: { id: "x".repeat(128), type: "e".repeat(100), agent: { type: long, summary: long } },
      incident: {
        ...Object.fromEntries(
          ["title", "status", "urgency", "priority", "merged_into"].map((name) => [name, long]),
        ),
        type: "t".repeat(100),
        id: `P${"A".repeat(31)}`,
        number: Number.MAX_SAFE_INTEGER,
        service: { id: long, name: long, url },
        teams: Array(20).fill({ id: long, name: long }),
        escalation_policy: { id: long, name: long },
        url,
        api_url: apiUrl,
        created_at: "2026-02-10T15:18:02.1234567890123Z",
      },
    });
    const fitted = fitPayload(payload);
    expect(bytesOf(fitted)).toBeLessThanOrEqual(MAX_PAYLOAD_BYTES);
    expect(fitted.event).toMatchObject({ id: payload.event.id, type: payload.event.type });
    expect(fitted.delivery).toBe("d".repeat(64));
  });
});
