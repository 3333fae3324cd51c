import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { startPagerDuty } from "../../sandbox/pagerduty/server.ts";
import { apiUrlOf, createPagerDuty, type PagerDuty } from "../../src/pagerduty/client.ts";
import type { Limits } from "../../src/pagerduty/request.ts";
import { fakeClock } from "../builders.ts";

const documented = fixture("incident.get");
const TOKEN = "pd_token_0123456789";

function fixture(name: string) {
  return JSON.parse(readFileSync(new URL(`../fixtures/rest/${name}.json`, import.meta.url), "utf8"));
}

type Parts = Omit<Parameters<typeof startPagerDuty>[0]["incidents"][number], "incident">;

async function setUp(incident: object = documented.incident, parts: Parts = {}) {
  const server = await startPagerDuty({
    tokens: [
      { token: TOKEN, kind: "token", readOnly: true },
      { token: `${TOKEN}_oauth`, kind: "bearer" },
    ],
    incidents: [{ incident, ...parts }],
  });
  onTestFinished(() => server.close());
  const clock = fakeClock();
  const client = (auth: "token" | "bearer" = "token", token = TOKEN) =>
    createPagerDuty({ fetch, clock, apiUrl: server.url, auth, token });
  const limits = (changes: Partial<Limits> = {}): Limits => ({
    deadline: clock.now() + 60_000,
    calls: 250,
    ...changes,
  });
  return { server, client, clock, limits };
}

/** A client whose every answer is this body. */
function clientOf(body: string | ((url: URL) => string)): PagerDuty {
  return createPagerDuty({
    fetch: (url) => Promise.resolve(new Response(typeof body === "string" ? body : body(new URL(url)))),
    clock: fakeClock(),
    apiUrl: "https://api.pagerduty.com",
    auth: "token",
    token: TOKEN,
  });
}

const LIMITS = (): Limits => ({ deadline: Number.POSITIVE_INFINITY, calls: 250 });

test("reads PagerDuty's documented incident", async () => {
  const { client, server } = await setUp();
  expect(await client().getIncident("PT4KHLK")).toEqual({
    incident: {
      id: "PT4KHLK",
      number: 1234,
      title: "The server is on fire.",
      status: "acknowledged",
      url: "https://subdomain.pagerduty.com/incidents/PT4KHLK",
      created_at: "2015-10-06T21:30:42Z",
      reopened_at: null,
      urgency: "high",
      priority: "P2",
      service: {
        id: "PIJ90N7",
        name: "My Mail Service",
        url: "https://subdomain.pagerduty.com/service-directory/PIJ90N7",
      },
      teams: [{ id: "PQ9K7I8", name: "Engineering" }],
      escalation_policy: { id: "PT20YPA", name: "Another Escalation Policy" },
      type: "incident_default",
      merged_into: null,
      api_url: "https://api.pagerduty.com/incidents/PT4KHLK",
    },
    resolvedAt: null,
    resolvedBy: expect.objectContaining({ summary: "Earline Greenholt" }),
    responders: ["Lee Turner", "Earline Greenholt"],
    customFields: [{ name: "Runtime Environment", value: "production" }],
  });
  expect(server.requests[0]?.headers).toMatchObject({
    accept: "application/vnd.pagerduty+json;version=2",
    authorization: `Token token=${TOKEN}`,
  });
});

test("an OAuth token is sent as a bearer", async () => {
  const { client } = await setUp();
  expect((await client("bearer", `${TOKEN}_oauth`).getIncident("1234")).incident.id).toBe("PT4KHLK");
});

test("fields of an odd form count as absent", async () => {
  const { client } = await setUp({
    id: "PT4KHLK",
    resolved_at: 7,
    last_status_change_by: "me",
    teams: "all",
    incidents_responders: { user: "me" },
    responder_requests: [null, { responder_request_targets: [{ responder_request_target: null }] }],
    acknowledgements: [{ acknowledger: { summary: 5 } }, 3],
    assignments: null,
    custom_fields: [{ name: null, value: "x" }, { name: "empty", value: null }, "odd"],
  });
  expect(await client().getIncident("PT4KHLK")).toMatchObject({
    incident: { id: "PT4KHLK", title: null, teams: [] },
    resolvedAt: null,
    resolvedBy: null,
    responders: [],
    customFields: [],
  });
});

