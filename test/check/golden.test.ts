/** The honest numbers: every seeded defect is found by its rule alone, and nothing in what is as it should be. */

import { describe, expect, test } from "vitest";
import { RULES } from "../../src/check/rules.ts";
import { ACCEPTABLE, checkGolden, DEFECTS, GOOD } from "./golden.ts";

describe("the golden set", () => {
  test.for(GOOD)("has nothing to find in the good $name, with all rules", async (good) => {
    const { findings, notRun } = await checkGolden(good);
    expect([...findings, ...notRun]).toEqual([]);
  });

  test.for(ACCEPTABLE)("has nothing to find in $name", async (golden) => {
    expect((await checkGolden(golden)).findings).toEqual([]);
  });

  test.for(DEFECTS)("has exactly its defect found in $name", async (defect) => {
    const { findings } = await checkGolden(defect);
    const found = new Set(findings.map(({ rule, severity }) => `${rule}: ${severity}`));
    const usual = RULES.find(({ meta }) => meta.id === defect.rule)?.meta.severity;
    expect([...found], JSON.stringify(findings, null, 2)).toEqual([
      `${defect.rule}: ${defect.severity ?? usual}`,
    ]);
  });

  test("has a defect for every rule, and a rule for every defect", () => {
    expect([...new Set(DEFECTS.map(({ rule }) => rule))].sort()).toEqual(
      RULES.map(({ meta }) => meta.id).sort(),
    );
  });
});
