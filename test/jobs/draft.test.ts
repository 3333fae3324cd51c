/** The life of one incident, event by event, each a whole run of the action. */

import { describe, expect, test } from "vitest";
import type { JobSurroundings } from "../../src/jobs/context.ts";
import { runJob } from "../../src/jobs/run.ts";
import { writeOwnNote } from "../../src/pagerduty/own-note.ts";
import { fakeClock } from "../builders.ts";
import { incidentResult } from "./results.ts";
import { devinWith, ID, pagerDutyWith, restIncident } from "./services.ts";
import { BY_HAND, CONFIG, eventOf, surroundingsOf } from "./surroundings.ts";

const GATHER = "on-acknowledge: gather\n";
const SKIP_LOW = "rules: [{ name: low, when: { urgency: low }, do: skip }]\n";
const PULL = "https://github.com/acme/docs/pull/7";
const PATH = "docs/postmortems/2026-02-10-Q1ORDERSPOOL01-database-connection-pool-exhaustion.md";
const NEXT_DAY = Date.parse("2026-02-11T09:00:00Z");

const at = (time: string) => `2026-02-10T${time}:00Z`;

type Options = { config?: string; devin?: Parameters<typeof devinWith>[0]; token?: object; now?: number };

async function setUp({ config = "", devin = {}, token = {}, now = NEXT_DAY }: Options = {}) {
  const { inputs: devinInputs, ...devinSide } = await devinWith(devin);
  const { server } = devinSide;
  const log_entries = [{ type: "trigger_log_entry", created_at: at("14:32") }];
  const known = restIncident({ status: "acknowledged", resolved_at: null }, { log_entries, notes: [] });
  const { incident } = known;
  const { pagerDuty, inputs: withToken } = await pagerDutyWith([known], { token });

  function perform(event: JobSurroundings["event"], inputs: Record<string, string> = {}) {
    return runJob(
      surroundingsOf({
        inputs: { ...devinInputs, "devin-org-id": "org-1", ...inputs },
        event,
        fetch,
        clock: fakeClock(now),
        files: { [CONFIG]: config },
      }),
    );
  }

  /** The run of an event that happened at a time of that day; its id is its type and that time. */
  function run(
    type: "acknowledged" | "resolved" | "reopened" | "priority_updated",
    time: string | null,
    { inputs = {}, told = {} }: { inputs?: Record<string, string>; told?: Record<string, unknown> } = {},
  ) {
    const status = type === "acknowledged" ? "acknowledged" : type === "reopened" ? "triggered" : "resolved";
    const event = eventOf({
      event: {
        id: `01${type.toUpperCase()}-${time?.replace(":", ".")}`,
        type: `incident.${type}`,
        occurred_at: time && at(time),
      },
      incident: { status, ...told },
    });
    return perform(event, inputs);
  }

  /** What PagerDuty itself has by now. */
  function logs(type: "resolve" | "trigger", time: string) {
    incident["status"] = type === "resolve" ? "resolved" : "triggered";
    incident["resolved_at"] = type === "resolve" ? at(time) : null;
    known.log_entries?.push({ type: `${type}_log_entry`, created_at: at(time) });
  }

  return {
    ...devinSide,
    pagerDuty,
    incident,
    known,
    withToken,
    logs,
    run,
    byHand: (inputs: Record<string, string> = {}) => perform(BY_HAND, { incident: ID, ...inputs }),
    session: () => server.sessions()[0]!,
    messages: () => server.sessions().flatMap(({ messages }) => messages.map(({ message }) => message)),
  };
}

