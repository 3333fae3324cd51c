import { expect, test } from "vitest";
import { nearestOf } from "../../src/lib/nearest.ts";

const WORDS = ["priority", "urgency", "services", "service", "team", "do", "sessions-per-day"];

test.for([
  ["priorty", "priority"],
  ["Priority", "priority"],
  ["piroritiy", "priority"],
  ["urgnecy", "urgency"],
  ["taem", "team"],
  ["od", "do"],
  ["serviec", "service"],
  ["sessions", "sessions-per-day"],
] as const)("%s was meant as %s", ([written, meant]) => {
  expect(nearestOf(written, WORDS)).toBe(meant);
});

test.for(["", "x", "colour", "se", "severity level", "p".repeat(100_000)])(
  "%# is near to nothing",
  (written) => {
    expect(nearestOf(written, WORDS)).toBeNull();
  },
);
