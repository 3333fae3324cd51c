import { expect, test } from "vitest";
import { skeletonOf } from "../../src/check/skeleton.ts";
import { incidentRecord } from "../builders.ts";
import { sourceOf, written } from "./written.ts";

const SMALL = { file: "small.md", text: "# T\n\n## Summary\n\n## Fix\n" };
const BROKEN = { file: "broken.md", text: "# {{ titel }}\n" };

const headings = (...args: Parameters<typeof skeletonOf>) =>
  skeletonOf(...args).skeleton?.sections.map(({ heading }) => heading);

test("is that of the template whose sections the postmortem has", () => {
  const small = sourceOf(written("## Summary\n\n## Fix\n"));
  const whole = sourceOf(written("## Summary\n\n## Impact\n\n## Timeline\n\n## Root Cause\n"));
  expect(headings(small, incidentRecord(), [null, SMALL])).toEqual(["Summary", "Fix"]);
  expect(headings(whole, incidentRecord(), [SMALL, null])).toContain("Contributing Factors");
  expect(headings(sourceOf(written()), incidentRecord(), [SMALL])).toEqual(["Summary", "Fix"]);
});

test("without a record has what the template always has", () => {
  const template = { file: "t.md", text: "# T\n\n## A\n{% if priority %}\n## B\n{% endif %}\n" };
  const source = sourceOf(written("## A\n"));
  expect(headings(source, null, [template])).toEqual(["A"]);
  expect(headings(source, incidentRecord(), [template])).toEqual(["A", "B"]);
});

test("says which template cannot be used, and takes another", () => {
  const { skeleton, problem } = skeletonOf(sourceOf(written("## Summary\n")), null, [BROKEN, SMALL]);
  expect(skeleton?.sections).toHaveLength(2);
  expect(problem).toMatch(/^broken\.md:1 titel is not known; allowed are/);
  expect(skeletonOf(sourceOf(written()), null, [BROKEN]).skeleton).toBe(null);
  expect(skeletonOf(sourceOf(written()), null, []).skeleton).toBe(null);
});

test("lets a bug through", () => {
  const broken = {
    file: "t.md",
    get text(): string {
      throw new TypeError("a bug");
    },
  };
  expect(() => skeletonOf(sourceOf(written()), null, [broken])).toThrow("a bug");
});

test("is none where nobody knows which incident it is", () => {
  const nameless = sourceOf("# T\n", "docs/postmortems/notes.md");
  expect(skeletonOf(nameless, null, [SMALL])).toEqual({ skeleton: null, problem: null });
  const unread = sourceOf("# T\n", "docs/postmortems/2026-02-10-Q1ORDERSPOOL01.md");
  expect(skeletonOf(unread, null, [SMALL]).skeleton?.sections).toHaveLength(2);
});
