import { describe, expect, test } from "vitest";
import { standingOf } from "../../src/jobs/attention.ts";
import type { JobSurroundings } from "../../src/jobs/context.ts";
import { runJob } from "../../src/jobs/run.ts";
import { renderSummary } from "../../src/jobs/summary.ts";
import type { Fetch } from "../../src/lib/http.ts";
import { buildHold, REMINDER } from "../../src/prompt/messages.ts";
import { devinClient, fakeClock, type payloadOf, sessionOf, sessionRequest } from "../builders.ts";
import { reconcileResult } from "./results.ts";
import { devinWith, pagerDutyWith, restIncident, type Told } from "./services.ts";
import { CONFIG, eventOf, PRIVATE, surroundingsOf } from "./surroundings.ts";

const NOW = Date.parse("2026-02-10T15:20:00Z");
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const PULL = "https://github.com/acme/docs/pull/7";

const ago = (ms: number) => new Date(NOW - ms).toISOString().replace(".000Z", "Z");

/** An incident that was resolved so long ago, half an hour after it was created. */
function incidentOf(id: string, resolvedAgo: number, overrides: object = {}): Told {
  return restIncident({
    id,
    title: `The title of ${id}`,
    html_url: `https://acme.pagerduty.com/incidents/${id}`,
    self: `https://api.pagerduty.com/incidents/${id}`,
    created_at: ago(resolvedAgo + 30 * MINUTE),
    resolved_at: ago(resolvedAgo),
    ...overrides,
  });
}

type Options = {
  incidents?: Told[];
  config?: string;
  existing?: string[];
  read?: JobSurroundings["files"]["read"];
  devin?: Parameters<typeof devinWith>[0];
  fetch?: Fetch;
};

async function setUp(options: Options = {}) {
  const { incidents = [], config = "", existing = [], read, devin = {} } = options;
  const { inputs: devinInputs, ...devinSide } = await devinWith(devin);
  const { server } = devinSide;
  const { pagerDuty, inputs: withToken } = await pagerDutyWith(incidents, { now: () => NOW });
  const runOf = (
    event: JobSurroundings["event"],
    inputs: Record<string, string>,
    clock = fakeClock(NOW),
  ): JobSurroundings => {
    const made = surroundingsOf({
      inputs: { ...devinInputs, "devin-org-id": "org-1", ...withToken, ...inputs },
      event,
      fetch: options.fetch ?? fetch,
      clock,
      files: { [CONFIG]: config },
      existing,
    });
    return read === undefined ? made : { ...made, files: { ...made.files, read } };
  };

  /** Tells a session something, as an earlier run did. */
  async function tell({ id }: { id: string }, message: string) {
    await devinClient(server.url).sendMessage(id, message);
    server.requests.length = 0;
  }

  const dispatch = (overrides: Parameters<typeof payloadOf>[0], inputs: Record<string, string> = {}) => {
    return runJob(runOf(eventOf(overrides), inputs));
  };

  return {
    ...devinSide,
    pagerDuty,
    tell,
    dispatch,
    run: (inputs: Record<string, string> = {}, name = "workflow_dispatch", clock = fakeClock(NOW)) =>
      runJob(runOf({ name, payload: PRIVATE }, inputs, clock)),
    titles: () => server.sessions().map(({ request }) => request.title),
  };
}

type Report = Awaited<ReturnType<typeof runJob>>;

/** `[incident, outcome]` in the order of the report. */
const outcomesOf = (report: Report) =>
  reconcileResult(report).rows.map(({ incident, outcome }) => [incident.id, outcome]);
const reasonsOf = (report: Report) => reconcileResult(report).rows.map(({ reason }) => reason);

const told = (id: string, ask: string, at: string) => [
  `incident:${id}`,
  `event:01${ask}`,
  `asked:${ask}@${at}`,
];

describe("the window", () => {
  test("is two days unless given", async () => {
    const { run } = await setUp({
      incidents: [incidentOf("QINSIDE", 2 * DAY), incidentOf("QOUTSIDE", 2 * DAY + MINUTE)],
    });
    const report = await run();
    expect(report).toMatchObject({ job: "reconcile", decision: "reconciled", failures: [], warnings: [] });
    expect(report.reason).toBe("1 incident was resolved in 2 days: 1 started");
    expect(outcomesOf(report)).toEqual([["QINSIDE", "started"]]);
  });

  test("without any incident still asks whether a session needs somebody", async () => {
    const { run, server } = await setUp();
    const report = await run({ since: "12h" });
    expect(report.reason).toBe("0 incidents were resolved in 12 hours");
    expect(reconcileResult(report).rows).toEqual([]);
    expect(new Set(server.requests.map(({ method }) => method))).toEqual(new Set(["GET"]));
  });

  test("finds an incident that began long before it", async () => {
    const { run } = await setUp({
      incidents: [incidentOf("QLONG1", HOUR, { created_at: ago(300 * DAY), title: null })],
    });
    expect(outcomesOf(await run())).toEqual([["QLONG1", "started"]]);
  });

  test("of more than that is red, and asks nobody", async () => {
    const { run, pagerDuty, server } = await setUp();
    expect(await run({ since: "185d" })).toMatchObject({
      decision: null,
      failures: ["since is 185 days, and a window reaches six months back at the most; take a shorter one"],
    });
    expect([...pagerDuty.requests, ...server.requests]).toEqual([]);
  });
});

