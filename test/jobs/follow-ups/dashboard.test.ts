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

const month = (name: string) => ({
  month: name,
  count: 9,
  acknowledge: null,
  resolve: { n: 9, lower: 10, median: 46, upper: 125 },
});

describe("the dashboard", () => {
  test("shows the owner of most first", () => {
    const overdue = [["Sam"], ["Jordan Lee", "Jordan Lee"]].map((owners) => ({
      owner: owners[0] ?? "",
      rows: owners.map(() => row("Add a limit", "due 2026-02-01")),
    }));
    const text = renderDashboard({ ...NOTHING, overdue });
    expect(text).toContain("**3** action items are overdue");
    expect(text).toMatch(/\*\*Jordan Lee\*\* \(2\).*\*\*Sam\*\* \(1\)/s);
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

  test("makes strangers' words inert, and no link of what is none", () => {
    const text = renderDashboard({ ...NOTHING, untaken: [row("Ask @sam <b>", "x", "javascript:alert(1)")] });
    expect(text).toContain("- Ask `@sam` &lt;b&gt;: x");
  });

  test("stays below 60,000 characters, and counts the rest", () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => row(`Item ${index} ${"x".repeat(190)}`, "y".repeat(190)));
    const text = renderDashboard({
      lacking: ["Without devin-api-key, stuck sessions are not known."],
      months: Array.from({ length: 12 }, (_, index) => month(`2026-${index + 1}`)),
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
