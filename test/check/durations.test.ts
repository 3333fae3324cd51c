import { expect, test } from "vitest";
import { durationRule, readDuration } from "../../src/check/durations.ts";
import { BODY, findingsOf, sourceOf, written } from "./written.ts";

const found = (body: string, front?: Record<string, string>) =>
  findingsOf([durationRule], "front-matter-duration", sourceOf(written(body, front)));

test("computes every stated duration again", () => {
  const body = [
    "**Date:** 2026-02-10 | **Duration:** 64 minutes | **Severity:** P1",
    "- Time to resolve: 2 hours",
    "| Time to acknowledge | 16 minutes |",
    "> Incident duration: about 1 day",
  ].join("\n");
  expect(found(body, { acknowledged: "2026-02-10T14:38:00Z", "duration-minutes": "460" })).toEqual([
    "13: `duration-minutes` is 460, and its times are 46 minutes apart (46 minutes).",
    `${BODY}: \`Duration\` is 64 minutes, and its times are 46 minutes apart (46 minutes).`,
    `${BODY + 1}: \`Time to resolve\` is 2 hours, and its times are 46 minutes apart (46 minutes).`,
    `${BODY + 2}: \`Time to acknowledge\` is 16 minutes, and its times are 6 minutes apart (6 minutes).`,
    `${BODY + 3}: \`Incident duration\` is about 1 day, and its times are 46 minutes apart (46 minutes).`,
  ]);
});

test("lets a minute pass, words that are no duration, and durations of something else", () => {
  expect(
    found("**Duration:** 47 minutes\n\nDuration: unknown\n\nImpact duration: 5 hours\n\n| Duration |\n", {
      "duration-minutes": "",
    }),
  ).toEqual([]);
  expect(found("Constructor: 5 minutes\n\nTime to acknowledge: 5 hours")).toEqual([]);
});

test("has nothing to compare with where a time is missing, or they are in the wrong order", () => {
  expect(found("Duration: 5 hours", { resolved: "" })).toEqual([]);
  expect(found("Duration: 5 hours", { resolved: "2026-02-10T14:00:00Z" })).toEqual([]);
  expect(findingsOf([durationRule], "front-matter-duration", sourceOf("Duration: 5 hours"))).toEqual([]);
});

test.for([
  ["46 minutes", 46],
  ["2 hours 5 minutes", 125],
  ["2h 5m", 125],
  ["1 day, 2 hours and 3 mins", 1_563],
  ["under a minute", 0],
  ["~ 10 min (rounded)", 10],
  ["90 seconds", 0],
  ["unknown", null],
  ["", null],
  ["5 months", null],
] as const)("reads %j as %j minutes", ([words, minutes]) => {
  expect(readDuration(words)).toBe(minutes);
});
