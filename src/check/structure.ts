/** The rules of the form: the template's sections, filled, in their order. */

import { toSingleLine } from "../lib/text.ts";
import { type Facts, type Problem, type Rule, ruleOf, type Source } from "./rule.ts";

const LONGEST_SHOWN = 80;

export const structureRules: Rule[] = [
  ruleOf("structure-missing-section", missingSections),
  ruleOf("structure-section-order", misplacedSections),
  ruleOf("structure-empty-section", emptySections),
  ruleOf("structure-placeholder", placeholders),
];

/** The lines of the section whose heading is on this line, without the heading, with their numbers. */
export function linesBelow(
  lines: string[],
  sections: { line: number }[],
  heading: number,
): { line: number; words: string }[] {
  const next = sections.find(({ line }) => line > heading)?.line ?? lines.length + 1;
  return lines.slice(heading, next - 1).map((words, index) => ({ line: heading + index + 1, words }));
}

export function isSame(heading: string, other: string): boolean {
  return heading.toLowerCase() === other.toLowerCase();
}

function missingSections({ postmortem }: Source, { skeleton }: Facts): Problem[] {
  if (postmortem === null || skeleton === null) return [];
  const isThere = (heading: string) =>
    postmortem.sections.some((section) => isSame(section.heading, heading));
  return skeleton.sections.flatMap(({ heading }, index) => {
    if (isThere(heading)) return [];
    // Where it belongs: at the last section before it that is there.
    const before = skeleton.sections.slice(0, index).findLast((section) => isThere(section.heading));
    const at = postmortem.sections.find((section) => isSame(section.heading, before?.heading ?? ""));
    return [
      { line: at?.line ?? 1, words: `The section ${toSingleLine(heading, LONGEST_SHOWN)} is missing.` },
    ];
  });
}

function misplacedSections({ postmortem }: Source, { skeleton }: Facts): Problem[] {
  if (postmortem === null || skeleton === null) return [];
  let last = { place: -1, heading: "" };
  return postmortem.sections.flatMap(({ heading, line }) => {
    const place = skeleton.sections.findIndex((section) => isSame(section.heading, heading));
    if (place === -1) return [];
    if (place >= last.place) {
      last = { place, heading };
      return [];
    }
    const [own, other] = [heading, last.heading].map((words) => toSingleLine(words, LONGEST_SHOWN));
    return [{ line, words: `The section ${own} stands before ${other} in the template.` }];
  });
}

function emptySections({ postmortem }: Source): Problem[] {
  if (postmortem === null) return [];
  return postmortem.sections
    .filter(({ text }) => text.split("\n").every((line) => /^\s*(?:#{3,6}(?:\s.*)?)?$/.test(line)))
    .map(({ heading, line }) => ({
      line,
      words: `The section ${toSingleLine(heading, LONGEST_SHOWN)} has nothing in it.`,
    }));
}

const EMPTY_ITEM = /^\s{0,20}(?:[-*+]|\d{1,9}[.)])\s{0,20}(?:\[[ xX]\]\s{0,20})?(?:…|\.\.\.)?\s{0,20}$/;
const MARKERS = [
  /\b(?:TODO|TBD|FIXME|TKTK)\b/,
  /\{\{|\{%/,
  /<(?:your|insert|placeholder|fill|name|date|time|owner|link)\b[^<>]{0,80}>/i,
  /\[(?:your|insert|placeholder|fill in)\b[^[\]]{0,80}\]/i,
  /\blorem ipsum\b/i,
];
/** A line that the template has in italics, or in parentheses, tells how to fill what is below it. */
const PROMPT = /^(?:_[^_].*_|\*[^*].*\*|\(.*\))$/;

function placeholders(source: Source, { skeleton }: Facts): Problem[] {
  if (source.postmortem === null) return [];
  const rendered = (skeleton?.sections ?? []).flatMap(({ text }) => text.split("\n"));
  const given = new Set(rendered.map((line) => line.trim()));
  const { sections } = source.postmortem;
  return sections.flatMap(({ heading, line }) => {
    const isTimeline = isSame(heading, "timeline");
    return withoutCode(linesBelow(source.lines, sections, line)).flatMap(({ line, words }) => {
      const shown = toSingleLine(words, LONGEST_SHOWN);
      if (EMPTY_ITEM.test(words) && shown !== "") return [{ line, words: `The item ${shown} is empty.` }];
      const isGiven = given.has(words.trim());
      if (isGiven && PROMPT.test(words.trim()))
        return [{ line, words: `The template's own words still stand there: ${shown}` }];
      // A row of the record, and what else the template brings along, is what it is.
      if (isTimeline || isGiven) return [];
      const [marker] = MARKERS.flatMap((pattern) => pattern.exec(words)?.[0] ?? []);
      return marker === undefined
        ? []
        : [{ line, words: `A placeholder still stands there: ${toSingleLine(marker, 40)}` }];
    });
  });
}

/** The same lines with nothing in place of code, in which each sign may stand for itself. */
function withoutCode(lines: { line: number; words: string }[]): { line: number; words: string }[] {
  let fence: string | null = null;
  return lines.map(({ line, words }) => {
    const [, mark = null] = /^ {0,3}(`{3,}|~{3,})/.exec(words) ?? [];
    const isCode = fence !== null || mark !== null;
    if (fence === null) fence = mark;
    else if (mark?.startsWith(fence) && words.trim() === mark) fence = null;
    return { line, words: isCode ? "" : words.replace(/`[^`]+`/g, "code") };
  });
}