describe("an acknowledged incident", () => {
  test("is skipped unless the configuration has it gathered for, and PagerDuty is not asked", async () => {
    const { run, server, pagerDuty, withToken } = await setUp();
    expect(await run("acknowledged", "14:38", { inputs: withToken })).toMatchObject({
      job: "gather",
      decision: "skipped",
      reason: "on-acknowledge is skip in the configuration",
      failures: [],
    });
    expect(server.requests).toEqual([]);
    expect(pagerDuty.requests).toEqual([]);
  });

  test("is given a session that gathers and writes nothing yet", async () => {
    const { run, session } = await setUp({ config: GATHER, devin: { strict: true } });
    expect(await run("acknowledged", "14:38")).toMatchObject({
      job: "gather",
      decision: "started",
      reason: "no rule matched, and otherwise is draft; the incident had no live session",
      session: { id: session().id },
      path: null,
      failures: [],
    });
    expect(session().request.tags).toEqual([
      "pagerduty-postmortem",
      "service:orders-service",
      `incident:${ID}`,
      "event:01ACKNOWLEDGED-14.38",
      "asked:gather@2026-02-10T14:38:00.000Z",
    ]);
    expect(session().request.prompt).toContain("write nothing yet");
    for (const words of ["File: `", "Branch: `", "Skeleton:"])
      expect(session().request.prompt).not.toContain(words);
  });

  test("is not waited for", async () => {
    const { run, server } = await setUp({ config: GATHER });
    await run("acknowledged", "14:38", { inputs: { "wait-minutes": "10" } });
    expect(server.requests.filter(({ path }) => /sessions\/devin-/.test(path))).toEqual([]);
  });

  test("in a dry run shows the brief and starts nothing", async () => {
    const { run, server } = await setUp({ config: GATHER });
    const report = await run("acknowledged", "14:38", { inputs: { "dry-run": "true" } });
    expect(report).toMatchObject({ decision: "dry-run", path: null });
    expect(incidentResult(report).prompt).toContain("write nothing yet");
    expect(server.requests).toEqual([]);
  });

  test("stands in a block of another name in each run, which no stranger can know", async () => {
    const { run } = await setUp({ config: GATHER });
    const nameOf = async () => {
      const report = await run("acknowledged", "14:38", { inputs: { "dry-run": "true" } });
      return /<(incident-data-[0-9a-f]{12})>/.exec(incidentResult(report).prompt ?? "")?.[1];
    };
    const name = await nameOf();
    expect(name).toBeDefined();
    expect(await nameOf()).not.toBe(name);
  });

  test.for([
    ["a rule skips", `${GATHER}${SKIP_LOW}`, { urgency: "low" }, /^the rule "low" skips it: urgency is low/],
    ["no rule drafts", `${GATHER}otherwise: skip`, {}, /^no rule matched, and otherwise is skip/],
    ["was merged", GATHER, { merged_into: "Q2OTHER" }, /^it was merged into Q2OTHER$/],
    [
      "is resolved already",
      GATHER,
      { status: "resolved" },
      /^it is resolved already, and its resolve decides$/,
    ],
  ] as const)("that %s is skipped with the reason", async ([, config, told, reason]) => {
    const { run, server } = await setUp({ config });
    const report = await run("acknowledged", "14:38", { told });
    expect(report).toMatchObject({ decision: "skipped", reason: expect.stringMatching(reason) });
    expect(server.requests).toEqual([]);
  });

  test("that PagerDuty knows as resolved by now is skipped, whatever the event says", async () => {
    const { run, logs, withToken, server } = await setUp({ config: GATHER });
    logs("resolve", "15:18");
    expect(await run("acknowledged", "14:38", { inputs: withToken })).toMatchObject({
      decision: "skipped",
      reason: "it is resolved already, and its resolve decides",
    });
    expect(server.sessions()).toEqual([]);
  });
});

