/** The docs repository's configuration, read from its text with every problem at once. */

import type { z } from "zod";
import { fieldsOf } from "../lib/json.ts";
import { nearestOf } from "../lib/nearest.ts";
import { toSingleLine } from "../lib/text.ts";
import { deadRules } from "./dead-rules.ts";
import { RETIRED } from "./retired-rules.ts";
import { type Config, configSchema, PARTS } from "./schema.ts";
import { type Problem, parseYaml, type Yaml } from "./yaml.ts";

export type { Config } from "./schema.ts";

const MAX_CHARACTERS = 262_144;
const LONGEST_VALUE = 60;

/** The configuration, or null with every problem; problems and warnings name the file, and the line where there is one. */
export type ConfigResult = { config: Config | null; problems: string[]; warnings: string[] };

type File = Exclude<Yaml, { problem: Problem }>;

/** Reads the configuration from the text of its file. */
export function parseConfig(file: string, text: string): ConfigResult {
  const refused = (problems: Problem[]) => ({ config: null, problems: placed(file, problems), warnings: [] });
  if (text.length > MAX_CHARACTERS)
    return refused([{ line: null, text: `is longer than ${MAX_CHARACTERS} characters` }]);
  const yaml = parseYaml(text);
  if ("problem" in yaml) return refused([yaml.problem]);
  const { given, warnings } = withoutRetired(withoutEmpty(yaml.value ?? {}, ""), yaml);
  const parsed = configSchema.safeParse(given, { error: describe, reportInput: true });
  if (parsed.success) {
    const dead = deadRules(parsed.data.rules).map(({ index, earlier }) => ({
      line: yaml.lineOf(["rules", index]),
      text: `rule ${index + 1} never decides, since rule ${earlier + 1} holds whenever it does; put it first, or take it out`,
    }));
    return { config: parsed.data, problems: [], warnings: placed(file, [...warnings, ...dead]) };
  }
  const problems = parsed.error.issues.flatMap((issue) => problemsOf(issue, issue.path, yaml));
  return { ...refused(problems), warnings: placed(file, warnings) };
}

/** Each as `file:line: …`, in the order of the lines. */
function placed(file: string, problems: Problem[]): string[] {
  return problems
    .toSorted((a, b) => Number(a.line) - Number(b.line))
    .map(({ line, text }) => `${file}${line === null ? "" : `:${line}`}: ${text}`);
}

/** The value without the keys that have nothing after them, where the part that they stand in allows that. */
function withoutEmpty(value: unknown, path: string): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutEmpty(item, joined(path, "*")));
  const fields = fieldsOf(value);
  if (fields === null) return value;
  const kept = Object.entries(fields).filter(
    ([key, inner]) => inner !== null || !PARTS[path]?.mayBeEmpty.includes(key),
  );
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutEmpty(inner, joined(path, key))]));
}

/** The file without what it says of rules that are gone, and a warning for each. */
function withoutRetired(given: unknown, { lineOf }: File): { given: unknown; warnings: Problem[] } {
  const file = fieldsOf(given);
  const check = fieldsOf(file?.["check"]);
  if (check === null) return { given, warnings: [] };
  const isRetired = (id: string) => Object.hasOwn(RETIRED, id);
  const warnings = Object.keys(check)
    .filter(isRetired)
    .map((id) => ({
      line: lineOf(["check", id]),
      text: `check.${id} was retired and has no effect; ${successorOf(RETIRED[id] ?? null)}`,
    }));
  const kept = Object.entries(check).filter(([id]) => !isRetired(id));
  return { given: { ...file, check: Object.fromEntries(kept) }, warnings };
}

function successorOf(id: string | null): string {
  return id === null ? "no rule took its place, so take it out" : `${id} took its place`;
}

