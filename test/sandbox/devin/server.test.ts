import { afterEach, describe, expect, test } from "vitest";
import { scenarios } from "../../../sandbox/devin/scenarios.ts";
import { type SessionHandle, startDevin } from "../../../sandbox/devin/server.ts";
import { outcomeSchema } from "../../../src/prompt/prompt.ts";

type Options = Parameters<typeof startDevin>[0];

const MANAGER = ["ManageOrgSessions", "ViewOrgSessions", "UseDevinSessions"];
const closers: Array<() => Promise<void>> = [];

afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

async function start(options: Partial<Options> = {}) {
  const apiKeys: Options["apiKeys"] = [
    { key: "cog_manager", orgId: "org-1", permissions: MANAGER },
    { key: "cog_viewer", orgId: "org-1", permissions: ["ViewOrgSessions"] },
    { key: "cog_writer", orgId: "org-1", permissions: ["ManageOrgSessions"] },
    { key: "cog_other", orgId: "org-2", permissions: MANAGER },
    { key: "cog_owner", orgId: null, permissions: ["ManageOrganizations"] },
    { key: "cog_enterprise", orgId: null, permissions: MANAGER, principal: "user" },
  ];
  const devin = await startDevin({ apiKeys, orgId: "org-1", ...options });
  closers.push(devin.close);
  async function call(method: string, path: string, body?: unknown, key = "cog_manager") {
    const response = await fetch(devin.url + path.replace(/^@/, "/v3/organizations/org-1"), {
      method,
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = JSON.parse(await response.text());
    return { status: response.status, body: answer };
  }
  const create = async (body: object = {}) =>
    (await call("POST", "@/sessions", { prompt: "Write.", ...body })).body;
  return { devin, call, create };
}

describe("credentials", () => {
  test("a missing or unknown key is refused with 401", async () => {
    const { devin, call } = await start();
    expect((await fetch(`${devin.url}/v3/self`)).status).toBe(401);
    expect(await call("GET", "/v3/self", undefined, "cog_nobody")).toEqual({
      status: 401,
      body: { detail: "Unauthorized" },
    });
  });

  test("an enterprise's key lists its organizations, and no other does", async () => {
    const { call } = await start({ organizations: [{ org_id: "org-1", name: "Acme" }] });
    const list = (key: string) => call("GET", "/v3/enterprise/organizations", undefined, key);
    expect((await list("cog_owner")).body).toMatchObject({
      items: [{ org_id: "org-1", name: "Acme" }],
      has_next_page: false,
    });
    for (const key of ["cog_enterprise", "cog_manager"]) expect((await list(key)).status).toBe(403);
  });

  test("self names the organization of an organization's key and none of an enterprise's", async () => {
    const { call } = await start();
    expect((await call("GET", "/v3/self", undefined, "cog_viewer")).body).toEqual({
      principal_type: "service_user",
      service_user_id: "service-user-abc123",
      service_user_name: "CI Bot",
      org_id: "org-1",
    });
    expect((await call("GET", "/v3/self", undefined, "cog_enterprise")).body).toMatchObject({
      principal_type: "user",
      org_id: null,
    });
  });

  test("a key of another organization and an unknown organization are both 404", async () => {
    const { call } = await start();
    for (const [path, key] of [
      ["@/sessions", "cog_other"],
      ["/v3/organizations/org-9/sessions", "cog_manager"],
      ["/v3/organizations/org-9/sessions", "cog_enterprise"],
      ["/v3/organizations/sessions", "cog_manager"],
    ]) {
      expect(await call("GET", path ?? "", undefined, key)).toEqual({
        status: 404,
        body: { detail: "Not found" },
      });
    }
    expect((await call("GET", "@/sessions", undefined, "cog_enterprise")).status).toBe(200);
  });

  test.for([
    ["POST", "", "cog_viewer", "ManageOrgSessions"],
    ["POST", "/messages", "cog_viewer", "ManageOrgSessions"],
    ["POST", "/archive", "cog_viewer", "ManageOrgSessions"],
    ["POST", "/tags", "cog_viewer", "ManageOrgSessions"],
    ["PUT", "/tags", "cog_viewer", "ManageOrgSessions"],
    ["DELETE", "/", "cog_viewer", "ManageOrgSessions"],
    ["GET", "", "cog_writer", "ViewOrgSessions"],
    ["GET", "/messages", "cog_writer", "ViewOrgSessions"],
    ["GET", "/tags", "cog_writer", "ViewOrgSessions"],
  ])("%s%s of a session names the permission that the key lacks", async ([method, part, key, permission]) => {
    const { call, create, devin } = await start();
    await create();
    const id = devin.sessions()[0]?.id;
    const path = part === "" ? "@/sessions" : `@/sessions/${id}${part === "/" ? "" : part}`;
    expect(await call(method ?? "", path, method === "GET" ? undefined : {}, key)).toEqual({
      status: 403,
      body: { detail: `Missing permission: ${permission}` },
    });
  });

  test("impersonation and bypassing approval need permissions of their own", async () => {
    const { call } = await start();
    for (const [field, value, permission] of [
      ["create_as_user_id", "user-1", "ImpersonateOrgSessions"],
      ["bypass_approval", true, "UseDevinExpert"],
    ] as const) {
      const refused = await call("POST", "@/sessions", { prompt: "x", [field]: value });
      expect(refused).toMatchObject({ status: 403, body: { detail: expect.stringContaining(permission) } });
      const apiKeys = [{ key: "k", orgId: "org-1", permissions: [...MANAGER, permission] }];
      const { call: allowed } = await start({ apiKeys });
      expect((await allowed("POST", "@/sessions", { prompt: "x", [field]: value }, "k")).status).toBe(200);
    }
  });
});

describe("creating a session", () => {
  test("answers a new session with a bare id, without detail or output", async () => {
    const { create, devin } = await start({ now: () => 1_795_440_000_999 });
    const body = await create({ title: "T", tags: ["incident:Q1"], repos: ["acme/docs"] });
    expect(body).toMatchObject({
      status: "new",
      status_detail: null,
      structured_output: null,
      title: "T",
      tags: ["incident:Q1"],
      org_id: "org-1",
      created_at: 1_795_440_000,
      pull_requests: [],
      service_user_id: "service-user-abc123",
      user_id: null,
    });
    expect(body.session_id).toMatch(/^[0-9a-f]{32}$/);
    expect(body.url).toBe(`https://app.devin.ai/sessions/${body.session_id}`);
    expect(devin.sessions()[0]).toMatchObject({
      id: `devin-${body.session_id}`,
      request: { prompt: "Write.", repos: ["acme/docs"] },
    });
  });

  test("can answer the prefixed id, with the web address still bare", async () => {
    const { create } = await start({ bareIds: false });
    const body = await create();
    expect(body.session_id).toMatch(/^devin-[0-9a-f]{32}$/);
    expect(body.url).toBe(`https://app.devin.ai/sessions/${body.session_id.slice(6)}`);
  });

  test("has no idempotency: the same request makes two sessions", async () => {
    const { create, devin } = await start();
    await create({ tags: ["a"] });
    await create({ tags: ["a"] });
    expect(devin.sessions()).toHaveLength(2);
  });

  const long = (length: number) => "a".repeat(length);

  test.for<[string, object, string, string]>([
    ["no prompt", { prompt: undefined }, "prompt", "missing"],
    ["an empty prompt", { prompt: "" }, "prompt", "too_small"],
    ["a prompt that is no string", { prompt: 1 }, "prompt", "invalid_type"],
    ["tags that are one string", { tags: "a,b" }, "tags", "invalid_type"],
    ["a tag that is no string", { tags: ["a", 1] }, "tags.1", "invalid_type"],
    ["an attachment that is no URL", { attachment_urls: ["a"] }, "attachment_urls.0", "invalid_format"],
    ["a long one", { attachment_urls: [`https://a.de/${long(2_083)}`] }, "attachment_urls.0", "too_big"],
    [
      "a nameless secret",
      { session_secrets: [{ key: "", value: "v" }] },
      "session_secrets.0.key",
      "too_small",
    ],
    [
      "a long name",
      { session_secrets: [{ key: long(257), value: "v" }] },
      "session_secrets.0.key",
      "too_big",
    ],
    [
      "a long one",
      { session_secrets: [{ key: "k", value: long(65_537) }] },
      "session_secrets.0.value",
      "too_big",
    ],
    [
      "a schema that is no object",
      { structured_output_schema: [] },
      "structured_output_schema",
      "invalid_type",
    ],
    ["a long one", { structured_output_schema: { a: long(65_536) } }, "structured_output_schema", "custom"],
    [
      "one from elsewhere",
      { structured_output_schema: { $ref: "https://a.de" } },
      "structured_output_schema",
      "custom",
    ],
    ["an unknown mode", { devin_mode: "turbo" }, "devin_mode", "invalid_value"],
    ["no ACU at all", { max_acu_limit: 0 }, "max_acu_limit", "too_small"],
  ])("refuses %s with 422 in FastAPI's shape", async ([, fields, place, type]) => {
    const { call, devin } = await start();
    const { status, body } = await call("POST", "@/sessions", { prompt: "x", ...fields });
    expect(status).toBe(422);
    expect(body.detail).toEqual([{ loc: expect.any(Array), msg: expect.any(String), type }]);
    expect(body.detail[0].loc.join(".")).toBe(`body.${place}`);
    expect(devin.sessions()).toEqual([]);
  });

  test("refuses a body that is not JSON or does not say that it is", async () => {
    const { devin } = await start();
    for (const [type, body] of [
      ["application/json", "{"],
      ["text/plain", '{"prompt":"x"}'],
    ]) {
      const response = await fetch(`${devin.url}/v3/organizations/org-1/sessions`, {
        method: "POST",
        headers: { authorization: "Bearer cog_manager", "content-type": type ?? "" },
        body: body ?? "",
      });
      expect(response.status).toBe(422);
    }
  });

  test("says with 400 that the organization lacks a mode", async () => {
    const { call } = await start({ modes: ["normal"] });
    expect(await call("POST", "@/sessions", { prompt: "x", devin_mode: "lite" })).toEqual({
      status: 400,
      body: { detail: "devin_mode 'lite' is not available for this organization" },
    });
    expect((await call("POST", "@/sessions", { prompt: "x", devin_mode: "normal" })).status).toBe(200);
  });

  test("takes unknown fields unless it is strict", async () => {
    const body = { prompt: "x", idempotent: true };
    expect((await (await start()).call("POST", "@/sessions", body)).status).toBe(200);
    const refused = await (await start({ strict: true })).call("POST", "@/sessions", body);
    expect([refused.status, refused.body.detail[0].type]).toEqual([422, "unrecognized_keys"]);
  });

  test("can lose the answer of a session that it made", async () => {
    const { devin, call } = await start();
    devin.fail({ method: "POST", path: /\/sessions$/, do: "reset", after: true });
    await expect(call("POST", "@/sessions", { prompt: "x", tags: ["incident:Q1"] })).rejects.toThrow();
    expect((await call("GET", "@/sessions?tags=incident:Q1")).body.total).toBe(1);
  });

  test("can be out of quota", async () => {
    const { devin, call } = await start();
    devin.fail({ method: "POST", do: "status", status: 403, body: { detail: "out_of_quota" } });
    expect(await call("POST", "@/sessions", { prompt: "x" })).toEqual({
      status: 403,
      body: { detail: "out_of_quota" },
    });
    expect(devin.sessions()).toEqual([]);
  });
});

describe("reading sessions", () => {
  test("a session is found by its prefixed id only", async () => {
    const { call, create } = await start();
    const { session_id } = await create();
    expect((await call("GET", `@/sessions/devin-${session_id}`)).body.session_id).toBe(session_id);
    expect(await call("GET", `@/sessions/${session_id}`)).toEqual({
      status: 404,
      body: { detail: "Not found" },
    });
    expect((await call("GET", "@/sessions/devin-0")).status).toBe(404);
    expect((await call("GET", `@/sessions/devin-${session_id}/nonsense`)).status).toBe(405);
    expect((await call("POST", `@/sessions/devin-${session_id}`, {})).status).toBe(405);
  });

  test("an empty list is what the real service was seen to answer", async () => {
    const { call } = await start();
    expect((await call("GET", "@/sessions")).body).toEqual({
      items: [],
      end_cursor: null,
      has_next_page: false,
      total: 0,
    });
  });

  test("the list is newest first and pages by cursor", async () => {
    const { call, create } = await start();
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) ids.unshift((await create()).session_id);
    const seen: string[][] = [];
    let after = "";
    for (let more = true; more; ) {
      const { body } = await call("GET", `@/sessions?first=2${after}`);
      seen.push(body.items.map((item: { session_id: string }) => item.session_id));
      after = `&after=${body.end_cursor}`;
      more = body.has_next_page;
    }
    expect(seen).toEqual([ids.slice(0, 2), ids.slice(2, 4), ids.slice(4)]);
  });

  test.for(["first=0", "first=201", "first=x", "created_after=soon", "updated_before=1.5"])(
    "refuses the query %s with 422",
    async (query) => {
      const { call } = await start();
      const refused = await call("GET", `@/sessions?${query}`);
      expect(refused.status).toBe(422);
      expect(refused.body.detail[0].loc).toEqual(["query", query.split("=")[0]]);
    },
  );

  test("refuses a cursor that it never gave", async () => {
    const { call } = await start();
    expect((await call("GET", "@/sessions?after=x")).status).toBe(400);
  });

  test("filters by every tag that is named, or by none if told to ignore the filter", async () => {
    const filtered = await start();
    const ignoring = await start({ ignoreTagFilter: true });
    for (const { create } of [filtered, ignoring]) {
      await create({ tags: ["a"] });
      await create({ tags: ["a", "b"] });
    }
    expect((await filtered.call("GET", "@/sessions?tags=a")).body.total).toBe(2);
    expect((await filtered.call("GET", "@/sessions?tags=a&tags=b")).body.total).toBe(1);
    expect((await filtered.call("GET", "@/sessions?tags=a,b")).body.total).toBe(0);
    expect((await ignoring.call("GET", "@/sessions?tags=b")).body.total).toBe(2);
  });

  test("filters by time, id, repository, playbook, origin and archive", async () => {
    let now = 1_000_000;
    const { call, create } = await start({ now: () => now });
    await create({ repos: ["acme/docs"], playbook_id: "playbook-1" });
    now = 2_000_000;
    const { session_id } = await create();
    await call("POST", `@/sessions/devin-${session_id}/archive`);
    const totals: Record<string, number> = {};
    for (const query of [
      "created_after=1000",
      "created_after=999",
      "created_before=1000",
      "updated_before=1500",
      `session_ids=devin-${session_id}`,
      `session_ids=${session_id}`,
      "repo_names=acme/docs",
      "playbook_id=playbook-1",
      "origins=slack",
      "is_archived=false",
    ]) {
      totals[query.replace(session_id, "ID")] = (await call("GET", `@/sessions?${query}`)).body.total;
    }
    expect(totals).toEqual({
      "created_after=1000": 1,
      "created_after=999": 2,
      "created_before=1000": 0,
      "updated_before=1500": 1,
      "session_ids=devin-ID": 1,
      "session_ids=ID": 1,
      "repo_names=acme/docs": 1,
      "playbook_id=playbook-1": 1,
      "origins=slack": 0,
      "is_archived=false": 1,
    });
  });

  test("a new session can stay out of the list for a while, though not out of reach", async () => {
    const { call, create } = await start({ listLag: 2 });
    const { session_id } = await create();
    expect((await call("GET", `@/sessions/devin-${session_id}`)).status).toBe(200);
    const totals: number[] = [];
    for (let i = 0; i < 3; i++) totals.push((await call("GET", "@/sessions")).body.total);
    expect(totals).toEqual([0, 0, 1]);
  });

  test("shows a new session only after some time, and under the id that it is given", async () => {
    let now = 1_770_736_700_000;
    const newId = () => "0123456789abcdef".repeat(2);
    const { call, create } = await start({ listLagMs: 5_000, newId, now: () => now });
    expect((await create()).session_id).toBe(newId());
    now += 4_999;
    expect((await call("GET", "@/sessions")).body.total).toBe(0);
    now += 1;
    expect((await call("GET", "@/sessions")).body.total).toBe(1);
  });
});

describe("acting on a session", () => {
  async function session(options: Partial<Options> = {}) {
    const handles: SessionHandle[] = [];
    const service = await start({ onSession: (created) => void handles.push(created), ...options });
    await service.create({ title: "T", tags: ["a"], repos: ["acme/docs"] });
    const [handle] = handles;
    if (handle === undefined) throw new Error("onSession was not called.");
    const path = `@/sessions/${handle.id}`;
    return { ...service, handle, path };
  }

  test("the script sees the request, and what it does is what a poll shows", async () => {
    const { handle, call, path } = await session();
    expect(handle).toMatchObject({ prompt: "Write.", title: "T", tags: ["a"], repos: ["acme/docs"] });
    expect(handle.id).toBe(`devin-${handle.bareId}`);
    handle.set({
      status: "running",
      status_detail: "finished",
      pull_requests: [{ pr_url: "https://github.com/acme/docs/pull/1", pr_state: "open" }],
      structured_output: { outcome: "pull_request_opened" },
    });
    handle.say("Done.");
    expect((await call("GET", path)).body).toMatchObject({
      status: "running",
      status_detail: "finished",
      pull_requests: [{ pr_url: "https://github.com/acme/docs/pull/1", pr_state: "open" }],
      structured_output: { outcome: "pull_request_opened" },
    });
    expect((await call("GET", `${path}/messages`)).body.items).toMatchObject([
      { source: "devin", message: "Done." },
    ]);
  });

  test("the create is answered as new even where the script acts at once", async () => {
    const { create } = await start({ onSession: (created) => created.set({ status: "exit" }) });
    expect((await create()).status).toBe("new");
  });

  test("a message is kept in order, reported to the script, and wakes a sleeping session", async () => {
    const heard: string[] = [];
    const { handle, call, path } = await session({ onMessage: (_, { message }) => void heard.push(message) });
    handle.say("Asleep.");
    handle.set({ status: "suspended", status_detail: "inactivity" });
    expect((await call("POST", `${path}/messages`, { message: "Hold." })).body.status).toBe("resuming");
    expect(heard).toEqual(["Hold."]);
    expect(handle.messages().map(({ source }) => source)).toEqual(["devin", "user"]);
    expect((await call("GET", path)).body.status).toBe("resuming");
    expect((await call("GET", path)).body).toMatchObject({ status: "running", status_detail: "working" });
  });

  test("messages page too", async () => {
    const { handle, call, path } = await session();
    for (const message of ["1", "2", "3"]) handle.say(message);
    const first = (await call("GET", `${path}/messages?first=2`)).body;
    const second = (await call("GET", `${path}/messages?first=2&after=${first.end_cursor}`)).body;
    expect([first.items.length, first.has_next_page, second.items.length, second.has_next_page]).toEqual([
      2,
      true,
      1,
      false,
    ]);
    expect((await call("GET", `${path}/messages?first=500`)).status).toBe(422);
  });

  test.for(["exit", "error"])("a session in %s takes no message", async (status) => {
    const { handle, call, path } = await session();
    handle.set({ status });
    const refused = await call("POST", `${path}/messages`, { message: "Hello?" });
    expect(refused).toMatchObject({ status: 404, body: { detail: expect.stringContaining("has ended") } });
    expect(handle.messages()).toEqual([]);
  });

  test("an empty or missing message is refused", async () => {
    const { call, path } = await session();
    expect((await call("POST", `${path}/messages`, {})).body.detail[0].type).toBe("missing");
    expect((await call("POST", `${path}/messages`, { message: "" })).status).toBe(422);
  });

  test("terminating ends the session and archives it on request", async () => {
    for (const [query, isArchived] of [
      ["", false],
      ["?archive=false", false],
      ["?archive=true", true],
    ] as const) {
      const { call, path } = await session();
      await call("DELETE", path + query);
      expect((await call("GET", path)).body).toMatchObject({ status: "exit", is_archived: isArchived });
    }
    const { call } = await start();
    expect((await call("DELETE", "@/sessions")).status).toBe(405);
  });

  test("archiving puts a live session to sleep and leaves an ended one ended", async () => {
    const { handle, call, path } = await session();
    expect((await call("POST", `${path}/archive`)).body).toMatchObject({
      status: "suspended",
      is_archived: true,
    });
    handle.set({ status: "exit", status_detail: null });
    expect((await call("POST", `${path}/archive`)).body.status).toBe("exit");
  });

  test("tags are read, added without repeats, and replaced, never beyond fifty", async () => {
    const { call, path, handle } = await session();
    expect((await call("GET", `${path}/tags`)).body).toEqual({ tags: ["a"] });
    expect((await call("POST", `${path}/tags`, { tags: ["b", "a"] })).body).toEqual({ tags: ["a", "b"] });
    expect((await call("PUT", `${path}/tags`, { tags: ["c"] })).body).toEqual({ tags: ["c"] });
    const fifty = Array.from({ length: 50 }, (_, index) => `t${index}`);
    expect((await call("PUT", `${path}/tags`, { tags: [...fifty, "x"] })).status).toBe(422);
    expect((await call("POST", `${path}/tags`, { tags: fifty })).status).toBe(422);
    expect((await call("PUT", `${path}/tags`, { tags: "c" })).status).toBe(422);
    expect(handle.tags).toEqual(["c"]);
    expect((await call("PUT", `${path}/tags`, { tags: fifty })).status).toBe(200);
    expect((await call("GET", "@/sessions?tags=t49")).body.total).toBe(1);
  });
});

describe("attachments", () => {
  async function upload(url: string, form: FormData | string, key = "cog_manager") {
    const response = await fetch(`${url}/v3/organizations/org-1/attachments`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}` },
      body: form,
    });
    const body = JSON.parse(await response.text());
    return { status: response.status, body };
  }

  test("a file is kept and belongs to the session that names its URL", async () => {
    const { devin, call, create } = await start();
    const form = new FormData();
    form.append("file", new Blob(["the record é"]), "record.md");
    const { status, body } = await upload(devin.url, form);
    expect(status).toBe(200);
    expect(body).toEqual({
      attachment_id: expect.any(String),
      name: "record.md",
      url: expect.stringMatching(/^https:\/\/app\.devin\.ai\/attachments\/.+\/record\.md$/),
    });
    expect(devin.attachments()[0]?.text).toBe("the record é");
    const { session_id } = await create({ attachment_urls: [body.url] });
    expect((await call("GET", `@/sessions/devin-${session_id}/attachments`)).body).toEqual({ items: [body] });
  });

  test("no file, no form or no permission is refused", async () => {
    const { devin, call } = await start();
    expect((await upload(devin.url, new FormData())).body.detail[0].loc).toEqual(["body", "file"]);
    expect((await upload(devin.url, "text")).status).toBe(422);
    const refused = await upload(devin.url, new FormData(), "cog_writer");
    expect(refused).toEqual({ status: 403, body: { detail: "Missing permission: UseDevinSessions" } });
    expect((await call("GET", "@/attachments")).status).toBe(404);
  });
});

describe("scenarios", () => {
  async function live(scenario: Options["scenario"]) {
    const service = await start(scenario === undefined ? {} : { scenario });
    const { session_id } = await service.create();
    const path = `@/sessions/devin-${session_id}`;
    const poll = async (times: number) => {
      const seen: string[] = [];
      for (let i = 0; i < times; i++) {
        const { status, status_detail } = (await service.call("GET", path)).body;
        seen.push(status_detail === null ? status : `${status}/${status_detail}`);
      }
      return seen;
    };
    const say = () => service.call("POST", `${path}/messages`, { message: "Go on." });
    return { ...service, path, poll, say };
  }

  test("advance one step per GET and stay at the last", async () => {
    const { poll, call, path } = await live("happy");
    const steps = ["new", "claimed", "running/working", "running/working", "running/finished"];
    expect(await poll(6)).toEqual([...steps, "running/finished"]);
    const { pull_requests, structured_output } = (await call("GET", path)).body;
    expect(pull_requests).toMatchObject([{ pr_state: "open" }]);
    expect(outcomeSchema.parse(structured_output).pull_request).toBe(pull_requests[0].pr_url);
  });

  test("a blocked session waits for a message however often it is polled", async () => {
    const { poll, say } = await live("blocked");
    expect(await poll(6)).toEqual([
      "new",
      "claimed",
      "running/working",
      "running/waiting_for_user",
      "running/waiting_for_user",
      "running/waiting_for_user",
    ]);
    await say();
    expect(await poll(2)).toEqual(["running/working", "running/finished"]);
  });

  test("a sleeping session resumes by a message", async () => {
    const { poll, say } = await live("asleep");
    expect((await poll(5)).slice(3)).toEqual(["suspended/inactivity", "suspended/inactivity"]);
    await say();
    expect(await poll(2)).toEqual(["resuming", "running/working"]);
  });

  test("listing does not advance one", async () => {
    const { call, poll } = await live("happy");
    await call("GET", "@/sessions");
    expect(await poll(1)).toEqual(["new"]);
  });

  test("an unknown name is an error at the start, and own steps are taken", async () => {
    await expect(start({ scenario: "nonsense" })).rejects.toThrow("nonsense");
    const { poll } = await live([{ status: "claimed" }]);
    expect(await poll(1)).toEqual(["claimed"]);
  });

  test.for(Object.entries(scenarios))("%s comes to its end", async ([name, steps]) => {
    const { poll, say, call, path } = await live(name);
    for (let i = 0; i < steps.length; i++) {
      await poll(1);
      if (i < steps.length - 1) await say();
    }
    const { updated_at: _, ...shown } = (await call("GET", path)).body;
    const last = steps.at(-1);
    if (last?.status !== "resuming") expect(shown).toMatchObject(last ?? {});
  });
});
