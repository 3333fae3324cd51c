/** The front matter of a postmortem: each key by itself, so that one bad value does not hide the others. */

import { parseDocument } from "yaml";
import { z } from "zod";
import { incidentIdSchema } from "../incident/reference.ts";

const MAX_ALIASES = 100;

// People write numbers, and yes or no, where a name is meant.
const words = z.union([z.string(), z.number(), z.boolean()], "is not one line of text").transform(String);
const TIME = /^(?:\d{4}|[+-]\d{6})-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;
const NO_TIME = "is not a time such as 2026-02-10T14:32:00Z";
const time = z
  .string(NO_TIME)
  .transform((written) => (TIME.test(written) ? Date.parse(written) : Number.NaN))
  .refine((at) => !Number.isNaN(at), { error: NO_TIME });
const wholeNumber = z.int("is not a whole number");

const fields = {
  status: words,
  owner: words,
  incident: incidentIdSchema,
  service: words,
  priority: words,
  urgency: words,
  created: time,
  acknowledged: time,
  resolved: time,
  "duration-minutes": wholeNumber.nonnegative("is below 0"),
  trigger: words,
  "root-cause": words,
  causes: z.array(words, "is not a list such as [change, load]"),
  session: words,
  number: wholeNumber.positive("is not above 0"),
  url: words,
};

/** The keys that a postmortem has, in the order of the built-in document. */
export const FRONT_MATTER_KEYS = [
  "status",
  "owner",
  "incident",
  "service",
  "priority",
  "urgency",
  "created",
  "acknowledged",
  "resolved",
  "duration-minutes",
  "trigger",
  "root-cause",
  "causes",
  "session",
  "number",
  "url",
] as const satisfies (keyof typeof fields)[];

export type FrontMatterKey = (typeof FRONT_MATTER_KEYS)[number];

type Values = { [Key in FrontMatterKey]: z.infer<(typeof fields)[Key]> | null };

/** Null stands for a value that is not there, is empty, or cannot be read. Times are epoch milliseconds. */
export type FrontMatter = {
  values: Values;
  /** The line of each key that is there, known or not. */
  lines: Map<string, number>;
  problems: FrontMatterProblem[];
};

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
  const values = valuesOf(raw, lines, firstLine, problems);
  return { values, lines, problems: problems.sort((a, b) => a.line - b.line) };
}

type Entry = { key: string; line: number; text: string };

const KEY = /^(?:"([^"\\]{1,60})"|([\w-]{1,60}))[ \t]*:(?=[ \t]|$)/;

/** The keys at the margin, each with the lines that belong to it. */
function entriesOf(yaml: string, firstLine: number): Entry[] {
  const entries: Entry[] = [];
  for (const [index, line] of yaml.split(/\r\n|\r|\n/).entries()) {
    const [, quoted, key = quoted] = KEY.exec(line) ?? [];
    const last = entries.at(-1);
    if (key !== undefined) entries.push({ key, line: firstLine + index, text: line });
    else if (last) last.text += `\n${line}`;
  }
  return entries;
}

/** Key by key, where the whole is no YAML: what can be read goes into `raw`. */
function readEach(entries: Entry[], raw: Record<string, unknown>): FrontMatterProblem[] {
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

function valuesOf(
  raw: Record<string, unknown>,
  lines: Map<string, number>,
  firstLine: number,
  problems: FrontMatterProblem[],
): Values {
  function read<Schema extends z.ZodType>(key: FrontMatterKey, schema: Schema): z.infer<Schema> | null {
    const written = raw[key] ?? null;
    if (written === null) return null;
    const parsed = schema.safeParse(written);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    problems.push({ key, line: lines.get(key) ?? firstLine, message: `${issue?.message}.`, fix: null });
    return null;
  }
  const values: Values = {
    status: read("status", fields.status),
    owner: read("owner", fields.owner),
    incident: read("incident", fields.incident),
    service: read("service", fields.service),
    priority: read("priority", fields.priority),
    urgency: read("urgency", fields.urgency),
    created: read("created", fields.created),
    acknowledged: read("acknowledged", fields.acknowledged),
    resolved: read("resolved", fields.resolved),
    "duration-minutes": read("duration-minutes", fields["duration-minutes"]),
    trigger: read("trigger", fields.trigger),
    "root-cause": read("root-cause", fields["root-cause"]),
    causes: read("causes", fields.causes),
    session: read("session", fields.session),
    number: read("number", fields.number),
    url: read("url", fields.url),
  };
  for (const key of ["created", "acknowledged", "resolved"] as const) {
    const at = values[key];
    if (at === null || /Z$/.test(String(raw[key]))) continue;
    const utc = new Date(at).toISOString().replace(/\.\d+Z$/, "Z");
    problems.push({
      key,
      line: lines.get(key) ?? firstLine,
      message: "is not written in UTC.",
      fix: `Write \`${key}: ${utc}\`.`,
    });
  }
  return values;
}
