import { describe, expect, onTestFinished, test } from "vitest";
import { startService } from "../../sandbox/service.ts";
import { createDevin } from "../../src/devin/client.ts";
import { RequestError } from "../../src/lib/errors.ts";
import { outcomeJsonSchema } from "../../src/prompt/prompt.ts";
import {
  DEVIN_KEY,
  DEVIN_PERMISSIONS,
  devinClient,
  devinSandbox,
  fakeClock,
  sessionRequest,
} from "../builders.ts";

const TAG = "incident:Q1ORDERSPOOL01";
const BARE_ID = /^[0-9a-f]{32}$/;

async function setUp(options: Parameters<typeof devinSandbox>[0] = {}) {
  const server = await devinSandbox(options);
  const clock = fakeClock();
  return { server, clock, devin: devinClient(server.url, { clock }) };
}

function withoutOrganization(apiUrl: string) {
  return createDevin({ fetch, clock: fakeClock(), apiUrl, apiKey: DEVIN_KEY, orgId: null, hidden: [] });
}

async function refusal(call: Promise<unknown>): Promise<RequestError> {
  const error = await call.catch((reason: unknown) => reason);
  if (error instanceof RequestError) return error;
  throw new Error(`No RequestError but ${String(error)}`);
}

describe("the organization", () => {
  test("is asked of the key once, however many calls need it", async () => {
    const { server } = await setUp();
    const devin = withoutOrganization(server.url);
    await Promise.all([devin.listSessions(TAG), devin.createSession(sessionRequest())]);
    await devin.listSessions(TAG);
    const paths = server.requests.map(({ path }) => path);
    expect(paths.filter((path) => path === "/v3/self")).toHaveLength(1);
    expect(paths.slice(1).every((path) => path.startsWith("/v3/organizations/org-1/sessions"))).toBe(true);
  });

  test("is not asked for when it is given", async () => {
    const { server, devin } = await setUp();
    await devin.listSessions(TAG);
    expect(new Set(server.requests.map(({ path }) => path.split("?", 1)[0]))).toEqual(
      new Set(["/v3/organizations/org-1/sessions"]),
    );
    expect(server.requests[0]?.headers).toMatchObject({ authorization: `Bearer ${DEVIN_KEY}` });
  });

  test("of a key that belongs to none has to be named, in one sentence", async () => {
    const { server } = await setUp({
      apiKeys: [{ key: DEVIN_KEY, orgId: null, permissions: DEVIN_PERMISSIONS }],
    });
    await expect(withoutOrganization(server.url).listSessions(TAG)).rejects.toMatchObject({
      problems: [
        "devin-org-id is missing; devin-api-key belongs to no single organization, so set it to the id (org-…) that Devin shows in its settings",
      ],
    });
  });

  test.for<[string, unknown[], string | RegExp]>([
    ["the only one of an enterprise is used", [{ org_id: "org-9", name: "Acme" }], "org-9"],
    [
      "several are named, so that one can be chosen",
      [{ org_id: "org-8", name: "Acme" }, { org_id: "org-9" }],
      /devin-org-id is missing.*: org-8 \(Acme\), org-9$/,
    ],
    ["none has to be named", [], /devin-org-id is missing.*in its settings$/],
  ])("of an enterprise's key: %s", async ([, items, expected]) => {
    const service = await startService(({ url }) => ({
      status: 200,
      body:
        url.pathname === "/v3/self"
          ? { org_id: null }
          : url.pathname.endsWith("/sessions")
            ? { items: [] }
            : { items },
    }));
    onTestFinished(() => service.close());
    const listed = withoutOrganization(service.url).listSessions(TAG);
    if (typeof expected !== "string") {
      await expect(listed).rejects.toMatchObject({ problems: [expect.stringMatching(expected)] });
      return;
    }
    await listed;
    expect(service.requests.at(-1)?.path).toContain(`/v3/organizations/${expected}/sessions`);
  });

  test("of an enterprise whose list does not come is no reason to ask for a setting", async () => {
    const service = await startService(({ url }) =>
      url.pathname === "/v3/self" ? { status: 200, body: {} } : { status: 503, body: {} },
    );
    onTestFinished(() => service.close());
    const error = await refusal(withoutOrganization(service.url).listSessions(TAG));
    expect(error.status).toBe(503);
  });
});