describe("without a PagerDuty token", () => {
  const inputs = { "pagerduty-token": "" };

  test("a person is told what is missing", async () => {
    const { run } = await setUp();
    expect((await run(inputs)).failures).toEqual([
      "pagerduty-token is empty; reconcile asks PagerDuty which incidents were resolved, so store a read-only key as the secret PAGERDUTY_TOKEN",
    ]);
  });

  test("the schedule is skipped", async () => {
    const { run } = await setUp();
    expect(await run(inputs, "schedule")).toMatchObject({
      job: "reconcile",
      decision: "skipped",
      reason: "reconcile needs pagerduty-token, to ask PagerDuty which incidents were resolved",
      failures: [],
    });
  });
});

describe("a list of PagerDuty's that is not whole", () => {
  test("is red, and drafts nothing", async () => {
    const { run, pagerDuty, server } = await setUp({ incidents: [incidentOf("QMISSED", HOUR)] });
    pagerDuty.fail({ do: "status", status: 403, body: { error: { message: "Access Denied", code: 2010 } } });
    const report = await run();
    expect(report.decision).toBeNull();
    expect(report.failures).toEqual([
      expect.stringMatching(
        /^Reading resolved incidents from PagerDuty failed .* 403, Access Denied\. Give pagerduty-token read access to incidents\. /,
      ),
    ]);
    expect(server.requests).toEqual([]);
  });
});

describe("an incident that was missed", () => {
  test("is drafted from PagerDuty's facts, the oldest first, within the day's limit", async () => {
    const incidents = [
      incidentOf("QYOUNG", HOUR),
      incidentOf("QOLDEST", 9 * HOUR),
      incidentOf("QMIDDLE", 5 * HOUR),
    ];
    const { run, titles, server } = await setUp({ incidents, config: "limits: { sessions-per-day: 2 }" });
    const report = await run();
    expect(outcomesOf(report)).toEqual([
      ["QOLDEST", "started"],
      ["QMIDDLE", "started"],
      ["QYOUNG", "deferred"],
    ]);
    expect(reasonsOf(report)).toEqual([
      "no rule matched, and otherwise is draft; the incident had no live session",
      "no rule matched, and otherwise is draft; the incident had no live session",
      "limits.sessions-per-day is used up; the next reconcile with room takes it",
    ]);
    expect(titles()).toEqual([
      "Postmortem: The title of QOLDEST (#387)",
      "Postmortem: The title of QMIDDLE (#387)",
    ]);
    expect(server.sessions()[0]?.request.tags).toEqual([
      "pagerduty-postmortem",
      "service:orders-service",
      "incident:QOLDEST",
      `event:missed-${ago(9 * HOUR)}`,
      "asked:draft@2026-02-10T06:20:02.000Z",
    ]);
    expect(server.sessions()[0]?.request.prompt).toContain(`resolved: ${ago(9 * HOUR)}`);
  });

  test("waits while sessions of the last 24 hours, those by hand aside, use up the limit", async () => {
    const { run, leave, titles } = await setUp({
      incidents: [incidentOf("QMISSED", HOUR)],
      config: "limits: { sessions-per-day: 2 }",
    });
    const dayAgo = Math.floor((NOW - DAY) / 1_000);
    await leave(["incident:QOTHER1", "event:01OTHER"]);
    const other = await leave(["incident:QOTHER2", "event:01OTHER"], { created_at: dayAgo });
    await leave(["incident:QOTHER3", "by-hand", "event:manual-1"]);
    expect(outcomesOf(await run())).toEqual([["QMISSED", "deferred"]]);
    other.state.created_at = dayAgo - 1;
    expect(outcomesOf(await run())).toEqual([["QMISSED", "started"]]);
    expect(titles()).toHaveLength(4);
  });

  test("warns while the day's limit may hold it back until it leaves the window", async () => {
    const incidents = [incidentOf("QOLDEST", DAY + HOUR), incidentOf("QYOUNG", HOUR)];
    const { run } = await setUp({ incidents, config: "limits: { sessions-per-day: 0 }" });
    expect((await run()).warnings).toEqual([
      expect.stringMatching(/^1 incident waits for limits.sessions-per-day .* longer since\.$/),
    ]);
    expect((await run({ since: "7d" })).warnings).toEqual([]);
  });

  test("is drafted once, whether the next reconcile or the late event comes", async () => {
    const { run, dispatch, server, writes } = await setUp({ incidents: [incidentOf("QMISSED", HOUR)] });
    await run();
    server.requests.length = 0;
    expect(reasonsOf(await run())).toEqual([expect.stringMatching(/^https:\S+ is at work$/)]);
    const late = await dispatch({ event: { occurred_at: ago(HOUR) }, incident: { id: "QMISSED" } });
    expect(late).toMatchObject({ decision: "skipped", session: { id: server.sessions()[0]?.id } });
    expect(late.reason).toContain("is older than what the incident's session knows");
    expect(writes()).toEqual([]);
    expect(server.sessions()).toHaveLength(1);
  });

  test.for([
    ["resolve has no time", { resolved_at: null }],
    ["beginning cannot be read", { created_at: new Date(NOW - 2 * HOUR).toUTCString() }],
  ] as const)("whose %s is drafted once", async ([, told]) => {
    const { run, server } = await setUp({ incidents: [incidentOf("QMISSED", HOUR, told)] });
    expect(outcomesOf(await run())).toEqual([["QMISSED", "started"]]);
    expect(outcomesOf(await run())).toEqual([["QMISSED", "has a session"]]);
    expect(server.sessions()).toHaveLength(1);
  });

  test("that a race gives a session first is not drafted again", async () => {
    const { run, server } = await setUp({ incidents: [incidentOf("QMISSED", HOUR)] });
    const other = devinClient(server.url);
    const tags = ["pagerduty-postmortem", ...told("QMISSED", "draft", ago(HOUR))];
    const bare = await other.createSession(sessionRequest({ tags }));
    server.sessions()[0]!.state.tags.splice(0, 1);
    expect(outcomesOf(await run())).toEqual([["QMISSED", "skipped"]]);
    expect(server.sessions().map(({ id }) => id)).toEqual([bare.id]);
  });
});

