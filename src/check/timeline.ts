/** The rules of the timeline: the record's rows stand there as they are, and what was added has a source. */

import type { TimelineRow } from "../incident/record.ts";
import { toSingleLine } from "../lib/text.ts";
import { dateOf, timeOf } from "../lib/time.ts";
import { type Facts, type Problem, type Rule, ruleOf, type Source } from "./rule.ts";

const LONGEST_SHOWN = 120;
// As the skeleton has them.
const LONGEST_WORDS = 600;
const LONGEST_NAME = 100;
const MINUTE_MS = 60_000;
const LONGEST_GAP_MS = 60 * MINUTE_MS;

export const timelineRules: Rule[] = [
  ruleOf("timeline-missing-row", (source, facts) => {
    const { heading, missing } = compared(source, facts);
    return missing.map((row) => ({ line: heading, words: `The record's row ${shown(row)} is missing.` }));
  }),
  ruleOf("timeline-altered-row", (source, facts) =>
    compared(source, facts).altered.map(({ expected, written }) => ({
      line: written.line,
      words: `The row is not as the record has it: ${shown(expected)}.`,
    })),
  ),
  ruleOf("timeline-order", disorder),
  ruleOf("timeline-time-zone", otherZones),
  ruleOf("timeline-untimed-row", untimed),
  ruleOf("timeline-source", unsourced),
  ruleOf("timeline-gap", gaps),
];

type Row = { line: number; at: number; text: string };
type Expected = { at: number; text: string };
type Comparison = {
  /** The line of the section's heading. */
  heading: number;
  missing: Expected[];
  altered: { expected: Expected; written: Row }[];
  added: Row[];
};

function rowsIn({ postmortem }: Source): Row[] {
  return (postmortem?.timeline ?? []).flatMap(({ line, at, text }) =>
    at === null ? [] : [{ line, at, text: toSingleLine(text, LONGEST_WORDS + LONGEST_NAME * 2) }],
  );
}

/** `14:32 UTC — What happened by whom`, in plain words. */
function shown({ at, text }: Expected): string {
  return toSingleLine(`${dateOf(at)} ${timeOf(at)} UTC — ${text}`, LONGEST_SHOWN);
}

function expectedOf({ at, what, by }: TimelineRow): Expected {
  const who = toSingleLine(by ?? "", LONGEST_NAME);
  const text = [toSingleLine(what, LONGEST_WORDS), ...(who ? [`by ${who}`] : [])].join(" ").trim();
  return { at: Math.floor(at / MINUTE_MS) * MINUTE_MS, text };
}

/** What a record says of itself when not all of its rows are there. */
export const LOG_MISSING = /^(?:Log entries|Timeline)\b/;

/** The rows of the record beside those of the text. Without a section for them there is nothing to compare. */
function compared(source: Source, { record }: Facts): Comparison {
  const section = source.postmortem?.sections.find(({ heading }) => heading.toLowerCase() === "timeline");
  if (record === null || section === undefined) return { heading: 1, missing: [], altered: [], added: [] };
  const left = new Set(rowsIn(source));
  const take = (isMeant: (row: Row) => boolean): Row | null => {
    for (const row of left) {
      if (!isMeant(row)) continue;
      left.delete(row);
      return row;
    }
    return null;
  };
  const unmatched = record.timeline
    .map(expectedOf)
    .filter(({ at, text }) => take((row) => row.at === at && row.text === text) === null);
  const missing: Expected[] = [];
  const altered: Comparison["altered"] = [];
  for (const expected of unmatched) {
    const written =
      take((row) => row.text === expected.text) ??
      take((row) => row.at === expected.at && firstWord(row) === firstWord(expected));
    if (written === null) missing.push(expected);
    else altered.push({ expected, written });
  }
  // Without the whole log, a row that is not known may be the record's all the same.
  const isWhole = !record.missing.some((part) => LOG_MISSING.test(part));
  return { heading: section.line, missing, altered, added: isWhole ? [...left] : [] };
}

function firstWord({ text }: Expected): string {
  return text.replace(/\s.*$/, "").toLowerCase();
}

function disorder(source: Source): Problem[] {
  let last = Number.NEGATIVE_INFINITY;
  return rowsIn(source).flatMap(({ line, at, text }) => {
    if (at >= last) {
      last = at;
      return [];
    }
    return [{ line, words: `The row ${shown({ at, text })} stands after a later one.` }];
  });
}

const CLOCK = /^(?:\d{4}-\d\d-\d\d[ T])?\d{1,2}[:.h]\d\d/;

function otherZones({ postmortem }: Source): Problem[] {
  return (postmortem?.timeline ?? [])
    .filter(({ at, text }) => at === null && CLOCK.test(text))
    .map(({ line, text }) => ({
      line,
      words: `The row does not begin with a time in UTC: ${toSingleLine(text, LONGEST_SHOWN)}`,
    }));
}

function untimed({ postmortem }: Source): Problem[] {
  return (postmortem?.timeline ?? [])
    .filter(({ at, text }) => at === null && text !== "" && !CLOCK.test(text))
    .map(({ line, text }) => ({ line, words: `The row has no time: ${toSingleLine(text, LONGEST_SHOWN)}` }));
}

// What is not known has no source.
const NOTHING_KNOWN = /^(?:nothing|no more) (?:is |more is )?known\b/i;
const SOURCE =
  /\]\(|\]\[|\[\^|https?:\/\/|\(sources?:|(?:^|[\s(])[\w./-]{0,140}#\d|\b(?=[a-f]{0,40}\d)[0-9a-f]{7,40}\b/i;

// As the skeleton has it by the webhook's word: PagerDuty's REST API does not tell when an incident was reopened.
const REOPENED = "Reopened";

function unsourced(source: Source, facts: Facts): Problem[] {
  return compared(source, facts)
    .added.filter(({ text }) => !NOTHING_KNOWN.test(text) && text !== REOPENED)
    .filter((row) => !SOURCE.test(writtenAt(source, row)))
    .map((row) => ({ line: row.line, words: `The added row ${shown(row)} has no source.` }));
}

/** The row as it is written, with the indented lines that belong to it. */
function writtenAt({ lines }: Source, { line }: Row): string {
  const rest = lines.slice(line);
  const end = rest.findIndex((words) => !/^\s+\S/.test(words));
  return [lines[line - 1], ...rest.slice(0, end === -1 ? rest.length : end)].join("\n");
}

const TOLD =
  /\b(?:until|unknown|not known|nothing|no (?:entries|entry|events?|activity|news|records?|changes?|more)|wait(?:ed|ing)?|monitor(?:ed|ing)?|watch(?:ed|ing)|snoozed|overnight|meanwhile|quiet)\b/i;

function gaps(source: Source): Problem[] {
  const { created = null, resolved = null } = source.postmortem?.frontMatter ?? {};
  if (created === null || resolved === null) return [];
  const open = rowsIn(source).filter(({ at }) => at >= created - MINUTE_MS && at <= resolved + MINUTE_MS);
  return open.flatMap((row, index) => {
    const next = open[index + 1];
    if (next === undefined || next.at - row.at <= LONGEST_GAP_MS) return [];
    // Between a resolve and a reopening nobody was at work.
    if (/^Resolved\b/.test(row.text) || TOLD.test(row.text) || TOLD.test(next.text)) return [];
    if (source.lines.slice(row.line, next.line - 1).some((line) => line.trim() !== "")) return [];
    const minutes = Math.floor((next.at - row.at) / MINUTE_MS);
    return [{ line: next.line, words: `Of the ${minutes} minutes before this row nothing is told.` }];
  });
}
