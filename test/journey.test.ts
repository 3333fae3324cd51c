/** The product, from the signed webhook to the postmortem on a branch, with the shipped parts and nothing replaced. */

import { expect, onTestFinished, test } from "vitest";
import { defects } from "../sandbox/devin/draft-mistakes.ts";
import { eventNamed, lastEventAt } from "../sandbox/pagerduty/demo.ts";
import { startWorld, type World, type WorldOptions } from "../sandbox/world.ts";

const PATH = "docs/postmortems/2026-02-10-Q1ORDERSPOOL01-database-connection-pool-exhaustion.md";

const GREEN = { conclusion: "success", errors: "0", findings: "0", annotations: [] };

async function world(options?: WorldOptions): Promise<World> {
  const started = await startWorld(options);
  onTestFinished(() => started.close());
  return started;
}

function event(name: string): Uint8Array {
  const body = eventNamed(name);
  if (!body) throw new Error(`no event ${name}`);
  return body;
}

function delivery(number: number): string {
  return `5a2d1f3e-0000-4000-8000-${String(number).padStart(12, "0")}`;
}

/** The outputs of the action's step, in the order of the runs that are no checks. */
function outputs({ runner }: World) {
  return runner.runs
    .filter((run) => run.event !== "pull_request")
    .map((run) => run.steps.at(-1)?.outputs ?? {});
}

/** The runs that check a pull request: what each concluded, counted and showed. */
function checks({ runner }: World) {
  return runner.runs
    .filter((run) => run.event === "pull_request")
    .map((run) => {
      const { outputs = {}, annotations = [], summary = "" } = run.steps.at(-1) ?? {};
      const { errors, findings } = outputs;
      return { conclusion: run.conclusion, errors, findings, annotations, summary };
    });
}

function aliveSessions({ devin }: World) {
  return devin.sessions().filter(({ state }) => state["is_archived"] !== true && state.status !== "exit");
}

test("a signed webhook ends as a postmortem on a branch, whose missing row the check finds and Devin mends, and leaves a reconcile nothing to do", async () => {
  const it = await world({
    startsAt: lastEventAt + 3_600_000,
    vars: { POSTMORTEM_WAIT_MINUTES: "1" },
    defect: defects["missing-row"]!,
  });

  expect(await it.deliver(event("resolved"), delivery(1))).toBe(202);
  await it.runner.idle();

  expect(outputs(it)).toEqual([
    {
      job: "draft",
      decision: "started",
      reason: expect.stringContaining('the rule "severe" drafts it'),
      "incident-id": "Q1ORDERSPOOL01",
      "session-id": expect.stringMatching(/^devin-[0-9a-f]{32}$/),
      "session-url": expect.stringMatching(/^https:\/\/app\.devin\.ai\/sessions\/[0-9a-f]{32}$/),
      "postmortem-path": PATH,
      "pull-request-url": "https://github.com/acme/docs/pull/1",
    },
  ]);
  expect(it.docs.branches()).toEqual(["main", "postmortem/Q1ORDERSPOOL01"]);
  const postmortem = it.docs.read("postmortem/Q1ORDERSPOOL01", PATH);
  expect(postmortem).toContain("# Postmortem: Database Connection Pool Exhaustion — orders-service");
  expect(postmortem).toContain("**Date:** 2026-02-10 | **Duration:** 46 minutes | **Severity:** P1");
  expect(postmortem).toContain("- 14:36 UTC — Escalated");
  expect(postmortem).toContain("- 14:38 UTC — Acknowledged by Jordan Lee");
  expect(postmortem).toContain("- 15:18 UTC — Resolved by Jordan Lee");
  const prompt = it.devin.sessions()[0]?.request.prompt ?? "";
  expect(prompt).toContain("[redacted: e-mail address]");
  expect(prompt).not.toMatch(/ghp_|@acme/);
  expect(it.runner.runs.map(({ name }) => name)).toEqual([
    "incident.resolved Q1ORDERSPOOL01 (#387)",
    "Check of pull request #1",
    "Check of pull request #1",
  ]);
  const [first, ...others] = checks(it);
  expect(first).toMatchObject({ conclusion: "failure", errors: "1", findings: "1" });
  expect(first?.annotations[0]).toMatchObject({ level: "error", file: PATH, line: expect.any(Number) });
  expect(others).toMatchObject([GREEN]);
  expect(aliveSessions(it)).toHaveLength(1);

  it.runOnSchedule();
  await it.runner.idle();
  expect(outputs(it).at(-1)?.["reason"]).toBe(
    "2 incidents were resolved in 2 days: 1 has a session, 1 skipped",
  );
  expect(it.devin.sessions()).toHaveLength(1);
});