test("a read that took too long is asked again", async () => {
  const { client, server } = await setUp();
  server.fail({ do: "status", status: 408, body: { error: { message: "Timeout", code: 2016 } } });
  expect((await client().getIncident("PT4KHLK")).incident.id).toBe("PT4KHLK");
  expect(server.requests).toHaveLength(2);
});

test("those who were asked to help are read from PagerDuty's schema as from its example", async () => {
  const asked = (summary: string) => [{ state: "joined", user: { type: "user_reference", summary } }];
  const { client } = await setUp({
    ...documented.incident,
    incidents_responders: [],
    assignments: [],
    acknowledgements: [],
    responder_requests: [
      { responder_request_targets: [{ type: "user", incident_responders: asked("Ann") }] },
      { responder_request_targets: [{ responder_request_target: { incidents_responders: asked("Bob") } }] },
    ],
  });
  expect((await client().getIncident("PT4KHLK")).responders).toEqual(["Ann", "Bob"]);
});

test("those who declined or were called off are no responders", async () => {
  const person = (state: string | null, summary: string) => ({ state, user: { type: "user", summary } });
  const { client } = await setUp({
    id: "PT4KHLK",
    incidents_responders: [
      person("joined", "Ann"),
      person("declined", "Ben"),
      person("user_cancelled", "Cid"),
      person(null, "Dee"),
    ],
    acknowledgements: [{ acknowledger: { summary: "Ann" } }],
    assignments: [{ assignee: { summary: "Eve" } }],
  });
  expect((await client().getIncident("PT4KHLK")).responders).toEqual(["Ann", "Dee", "Eve"]);
});

test("custom fields are read whatever the type of their value", async () => {
  const value = (name: string, raw: unknown) => ({ name, display_name: null, value: raw });
  const { client, server } = await setUp({
    id: "PT4KHLK",
    custom_fields: [
      value("list", ["production", "staging"]),
      value("number", 7),
      value("flag", false),
      value("objects", [{ a: 1 }]),
      value("long", "x".repeat(20_000)),
      value("nothing", []),
    ],
  });
  expect((await client().getIncident("PT4KHLK")).customFields).toEqual([
    { name: "list", value: "production, staging" },
    { name: "number", value: "7" },
    { name: "flag", value: "false" },
    { name: "objects", value: '[{"a":1}]' },
    { name: "long", value: `${"x".repeat(9_999)}…` },
  ]);
  expect(server.requests[0]?.path).toContain("include[]=custom_fields");
});

test("a failing service is asked three times", async () => {
  const { client, server } = await setUp();
  server.fail({ do: "status", status: 502 });
  server.fail({ do: "reset" });
  expect((await client().getIncident("PT4KHLK")).incident.number).toBe(1234);
  server.fail({ do: "status", status: 500, times: 3 });
  await expect(client().getIncident("PT4KHLK")).rejects.toThrow(/it answered 500\. Run it again later\.$/);
});

test.for([
  [
    401,
    /it answered 401, You are not authorized to perform this action\. Check pagerduty-token, and pagerduty-auth: `bearer` for an OAuth token\. .*IP allow list.*\. http:\/\/127.* was asked; .*pagerduty-api-url\.$/,
  ],
  [
    404,
    /it answered 404, Not Found\. Check the incident\. http:\/\/127.* was asked; an account in the EU has https:\/\/api\.eu\.pagerduty\.com: set pagerduty-api-url\.$/,
  ],
] as const)("a %i is PagerDuty's own message and what to do", async ([status, message]) => {
  const { client } = await setUp();
  const call = status === 401 ? client("bearer").getIncident("PT4KHLK") : client().getIncident("PNOSUCH");
  await expect(call).rejects.toThrow(message);
  await expect(call).rejects.toThrow(/^Reading incident P\w+ from PagerDuty failed at http/);
});

