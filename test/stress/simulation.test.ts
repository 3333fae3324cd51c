/** The life of incidents under everything that can go wrong, as long as time allows; `npm run simulate` goes further. */

import { beforeAll, describe, expect, test } from "vitest";
import { buildHold } from "../../src/prompt/messages.ts";
import { desertsOf } from "./simulation/deserving.ts";
import { judge } from "./simulation/judge.ts";
import { simulate } from "./simulation/simulate.ts";
import { type History, play } from "./simulation/world.ts";

/** One seed by name replays it; without one these are played. */
const CHOSEN = process.env["SIMULATION_SEED"];
const SEEDS = CHOSEN === undefined ? [1, 2, 3, 4, 5, 6, 7, 8] : [Number(CHOSEN)];

const played = new Map<number, History>();

describe("whatever fails, every incident ends in one session or one recorded reason", () => {
  test.for(SEEDS)("seed %i", async (seed) => {
    const { broken, history, traceFile } = await simulate(seed, { isTraced: CHOSEN !== undefined });
    const replay = `SIMULATION_SEED=${seed} npx vitest run test/stress/simulation.test.ts`;
    played.set(seed, history);
    expect(broken, `Replay: ${replay}\nWhat happened: ${traceFile}`).toEqual([]);
  });

  test("a seed comes out the same again", async () => {
    const [seed = 1] = SEEDS;
    expect((await play(seed)).trace).toEqual(played.get(seed)?.trace);
  });
});

describe("the judge", () => {
  let history: History;

  beforeAll(async () => {
    history = played.get(4) ?? (await play(4));
  });

  test("sees that a session is missing, was told something twice, or lives on beside another", async () => {
    expect(judge(history)).toEqual([]);
    const deserving = history.plan.lives.filter((life) => desertsOf(life, history.plan).now);
    const alive = history.sessions.find(
      ({ end, told, incidentId }) =>
        end === null && told.length > 1 && deserving.some(({ id }) => id === incidentId),
    )!;
    const without = {
      ...history,
      sessions: history.sessions.filter((one) => one.incidentId !== alive.incidentId),
    };
    expect(judge(without)).toContainEqual(expect.stringContaining("has no session"));
    const twice = { ...alive, told: [...alive.told, alive.told[1]!] };
    const repeated = history.sessions.map((one) => (one === alive ? twice : one));
    expect(judge({ ...history, sessions: repeated })).toContainEqual(
      expect.stringMatching(/ was told .+ twice$/),
    );
    const beside = { ...history, sessions: [...history.sessions, { ...alive, bornAt: alive.bornAt + 1 }] };
    expect(judge(beside)).toContainEqual(expect.stringContaining("it has two sessions that are alive"));
  });

  test("sees a pull request that is told too often, a note that is overwritten, and a session nobody hears of", () => {
    const { sessions, pushed, plan } = history;
    const first = sessions.find(({ incidentId, told }) => {
      const life = plan.lives.find(({ id }) => id === incidentId)!;
      return desertsOf(life, plan).now && told.length === 1;
    })!;
    const told = (head: string) => ({
      at: first.bornAt,
      text: `[postmortem-bridge] Check of acme/docs#1 at ${head.repeat(40)}\n\nThe check of your pull request has found errors.`,
    });
    const often = { ...first, told: [...first.told, told("a"), told("b"), told("a")] };
    const byPerson = new Map(pushed).set("b".repeat(40), "person");
    const broken = judge({ ...history, sessions: [often], pushed: byPerson });
    for (const words of ["was told 3 times", "told twice of one commit", "told of a person's push"])
      expect(broken).toContainEqual(expect.stringContaining(words));

    const hold = { at: first.bornAt, text: buildHold("01REOPENED", 0) };
    const held = { ...first, told: [...first.told, hold, { ...told("c"), at: first.bornAt + 180_000 }] };
    expect(judge({ ...history, sessions: [held] })).toContainEqual(
      expect.stringContaining("holds, and was told"),
    );

    const remark = { at: 0, kind: "note" as const, id: "PSAID0", text: "Mind the pool." };
    const remarks = new Map([[first.incidentId, [remark]]]);
    expect(judge({ ...history, plan: { ...plan, remarks } })).toContainEqual(
      expect.stringContaining("overwritten: Mind the pool."),
    );

    const state = { ...first.stored.state, status: "suspended", status_detail: "new", pull_requests: [] };
    const stuck = { ...first, end: null, stored: { ...first.stored, state } };
    const { outcome, ...last } = history.runs.at(-1)!;
    if (outcome === "killed") throw new Error("nobody kills the last run");
    const green = { ...last, outcome: { ...outcome, failures: [] } };
    expect(judge({ ...history, sessions: [stuck], runs: [green] })).toContainEqual(
      expect.stringContaining("no reconcile was red for it"),
    );
  });

  test("sees a session that lost its tags and was left alone, and a run that is green all the same", () => {
    const manners = { ...history.plan.manners, tags: "dropped" as const };
    const calls = history.calls.map((call) => ({ ...call, fault: null }));
    const broken = judge({ ...history, calls, plan: { ...history.plan, manners } });
    for (const words of ["left alone", "is green although", "the last reconcile is green"])
      expect(broken).toContainEqual(expect.stringContaining(words));
  });

  test("sees that a reconcile says nothing of an incident, and that a bug was thrown", async () => {
    const { outcome, ...last } = history.runs.at(-1)!;
    if (outcome === "killed") throw new Error("nobody kills the last run");
    const silent = { ...last, outcome: { ...outcome, rows: [] } };
    const broken = judge({ ...history, runs: [...history.runs.slice(0, -1), silent], errors: ["TypeError"] });
    expect(broken).toContain("A bug was thrown: TypeError");
    expect(broken).toContainEqual(expect.stringContaining("the last reconcile says nothing of it"));
  });
});
