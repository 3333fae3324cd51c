/** The lines of the record beside those of the postmortem: what is missing, altered, and added. */

import { likenessOf } from "../lib/likeness.ts";
import type { Block } from "../postmortem/blocks.ts";
import { type PostmortemSource, readRow, type Section } from "../postmortem/parse.ts";
import { excerpt } from "./excerpt.ts";
import { isLogMissing } from "./record.ts";
import { MINUTE_MS, type TimedRow, timedRows } from "./rows.ts";
import type { RuleContext } from "./rule.ts";
import { identityOf, type SkeletonSection } from "./skeleton.ts";

const ALIKE = 0.6;

export type Comparison = {
  /**
   * `line` is that of the section; `isFolded`: it stands there, but in a closed `<details>`; `isPast`: it names another
   * postmortem, which may have been merged since.
   */
  missing: { line: number; expected: string; isFolded: boolean; isPast: boolean }[];
  altered: { line: number; expected: string }[];
  /** Rows of the timeline that are not the record's. */
  added: TimedRow[];
  /** The blocks that are the record's, altered ones included: what is wrong with those is said once. */
  own: Set<Block>;
  /** Those of them in which the author goes on after a sentence of the record's. */
  continued: Set<Block>;
};

const KNOWN = new WeakMap<RuleContext, Comparison>();

/** Compares each section of the skeleton with the same one of the postmortem; one that is gone is another rule's. */
export function compare(source: PostmortemSource, context: RuleContext): Comparison {
  const known = KNOWN.get(context) ?? compareAll(source, context);
  KNOWN.set(context, known);
  return known;
}

function compareAll(source: PostmortemSource, { record, skeleton }: RuleContext): Comparison {
  const result: Comparison = { missing: [], altered: [], added: [], own: new Set(), continued: new Set() };
  if (record === null || skeleton === null) return result;
  const created = skeleton.created ?? source.values.created;
  const end = source.values.resolved ?? record.resolvedAt;
  for (const section of skeleton.sections) {
    const written = source.sections.filter((one) => identityOf(one) === identityOf(section));
    compareSection(section, written, { created, end }, result);
    if (section.heading === "") compareTitles(section, source.sections.slice(1), result);
  }
  // Without the whole log, a row that is not known may be the record's all the same.
  if (!record.missing.some(isLogMissing))
    result.added = timedRows(source).filter(({ block }) => !result.own.has(block));
  return result;
}

type Span = { created: number | null; end: number | null };

/** Adds to the result what is found of one section of the skeleton in those of the postmortem with its name. */
function compareSection(
  section: SkeletonSection,
  written: Section[],
  { created, end }: Span,
  result: Comparison,
): void {
  const [first] = written;
  if (first === undefined) return;
  const toLine = (block: Block) => comparableLine(block, section.key === "timeline" ? created : null);
  const expected = section.recordLines.map(toLine);
  const lines = written.flatMap(({ blocks }) => blocks.map(toLine));
  const folded = lines.filter(({ block, key }) => block.isFolded && expected.some((one) => one.key === key));
  // What no line of the record is found in yet.
  const left = lines.filter(({ block }) => !block.isFolded);
  const take = (line: Line) => {
    left.splice(left.indexOf(line), 1);
    result.own.add(line.block);
  };

  const unfound = expected.filter((one) => {
    const found = sameIn(left, one) ?? longerIn(left, one);
    if (found === undefined) return true;
    if (found.key !== one.key) result.continued.add(found.block);
    take(found);
    return false;
  });
  // What came after the end may not have been there when the postmortem was written.
  for (const one of unfound.filter(({ at }) => at === null || end === null || at <= end)) {
    const altered = likestIn(left, one);
    if (altered === undefined) {
      const isFolded = folded.some(({ key }) => key === one.key);
      const isPast = section.key === "seen-before";
      result.missing.push({
        line: first.line,
        expected: excerpt(one.block.words),
        isFolded,
        isPast,
      });
    } else {
      take(altered);
      // Where the words are the same, a link is not.
      const { words, form } = one.block;
      result.altered.push({
        line: altered.block.line,
        expected: excerpt(altered.block.words === words ? form : words),
      });
    }
  }
  for (const line of [...left]) {
    const original = expected.find((one) => isCopy(line, one, section));
    if (original === undefined) continue;
    take(line);
    result.altered.push(onlyOnce(line.block.line, original));
  }
  for (const { block } of folded) result.own.add(block);
}