test.for([
  [{ error: { message: "Access Denied", code: 2010 } }, "Access Denied"],
  [
    { error: { message: "Invalid Input", code: 2001, errors: ["Scope missing", "Ask again"] } },
    "Invalid Input: Scope missing: Ask again",
  ],
  [
    { error: { message: "Access Denied", code: 2018 } },
    "Access Denied (the token's role loses sight of an incident once it is resolved)",
  ],
] as const)("a 403 asks for read access: %j", async ([body, detail]) => {
  const { client, server } = await setUp();
  server.fail({ do: "status", status: 403, body });
  await expect(client().getIncident("PT4KHLK")).rejects.toThrow(
    `it answered 403, ${detail}. Give pagerduty-token read access to incidents`,
  );
});

test("the token is in no error, even where the service repeats it", async () => {
  const { client, server } = await setUp();
  server.fail({ do: "status", status: 403, body: { error: { message: `${TOKEN} may not` } }, times: 2 });
  await expect(client().getIncident("PT4KHLK")).rejects.toThrow("it answered 403, *** may not.");
  await expect(client().addNote("PT4KHLK", "x")).rejects.toThrow("it answered 403, *** may not.");
});

test("an answer without an incident's id is not taken for one", async () => {
  const client = clientOf(JSON.stringify({ incident: { id: "../etc" } }));
  await expect(client.getIncident("PT4KHLK")).rejects.toThrow(/an answer that could not be read/);
});

test.for([
  ["https://api.pagerduty.com/incidents/PT4KHLK", "https://api.pagerduty.com"],
  ["https://api.eu.pagerduty.com/incidents/PT4KHLK", "https://api.eu.pagerduty.com"],
  ["https://api.pagerduty.com.evil.example/incidents/PT4KHLK", null],
  ["https://api.pagerduty.com@evil.example/incidents/PT4KHLK", null],
  ["https://evil.example/https://api.pagerduty.com", null],
  ["https://api.pagerduty.com:8443/incidents/PT4KHLK", null],
  ["http://api.pagerduty.com/incidents/PT4KHLK", null],
  ["https://acme.pagerduty.com/incidents/PT4KHLK", null],
  ["not an address", null],
  [null, null],
] as const)("the incident's own address %s means the host %s", ([api_url, host]) => {
  expect(apiUrlOf({ api_url })).toBe(host);
});

describe("a limited rate", () => {
  const limited = { error: { message: "Rate Limit Exceeded", code: 2020 } };

  test("is waited out as PagerDuty says", async () => {
    const { client, server, clock } = await setUp();
    server.fail({ do: "status", status: 429, headers: { "ratelimit-reset": "20" }, body: limited });
    expect((await client().getIncident("1234")).incident.number).toBe(1234);
    expect(clock.slept).toEqual([20_000]);
  });

  test("is waited out with growing pauses where PagerDuty says nothing, beyond three tries", async () => {
    const { client, server, clock } = await setUp();
    server.fail({ do: "status", status: 429, times: 5 });
    expect((await client().getIncident("1234")).incident.number).toBe(1234);
    expect(clock.slept).toHaveLength(5);
    expect(clock.slept).toEqual(clock.slept.toSorted((a, b) => a - b));
  });

  test("is not waited for beyond the time that there is", async () => {
    const { client, server, clock } = await setUp();
    server.fail({ do: "status", status: 429, times: 9, headers: { "retry-after": "25" }, body: limited });
    await expect(client().getIncident("1234")).rejects.toThrow("it answered 429, Rate Limit Exceeded.");
    expect(clock.slept).toEqual([25_000, 25_000]);
    expect(server.requests).toHaveLength(3);
  });
});