describe("an incident that is reopened while reconcile starts or tells its session", () => {
  /** Reopens the incident as soon as Devin is asked to write. */
  function reopeningFetch(incident: Told["incident"]): Fetch {
    return (url, init) => {
      if (/\/(?:sessions|messages)$/.test(url) && init.method === "POST")
        Object.assign(incident, { status: "triggered", resolved_at: null });
      return fetch(url, init);
    };
  }

  test.for([
    ["started", []],
    ["continued", told("QAGAIN", "gather", ago(70 * MINUTE))],
  ] as const)("has the session that was %s hold at once", async ([outcome, tags]) => {
    const incidents = [incidentOf("QAGAIN", HOUR)];
    const { run, leave, server } = await setUp({
      incidents,
      fetch: reopeningFetch(incidents[0]!.incident),
    });
    if (tags.length > 0) await leave([...tags]);
    const report = await run();
    expect(outcomesOf(report)).toEqual([["QAGAIN", outcome]]);
    expect(reasonsOf(report)[0]).toMatch(
      /it was reopened meanwhile: the incident's live session was told to hold$/,
    );
    expect(server.sessions()[0]?.messages.at(-1)?.message).toContain("The incident was reopened. Hold:");
    expect(server.sessions()[0]?.state.tags.at(-1)).toBe("asked:hold@2026-02-10T15:20:00.000Z");
  });

  test.for(["messages", "tags"])("warns where the session could not be told to hold (%s)", async (what) => {
    const incidents = [incidentOf("QAGAIN", HOUR)];
    const { run, server } = await setUp({ incidents, fetch: reopeningFetch(incidents[0]!.incident) });
    const path = new RegExp(`${what}$`);
    server.fail({ method: "POST", path, do: "status", status: 422, body: { detail: "No" } });
    const report = await run();
    expect(outcomesOf(report)).toEqual([["QAGAIN", "started"]]);
    expect(report).toMatchObject({ failures: [], warnings: [expect.stringMatching(/422, No/)] });
  });
});

