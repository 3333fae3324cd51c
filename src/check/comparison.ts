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
  for (const section of skeleton.sections) compareSection(source, section, created, end, result);
  // Without the whole log, a row that is not known may be the record's all the same.
  if (!record.missing.some(isLogMissing))
    result.added = timedRows(source).filter(({ block }) => !result.own.has(block));
  return result;
}

type Line = { block: Block; at: number | null; text: string; key: string };

/** Adds to the result what one section of the skeleton finds in the same one of the postmortem. */
function compareSection(
  source: PostmortemSource,
  section: SkeletonSection,
  created: number | null,
  end: number | null,
  result: Comparison,
): void {
  const sections = source.sections.filter((one) => identityOf(one) === identityOf(section));
  const [first] = sections;
  if (first === undefined) return;
  const lineOf = (block: Block) => toLine(block, section.key === "timeline" ? created : null);
  const lines = sections.flatMap(({ blocks }) => blocks).map(lineOf);
  const record = section.recordLines.map(lineOf);
  const left = new Set(lines.filter(({ block }) => !block.isFolded));
  const take = (line: Line) => {
    left.delete(line);
    result.own.add(line.block);
  };
  const folded = lines.filter(({ block, key }) => block.isFolded && record.some((one) => one.key === key));
  for (const { block } of folded) result.own.add(block);
  const byKey = Map.groupBy(left, ({ key }) => key);
  const unmatched = record.filter((expected) => {
    const same = byKey.get(expected.key)?.shift();
    const found = same ?? longer(expected, left);
    if (found === undefined) return true;
    if (same === undefined) result.continued.add(found.block);
    take(found);
    return false;
  });
  for (const expected of unmatched) {
    // What came after the end may not have been there when the postmortem was written.
    if (expected.at !== null && end !== null && expected.at > end) continue;
    const written = likest(expected, left);
    // Where the words are the same, a link is not.
    const isAlike = written?.block.words === expected.block.words;
    const words = excerpt(isAlike ? expected.block.form : expected.block.words);
    if (written === undefined) {
      const isFolded = folded.some(({ key }) => key === expected.key);
      const isPast = section.key === "seen-before";
      result.missing.push({ line: first.line, expected: words, isFolded, isPast });
    } else {
      take(written);
      result.altered.push({ line: written.block.line, expected: words });
    }
  }
  const copies = section.heading === "" ? copiesIn(left, record, source) : secondRowsIn(left, record);
  for (const { copy, of } of copies) {
    if ("form" in copy) result.own.add(copy);
    const expected = `it stands once, as ${excerpt(of.block.words)}`;
    result.altered.push({ line: copy.line, expected });
  }
}

type Copy = { copy: Block | Section; of: Line };

/** Lines and headings that have a label of the record's title or header, such as `Severity`. */
function copiesIn(left: Set<Line>, record: Line[], { sections }: PostmortemSource): Copy[] {
  return record.flatMap((of) => {
    const labels = labelsOf(of.text);
    const isCopy = (text: string) => labelsOf(text).some((label) => labels.includes(label));
    const lines = [...left].filter(({ text }) => isCopy(text)).map(({ block }) => block);
    const titles = of.block.kind === "heading" ? sections.slice(1) : [];
    return [...lines, ...titles.filter(({ heading }) => isCopy(heading))].map((copy) => ({ copy, of }));
  });
}

/** Rows that say who did something as a row of the record does, at another time or with another quotation. */
function secondRowsIn(left: Set<Line>, record: Line[]): Copy[] {
  // Only rows with a name: a change may well be deployed again.
  const rows = record.filter(({ at, text }) => at !== null && / by /.test(openingOf(text)));
  return [...left].flatMap(({ block, at, text }) => {
    const of = at === null ? undefined : rows.find((one) => openingOf(text) === openingOf(one.text));
    return of === undefined ? [] : [{ copy: block, of }];
  });
}

/** What a row says before its quotation and its sources: `Acknowledged by Jordan Lee`. */
function openingOf(text: string): string {
  return withoutStop(text.replace(/ \(.*/s, ""));
}

function toLine(block: Block, created: number | null): Line {
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
      others.find(({ text }) => likenessOf(text, expected.text) >= ALIKE)
    );
  const label = labelOf(expected.text);
  return (
    others.find(({ text }) => label !== null && labelOf(text) === label) ??
    others.find(({ text }) => likenessOf(text, expected.text) >= ALIKE)
  );
}

function firstWord(text: string): string {
  return text.replace(/ .*/s, "").toLowerCase();
}

/** The labels of all parts of a line: a header has several between bars, a table one a cell. */
function labelsOf(text: string): string[] {
  return text.split("|").flatMap((part) => labelOf(part.trim()) ?? []);
}

/** What stands before the first colon, such as `Customer impact`. */
function labelOf(text: string): string | null {
  return /^([^:|]{3,40}):/.exec(text)?.[1]?.toLowerCase() ?? null;
}