describe("log entries", () => {
  const entry = (index: number, changes: object = {}) => ({
    id: `R${index}`,
    type: "notify_log_entry",
    created_at: new Date(Date.parse("2026-02-10T14:32:00Z") + index * 1_000).toISOString(),
    summary: "Notified",
    ...changes,
  });

  test("are read as documented, in UTC and with their channels", async () => {
    const { log_entries } = fixture("incident.log_entries");
    const { client, server, limits } = await setUp(documented.incident, { log_entries });
    expect(await client().listLogEntries("PT4KHLK", limits())).toEqual({
      items: [
        {
          id: "Q02JTSNZWHSEKV",
          type: "trigger",
          at: Date.parse("2015-11-07T00:14:20Z"),
          summary: "Triggered through the API",
          agent: { type: "service_reference", summary: "My Mail Service" },
          channel: { type: "api", summary: null, oldPriority: null, newPriority: null },
          message: null,
          assignees: [],
          asked: [],
          snoozedUntil: null,
          changeset: [],
        },
      ],
      missing: null,
      isWhole: true,
    });
    const { searchParams } = new URL(server.requests[0]?.path ?? "", server.url);
    expect(Object.fromEntries(searchParams)).toEqual({
      time_zone: "UTC",
      "include[]": "channels",
      limit: "100",
      offset: "0",
    });
  });

  test.for(["null", '"odd"'])("that are %s are missing, not an empty log", async (odd) => {
    const listing = await clientOf(`{"log_entries":${odd}}`).listLogEntries("PT4KHLK", LIMITS());
    expect(listing).toEqual({ items: [], missing: expect.stringContaining("no list"), isWhole: false });
  });

  test("keep what their kind alone has", async () => {
    const log_entries = [
      entry(1, { channel: { old_priority: { name: "P3" }, new_priority: { summary: "P1", name: "x" } } }),
      entry(2, { changed_actions: [{ type: "unacknowledge", at: "2026-02-10T20:00:00Z" }] }),
      entry(3, { changeset: ["Updated serial to 1"], message: "We are on it" }),
    ];
    const { client, limits } = await setUp(documented.incident, { log_entries });
    const { items } = await client().listLogEntries("PT4KHLK", limits());
    expect(items.toReversed()).toMatchObject([
      { channel: { oldPriority: "P3", newPriority: "P1" } },
      { snoozedUntil: Date.parse("2026-02-10T20:00:00Z") },
      { changeset: ["Updated serial to 1"], message: "We are on it" },
    ]);
  });

  test("are read from all pages", async () => {
    const log_entries = Array.from({ length: 230 }, (_, index) => entry(index));
    const { client, server, limits } = await setUp(documented.incident, { log_entries });
    const spent = limits();
    const listing = await client().listLogEntries("PT4KHLK", spent);
    expect(new Set(listing.items.map(({ id }) => id)).size).toBe(230);
    expect(listing.missing).toBeNull();
    expect(server.requests).toHaveLength(3);
    expect(spent.calls).toBe(247);
  });

  test("end at the ten thousand that PagerDuty hands out, with all important ones among them", async () => {
    const log_entries = Array.from({ length: 10_050 }, (_, index) =>
      entry(index, index < 2 ? { type: "acknowledge_log_entry" } : {}),
    );
    const { client, limits } = await setUp(documented.incident, { log_entries });
    const { items, missing, isWhole } = await client().listLogEntries("PT4KHLK", limits());
    expect(items).toHaveLength(10_000);
    expect(new Set(items.map(({ id }) => id)).size).toBe(10_000);
    expect(items.filter(({ type }) => type === "acknowledge").map(({ id }) => id)).toEqual(["R1", "R0"]);
    expect(missing).toBe("Log entries: only 10000 could be read, since PagerDuty hands out no more.");
    expect(isWhole).toBe(true);
  });

  test("are not whole where the overview fails as well", async () => {
    const log_entries = Array.from({ length: 150 }, (_, index) => entry(index));
    const { client, server, limits } = await setUp(documented.incident, { log_entries });
    server.fail({ do: "status", status: 403, path: /offset=100/, body: { error: { message: "No." } } });
    server.fail({ do: "status", status: 403, path: /is_overview=true/ });
    expect(await client().listLogEntries("PT4KHLK", limits())).toEqual({
      items: expect.objectContaining({ length: 100 }),
      missing:
        "Log entries: only 100 could be read, since PagerDuty answered 403, No; pagerduty-token may not read this, or an IP allow list shuts this machine out.",
      isWhole: false,
    });
  });

  test("of which none could be read are not asked for again", async () => {
    const { client, server, limits } = await setUp();
    server.fail({ do: "status", status: 404, body: { error: { message: "Not Found", code: 2100 } } });
    expect(await client().listLogEntries("PT4KHLK", limits())).toEqual({
      items: [],
      missing: "Log entries: PagerDuty answered 404, Not Found.",
      isWhole: false,
    });
    expect(server.requests).toHaveLength(1);
  });

  test("of another page that never ends are no endless loop", async () => {
    const page = JSON.stringify({ log_entries: [], more: true });
    const { missing } = await clientOf(page).listLogEntries("PT4KHLK", LIMITS());
    expect(missing).toBe("Log entries: PagerDuty hands out no more.");
  });
});

