import { describe, expect, test } from "vitest";
import { chartMonths, monthsOf, spreadOf } from "../../../src/jobs/follow-ups/figures.ts";

const NOW = Date.parse("2026-03-10T00:00:00Z");
const at = (time: string) => Date.parse(`${time}Z`);

/** A postmortem that was created at a time, and acknowledged and resolved after so many minutes. */
function taking(created: string, acknowledged: number | null, resolved: number | null) {
  const after = (minutes: number | null) => (minutes === null ? null : at(created) + minutes * 60_000);
  return { created: at(created), acknowledged: after(acknowledged), resolved: after(resolved) };
}

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

test("the figures equal a table made by hand", () => {
  const months = monthsOf(
    [
      taking("2026-03-01T00:00", 2, 30),
      taking("2026-03-02T00:00", 4, 90),
      taking("2026-03-03T00:00", null, 60),
      taking("2026-02-28T23:59", 6, null),
      taking("2025-04-01T00:00", 1, 10),
      // Older than twelve months, without a beginning, and resolved before it began.
      taking("2025-03-31T23:59", 1, 10),
      { created: null, acknowledged: NOW, resolved: NOW },
      taking("2026-01-05T00:00", null, -5),
    ],
    NOW,
  );
  expect(months.map(({ month }) => month)).toEqual([
    ...["2025-04", "2025-05", "2025-06", "2025-07", "2025-08", "2025-09", "2025-10", "2025-11", "2025-12"],
    ...["2026-01", "2026-02", "2026-03"],
  ]);
  expect(months.filter(({ count }) => count > 0)).toEqual([
    {
      month: "2025-04",
      count: 1,
      acknowledge: { n: 1, lower: 1, median: 1, upper: 1 },
      resolve: { n: 1, lower: 10, median: 10, upper: 10 },
    },
    { month: "2026-01", count: 1, acknowledge: null, resolve: null },
    { month: "2026-02", count: 1, acknowledge: { n: 1, lower: 6, median: 6, upper: 6 }, resolve: null },
    {
      month: "2026-03",
      count: 3,
      acknowledge: { n: 2, lower: 2, median: 2, upper: 4 },
      resolve: { n: 3, lower: 30, median: 60, upper: 90 },
    },
  ]);
});

describe("the chart", () => {
  const month = (name: string, n: number) => ({
    month: name,
    count: n,
    acknowledge: null,
    resolve: n === 0 ? null : { n, lower: 1, median: n, upper: 100 },
  });

  test("shows the months with eight incidents or more", () => {
    const months = [month("a", 8), month("b", 7), month("c", 9), month("d", 0), month("e", 10)];
    expect(chartMonths(months).map((shown) => shown.month)).toEqual(["a", "c", "e"]);
  });

  test("is not drawn for fewer than three of them", () => {
    expect(chartMonths([month("a", 8), month("b", 7), month("c", 9)])).toEqual([]);
  });
});