describe("starting a session", () => {
  test.for(["refused", "dropped"] as const)("with tags that are %s stops the run", async (others) => {
    const isAllowed = (tag: string) => !tag.startsWith("incident:");
    const { server, devin } = await setUp({ allowedTags: { isAllowed, others }, answersProblems: true });
    await expect(devin.createSession(sessionRequest())).rejects.toThrow(/Ask the administrator/);
    await expect(devin.createSession(sessionRequest())).rejects.toThrow(/Ask the administrator/);
    expect(server.sessions().map(({ state }) => state["is_archived"])).toEqual(
      others === "refused" ? [] : [true],
    );
  });

  test("with tags that are refused in other words stops it too", async () => {
    const { server, devin } = await setUp();
    server.fail({
      method: "POST",
      do: "status",
      status: 403,
      body: { detail: "Session tags are restricted" },
    });
    for (const _ of [1, 2])
      await expect(devin.createSession(sessionRequest())).rejects.toThrow(/Ask the administrator/);
    expect(server.sessions()).toEqual([]);
  });

  test("takes it that an answer without tags has them", async () => {
    const { server, devin } = await setUp();
    const { id, tags } = await devin.createSession(sessionRequest());
    server.fail({ path: /tags$/, do: "status", status: 200, body: {} });
    await devin.addTags(id, tags, ["nudged"]);
  });

  test.for(["refused", "dropped"] as const)(
    "goes on where later tags are %s, and that is told",
    async (others) => {
      const isAllowed = (tag: string) => tag !== "deferred";
      const { server, devin } = await setUp({ allowedTags: { isAllowed, others } });
      const { id, tags } = await devin.createSession(sessionRequest());
      await devin.addTags(id, tags, ["nudged"]);
      await expect(devin.addTags(id, tags, ["deferred"])).rejects.toThrow(/Tagging .* Ask the administrator/);
      expect(server.sessions()[0]?.state.tags).toEqual([TAG, "nudged"]);
    },
  );

  test("with dropped tags is named where it cannot be archived", async () => {
    const { server, devin } = await setUp({ allowedTags: { isAllowed: () => false, others: "dropped" } });
    server.fail({ method: "DELETE", do: "status", status: 503, times: 3 });
    await expect(devin.createSession(sessionRequest())).rejects.toThrow(/: archive it in Devin\./);
  });

  test("is looked at again where the answer has fewer tags than the session", async () => {
    const { server } = await setUp();
    const devin = devinClient(server.url, {
      fetch: async (url, init) => {
        const response = await fetch(url, init);
        return init.method === "POST"
          ? Response.json({ ...((await response.json()) as object), tags: [] })
          : response;
      },
    });
    expect((await devin.createSession(sessionRequest())).tags).toEqual([TAG]);
  });

  test("what is not wished for is not sent", async () => {
    const { server, devin } = await setUp({ strict: true });
    await devin.createSession(sessionRequest());
    expect(JSON.parse(Buffer.from(server.requests[0]!.body).toString())).toEqual({
      prompt: "Draft the postmortem.",
      title: "Postmortem: Database Connection Pool Exhaustion (#387)",
      tags: [TAG],
      repos: ["acme/docs"],
      structured_output_schema: { type: "object" },
    });
  });

  test("all options are sent by Devin's names, an empty list too, since it means none", async () => {
    const { server, devin } = await setUp({
      strict: true,
      apiKeys: [
        {
          key: DEVIN_KEY,
          orgId: "org-1",
          permissions: [...DEVIN_PERMISSIONS, "ImpersonateOrgSessions", "UseDevinExpert"],
        },
      ],
    });
    await devin.createSession(
      sessionRequest({
        structuredOutputSchema: outcomeJsonSchema(),
        options: {
          playbook_id: "playbook-1",
          knowledge_ids: [],
          secret_ids: ["secret-1"],
          devin_mode: "fast",
          max_acu_limit: 15,
          bypass_approval: true,
          create_as_user_id: "user-1",
        },
      }),
    );
    expect(JSON.parse(Buffer.from(server.requests[0]!.body).toString())).toMatchObject({
      playbook_id: "playbook-1",
      knowledge_ids: [],
      secret_ids: ["secret-1"],
      devin_mode: "fast",
      max_acu_limit: 15,
      bypass_approval: true,
      create_as_user_id: "user-1",
      structured_output_schema: {
        $schema: "http://json-schema.org/draft-07/schema#",
        type: "object",
        additionalProperties: false,
        required: ["outcome", "pull_request", "file", "root_cause_status", "evidence_used", "not_checked"],
      },
    });
  });

  test.for([true, false])(
    "ids come with their prefix whether Devin sends it or not (bare: %s)",
    async (bareIds) => {
      const { server, devin } = await setUp({ bareIds });
      const created = await devin.createSession(sessionRequest());
      const [stored] = server.sessions();
      expect(stored?.bareId).toMatch(BARE_ID);
      expect(created.id).toBe(`devin-${stored?.bareId}`);
      expect((await devin.getSession(created.id)).id).toBe(created.id);
      expect((await devin.getSession(stored?.bareId ?? "")).id).toBe(created.id);
      await devin.sendMessage(stored?.bareId ?? "", "news");
      expect(stored?.messages.map(({ message }) => message)).toEqual(["news"]);
    },
  );

  test.for([
    ["status", { do: "status", status: 503 }],
    ["reset", { do: "reset" }],
    ["truncate", { do: "truncate", after: true }],
  ] as const)(
    "is tried once, since only the caller can tell whether a repeat is safe: %s",
    async ([, fault]) => {
      const { server, devin } = await setUp();
      server.fail({ method: "POST", ...fault });
      expect((await refusal(devin.createSession(sessionRequest()))).effect).toBe("unknown");
      expect(server.requests).toHaveLength(1);
    },
  );
});

