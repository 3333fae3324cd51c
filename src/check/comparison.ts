/** The lines of the record beside those of the postmortem: what is missing, altered, and added. */

import { toSingleLine } from "../lib/text.ts";
import type { Block } from "../postmortem/blocks.ts";
import { type PostmortemSource, readRow } from "../postmortem/parse.ts";
import { isLogMissing } from "./record.ts";
import { MINUTE_MS, type TimedRow, timedRows } from "./rows.ts";
import type { RuleContext } from "./rule.ts";
import { identityOf, type SkeletonSection } from "./skeleton.ts";

const LONGEST_SHOWN = 140;
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

const NOTHING: Comparison = { missing: [], altered: [], added: [], own: new Set(), continued: new Set() };
const KNOWN = new WeakMap<RuleContext, Comparison>();

/** Compares each section of the skeleton with the same one of the postmortem; one that is gone is another rule's. */
export function compare(source: PostmortemSource, context: RuleContext): Comparison {
  const known = KNOWN.get(context) ?? compareAll(source, context);
  KNOWN.set(context, known);
  return known;
}

function compareAll(source: PostmortemSource, { record, skeleton }: RuleContext): Comparison {
  if (record === null || skeleton === null) return NOTHING;
  const created = skeleton.created ?? source.values.created;
  const end = source.values.resolved ?? record.resolvedAt;
  const compared = skeleton.sections.map((section) => compareSection(source, section, created, end));
  const own = new Set(compared.flatMap((one) => one.own));
  const taken = new Set(compared.flatMap((one) => one.taken));
  // Without the whole log, a row that is not known may be the record's all the same.
  const isWhole = !record.missing.some(isLogMissing);
  return {
    missing: compared.flatMap(({ missing }) => missing),
    altered: compared.flatMap(({ altered }) => altered),
    added: isWhole ? timedRows(source).filter(({ block }) => !taken.has(block)) : [],
    own,
    continued: new Set(compared.flatMap(({ continued }) => continued)),
  };
}

type Line = { block: Block; at: number | null; text: string; key: string };

type SectionResult = Pick<Comparison, "missing" | "altered"> & {
  own: Block[];
  continued: Block[];
  taken: Block[];
};

function compareSection(
  source: PostmortemSource,
  section: SkeletonSection,
  created: number | null,
  end: number | null,
): SectionResult {
  const result: SectionResult = { missing: [], altered: [], own: [], continued: [], taken: [] };
  const own = source.sections.filter((one) => identityOf(one) === identityOf(section));
  const [first] = own;
  if (first === undefined) return result;
  const isTimeline = section.key === "timeline";
  const lineOf = (block: Block) => toLine(block, isTimeline ? created : null);
  const lines = own.flatMap(({ blocks }) => blocks).map(lineOf);
  const left = new Set(lines.filter(({ block }) => !block.isFolded));
  const wanted = new Set(section.recordLines.map(lineOf).map(({ key }) => key));
  const copies = lines.filter(({ block, key }) => block.isFolded && wanted.has(key));
  const folded = new Set(copies.map(({ key }) => key));
  result.taken.push(...copies.map(({ block }) => block));
  const byKey = Map.groupBy(left, ({ key }) => key);
  const unmatched = section.recordLines.map(lineOf).filter((expected) => {
    const same = byKey.get(expected.key)?.shift();
    const found = same ?? longer(expected, left);
    if (found === undefined) return true;
    if (same === undefined) result.continued.push(found.block);
    left.delete(found);
    result.own.push(found.block);
    result.taken.push(found.block);
    return false;
  });
  for (const expected of unmatched) {
    // What came after the end may not have been there when the postmortem was written.
    if (expected.at !== null && end !== null && expected.at > end) continue;
    const written = likest(expected, left);
    // Where the words are the same, a link is not.
    const isAlike = written?.block.words === expected.block.words;
    const words = toSingleLine(isAlike ? expected.block.form : expected.block.words, LONGEST_SHOWN);
    if (written === undefined)
      result.missing.push({
        line: first.line,
        expected: words,
        isFolded: folded.has(expected.key),
        isPast: section.key === "seen-before",
      });
    else {
      left.delete(written);
      result.own.push(written.block);
      result.taken.push(written.block);
      result.altered.push({ line: written.block.line, expected: words });
    }
  }
  if (section.heading !== "") return result;
  for (const line of section.recordLines.map(lineOf)) {
    const label = labelOf(line.text);
    if (label === null) continue;
    const copies = [...left].filter(({ text }) => labelOf(text) === label).map(({ block }) => block);
    const titles = line.block.kind === "heading" ? source.sections.slice(1) : [];
    const titled = titles.filter(({ heading }) => labelOf(heading) === label);
    const expected = `it stands once, as ${toSingleLine(line.block.words, LONGEST_SHOWN)}`;
    result.own.push(...copies);
    result.altered.push(...[...copies, ...titled].map((copy) => ({ line: copy.line, expected })));
  }
  return result;
}

function toLine(block: Block, created: number | null): Line {
  const row = block.kind === "item" ? readRow(block.form, created) : null;
  if (row === null)
    return { block, at: null, text: block.form, key: `${block.kind} ${withoutStop(block.form)}` };
  const at = Math.floor(row.at / MINUTE_MS) * MINUTE_MS;
  return { block, at, text: row.text, key: `${at} ${withoutStop(row.text)}` };
}

/** People end a line with a full stop, where the record has none. */
function withoutStop(text: string): string {
  return text.replace(/[.。]$/, "");
}

/** A sentence of the record after which the author goes on in the same paragraph. */
function longer(expected: Line, left: Set<Line>): Line | undefined {
  if (expected.block.kind !== "paragraph" || !/[.!?]$/.test(expected.text)) return undefined;
  return [...left].find(
    ({ block, text }) => block.kind === "paragraph" && text.startsWith(`${expected.text} `),
  );
}

/** The line that was most likely made from the expected one. */
function likest(expected: Line, left: Set<Line>): Line | undefined {
  const others = [...left].filter(({ block }) => block.kind === expected.block.kind);
  if (expected.at !== null)
    return (
      others.find(({ text, at }) => at !== null && text === expected.text) ??
      others.find(({ text, at }) => at === expected.at && firstWord(text) === firstWord(expected.text)) ??
      others.find(({ text }) => sameWords(text, expected.text) >= ALIKE)
    );
  const label = labelOf(expected.text);
  return (
    others.find(({ text }) => label !== null && labelOf(text) === label) ??
    others.find(({ text }) => sameWords(text, expected.text) >= ALIKE)
  );
}

function firstWord(text: string): string {
  return text.replace(/ .*/s, "").toLowerCase();
}

/** What stands before the first colon, such as `Customer impact`. */
function labelOf(text: string): string | null {
  return /^([^:|]{3,40}):/.exec(text)?.[1]?.toLowerCase() ?? null;
}

/** The Dice coefficient of the sets of words; no number where neither has any. */
function sameWords(one: string, other: string): number {
  const [a, b] = [wordsIn(one), wordsIn(other)];
  return (2 * a.intersection(b).size) / (a.size + b.size);
}

function wordsIn(text: string): Set<string> {
  return new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean),
  );
}