describe("lists", () => {
  test("notes, alerts, changes, past incidents and priorities are read as documented", async () => {
    const { client, server, limits } = await setUp(documented.incident, {
      notes: fixture("incident.notes.list").notes,
      alerts: fixture("incident.alerts").alerts,
      related_change_events: fixture("incident.related_change_events").change_events,
      past_incidents: fixture("incident.past_incidents").past_incidents,
    });
    const whole = { missing: null, isWhole: true };
    expect(await client().listNotes("PT4KHLK", limits())).toEqual({
      ...whole,
      items: [
        {
          id: "PWL7QXS",
          at: Date.parse("2013-03-06T20:28:51Z"),
          by: { type: "user_reference", summary: "Earline Greenholt" },
          text: "Firefighters are on the scene.",
        },
        {
          id: "PCQC25",
          at: Date.parse("2013-03-06T20:28:42Z"),
          by: { type: "bot_user_reference", summary: "A Global Event Rule" },
          text: "Initial alert information indicates a 1-alarm fire",
        },
      ],
    });
    expect(await client().listAlerts("PT4KHLK", limits())).toEqual({
      ...whole,
      items: [
        {
          at: Date.parse("2015-10-06T21:30:42Z"),
          summary: "The server is on fire.",
          severity: "critical",
          status: "resolved",
          source: "Email Integration",
          details: '{"customKey":"Server is on fire!","customKey2":"Other stuff!"}',
          links: [],
        },
      ],
    });
    const changes = await client().listRelatedChanges("PT4KHLK", limits());
    expect(changes).toMatchObject({ ...whole, items: [{ reason: "most_recent" }, {}] });
    expect(changes.items[1]).toEqual({
      at: Date.parse("2020-07-17T07:42:58Z"),
      summary: "Build Success - Increase snapshot create timeout to 15 seconds",
      source: "acme-build-pipeline-tool-default-i-9999",
      reason: "related_service",
      details: '{"build_state":"passed","build_number":"1","run_time":"1233s"}',
      links: [{ href: "https://acme.pagerduty.dev/build/1", text: "View more details in Acme!" }],
    });
    const past = await client().listPastIncidents("PT4KHLK", limits());
    expect(past).toMatchObject({ ...whole, items: [{}, {}, {}] });
    expect(past.items[0]).toEqual({
      id: "PFBE9I2",
      title: "Things are so broken!",
      at: Date.parse("2020-11-04T16:08:15Z"),
    });
    expect(await client().listPriorities(limits())).toEqual({
      ...whole,
      items: ["P1", "P2", "P3", "P4", "P5"],
    });
    expect(server.requests.every(({ status }) => status === 200)).toBe(true);
  });

  test.for([
    ["an object", { b: [1, null] }, '{"b":[1,null]}'],
    ["an array", ["a", 2], '["a",2]'],
    ["a text", "pool\nexhausted", "pool\nexhausted"],
    ["a number", 7, "7"],
    ["an empty text", "", null],
    ["nothing", null, null],
    ["a megabyte", "x".repeat(1_000_000), `${"x".repeat(9_999)}…`],
    ["a character cut in two", `${"x".repeat(9_998)}😀😀`, `${"x".repeat(9_998)}…`],
  ])("the details of an alert may be %s", async ([, raw, details]) => {
    const alert = { created_at: "2026-02-10T14:32:00Z", body: { details: raw } };
    const { client, limits } = await setUp(documented.incident, { alerts: [alert] });
    expect((await client().listAlerts("PT4KHLK", limits())).items[0]?.details).toBe(details);
  });

  test("details nested beyond reason are left out", async () => {
    const depth = 100_000;
    const details = `${"[".repeat(depth)}${"]".repeat(depth)}`;
    const body = `{"alerts":[{"summary":"deep","body":{"details":${details}}}]}`;
    const { items } = await clientOf(body).listAlerts("PT4KHLK", LIMITS());
    expect(items).toMatchObject([{ summary: "deep", details: null }]);
  });

  test("an alert's source is the one that its event names, and its links are those with an address", async () => {
    const body = {
      cef_details: { source_origin: "orders-db-1" },
      contexts: [{ type: "link", href: "https://grafana.example/d/1" }, { type: "image" }, null],
    };
    const alerts = [
      { body, integration: { summary: "Datadog" } },
      { body: null, integration: null },
    ];
    const { client, limits } = await setUp(documented.incident, { alerts });
    expect((await client().listAlerts("PT4KHLK", limits())).items).toMatchObject([
      { at: null, source: "orders-db-1", links: [{ href: "https://grafana.example/d/1", text: null }] },
      { summary: "", source: null, links: [] },
    ]);
  });

  test("a note of a megabyte is cut, and notes beyond a million characters are left out", async () => {
    const notes = Array.from({ length: 150 }, () => ({ content: "x".repeat(1_000_000) }));
    // This list has no pages, whatever it says.
    const body = JSON.stringify({ notes: notes.slice(0, 1), more: true });
    const one = await clientOf(body).listNotes("PT4KHLK", LIMITS());
    expect(one.items).toHaveLength(1);
    expect(one.items[0]?.text).toBe(`${"x".repeat(9_999)}…`);
    const many = JSON.stringify({ notes: notes.map(() => ({ content: "x".repeat(12_000) })) });
    const { items, missing, isWhole } = await clientOf(many).listNotes("PT4KHLK", LIMITS());
    expect(items).toHaveLength(99);
    expect(missing).toBe("Notes: only 99 could be read, since there are more than fit.");
    expect(isWhole).toBe(false);
  });

  test("an item without any field still counts, and one that is no object does not", async () => {
    const items = [{}, null, "text", 7, []];
    const keys = ["log_entries", "notes", "alerts", "change_events", "priorities"];
    const client = clientOf(JSON.stringify(Object.fromEntries(keys.map((key) => [key, items]))));
    const nothing = { at: null, summary: "", source: null, details: null, links: [] };
    expect((await client.listNotes("P1", LIMITS())).items).toEqual([
      { id: null, at: null, by: null, text: "" },
    ]);
    expect((await client.listAlerts("P1", LIMITS())).items).toEqual([
      { ...nothing, severity: null, status: null },
    ]);
    expect((await client.listRelatedChanges("P1", LIMITS())).items).toEqual([{ ...nothing, reason: null }]);
    expect((await client.listLogEntries("P1", LIMITS())).items).toMatchObject([{ type: "", at: null }]);
    expect((await client.listPriorities(LIMITS())).items).toEqual([""]);
  });

  test("no more than five past incidents are taken", async () => {
    const past = Array.from({ length: 6 }, (_, index) => ({ incident: { id: `P${index}` } }));
    const body = JSON.stringify({ past_incidents: past });
    expect((await clientOf(body).listPastIncidents("PT4KHLK", LIMITS())).items).toHaveLength(5);
  });

  test("a priority without a name keeps the place of those after it", async () => {
    const body = JSON.stringify({ priorities: [{ name: " ", summary: "P1" }, {}, { name: "P3" }] });
    expect((await clientOf(body).listPriorities(LIMITS())).items).toEqual(["P1", "", "P3"]);
  });

  test("a service that does not answer is a sentence after three tries", async () => {
    const { client, server, limits } = await setUp();
    server.fail({ do: "reset", times: 3 });
    const { missing } = await client().listAlerts("PT4KHLK", limits());
    expect(missing).toMatch(/^Alerts: no answer \(\w+\)\.$/);
    expect(server.requests).toHaveLength(3);
  });

  test("used-up calls and time are sentences, and nothing more is asked", async () => {
    const alerts = Array.from({ length: 300 }, () => ({ summary: "x" }));
    const { client, server, limits, clock } = await setUp(documented.incident, { alerts });
    expect((await client().listAlerts("PT4KHLK", limits({ calls: 2 }))).missing).toBe(
      "Alerts: only 200 could be read, since the number of calls to PagerDuty is used up.",
    );
    expect((await client().listAlerts("PT4KHLK", limits({ deadline: clock.now() }))).missing).toBe(
      "Alerts: the time for reading PagerDuty is used up.",
    );
    expect(server.requests).toHaveLength(2);
  });

  test("a bug is not taken for an answer", async () => {
    const { server } = await setUp();
    const clock = { now: () => Date.now(), sleep: () => Promise.reject(new TypeError("a bug")) };
    const client = createPagerDuty({ fetch, clock, apiUrl: server.url, auth: "token", token: TOKEN });
    server.fail({ do: "reset" });
    const limits = { deadline: Date.now() + 60_000, calls: 9 };
    await expect(client.listNotes("PT4KHLK", limits)).rejects.toThrow("a bug");
  });
});