describe("uploading a file", () => {
  const permissions = [...DEVIN_PERMISSIONS, "UseDevinSessions"];

  test("gives the address that a session is started with", async () => {
    const { server, devin } = await setUp({
      strict: true,
      apiKeys: [{ key: DEVIN_KEY, orgId: "org-1", permissions }],
    });
    const text = '{"notes":["Überlast – 100 %"]}';
    const url = await devin.uploadAttachment("evidence.json", text);
    expect(server.attachments()).toMatchObject([{ name: "evidence.json", url, text }]);
    await devin.createSession(sessionRequest({ attachmentUrls: [url] }));
    expect(server.sessions()[0]?.request.attachment_urls).toEqual([url]);
    expect(server.requests[0]?.path).toBe("/v3/organizations/org-1/attachments");
  });

  test("is repeated after a failure, and a file more does no harm", async () => {
    const { server, devin } = await setUp({ apiKeys: [{ key: DEVIN_KEY, orgId: "org-1", permissions }] });
    server.fail({ do: "status", status: 502 });
    server.fail({ do: "reset", after: true });
    const url = await devin.uploadAttachment("evidence.json", "{}");
    expect(server.attachments().at(-1)?.url).toBe(url);
    expect(server.requests).toHaveLength(3);
  });

  test("needs a permission of its own, which is named", async () => {
    const { devin } = await setUp();
    expect((await refusal(devin.uploadAttachment("evidence.json", "{}"))).message).toMatch(
      /^Uploading the evidence failed at .*\/attachments: it answered 403, Missing permission: UseDevinSessions\. Give the key's service user a role with UseDevinSessions\./,
    );
  });

  test("does not take what is no address for one", async () => {
    const service = await startService(() => ({ status: 200, body: { url: "attachment-1" } }));
    onTestFinished(() => service.close());
    const error = await refusal(devinClient(service.url).uploadAttachment("evidence.json", "{}"));
    expect(error.detail).toBe("an answer that could not be read");
  });
});

