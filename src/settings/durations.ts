/** Lengths of time as settings have them; where one is wrong, the form that was probably meant. */

import { z } from "zod";
import { durationPattern, parseDuration } from "../lib/time.ts";

const NO_DURATION = "is not a duration, such as 90s, 10m, 1h30m or 2d";
const UNIT = /^(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?)$/;

/** A duration in milliseconds, above nothing; where the unit is missing, the problem names this one. */
export function duration(unit: "m" | "d") {
  return z
    .unknown()
    .transform((written, context): number => {
      const text = typeof written === "string" || typeof written === "number" ? String(written).trim() : "";
      const ms = parseDuration(text);
      if (ms !== null && ms > 0) return ms;
      context.addIssue(problemOf(text, unit));
      return z.NEVER;
    })
    .meta({ type: "string", pattern: durationPattern.source });
}

function problemOf(text: string, unit: "m" | "d"): string {
  const [, amount, name = ""] = /^(\d{1,6})\s*([a-z]*)$/i.exec(text) ?? [];
  const word = name.toLowerCase();
  if (Number(amount) === 0) return "is no time at all";
  if (amount === undefined) return NO_DURATION;
  if (word === "") return `is ${amount}, which has no unit; write ${amount}${unit}`;
  return UNIT.test(word) ? `is not a duration; write ${amount}${word.slice(0, 1)}` : NO_DURATION;
}
