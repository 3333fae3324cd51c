import { expect, test } from "vitest";
import { readInstant, readTime } from "../../src/pagerduty/time.ts";

test.for([
  ["2026-02-10T14:32:00Z", "2026-02-10T14:32:00Z"],
  ["2026-02-10T14:32:00.120+01:00", "2026-02-10T14:32:00.120+01:00"],
  ["2026-02-10T14:32Z", "2026-02-10T14:32:00Z"],
  ["2026-02-10T14:32-07", "2026-02-10T14:32:00-07:00"],
  ["2026-02-10T14:32:05.5+0000", "2026-02-10T14:32:05.5+00:00"],
  ["2026-02-10", "2026-02-10T00:00:00Z"],
  ["2026-02-31T14:32Z", null],
  ["2026-02-10T14:32:00", null],
  ["soon", null],
  [1_770_733_920, null],
  [null, null],
] as const)("the time %j is read as %j", ([written, time]) => {
  expect(readTime(written)).toBe(time);
  expect(readInstant(written)).toBe(time === null ? null : Date.parse(time));
});
