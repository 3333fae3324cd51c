import { expect, test, vi } from "vitest";
import { createSkeletons } from "../../src/check/skeleton.ts";
import type { IncidentRecord } from "../../src/incident/record.ts";
import type { Template } from "../../src/postmortem/template.ts";
import { incidentRecord } from "../builders.ts";
import { sourceOf } from "./sources.ts";

function skeletonFor(body: string, templates: (Template | null)[], record: IncidentRecord | null = null) {
  return createSkeletons(templates, {})(sourceOf(body), "Q1ORDERSPOOL01", record);
}

const file = (text: string): Template => ({ file: "t.md", text });

test("of several templates it is the one whose sections the postmortem has, and the shorter of two", () => {
  const small = file("# T\n\n## Summary\n\n## Fix\n");
  const headings = (...args: Parameters<typeof skeletonFor>) =>
    skeletonFor(...args)
      .skeleton?.sections.slice(1)
      .map(({ heading }) => heading);
  expect(headings("## Summary\n\n## Fix", [null, small])).toEqual(["Summary", "Fix"]);
  expect(headings("## Summary\n\n## Impact\n\n## Timeline", [small, null])).toContain("Impact");
});

test("it knows which lines are the record's, of which there are none without a record", () => {
  const template = file(
    "# T\n\nAsk the team.\n\n## A\n\n{{ timeline }}\n{% if priority %}\n## B\n{% endif %}\n",
  );
  const lines = (record: IncidentRecord | null) =>
    skeletonFor("", [template], record).skeleton?.sections.map(({ recordLines }) =>
      recordLines.map(({ words }) => words),
    );
  expect(lines(null)).toEqual([[], []]);
  const rows = ["14:32 UTC — PagerDuty incident triggered", "15:18 UTC — Resolved by Jordan Lee"];
  expect(lines(incidentRecord())).toEqual([[], rows, []]);
});

test("it is rendered once for a record, unless similar postmortems are to be named", () => {
  const text = vi.fn(() => "# T\n\n{{ seen_before }}\n");
  const template = {
    file: "t.md",
    get text(): string {
      return text();
    },
  };
  const skeletons = createSkeletons([template], {});
  const record = incidentRecord();
  const once = () => skeletons(sourceOf(""), "Q1ORDERSPOOL01", record);
  expect(once().skeleton).toBe(once().skeleton);
  const reads = text.mock.calls.length;
  const past = { date: "2026-01-14", title: "A leak", path: "a.md", rootCause: null, openItems: 0 };
  const { skeleton } = skeletons(sourceOf(""), "Q1ORDERSPOOL01", record, [past]);
  expect(skeleton?.sections[0]?.recordLines).not.toEqual([]);
  expect(text.mock.calls.length).toBeGreaterThan(reads);
});

test("templates that cannot be used are named as problems, and a bug is let through", () => {
  const loop =
    "{% for a in timeline %}{% for b in timeline %}{% for c in timeline %}x{% endfor %}{% endfor %}{% endfor %}";
  const timeline = Array.from({ length: 300 }, (_, at) => ({ at, what: "a", by: null }));
  const cases: [string, string][] = [
    ["{{ titel }}", "t.md:1 titel is not known"],
    ["a\n".repeat(9_000), "more than a postmortem may have"],
    [loop, "too long"],
  ];
  for (const [text, problem] of cases)
    expect(skeletonFor("", [file(text)], { ...incidentRecord(), timeline })).toEqual({
      skeleton: null,
      problem: expect.stringContaining(problem),
    });
  const broken = {
    file: "t.md",
    get text(): string {
      throw new TypeError("a bug");
    },
  };
  expect(() => skeletonFor("", [broken])).toThrow("a bug");
});
