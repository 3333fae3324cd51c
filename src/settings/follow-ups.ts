/** What becomes of the action items of merged postmortems, as a team wants it. */

import { z } from "zod";
import { nameKey } from "../lib/names.ts";
import { DAY_MS, isDay } from "../lib/time.ts";
import { words } from "./devin-options.ts";
import { duration } from "./durations.ts";

// GitHub's bound on a name, and GitHub lists issues by labels between commas.
const label = words
  .max(50, "is longer than 50 characters, GitHub's bound")
  .refine((name) => !name.includes(","), { error: "holds a comma; write one label an item" });

/** A login or a team; a single @ before it is allowed. */
const mention = z
  .string()
  .regex(
    /^@?[A-Za-z\d][\w-]{0,99}(?:\/[\w.-]{1,100})?$/,
    "is neither a GitHub login such as jlee nor a team such as acme/checkout",
  )
  .transform((written) => written.replace("@", ""));

const date = z.string().refine(isDay, { error: "is not a date, such as 2026-01-31" });

/** Whole days, as a number of them. */
const days = duration("d").transform((ms, context): number => {
  if (ms % DAY_MS === 0) return ms / DAY_MS;
  context.addIssue("is not a number of whole days, such as 2d");
  return z.NEVER;
});

/** When an issue gets a comment; both are numbers of days. */
export const remindSchema = z.strictObject({
  before: days.prefault("2d").describe("This long before the date: 2d."),
  overdue: days.prefault("7d").describe("Each time that this has passed after the date: 7d."),
});

export const followUpsSchema = z.strictObject({
  issues: z
    .boolean("is not true or false")
    .default(false)
    .describe("true: an action item with an owner and a date becomes an issue of the docs repository."),
  dashboard: z
    .boolean("is not true or false")
    .default(false)
    .describe("true: one issue shows what is open, overdue and missing."),
  since: date.describe("Only items of incidents that began on this day or later.").optional(),
  labels: z
    .array(label)
    .min(1, "is empty; by its first label the issues are found")
    .max(20, "has more than 20 items")
    .default(["postmortem"])
    .describe("Labels of the issues; by the first one they are found."),
  people: z
    .record(words, mention)
    .refine((people) => new Set(Object.keys(people).map(nameKey)).size === Object.keys(people).length, {
      error: "names one owner twice",
    })
    .default({})
    .describe("Owners by name, each with a GitHub login or a team; nobody else is mentioned."),
  remind: remindSchema.describe("Comments on issues before their date and after it.").optional(),
});
