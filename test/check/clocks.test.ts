import { expect, test } from "vitest";
import { clocksIn } from "../../src/check/clocks.ts";
import { sourceOf } from "./sources.ts";

test.for<[text: string, clock: string]>([
  ["at 14:32 UTC", "14:32"],
  ["at 2:32 pm UTC", "14:32"],
  ["at 2:32 PM UTC", "14:32"],
  ["at 12:05 p.m. UTC", "12:05"],
  ["at 12:05 am UTC", "00:05"],
  ["at 12:05AM UTC", "00:05"],
  ["at 14:32 pm UTC", "14:32"],
])("%s is a time of the day: %s", ([text, clock]) => {
  const passages = sourceOf(text).blocks.flatMap((block) => block.passages);
  expect(passages.flatMap(clocksIn)).toMatchObject([{ clock, isUtc: true }]);
});
