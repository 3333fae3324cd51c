/** Rules as a team writes them: conditions, and what becomes of an incident that meets them. */

import { z } from "zod";
import { durationPattern, parseDuration } from "../lib/time.ts";
import { devinOptionsSchema, file, words } from "./devin-options.ts";

const MAX_ITEMS = 100;

export const URGENCIES = ["high", "low"] as const;
export const RESOLVERS = ["user", "integration", "automation"] as const;

/** One of these or a list of them. */
function anyOf(item: z.ZodType<string>) {
  return z
    .union([item, z.array(item).min(1, "is empty").max(MAX_ITEMS, `has more than ${MAX_ITEMS} items`)])
    .transform((given) => [given].flat());
}

function oneOf<const Names extends readonly string[]>(names: Names) {
  return z.preprocess((given) => (typeof given === "string" ? given.toLowerCase() : given), z.enum(names));
}

// A star that is taken for a letter would never match, and nobody would see it.
const name = words.refine((given) => !given.includes("*"), {
  error: "holds a *, which only service and title take",
});

const duration = z
  .string()
  .meta({ pattern: durationPattern.source })
  .transform((written, context) => {
    const ms = parseDuration(written);
    if (ms !== null && ms > 0) return ms;
    context.addIssue(ms === null ? "is not a duration, such as 90s, 10m, 1h30m or 2d" : "is no time at all");
    return z.NEVER;
  });

const conditions = {
  priority: anyOf(name).describe("Priorities by name, such as P1."),
  urgency: anyOf(oneOf(URGENCIES)).describe("high or low."),
  service: anyOf(words).describe("Services by id or name; * stands for any characters."),
  team: anyOf(name).describe("Teams by id or name."),
  type: anyOf(name).describe("Incident types, such as security_default."),
  title: anyOf(words).describe("Titles; * stands for any characters."),
  "resolved-by": anyOf(oneOf(RESOLVERS)).describe("Who or what resolved it."),
  "shorter-than": duration.describe("It lasted less than this: 90s, 10m, 1h30m, 2d."),
  "longer-than": duration.describe("It lasted more than this: 90s, 10m, 1h30m, 2d."),
};

const CONDITIONS = Object.keys(conditions).join(", ");

// One mistake is one problem.
function isSoFarRight({ issues }: { issues: unknown[] }): boolean {
  return issues.length === 0;
}

/** When a rule holds: all of its conditions, and of a list any. */
export const whenSchema = z
  .strictObject(conditions, {
    error: ({ code, input }) =>
      code === "invalid_type"
        ? `${input === undefined ? "is missing" : "holds no conditions"}; it takes some of ${CONDITIONS}`
        : undefined,
  })
  .partial()
  .refine((when) => Object.keys(when).length > 0, {
    error: `is empty; it takes some of ${CONDITIONS}`,
    when: isSoFarRight,
  })
  .refine(
    ({ "shorter-than": shorter, "longer-than": longer }) =>
      shorter === undefined || longer === undefined || longer < shorter,
    {
      error: "never holds: nothing lasts longer than longer-than and shorter than shorter-than",
      when: isSoFarRight,
    },
  )
  .meta({ minProperties: 1, description: "All must hold; a list means any of its items." });

export const ruleSchema = z.strictObject({
  name: words.describe("What the reason calls it; its position otherwise.").optional(),
  when: whenSchema,
  do: z.enum(["draft", "skip"]).describe("What becomes of an incident for which it holds."),
  devin: devinOptionsSchema.describe("In place of the same keys of devin.").optional(),
  template: file.describe("In place of template.").optional(),
});

export const rulesSchema = z.array(ruleSchema).max(MAX_ITEMS, `has more than ${MAX_ITEMS} items`);
export const otherwiseSchema = z.enum(["draft", "skip"]);

export type Rule = z.infer<typeof ruleSchema>;
