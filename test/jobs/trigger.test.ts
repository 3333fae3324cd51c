import { readFileSync } from "node:fs";
import { describe, expect, onTestFinished, test } from "vitest";
import { startPagerDuty } from "../../sandbox/pagerduty/server.ts";
import { parseIncidentReference } from "../../src/incident/reference.ts";
import { instantOf, triggerByHand, triggerMissed, triggerOf } from "../../src/jobs/trigger.ts";
import type { Fetch } from "../../src/lib/http.ts";
import { createPagerDuty } from "../../src/pagerduty/client.ts";
import { fakeClock, inputsOf, payloadOf } from "../builders.ts";

const documented = JSON.parse(
  readFileSync(new URL("../fixtures/rest/incident.get.json", import.meta.url), "utf8"),
);

const TOKEN = "pd_token_0123456789";
const noFetch: Fetch = (url) => Promise.reject(new Error(`Nothing may be asked, not ${url}`));
const resolved = {
  ...documented.incident,
  status: "resolved",
  resolved_at: "2015-10-06T22:00:00Z",
};

/** PagerDuty that answers for both of its hosts, which `asked` tells with their paths. */
async function setUp(incident: object = resolved, log_entries: object[] = []) {
  const server = await startPagerDuty({
    tokens: [{ token: TOKEN, kind: "token", readOnly: true }],
    incidents: [{ incident, log_entries }],
  });
  onTestFinished(() => server.close());
  const asked: string[] = [];
  const rerouted: Fetch = (url, init) => {
    asked.push(url);
    return fetch(url.replace(/^https:\/\/[^/]+/, server.url), init);
  };
  return { server, asked, fetch: rerouted };
}

function outsideOf(inputs: Record<string, string> = {}, fetch: Fetch = noFetch) {
  return { inputs: inputsOf(inputs), fetch, clock: fakeClock() };
}

describe("an event", () => {
  test("that resolves tells when and by whom", async () => {
    const payload = payloadOf();
    const trigger = await triggerOf(outsideOf(), payload);
    expect(trigger).toMatchObject({ eventId: payload.event.id, notReadyBecause: null, requestedBy: null });
    expect(trigger.record).toMatchObject({
      incident: payload.incident,
      resolvedAt: Date.parse("2026-02-10T15:18:02.120Z"),
      durationMinutes: 46,
      missing: [
        "Timeline, notes, alerts and changes: without pagerduty-token, the facts are those of the event alone.",
      ],
    });
  });

  test.for([
    ["resolved", false],
    ["acknowledged", true],
    ["triggered", true],
    [null, true],
  ] as const)("of a late priority is open unless the incident is resolved: %s", async ([status, isOpen]) => {
    const late = payloadOf({ event: { type: "incident.priority_updated" }, incident: { status } });
    const trigger = await triggerOf(outsideOf(), late);
    expect(trigger.notReadyBecause !== null).toBe(isOpen);
    expect(trigger.record.resolvedAt).toBeNull();
  });

  test("that resolves is not open, whatever the status says by now", async () => {
    const reopened = payloadOf({ incident: { status: "triggered" } });
    expect((await triggerOf(outsideOf(), reopened)).notReadyBecause).toBeNull();
  });
});

