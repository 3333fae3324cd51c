/** A figure that contradicts the record, or the numbers beside it, misleads whoever quotes it. */

import { type PostmortemSource, sectionsWith } from "../../postmortem/parse.ts";
import type { Passage } from "../../postmortem/passages.ts";
import { isAuthors } from "../claims.ts";
import type { Rule, RuleContext, RuleFinding, RuleResult } from "../rule.ts";

export const claimContradiction: Rule = {
  meta: {
    id: "claim-contradiction",
    group: "claims",
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
  const passages = sectionsWith(
    source,
    ...(["summary", "impact", "root-cause", "contributing-factors", "ruled-out"] as const),
  )
    .flatMap(({ blocks }) => blocks)
    .filter((block) => isAuthors(block, source, context))
    .flatMap((block) => block.passages);
  if (passages.length === 0) return { nothing: "no section with claims has words of the author's" };
  return passages.flatMap((passage) => [...prioritiesIn(passage, context), ...percentagesIn(passage)]);
}

const PRIORITY = /(?<![\p{L}\p{N}_./#-])(P|SEV ?-?)([0-9])(?![\p{L}\p{N}_/-]|\.\d)/gu;

/** Priorities that are written as the record's is, and are not it. One that the log tells of was the incident's once. */
function prioritiesIn({ text, lineAt }: Passage, { record }: RuleContext): RuleFinding[] {
  if (record === null) return [];
  const [, scheme, own] = PRIORITY_OF.exec(record.incident.priority ?? "") ?? [];
  if (scheme === undefined) return [];
  const log = record.timeline.map(({ what }) => what).join("\n");
  return [...text.matchAll(PRIORITY)]
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
  return one.replace(/[ -]/g, "").toLowerCase() === other.replace(/[ -]/g, "").toLowerCase();
}

const NUMBER = String.raw`(\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(?![\p{L}\d.,]\d|\p{L})`;
const PERCENT = String.raw`(?:about |around |~|≈)?(\d{1,3}(?:\.\d{1,3})?) ?%`;
const OF = "(?: of| out of|/) ?(?:the |all |its |our )?";
const PART_FIRST = new RegExp(
  String.raw`(?<![\d.,])${NUMBER}${OF}${NUMBER}[^.%\d()]{0,60}\(${PERCENT}\)`,
  "gu",
);
const PERCENT_FIRST = new RegExp(
  String.raw`(?<![\d.,])${PERCENT} \(${NUMBER}${OF}${NUMBER}[^.%\d()]{0,60}\)`,
  "gu",
);
// A percentage is rounded, and `about` says so.
const TOLERANCE = 1.5;

function percentagesIn({ text, lineAt }: Passage): RuleFinding[] {
  const found = [
    ...[...text.matchAll(PART_FIRST)].map(([all, part, whole, percent]) => ({ all, part, whole, percent })),
    ...[...text.matchAll(PERCENT_FIRST)].map(([all, percent, part, whole]) => ({
      all,
      part,
      whole,
      percent,
    })),
  ];
  return found
    .filter(({ part = "", whole = "", percent = "" }) => {
      const unit = 10 ** -(percent.split(".")[1]?.length ?? 0);
      const real = (100 * numberOf(part)) / numberOf(whole);
      return Number.isFinite(real) && Math.abs(real - Number(percent)) > TOLERANCE * unit;
    })
    .map(({ all, part, whole, percent }) => ({
      line: lineAt(text.indexOf(all)),
      message: `${part} of ${whole} is not ${percent} %.`,
    }));
}

function numberOf(written: string): number {
  return Number(written.replaceAll(",", ""));
}