describe("listing by tag", () => {
  test("asks for exactly one tag, follows the pages, looks among archived ones too, and puts the oldest first", async () => {
    const first = await setUp();
    for (const tags of [["incident:Q2OTHER"], [TAG]])
      await first.devin.createSession(sessionRequest({ tags }));
    const [other, own] = first.server.sessions();
    const many = Array.from({ length: 401 }, (_, index) => {
      const bareId = String(index).padStart(32, "0");
      const state = { ...own!.state, session_id: bareId, created_at: own!.state.created_at + index };
      return { ...own!, id: `devin-${bareId}`, bareId, state };
    });
    const { server, devin } = await setUp({ existing: [other!, ...many] });
    const found = await devin.listSessions(TAG);
    expect(found.map(({ id }) => id)).toEqual(many.map(({ id }) => id));
    const queries = server.requests.map(({ path }) => new URL(path, server.url).searchParams);
    expect(queries.map((query) => query.get("is_archived")).sort()).toEqual(
      [null, null, null, "true"].sort(),
    );
    for (const query of queries) expect(query.getAll("tags")).toEqual([TAG]);
  });

  test("sees what was archived, which Devin's list may hide", async () => {
    const { server, devin } = await setUp({ hidesArchived: true });
    const { id } = await devin.createSession(sessionRequest());
    await devin.archiveSession(id);
    expect(await devin.listSessions(TAG)).toMatchObject([{ id, isArchived: true }]);
    expect(await devin.listSessions(TAG, { updatedSince: 1 })).toHaveLength(1);
    expect(server.requests.at(-1)?.path).toContain("&updated_after=1&");
  });

  test("checks the tag again, since Devin's filter is not documented as strict", async () => {
    const { devin } = await setUp({ ignoreTagFilter: true });
    await devin.createSession(sessionRequest({ tags: ["incident:Q1ORDERSPOOL012"] }));
    const { id } = await devin.createSession(sessionRequest());
    expect((await devin.listSessions(TAG)).map((session) => session.id)).toEqual([id]);
  });

  test.for([
    ["never ends", { has_next_page: true, end_cursor: "again" }, /not whole, it went on after 50 pages/],
    [
      "promises a page without saying where",
      { has_next_page: true, end_cursor: null },
      /not whole, it promised a further page/,
    ],
  ] as const)(
    "fails where a list %s, since a session may be on the part that is not seen",
    async ([, more, what]) => {
      const service = await startService(() => ({ status: 200, body: { items: [], ...more } }));
      onTestFinished(() => service.close());
      const error = await refusal(devinClient(service.url).listSessions(TAG));
      expect(error.message).toMatch(what);
      expect(error).toMatchObject({ status: null, effect: "none", retryAfterMs: null });
    },
  );

  test("is content with a list that says nothing of pages", async () => {
    const service = await startService(() => ({ status: 200, body: { items: [] } }));
    onTestFinished(() => service.close());
    expect(await devinClient(service.url).listSessions(TAG)).toEqual([]);
  });

  test("passes over what is odd in it, and reads its own sessions loosely", async () => {
    const items = [
      null,
      "x",
      { session_id: 5, tags: ["incident:Q2OTHER"], created_at: {} },
      { session_id: "a/../b", tags: null },
      { session_id: "later", tags: [TAG, 7], created_at: "1770736702", status: null, pull_requests: "none" },
      { session_id: "first", tags: [TAG], created_at: "2026-02-10T15:18:21Z" },
    ];
    const service = await startService(() => ({ status: 200, body: { items } }));
    onTestFinished(() => service.close());
    expect(await devinClient(service.url).listSessions(TAG)).toMatchObject([
      { id: "devin-first", status: "" },
      { id: "devin-later", status: "", pullRequests: [] },
    ]);
  });

  test("fails for one of the incident's own that cannot be named, rather than start a second", async () => {
    const items = [{ session_id: "x/../..", tags: [TAG] }];
    const service = await startService(() => ({ status: 200, body: { items } }));
    onTestFinished(() => service.close());
    const error = await refusal(devinClient(service.url).listSessions(TAG));
    expect(error.message).toMatch(
      /it answered 200, an answer that could not be read\. Run this again later\.$/,
    );
  });
});

