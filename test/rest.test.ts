import { readFileSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { startPagerDuty } from "../sandbox/pagerduty.ts";
import { startService } from "../sandbox/service.ts";
import { createPagerDuty } from "../src/rest.ts";
import { fakeClock } from "./builders.ts";

const documented = JSON.parse(
  readFileSync(new URL("fixtures/rest/incident.get.json", import.meta.url), "utf8"),
);
const TOKEN = "pd_token_0123456789";

async function setUp(incident: object = documented.incident) {
  const server = await startPagerDuty({
    tokens: [
      { token: TOKEN, kind: "token", readOnly: true },
      { token: `${TOKEN}_oauth`, kind: "bearer" },
    ],
    incidents: [{ incident }],
  });
  onTestFinished(() => server.close());
  const client = (auth: "token" | "bearer" = "token", token = TOKEN) =>
    createPagerDuty({ fetch, clock: fakeClock(), apiUrl: server.url, auth, token });
  return { server, client };
}

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

test("tells when a resolved incident was resolved", async () => {
  const { client } = await setUp({ ...documented.incident, resolved_at: "2015-10-06T22:00:00Z" });
  expect((await client().getIncident("PT4KHLK")).resolvedAt).toBe("2015-10-06T22:00:00Z");
});

test("fields of an odd form count as absent", async () => {
  const { client } = await setUp({
    id: "PT4KHLK",
    resolved_at: 7,
    last_status_change_by: "me",
    teams: "all",
  });
  expect(await client().getIncident("PT4KHLK")).toMatchObject({
    incident: { id: "PT4KHLK", title: null, teams: [] },
    resolvedAt: null,
    resolvedBy: null,
  });
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
    /it answered 401, You are not authorized to perform this action\. Check pagerduty-token, and pagerduty-auth: `bearer` for an OAuth token\.$/,
  ],
  [
    404,
    /it answered 404, Not Found\. Check the incident, and pagerduty-api-url: an account in the EU has https:\/\/api\.eu\.pagerduty\.com\.$/,
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
  [{ reason: "none" }, '{"reason":"none"}'],
] as const)("a 403 asks for read access: %j", async ([body, detail]) => {
  const { client, server } = await setUp();
  server.fail({ do: "status", status: 403, body });
  await expect(client().getIncident("PT4KHLK")).rejects.toThrow(
    `it answered 403, ${detail}. Give pagerduty-token read access to incidents.`,
  );
});

test("the token is in no error, even when the service repeats it", async () => {
  const { client, server } = await setUp();
  server.fail({ do: "status", status: 403, body: { error: { message: `${TOKEN} may not` } } });
  await expect(client().getIncident("PT4KHLK")).rejects.toThrow("it answered 403, *** may not.");
});

test("an answer without an incident's id is not taken for one", async () => {
  const service = await startService(() => ({ status: 200, body: { incident: { id: "../etc" } } }));
  onTestFinished(() => service.close());
  const client = createPagerDuty({
    fetch,
    clock: fakeClock(),
    apiUrl: service.url,
    auth: "token",
    token: TOKEN,
  });
  await expect(client.getIncident("PT4KHLK")).rejects.toThrow(/an answer that could not be read/);
});
