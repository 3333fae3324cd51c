/** What the record says, quoted by the author: the same words with another figure are no quotation of it. */

import type { IncidentRecord } from "../incident/record.ts";
import { toSingleLine } from "../lib/text.ts";
import { comparable } from "../postmortem/blocks.ts";
import { type PostmortemSource, sectionsWith } from "../postmortem/parse.ts";
import { isRecords, TOLD_IN } from "./claims.ts";
import { excerpt } from "./excerpt.ts";
import type { RuleContext, RuleFinding } from "./rule.ts";

const QUOTATION = /[“"]([^“”"]{8,600})[”"]/g;

/** Quotations whose words a note, an alert or a field of the record has, but for their figures. */
export function alteredQuotations(source: PostmortemSource, context: RuleContext): RuleFinding[] {
  const said = context.record === null ? [] : sayingsOf(context.record);
  return [source.sections[0], ...sectionsWith(source, ...TOLD_IN)]
    .flatMap(({ blocks }) => blocks)
    .filter((block) => !isRecords(block, source, context))
    .flatMap(({ passages }) => passages)
    .flatMap(({ text, lineAt }) =>
      [...text.matchAll(QUOTATION)].flatMap(({ 1: quoted = "", index }) => {
        const words = comparable(quoted);
        const pattern = withoutFigures(words);
        const alike = said.filter((one) => withoutFigures(one).includes(pattern));
        const [first] = alike;
        return first === undefined || alike.some((one) => one.includes(words)) || !/\d/.test(words)
          ? []
          : [
              {
                line: lineAt(index),
                message: `The quotation is not as the record has it: ${excerpt(first)}`,
              },
            ];
      }),
    );
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