describe("an incident that is settled", () => {
  test("is listed with what has it, and nothing is written", async () => {
    const { run, leave, writes, pagerDuty } = await setUp({
      incidents: [
        incidentOf("QFILED1", 9 * HOUR),
        incidentOf("QSKIPPED", 8 * HOUR, { urgency: "low" }),
        incidentOf("QMERGED", 7 * HOUR, {
          resolve_reason: { type: "merge_resolve_reason", incident: { id: "QTARGET" } },
        }),
        incidentOf("QPULLED", 6 * HOUR),
        incidentOf("QOLDTAGS", 5 * HOUR),
      ],
      config: "rules: [{ name: low, when: { urgency: low }, do: skip }]",
      existing: ["2026-02-10-QFILED1-the-title.md", "README.md"],
    });
    await leave(told("QPULLED", "draft", ago(6 * HOUR)), {
      pull_requests: [{ pr_url: PULL, pr_state: "open" }],
    });
    const old = await leave(["incident:QOLDTAGS", "event:01OLD"], { status_detail: "working" });
    await leave(["team:checkout"]);
    const report = await run();
    expect(report).toMatchObject({ decision: "reconciled", failures: [] });
    expect(outcomesOf(report)).toEqual([
      ["QFILED1", "has a file"],
      ["QSKIPPED", "skipped"],
      ["QMERGED", "skipped"],
      ["QPULLED", "has a session"],
      ["QOLDTAGS", "has a session"],
    ]);
    expect(reasonsOf(report)).toEqual([
      "it has a file in docs/postmortems",
      expect.stringMatching(/^the rule "low" skips it: urgency is low/),
      "it was merged into QTARGET",
      expect.stringMatching(new RegExp(`^https:\\S+ opened ${PULL}$`)),
      `${old.state["url"]} is at work`,
    ]);
    expect(writes()).toEqual([]);
    // Nobody asks for the details of an incident of which nothing is to be drafted.
    expect(pagerDuty.requests.filter(({ path }) => !path.startsWith("/incidents?"))).toEqual([]);
    expect(renderSummary(report)).toMatch(/\n\n- \*\*skipped\*\*: \[\\#387 QSKIPPED\]/);
  });

  test("shows no personal data in its reason, however many share it", async () => {
    const rules = "rules: [{ when: { priority: jo.doe@acme.example }, do: skip }]";
    const priority = { summary: "jo.doe@acme.example" };
    const { run } = await setUp({
      incidents: [incidentOf("QFIRST", HOUR, { priority }), incidentOf("QSECOND", HOUR, { priority })],
      config: rules,
    });
    const report = await run();
    expect(reasonsOf(report)).toEqual(Array(2).fill(expect.stringContaining("[redacted: e-mail address]")));
    expect(JSON.stringify(report)).not.toContain("jo.doe");
    // What the rules skip is named by its number alone.
    expect(reconcileResult(report).rows.map(({ title }) => title)).toEqual([null, null]);
  });

  test("has its sessions read once in pages, not once an incident", async () => {
    const incidents = Array.from({ length: 30 }, (_, index) => incidentOf(`QMANY${index}`, HOUR + index));
    const { run, leave, server } = await setUp({ incidents });
    for (let left = 0; left < 250; left += 1)
      await leave(told(`QMANY${left}`, "draft", ago(0)), { status_detail: "working", status: "running" });
    const report = await run();
    expect(report.reason).toBe("30 incidents were resolved in 2 days: 30 has a session");
    // Two pages of the sessions and one of the archived ones, for the window and for those that need somebody.
    expect(server.requests).toHaveLength(6);
    expect(new Set(server.requests.map(({ path }) => path.split("?")[0]))).toEqual(
      new Set(["/v3/organizations/org-1/sessions"]),
    );
    expect(server.requests[0]?.path).toContain("tags=pagerduty-postmortem");
  });
});

describe("a session that missed the resolve", () => {
  test.for(["gather", "hold", "draft"])("after %s is told now, once", async (ask) => {
    const { run, leave, server } = await setUp({
      incidents: [incidentOf("QMISSED", HOUR)],
      // To tell a session starts none.
      config: "limits: { sessions-per-day: 0 }",
    });
    const session = await leave(told("QMISSED", ask, ago(70 * MINUTE)));
    expect(outcomesOf(await run())).toEqual([["QMISSED", "continued"]]);
    expect(outcomesOf(await run())).toEqual([["QMISSED", "has a session"]]);
    expect(session.messages).toHaveLength(1);
    expect(session.messages[0]?.message).toContain(`[postmortem-bridge] Event missed-${ago(HOUR)}`);
    expect(session.messages[0]?.message).toContain(`resolved at ${ago(HOUR)}`);
    expect(session.messages[0]?.message.includes("Stop gathering")).toBe(ask === "gather");
    expect(session.messages[0]?.message.includes("need not hold")).toBe(ask === "hold");
    expect(server.sessions()).toHaveLength(1);
  });

  test("after a hold whose time is later than the resolve's, as PagerDuty's times may be, is told now, once", async () => {
    const { run, leave } = await setUp({ incidents: [incidentOf("QMISSED", HOUR)] });
    const session = await leave(told("QMISSED", "hold", ago(HOUR - 1_000)));
    expect(outcomesOf(await run())).toEqual([["QMISSED", "continued"]]);
    expect(outcomesOf(await run())).toEqual([["QMISSED", "has a session"]]);
    expect(session.messages).toHaveLength(1);
  });

  test("is not told twice where the event's own run told it and was cut off before its tag", async () => {
    const { run, dispatch, leave, server } = await setUp({ incidents: [incidentOf("QMISSED", HOUR)] });
    const session = await leave(told("QMISSED", "gather", ago(70 * MINUTE)));
    server.fail({ method: "POST", path: /tags/, do: "status", status: 403, body: { detail: "No" } });
    await dispatch({
      event: { occurred_at: ago(HOUR) },
      incident: { id: "QMISSED", created_at: ago(90 * MINUTE) },
    });
    expect(session.messages).toHaveLength(1);
    const report = await run();
    expect(outcomesOf(report)).toEqual([["QMISSED", "skipped"]]);
    expect(session.messages).toHaveLength(1);
    expect(outcomesOf(await run())).toEqual([["QMISSED", "has a session"]]);
  });

  test("and has ended is replaced by one that is told so", async () => {
    const { run, leave, server } = await setUp({ incidents: [incidentOf("QMISSED", HOUR)] });
    const old = await leave(told("QMISSED", "gather", ago(70 * MINUTE)), { status: "exit" });
    const report = await run();
    expect(outcomesOf(report)).toEqual([["QMISSED", "started"]]);
    expect(server.sessions()[1]?.request.prompt).toContain(
      `An earlier session of this incident, ${old.state["url"]}, has ended; you take its place.`,
    );
  });

  test("and has ended waits where the day's limit is used up", async () => {
    const { run, leave } = await setUp({
      incidents: [incidentOf("QMISSED", HOUR)],
      config: "limits: { sessions-per-day: 0 }",
    });
    await leave(told("QMISSED", "gather", ago(70 * MINUTE)), { status: "exit" });
    expect(outcomesOf(await run())).toEqual([["QMISSED", "deferred"]]);
  });

  test("and is stuck is told, with a warning", async () => {
    const { run, leave } = await setUp({ incidents: [incidentOf("QMISSED", HOUR)] });
    const session = await leave(told("QMISSED", "gather", ago(70 * MINUTE)), {
      status: "suspended",
      status_detail: "out_of_quota",
    });
    const report = await run();
    expect(outcomesOf(report)).toEqual([["QMISSED", "continued"]]);
    expect(report.warnings).toEqual([
      `The session ${session.state["url"]} is stuck: the organization is out of quota: raise it in Devin's settings.`,
    ]);
  });

  test.for([
    ["the rules skip it", { urgency: "low" }, /^the rule "low" skips it/],
    [
      "it was merged",
      { resolve_reason: { type: "merge_resolve_reason", incident: { id: "QTARGET" } } },
      /^it was merged into QTARGET/,
    ],
  ] as const)("is ended where it only gathered or held and %s", async ([, overrides, reason]) => {
    const ids = ["QNONE1", "QHELD1", "QDRAFTED"];
    const { run, leave, tell } = await setUp({
      incidents: ids.map((id) => incidentOf(id, HOUR, overrides)),
      config: "rules: [{ name: low, when: { urgency: low }, do: skip }]",
    });
    const gathering = await leave(told("QNONE1", "gather", ago(70 * MINUTE)));
    const held = await leave(told("QHELD1", "draft", ago(70 * MINUTE)));
    await tell(held, buildHold("01REOPENED", NOW - 65 * MINUTE));
    const drafted = await leave(told("QDRAFTED", "draft", ago(70 * MINUTE)));
    const report = await run();
    expect(reasonsOf(report)).toEqual(ids.map(() => expect.stringMatching(reason)));
    expect(reasonsOf(report).map((one) => one.endsWith("was ended"))).toEqual([true, true, false]);
    expect([gathering, held, drafted].map(({ state }) => state["is_archived"])).toEqual([true, true, false]);
    expect(reasonsOf(await run())[0]).not.toContain("was ended");
  });
});

describe("a session that a person had started of an incident that the rules skip", () => {
  const config = "rules: [{ name: low, when: { urgency: low }, do: skip }]";

  test("is told of the resolve while it lives, and gets no successor", async () => {
    const incidents = ["QLIVES", "QENDED"].map((id) => incidentOf(id, HOUR, { urgency: "low" }));
    const { run, leave, server } = await setUp({ incidents, config });
    const live = await leave([...told("QLIVES", "hold", ago(70 * MINUTE)), "by-hand"]);
    await leave([...told("QENDED", "hold", ago(70 * MINUTE)), "by-hand"], { status: "exit" });
    const report = await run();
    expect(outcomesOf(report)).toEqual([
      ["QLIVES", "continued"],
      ["QENDED", "skipped"],
    ]);
    expect(reasonsOf(report)[0]).toContain(
      'somebody asked for it by hand; by the rules: the rule "low" skips it',
    );
    expect(live.messages).toHaveLength(1);
    expect(live.state["is_archived"]).toBe(false);
    expect(server.sessions()).toHaveLength(2);
  });
});

describe("two live sessions of an incident that is open", () => {
  test("become one where the younger knows no more, and no session without an incident is touched", async () => {
    const { run, leave, server } = await setUp();
    const tags = [
      told("QOPEN1", "gather", ago(HOUR)),
      told("QOPEN1", "gather", ago(HOUR)),
      told("QOPEN2", "gather", ago(HOUR)),
      told("QOPEN2", "draft", ago(HOUR)),
      ["team:checkout"],
      ["team:checkout"],
    ];
    for (const [age, one] of tags.entries())
      await leave(one, { status: "running", status_detail: "working", created_at: NOW / 1_000 + age });
    await run({ "dry-run": "true" });
    const isEnded = () => server.sessions().map(({ state }) => state["is_archived"]);
    expect(isEnded()).toEqual(tags.map(() => false));
    await run();
    expect(isEnded()).toEqual([false, true, false, false, false, false]);
  });
});

describe("a session that needs a person", () => {
  const waiting = { status: "running", status_detail: "waiting_for_user" };

  test.for([
    ["failed", { status: "error" }, "it crashed: open it, then draft the incident by hand"],
    [
      "is out of quota",
      { status: "suspended", status_detail: "out_of_quota" },
      "the organization is out of quota: raise it in Devin's settings",
    ],
    [
      "waits for something new",
      { status: "running", status_detail: "waiting_for_secret" },
      'it is "waiting_for_secret": open it and see what it needs',
    ],
  ] as const)("since it %s is stuck, with what to do", async ([, state, advice]) => {
    const { run, leave, writes } = await setUp({ incidents: [incidentOf("QSTUCK", HOUR)] });
    const session = await leave(told("QSTUCK", "draft", ago(HOUR)), state);
    const report = await run();
    expect(outcomesOf(report)).toEqual([["QSTUCK", "stuck"]]);
    expect(reasonsOf(report)).toEqual([`${session.state["url"]}: ${advice}`]);
    expect(report.failures).toEqual([expect.stringContaining("needs somebody")]);
    expect(session.state.tags).toContain("needs-somebody");
    const again = await run();
    expect(again).toMatchObject({ failures: [], warnings: [expect.stringContaining("needs somebody")] });
    expect(writes()).toHaveLength(1);
  });

  test.for([
    ["new", null, 604_801, "stuck"],
    ["running", "working", 604_801, "stuck"],
    ["a_status_of_next_year", null, 604_801, "stuck"],
    ["running", "working", 604_799, "has a session"],
  ] as const)(
    "since it does nothing for a week: %s/%s for %s s is %s",
    async ([status, status_detail, age, outcome]) => {
      const { run, leave } = await setUp({ incidents: [incidentOf("QSTUCK", 26 * HOUR)] });
      const seen = NOW / 1_000 - age;
      const times = { created_at: seen, updated_at: seen };
      const session = await leave(told("QSTUCK", "draft", ago(HOUR)), { status, status_detail, ...times });
      const report = await run();
      expect(outcomesOf(report)).toEqual([["QSTUCK", outcome]]);
      expect(report.failures).toHaveLength(outcome === "stuck" ? 1 : 0);
      if (outcome === "stuck")
        expect(reasonsOf(report)[0]).toContain(`${session.state["url"]} gave no sign of life`);
    },
  );

  test("is none that works, as far as its times can be read", () => {
    const session = sessionOf({ created_at: "yesterday", updated_at: null });
    expect(standingOf(session, [session], null, NOW).kind).toBe("well");
  });

  test.for([
    ["has exited", { status: "exit" }],
    ["has finished", { status: "running", status_detail: "finished" }],
    [
      "opened one elsewhere",
      {
        status: "exit",
        pull_requests: [{ pr_url: "https://github.com/acme/orders/pull/1", pr_state: "open" }],
      },
    ],
  ] as const)("without a pull request, since it %s, is not restarted", async ([, state]) => {
    const { run, leave, server, writes } = await setUp({ incidents: [incidentOf("QSTUCK", HOUR)] });
    const session = await leave(told("QSTUCK", "draft", ago(HOUR)), state);
    const report = await run();
    expect(outcomesOf(report)).toEqual([["QSTUCK", "stuck"]]);
    expect(reasonsOf(report)[0]).toContain(`${session.state["url"]} ended without a pull request`);
    expect(server.sessions()).toHaveLength(1);
    expect(writes().map(({ path }) => path.split("/").at(-1))).toEqual(["tags"]);
  });

  test("outside the window is looked at too, and a refusal there is a warning", async () => {
    const { run, leave, server } = await setUp();
    await leave(["incident:QOLDER1"], { status: "error" });
    await leave(told("QWAITS2", "hold", ago(5 * DAY)), { status: "error" });
    expect((await run()).failures).toEqual([expect.stringContaining("needs somebody")]);
    await leave(told("QWAITS1", "draft", ago(5 * DAY)), waiting);
    server.fail({ method: "GET", path: /messages/, do: "status", status: 403, body: { detail: "No" } });
    expect((await run()).warnings.join(" ")).toMatch(/needs somebody.*|403, No/);
  });

  test("outside the window is left alone where it was told to hold, though no tag says so", async () => {
    const { run, leave, tell, writes } = await setUp();
    const session = await leave(told("QHELD1", "draft", ago(5 * DAY)), waiting);
    await tell(session, buildHold("01REOPENED", NOW - 4 * DAY));
    Object.assign(session.state, waiting);
    expect(await run()).toMatchObject({ failures: [], warnings: [] });
    expect(writes()).toEqual([]);
  });

  test("is seen behind its duplicate, which was archived", async () => {
    const { run, leave } = await setUp({ incidents: [incidentOf("QSTUCK", HOUR)] });
    const stuck = await leave(told("QSTUCK", "draft", ago(HOUR)), { status: "error" });
    await leave(told("QSTUCK", "draft", ago(HOUR)), { status: "exit", is_archived: true });
    expect((await run()).failures).toEqual([expect.stringContaining(String(stuck.state["url"]))]);
  });

  test("is not hidden by the pull request of the session before it, unless it says that it went on with that", async () => {
    const { run, leave } = await setUp({ incidents: [incidentOf("QSTUCK", HOUR)] });
    const pull_requests = [{ pr_url: PULL, pr_state: "open" }];
    await leave(told("QSTUCK", "draft", ago(DAY)), { is_archived: true, pull_requests });
    const stuck = await leave(told("QSTUCK", "draft", ago(HOUR)), { status: "exit" });
    stuck.state.created_at += 1;
    expect((await run()).failures).toEqual([expect.stringContaining("ended without a pull request")]);
    stuck.state.structured_output = {
      outcome: "pull_request_opened",
      pull_request: PULL,
      file: null,
      root_cause_status: "likely",
      evidence_used: [],
      not_checked: [],
    };
    expect(outcomesOf(await run())).toEqual([["QSTUCK", "has a session"]]);
  });

  test("that cannot be tagged is red again, which is said", async () => {
    const { run, leave, server } = await setUp({ incidents: [incidentOf("QSTUCK", HOUR)] });
    await leave(told("QSTUCK", "draft", ago(HOUR)), { status: "error" });
    server.fail({ method: "POST", path: /tags/, do: "status", status: 403, body: { detail: "No" } });
    const report = await run();
    expect(report.failures).toHaveLength(1);
    expect(report.warnings).toEqual([expect.stringContaining("the next run is red again")]);
  });

  test("is settled once a person archived it", async () => {
    const { run, leave, server, writes } = await setUp({ incidents: [incidentOf("QSTUCK", HOUR)] });
    await leave(told("QSTUCK", "draft", ago(HOUR)), { status: "exit", is_archived: true });
    expect(outcomesOf(await run())).toEqual([["QSTUCK", "has a session"]]);
    expect(server.sessions()).toHaveLength(1);
    expect(writes()).toEqual([]);
  });

  test("for an answer is reminded once", async () => {
    const { run, leave, writes } = await setUp({ incidents: [incidentOf("QWAITS", HOUR)] });
    const session = await leave(told("QWAITS", "draft", ago(HOUR)), waiting);
    const report = await run();
    expect(outcomesOf(report)).toEqual([["QWAITS", "nudged"]]);
    expect(reasonsOf(report)).toEqual([`${session.state["url"]} waited for somebody, and was told to go on`]);
    Object.assign(session.state, waiting);
    const again = await run();
    expect(outcomesOf(again)).toEqual([["QWAITS", "stuck"]]);
    expect(reasonsOf(again)).toEqual([`${session.state["url"]} waits for somebody: open it and answer`]);
    expect(session.messages.map(({ message }) => message)).toEqual([REMINDER]);
    expect(again.failures).toEqual([expect.stringContaining("needs somebody")]);
    expect(session.state.tags).toEqual(expect.arrayContaining(["nudged", "needs-somebody"]));
    expect(writes()).toHaveLength(3);
  });

  test("is not reminded again where its tag was refused, which is a warning", async () => {
    const { run, leave, server } = await setUp({ incidents: [incidentOf("QWAITS", HOUR)] });
    const session = await leave(told("QWAITS", "draft", ago(HOUR)), waiting);
    server.fail({ method: "POST", path: /tags/, do: "status", status: 403, body: { detail: "No" } });
    const report = await run();
    expect(report).toMatchObject({ rows: [{ outcome: "nudged" }], failures: [] });
    expect(report.warnings).toEqual([
      expect.stringMatching(
        /^The session https:\S+ has the reminder, but not its tag\. Tagging .* 403, No\. /,
      ),
    ]);
    Object.assign(session.state, waiting);
    expect(outcomesOf(await run())).toEqual([["QWAITS", "stuck"]]);
    expect(session.messages).toHaveLength(1);
    expect(session.state.tags).toContain("nudged");
  });

  test("and meets a bug of ours on its way hides it from nobody", async () => {
    const { run, leave, server } = await setUp({ incidents: [incidentOf("QWAITS", HOUR)] });
    await leave(told("QWAITS", "draft", ago(HOUR)), waiting);
    const bug = new TypeError("a bug");
    const clock = { ...fakeClock(NOW), sleep: () => Promise.reject(bug) };
    server.fail({ method: "POST", path: /tags/, do: "status", status: 503 });
    await expect(run({}, "workflow_dispatch", clock)).rejects.toBe(bug);
  });

  test("where nobody wants a pull request has ended its turn, and is left alone", async () => {
    const { run, leave, writes } = await setUp({
      incidents: [incidentOf("QWAITS", HOUR)],
      config: "publish: confluence",
    });
    const session = await leave(told("QWAITS", "draft", ago(HOUR)), waiting);
    const report = await run();
    expect(outcomesOf(report)).toEqual([["QWAITS", "has a session"]]);
    expect(reasonsOf(report)).toEqual([`${session.state["url"]} has ended its turn`]);
    expect(writes()).toEqual([]);
  });
});

describe("what goes wrong with one incident", () => {
  const rules = `
rules:
  - when: { urgency: low }
    do: draft
    template: docs/none.md
`;

  test("is its own row and a red sentence, and stops no other", async () => {
    const { run, leave, server, titles } = await setUp({
      incidents: [
        incidentOf("QREFUSED", 9 * HOUR),
        incidentOf("QSETTING", 8 * HOUR, { urgency: "low" }),
        incidentOf("QSETTIN2", 7 * HOUR, { urgency: "low" }),
        incidentOf("QMISSED", 6 * HOUR),
      ],
      config: rules,
    });
    await leave(told("QREFUSED", "gather", ago(10 * HOUR)));
    server.fail({ method: "POST", path: /messages/, do: "status", status: 422, body: { detail: "No" } });
    const report = await run();
    expect(outcomesOf(report)).toEqual([
      ["QREFUSED", "failed"],
      ["QSETTING", "failed"],
      ["QSETTIN2", "failed"],
      ["QMISSED", "started"],
    ]);
    expect(report.decision).toBe("reconciled");
    expect(report.failures).toEqual([
      expect.stringMatching(/^Sending the update to the session failed .* 422, No/),
      'template is "docs/none.md", and there is no such file in the docs repository',
    ]);
    expect(titles().at(-1)).toBe("Postmortem: The title of QMISSED (#387)");
  });

  test("counts against the day's limit where no session could be started, so that not every record is read in vain", async () => {
    const incidents = ["QFIRST", "QSECOND", "QTHIRD"].map((id, index) => incidentOf(id, (9 - index) * HOUR));
    const { run, server } = await setUp({ incidents, config: "limits: { sessions-per-day: 2 }" });
    server.fail({ method: "POST", path: /sessions$/, do: "status", status: 403, times: 3 });
    expect(outcomesOf(await run())).toEqual([
      ["QFIRST", "failed"],
      ["QSECOND", "failed"],
      ["QTHIRD", "deferred"],
    ]);
  });

  test("is told in at most ten red sentences, and in a row each", async () => {
    const incidents = Array.from({ length: 12 }, (_, index) => incidentOf(`QBAD${index + 10}`, HOUR));
    const { run, leave, server } = await setUp({ incidents });
    for (const { incident } of incidents) await leave(told(`${incident["id"]}`, "gather", ago(2 * HOUR)));
    server.fail({ method: "POST", path: /messages/, do: "status", status: 422, times: 12 });
    const report = await run();
    expect(reconcileResult(report).rows).toHaveLength(12);
    expect(report.failures).toHaveLength(10);
  });

  test("never crowds out a session that needs somebody: what finds no room is told by the next run", async () => {
    const { run, leave, server } = await setUp();
    for (let index = 10; index < 70; index++) await leave([`incident:QSTUCK${index}`], { status: "error" });
    const tagged = () =>
      server.sessions().filter(({ state }) => state.tags.includes("needs-somebody")).length;
    for (let round = 1; round <= 6; round++) {
      expect((await run()).failures).toHaveLength(10);
      expect(tagged()).toBe(10 * round);
    }
    const { failures, warnings } = await run();
    expect(failures).toEqual([]);
    expect(warnings).toHaveLength(51);
    expect(warnings.at(-1)).toMatch(/^10 more/);
  });

  test("is remembered last of all, so that a run which was cut off keeps no later one silent", async () => {
    const seen: string[][] = [];
    const { run, leave, server } = await setUp({
      incidents: [incidentOf("QSTUCK", 2 * HOUR), incidentOf("QMISSED", HOUR)],
      devin: { onSession: () => void seen.push([...(server.sessions()[0]?.state.tags ?? [])]) },
    });
    const session = await leave(told("QSTUCK", "draft", ago(HOUR)), { status: "error" });
    expect(outcomesOf(await run()).at(-1)).toEqual(["QMISSED", "started"]);
    expect(seen.at(-1)).not.toContain("needs-somebody");
    expect(session.state.tags).toContain("needs-somebody");
  });

  test("hides no bug of ours", async () => {
    const bug = new TypeError("a bug");
    const read = (path: string) => {
      if (path === "docs/none.md") throw bug;
      return null;
    };
    const incidents = [incidentOf("QSETTING", HOUR, { urgency: "low" })];
    const { run } = await setUp({ incidents, config: rules, read });
    await expect(run()).rejects.toBe(bug);
  });

  test("is not named where only its whole record shows that the rules skip it, and its session is ended", async () => {
    const listed = incidentOf("QPRIVATE", HOUR);
    const { run, leave, pagerDuty } = await setUp({
      incidents: [listed],
      config: "on-acknowledge: gather\nrules: [{ when: { type: security_default }, do: skip }]",
    });
    const gathering = await leave(told("QPRIVATE", "gather", ago(70 * MINUTE)));
    const { incident } = listed;
    const whole = { ...incident, incident_type: { name: "security_default" } };
    pagerDuty.fail({ path: /QPRIVATE\?/, do: "status", status: 200, body: { incident: whole } });
    expect(reconcileResult(await run()).rows).toMatchObject([{ outcome: "skipped", title: null }]);
    expect(gathering.state["is_archived"]).toBe(true);
  });

  test("is no failure where PagerDuty has deleted it", async () => {
    const { run, pagerDuty, server } = await setUp({
      incidents: [incidentOf("QGONE1", 2 * HOUR), incidentOf("QMISSED", HOUR)],
    });
    pagerDuty.fail({ path: /QGONE1/, do: "status", status: 404, times: 9 });
    const report = await run();
    expect(outcomesOf(report)).toEqual([
      ["QGONE1", "skipped"],
      ["QMISSED", "started"],
    ]);
    expect(reasonsOf(report)[0]).toBe("PagerDuty does not know it any longer");
    expect(report.failures).toEqual([]);
    expect(server.sessions()).toHaveLength(1);
  });

  test("is no failure where it was reopened meanwhile", async () => {
    const incidents = [incidentOf("QOPEN1", HOUR), incidentOf("QAGAIN", HOUR)];
    const log = [
      ["trigger", 90 * MINUTE],
      ["resolve", HOUR],
      ["trigger", MINUTE],
    ] as const;
    incidents[1]!.log_entries = log.map(([type, at]) => ({ type: `${type}_log_entry`, created_at: ago(at) }));
    const { run, pagerDuty } = await setUp({ incidents });
    const shown = incidents[0]!.incident;
    // The list has it as resolved, and by the time that it is read alone it is open again.
    const reopening = {
      get: () => (pagerDuty.requests.length > 2 ? "triggered" : "resolved"),
      enumerable: true,
    };
    Object.defineProperty(shown, "status", reopening);
    const report = await run();
    expect(outcomesOf(report)).toEqual([
      ["QOPEN1", "skipped"],
      ["QAGAIN", "skipped"],
    ]);
    expect(reasonsOf(report)).toEqual([
      "it is not resolved yet but triggered",
      "it was reopened since; its next resolve decides",
    ]);
  });

  test("is no failure where the token's role loses sight of it: it is drafted from the list, which is told", async () => {
    const { run, pagerDuty, server } = await setUp({ incidents: [incidentOf("QHIDDEN", HOUR)] });
    const body = { error: { message: "Access Denied", code: 2018 } };
    pagerDuty.fail({ path: /QHIDDEN/, do: "status", status: 403, body, times: 9 });
    expect(outcomesOf(await run())).toEqual([["QHIDDEN", "started"]]);
    expect(server.sessions()[0]?.request.prompt).toContain("The title of QHIDDEN");
    expect(server.sessions()[0]?.request.prompt).toContain(
      "Incident: PagerDuty answered 403, Access Denied (the token's role loses sight of an incident once it is resolved)",
    );
  });
});

test("a dry run starts, tells, reminds and ends nothing", async () => {
  const { run, leave, writes, server } = await setUp({
    incidents: [
      incidentOf("QMISSED", 9 * HOUR),
      incidentOf("QTELL01", 8 * HOUR),
      incidentOf("QWAITS", 7 * HOUR),
      incidentOf("QENDED", 6 * HOUR, { urgency: "low" }),
    ],
    config: "limits: { sessions-per-day: 0 }\nrules: [{ name: low, when: { urgency: low }, do: skip }]",
  });
  await leave(told("QTELL01", "gather", ago(9 * HOUR)));
  await leave(told("QWAITS", "draft", ago(HOUR)), { status: "running", status_detail: "waiting_for_user" });
  const gathering = await leave(told("QENDED", "gather", ago(9 * HOUR)));
  const report = await run({ "dry-run": "true" });
  expect(outcomesOf(report)).toEqual([
    ["QMISSED", "deferred"],
    ["QTELL01", "dry-run"],
    ["QWAITS", "stuck"],
    ["QENDED", "skipped"],
  ]);
  expect(reasonsOf(report)[1]).toBe("no rule matched, and otherwise is draft");
  expect(gathering.state["is_archived"]).toBe(false);
  expect(server.sessions()).toHaveLength(3);
  expect(writes()).toEqual([]);
});

test("nobody waits for the pull request of one of many", async () => {
  const { run, server } = await setUp({ incidents: [incidentOf("QMISSED", HOUR)] });
  expect(outcomesOf(await run({ "wait-minutes": "10" }))).toEqual([["QMISSED", "started"]]);
  expect(server.requests.filter(({ path }) => /sessions\/devin-/.test(path))).toEqual([]);
});
