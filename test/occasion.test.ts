import { readFileSync } from "node:fs";
import { describe, expect, onTestFinished, test } from "vitest";
import { startPagerDuty } from "../sandbox/pagerduty.ts";
import type { Fetch } from "../src/http.ts";
import { parseIncidentReference } from "../src/incident.ts";
import { occasionByHand, occasionOf } from "../src/occasion.ts";
import { fakeClock, inputsOf, payloadOf } from "./builders.ts";

const documented = JSON.parse(
  readFileSync(new URL("fixtures/rest/incident.get.json", import.meta.url), "utf8"),
);

describe("an event", () => {
  test("that resolves tells when and by whom", () => {
    const payload = payloadOf();
    const occasion = occasionOf(payload);
    expect(occasion).toMatchObject({ event: payload.event, isOpen: false, reason: null });
    expect(occasion.record).toMatchObject({
      incident: payload.incident,
      resolvedAt: Date.parse("2026-02-10T15:18:02.120Z"),
      durationMinutes: 46,
    });
  });

  test.for([
    ["resolved", false],
    ["acknowledged", true],
    ["triggered", true],
    [null, true],
  ] as const)("of a late priority is open unless the incident is resolved: %s", ([status, isOpen]) => {
    const occasion = occasionOf(
      payloadOf({ event: { type: "incident.priority_updated" }, incident: { status } }),
    );
    expect(occasion.isOpen).toBe(isOpen);
    expect(occasion.record.resolvedAt).toBeNull();
  });

  test("that resolves is not open, whatever the status says by now", () => {
    expect(occasionOf(payloadOf({ incident: { status: "triggered" } })).isOpen).toBe(false);
  });
});

describe("by hand", () => {
  const TOKEN = "pd_token_0123456789";
  const resolved = {
    ...documented.incident,
    status: "resolved",
    resolved_at: "2015-10-06T22:00:00Z",
  };

  async function setUp(incident: object = resolved) {
    const server = await startPagerDuty({
      tokens: [{ token: TOKEN, kind: "token", readOnly: true }],
      incidents: [{ incident }],
    });
    onTestFinished(() => server.close());
    const asked: string[] = [];
    const rerouted: Fetch = (url, init) => {
      asked.push(url);
      return fetch(url.replace(/^https:\/\/[^/]+/, server.url), init);
    };
    return { server, asked, fetch: rerouted };
  }

  function byHand(typed: string, inputs: Record<string, string>, fetch: Fetch) {
    const reference = parseIncidentReference(typed);
    if (reference === null) throw new Error(`${typed} is no reference`);
    return occasionByHand({
      inputs: inputsOf(inputs),
      reference,
      runId: "4711",
      actor: "octocat",
      fetch,
      clock: fakeClock(),
    });
  }

  const noFetch: Fetch = (url) => Promise.reject(new Error(`Nothing may be asked, not ${url}`));

  test.for([
    ["PT4KHLK", "https://api.pagerduty.com/incidents/PT4KHLK"],
    ["https://acme.pagerduty.com/incidents/PT4KHLK", "https://api.pagerduty.com/incidents/PT4KHLK"],
    ["https://acme.eu.pagerduty.com/incidents/PT4KHLK", "https://api.eu.pagerduty.com/incidents/PT4KHLK"],
    ["#1234", "https://api.pagerduty.com/incidents/1234"],
    ["1234", "https://api.pagerduty.com/incidents/1234"],
  ] as const)("%s is looked up at %s", async ([typed, address]) => {
    const { asked, fetch } = await setUp();
    const occasion = await byHand(typed, { "pagerduty-token": TOKEN }, fetch);
    expect(asked).toEqual([address]);
    expect(occasion).toMatchObject({
      event: { id: "manual-4711", type: "by hand" },
      isOpen: false,
      reason: "octocat asked for it by hand",
      record: {
        incident: { id: "PT4KHLK", number: 1234, title: "The server is on fire." },
        durationMinutes: 29,
      },
    });
    expect(occasion.record.timeline).toEqual([
      { at: Date.parse("2015-10-06T21:30:42Z"), what: "PagerDuty incident triggered", by: null },
      { at: Date.parse("2015-10-06T22:00:00Z"), what: "Resolved", by: "Earline Greenholt" },
    ]);
  });

  test("a given API address wins over the region of the URL", async () => {
    const { asked, fetch, server } = await setUp();
    const inputs = { "pagerduty-token": TOKEN, "pagerduty-api-url": server.url };
    await byHand("https://acme.eu.pagerduty.com/incidents/PT4KHLK", inputs, fetch);
    expect(asked).toEqual([`${server.url}/incidents/PT4KHLK`]);
  });

  test.for(["PT4KHLK", "https://acme.eu.pagerduty.com/incidents/PT4KHLK"])(
    "without a token %s is known by its id alone, and nothing is asked",
    async (typed) => {
      const { record, reason } = await byHand(typed, {}, noFetch);
      expect(reason).toBe("octocat asked for it by hand");
      expect(record).toMatchObject({
        incident: { id: "PT4KHLK", title: null, number: null, merged_into: null },
        createdAt: null,
        resolvedAt: null,
        durationMinutes: null,
        timeline: [],
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
    const { isOpen, record } = await byHand("PT4KHLK", { "pagerduty-token": TOKEN }, fetch);
    expect(isOpen).toBe(false);
    expect(record.resolvedAt).toBeNull();
    expect(record.timeline.map(({ what }) => what)).toEqual(["PagerDuty incident triggered"]);
  });

  test("an incident that was merged names the other", async () => {
    const { fetch } = await setUp({
      ...resolved,
      resolve_reason: {
        type: "merge_resolve_reason",
        incident: { id: "Q2OTHER", type: "incident_reference" },
      },
    });
    const { record } = await byHand("PT4KHLK", { "pagerduty-token": TOKEN }, fetch);
    expect(record.incident.merged_into).toBe("Q2OTHER");
  });

  test.for([
    [401, "You are not authorized to perform this action", "Check pagerduty-token"],
    [403, "Access Denied", "Give pagerduty-token read access to incidents."],
    [404, "Not Found", "Check the incident, and pagerduty-api-url"],
  ] as const)("a %i is told with what to do", async ([status, message, remedy]) => {
    const { fetch, server } = await setUp();
    if (status === 403) server.fail({ do: "status", status, body: { error: { message, code: 2010 } } });
    const token = status === 401 ? "pd_wrong_token" : TOKEN;
    const failing = byHand(status === 404 ? "PNOSUCH" : "PT4KHLK", { "pagerduty-token": token }, fetch);
    await expect(failing).rejects.toThrow(`it answered ${status}, ${message}. ${remedy}`);
    await expect(failing).rejects.not.toThrow(token);
  });
});
