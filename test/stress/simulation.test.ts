/** The life of incidents under everything that can go wrong, as long as time allows; `npm run simulate` goes further. */

import { beforeAll, describe, expect, test } from "vitest";
import { desertsOf } from "./simulation/deserving.ts";
import { judge } from "./simulation/judge.ts";
import { simulate } from "./simulation/simulate.ts";
import { type History, play } from "./simulation/world.ts";

/** One seed by name replays it; without one these are played. */
const CHOSEN = process.env["SIMULATION_SEED"];
const SEEDS = CHOSEN === undefined ? Array.from({ length: 20 }, (_, index) => index + 1) : [Number(CHOSEN)];

describe("whatever fails, every incident ends in one session or one recorded reason", () => {
  test.for(SEEDS)("seed %i", async (seed) => {
    const { broken, traceFile } = await simulate(seed, { isTraced: CHOSEN !== undefined });
    const replay = `SIMULATION_SEED=${seed} npx vitest run test/stress/simulation.test.ts`;
    expect(broken, `Replay: ${replay}\nWhat happened: ${traceFile}`).toEqual([]);
  });

  test("a seed comes out the same again", async () => {
    const [first, second] = [await simulate(7), await simulate(7)];
    expect(second.trace).toEqual(first.trace);
  });
});

describe("the judge", () => {
  let history: History;

  beforeAll(async () => {
    history = await play(4);
  }, 60_000);

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

  test("sees that a reconcile says nothing of an incident, and that a bug was thrown", async () => {
    const { outcome, ...last } = history.runs.at(-1)!;
    if (outcome === "killed") throw new Error("nobody kills the last run");
    const silent = { ...last, outcome: { ...outcome, rows: [] } };
    const broken = judge({ ...history, runs: [...history.runs.slice(0, -1), silent], errors: ["TypeError"] });
    expect(broken).toContain("A bug was thrown: TypeError");
    expect(broken).toContainEqual(expect.stringContaining("the last reconcile says nothing of it"));
  });
});
