/** A source that the record does not have supports nothing. */

import { timeOf } from "../../lib/time.ts";
import type { PostmortemSource } from "../../postmortem/parse.ts";
import { type Claim, type Mark, markedIn } from "../claims.ts";
import { timedRows } from "../rows.ts";
import type { Rule, RuleContext, RuleFinding, RuleResult } from "../rule.ts";
import { sourcesIn } from "../sources.ts";

export const claimAbsentSource: Rule = {
  meta: {
    id: "claim-absent-source",
    group: "claims",
    severity: "error",
    why: "A source that neither the record nor GitHub has supports nothing.",
    fix: "Name a source that exists; or write (likely) or (unknown).",
    needs: ["record"],
    wrong: "## Root Cause\n\nAll connections were in use (confirmed: PagerDuty note of 14:43 UTC).",
    right: "## Root Cause\n\nAll connections were in use (confirmed: PagerDuty note of 14:44 UTC).",
  },
  run,
};

function run(source: PostmortemSource, context: RuleContext): RuleResult {
  const marked = markedIn(source, context);
  if (marked.length === 0) return { nothing: "no claim has a mark" };
  const number = source.frontMatter?.values.number ?? null;
  const clocks = clocksOf(source, context);
  return marked.flatMap((claim) => findingsIn(claim, context, number, clocks));
}

/** A time that is a mark's whole source; one with UTC is looked for in the whole text by `timeline-clock`. */
const ONLY_A_TIME = /^\((?:confirmed|likely)\s{0,3}[:,;—–-]\s{0,9}(?:source:\s{0,9})?(\d\d?:\d\d)\)$/i;

function findingsIn(
  { block, passage, mark }: Claim & { mark: Mark },
  context: RuleContext,
  number: number | null,
  clocks: Set<string>,
): RuleFinding[] {
  const { start, end } = mark;
  const absent = sourcesIn(passage, context, number).filter(
    (one) => one.state === "absent" && !one.isCitation && one.start >= start && one.start < end,
  );
  const [, clock] = ONLY_A_TIME.exec(passage.text.slice(start, end)) ?? [];
  const isUnknown = clock !== undefined && !clocks.has(clock.padStart(5, "0"));
  return [
    ...absent.map(({ shown }) => ({
      line: block.line,
      message: `The source of a claim does not exist: ${shown}.`,
    })),
    ...(isUnknown ? [{ line: block.line, message: `No row of the timeline has the time ${clock}.` }] : []),
  ];
}

function clocksOf(source: PostmortemSource, { record }: RuleContext): Set<string> {
  const { created = null, acknowledged = null, resolved = null } = source.frontMatter?.values ?? {};
  const instants = [
    ...[created, acknowledged, resolved].flatMap((at) => at ?? []),
    ...timedRows(source).map(({ at }) => at),
    ...(record === null ? [] : [...record.notes, ...record.alerts].map(({ at }) => at)),
  ];
  return new Set(instants.map(timeOf));
}
