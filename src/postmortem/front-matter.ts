/** The front matter of a postmortem: each key by itself, so that one bad value does not hide the others. */

import { parseDocument } from "yaml";
import { z } from "zod";
import { incidentIdSchema } from "../incident/reference.ts";
import { secondsOf } from "./clock.ts";

const MAX_ALIASES = 100;

// People write numbers, and yes or no, where a name is meant.
const words = z.union([z.string(), z.number(), z.boolean()], "is not one line of text").transform(String);
/** One of a few words, which people also write in capitals or with spaces. */
const keyword = words.transform((written) => written.trim().toLowerCase().replaceAll(" ", "-"));
const keywords = z.preprocess(
  (written) => (typeof written === "string" ? written.split(",") : written),
  z.array(keyword, "is not a list such as [change, load]"),
);
const names = z.union([words, z.array(words).transform((all) => all.join(", "))], "is not one line of text");
const TIME = /^(?:\d{4}|[+-]\d{6})-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;
const NO_TIME = "is not a time such as 2026-02-10T14:32:00Z";
const time = z
  .string(NO_TIME)
  .transform((written) => (TIME.test(written) ? Date.parse(written.replace(" ", "T")) : Number.NaN))
  .refine((at) => !Number.isNaN(at), { error: NO_TIME });
const wholeNumber = z.preprocess(
  (written) => (typeof written === "string" && /^\d{1,9}$/.test(written) ? Number(written) : written),
  z.int("is not a whole number").nonnegative("is below 0"),
);

/** Null stands for what is not there, or has no value. */
function known<Schema extends z.ZodType>(value: Schema) {
  return value.nullable().default(null);
}

const schema = z.object({
  status: known(keyword),
  owner: known(names),
  incident: known(incidentIdSchema),
  service: known(words),
  priority: known(words),
  urgency: known(words),
  created: known(time),
  acknowledged: known(time),
  resolved: known(time),
  "duration-minutes": known(wholeNumber),
  trigger: known(words),
  "root-cause": known(keyword),
  causes: known(keywords),
  session: known(words),
  number: known(wholeNumber),
  url: known(words),
});

/** In the order of the built-in document. */
export const FRONT_MATTER_KEYS = schema.keyof().options;

export type FrontMatterKey = (typeof FRONT_MATTER_KEYS)[number];

/** Null stands for a value that is not there, is empty, or cannot be read. Times are epoch milliseconds. */
export type FrontMatter = {
  values: z.infer<typeof schema>;
  /** The line of each key that is there, known or not. */
  lines: Map<string, number>;
  problems: FrontMatterProblem[];
};

/** The values where there is no front matter. */
export const NO_VALUES = schema.parse({});

/** `message` ends the sentence that the key begins; `fix` says what to write where that is known. */
type FrontMatterProblem = { key: string | null; line: number; message: string; fix: string | null };

/** Reads the YAML between the two lines of `---`; `firstLine` is the line of its first character in the file. */
export function readFrontMatter(yaml: string, firstLine: number): FrontMatter {
  const entries = entriesOf(yaml, firstLine);
  const lines = new Map<string, number>();
  for (const { key, line } of entries) if (!lines.has(key)) lines.set(key, line);
  const raw: Record<string, unknown> = {};
  const problems: FrontMatterProblem[] = [];
  const whole = readYaml(yaml);
  if (!("problem" in whole) && isRecord(whole.value)) Object.assign(raw, whole.value);
  else if (entries.length === 0 && yaml.trim() !== "")
    problems.push({ key: null, line: firstLine, message: "The front matter has no keys.", fix: null });
  else problems.push(...readEach(entries, raw));
  // What only YAML takes for a key, such as `<<` or one in other letters.
  for (const key of Object.keys(raw)) if (!lines.has(key)) lines.set(key, firstLine);
  const values = valuesOf(raw, lines, firstLine, problems);
  return { values, lines, problems: problems.sort((a, b) => a.line - b.line) };
}

type KeyEntry = { key: string; line: number; text: string };

const KEY = /^(?:"([^"\\]{1,60})"|([\w-]{1,60}))[ \t]*:(?=[ \t]|$)/;

/** The keys at the margin, each with the lines that belong to it. */
function entriesOf(yaml: string, firstLine: number): KeyEntry[] {
  const entries: KeyEntry[] = [];
  for (const [index, line] of yaml.split(/\r\n|\r|\n/).entries()) {
    const [, quoted, key = quoted] = KEY.exec(line) ?? [];
    const last = entries.at(-1);
    if (key !== undefined) entries.push({ key, line: firstLine + index, text: line });
    else if (last) last.text += `\n${line}`;
  }
  return entries;
}

/** Key by key, where the whole is no YAML: what can be read goes into `raw`. */
function readEach(entries: KeyEntry[], raw: Record<string, unknown>): FrontMatterProblem[] {
  return entries.flatMap(({ key, line, text }) => {
    if (Object.hasOwn(raw, key))
      return [{ key, line, message: "stands there twice.", fix: "Keep one of the two." }];
    const read = readYaml(text);
    raw[key] = null;
    if ("problem" in read)
      return [{ key, line, message: `is not YAML: ${read.problem}.`, fix: quotedForm(text) }];
    raw[key] = z.record(z.string(), z.unknown()).catch({}).parse(read.value)[key] ?? null;
    return [];
  });
}

/** What was meant by a value that YAML does not take, in quotes. */
function quotedForm(text: string): string | null {
  const [, key, value = ""] = /^([\w-]+)[ \t]*:[ \t]+(\S[^\n]{0,80})$/.exec(text.trim()) ?? [];
  return key === undefined || /["']/.test(value)
    ? null
    : `Put it in quotes: \`${key}: "${value.replaceAll("\\", "\\\\").replaceAll("`", "")}"\`.`;
}

function readYaml(text: string): { value: unknown } | { problem: string } {
  try {
    const document = parseDocument(text, { logLevel: "error" });
    const [problem] = document.errors;
    if (problem) throw problem;
    return { value: document.toJS({ maxAliasCount: MAX_ALIASES }) };
  } catch (error) {
    // The first line of the parser's message says what is wrong; the rest quotes the file.
    const [first = ""] = String(error).split("\n", 1);
    return { problem: first.replace(/^\w{1,40}: /, "").replace(/ at line \d+, column \d+:?/, "") };
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The values of the known keys; what one of them cannot be goes into `problems`. */
function valuesOf(
  raw: Record<string, unknown>,
  lines: Map<string, number>,
  firstLine: number,
  problems: FrontMatterProblem[],
): FrontMatter["values"] {
  const lineOf = (key: string) => lines.get(key) ?? firstLine;
  const readable = { ...raw };
  for (const { path, message } of schema.safeParse(raw).error?.issues ?? []) {
    const key = String(path[0]);
    readable[key] = null;
    problems.push({ key, line: lineOf(key), message: `${message}.`, fix: null });
  }
  const values = schema.parse(readable);
  for (const key of ["created", "acknowledged", "resolved"] as const) {
    const at = values[key];
    if (at === null || /Z$/.test(String(raw[key]))) continue;
    const fix = `Write \`${key}: ${secondsOf(at)}\`.`;
    problems.push({ key, line: lineOf(key), message: "is not written in UTC.", fix });
  }
  return values;
}