describe("an event, with a token", () => {
  const payload = payloadOf({ incident: { id: "PT4KHLK", title: "As it was then", merged_into: null } });

  test("has what PagerDuty knows by now, and what only the event knows", async () => {
    const { fetch, asked } = await setUp({ ...resolved, title: "As it is now" });
    const { record } = await triggerOf(outsideOf({ "pagerduty-token": TOKEN }, fetch), payload);
    expect(record).toMatchObject({
      incident: { id: "PT4KHLK", title: "As it is now" },
      resolvedAt: Date.parse("2015-10-06T22:00:00Z"),
      missing: [],
    });
    expect(new Set(asked.map((url) => new URL(url).pathname))).toEqual(
      new Set([
        "/incidents/PT4KHLK",
        "/incidents/PT4KHLK/log_entries",
        "/incidents/PT4KHLK/notes",
        "/incidents/PT4KHLK/alerts",
        "/incidents/PT4KHLK/related_change_events",
        "/incidents/PT4KHLK/past_incidents",
        "/priorities",
      ]),
    );
  });

  test.for([
    ["https://api.eu.pagerduty.com/incidents/PT4KHLK", "https://api.eu.pagerduty.com"],
    ["https://api.eu.pagerduty.com@evil.example/incidents/PT4KHLK", "https://api.pagerduty.com"],
    [null, "https://api.pagerduty.com"],
  ])("of the address %s is read at %s, and the token goes nowhere else", async ([api_url, host]) => {
    const { fetch, asked } = await setUp();
    const region = payloadOf({ incident: { id: "PT4KHLK", api_url } });
    await triggerOf(outsideOf({ "pagerduty-token": TOKEN }, fetch), region);
    expect(new Set(asked.map((url) => new URL(url).origin))).toEqual(new Set([host]));
  });

  test("is read at a given address before any region, by the way that is given", async () => {
    const { fetch, asked, server } = await setUp();
    const inputs = {
      "pagerduty-token": TOKEN,
      "pagerduty-auth": "bearer",
      "pagerduty-api-url": server.url,
    };
    const eu = payloadOf({
      incident: { id: "PT4KHLK", api_url: "https://api.eu.pagerduty.com/incidents/PT4KHLK" },
    });
    const { record } = await triggerOf(outsideOf(inputs, fetch), eu);
    expect(asked.every((url) => url.startsWith(server.url))).toBe(true);
    expect(server.requests[0]?.headers["authorization"]).toBe(`Bearer ${TOKEN}`);
    expect(record.missing).toEqual([expect.stringMatching(/PagerDuty answered 401/)]);
  });

  test.for([
    ["acknowledged", "resolved", false],
    ["resolved", "triggered", true],
  ] as const)("of a late priority goes by the status of now: %s, then %s", async ([then, now, isOpen]) => {
    const { fetch } = await setUp({ ...resolved, status: now });
    const late = payloadOf({
      event: { type: "incident.priority_updated" },
      incident: { id: "PT4KHLK", status: then },
    });
    const trigger = await triggerOf(outsideOf({ "pagerduty-token": TOKEN }, fetch), late);
    expect(trigger.notReadyBecause !== null).toBe(isOpen);
  });

  test("that PagerDuty does not know is the event alone, and says why", async () => {
    const { fetch } = await setUp({ ...resolved, id: "PSOMEOTHER", incident_number: 9 });
    const { record } = await triggerOf(outsideOf({ "pagerduty-token": TOKEN }, fetch), payload);
    expect(record).toMatchObject({ incident: payload.incident, durationMinutes: 46 });
    expect(record.missing).toContain("Incident: PagerDuty answered 404, Not Found.");
  });
});

