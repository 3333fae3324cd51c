/** The honest numbers: every seeded defect is found by its rule alone, and nothing in the good ones. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { RULES } from "../../src/check/rules.ts";
import { checkGolden, DEFECTS, GOOD, tableOfRules } from "./golden.ts";

describe("the golden set", () => {
  test.for(GOOD)("has nothing to find in the good $name", async (good) => {
    expect((await checkGolden(good)).findings).toEqual([]);
  });

  test("checks every good one with all rules", async () => {
    const checked = await Promise.all(GOOD.map(checkGolden));
    expect(checked.flatMap(({ notRun }) => notRun)).toEqual([]);
    expect(GOOD.length).toBeGreaterThanOrEqual(4);
  });

  test.for(DEFECTS)("has exactly its defect found in $name", async (defect) => {
    const { findings } = await checkGolden(defect);
    expect([...new Set(findings.map(({ rule }) => rule))], JSON.stringify(findings, null, 2)).toEqual([
      defect.rule,
    ]);
  });

  test("has a defect for every rule, and a rule for every defect", () => {
    expect([...new Set(DEFECTS.map(({ rule }) => rule))].sort()).toEqual(RULES.map(({ id }) => id).sort());
  });
});

test("the rules have unique ids that begin with their group", () => {
  const ids = RULES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids)
    expect(id).toMatch(
      /^(?:front-matter|structure|timeline|evidence|action-item|language|safety)(?:-[a-z]+)+$/,
    );
});

test("docs/check.md has the table as it is now; `npm run check:table` writes it", async () => {
  const page = readFileSync(join(import.meta.dirname, "..", "..", "docs", "check.md"), "utf8");
  expect(page).toContain(`<!-- rules: npm run check:table -->\n\n${await tableOfRules()}\n\n<!-- /rules -->`);
});
