/** Rules as a team writes them: conditions, and what becomes of an incident that meets them. */

import { z } from "zod";
import {
  expressionProblem,
  holdsSeveralPriorities,
  incidentTypePattern,
  isComparison,
  nameProblem,
} from "../incident/patterns.ts";
import { fieldsOf } from "../lib/json.ts";
import { curlyQuotedText, quotedText } from "../lib/quotes.ts";
import { devinOptionsSchema, file, marksProblem, words } from "./devin-options.ts";
import { duration } from "./durations.ts";

const MAX_ITEMS = 100;

export const URGENCIES = ["high", "low"] as const;
export const RESOLVERS = ["user", "integration", "automation"] as const;

/** One of these or a list of them; `alone` where one that stands alone may be less than in a list. */
function anyOf(item: z.ZodType<string>, alone = item) {
  return z
    .union([alone, z.array(item).min(1, "is empty").max(MAX_ITEMS, `has more than ${MAX_ITEMS} items`)])
    .transform((given) => [given].flat());
}

function oneOf<const Names extends readonly string[]>(names: Names) {
  return z.preprocess((given) => (typeof given === "string" ? given.toLowerCase() : given), z.enum(names));
}

// One mistake is one problem.
function isSoFarRight({ issues }: { issues: unknown[] }): boolean {
  return issues.length === 0;
}

// A mistake in one key hides none between others.
function holdsKeys({ value }: { value: unknown }): boolean {
  return fieldsOf(value) !== null;
}

/** Words that can be what they are said to be; `problemOf` gives the rest of the sentence where they cannot. */
function wordsWithout(problemOf: (given: string) => string | null) {
  return words.refine((given) => problemOf(given) === null, {
    error: ({ input }) => String(problemOf(String(input))),
    when: isSoFarRight,
  });
}

// A title may well be a quotation, but nobody types curly marks to mean letters.
const title = wordsWithout((given) => expressionProblem(given) ?? marksProblem(curlyQuotedText(given)));
const service = wordsWithout((given) => nameProblem(given) ?? marksProblem(quotedText(given)));
const name = wordsWithout(wholeNameProblem);
const priority = wordsWithout((given) => {
  const several = `holds several priorities in one text; write [${partsOf(given).join(", ")}]`;
  if (holdsSeveralPriorities(given) || /[;|]/.test(given)) return several;
  return isComparison(given) ? "is a comparison or in brackets; list the names" : wholeNameProblem(given);
});
const type = wordsWithout((given) => {
  const isType = incidentTypePattern.test(given);
  return (
    wholeNameProblem(given) ??
    (isType ? null : "is no incident type; the API's names look like security_default")
  );
});

function wholeNameProblem(given: string): string | null {
  // A star that is taken for a letter would never match, and nobody would see it.
  if (given.includes("*")) return "holds a *, which only service and title take";
  return nameProblem(given) ?? marksProblem(quotedText(given));
}

// A list that was written as one text. Where a name has a comma, a list of one says so.
const COMMA = /[,，、،]/;

/** The same name as an item of its own, which without a list holds no comma. */
function aloneOf(item: z.ZodType<string>) {
  return item.refine((given) => !COMMA.test(given), {
    error: ({ input }) => {
      const given = String(input).trim();
      return `holds a comma; write [${partsOf(given, COMMA).join(", ")}] for several, or [${JSON.stringify(given)}] for one`;
    },
    when: isSoFarRight,
  });
}

function partsOf(
  written: string,
  separator = /[;|]/.test(written) ? /[;|]/ : /[^\p{L}\p{N}_-]+|(?<=\d)-(?=\p{L})/u,
): string[] {
  return written
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== "" && !/^(?:and|or)$/i.test(part));
}

const conditions = {
  priority: anyOf(priority, aloneOf(priority)).describe("Priorities by name, such as P1."),
  urgency: anyOf(oneOf(URGENCIES)).describe("high or low."),
  service: anyOf(service).describe("Services by id or name; * stands for any characters."),
  team: anyOf(name).describe("Teams by id or name."),
  type: anyOf(type).describe("Incident types, such as security_default."),
  title: anyOf(title).describe("Titles; * stands for any characters."),
  "resolved-by": anyOf(oneOf(RESOLVERS)).describe("Who or what resolved it."),
  "shorter-than": duration("m").describe("It lasted less than this: 90s, 10m, 1h30m, 2d."),
  "longer-than": duration("m").describe("It lasted more than this: 90s, 10m, 1h30m, 2d."),
};

const CONDITIONS = Object.keys(conditions).join(", ");

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
    // What cannot be read is still text here.
    ({ "shorter-than": shorter, "longer-than": longer }) =>
      typeof shorter !== "number" || typeof longer !== "number" || longer < shorter,
    {
      error: "never holds: nothing lasts longer than longer-than and shorter than shorter-than",
      when: holdsKeys,
    },
  )
  .meta({ minProperties: 1, description: "All must hold; a list means any of its items." });

export const ruleSchema = z
  .strictObject({
    name: words.describe("What the reason calls it; its position otherwise.").optional(),
    when: whenSchema,
    do: z.enum(["draft", "skip"]).describe("What becomes of an incident for which it holds."),
    "if-unknown": z
      .enum(["skip"])
      .describe("Only with `do: skip`: a fact that is not known counts as a match.")
      .optional(),
    devin: devinOptionsSchema.describe("In place of the same keys of devin.").optional(),
    template: file.describe("In place of template.").optional(),
  })
  .refine((rule) => rule.do !== "draft" || rule["if-unknown"] === undefined, {
    error: "is only for a rule with do: skip; leave it out, and a fact that is not known does not match",
    path: ["if-unknown"],
    when: holdsKeys,
  });

export const rulesSchema = z.array(ruleSchema).max(MAX_ITEMS, `has more than ${MAX_ITEMS} items`);
export const otherwiseSchema = z.enum(["draft", "skip"]);

export type Rule = z.infer<typeof ruleSchema>;