describe("acting on a session", () => {
  test("its messages are searched to the last page", async () => {
    const { devin, server } = await setUp();
    const { id } = await devin.createSession(sessionRequest());
    for (let sent = 0; sent < 250; sent += 1) {
      const message = {
        event_id: `event-${sent}`,
        source: "user" as const,
        message: `message ${sent}.`,
        created_at: 0,
      };
      server.sessions()[0]?.messages.push(message);
    }
    expect(await devin.listMessages(id)).toHaveLength(250);
  });

  test("only what the session was told counts, not what Devin wrote", async () => {
    const { server, devin } = await setUp({
      onMessage: (session) => session.say("It was resolved at noon."),
    });
    const { id } = await devin.createSession(sessionRequest());
    await devin.sendMessage(id, "news");
    expect(server.sessions()[0]?.messages).toHaveLength(2);
    expect(await devin.listMessages(id)).toEqual(["news"]);
  });

  test("sessions may be asked for from a time on", async () => {
    const { server, devin } = await setUp();
    for (let created = 0; created < 3; created += 1) await devin.createSession(sessionRequest());
    const [, second] = server.sessions();
    const since = second!.state.created_at;
    expect(
      (await devin.listSessions(TAG, { createdSince: since })).map(({ createdAt }) => createdAt > since),
    ).toEqual([true]);
    expect(server.requests.at(-1)?.path).toContain(`&created_after=${since}&`);
  });

  test("tags beyond fifty take the place of those that the session had", async () => {
    const { server, devin } = await setUp();
    const tags = [TAG, ...Array.from({ length: 49 }, (_, index) => `event:${index}`)];
    const { id } = await devin.createSession(sessionRequest({ tags }));
    await devin.addTags(id, tags, ["event:NEW"]);
    expect(server.requests.at(-1)?.method).toBe("PUT");
    expect(server.sessions()[0]?.state.tags).toEqual([
      TAG,
      "event:45",
      "event:46",
      "event:47",
      "event:48",
      "event:NEW",
    ]);
  });

  test("a message without words holds none", async () => {
    const service = await startService(() => ({
      status: 200,
      body: { items: [{ message: null }, {}, null] },
    }));
    onTestFinished(() => service.close());
    expect(await devinClient(service.url).listMessages("devin-1")).toEqual([]);
  });

  test("a tag is added to those that it has, and archiving ends it for good", async () => {
    const { server, devin } = await setUp();
    const { id } = await devin.createSession(sessionRequest());
    server.fail({ method: "POST", do: "status", status: 502 });
    await devin.addTags(id, [TAG], ["event:01NEW"]);
    server.fail({ method: "DELETE", do: "reset", after: true });
    await devin.archiveSession(id);
    expect(await devin.getSession(id)).toMatchObject({
      tags: [TAG, "event:01NEW"],
      status: "exit",
      isArchived: true,
    });
  });

  test("a message is tried once", async () => {
    const { server, devin } = await setUp();
    const { id } = await devin.createSession(sessionRequest());
    server.fail({ method: "POST", path: /messages/, do: "reset", after: true });
    await refusal(devin.sendMessage(id, "news"));
    expect(server.sessions()[0]?.messages).toHaveLength(1);
  });
});