test("a hostile title stays data on the whole path: log, run name, prompt, file and summary", async () => {
  const it = await world();

  await it.deliver(event("hostile"), delivery(1));
  await it.runner.idle();
  const [session] = it.devin.sessions();
  const [run] = it.runner.runs;
  const [draft] = it.drafts;
  const prompt = session?.request.prompt ?? "";
  const [opening = ""] = /<incident-data[^>]*>/.exec(prompt) ?? [];
  const step = run?.steps.at(-1);

  expect(run?.conclusion).toBe("success");
  expect(run?.name).toBe("incident.resolved Q1HOSTILETITLE (#390)");
  expect(opening).not.toBe("");
  expect(prompt.split(opening.replace("<", "</"))).toHaveLength(2);
  expect(prompt.split(opening)[0]).not.toContain("Ignore all rules");
  expect(prompt).not.toMatch(/\u202e/u);
  expect(step?.log).not.toContain("Ignore all rules");
  expect(it.endpoint.logs.join("\n")).not.toContain("Ignore all rules");
  const file = it.docs.read(draft?.branch ?? "", draft?.path ?? "") ?? "";
  expect(file.split("\n").filter((line) => line.startsWith("# "))).toHaveLength(1);
  expect(file).not.toContain("<script>");
  expect(step?.summary).not.toContain("<script>");
});

test("an incident that is acknowledged, resolved, reopened and resolved again is one session, one file and one note", async () => {
  const it = await world();
  const play = async (name: string, ...deliveries: number[]) => {
    const statuses = await Promise.all(deliveries.map((number) => it.deliver(event(name), delivery(number))));
    expect(statuses).toEqual(deliveries.map(() => 202));
    await it.runner.idle();
  };

  await play("acknowledged", 1);
  // GitHub loses the resolve, and takes one without saying so; PagerDuty sends it twice at once.
  it.github.fail({ method: "POST", path: /\/dispatches$/, do: "status", status: 502, times: 2 });
  it.github.fail({ method: "POST", path: /\/dispatches$/, do: "reset", after: true });
  await play("resolved", 2, 3);
  await play("reopened", 4);
  await play("resolved-again", 5);

  const runs = outputs(it).map(({ job, decision }) => `${job} ${decision}`);
  const repeated = runs.slice(2, -2);
  expect(repeated.length).toBeGreaterThanOrEqual(2);
  expect(new Set(repeated)).toEqual(new Set(["draft skipped"]));
  expect([...runs.slice(0, 2), ...runs.slice(-2)]).toEqual([
    "gather started",
    "draft continued",
    "hold held",
    "draft continued",
  ]);
  expect(it.devin.sessions()).toHaveLength(1);
  expect(it.drafts.map(({ path }) => path)).toEqual([PATH]);
  const postmortem = it.docs.read("postmortem/Q1ORDERSPOOL01", PATH);
  expect(postmortem).toContain("**Duration:** 1 hour 33 minutes");
  expect(postmortem).toContain("- 15:40 UTC — Reopened by Jordan Lee");
  const written = it.pagerDuty.requests.filter(({ method }) => method !== "GET");
  expect(written.map(({ method }) => method)).toEqual(["POST", "PUT"]);
}, 180_000);