describe("by hand", () => {
  function byHand(typed: string, inputs: Record<string, string>, fetch: Fetch) {
    const reference = parseIncidentReference(typed);
    if (reference === null) throw new Error(`${typed} is no reference`);
    return triggerByHand(outsideOf(inputs, fetch), { reference, runId: "4711", actor: "octocat" });
  }

  test.for([
    ["PT4KHLK", "https://api.pagerduty.com/incidents/PT4KHLK"],
    ["https://acme.pagerduty.com/incidents/PT4KHLK", "https://api.pagerduty.com/incidents/PT4KHLK"],
    ["https://acme.eu.pagerduty.com/incidents/PT4KHLK", "https://api.eu.pagerduty.com/incidents/PT4KHLK"],
    ["#1234", "https://api.pagerduty.com/incidents/1234"],
    ["1234", "https://api.pagerduty.com/incidents/1234"],
  ] as const)("%s is looked up at %s", async ([typed, address]) => {
    const { asked, fetch } = await setUp();
    const trigger = await byHand(typed, { "pagerduty-token": TOKEN }, fetch);
    expect(asked[0]).toBe(`${address}?include[]=custom_fields`);
    expect(asked).toContain(`${new URL(address).origin}/incidents/PT4KHLK/notes`);
    expect(trigger).toMatchObject({
      eventId: "manual-4711",
      notReadyBecause: null,
      requestedBy: "octocat",
      record: {
        incident: { id: "PT4KHLK", number: 1234, title: "The server is on fire." },
        durationMinutes: 29,
      },
    });
    expect(trigger.record.timeline).toEqual([
      { at: Date.parse("2015-10-06T21:30:42Z"), what: "PagerDuty incident triggered", by: null },
      { at: Date.parse("2015-10-06T22:00:00Z"), what: "Resolved", by: "Earline Greenholt" },
    ]);
  });

  test("a given API address wins over the region of the URL", async () => {
    const { asked, fetch, server } = await setUp();
    const inputs = { "pagerduty-token": TOKEN, "pagerduty-api-url": server.url };
    await byHand("https://acme.eu.pagerduty.com/incidents/PT4KHLK", inputs, fetch);
    expect(asked.length).toBeGreaterThan(1);
    expect(asked.every((url) => url.startsWith(`${server.url}/`))).toBe(true);
  });

  test.for(["PT4KHLK", "https://acme.eu.pagerduty.com/incidents/PT4KHLK"])(
    "without a token %s is known by its id alone, and nothing is asked",
    async (typed) => {
      const { record, requestedBy } = await byHand(typed, {}, noFetch);
      expect(requestedBy).toBe("octocat");
      expect(record).toMatchObject({
        incident: { id: "PT4KHLK", title: null, number: null, merged_into: null },
        createdAt: null,
        resolvedAt: null,
        durationMinutes: null,
        timeline: [],
        missing: [
          "Everything that PagerDuty knows: without pagerduty-token, only the id of this incident is known.",
        ],
      });
    },
  );

  test("without a token a number is refused with the two ways out", async () => {
    await expect(byHand("387", {}, noFetch)).rejects.toMatchObject({
      problems: [
        "incident is the number 387, which only PagerDuty can look up; set pagerduty-token, or give the incident's id or URL",
      ],
    });
  });

  test("an incident that is open is drafted as far as it goes", async () => {
    const { fetch } = await setUp(documented.incident);
    const { notReadyBecause, record } = await byHand("PT4KHLK", { "pagerduty-token": TOKEN }, fetch);
    expect(notReadyBecause).toBeNull();
    expect(record.resolvedAt).toBeNull();
    expect(record.timeline.map(({ what }) => what)).toEqual(["PagerDuty incident triggered"]);
  });
});

describe("the times of an trigger", () => {
  const HAPPENED = Date.parse("2026-02-10T15:18:02.120Z");

  test("are those of its event, whose facts reach as far as another event of the same resolve could", async () => {
    expect(await triggerOf(outsideOf(), payloadOf())).toMatchObject({
      occurredAt: HAPPENED,
      knownUntil: HAPPENED + 2_000,
    });
  });

  test("are those of its arrival where the event has none", async () => {
    const clock = fakeClock();
    const timeless = payloadOf({ event: { occurred_at: null } });
    expect(instantOf(clock, timeless)).toBe(clock.now());
    expect(await triggerOf(outsideOf(), timeless)).toMatchObject({
      occurredAt: clock.now(),
      knownUntil: clock.now(),
    });
  });

  test("in the future count as those of the arrival", async () => {
    const clock = fakeClock();
    const future = payloadOf({ event: { occurred_at: "9999-01-01T00:00:00Z" } });
    expect(instantOf(clock, future)).toBe(clock.now());
    expect(await triggerOf(outsideOf(), future)).toMatchObject({ occurredAt: clock.now() });
  });

  test("by hand are those of the asking, and unknown where only the id is", async () => {
    const asked = { reference: parseIncidentReference("PT4KHLK")!, runId: "4711", actor: "octocat" };
    const { fetch } = await setUp();
    const inputs = { "pagerduty-token": TOKEN };
    expect(await triggerByHand(outsideOf(inputs, fetch), asked)).toMatchObject({
      occurredAt: null,
      knownUntil: fakeClock().now(),
    });
    expect(await triggerByHand(outsideOf(), asked)).toMatchObject({ occurredAt: null, knownUntil: null });
  });
});

