/** A figure that contradicts the record, or the numbers beside it, misleads whoever quotes it. */

import type { PostmortemSource } from "../../postmortem/parse.ts";
import type { Passage } from "../../postmortem/passages.ts";
import { toldIn } from "../claims.ts";
import type { CheckRule, RuleContext, RuleFinding, RuleResult } from "../rule.ts";

export const claimContradiction: CheckRule = {
  meta: {
    id: "claim-contradiction",
    severity: "warning",
    why: "A figure that contradicts the record, or the numbers beside it, misleads whoever quotes it.",
    fix: "Write the priority of the record; or correct the percentage or its numbers.",
    needs: ["record"],
    wrong: "## Impact\n\n1,240 of 10,000 requests (25 %) failed.",
    right: "## Impact\n\n1,240 of 10,000 requests (12.4 %) failed.",
  },
  run,
};

function run(source: PostmortemSource, context: RuleContext): RuleResult {
  const passages = toldIn(source, context).flatMap((block) => block.passages);
  if (passages.length === 0) return { nothing: "no section with claims has words of the author's" };
  return passages.flatMap((passage) => [...prioritiesIn(passage, context), ...percentagesIn(passage)]);
}

const PRIORITY =
  /(?<![\p{L}\p{N}_./#-])(P|[Ss](?:ev(?:erity)?|EV(?:ERITY)?) ?-?)([0-9])(?![\p{L}\p{N}_/-]|\.\d)/gu;

/** Priorities that are written as the record's is, and are not it. One that the log tells of was the incident's once. */
function prioritiesIn({ text, codes, lineAt }: Passage, { record }: RuleContext): RuleFinding[] {
  if (record === null) return [];
  const [, scheme, own] = PRIORITY_OF.exec(record.incident.priority ?? "") ?? [];
  if (scheme === undefined) return [];
  const log = record.timeline.map(({ what }) => what).join("\n");
  const coded = codes.filter(({ value }) => PRIORITY_OF.test(value));
  const whole = coded.reduce(
    (all, { value, start }) => all.slice(0, start) + value + all.slice(start + value.length),
    text,
  );
  return [...whole.matchAll(PRIORITY)]
    .filter(
      ([found, letters = "", digit]) => isSame(letters, scheme) && digit !== own && !log.includes(found),
    )
    .map(({ 0: found, index }) => ({
      line: lineAt(index),
      message: `The text speaks of ${found}, and the record of ${record.incident.priority}.`,
    }));
}

const PRIORITY_OF = /^(P|SEV ?-?)([0-9])$/i;

function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((letters) => letters.replace(/erity|[ -]/gi, "").toLowerCase());
  return a === b;
}

// Blanks may part the digits of a number, but also two numbers, so what stands after one is no number of its own.
const DIGITS = String.raw`(?<!\d )(?:\d{1,3}(?:[,'’]\d{3}){1,4}|\d{1,12})`;
const ALONE = String.raw`(?![\p{L}\d.,]\d|\p{L})`;
const PART = `(?<part>${DIGITS})${ALONE}`;
const WHOLE = `(?:the |all |its |our )?(?<whole>${DIGITS})${ALONE}`;
const PERCENT = String.raw`(?<about>about |around |roughly |some |~|≈)?(?<percent>\d{1,3}(?:[.,]\d{1,3})?) ?(?:%|per ?cent)`;
const WORDS = String.raw`[^.%\d()]{0,60}`;
const OF = `(?:(?: of| out of|/) ?| [^.%\\d()]{1,40} out of )`;
// What says that two figures are the same one; after a dash or a colon `40 % of the traffic` is another.
const OR = String.raw`(?:, (?:or|that is|i\.e\.|which is)| =|(?: –| —|:)(?! [^%]{1,16}(?:%|cent) of\b)) `;
const FORMS = [
  String.raw`${PART}${OF}${WHOLE}${WORDS}\(${PERCENT}\)`,
  String.raw`${PART}${OF}${WHOLE}(?: \p{L}{2,30})?${OR}${PERCENT}`,
  String.raw`${PERCENT}(?: of ${WORDS})? ?\(${PART}${OF}${WHOLE}${WORDS}\)`,
  `${PERCENT}${OR}${PART}${OF}${WHOLE}`,
  String.raw`[Oo]f ${WHOLE} ${WORDS}${PART} \(${PERCENT}\)`,
  String.raw`${PART} \(${PERCENT}\) of ${WHOLE}`,
].map((form) => new RegExp(String.raw`(?<![\d.,])${form}`, "gu"));
// A percentage is rounded.
const TOLERANCE = 1.5;
const TOLERANCE_ABOUT = 5;

function percentagesIn({ text, lineAt }: Passage): RuleFinding[] {
  return FORMS.flatMap((form) =>
    [...text.matchAll(form)].flatMap(({ index, groups = {} }) => {
      const { part = "", whole = "", percent = "", about } = groups;
      const unit = 10 ** -(percent.split(/[.,]/)[1]?.length ?? 0);
      const difference = Math.abs(
        (100 * numberOf(part)) / numberOf(whole) - Number(percent.replace(",", ".")),
      );
      const isSame = difference <= unit * (about === undefined ? TOLERANCE : TOLERANCE_ABOUT);
      return isSame || !Number.isFinite(difference)
        ? []
        : [{ line: lineAt(index), message: `${part} of ${whole} is not ${percent} %.` }];
    }),
  );
}

function numberOf(written: string): number {
  return Number(written.replace(/\D/g, ""));
}