describe("a refusal says what was attempted, what Devin said and what to do", () => {
  test.for<[number, string, RegExp]>([
    [400, "devin_mode 'lite' is not available for this organization", /`devin:` in the configuration/],
    [401, "Unauthorized", /devin-api-key.*cog_.*IP allow list/],
    [402, "Payment required", /out of quota, the key is not at fault/],
    [403, "out_of_quota", /out of quota, the key is not at fault/],
    [403, "user_usage_limit_exceeded", /out of quota, the key is not at fault/],
    [403, "Your contract has expired", /out of quota, the key is not at fault/],
    [403, "Missing permission: ManageOrgSessions", /a role with ManageOrgSessions\..*IP allow list/],
    [404, "Not found", /devin-org-id/],
    [422, "prompt is too long", /`devin:` in the configuration/],
    [429, "Slow down", /run this again later/],
    [500, "Oops", /Look in Devin for a session of this incident/],
  ])("%i %s", async ([status, detail, remedy]) => {
    const { server, devin } = await setUp();
    server.fail({ do: "status", status, body: { detail } });
    const error = await refusal(devin.createSession(sessionRequest()));
    expect(error.message).toContain(`Starting the Devin session failed at ${server.url}`);
    expect(error.message).toContain(`it answered ${status}, ${detail}. `);
    expect(error.message).toMatch(remedy);
    expect(error).toMatchObject({ status, detail });
  });

  test.for<[string, object, string]>([
    ["a title alone", { title: "Out of quota", status: 403, detail: null }, "Out of quota"],
    ["a title and its detail", { title: "Forbidden", detail: "no quota left" }, "Forbidden; no quota left"],
    ["the same words once", { title: "No quota", detail: "No quota" }, "No quota"],
    [
      "errors of any form",
      {
        title: "Invalid",
        detail: null,
        errors: ["quota", { detail: "a" }, { message: "b" }, { msg: "c" }, { reason: "d" }, { code: 7 }, 5],
      },
      "Invalid; quota; a; b; c; d",
    ],
    [
      "errors that name their place",
      {
        title: "No quota",
        errors: [
          { loc: ["repos", 0], msg: "a" },
          { pointer: "#/mode", detail: "b" },
          { field: "x", reason: "c" },
        ],
      },
      "No quota; repos.0: a; #/mode: b; x: c",
    ],
    ["a detail with parts", { detail: { code: "x", message: "no quota left" } }, "no quota left"],
    ["a title of another form", { title: 5, detail: "no credits", errors: "x" }, "no credits"],
  ])("problem+json: %s", async ([, body, detail]) => {
    const { server, devin } = await setUp();
    server.fail({ do: "status", status: 403, body });
    const error = await refusal(devin.createSession(sessionRequest()));
    expect(error.detail).toBe(detail);
    expect(error.message).toMatch(/quota/);
    expect(error.message).not.toMatch(/a role with/);
  });

  test("a missing permission is named with those that the options need", async () => {
    const { devin } = await setUp();
    const error = await refusal(
      devin.createSession(
        sessionRequest({ options: { create_as_user_id: "user-1", bypass_approval: true } }),
      ),
    );
    expect(error.message).toMatch(
      /Missing permission: ImpersonateOrgSessions\. Give the key's service user a role with ManageOrgSessions, ImpersonateOrgSessions, UseDevinExpert\./,
    );
  });

  test("Devin's list of wrong fields is rendered", async () => {
    const { devin } = await setUp();
    const error = await refusal(
      devin.createSession(sessionRequest({ prompt: "", options: { max_acu_limit: -1 } })),
    );
    expect(error.status).toBe(422);
    expect(error.detail).toMatch(/^body\.prompt: .+; body\.max_acu_limit: .+/);
  });

  test("a mode that the organization lacks is told in Devin's words", async () => {
    const { devin } = await setUp();
    const error = await refusal(devin.createSession(sessionRequest({ options: { devin_mode: "lite" } })));
    expect(error.detail).toBe("devin_mode 'lite' is not available for this organization");
  });

  test("a detail of an unknown form is not shown, nor is a page of HTML", async () => {
    const { server, devin } = await setUp();
    server.fail({ do: "status", status: 400, body: { detail: { input: "no" } } });
    expect((await refusal(devin.createSession(sessionRequest()))).detail).toBe("");
    server.fail({ do: "html", status: 400 });
    expect((await refusal(devin.createSession(sessionRequest()))).message).toMatch(/it answered 400\. Check/);
  });

  test("strangers' words that Devin quotes from the request are not shown", async () => {
    const { server } = await setUp();
    const hidden = ["Database Connection Pool Exhaustion", "orders-service"];
    const devin = devinClient(server.url, { hidden });
    const { id } = await devin.createSession(sessionRequest());
    const detail = `No: ${sessionRequest().title}, service:orders-service`;
    for (const call of [
      () => devin.createSession(sessionRequest()),
      () => devin.sendMessage(id, "news"),
      () => devin.addTags(id, [], ["event:1"]),
    ]) {
      server.fail({ do: "status", status: 422, body: { detail } });
      expect((await refusal(call())).detail).toBe("No: Postmortem: *** (#387), service:***");
    }
  });

  test.for(["", "x".repeat(280)])("the key is in no error, wherever Devin repeats it", async (before) => {
    const { server, devin } = await setUp();
    const detail = `${before}${DEVIN_KEY} may not`;
    for (const body of [{ detail }, { detail: [{ loc: ["header"], msg: detail }] }, { other: detail }]) {
      server.fail({ do: "status", status: 403, body });
      const error = await refusal(devin.createSession(sessionRequest()));
      expect(`${error.message} ${error.detail}`).not.toContain(DEVIN_KEY.slice(0, 12));
    }
  });

  test("no answer is told as such", async () => {
    const { server, devin } = await setUp();
    await server.close();
    expect((await refusal(devin.createSession(sessionRequest()))).message).toMatch(
      /no answer \(ECONNREFUSED\)\. Look in Devin/,
    );
  });
});

describe("what to do about a failure", () => {
  test("is to look for a session only where one may have been started", async () => {
    const { server, devin } = await setUp();
    const { id } = await devin.createSession(sessionRequest());
    await server.close();
    const calls = [
      () => devin.listSessions(TAG),
      () => devin.getSession(id),
      () => devin.sendMessage(id, "news"),
      () => devin.listMessages(id),
      () => devin.addTags(id, [], ["event:1"]),
      () => devin.uploadAttachment("evidence.json", "{}"),
      () => devin.archiveSession(id),
    ];
    for (const call of calls) expect((await refusal(call())).message).toMatch(/ Run this again later\.$/);
  });
});
