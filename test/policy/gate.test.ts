import { describe, expect, test } from "vitest";
import { type GateQuestion, passGate } from "../../src/policy/gate.ts";
import { incidentRecord } from "../builders.ts";

const RECORD = incidentRecord();
const MERGED = { ...RECORD, incident: { ...RECORD.incident, merged_into: "Q2TARGET" } };

function ask(question: Partial<GateQuestion> = {}) {
  return passGate({
    record: RECORD,
    policy: { rules: [], otherwise: "draft" },
    notReadyBecause: null,
    requestedBy: null,
    hasCapacity: true,
    isDryRun: false,
    ...question,
  });
}

const SKIPS: Partial<GateQuestion> = { policy: { rules: [], otherwise: "skip" } };
const EVERYTHING_ELSE = { ...SKIPS, hasCapacity: false, isDryRun: true };

describe("the gate asks in turn", () => {
  test.for<[string, Partial<GateQuestion>, string, string]>([
    [
      "a merged incident",
      { record: MERGED, notReadyBecause: "it is open", ...EVERYTHING_ELSE },
      "skipped",
      "merged",
    ],
    ["one that is open", { notReadyBecause: "it is open", ...EVERYTHING_ELSE }, "skipped", "not-ready"],
    ["one that the rules skip", EVERYTHING_ELSE, "skipped", "rules"],
    ["one beyond the day's limit", { hasCapacity: false, isDryRun: true }, "deferred", "limit"],
    ["a dry run", { isDryRun: true }, "dry-run", "dry-run"],
    ["one that nothing keeps back", {}, "passed", "none"],
    ["a person's wish, which the rules do not stop", { ...SKIPS, requestedBy: "ada" }, "passed", "none"],
    [
      "a person's wish, which waits for the resolve",
      { requestedBy: "ada", notReadyBecause: "it is open" },
      "skipped",
      "not-ready",
    ],
  ])("%s", ([, question, outcome, by]) => {
    expect(ask(question)).toMatchObject({ outcome, by });
  });

  test("and says who asked, and what the rules would have said", () => {
    const { reason, decision } = ask({ ...SKIPS, requestedBy: "ada" });
    expect(reason).toMatch(/^ada asked for it by hand; by the rules: ./);
    expect(decision).toBeNull();
  });

  test("and keeps the decision of the rules where they decided", () => {
    expect(ask().decision?.do).toBe("draft");
    expect(ask(SKIPS).decision?.do).toBe("skip");
    expect(ask({ hasCapacity: false }).decision?.do).toBe("draft");
  });
});
