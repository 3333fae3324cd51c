/** What the record says, quoted by the author: the same words with another figure are no quotation of it. */

import type { IncidentRecord } from "../incident/record.ts";
import { toSingleLine } from "../lib/text.ts";
import { type Block, comparable } from "../postmortem/blocks.ts";
import type { PostmortemSource } from "../postmortem/parse.ts";
import { toldIn } from "./claims.ts";
import { excerpt } from "./excerpt.ts";
import type { RuleContext, RuleFinding } from "./rule.ts";

// A name such as orders-db-2 is another thing than orders-db-1.
const FEWEST_WORDS = 4;
const QUOTATION = /[“„"«]([^“”„"«»]{8,600})[”“"»]|(?<![\p{L}\d])['‘]([^'‘’]{8,600})['’](?![\p{L}\d])/gu;

/** The same text with blanks for what is quoted, which is others' words. */
export function withoutQuotations(text: string): string {
  return text.replace(/[“„"«][^“”„"«»]{0,1000}[”“"»]/g, ({ length }) => " ".repeat(length));
}

/** Quotations whose words a note, an alert or a field of the record has, but for their figures. */
export function alteredQuotations(source: PostmortemSource, context: RuleContext): RuleFinding[] {
  const sayings = context.record === null ? [] : sayingsOf(context.record);
  const said = sayings.map((words) => ({ words, pattern: withoutFigures(words) }));
  return toldIn(source, context)
    .flatMap(quotationsIn)
    .flatMap(({ quoted, line }) => {
      const words = comparable(quoted);
      if (words.split(" ").length < FEWEST_WORDS || !/\d/.test(words)) return [];
      const pattern = withoutFigures(words);
      const alike = said.filter((one) => one.pattern.includes(pattern));
      const [first] = alike;
      if (first === undefined || alike.some((one) => one.words.includes(words))) return [];
      return [{ line, message: `The quotation is not as the record has it: ${excerpt(first.words)}` }];
    });
}

/** What stands in quotation marks or in code, and what is a quotation as a whole. */
function quotationsIn({ passages, isQuoted }: Block): { quoted: string; line: number }[] {
  return passages.flatMap(({ text, codes, lineAt }) => [
    ...[...text.matchAll(QUOTATION)].map(({ 1: double, 2: single = "", index }) => ({
      quoted: double ?? single,
      line: lineAt(index),
    })),
    ...codes.map(({ value, line }) => ({ quoted: value, line })),
    ...(isQuoted ? [{ quoted: text, line: lineAt(0) }] : []),
  ]);
}

function sayingsOf({ notes, alerts, customFields }: IncidentRecord): string[] {
  return [
    ...notes.map(({ text }) => text),
    ...alerts.map(({ summary }) => summary),
    ...customFields.map(({ value }) => value),
  ].map((words) => comparable(toSingleLine(words, 2_000)));
}

function withoutFigures(words: string): string {
  return words.replace(/\d[\d.,]*/g, "0");
}
