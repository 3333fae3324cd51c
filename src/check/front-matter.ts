/** The rules of the front matter: it can be read, and says what the record says. */

import { incidentIdSchema } from "../incident/incident.ts";
import type { IncidentRecord } from "../incident/record.ts";
import { toSingleLine } from "../lib/text.ts";
import { dateOf } from "../lib/time.ts";
import { findPostmortem } from "../postmortem/file.ts";
import { readPostmortem } from "../postmortem/parse.ts";
import { type Facts, type Problem, type Rule, ruleOf, type Source } from "./rule.ts";

/** From the first draft to the last word; those of FINISHED say that people have answered what was open. */
const STATUSES = ["draft", "in-review", "reviewed", "closed", "final"];
export const FINISHED = ["reviewed", "closed", "final"];

const LONGEST_NAME = 100;
const LONGEST_SHOWN = 80;
/** PagerDuty's own places differ by seconds. */
const SAME_MS = 60_000;

export const frontMatterRules: Rule[] = [
  ruleOf("front-matter-schema", unreadable),
  ruleOf("front-matter-record", contradictions),
  ruleOf("front-matter-times", disorder),
  ruleOf("front-matter-status", unknownStatus),
  ruleOf("front-matter-file-name", misnamed),
  ruleOf("front-matter-one-file", twins),
];

/** The line of a key of the front matter; the first line where it is not there. */
export function lineOfKey({ lines }: Source, key: string): number {
  const end = lines.findIndex((line, index) => index > 0 && line.startsWith("---"));
  const index = lines.findIndex((line) => line.startsWith(`${key}:`));
  return index === -1 || index > end ? 1 : index + 1;
}

function unreadable(source: Source): Problem[] {
  const read = readPostmortem(source.text);
  if (!("problem" in read)) return [];
  const [, line] = /at line (\d+)/.exec(read.problem) ?? [];
  const [, key = ""] = /does not hold: ([\w-]+)/.exec(read.problem) ?? [];
  // YAML counts from the line after the first `---`.
  const at = line === undefined ? lineOfKey(source, key) : Math.min(Number(line) + 1, source.lines.length);
  const problem = toSingleLine(read.problem.replace(/ at line \d+, column \d+/, ""), 300);
  return [{ line: at, words: `The postmortem cannot be read: ${problem.replace(/\.$/, "")}.` }];
}

type FrontMatter = NonNullable<Source["postmortem"]>["frontMatter"];

function contradictions(source: Source, { record }: Facts): Problem[] {
  if (source.postmortem === null || record === null) return [];
  const { frontMatter } = source.postmortem;
  const { incident } = record;
  const names: [keyof FrontMatter, string | null][] = [
    ["incident", incident.id],
    ["number", incident.number === null ? null : String(incident.number)],
    ["url", incident.url],
    ["service", nameOf(incident.service?.name)],
    ["priority", nameOf(incident.priority)],
    ["urgency", incident.urgency],
  ];
  const times: [keyof FrontMatter & keyof Times, number | null][] = [
    ["created", record.createdAt],
    ["acknowledged", record.acknowledgedAt],
    ["resolved", record.resolvedAt],
  ];
  const differing = [
    ...names.flatMap(([key, known]) => {
      const written = frontMatter[key];
      return known === null || String(written ?? "") === known ? [] : [{ key, written, known }];
    }),
    ...times.flatMap(([key, known]) => {
      const written = frontMatter[key];
      const isSame = known === null || (written !== null && Math.abs(written - known) <= SAME_MS);
      return isSame ? [] : [{ key, written: written === null ? null : spell(written), known: spell(known) }];
    }),
  ];
  return differing.map(({ key, written, known }) => ({
    line: lineOfKey(source, key),
    words: `\`${key}\` is ${written === null ? "empty" : shown(String(written))}, and the record has ${shown(known)}.`,
  }));
}

type Times = Pick<FrontMatter, "created" | "acknowledged" | "resolved">;

function nameOf(name: IncidentRecord["incident"]["priority"] | undefined): string | null {
  return toSingleLine(name ?? "", LONGEST_NAME) || null;
}

function spell(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, "Z");
}

function shown(words: string): string {
  return toSingleLine(words, LONGEST_SHOWN);
}

function disorder(source: Source): Problem[] {
  if (source.postmortem === null) return [];
  const { created, acknowledged, resolved } = source.postmortem.frontMatter;
  const pairs: ["acknowledged" | "resolved", "created" | "acknowledged", number | null, number | null][] = [
    ["acknowledged", "created", acknowledged, created],
    ["resolved", "created", resolved, created],
    ["resolved", "acknowledged", resolved, acknowledged],
  ];
  return pairs.flatMap(([later, earlier, end, start]) =>
    end !== null && start !== null && end < start
      ? [{ line: lineOfKey(source, later), words: `\`${later}\` is before \`${earlier}\`.` }]
      : [],
  );
}

function unknownStatus(source: Source): Problem[] {
  const status = source.postmortem?.frontMatter.status;
  if (status === undefined || STATUSES.includes(status ?? "")) return [];
  const words = status === null ? "`status` is empty." : `\`status\` is ${shown(status)}.`;
  return [{ line: lineOfKey(source, "status"), words }];
}

function misnamed(source: Source): Problem[] {
  if (source.postmortem === null) return [];
  const { incident, created } = source.postmortem.frontMatter;
  const name = nameOfFile(source);
  const line = lineOfKey(source, "incident");
  if (findPostmortem([name], incident) === null)
    return [{ line, words: `The file's name is not one of the incident ${incident}.` }];
  // A draft by hand of an incident whose beginning is not known yet is dated by its own day, and keeps that name.
  const isEarly = created !== null && name.slice(0, 10) < dateOf(created);
  return isEarly
    ? [{ line, words: `The file's name has a day before ${dateOf(created)}, when the incident began.` }]
    : [];
}

function twins(source: Source, { names }: Facts): Problem[] {
  if (source.postmortem === null) return [];
  const { incident } = source.postmortem.frontMatter;
  const own = nameOfFile(source);
  const other = findPostmortem(
    names.filter((name) => name !== own),
    incident,
  );
  return other === null
    ? []
    : [{ line: lineOfKey(source, "incident"), words: `The incident has another file, ${shown(other)}.` }];
}

/** The name of the postmortem's file, without its folders. */
function nameOfFile({ file }: Source): string {
  return file.replace(/^.*\//, "");
}

/** The incident that a postmortem is of, even where the rest of its front matter cannot be read. */
export function incidentOf({ postmortem, file }: Source): string | null {
  if (postmortem !== null) return postmortem.frontMatter.incident;
  const [, named] = /^\d{4}-\d\d-\d\d-([A-Z0-9]+)/.exec(file.replace(/^.*\//, "")) ?? [];
  return incidentIdSchema.safeParse(named).data ?? null;
}