test("no JSON makes a list or the incident fail with anything but PagerDuty's error", async () => {
  const keys = [
    ...["id", "type", "summary", "created_at", "agent", "channel", "body", "details", "contexts", "links"],
    ...["incident", "timestamp", "user", "content", "custom_details", "custom_fields", "value", "name"],
    ...["incidents_responders", "responder_requests", "changeset", "changed_actions", "at", "more"],
  ];
  const { any } = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom(null, "", "2026-02-10T14:32:00Z", "user_reference", "PT4KHLK", true, 0),
      fc.jsonValue({ maxDepth: 1 }),
      fc.array(tie("any"), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...keys), tie("any"), { maxKeys: 8 }),
    ),
  }));
  const lists = ["log_entries", "notes", "alerts", "change_events", "past_incidents", "priorities"];
  await fc.assert(
    fc.asyncProperty(fc.array(any, { maxLength: 4 }), any, async (items, incident) => {
      const answer = Object.fromEntries(lists.map((key) => [key, items]));
      const client = clientOf((url) => JSON.stringify({ ...answer, incident, more: url.search.length < 90 }));
      const limits = { ...LIMITS(), calls: 30 };
      const listings = await Promise.all([
        client.listLogEntries("PT4KHLK", limits),
        client.listNotes("PT4KHLK", limits),
        client.listAlerts("PT4KHLK", limits),
        client.listRelatedChanges("PT4KHLK", limits),
        client.listPastIncidents("PT4KHLK", limits),
        client.listPriorities(limits),
      ]);
      for (const { items: found } of listings) expect(found).toBeInstanceOf(Array);
      const error = await client.getIncident("PT4KHLK", limits).catch((thrown: unknown) => thrown);
      expect(error instanceof Error ? error.name : "RequestError").toBe("RequestError");
    }),
  );
});

