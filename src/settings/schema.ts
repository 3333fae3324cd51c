/** What the docs repository's `.github/postmortem.yml` may say. */

import { z } from "zod";
import { devinOptionsSchema, file, folder, term, words } from "./devin-options.ts";
import { followUpsSchema, remindSchema } from "./follow-ups.ts";
import { RULE_IDS } from "./rule-ids.ts";
import { otherwiseSchema, ruleSchema, rulesSchema, whenSchema } from "./rules.ts";
import { sectionsSchema } from "./sections.ts";

const PULL_REQUEST = /^(?:pull[\s_-]*requests?|prs?|git|github)$/i;
const NO_PLACE = /^(?:no|none|off|false|nowhere|never)$/i;
const PLACE = /^(confluence|notion)$/i;

function switchedOff(description: string) {
  return z.boolean("is not true or false").default(false).describe(description);
}

function amount(fallback: number, description: string) {
  return z.int("is not a whole number").nonnegative("is below 0").default(fallback).describe(description);
}

export const severitySchema = z.enum(["error", "warning", "off"]).optional();

// One schema for all of the rules: every run builds this.
const checkSchema = z.strictObject(Object.fromEntries(RULE_IDS.map((id) => [id, severitySchema])));

const limitsSchema = z.strictObject({
  "sessions-per-day": amount(
    20,
    "Sessions in any 24 hours, drafts by hand excepted; what is over is deferred.",
  ),
});

const mendSchema = z.strictObject({
  rounds: amount(2, "Messages of the check to the session, for each pull request; 0 for none."),
});

const seenBeforeSchema = z.strictObject({
  most: amount(3, "Similar past postmortems in the brief and in the document; 0 for none."),
});

export const configSchema = z.strictObject({
  directory: folder
    .transform((path) => path.replace(/(?<!\/)\/+$/, ""))
    .prefault("docs/postmortems")
    .describe("Where the postmortems are, subfolders included."),
  template: file.describe("A Liquid file for the document; the built-in one otherwise.").optional(),
  instructions: file.describe("A Liquid file that is added to the built-in prompt.").optional(),
  sections: sectionsSchema
    .prefault({})
    .describe("What a template calls the known sections; the English names otherwise."),
  people: z
    .enum(["names", "letters"])
    .default("names")
    .describe('letters: "Responder A" in place of whole names, everywhere; a first name alone stays.'),
  publish: words
    .refine((written) => !NO_PLACE.test(written), {
      error: "is no place; it takes pull-request, confluence, notion or a sentence",
    })
    .transform(placeOf)
    .prefault("pull-request")
    .describe("pull-request, confluence, notion, or a sentence that tells Devin where."),
  telemetry: z
    .array(term)
    .default(["datadog", "sentry"])
    .describe("MCPs that Devin should use if it has them."),
  notes: switchedOff("true: one note on the incident links its session and its pull request."),
  "allow-public": switchedOff("true: this docs repository is public and may carry PagerDuty's text."),
  "on-acknowledge": z
    .enum(["skip", "gather"])
    .default("skip")
    .describe(
      "gather: an acknowledged incident starts its session, which gathers evidence until the resolve.",
    ),
  limits: limitsSchema.prefault({}).describe("Bounds on what is started."),
  check: checkSchema.default({}),
  allow: z
    .array(term)
    .max(1_000, "has more than 1000 items")
    .default([])
    .describe("Words that are no secret and no personal data: neither replaced nor found."),
  mend: mendSchema.prefault({}).describe("What the check tells the session that wrote a postmortem."),
  "seen-before": seenBeforeSchema.prefault({}).describe("Similar past postmortems."),
  "follow-ups": followUpsSchema.prefault({}).describe("What becomes of merged action items."),
  devin: devinOptionsSchema.default({}).describe("What each session is started with."),
  rules: rulesSchema.prefault([]).describe("The first rule that matches decides."),
  otherwise: otherwiseSchema.default("draft").describe("What becomes of an incident that no rule matches."),
});

export type Config = z.infer<typeof configSchema>;

/** What holds where there is no file. */
export function defaultConfig(): Config {
  return configSchema.parse({});
}

/** The parts of the file by their paths (`*` for a place in a list): their keys, and which of them may be left empty. */
export const PARTS: Record<string, { keys: string[]; mayBeEmpty: string[] }> = {
  "": part(configSchema),
  sections: part(sectionsSchema),
  limits: part(limitsSchema),
  check: part(checkSchema, []),
  mend: part(mendSchema),
  "seen-before": part(seenBeforeSchema),
  "follow-ups": part(followUpsSchema),
  "follow-ups.remind": part(remindSchema),
  devin: part(devinOptionsSchema),
  "rules.*": part(ruleSchema, ["name", "if-unknown", "devin", "template"]),
  "rules.*.devin": part(devinOptionsSchema),
  "rules.*.when": part(whenSchema, []),
};

/** A part that is all optional may have empty keys, such as those of a block that is commented out. */
function part({ shape }: { shape: Record<string, unknown> }, mayBeEmpty = Object.keys(shape)) {
  return { keys: Object.keys(shape), mayBeEmpty };
}

/** One of the known places by its one name; any other words are a sentence for Devin. */
function placeOf(written: string): string {
  if (PULL_REQUEST.test(written)) return "pull-request";
  return PLACE.test(written) ? written.toLowerCase() : written;
}