describe("an incident that was gathered for", () => {
  test("has its session draft when it is resolved", async () => {
    const { run, server, session, messages } = await setUp({ config: GATHER });
    await run("acknowledged", "14:38");
    expect(await run("resolved", "15:18")).toMatchObject({
      decision: "continued",
      session: { id: session().id },
      path: PATH,
    });
    expect(server.sessions()).toHaveLength(1);
    expect(messages()).toHaveLength(1);
    for (const words of [
      "Stop gathering and draft its postmortem",
      "[postmortem-bridge] Event 01RESOLVED-15.18, resolved at 2026-02-10T15:18:00Z",
      `File: \`${PATH}\``,
      "## Procedure",
      "## Form",
      "## Wording",
      "## Rules",
      "incident: Q1ORDERSPOOL01",
      "resolved: 2026-02-10T15:18:00Z",
    ])
      expect(messages()[0]).toContain(words);
    expect(session().state.tags).toEqual(
      expect.arrayContaining(["event:01RESOLVED-15.18", "asked:draft@2026-02-10T15:18:02.000Z"]),
    );
  });

  test("gets a new session where that has ended, which is told so, and of its pull requests", async () => {
    const { run, server, session } = await setUp({ config: GATHER });
    await run("acknowledged", "14:38");
    Object.assign(session().state, { status: "exit", pull_requests: [{ pr_url: PULL, pr_state: "open" }] });
    const report = await run("resolved", "15:18");
    const old = session().state["url"];
    expect(report.decision).toBe("started");
    expect(report.reason).toMatch(new RegExp(`; the incident had no live session, ${old} has ended$`));
    expect(server.sessions()[1]?.request.prompt).toContain(
      `An earlier session of this incident, ${old}, has ended; you take its place. It had opened ${PULL}.`,
    );
    expect(server.sessions()[1]?.request.prompt).toContain(`File: \`${PATH}\``);
  });

  test.for([
    [
      "the rules skip it",
      { urgency: "low" },
      /^the rule "low" skips it: .*; its session, which waited for the resolve, was ended$/,
    ],
    [
      "it was merged",
      { merged_into: "Q2OTHER" },
      /^it was merged into Q2OTHER; its session, which waited for the resolve, was ended$/,
    ],
  ] as const)("has its session ended where %s", async ([, told, reason]) => {
    const { run, session } = await setUp({ config: `${GATHER}${SKIP_LOW}` });
    await run("acknowledged", "14:38");
    expect(await run("resolved", "15:18", { told })).toMatchObject({
      decision: "skipped",
      reason: expect.stringMatching(reason),
      session: { id: session().id },
      failures: [],
    });
    expect(session().state).toMatchObject({ is_archived: true, status: "exit" });
  });

  test("has its session ended too where that was told to hold meanwhile", async () => {
    const { run, session } = await setUp({ config: `${GATHER}${SKIP_LOW}` });
    await run("acknowledged", "14:38");
    await run("reopened", "15:00");
    await run("resolved", "15:18", { told: { urgency: "low" } });
    expect(session().state["is_archived"]).toBe(true);
  });

  test("keeps its session in a dry run, and where the event is older than what that knows", async () => {
    const { run, session } = await setUp({ config: `${GATHER}${SKIP_LOW}` });
    await run("acknowledged", "14:38");
    const told = { urgency: "low" };
    const inputs = { "dry-run": "true" };
    expect((await run("resolved", "15:18", { told, inputs })).decision).toBe("skipped");
    expect((await run("resolved", "14:37", { told })).reason).not.toContain("was ended");
    expect(session().state["is_archived"]).toBe(false);
  });

  test("keeps its session where a person asks for one that was merged", async () => {
    const { run, byHand, incident, session, withToken } = await setUp({ config: GATHER });
    await run("acknowledged", "14:38");
    incident["resolve_reason"] = { type: "merge_resolve_reason", incident: { id: "Q2OTHER" } };
    expect(await byHand(withToken)).toMatchObject({
      decision: "skipped",
      reason: "it was merged into Q2OTHER",
    });
    expect(session().state["is_archived"]).toBe(false);
  });

  test("is not looked for where the configuration has none gathered for", async () => {
    const { run, server } = await setUp({ config: SKIP_LOW });
    await run("resolved", "15:18", { told: { urgency: "low" } });
    expect(server.requests).toEqual([]);
  });

  test("keeps its session once that drafts", async () => {
    const { run, session } = await setUp({ config: `${GATHER}${SKIP_LOW}` });
    await run("acknowledged", "14:38");
    await run("resolved", "15:18");
    const report = await run("resolved", "15:30", { told: { urgency: "low" } });
    expect(report).toMatchObject({ decision: "skipped", session: null });
    expect(session().state["is_archived"]).toBe(false);
  });

  test("is red where Devin does not end its session, and says what was decided", async () => {
    const { run, server } = await setUp({ config: `${GATHER}${SKIP_LOW}` });
    await run("acknowledged", "14:38");
    server.fail({ method: "DELETE", do: "status", status: 403, body: { detail: "No" } });
    const report = await run("resolved", "15:18", { told: { urgency: "low" } });
    expect(report).toMatchObject({ decision: "skipped", reason: expect.stringMatching(/^the rule "low"/) });
    expect(report.failures).toEqual([expect.stringMatching(/^Archiving the session failed .* 403, No\. /)]);
  });

  test("is drafted after all when its priority comes late, by a session that is told of the first", async () => {
    const { run, server, session } = await setUp({
      config: `${GATHER}rules: [{ name: P3, when: { priority: P3 }, do: skip }]`,
    });
    await run("acknowledged", "14:38");
    await run("resolved", "15:18", { told: { priority: "P3" } });
    expect(await run("priority_updated", "15:30", { told: { priority: "P1" } })).toMatchObject({
      decision: "started",
    });
    expect(server.sessions()).toHaveLength(2);
    expect(server.sessions()[1]?.request.prompt).toContain(
      `An earlier session of this incident, ${session().state["url"]}, has ended`,
    );
  });
});