describe("resolved incidents", () => {
  const RANGE = { since: Date.parse("2026-01-01T00:00:00Z"), until: Date.parse("2026-02-10T15:20:00Z") };
  const page = (count: number, more: boolean) =>
    JSON.stringify({
      incidents: Array.from({ length: count }, (_, index) => ({ id: `Q${index + 1000}` })),
      more,
    });

  test("are asked for by creation, the latest resolve first", async () => {
    const { client, server, limits } = await setUp({
      ...documented.incident,
      status: "resolved",
      created_at: "2026-02-10T14:32:00Z",
      resolved_at: "2026-02-10T15:18:00Z",
    });
    const found = await client().pageOfResolved({ ...RANGE, offset: 0 }, limits());
    expect(found).toEqual({
      incidents: [
        expect.objectContaining({
          incident: expect.objectContaining({ id: "PT4KHLK", status: "resolved" }),
          resolvedAt: "2026-02-10T15:18:00Z",
        }),
      ],
      next: null,
    });
    expect(Object.fromEntries(new URL(server.requests[0]?.path ?? "", "http://x").searchParams)).toEqual({
      "statuses[]": "resolved",
      since: "2026-01-01T00:00:00.000Z",
      until: "2026-02-10T15:20:00.000Z",
      time_zone: "UTC",
      sort_by: "resolved_at:desc",
      limit: "100",
      offset: "0",
    });
  });

  test.for([
    [0, false, null],
    [0, true, 100],
    [9_800, true, 9_900],
    [9_900, true, "beyond"],
    [9_900, false, null],
  ] as const)("at %i with more being %s go on at %s", async ([offset, more, next]) => {
    const found = await clientOf(page(2, more)).pageOfResolved({ ...RANGE, offset }, LIMITS());
    expect(found.next).toBe(next);
    expect(found.incidents).toHaveLength(2);
  });

  test("of an odd form are passed over, and a page of an odd form is refused", async () => {
    const odd = JSON.stringify({ incidents: [null, {}, { id: 7 }, { id: "Q1000" }], more: false });
    const { incidents } = await clientOf(odd).pageOfResolved({ ...RANGE, offset: 0 }, LIMITS());
    expect(incidents.map(({ incident }) => incident.id)).toEqual(["Q1000"]);
    const { client, server, limits } = await setUp();
    server.fail({ do: "html", times: 9 });
    await expect(client().pageOfResolved({ ...RANGE, offset: 0 }, limits())).rejects.toThrow(
      /^Reading resolved incidents from PagerDuty failed /,
    );
  });
});

