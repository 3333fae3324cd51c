import { expect, test } from "vitest";
import { simulateFollowUps } from "./follow-ups/simulate.ts";

test.for([1, 2, 3, 4])(
  "whatever people, GitHub and the runner do, no item is doubled or lost: seed %i",
  async (seed) => {
    const { broken, figures } = await simulateFollowUps(seed, 75);
    expect(broken).toEqual([]);
    expect(figures.faults).toBeGreaterThan(0);
  },
);
