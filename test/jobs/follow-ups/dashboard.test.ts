import { describe, expect, test } from "vitest";
import { type DashboardFacts, type Entry, renderDashboard } from "../../../src/jobs/follow-ups/dashboard.ts";

const NOTHING: DashboardFacts = {
  sessions: [],
  pullRequests: [],
  untaken: [],
  overdue: [],
  coverage: null,
  months: [],
  causes: [],
  repeats: [],
  lacking: [],
};

const row = (
  words: string,
  why: string,
  url: string | null = "https://github.com/acme/docs/issues/7",
): Entry => ({
  link: { words, url },
  why,
});

const spread = { n: 9, lower: 10, median: 46, upper: 125 };
const month = (name: string, n = 9) => ({
  month: name,
  count: n,
  acknowledge: null,
  resolve: n === 0 ? null : { ...spread, n },
});

const MUCH: DashboardFacts = {
  sessions: [row("#387 Pool exhaustion", "waits for an answer")],
  pullRequests: [
    row("#57 Postmortem", "open since 2026-02-01"),
    row("#58 Postmortem", "open since 2026-02-02"),
  ],
  untaken: [row("Add a limit", "no owner, no date")],
  overdue: [
    { owner: "Sam", rows: [row("Add an alert", "due 2026-02-01")] },
    { owner: "Jordan Lee", rows: [row("Add a test", "due 2026-02-02"), row("Add a page", "due 2026-02-03")] },
  ],
  coverage: {
    deserving: 3,
    withPostmortem: 2,
    declined: 1,
    without: [row("#388 Slow reports", "no session and no pull request is known")],
    idle: 1,
    skipped: [{ rule: "blips", count: 9 }],
  },
  months: [month("2025-12"), month("2026-01"), month("2026-02"), month("2026-03", 0)],
  causes: [{ cause: "capacity", count: 4 }],
  repeats: [{ words: "orders-service, capacity", links: [{ words: "2026-01-14 Leak", url: null }] }],
  lacking: ["Without devin-api-key, stuck sessions are not known."],
};

describe("the dashboard", () => {
  test("says first what needs somebody, and then shows it", () => {
    expect(renderDashboard(MUCH)).toMatchSnapshot();
  });

  test("says when nothing does, and has no empty sections", () => {
    expect(renderDashboard(NOTHING)).toBe("**Nothing needs anybody.**");
    expect(renderDashboard({ ...NOTHING, sessions: null, pullRequests: null })).not.toContain("##");
  });

  test("draws no chart for fewer than three months, and lists no incidents where none lack one", () => {
    const coverage = { deserving: 2, withPostmortem: 2, declined: 0, without: [], idle: 0, skipped: [] };
    const text = renderDashboard({ ...NOTHING, coverage, months: [month("2026-02")] });
    expect(text).not.toContain("mermaid");
    expect(text).toContain("2 of 2");
  });

  test("says of how many postmortems a median is, where some do not say it, and knows no seconds", () => {
    const resolve = { n: 2, lower: 0, median: 46, upper: 125 };
    const acknowledge = { n: 1, lower: 6, median: 6, upper: 6 };
    const months = [
      { month: "2026-01", count: 1, acknowledge, resolve: null },
      { month: "2026-02", count: 3, acknowledge, resolve },
    ];
    const text = renderDashboard({ ...NOTHING, months });
    expect(text).toContain("| 2026-01 | 1 | 6m | – |");
    expect(text).toContain("| 2026-02 | 3 | 6m (n = 1) | 46m (0m–2h5m, n = 2) |");
  });

  test("makes strangers' words inert, and no link of what is none", () => {
    const text = renderDashboard({ ...NOTHING, untaken: [row("Ask @sam <b>", "x", "javascript:alert(1)")] });
    expect(text).toContain("- Ask `@sam` &lt;b&gt;: x");
  });

  test("stays below 60,000 characters, and counts the rest", () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => row(`Item ${index} ${"x".repeat(190)}`, "y".repeat(190)));
    const text = renderDashboard({
      ...MUCH,
      sessions: many(500),
      pullRequests: many(500),
      untaken: many(500),
      overdue: Array.from({ length: 100 }, (_, index) => ({ owner: `Owner ${index}`, rows: many(12) })),
      coverage: {
        deserving: 500,
        withPostmortem: 0,
        declined: 2,
        without: many(500),
        idle: 400,
        skipped: Array.from({ length: 100 }, (_, index) => ({
          rule: `rule ${index} ${"z".repeat(190)}`,
          count: 1,
        })),
      },
      causes: Array.from({ length: 500 }, (_, index) => ({ cause: `cause ${index}`, count: 1 })),
      repeats: Array.from({ length: 500 }, (_, index) => ({
        words: `service ${index}`,
        links: many(50).map(({ link }) => link),
      })),
    });
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(text).toMatch(/^- and \d+ more$/m);
    expect(text).toContain("  - and 4 more");
    expect(text).toContain("the rest by 80 more rules");
    expect(text).toContain("50 times");
  });
});