describe("an incident's note", () => {
  const FROM = "oncall@acme.example";

  async function setUpNotes(token: object = {}) {
    const known = { incident: documented.incident, notes: [] as object[] };
    const server = await startPagerDuty({
      tokens: [{ token: TOKEN, kind: "token", ...token }],
      incidents: [known],
    });
    onTestFinished(() => server.close());
    const clientFrom = (from?: string) =>
      createPagerDuty({ fetch, clock: fakeClock(), apiUrl: server.url, auth: "token", token: TOKEN, from });
    return { server, clientFrom, textsOf: () => known.notes.map((note) => Reflect.get(note, "content")) };
  }

  test("is added in a person's name, and its words are changed in their place", async () => {
    const { server, clientFrom, textsOf } = await setUpNotes();
    const client = clientFrom(FROM);
    await client.addNote("PT4KHLK", "the session");
    const [note] = (await client.listNotes("PT4KHLK", LIMITS())).items;
    server.fail({ method: "PUT", do: "status", status: 503 });
    await client.changeNote("PT4KHLK", note?.id ?? "", "the session and the pull request");
    expect(textsOf()).toEqual(["the session and the pull request"]);
    const written = server.requests.filter(({ method }) => method !== "GET");
    expect(written.map(({ method, path }) => `${method} ${path}`)).toEqual([
      "POST /incidents/PT4KHLK/notes",
      `PUT /incidents/PT4KHLK/notes/${note?.id}`,
      `PUT /incidents/PT4KHLK/notes/${note?.id}`,
    ]);
    expect(written[0]?.headers).toMatchObject({ from: FROM, "content-type": "application/json" });
  });

  test("is added once, since a repeat could make a second", async () => {
    const { server, clientFrom, textsOf } = await setUpNotes();
    server.fail({ method: "POST", do: "reset", after: true });
    await expect(clientFrom(FROM).addNote("PT4KHLK", "once")).rejects.toMatchObject({ effect: "unknown" });
    expect(textsOf()).toEqual(["once"]);
  });

  test.for([
    [400, {}, undefined, "Set pagerduty-from to the address of a person of the account."],
    [403, { readOnly: true }, FROM, "Give pagerduty-token the right to write notes, or set notes: false."],
    [401, { token: "another" }, FROM, "Check pagerduty-token"],
  ] as const)(
    "that PagerDuty refuses with %i is told with what to do",
    async ([status, token, from, remedy]) => {
      const { clientFrom } = await setUpNotes(token);
      const failing = clientFrom(from).addNote("PT4KHLK", "words");
      await expect(failing).rejects.toThrow(
        new RegExp(`^Writing the incident's note failed at \\S+ it answered ${status}, .*${remedy}`),
      );
      await expect(failing).rejects.not.toThrow(TOKEN);
    },
  );
});
