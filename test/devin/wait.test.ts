import { describe, expect, test } from "vitest";
import { stateOf } from "../../src/devin/session.ts";
import { waitForSession } from "../../src/devin/wait.ts";
import { devinClient, devinSandbox, fakeClock, sessionOf, sessionRequest } from "../builders.ts";

const PULL_7 = "https://github.com/acme/docs/pull/7";
const isInDocs = (pullRequest: string) => pullRequest.startsWith("https://github.com/acme/docs/pull/");

type Scenario = Parameters<typeof devinSandbox>[0] & object;

async function startWaiting(scenario: NonNullable<Scenario["scenario"]>) {
  const server = await devinSandbox({ scenario });
  const clock = fakeClock();
  const devin = devinClient(server.url, { clock });
  const { id } = await devin.createSession(sessionRequest());
  const wait = (minutes = 30, wanted: (pullRequest: string) => boolean = isInDocs, isContinued = false) =>
    waitForSession({ devin, clock, id, wanted, deadline: clock.now() + minutes * 60_000, isContinued });
  return { server, clock, devin, id, wait };
}

test.for([
  ["happy", PULL_7, "running/working", "working"],
  ["quiet", PULL_7, "running/waiting_for_user", "done"],
  ["blocked", null, "running/waiting_for_user", "done"],
  ["approval", null, "running/waiting_for_approval", "stuck"],
  ["crash", null, "error/null", "stuck"],
  ["exit", null, "exit/null", "done"],
  ["wrong-repository", null, "running/finished", "done"],
  ["two-pull-requests", PULL_7, "running/finished", "done"],
] as const)("%s ends the wait with %s at %s", async ([scenario, pullRequest, status, kind]) => {
  const { wait, clock } = await startWaiting(scenario);
  const waited = await wait();
  expect(waited.pullRequest).toBe(pullRequest);
  expect(`${waited.session.status}/${waited.session.statusDetail}`).toBe(status);
  expect(stateOf(waited.session).kind).toBe(kind);
  expect(clock.slept.reduce((sum, ms) => sum + ms)).toBeLessThan(120_000);
});

test("a session that was blocked goes on after a message", async () => {
  const { wait, devin, id } = await startWaiting("blocked");
  expect((await wait()).pullRequest).toBeNull();
  await devin.sendMessage(id, "Go on.");
  expect((await wait()).pullRequest).toBe(PULL_7);
});

test("without a wanted pull request the wait lasts until the turn is over", async () => {
  const { wait } = await startWaiting("happy");
  const waited = await wait(30, () => false);
  expect(waited).toMatchObject({ pullRequest: null, session: { statusDetail: "finished" } });
  expect(waited.session.structuredOutput).toMatchObject({ outcome: "pull_request_opened" });
});

test("the deadline ends the wait, and looks are at first quick and never more than 30 s apart", async () => {
  const { wait, clock, server } = await startWaiting([{ status: "running", status_detail: "working" }]);
  const waited = await wait(2);
  expect(waited).toMatchObject({ pullRequest: null, session: { statusDetail: "working" } });
  expect(clock.slept).toEqual([5_000, 7_500, 11_250, 16_875, 25_312.5, 30_000, 24_062.5]);
  expect(server.requests.filter(({ method }) => method === "GET")).toHaveLength(clock.slept.length);
});

test("a deadline that has passed still gets one look", async () => {
  const { wait, clock } = await startWaiting([{ status: "running", status_detail: "finished" }]);
  expect((await wait(-1)).session.statusDetail).toBe("finished");
  expect(clock.slept).toEqual([0]);
});

test("a look that fails is repeated, and a service that stays away ends the wait with its error", async () => {
  const { wait, server } = await startWaiting("quiet");
  server.fail({ method: "GET", do: "html", status: 502 });
  expect((await wait()).pullRequest).toBe(PULL_7);
  server.fail({ method: "GET", do: "status", status: 503, times: 3 });
  await expect(wait()).rejects.toThrow(
    /^Reading the session failed at .* it answered 503\. Run this again later\.$/,
  );
});

describe("a session that was told news", () => {
  const asleep = { status: "suspended", status_detail: "inactivity" };
  const idle = { status: "running", status_detail: "finished" };
  const working = { status: "running", status_detail: "working" };

  /** Waits for a session that is in these states one look after the other, and then in the last. */
  async function look(states: { status: string; status_detail: string | null }[], minutes = 30) {
    const clock = fakeClock();
    const left = [...states];
    const getSession = () => Promise.resolve(sessionOf(left.length > 1 ? left.shift() : left[0]));
    const options = { devin: { getSession }, clock, id: "devin-1", wanted: isInDocs, isContinued: true };
    const waited = await waitForSession({ ...options, deadline: clock.now() + minutes * 60_000 });
    return { ...waited, looks: clock.slept.length, left: left.length };
  }

  test.for([["asleep", asleep] as const, ["idle", idle] as const])(
    "may still be %s at first, which is not the end of its turn",
    async ([, before]) => {
      expect(await look([before, before, working, idle])).toMatchObject({ looks: 4, left: 1 });
    },
  );

  test("is done at once when it has been seen at work, however short", async () => {
    expect((await look([working, idle])).looks).toBe(2);
  });

  test("that has not moved for a minute is done", async () => {
    expect(await look([asleep])).toMatchObject({ looks: 5, session: { status: "suspended" } });
  });

  test("that is stuck, or past the deadline, is not waited for", async () => {
    expect((await look([{ status: "suspended", status_detail: "out_of_quota" }])).looks).toBe(1);
    expect((await look([asleep], 0.1)).looks).toBe(2);
  });
});
