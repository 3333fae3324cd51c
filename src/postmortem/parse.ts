/** A postmortem's text read back: its front matter, its sections and the rows of its timeline. */

import { parse } from "yaml";
import { z } from "zod";
import { incidentIdSchema } from "../incident/incident.ts";
import { dateOf } from "../lib/time.ts";
import { problemsOf } from "../settings/parse.ts";

// People write numbers, and yes or no, where a name is meant.
const text = z
  .union([z.string(), z.number(), z.boolean()], "is not one line of text")
  .transform(String)
  .nullable()
  .default(null);
const TIME = /^(?:\d{4}|[+-]\d{6})-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;
const NO_TIME = "is not a time such as 2026-02-10T14:32:00Z";
const time = z
  .string(NO_TIME)
  .transform((written) => (TIME.test(written) ? Date.parse(written) : Number.NaN))
  .refine((at) => !Number.isNaN(at), { error: NO_TIME })
  .nullable()
  .default(null);

const frontMatterSchema = z
  .object(
    {
      incident: incidentIdSchema,
      number: z.int("is not a whole number").positive("is not above 0").nullable().default(null),
      url: text,
      service: text,
      priority: text,
      urgency: text,
      status: text,
      owner: text,
      created: time,
      acknowledged: time,
      resolved: time,
      "duration-minutes": z.int("is not a whole number").nonnegative("is below 0").nullable().default(null),
      session: text,
    },
    "has no keys",
  )
  .transform(({ "duration-minutes": durationMinutes, ...rest }) => ({ ...rest, durationMinutes }));

/** Headings, rows and the title are plain words; a section's text is Markdown. Lines are counted from 1. */
export type Postmortem = {
  /** Times are epoch milliseconds. */
  frontMatter: z.infer<typeof frontMatterSchema>;
  title: string | null;
  sections: { heading: string; line: number; text: string }[];
  /** The items of the section Timeline; `at` is null for an item that is no row with a time. */
  timeline: { line: number; at: number | null; text: string }[];
};

/** Reads what `renderSkeleton` wrote, also after people and Devin have filled it; `problem` says why it cannot. */
export function readPostmortem(file: string): Postmortem | { problem: string } {
  const lines = file.replace(/^\uFEFF/, "").split(/\r?\n/);
  const [first = ""] = lines;
  const end = lines.findIndex((line, index) => index > 0 && /^---\s*$/.test(line));
  if (!/^---\s*$/.test(first) || end === -1)
    return { problem: "it does not begin with front matter between two lines of ---" };
  const frontMatter = readFrontMatter(lines.slice(1, end).join("\n"));
  if ("problem" in frontMatter) return frontMatter;
  const { title, sections } = outlineOf(lines, end + 1);
  const timeline = sections
    .filter(({ heading }) => heading.toLowerCase() === "timeline")
    .flatMap(({ line, lines }) => rowsOf(lines, line + 1, frontMatter.created));
  return {
    frontMatter,
    title,
    sections: sections.map(({ heading, line, lines }) => ({ heading, line, text: lines.join("\n").trim() })),
    timeline,
  };
}

function readFrontMatter(yaml: string): Postmortem["frontMatter"] | { problem: string } {
  try {
    const parsed = frontMatterSchema.safeParse(parse(yaml, { logLevel: "error" }) ?? {});
    if (parsed.success) return parsed.data;
    return { problem: `its front matter does not hold: ${problemsOf(parsed.error).join("; ")}` };
  } catch (error) {
    // The first line of the parser's message names line and column; the rest quotes the file.
    const what = String(error)
      .replace(/^\w+: /, "")
      .replace(/:?\n[\s\S]*$/, "");
    return { problem: `its front matter is not YAML: ${what}` };
  }
}

type Section = { heading: string; line: number; lines: string[] };

/** The first heading of level one, and the sections below headings of level two. Code blocks hold no headings. */
function outlineOf(lines: string[], from: number): { title: string | null; sections: Section[] } {
  let title: string | null = null;
  let fence: string | null = null;
  const sections: Section[] = [];
  for (const [index, line] of lines.entries()) {
    if (index < from) continue;
    const [, mark = null] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? [];
    const isCode = fence !== null || mark !== null;
    if (fence === null) fence = mark;
    else if (mark?.startsWith(fence) && line.trim() === mark) fence = null;
    const [, level, words = ""] = isCode ? [] : (/^(##?)[ \t]+(.*)$/.exec(line) ?? []);
    if (level === "##") sections.push({ heading: headingOf(words), line: index + 1, lines: [] });
    else if (level === "#") title ??= headingOf(words);
    else sections.at(-1)?.lines.push(line);
  }
  return { title, sections };
}

function headingOf(words: string): string {
  return unescaped(words.trim().replace(/(?<![ \t])[ \t]+#+$/, ""));
}

const ROW = /^(?:((?:\d{4}|[+-]\d{6})-\d\d-\d\d) )?(\d\d:\d\d) UTC —(?: (.*))?$/;

function rowsOf(lines: string[], firstLine: number, created: number | null): Postmortem["timeline"] {
  const items: { line: number; words: string }[] = [];
  for (const [index, line] of lines.entries()) {
    const [, words] = /^[-*+][ \t]+(.*)$/.exec(line) ?? [];
    const last = items.at(-1);
    if (words !== undefined) items.push({ line: firstLine + index, words: words.trim() });
    // An item goes on in the indented lines below it.
    else if (last && /^\s+\S/.test(line)) last.words += ` ${line.trim()}`;
  }
  return items.map(({ line, words }) => {
    const [, date = created === null ? null : dateOf(created), time, what = ""] = ROW.exec(words) ?? [];
    const at = time === undefined ? null : instantOf(`${date}T${time}:00.000Z`);
    return { line, at, text: unescaped(at === null ? words : what) };
  });
}

// Date.parse takes the 31st of any month for a day.
function instantOf(time: string): number | null {
  const at = Date.parse(time);
  return Number.isNaN(at) || new Date(at).toISOString() !== time ? null : at;
}

const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  "#46": ".",
  "#58": ":",
  "#64": "@",
};

/** The words that Markdown shows for escaped ones. */
function unescaped(markdown: string): string {
  return markdown.replace(
    /\\([!-/:-@[-`{-~])|&([a-z]+|#\d+);/g,
    (written, character: string | undefined, entity: string) => character ?? ENTITIES[entity] ?? written,
  );
}
