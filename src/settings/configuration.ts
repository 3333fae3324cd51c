/** The docs repository's `.github/postmortem.yml`. */

import { parseDocument } from "yaml";
import { z } from "zod";
import { CATALOGUE } from "../check/catalogue.ts";
import { SettingsError } from "../lib/errors.ts";
import { toSingleLine } from "../lib/text.ts";
import { devinOptionsSchema, file, folder, words } from "./devin-options.ts";
import { otherwiseSchema, ruleSchema, rulesSchema, whenSchema } from "./rules.ts";

const DEFAULT_SESSIONS_PER_DAY = 20;

const checkSchema = z.strictObject(
  Object.fromEntries(
    Object.entries(CATALOGUE).map(([id, { severity, reason }]) => [
      id,
      z.enum(["error", "warning", "off"]).describe(`${reason} By itself: ${severity}.`).optional(),
    ]),
  ),
);

const configSchema = z.strictObject({
  directory: folder
    .transform((path) => path.replace(/\/+$/, ""))
    .prefault("docs/postmortems")
    .describe("Where the postmortems are."),
  template: file.describe("A Liquid file for the document; the built-in one otherwise.").optional(),
  instructions: file.describe("A Liquid file that is added to the built-in prompt.").optional(),
  publish: words
    .transform(placeOf)
    .prefault("pull-request")
    .describe("pull-request, confluence, notion, or a sentence that tells Devin where."),
  telemetry: z
    .array(words)
    .default(["datadog", "sentry"])
    .describe("MCPs that Devin should use if it has them."),
  "allow-public": z
    .boolean("is not true or false")
    .default(false)
    .describe("true: this docs repository is public and may carry PagerDuty's text."),
  notes: z
    .boolean("is not true or false")
    .default(false)
    .describe("true: one note on the incident links its session and its pull request."),
  "on-acknowledge": z
    .enum(["skip", "gather"])
    .default("skip")
    .describe(
      "gather: an acknowledged incident starts its session, which gathers evidence until the resolve.",
    ),
  limits: z
    .strictObject({
      "sessions-per-day": z
        .int("is not a whole number")
        .nonnegative("is below 0")
        .default(DEFAULT_SESSIONS_PER_DAY)
        .describe("Sessions in any 24 hours, drafts by hand excepted; what is over is deferred."),
    })
    .prefault({})
    .describe("Bounds on what is started."),

  check: checkSchema.default({}).describe("Severity of a rule of the check: error, warning or off."),
  devin: devinOptionsSchema.default({}).describe("What each session is started with."),
  rules: rulesSchema.prefault([]).describe("The first rule that matches decides."),
  otherwise: otherwiseSchema.default("draft").describe("What becomes of an incident that no rule matches."),
});

export type Config = z.infer<typeof configSchema>;

// Known to the design but not obeyed yet. To pass over them would do what the file forbids.
const LIMITS = ["sessions-per-day"];

const PULL_REQUEST = /^pull[\s-]*request$/i;
const PLACE = /^(confluence|notion)$/i;

/** One of the known places by its one name; any other words are a sentence for Devin. */
function placeOf(written: string): string {
  if (PULL_REQUEST.test(written)) return "pull-request";
  return PLACE.test(written) ? written.toLowerCase() : written;
}

const MAX_CHARACTERS = 262_144;
const MAX_ALIASES = 100;
const LONGEST_VALUE = 60;

/**
 * Reads the configuration; `text` null means that there is no file, so the defaults hold. Throws SettingsError with
 * every problem, each with the file, the path of the key and what is allowed.
 */
export function readConfig(file: string, text: string | null): Config {
  const parsed = configSchema.safeParse(withoutEmpty(parseYaml(file, text ?? "") ?? {}), {
    error: describe,
    reportInput: true,
  });
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.flatMap((issue) => problemsOf(issue, issue.path));
  throw new SettingsError(problems.map((problem) => `${file}: ${problem}`));
}

/** The JSON Schema of the file, for editors. */
export function configJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(configSchema, { target: "draft-7", io: "input" });
  return {
    $schema,
    title: "postmortem-bridge",
    description: "The rules and wishes of a docs repository, in .github/postmortem.yml.",
    ...schema,
  };
}

