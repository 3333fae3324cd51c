import { describe, expect, test } from "vitest";
import { byAge, isAlive, linkOf, prefixed, sessionSchema, stateOf } from "../../src/devin/session.ts";
import { sessionOf } from "../builders.ts";

test("an id gets its prefix once", () => {
  expect(prefixed("0f3c")).toBe("devin-0f3c");
  expect(prefixed("devin-0f3c")).toBe("devin-0f3c");
});

describe("reading a session", () => {
  test("the answer to a create has neither detail nor output", () => {
    expect(sessionOf({ session_id: "0f3c", status: "new", status_detail: undefined })).toEqual({
      id: "devin-0f3c",
      url: "https://app.devin.ai/sessions/0f3c9a7d5e1b4c2a8d6e7f90a1b2c3d4",
      status: "new",
      statusDetail: null,
      tags: ["incident:Q1ORDERSPOOL01"],
      createdAt: 1_770_736_700,
      updatedAt: 1_770_736_700,
      isArchived: false,
      pullRequests: [],
      structuredOutput: null,
    });
  });

  test("pull requests are their addresses, and the output is what Devin gave", () => {
    expect(
      sessionOf({
        pull_requests: [{ pr_url: "https://github.com/acme/docs/pull/7", pr_state: null }],
        structured_output: { outcome: 1 },
        is_archived: true,
      }),
    ).toMatchObject({
      pullRequests: ["https://github.com/acme/docs/pull/7"],
      structuredOutput: { outcome: 1 },
      isArchived: true,
    });
  });

  test.for(["", "x/../../organizations", "a b", "a?b", "%2e%2e", "a\n", null, 5])(
    "an answer whose id is %j is no session",
    (session_id) => {
      expect(sessionSchema.safeParse({ session_id, tags: [] }).success).toBe(false);
    },
  );

  test("an id and tags are enough", () => {
    expect(sessionSchema.parse({ session_id: "0f3c", tags: ["a"] })).toEqual({
      id: "devin-0f3c",
      url: "",
      status: "",
      statusDetail: null,
      tags: ["a"],
      createdAt: 0,
      updatedAt: 0,
      isArchived: false,
      pullRequests: [],
      structuredOutput: null,
    });
  });

  test("what has an odd form is passed over, and a session of unknown status is alive", () => {
    const session = sessionOf({
      url: 5,
      status: null,
      status_detail: {},
      tags: [null, "incident:Q1ORDERSPOOL01", 7],
      created_at: {},
      is_archived: "no",
      pull_requests: [null, "x", { pr_url: 1 }, {}, { pr_url: "https://github.com/acme/docs/pull/7" }],
    });
    expect(session).toMatchObject({
      url: "",
      status: "",
      statusDetail: null,
      tags: ["incident:Q1ORDERSPOOL01"],
      createdAt: 0,
      updatedAt: 0,
      isArchived: false,
      pullRequests: ["https://github.com/acme/docs/pull/7"],
    });
    expect(isAlive(session)).toBe(true);
    expect(stateOf(session)).toEqual({ kind: "working" });
    expect(sessionOf({ tags: "x", pull_requests: {} })).toMatchObject({ tags: [], pullRequests: [] });
  });

  test.for([
    "javascript:alert(1)",
    "https://",
    "https://a b",
    "https://a\n::error::x",
    "https://a\u001b[31m",
    "https://a\u202eb",
    "https://a/<b>",
    'https://a/"',
    "https://a/'",
    "https://a/`",
    " https://a",
    "",
  ])("an address that is none is left out: %j", (address) => {
    expect(sessionOf({ url: address, pull_requests: [{ pr_url: address }] })).toMatchObject({
      url: "",
      pullRequests: [],
    });
  });

  test.for([
    [1_770_736_700, 1_770_736_700],
    [1_770_736_700.9, 1_770_736_700],
    [1_770_736_700_123, 1_770_736_700],
    ["1770736700", 1_770_736_700],
    ["1770736700123", 1_770_736_700],
    ["2026-02-10T15:18:20.500Z", 1_770_736_700],
    ["yesterday", 0],
    ["", 0],
    [null, 0],
    [Number.POSITIVE_INFINITY, 0],
  ] as const)("it was created at %j, which is %i", ([created_at, seconds]) => {
    expect(sessionOf({ created_at }).createdAt).toBe(seconds);
  });
});