/** A heading that begins as the record's title does is a second title. */
function compareTitles({ recordLines }: SkeletonSection, others: Section[], { altered }: Comparison): void {
  const titles = recordLines
    .filter(({ kind }) => kind === "heading")
    .map((block) => comparableLine(block, null));
  for (const { heading, line } of others) {
    const original = titles.find(({ text }) => labelOf(text) !== null && labelOf(text) === labelOf(heading));
    if (original !== undefined) altered.push(onlyOnce(line, original));
  }
}

function onlyOnce(line: number, { block }: Line): Comparison["altered"][number] {
  return { line, expected: `it stands once, as ${excerpt(block.words)}` };
}

/** A block as it is compared; two with one `key` read alike. `text` is without the time that a row begins with. */
type Line = { block: Block; at: number | null; text: string; key: string };

function comparableLine(block: Block, created: number | null): Line {
  const row = block.kind === "item" ? readRow(block.form, created) : null;
  const at = row === null ? null : Math.floor(row.at / MINUTE_MS) * MINUTE_MS;
  const { text } = row ?? { text: block.form };
  // What is quoted is somebody's word, and no longer the record's.
  const place = `${block.isQuoted ? "> " : ""}${at ?? block.kind}`;
  return { block, at, text, key: `${place} ${withoutStop(text)}` };
}

/** People end a line with a full stop, where the record has none. */
function withoutStop(text: string): string {
  return text.replace(/[.。]$/, "");
}

function sameIn(left: Line[], { key }: Line): Line | undefined {
  return left.find((line) => line.key === key);
}

/** A paragraph in which the author goes on after a sentence of the record. */
function longerIn(left: Line[], expected: Line): Line | undefined {
  if (expected.block.kind !== "paragraph" || !/[.!?]$/.test(expected.text)) return undefined;
  return left.find(({ block, text }) => block.kind === "paragraph" && text.startsWith(`${expected.text} `));
}

/** The line that was most likely made from the expected one. */
function likestIn(left: Line[], expected: Line): Line | undefined {
  const others = left.filter(({ block }) => block.kind === expected.block.kind);
  const isRow = expected.at !== null;
  const label = labelOf(expected.text);
  return (
    others.find(({ text, at }) => isRow && at !== null && text === expected.text) ??
    others.find(
      ({ text, at }) => isRow && at === expected.at && firstWord(text) === firstWord(expected.text),
    ) ??
    others.find(({ text }) => !isRow && label !== null && labelOf(text) === label) ??
    others.find(({ text }) => likenessOf(text, expected.text) >= ALIKE)
  );
}

/**
 * Whether a line of the author's passes for one of the record's: its words with another link, who did something at
 * another time or with another quotation, or a label of the header before the first section.
 */
function isCopy(line: Line, of: Line, { heading }: SkeletonSection): boolean {
  if (heading === "") return labelsOf(line.text).some((label) => labelsOf(of.text).includes(label));
  if (line.block.kind === "item" && line.block.words === of.block.words) return true;
  // Only rows with a name: a change may well be deployed again.
  const isDeed = line.at !== null && of.at !== null && / by /.test(deedOf(of.text));
  return isDeed && deedOf(line.text) === deedOf(of.text);
}

/** What a row says before its quotation and its sources: `Acknowledged by Jordan Lee`. */
function deedOf(text: string): string {
  return withoutStop(text.replace(/ \(.*/s, ""));
}

function firstWord(text: string): string {
  return text.replace(/ .*/s, "").toLowerCase();
}

/** The labels of all parts of a line: a header has several, between bars. */
function labelsOf(text: string): string[] {
  return text.split("|").flatMap((part) => labelOf(part.trim()) ?? []);
}

/** What stands before the first colon, such as `Customer impact`. */
function labelOf(text: string): string | null {
  return /^([^:|]{3,40}):/.exec(text)?.[1]?.toLowerCase() ?? null;
}