describe("a reopened incident", () => {
  test("has its session hold, and the next resolve goes on with what is new", async () => {
    const { run, logs, withToken: inputs, server, session, messages } = await setUp();
    logs("resolve", "15:18");
    await run("resolved", "15:18", { inputs });
    logs("trigger", "15:40");
    expect(await run("reopened", "15:40", { inputs })).toMatchObject({
      job: "hold",
      decision: "held",
      reason: "the incident's live session was told to hold",
      session: { id: session().id },
      record: { incident: { id: ID } },
    });
    expect(messages()).toEqual([
      expect.stringMatching(
        /^\[postmortem-bridge\] Event 01REOPENED-15\.40, reopened at 2026-02-10T15:40:00Z\n\nThe incident was reopened\. Hold:/,
      ),
    ]);
    expect(session().state.tags).toContain("asked:hold@2026-02-10T15:40:00.000Z");

    const outcome = {
      outcome: "pull_request_opened",
      pull_request: PULL,
      file: "docs/postmortems/2026-02-10-Q1ORDERSPOOL01-its-first-title.md",
      root_cause_status: "likely",
      evidence_used: [],
      not_checked: [],
    };
    session().state.structured_output = outcome;
    logs("resolve", "16:05");
    expect(await run("resolved", "16:05", { inputs })).toMatchObject({
      decision: "continued",
      session: { id: session().id },
      path: outcome.file,
      record: { resolvedAt: Date.parse(at("16:05")), reopenings: 1 },
    });
    expect(server.sessions()).toHaveLength(1);
    const [, update = ""] = messages();
    expect(update).toContain("You need not hold any longer.");
    const [, news = ""] = update.split("New since 2026-02-10T15:40:00.000Z, when you were told last:\n");
    expect(news.split("\nSkeleton:")[0]).toContain(
      `"at": "2026-02-10T16:05:00.000Z",\n      "what": "Resolved"`,
    );
    expect(news.split("\nSkeleton:")[0]).not.toContain("15:18");
  });

  test("whose session could not be tagged with the hold is ended all the same once the rules skip it", async () => {
    const { run, logs, incident, withToken: inputs, server, session } = await setUp({ config: SKIP_LOW });
    logs("resolve", "15:18");
    await run("resolved", "15:18", { inputs });
    logs("trigger", "15:40");
    server.fail({ method: "POST", path: /tags/, do: "status", status: 409 });
    expect((await run("reopened", "15:40", { inputs })).decision).toBe("held");
    incident["urgency"] = "low";
    logs("resolve", "16:05");
    // An event from before the reopening ends nothing.
    await run("priority_updated", "15:30", { inputs });
    expect(session().state["is_archived"]).toBe(false);
    expect((await run("resolved", "16:05", { inputs })).reason).toMatch(/was ended$/);
    expect(session().state["is_archived"]).toBe(true);
  });

  test.for([
    ["goes on with the session that a person had started", true, "continued"],
    ["has its session ended where nobody asked for it", false, "skipped"],
  ] as const)("that the rules skip %s", async ([, isAsked, decision]) => {
    const {
      run,
      byHand,
      logs,
      withToken: inputs,
      incident,
      session,
      messages,
    } = await setUp({
      config: SKIP_LOW,
    });
    logs("resolve", "15:18");
    await (isAsked ? byHand() : run("resolved", "15:18", { inputs }));
    logs("trigger", "15:40");
    expect((await run("reopened", "15:40", { inputs })).decision).toBe("held");
    incident["urgency"] = "low";
    logs("resolve", "16:05");
    const report = await run("resolved", "16:05", { inputs });
    expect(report).toMatchObject({ decision, failures: [], session: { id: session().id } });
    expect(report.reason).toContain('the rule "low" skips it');
    expect(session().state["is_archived"]).toBe(!isAsked);
    expect(messages().some((message) => message.includes("You need not hold"))).toBe(isAsked);
  });

  test("without a live session starts none", async () => {
    const { run, leave, server, writes } = await setUp();
    const reason = "the incident has no live session that could hold";
    expect(await run("reopened", "15:40")).toMatchObject({ decision: "skipped", reason, session: null });
    await leave([`incident:${ID}`], { status: "exit" });
    expect(await run("reopened", "15:40")).toMatchObject({ decision: "skipped", reason });
    expect(server.sessions()).toHaveLength(1);
    expect(writes()).toEqual([]);
  });

  test("is red where Devin cannot be asked", async () => {
    const { run, server } = await setUp();
    server.fail({ do: "status", status: 403, body: { detail: "No" } });
    const report = await run("reopened", "15:40");
    expect(report).toMatchObject({ job: "hold", decision: null });
    expect(report.failures).toEqual([expect.stringContaining("403, No")]);
  });

  test("in a dry run tells nobody", async () => {
    const { run, server } = await setUp();
    const report = await run("reopened", "15:40", { inputs: { "dry-run": "true", "devin-api-key": "" } });
    expect(report).toMatchObject({
      job: "hold",
      decision: "dry-run",
      reason: "the incident was reopened; a live session of it would be told to hold",
      failures: [],
    });
    expect(incidentResult(report).prompt).toContain("Hold: write nothing");
    expect(server.requests).toEqual([]);
  });

  test("whose session only gathered still gets its first draft by the next resolve", async () => {
    const { run, messages } = await setUp({ config: GATHER });
    await run("acknowledged", "14:38");
    await run("reopened", "15:40");
    expect((await run("resolved", "15:18")).decision).toBe("skipped");
    expect((await run("resolved", "16:05")).decision).toBe("continued");
    expect(messages()).toHaveLength(2);
    expect(messages()[1]).toContain("Stop gathering and draft its postmortem");
    expect(messages()[1]).toContain(`File: \`${PATH}\``);
  });

  test("is not drafted by the resolve before, where PagerDuty's log tells of the reopening", async () => {
    const { run, logs, withToken: inputs, server } = await setUp();
    logs("resolve", "15:18");
    logs("trigger", "15:40");
    expect(await run("resolved", "15:18", { inputs })).toMatchObject({
      decision: "skipped",
      reason: "it was reopened since; its next resolve decides",
    });
    expect(server.requests).toEqual([]);
  });
});

