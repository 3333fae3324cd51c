import { createServer, type IncomingHttpHeaders } from "node:http";
import { buffer } from "node:stream/consumers";
import { afterEach, describe, expect, test } from "vitest";
import { deliver } from "../../../sandbox/pagerduty/deliver.ts";
import { startPagerDuty } from "../../../sandbox/pagerduty/server.ts";

type Options = Parameters<typeof startPagerDuty>[0];

const NOW = Date.parse("2026-11-23T12:00:00Z");
const closers: Array<() => Promise<unknown>> = [];

afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

function incident(number: number, changes: object = {}) {
  return {
    id: `Q${number}`,
    incident_number: number,
    title: `Incident ${number}`,
    created_at: "2026-11-20T10:00:00Z",
    resolved_at: "2026-11-20T11:00:00Z",
    status: "resolved",
    urgency: "high",
    service: { id: "PSVC1" },
    teams: [{ id: "PTEAM1" }],
    ...changes,
  };
}

async function start(incidents: Options["incidents"] = [], account: Partial<Options> = {}) {
  const tokens: Options["tokens"] = [
    { token: "key", kind: "token" },
    { token: "readonly", kind: "token", readOnly: true },
    { token: "pdus+_oauth", kind: "bearer" },
  ];
  const pagerduty = await startPagerDuty({ tokens, incidents, now: () => NOW, ...account });
  closers.push(pagerduty.close);
  async function get(path: string, headers: Record<string, string> = {}) {
    const response = await fetch(pagerduty.url + path, {
      headers: {
        authorization: "Token token=key",
        accept: "application/vnd.pagerduty+json;version=2",
        ...headers,
      },
    });
    return { status: response.status, body: JSON.parse(await response.text()) };
  }
  type Headers = Record<string, string>;
  async function write(method: string, path: string, body: unknown, headers: Headers = {}) {
    const response = await fetch(pagerduty.url + path, {
      method,
      headers: { authorization: "Token token=key", "content-type": "application/json", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
    return { status: response.status, body: JSON.parse(await response.text()) };
  }
  const post = (path: string, body: unknown, headers?: Headers) => write("POST", path, body, headers);
  const put = (path: string, body: unknown, headers?: Headers) => write("PUT", path, body, headers);
  const ids = async (query: string) => {
    const { body } = await get(`/incidents?${query}`);
    return body.incidents.map(({ id }: { id: string }) => id);
  };
  return { pagerduty, get, post, put, ids };
}

describe("credentials and versions", () => {
  test.for(["", "Token token=wrong", "Bearer key", "Token token=pdus+_oauth", "key"])(
    "refuses the authorization %j with 401",
    async (authorization) => {
      const { get } = await start();
      expect(await get("/priorities", { authorization })).toEqual({
        status: 401,
        body: { error: { message: expect.any(String), code: 2006, errors: [] } },
      });
    },
  );

  test("takes an API key and an OAuth token, each in its own form", async () => {
    const { get } = await start();
    expect((await get("/priorities")).status).toBe(200);
    expect((await get("/priorities", { authorization: "Bearer pdus+_oauth" })).status).toBe(200);
  });

  test("refuses another API version, and takes none for the present one", async () => {
    const { get } = await start();
    expect((await get("/priorities", { accept: "application/vnd.pagerduty+json;version=3" })).status).toBe(
      406,
    );
    expect((await get("/priorities", { accept: "application/json" })).status).toBe(200);
  });

  test("can limit the rate as PagerDuty does", async () => {
    const { pagerduty, get } = await start();
    const body = { error: { message: "Rate Limit Exceeded", code: 2020 } };
    pagerduty.fail({ do: "status", status: 429, headers: { "ratelimit-reset": "20" }, body });
    expect(await get("/priorities")).toEqual({ status: 429, body });
  });
});

describe("the list of incidents", () => {
  test("defaults to the last month, oldest first, twenty-five to a page", async () => {
    const records = Array.from({ length: 30 }, (_, index) => ({ incident: incident(index + 1) }));
    const old = { incident: incident(99, { created_at: "2026-10-23T11:59:59Z" }) };
    const { get } = await start([old, ...records]);
    const { body } = await get("/incidents");
    expect(body.incidents).toHaveLength(25);
    expect(body.incidents[0].id).toBe("Q1");
    expect(body).toMatchObject({ limit: 25, offset: 0, more: true, total: null });
    const rest = (await get("/incidents?offset=25")).body;
    expect(rest.incidents).toHaveLength(5);
    expect(rest).toMatchObject({ more: false, total: null });
  });

  test("filters by the time of creation, whatever the resolve time", async () => {
    const { ids } = await start([
      { incident: incident(1, { created_at: "2026-11-01T00:00:00Z", resolved_at: "2026-11-05T00:00:00Z" }) },
      { incident: incident(2, { created_at: "2026-11-05T00:00:00Z" }) },
      { incident: incident(3, { created_at: "2020-01-01T00:00:00Z" }) },
    ]);
    expect(await ids("since=2026-11-01T00:00:00Z&until=2026-11-05T00:00:00Z")).toEqual(["Q1"]);
    expect(await ids("since=2026-11-01T01:00:00%2B01:00&until=2026-11-06")).toEqual(["Q1", "Q2"]);
  });

  test("filters by status, and sorts by a time in either direction", async () => {
    const { ids } = await start([
      { incident: incident(1, { resolved_at: "2026-11-21T00:00:00Z" }) },
      { incident: incident(2, { resolved_at: "2026-11-23T00:00:00Z" }) },
      { incident: incident(3, { resolved_at: null, status: "triggered" }) },
    ]);
    expect(await ids("statuses[]=resolved&sort_by=resolved_at:desc")).toEqual(["Q2", "Q1"]);
    expect(await ids("sort_by=resolved_at")).toEqual(["Q3", "Q1", "Q2"]);
  });

  test.for<[string, string]>([
    ["a window over six months", "since=2026-01-01T00:00:00Z&until=2026-07-01T00:00:01Z"],
    ["a window that ends before it begins", "since=2026-07-02&until=2026-07-01"],
    ["a date that is none", "since=yesterday"],
    ["an unknown status", "statuses[]=closed"],
    ["an unknown field to sort by", "sort_by=title"],
    ["an unknown direction", "sort_by=created_at:up"],
    ["more than a hundred to a page", "limit=101"],
    ["none to a page", "limit=0"],
    ["a negative offset", "offset=-1"],
    ["a limit that is no number", "limit=many"],
  ])("refuses %s with 400", async ([, query]) => {
    const { get } = await start();
    expect(await get(`/incidents?${query}`)).toEqual({
      status: 400,
      body: { error: { message: "Invalid Input Provided", code: 2001, errors: [expect.any(String)] } },
    });
  });

  test.for([
    "/incidents/Q1?include[]=notes",
    "/incidents/Q1/log_entries?include[]=channel",
    "/incidents/Q1/log_entries?is_overview=yes",
    "/incidents/Q1/alerts?statuses[]=acknowledged",
  ])("refuses a value that %s has no use for", async (path) => {
    const { get } = await start([{ incident: incident(1) }]);
    expect((await get(path)).status).toBe(400);
    expect((await get(path.split("?", 1)[0]!)).status).toBe(200);
  });

  test("takes a window of exactly six months", async () => {
    const { get } = await start();
    const query = "since=2026-01-01T00:00:00Z&until=2026-07-01T00:00:00Z&limit=100";
    expect((await get(`/incidents?${query}`)).status).toBe(200);
  });

  test("ends at the ten-thousandth, however many there are", async () => {
    const { get } = await start();
    expect((await get("/incidents?offset=9900&limit=100")).status).toBe(200);
    expect(await get("/incidents?offset=9901&limit=100")).toMatchObject({
      status: 400,
      body: { error: { code: 2002, errors: [expect.stringContaining("10000")] } },
    });
  });

  test("shows incidents that were added while the service runs", async () => {
    const incidents: Options["incidents"] = [];
    const { ids } = await start(incidents);
    incidents.push({ incident: incident(1) });
    expect(await ids("")).toEqual(["Q1"]);
  });
});

describe("one incident", () => {
  const record = {
    incident: incident(387),
    log_entries: [
      { id: "R1", created_at: "2026-11-20T10:00:00Z" },
      { id: "R2", created_at: "2026-11-20T10:05:00Z" },
    ],
    notes: [{ id: "N1", content: "Looking." }],
    alerts: [{ id: "A1" }, { id: "A2" }],
    related_change_events: [{ id: "C1" }, { id: "C2" }],
    past_incidents: Array.from({ length: 6 }, (_, score) => ({ score })),
  };

  test("is found by id and by number, and is otherwise 404 with code 2100", async () => {
    const { get } = await start([record]);
    expect((await get("/incidents/Q387")).body).toEqual({ incident: record.incident });
    expect((await get("/incidents/387")).body).toEqual({ incident: record.incident });
    for (const path of ["/incidents/Q1", "/incidents/Q1/notes", "/incidents/Q387/nonsense", "/nonsense"]) {
      expect(await get(path)).toMatchObject({
        status: 404,
        body: { error: { message: "Not Found", code: 2100 } },
      });
    }
  });

  test("shows its log entries newest first, by pages", async () => {
    const { get } = await start([record]);
    const first = (await get("/incidents/Q387/log_entries?limit=1")).body;
    expect([first.log_entries[0].id, first.more]).toEqual(["R2", true]);
    const second = (await get("/incidents/Q387/log_entries?limit=1&offset=1")).body;
    expect([second.log_entries[0].id, second.more]).toEqual(["R1", false]);
  });

  const logged = {
    incident: incident(1),
    log_entries: [
      {
        id: "R1",
        type: "trigger_log_entry",
        created_at: "2026-11-20T10:00:00Z",
        channel: { type: "auto", summary: "Pool" },
      },
      { id: "R2", type: "notify_log_entry", created_at: "2026-07-20T10:00:00.500Z", channel: null },
      { id: "R3", type: "resolve_log_entry", created_at: null },
    ],
  };

  test.for([
    ["the account's zone, wherever that is", "", "02:00:00-08:00", "03:00:00-07:00"],
    ["UTC", "?time_zone=UTC", "10:00:00Z", "10:00:00Z"],
    ["a zone ahead by half an hour", "?time_zone=Asia/Kolkata", "15:30:00+05:30", "15:30:00+05:30"],
  ])("renders the times of log entries in %s", async ([, query, winter, summer]) => {
    const { get } = await start([logged]);
    const { body } = await get(`/incidents/Q1/log_entries${query}`);
    expect(body.log_entries.map((entry: { created_at: string }) => entry.created_at)).toEqual([
      `2026-11-20T${winter}`,
      `2026-07-20T${summer}`,
      null,
    ]);
  });

  test("can have an account in another time zone, and knows no zone that is none", async () => {
    const { get } = await start([logged], { timeZone: "Etc/GMT-2" });
    expect((await get("/incidents/Q1/log_entries")).body.log_entries[0].created_at).toBe(
      "2026-11-20T12:00:00+02:00",
    );
    expect((await get("/incidents/Q1/log_entries?time_zone=Mars/Olympus")).status).toBe(400);
  });

  test("shows a log entry's channel when asked to include it, else only its type", async () => {
    const { get } = await start([logged]);
    const channels = async (query: string) => {
      const { body } = await get(`/incidents/Q1/log_entries${query}`);
      return body.log_entries.map(({ channel }: { channel: unknown }) => channel);
    };
    expect(await channels("?include[]=teams&include[]=channels")).toEqual([
      { type: "auto", summary: "Pool" },
      null,
      undefined,
    ]);
    expect(await channels("?include[]=teams")).toEqual([{ type: "auto" }, {}, {}]);
  });

  test("shows only important log entries in the overview", async () => {
    const { get } = await start([logged]);
    const { body } = await get("/incidents/Q1/log_entries?is_overview=true");
    expect(body.log_entries.map(({ id }: { id: string }) => id)).toEqual(["R1", "R3"]);
  });

  test("shows alerts by pages, and notes, changes and the past as the API words them", async () => {
    const { get } = await start([record]);
    expect((await get("/incidents/Q387/alerts?limit=1")).body).toMatchObject({
      alerts: [{ id: "A1" }],
      more: true,
    });
    expect((await get("/incidents/387/notes")).body).toEqual({ notes: record.notes });
    const changes = (await get("/incidents/Q387/related_change_events")).body;
    expect(changes).toMatchObject({ change_events: record.related_change_events, more: false, limit: null });
    expect((await get("/incidents/Q387/past_incidents")).body.past_incidents).toHaveLength(5);
    for (const path of ["alerts?limit=101", "log_entries?limit=101"]) {
      expect((await get(`/incidents/Q387/${path}`)).status).toBe(400);
    }
  });

  test("that has nothing more to tell shows empty lists", async () => {
    const { get } = await start([{ incident: incident(1) }]);
    const lists: unknown[] = [];
    for (const part of ["log_entries", "notes", "alerts", "related_change_events", "past_incidents"]) {
      const { body } = await get(`/incidents/Q1/${part}`);
      lists.push(body[part === "related_change_events" ? "change_events" : part]);
    }
    expect(lists).toEqual([[], [], [], [], []]);
  });

  test("the priorities come from most to least severe", async () => {
    const { get } = await start();
    const { body } = await get("/priorities");
    expect(body.priorities.map(({ name }: { name: string }) => name)).toEqual(["P1", "P2", "P3", "P4", "P5"]);
    expect(body).toMatchObject({ limit: 25, offset: 0, more: false });
    const other = await start([], { priorities: ["SEV-1", "SEV-2"] });
    expect((await other.get("/priorities")).body.priorities).toEqual([
      expect.objectContaining({ id: "PRIOR01", name: "SEV-1", summary: "SEV-1" }),
      expect.objectContaining({ id: "PRIOR02", name: "SEV-2" }),
    ]);
  });
});

describe("writing a note", () => {
  test("may put other words into one that is there", async () => {
    const { get, put } = await start([{ incident: incident(1), notes: [{ id: "N1", content: "old" }] }]);
    const from = { from: "sre@example.com" };
    const words = { note: { content: "new" } };
    expect((await put("/incidents/Q1/notes/N1", words, from)).status).toBe(200);
    expect((await get("/incidents/Q1/notes")).body.notes).toMatchObject([{ id: "N1", content: "new" }]);
    expect((await put("/incidents/Q1/notes/N2", words, from)).status).toBe(404);
    expect((await put("/incidents/Q1/alerts/N1", words, from)).status).toBe(404);
    expect((await get("/incidents/Q1/notes/N1")).status).toBe(404);
  });

  const path = "/incidents/Q1/notes";
  const note = { note: { content: "Postmortem: https://example.com" } };
  const from = { from: "sre@example.com" };

  test("adds it to the incident", async () => {
    const { get, post } = await start([{ incident: incident(1), notes: [{ id: "N1" }] }]);
    const written = await post(path, note, from);
    expect(written).toMatchObject({
      status: 200,
      body: {
        note: { content: note.note.content, created_at: "2026-11-23T12:00:00Z", channel: expect.anything() },
      },
    });
    expect((await get(path)).body.notes).toEqual([{ id: "N1" }, written.body.note]);
  });

  test("with an API key needs a From header, with an OAuth token it does not", async () => {
    const { post } = await start([{ incident: incident(1) }]);
    expect(await post(path, note)).toMatchObject({ status: 400, body: { error: { code: 2016 } } });
    expect(await post(path, note, { from: "nobody" })).toMatchObject({
      status: 400,
      body: { error: { code: 1008 } },
    });
    expect((await post(path, note, { authorization: "Bearer pdus+_oauth" })).status).toBe(200);
  });

  test("is refused to a read-only key, without content, and on no incident", async () => {
    const { get, post } = await start([{ incident: incident(1) }]);
    const readOnly = { ...from, authorization: "Token token=readonly" };
    expect(await post(path, note, readOnly)).toMatchObject({ status: 403, body: { error: { code: 2010 } } });
    for (const body of [{}, { note: {} }, { note: { content: "" } }, "{"]) {
      expect((await post(path, body, from)).status).toBe(400);
    }
    expect((await post("/incidents/Q2/notes", note, from)).status).toBe(404);
    expect((await post("/incidents", note, from)).status).toBe(404);
    expect((await get(path, readOnly)).body).toEqual({ notes: [] });
  });
});

describe("webhooks", () => {
  // The key, data and digest of https://datatracker.ietf.org/doc/html/rfc4231#section-4.3
  const body = Buffer.from("what do ya want for nothing?");
  const digest = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

  async function listen() {
    const received: Array<{ headers: IncomingHttpHeaders; body: Buffer }> = [];
    const server = createServer(async (request, response) => {
      received.push({ headers: request.headers, body: await buffer(request) });
      response.writeHead(302, { location: "/elsewhere" }).end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    closers.push(() => new Promise((resolve) => server.close(resolve)));
    const address = server.address();
    const port = typeof address === "object" ? address?.port : 0;
    return { url: `http://127.0.0.1:${port}/api/pagerduty`, received };
  }

  test("arrive with PagerDuty's headers, the custom ones and the exact bytes, and follow no redirect", async () => {
    const { url, received } = await listen();
    const headers = { "X-Webhook-Secret": "s3cret" };
    const response = await deliver({ url, body, secrets: ["Jefe"], headers, deliveryId: "d-1" });
    expect(response.status).toBe(302);
    expect(received).toHaveLength(1);
    expect(received[0]?.body.equals(body)).toBe(true);
    expect(received[0]?.headers).toMatchObject({
      accept: "application/json",
      "content-type": "application/json",
      "content-length": String(body.length),
      "user-agent": "PagerDuty-Webhook/V3.0",
      "x-webhook-id": "d-1",
      "x-webhook-subscription": expect.stringMatching(/^P/),
      "x-pagerduty-signature": `v1=${digest}`,
      "x-webhook-secret": "s3cret",
    });
  });

  test("carry no signature where there is no secret", async () => {
    const { url, received } = await listen();
    await deliver({ url, body, deliveryId: "d-1" });
    expect(received[0]?.headers).not.toHaveProperty("x-pagerduty-signature");
  });
});