test("sessions are ordered by age, and those of one second by id", () => {
  const sessions = [
    sessionOf({ session_id: "c", created_at: 2 }),
    sessionOf({ session_id: "b", created_at: 1 }),
    sessionOf({ session_id: "a", created_at: 2 }),
  ];
  const ids = ["devin-b", "devin-a", "devin-c"];
  expect(sessions.sort(byAge).map(({ id }) => id)).toEqual(ids);
  expect(
    sessions
      .reverse()
      .sort(byAge)
      .map(({ id }) => id),
  ).toEqual(ids);
});

test.for([
  ["new", false, true],
  ["claimed", false, true],
  ["running", false, true],
  ["suspended", false, true],
  ["resuming", false, true],
  ["a_status_of_next_year", false, true],
  ["exit", false, false],
  ["error", false, false],
  ["running", true, false],
  ["suspended", true, false],
] as const)("a session that is %s (archived: %s) is alive: %s", ([status, is_archived, alive]) => {
  expect(isAlive(sessionOf({ status, is_archived }))).toBe(alive);
});

describe("what a state means", () => {
  test.for([
    ["new", null, "working"],
    ["claimed", null, "working"],
    ["resuming", null, "working"],
    ["running", null, "working"],
    ["running", "working", "working"],
    ["running", "a_detail_of_next_year", "working"],
    ["a_status_of_next_year", "napping", "working"],
    ["running", "finished", "done"],
    ["running", "waiting_for_user", "done"],
    ["suspended", "inactivity", "done"],
    ["suspended", "user_request", "done"],
    ["suspended", null, "done"],
    ["exit", null, "done"],
  ] as const)("%s/%s is %s", ([status, status_detail, kind]) => {
    expect(stateOf(sessionOf({ status, status_detail }))).toEqual({ kind });
  });

  test.for([
    [
      "running",
      "waiting_for_approval",
      "it waits for somebody to approve an action: open it, or set devin.bypass-approval",
    ],
    ["suspended", "error", "the session failed: open it, then draft the incident by hand"],
    ["error", null, "it crashed: open it, then draft the incident by hand"],
  ] as const)("%s/%s is stuck, and the advice says what to do", ([status, status_detail, advice]) => {
    expect(stateOf(sessionOf({ status, status_detail }))).toEqual({ kind: "stuck", advice });
  });

  test.for([
    ["usage_limit_exceeded", /ACU limit: raise devin.max-acu-limit/],
    ["out_of_credits", /credits/],
    ["out_of_quota", /quota: raise/],
    ["no_quota_allocation", /quota allocated/],
    ["payment_declined", /payment/],
    ["org_usage_limit_exceeded", /organization has reached its usage limit/],
    ["total_session_limit_exceeded", /too many sessions/],
    ["user_usage_limit_exceeded", /user has reached their usage limit/],
    ["contract_expired", /contract .* expired/],
    ["team_quota_reached_v2", /"team_quota_reached_v2".* may use: settle it in Devin's settings/],
    ["moon_phase", /"moon_phase": open it/],
    ["two\nlines", /"two lines"/],
  ] as const)("suspended/%s needs somebody, who reads Devin's own words", ([status_detail, advice]) => {
    expect(stateOf(sessionOf({ status: "suspended", status_detail }))).toEqual({
      kind: "stuck",
      advice: expect.stringMatching(advice),
    });
  });
});

test("a session is called by its address, or by its id where that is none", () => {
  expect(linkOf(sessionOf())).toBe("https://app.devin.ai/sessions/0f3c9a7d5e1b4c2a8d6e7f90a1b2c3d4");
  expect(linkOf(sessionOf({ url: "data:x" }))).toBe("devin-0f3c9a7d5e1b4c2a8d6e7f90a1b2c3d4");
});