describe("an event that arrives late", () => {
  test.for(["acknowledged", "reopened", "resolved"] as const)(
    "changes nothing where the session has newer news: %s",
    async (type) => {
      const { run, server, session, writes } = await setUp({ config: GATHER });
      await run("resolved", "16:05");
      server.requests.length = 0;
      const told = type === "acknowledged" ? {} : { status: "resolved" };
      const report = await run(type, "15:00", { told });
      expect(report).toMatchObject({ decision: "skipped", session: { id: session().id } });
      expect(report.reason).toContain("is older than what the incident's session knows: it has it");
      expect(writes()).toEqual([]);
    },
  );

  test("starts nothing where the session with newer news has ended", async () => {
    const { run, session, server } = await setUp();
    await run("resolved", "16:05");
    session().state.status = "exit";
    expect((await run("resolved", "15:18")).reason).toContain(
      "it had it and has ended; to draft again, run the workflow by hand",
    );
    expect(server.sessions()).toHaveLength(1);
  });

  test("without a time counts from its arrival", async () => {
    const { run, session } = await setUp();
    await run("resolved", "16:05");
    expect((await run("reopened", null)).decision).toBe("held");
    expect(session().state.tags).toContain("asked:hold@2026-02-11T09:00:00.000Z");
  });

  test("changes nothing after a draft by hand that knew of it", async () => {
    const { run, byHand, logs, withToken: inputs, messages } = await setUp();
    logs("resolve", "15:18");
    expect((await byHand(inputs)).decision).toBe("started");
    expect((await run("resolved", "15:18", { inputs })).decision).toBe("skipped");
    expect(messages()).toEqual([]);
  });

  test("is told after a draft by hand that knew the id alone", async () => {
    const { run, byHand, messages } = await setUp();
    await byHand();
    expect((await run("resolved", "15:18")).decision).toBe("continued");
    expect(messages()).toHaveLength(1);
  });
});

