/** A source that the record does not have supports nothing. */

import { timeOf } from "../../lib/time.ts";
import type { PostmortemSource } from "../../postmortem/parse.ts";
import { type MarkedClaim, markedIn } from "../claims.ts";
import { timedRows } from "../rows.ts";
import type { CheckRule, RuleContext, RuleFinding, RuleResult } from "../rule.ts";
import { type NamedSource, sourcesOfMark } from "../sources.ts";

export const claimAbsentSource: CheckRule = {
  meta: {
    id: "claim-absent-source",
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
  const clocks = clocksOf(source, context);
  return marked.flatMap((claim) => findingsIn(claim, sourcesOfMark(claim, source, context), clocks));
}

/** A time in a mark; one with UTC is looked for by `timeline-clock`. */
const CLOCK = /(?<![\d:.])(\d\d?:\d\d)(?![\d:]*\d{3})(?!:\d\d| ?UTC|Z)/g;

function findingsIn(
  { block, passage, mark }: MarkedClaim,
  sources: NamedSource[],
  clocks: Set<string>,
): RuleFinding[] {
  const { start, end } = mark;
  const absent = sources.filter(({ state, isCitation }) => state === "absent" && !isCitation);
  // Beside another source a time may be any.
  const times =
    mark.kind !== "confirmed" || sources.length > 0
      ? []
      : [...passage.text.slice(start, end).matchAll(CLOCK)];
  const unknown = times.filter(([, clock = ""]) => !clocks.has(clock.padStart(5, "0")));
  return [
    ...absent.map(({ shown }) => ({
      line: block.line,
      message: `The source of a claim does not exist: ${shown}.`,
    })),
    ...unknown.map(([, clock]) => ({
      line: block.line,
      message: `No row of the timeline has the time ${clock}.`,
    })),
  ];
}

function clocksOf(source: PostmortemSource, { record }: RuleContext): Set<string> {
  const { created, acknowledged, resolved } = source.values;
  const instants = [
    ...[created, acknowledged, resolved].flatMap((at) => at ?? []),
    ...timedRows(source).map(({ at }) => at),
    ...(record === null ? [] : [...record.notes, ...record.alerts].map(({ at }) => at)),
  ];
  return new Set(instants.map(timeOf));
}
