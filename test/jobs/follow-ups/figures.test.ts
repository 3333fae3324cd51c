import { describe, expect, test } from "vitest";
import { spreadOf } from "../../../src/jobs/follow-ups/figures.ts";

describe("median and quartiles, by nearest rank", () => {
  // By hand, by the table of https://en.wikipedia.org/wiki/Percentile#Worked_examples_of_the_nearest-rank_method.
  test.for([
    [[15, 20, 35, 40, 50], { n: 5, lower: 20, median: 35, upper: 40 }],
    [[3, 6, 7, 8, 8, 10, 13, 15, 16, 20], { n: 10, lower: 7, median: 8, upper: 15 }],
    [[3, 6, 7, 8, 8, 9, 10, 13, 15, 16, 20], { n: 11, lower: 7, median: 9, upper: 15 }],
    [[600, 4, 2], { n: 3, lower: 2, median: 4, upper: 600 }],
    [[5], { n: 1, lower: 5, median: 5, upper: 5 }],
  ] as const)("of %j", ([values, expected]) => {
    expect(spreadOf([...values])).toEqual(expected);
  });

  test("of nothing are nothing", () => {
    expect(spreadOf([])).toBeNull();
  });
});