describe("a late priority", () => {
  test("has an incident drafted that the rules skipped without it", async () => {
    const { run, server } = await setUp({
      config: "rules: [{ when: { priority: P1 }, do: draft }]\notherwise: skip",
    });
    expect((await run("resolved", "15:18", { told: { priority: null } })).decision).toBe("skipped");
    expect((await run("priority_updated", "15:30", { told: { priority: "P2" } })).decision).toBe("skipped");
    expect((await run("priority_updated", "15:40")).decision).toBe("started");
    expect(server.sessions()).toHaveLength(1);
  });
});

describe("the limit of sessions a day", () => {
  const config = "limits: { sessions-per-day: 2 }";
  /** Sessions of other incidents, so many seconds before the run. */
  const busy = async (it: Awaited<ReturnType<typeof setUp>>, tags: string[], age: number) =>
    await it.leave(tags, { created_at: NEXT_DAY / 1_000 - age });

  test("defers what is over it, and the reason says so", async () => {
    const it = await setUp({ config });
    await busy(it, ["incident:Q2OTHER", "event:01OTHER"], 60);
    await busy(it, ["incident:Q3OTHER", "event:01OTHER"], 86_399);
    expect(await it.run("resolved", "15:18")).toMatchObject({
      decision: "deferred",
      reason:
        "no rule matched, and otherwise is draft; limits.sessions-per-day is used up; the next reconcile with room takes it",
      session: null,
      failures: [],
    });
    expect(it.writes()).toEqual([]);
  });

  test("never defers a draft by hand, nor news for a session that lives", async () => {
    const it = await setUp({ config: "limits: { sessions-per-day: 0 }" });
    expect((await it.byHand()).decision).toBe("started");
    expect((await it.run("resolved", "15:18")).decision).toBe("continued");
  });
});

