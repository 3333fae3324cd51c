import fc from "fast-check";
import { expect, test } from "vitest";
import {
  dateOf,
  durationOf,
  formatDuration,
  isDay,
  parseDuration,
  spellDuration,
  timeOf,
} from "../../src/lib/time.ts";

test.for([
  ["90s", 90_000],
  ["10m", 600_000],
  ["1h30m", 5_400_000],
  ["2d", 172_800_000],
  ["1d2h3m4s", 93_784_000],
  ["0s", 0],
  ["007m", 420_000],
  ["999999d", 86_399_913_600_000],
] as const)("%s is %d ms", ([written, ms]) => {
  expect(parseDuration(written)).toBe(ms);
});

test.for([
  "",
  "10",
  "m",
  "10 m",
  " 10m",
  "10m\n",
  "-10m",
  "1.5h",
  "30m1h",
  "1h1h",
  "10M",
  "1w",
  "10min",
  "1000000d",
  "٣m",
])("%j is no duration", (written) => {
  expect(parseDuration(written)).toBeNull();
});

test.for([
  [0, "0s", "under a second"],
  [999, "0s", "under a second"],
  [1_000, "1s", "1 second"],
  [90_000, "1m30s", "1 minute 30 seconds"],
  [240_999, "4m", "4 minutes"],
  [3_600_000, "1h", "1 hour"],
  [93_784_000, "1d2h3m4s", "1 day 2 hours 3 minutes 4 seconds"],
] as const)("%d ms is written %s and spelled %s", ([ms, written, spelled]) => {
  expect(formatDuration(ms)).toBe(written);
  expect(spellDuration(ms)).toBe(spelled);
});

test("what is written is read back as the same time", () => {
  fc.assert(
    fc.property(fc.nat(10_000_000_000), (seconds) => {
      expect(parseDuration(formatDuration(seconds * 1_000))).toBe(seconds * 1_000);
    }),
  );
});

test.for([
  ["2026-03-01", true],
  ["2028-02-29", true],
  ["2026-02-29", false],
  ["2026-13-01", false],
  ["next week", false],
  ["2026-3-1", false],
] as const)("%s is a day: %s", ([written, isOne]) => {
  expect(isDay(written)).toBe(isOne);
});

test.for([
  [0, "under a minute"],
  [1, "1 minute"],
  [46, "46 minutes"],
  [60, "1 hour"],
  [61, "1 hour 1 minute"],
  [125, "2 hours 5 minutes"],
  [1_500, "25 hours"],
] as const)("%i minutes read: %s", ([minutes, words]) => {
  expect(durationOf(minutes)).toBe(words);
});

test("dates and times are UTC", () => {
  const at = Date.parse("2026-02-10T23:59:59-01:00");
  expect(`${dateOf(at)} ${timeOf(at)}`).toBe("2026-02-11 00:59");
});