describe("an incident that was reopened since its resolve", () => {
  const log = (...entries: [type: string, at: string][]) =>
    entries.map(([type, at]) => ({ type: `${type}_log_entry`, created_at: at }));
  const REOPENED = log(
    ["trigger", "2015-10-06T21:30:42Z"],
    ["resolve", "2015-10-06T22:00:00Z"],
    ["trigger", "2015-10-06T22:30:00Z"],
  );
  const payload = (occurred_at: string | null) =>
    payloadOf({ event: { occurred_at }, incident: { id: "PT4KHLK" } });

  test("is open, by PagerDuty's log", async () => {
    const { fetch } = await setUp({ ...resolved, status: "triggered", resolved_at: null }, REOPENED);
    const outside = outsideOf({ "pagerduty-token": TOKEN }, fetch);
    expect((await triggerOf(outside, payload("2015-10-06T22:00:00Z"))).notReadyBecause).toBe(
      "it was reopened since; its next resolve decides",
    );
    expect((await triggerOf(outside, payload(null))).notReadyBecause).toBeNull();
  });
});

describe("a resolve that reached no session", () => {
  async function missed(incident: object = resolved, log: object[] = []) {
    const { fetch, server } = await setUp(incident, log);
    const clock = fakeClock();
    const pagerDuty = createPagerDuty({ fetch, clock, apiUrl: server.url, auth: "token", token: TOKEN });
    const found = await pagerDuty.getIncident("PT4KHLK");
    const at = Date.parse(found.resolvedAt ?? found.incident.created_at ?? "");
    const run = (latest = at) => triggerMissed({ pagerDuty, clock }, { ...found, at, latest });
    return { server, clock, run };
  }

  test("is known by PagerDuty alone, and found again by the words of any message about it", async () => {
    const { run } = await missed();
    expect(await run()).toMatchObject({
      eventId: "missed-2015-10-06T22:00:00Z",
      notReadyBecause: null,
      requestedBy: null,
      occurredAt: Date.parse("2015-10-06T22:00:00Z"),
      knownUntil: Date.parse("2015-10-06T22:00:02Z"),
      resolvedAt: Date.parse("2015-10-06T22:00:00Z"),
      record: { incident: { id: "PT4KHLK" }, resolvedAt: Date.parse("2015-10-06T22:00:00Z"), missing: [] },
    });
  });

  test("without a time is found again by its event", async () => {
    const { run } = await missed({ ...resolved, resolved_at: null });
    expect(await run()).toMatchObject({
      notReadyBecause: null,
      occurredAt: null,
      knownUntil: null,
      resolvedAt: null,
    });
  });

  test("goes up to the later news that another session of the incident has", async () => {
    const { run } = await missed();
    const latest = Date.parse("2015-10-06T23:00:00.500Z");
    expect(await run(latest)).toMatchObject({
      eventId: "missed-2015-10-06T23:00:00.500Z",
      occurredAt: latest,
      knownUntil: latest,
      resolvedAt: null,
    });
  });

  test("waits where the incident is open again, and where it is gone", async () => {
    const { server, run } = await missed();
    server.fail({ path: /PT4KHLK\?/, do: "status", status: 404 });
    expect((await run()).notReadyBecause).toBe("PagerDuty does not know it any longer");
    const open = await missed({ ...resolved, status: "acknowledged" });
    expect((await open.run()).notReadyBecause).toBe("it is not resolved yet but acknowledged");
  });
});