describe("notes: true", () => {
  const config = `${GATHER}notes: true\n`;
  const from = { "pagerduty-from": "oncall@acme.example" };
  const textsOf = ({ notes = [] }: { notes?: object[] }) => notes.map((note) => Reflect.get(note, "content"));

  test("keeps one note with the session, later with its pull request, and it is no evidence", async () => {
    const { run, known, logs, withToken, session, messages } = await setUp({ config });
    const inputs = { ...withToken, ...from };
    await run("acknowledged", "14:38", { inputs });
    const url = String(session().state["url"]);
    const first = writeOwnNote({ session: url, pullRequest: null });
    expect(textsOf(known)).toEqual([first]);
    session().state.pull_requests = [{ pr_url: PULL, pr_state: "open" }];
    logs("resolve", "15:18");
    const report = await run("resolved", "15:18", { inputs });
    expect(report).toMatchObject({ decision: "continued", warnings: [], failures: [] });
    expect(textsOf(known)).toEqual([writeOwnNote({ session: url, pullRequest: PULL })]);
    expect(messages()[0]).not.toContain("Devin works on it");
  });

  test("has the pull request that was waited for", async () => {
    const { run, known, logs, withToken } = await setUp({
      config,
      devin: {
        scenario: [
          {
            status: "running",
            status_detail: "finished",
            pull_requests: [{ pr_url: PULL, pr_state: "open" }],
          },
        ],
      },
    });
    logs("resolve", "15:18");
    await run("resolved", "15:18", { inputs: { ...withToken, ...from, "wait-minutes": "10" } });
    expect(textsOf(known)[0]).toContain(`Pull request: ${PULL}`);
  });

  test("writes it also where waiting fails", async () => {
    const { run, known, logs, withToken, server } = await setUp({ config });
    logs("resolve", "15:18");
    server.fail({ method: "GET", path: /sessions\/devin-/, do: "status", status: 401, times: 9 });
    const report = await run("resolved", "15:18", {
      inputs: { ...withToken, ...from, "wait-minutes": "10" },
    });
    expect(report.failures).toHaveLength(1);
    expect(textsOf(known)).toHaveLength(1);
  });

  test.for([
    [
      "without a sender",
      {},
      {},
      /answered 400, .* Set pagerduty-from to the address of a person of the account\.$/,
    ],
    [
      "with a token that may not",
      { readOnly: true },
      from,
      /answered 403, Access Denied\. Give pagerduty-token the right to write notes, or set notes: false\.$/,
    ],
  ] as const)("is a warning %s, and the draft stands", async ([, token, inputs, warning]) => {
    const { run, logs, withToken } = await setUp({ config, token });
    logs("resolve", "15:18");
    const report = await run("resolved", "15:18", { inputs: { ...withToken, ...inputs } });
    expect(report).toMatchObject({ decision: "started", failures: [] });
    expect(report.warnings).toEqual([expect.stringMatching(/^The incident's note may be missing\. /)]);
    expect(report.warnings[0]).toMatch(warning);
  });

  test("is a warning without any token", async () => {
    const { run } = await setUp({ config });
    expect(await run("resolved", "15:18")).toMatchObject({
      decision: "started",
      warnings: ["notes: true has no effect without pagerduty-token, which must be allowed to write notes."],
    });
  });

  test("writes none where nothing came of the event, nor where it is not asked for", async () => {
    const { run, known, logs, withToken: inputs } = await setUp({ config });
    logs("resolve", "15:18");
    await run("resolved", "15:18", { inputs: { ...inputs, "dry-run": "true" } });
    expect(textsOf(known)).toEqual([]);
    const other = await setUp();
    other.logs("resolve", "15:18");
    await other.run("resolved", "15:18", { inputs: { ...other.withToken, ...from } });
    expect(textsOf(other.known)).toEqual([]);
  });
});
