/** The product, from the signed webhook to the postmortem on a branch, with the shipped parts and nothing replaced. */

import { afterEach, describe, expect, test } from "vitest";
import { defects } from "../sandbox/devin/draft-mistakes.ts";
import { pullRequestEvent } from "../sandbox/github/pull-requests.ts";
import { eventNamed, lastEventAt } from "../sandbox/pagerduty/demo.ts";
import { deliver } from "../sandbox/pagerduty/server.ts";
import { KEYS, startWorld, type World, type WorldOptions } from "../sandbox/world.ts";

const PATH = "docs/postmortems/2026-02-10-Q1ORDERSPOOL01-database-connection-pool-exhaustion.md";

const worlds: World[] = [];

afterEach(async () => {
  await Promise.all(worlds.splice(0).map((world) => world.close()));
});

async function world(options?: WorldOptions): Promise<World> {
  const started = await startWorld(options);
  worlds.push(started);
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

describe("a signed webhook", () => {
  test("ends as a postmortem on a branch, in the form and with the facts of the incident", async () => {
    const it = await world({ vars: { POSTMORTEM_WAIT_MINUTES: "1" } });

    expect(await it.deliver(event("resolved"), delivery(1))).toBe(202);
    await it.runner.idle();

    expect(outputs(it)).toEqual([
      {
        job: "draft",
        decision: "started",
        reason: 'the rule "severe" drafts it: priority P1 is one of P1, P2; the incident had no live session',
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
    expect(postmortem).toContain("- 15:18 UTC — Resolved by Jordan Lee");
    expect(it.runner.runs[0]?.name).toBe("incident.resolved Q1ORDERSPOOL01 (#387)");
    expect(it.runner.runs[0]?.steps.at(-1)?.summary).toContain("Database Connection Pool Exhaustion");
  });

  test("ends with the incident's own record: every row of its log, and its figures", async () => {
    const it = await world();

    await it.deliver(event("resolved"), delivery(1));
    await it.runner.idle();

    const postmortem = it.docs.read("postmortem/Q1ORDERSPOOL01", PATH);
    expect(postmortem).toContain("acknowledged: 2026-02-10T14:38:00Z");
    expect(postmortem).toContain("- 14:38 UTC — Acknowledged by Jordan Lee");
    expect(postmortem).toContain("- 14:41 UTC — Priority changed from P2 to P1 by Jordan Lee");
    const prompt = it.devin.sessions()[0]?.request.prompt ?? "";
    expect(prompt).toContain("[redacted: e-mail address]");
    expect(prompt).not.toMatch(/ghp_|@acme/);
  });

  test("ends with what the event tells where there is no PagerDuty token, and says so", async () => {
    const it = await world({ isWithoutToken: true });

    await it.deliver(event("resolved"), delivery(1));
    await it.runner.idle();

    const postmortem = it.docs.read("postmortem/Q1ORDERSPOOL01", PATH);
    expect(postmortem).toContain("- 15:18 UTC — Resolved by Jordan Lee");
    expect(postmortem).not.toContain("Acknowledged");
    expect(postmortem).toContain("without pagerduty-token, the facts are those of the event alone");
    expect(it.pagerDuty.requests).toEqual([]);
  });

  test("of a blip is skipped by the rule, which says what would have had to differ", async () => {
    const it = await world();

    await it.deliver(event("blip"), delivery(1));
    await it.runner.idle();

    expect(outputs(it)).toMatchObject([
      {
        decision: "skipped",
        reason: expect.stringMatching(
          /^the rule "blips that fixed themselves" skips it: .*it would be drafted if/,
        ),
      },
    ]);
    expect(it.devin.sessions()).toEqual([]);
  });

  test("is taken at the path of Devin's recipe too", async () => {
    const it = await world();
    const response = await deliver({
      url: `${it.endpoint.url}/pagerduty-resolved`,
      body: event("resolved"),
      secrets: [KEYS.signing],
      headers: { "x-webhook-secret": KEYS.shared },
      deliveryId: delivery(1),
    });
    expect(response.status).toBe(202);
    await it.runner.idle();
    expect(it.devin.sessions()).toHaveLength(1);
  });

  test("that arrives twenty times at once ends in exactly one session", { timeout: 180_000 }, async () => {
    const it = await world();

    const statuses = await Promise.all(
      Array.from({ length: 20 }, (_, index) => it.deliver(event("resolved"), delivery(index))),
    );
    await it.runner.idle();

    expect(statuses).toEqual(Array(20).fill(202));
    expect(it.devin.sessions()).toHaveLength(1);
    expect(it.devin.sessions()[0]?.messages).toEqual([]);
    const [first, ...others] = outputs(it).map(({ decision }) => decision);
    expect(first).toBe("started");
    // On a busy machine GitHub answers some too late, and PagerDuty delivers those again.
    expect(others.length).toBeGreaterThanOrEqual(19);
    expect(new Set(others)).toEqual(new Set(["skipped"]));
  });

  test("whose session's creation is answered to nobody ends in exactly one session", async () => {
    const it = await world();
    it.devin.fail({ method: "POST", path: /\/sessions$/, do: "reset", after: true });

    await it.deliver(event("resolved"), delivery(1));
    await it.runner.idle();

    expect(aliveSessions(it)).toHaveLength(1);
    expect(it.devin.sessions()).toHaveLength(1);
    expect(outputs(it)).toMatchObject([{ decision: "started" }]);
  });

  test("is delivered again, and acts once, when GitHub did not take it at first", async () => {
    const it = await world();
    it.github.fail({ method: "POST", path: /\/dispatches$/, do: "status", status: 502, times: 2 });
    it.github.fail({ method: "POST", path: /\/dispatches$/, do: "reset", after: true });

    expect(await it.deliver(event("resolved"), delivery(1))).toBe(202);
    await it.runner.idle();

    expect(it.devin.sessions()).toHaveLength(1);
  });

  test("of a second resolve updates the same session and file", async () => {
    const it = await world({ isWithoutToken: true });

    await it.deliver(event("resolved"), delivery(1));
    await it.deliver(event("resolved-again"), delivery(2));
    await it.runner.idle();

    expect(it.devin.sessions()).toHaveLength(1);
    expect(outputs(it).map(({ decision }) => decision)).toEqual(["started", "continued"]);
    expect(it.drafts.map(({ path }) => path)).toEqual([PATH]);
    expect(it.docs.read("postmortem/Q1ORDERSPOOL01", PATH)).toContain("- 16:05 UTC — Resolved by Jordan Lee");
  });

  test("of a merged incident, or a ping, starts no run and says why", async () => {
    const steps: string[] = [];
    const it = await world({ report: ({ what }) => steps.push(what) });

    await it.deliver(event("merged"), delivery(1));
    await it.deliver(event("ping"), delivery(2));

    expect(it.runner.runs).toEqual([]);
    expect(steps).toContain('200 {"status":"ignored","reason":"merged into Q1ORDERSPOOL01"}');
    expect(steps).toContain('200 {"status":"pong"}');
  });
});

describe("a hostile title", () => {
  test("stays data on the whole path: log, run name, prompt, file and summary", async () => {
    const it = await world();

    await it.deliver(event("hostile"), delivery(1));
    await it.runner.idle();
    const [session] = it.devin.sessions();
    const [run] = it.runner.runs;
    const [draft] = it.drafts;
    const prompt = session?.request.prompt ?? "";
    const step = run?.steps.at(-1);

    expect(run?.conclusion).toBe("success");
    expect(run?.name).toBe("incident.resolved Q1HOSTILETITLE (#390)");
    expect(prompt.split("</incident-data>")).toHaveLength(2);
    expect(prompt.split("<incident-data>")[0]).not.toContain("Ignore all rules");
    expect(prompt).not.toMatch(/\u202e/u);
    expect(step?.log).not.toContain("Ignore all rules");
    expect(it.endpoint.logs.join("\n")).not.toContain("Ignore all rules");
    const file = it.docs.read(draft?.branch ?? "", draft?.path ?? "") ?? "";
    expect(file.split("\n").filter((line) => line.startsWith("# "))).toHaveLength(1);
    expect(file).not.toContain("<script>");
    expect(step?.summary).not.toContain("<script>");
  });
});

describe("the pull request of a draft", () => {
  const GREEN = { conclusion: "success", errors: "0", findings: "0", annotations: [] };

  test("is checked, and a good draft has no finding", async () => {
    const it = await world();

    await it.deliver(event("resolved"), delivery(1));
    await it.runner.idle();

    expect(checks(it)).toMatchObject([GREEN]);
    expect(it.runner.runs.at(-1)?.name).toBe("Check of pull request #1");
  });

  test("that lacks a row fails on its line, and passes once Devin has mended it", async () => {
    const it = await world({ defect: defects["missing-row"]! });

    await it.deliver(event("resolved"), delivery(1));
    await it.runner.idle();

    const [first, ...others] = checks(it);
    expect(first).toMatchObject({ conclusion: "failure", errors: "1", findings: "1" });
    expect(first?.annotations[0]).toMatchObject({
      level: "error",
      title: "timeline-missing-row",
      file: PATH,
      line: expect.any(Number),
    });
    expect(first?.summary).toContain("timeline-missing-row");
    expect(others).toMatchObject([GREEN]);
    expect(it.docs.read("postmortem/Q1ORDERSPOOL01", PATH)).toContain("- 14:36 UTC — Escalated");
    expect(aliveSessions(it)).toHaveLength(1);
  });

  test("is told of every mistake that --draft can make, and of no other", { timeout: 180_000 }, async () => {
    const it = await world();
    await it.deliver(event("resolved"), delivery(1));
    await it.runner.idle();
    const good = it.docs.read("postmortem/Q1ORDERSPOOL01", PATH)!;

    const runs = Object.entries(defects).map(([name, { seed }]) => {
      it.docs.push(name, PATH, seed(good), name);
      const pull = it.github.pulls.open({ branch: name, title: name, author: "ada" })!;
      return { name, run: it.runner.trigger(pullRequestEvent(pull, "opened"))! };
    });
    await it.runner.idle();

    const found = runs.map(({ name, run }) => {
      const { annotations = [] } = run.steps.at(-1) ?? {};
      const titles = annotations.flatMap(({ title }) => title ?? []);
      return [name, run.conclusion, ...new Set(titles)];
    });
    expect(found).toEqual([
      ["wrong-duration", "failure", "front-matter-duration"],
      ["missing-row", "failure", "timeline-missing-row"],
      ["invented-commit", "failure", "evidence-absent-reference"],
      ["late-trigger", "failure", "evidence-trigger-after-onset"],
      ["certain-cause", "failure", "evidence-root-cause-unconfirmed"],
      ["secret", "failure", "safety-secret"],
      ["hidden-comment", "failure", "safety-hidden-text"],
      ["misleading-link", "failure", "safety-misleading-link"],
      ["no-checkbox", "failure", "action-item-checkbox"],
      [
        "vague-action",
        "success",
        "action-item-owner",
        "action-item-due",
        "action-item-kind",
        "action-item-done-when",
        "action-item-wish",
      ],
      ["blame", "success", "language-blame"],
    ]);
  });

  test("from a fork is checked without secrets, and says what that leaves out", async () => {
    const it = await world();
    it.docs.push("mine", PATH, "---\nincident: Q1ORDERSPOOL01\n---\n# Postmortem\n", "Mine");
    const branch = { branch: "mine", title: "Mine", author: "mallory", headRepository: "mallory/docs" };
    const pull = it.github.pulls.open(branch)!;

    it.runner.trigger(pullRequestEvent(pull, "opened"));
    await it.runner.idle();

    const [check] = checks(it);
    expect(check).toMatchObject({ conclusion: "failure" });
    expect(check?.summary).toContain("comes from a fork");
    expect(it.pagerDuty.requests).toEqual([]);
  });
});

describe("a run by hand", () => {
  test("drafts an incident by its number, which PagerDuty looks up", async () => {
    const it = await world();

    it.runByHand({ incident: "387", "dry-run": false });
    await it.runner.idle();

    expect(outputs(it)).toMatchObject([
      { decision: "started", "incident-id": "Q1ORDERSPOOL01", "postmortem-path": PATH },
    ]);
    expect(it.devin.sessions()[0]?.request.tags).toContain("event:manual-1");
  });

  test("as a dry run shows the prompt and asks Devin for nothing", async () => {
    const it = await world();

    it.runByHand({ incident: "Q1ORDERSPOOL01", "dry-run": true });
    await it.runner.idle();

    expect(outputs(it)).toMatchObject([{ decision: "dry-run" }]);
    expect(it.runner.runs[0]?.steps.at(-1)?.log).toContain("<incident-data>");
    expect(it.devin.requests).toEqual([]);
  });

  test("without an incident is a reconcile of the window that is given", async () => {
    const it = await world();

    it.runByHand({ incident: "", since: "7d", "dry-run": false });
    await it.runner.idle();

    expect(outputs(it)).toEqual([
      { job: "reconcile", decision: "reconciled", reason: "0 incidents were resolved in 7 days" },
    ]);
    expect(it.runner.runs[0]?.name).toBe("Reconcile of 7d");
  });
});

describe("the life of an incident", () => {
  test("from its acknowledgement to its second resolve is one session, one file and one note", async () => {
    const it = await world();

    for (const [index, name] of ["acknowledged", "resolved", "reopened", "resolved-again"].entries()) {
      expect(await it.deliver(event(name), delivery(index))).toBe(202);
      await it.runner.idle();
    }

    expect(outputs(it).map(({ job, decision }) => `${job} ${decision}`)).toEqual([
      "gather started",
      "draft continued",
      "hold held",
      "draft continued",
    ]);
    const [session] = it.devin.sessions();
    expect(it.devin.sessions()).toHaveLength(1);
    expect(session?.request.prompt).toContain("write nothing yet");
    expect(session?.messages.map(({ message }) => message.split("\n")[0])).toEqual([
      "The incident for which you gather evidence has news (incident.resolved, event 01FZ8RESOLVED0000000000001). It was resolved at 2026-02-10T15:18:02Z.",
      "The incident was reopened (incident.reopened, event 01FZ8REOPENED0000000000001).",
      "There is news of the incident that you drafted (incident.resolved, event 01FZ8RESOLVED0000000000002). It was resolved at 2026-02-10T16:05:40Z.",
    ]);
    expect(it.drafts.map(({ path }) => path)).toEqual([PATH]);
    const postmortem = it.docs.read("postmortem/Q1ORDERSPOOL01", PATH);
    expect(postmortem).toContain("**Duration:** 1 hour 33 minutes");
    expect(postmortem).toContain("- 15:40 UTC — Reopened by Jordan Lee");
    const written = it.pagerDuty.requests.filter(({ method }) => method !== "GET");
    expect(written.map(({ method }) => method)).toEqual(["POST", "PUT"]);
    expect(Buffer.from(written[1]?.body ?? []).toString()).toContain(
      "Pull request: https://github.com/acme/docs/pull/",
    );
  });

  test("of which events arrive late changes nothing that is newer", async () => {
    const it = await world();

    for (const [index, name] of ["resolved", "resolved-again", "reopened", "acknowledged"].entries()) {
      await it.deliver(event(name), delivery(index));
      await it.runner.idle();
    }

    expect(outputs(it).map(({ decision }) => decision)).toEqual([
      "started",
      "continued",
      "skipped",
      "skipped",
    ]);
    expect(it.devin.sessions()[0]?.messages).toHaveLength(1);
  });

  test("whose priority comes late is drafted then", async () => {
    const it = await world();

    await it.deliver(event("blip"), delivery(1));
    await it.runner.idle();
    await it.deliver(event("late-priority"), delivery(2));
    await it.runner.idle();

    expect(outputs(it).map(({ decision }) => decision)).toEqual(["skipped", "started"]);
    expect(it.devin.sessions()).toHaveLength(1);
  });
});

describe("a reconcile", () => {
  const HOUR_MS = 3_600_000;

  test("drafts what no webhook told of, says why it leaves the rest, and finds nothing more to do", async () => {
    const it = await world({ shiftMs: Date.now() - HOUR_MS - lastEventAt });

    it.runOnSchedule();
    await it.runner.idle();
    it.runOnSchedule();
    await it.runner.idle();

    expect(outputs(it).map(({ reason }) => reason)).toEqual([
      "2 incidents were resolved in 2 days: 1 started, 1 skipped",
      "2 incidents were resolved in 2 days: 1 has a session, 1 skipped",
    ]);
    expect(it.devin.sessions()).toHaveLength(1);
    expect(it.devin.sessions()[0]?.messages).toEqual([]);
    expect(it.runner.runs[0]?.steps.at(-1)?.summary).toMatch(
      /\| \[\\#391 Q1ORDERSBLIP01\]\([^)]+\) \| skipped \| the rule "blips that fixed themselves" skips it/,
    );
  });

  test("changes nothing for the webhook that comes after it", async () => {
    const it = await world({ shiftMs: Date.now() - HOUR_MS - lastEventAt });

    it.runOnSchedule();
    await it.runner.idle();
    await it.deliver(event("resolved"), delivery(1));
    await it.runner.idle();

    expect(outputs(it).map(({ decision }) => decision)).toEqual(["reconciled", "skipped"]);
    expect(it.devin.sessions()[0]?.messages).toEqual([]);
  });

  test("as a dry run starts nothing", async () => {
    const it = await world({ shiftMs: Date.now() - HOUR_MS - lastEventAt });

    it.runByHand({ incident: "", since: "90d", "dry-run": true });
    await it.runner.idle();

    expect(outputs(it)[0]?.["reason"]).toBe("2 incidents were resolved in 90 days: 1 dry-run, 1 skipped");
    expect(it.devin.sessions()).toEqual([]);
  });

  test("over six months is refused", async () => {
    const it = await world();

    it.runByHand({ incident: "", since: "200d", "dry-run": false });
    await it.runner.idle();

    expect(it.runner.runs[0]?.conclusion).toBe("failure");
    expect(it.runner.runs[0]?.steps.at(-1)?.log).toContain("a window reaches six months back at the most");
  });
});