function parseYaml(file: string, text: string): unknown {
  if (text.length > MAX_CHARACTERS)
    throw new SettingsError([`${file} is longer than ${MAX_CHARACTERS} characters`]);
  try {
    const document = parseDocument(text);
    const [problem] = [...document.errors, ...document.warnings];
    if (problem) throw problem;
    return document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error) {
    // The first line of the parser's message names line and column; the rest quotes the file.
    const what = String(error)
      .replace(/^\w+: /, "")
      .replace(/:?\n[\s\S]*$/, "");
    throw new SettingsError([`${file} is not YAML: ${what}`]);
  }
}

/** The file without the keys that have nothing after them, such as those of a block that is commented out. */
function withoutEmpty(given: unknown): unknown {
  const devin = (wishes: unknown) => drop(wishes, Object.keys(devinOptionsSchema.shape));
  const rule = (one: unknown) => within(drop(one, ["name", "devin", "template"]), "devin", devin);
  const rules = (all: unknown) => (Array.isArray(all) ? all.map(rule) : all);
  const filled = drop(given, Object.keys(configSchema.shape));
  const limits = (bounds: unknown) => drop(bounds, LIMITS);
  return within(within(within(filled, "devin", devin), "limits", limits), "rules", rules);
}

/** Without those of these keys that are empty. */
function drop(given: unknown, keys: string[]): unknown {
  if (!holdsKeys(given)) return given;
  return Object.fromEntries(
    Object.entries(given).filter(([key, value]) => value !== null || !keys.includes(key)),
  );
}

/** The same with the value of one key changed, where it is there. */
function within(given: unknown, key: string, change: (value: unknown) => unknown): unknown {
  return holdsKeys(given) && Object.hasOwn(given, key) ? { ...given, [key]: change(given[key]) } : given;
}

function holdsKeys(given: unknown): given is Record<string, unknown> {
  return typeof given === "object" && given !== null && !Array.isArray(given);
}

/** The rest of the sentence that a path begins, where the schema itself says nothing. */
function describe(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === "invalid_value") return `${shown(issue.input)}; it takes ${issue.values.join(", ")}`;
  if (issue.code !== "invalid_type") return undefined;
  const wanted: Record<string, string> = { array: "a list, such as [a, b]", object: "keys with values" };
  const isPlain = typeof issue.input === "number" || typeof issue.input === "boolean";
  const text = isPlain ? "text, which this is in quotes" : "text";
  return `${shown(issue.input)}; it takes ${wanted[issue.expected] ?? text}`;
}

function shown(value: unknown): string {
  if (value === undefined) return "is missing";
  if (value === null) return "is empty";
  if (Array.isArray(value)) return "is a list";
  if (typeof value === "object") return "holds keys";
  return `is ${toSingleLine(typeof value === "string" ? JSON.stringify(value) : String(value), LONGEST_VALUE)}`;
}

function problemsOf(issue: z.core.$ZodIssue, path: PropertyKey[]): string[] {
  if (issue.code === "invalid_union") {
    // The one union is of an item and a list of items: what was written tells which was meant.
    const meant = issue.errors.filter((_, at) => (at === 1) === Array.isArray(issue.input));
    return meant.flat().flatMap((inner) => problemsOf(inner, [...path, ...inner.path]));
  }
  if (issue.code !== "unrecognized_keys") return [`${path.join(".") || "the file"} ${issue.message}`];
  const allowed = keysOf(path.findLast((part) => typeof part === "string"));
  return issue.keys.map((key) => {
    const name = toSingleLine([...path, key].join("."), LONGEST_VALUE * 2);
    return `${name} is not known; allowed are ${allowed.join(", ")}`;
  });
}

/** The keys that a part of the file may have, by the last key of its path. */
function keysOf(part: string | undefined): string[] {
  if (part === "devin") return Object.keys(devinOptionsSchema.shape);
  if (part === "limits") return LIMITS;
  if (part === "check") return Object.keys(checkSchema.shape);
  if (part === "rules") return Object.keys(ruleSchema.shape);
  return Object.keys(part === "when" ? whenSchema.shape : configSchema.shape);
}