/** The rest of the sentence that a path begins, where the schema itself says nothing. */
function describe(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === "invalid_value") return `${shown(issue.input)}; it takes ${issue.values.join(", ")}`;
  if (issue.code !== "invalid_type") return undefined;
  const wanted: Record<string, string> = { array: "a list, such as [a, b]", object: "keys with values" };
  const takes = wanted[issue.expected === "record" ? "object" : issue.expected];
  return `${shown(issue.input)}; it takes ${takes ?? "text"}`;
}

function shown(value: unknown): string {
  if (value === undefined) return "is missing";
  if (value === null) return "is empty";
  if (Array.isArray(value)) return "is a list";
  if (typeof value === "object") return "holds keys";
  return `is ${toSingleLine(typeof value === "string" ? JSON.stringify(value) : String(value), LONGEST_VALUE)}`;
}

function problemsOf(issue: z.core.$ZodIssue, path: PropertyKey[], yaml: File): Problem[] {
  if (issue.code === "invalid_union") {
    // The one union is of an item and a list of items: what was written tells which was meant.
    const meant = issue.errors.filter((_, at) => (at === 1) === Array.isArray(issue.input));
    return meant.flat().flatMap((inner) => problemsOf(inner, [...path, ...inner.path], yaml));
  }
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => {
      // Between braces a comma ends a value, and what follows it is a key without a colon.
      const isBare = fieldsOf(issue.input)?.[key] === null;
      const text = isBare && yaml.writtenAt([...path, key]) === null ? afterComma : unknownKey;
      return { line: yaml.lineOf([...path, key]), text: text(path, key) };
    });
  const name = toSingleLine(path.join("."), LONGEST_VALUE * 2) || "the file";
  const text = unquotedProblem(issue, yaml.writtenAt(path)) ?? quotedProblem(issue) ?? issue.message;
  return [{ line: yaml.lineOf(path), text: `${name} ${text}` }];
}

/** YAML takes some words for numbers; in quotes they are text, as they were written: 007 is not 7. */
function unquotedProblem(issue: z.core.$ZodIssue, written: string | null): string | null {
  const isUnquoted = typeof issue.input === "number" || typeof issue.input === "boolean";
  if (issue.code !== "invalid_type" || issue.expected !== "string" || !isUnquoted || written === null)
    return null;
  return `is ${toSingleLine(written, LONGEST_VALUE)}, which is no text; put it in quotes: ${JSON.stringify(toSingleLine(written, LONGEST_VALUE))}`;
}

/** A number or a word of YAML's own that stands in quotes is a text. */
function quotedProblem(issue: z.core.$ZodIssue): string | null {
  if (issue.code !== "invalid_type" || typeof issue.input !== "string") return null;
  const meant = issue.expected === "boolean" ? /^(?:true|false)$/ : /^\d{1,9}$/;
  const isMeant = ["boolean", "number", "int"].includes(issue.expected) && meant.test(issue.input);
  return isMeant ? `is "${issue.input}" in quotes, which makes it text; write ${issue.input}` : null;
}

function afterComma(path: PropertyKey[], key: string): string {
  const name = toSingleLine([...path, key].join("."), LONGEST_VALUE * 2);
  return `${name} is not known, and has no value; a list takes brackets, such as [a, b]`;
}

function unknownKey(path: PropertyKey[], key: string): string {
  const part = path.map((one) => (typeof one === "number" ? "*" : String(one))).join(".");
  const known = Object.entries(PARTS).flatMap(([name, { keys }]) => (name === part ? keys : []));
  const name = toSingleLine([...path, key].join("."), LONGEST_VALUE * 2);
  const nearest = nearestOf(key, known);
  if (nearest !== null) return `${name} is not known${lookAlike(key)}; did you mean ${nearest}?`;
  const allowed = part === "check" ? "docs/check.md lists the rules" : `allowed are ${known.join(", ")}`;
  return `${name} is not known; ${allowed}`;
}

/** Why two words that look the same are not. */
function lookAlike(key: string): string {
  return /[^\x21-\x7e]/.test(key) ? ", since it holds a character that is no letter of the word" : "";
}

function joined(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}
