/** A time that nothing in the timeline has cannot be looked up, and often is local time. */

import type { IncidentRecord } from "../../incident/record.ts";
import { dateOf, timeOf } from "../../lib/time.ts";
import { type PostmortemSource, sectionsWith } from "../../postmortem/parse.ts";
import type { Passage } from "../../postmortem/passages.ts";
import { isRecords, markOf, TOLD_IN } from "../claims.ts";
import { clocksIn } from "../clocks.ts";
import { isLogMissing } from "../record.ts";
import { MINUTE_MS } from "../rows.ts";
import type { Rule, RuleContext, RuleFinding, RuleResult } from "../rule.ts";

export const timelineClock: Rule = {
  meta: {
    id: "timeline-clock",
    severity: "error",
    why: "A time that nothing in the timeline has cannot be looked up, and often is local time.",
    fix: "Correct the time; or give what happened then a row of the timeline, with its source; or write its day, where it is another.",
    needs: ["record"],
    wrong: "It was acknowledged at 14:48 UTC.",
    right: "It was acknowledged at 14:38 UTC.",
  },
  run,
};

const HOUR_MS = 60 * MINUTE_MS;
const NEAR_MS = 3 * HOUR_MS;

function run(source: PostmortemSource, context: RuleContext): RuleResult {
  if (context.record === null) return [];
  if (context.record.missing.some(isLogMissing)) return { nothing: "the record's log is not whole" };
  const rows = new Set(
    // What begins with another time is another rule's finding.
    source.timeline.filter(({ at, text }) => at !== null || /^\d/.test(text)).map(({ block }) => block),
  );
  const passages = [source.sections[0], ...sectionsWith(source, ...TOLD_IN)]
    .flatMap(({ blocks }) => blocks)
    .filter((block) => !rows.has(block) && !isRecords(block, source, context))
    .flatMap((block) => block.passages);
  const known = timesOf(source, context.record);
  return passages.flatMap((passage) => unknownIn(passage, known));
}

/** All instants that the front matter, the timeline and the record have. */
function timesOf({ timeline, values }: PostmortemSource, record: IncidentRecord): number[] {
  const { created, acknowledged, resolved } = values;
  return [
    ...[created, acknowledged, resolved, record.createdAt, record.acknowledgedAt, record.resolvedAt],
    ...[...timeline, ...record.timeline, ...record.notes, ...record.alerts, ...record.changes].map(
      ({ at }) => at,
    ),
  ].flatMap((at) => at ?? []);
}

function unknownIn(passage: Passage, known: number[]): RuleFinding[] {
  const days = [...new Set(known.map(dateOf))];
  const clocks = new Set(known.map(timeOf));
  const mark = markOf(passage.text);
  const isInMark = (start: number) => mark !== null && start >= mark.start;
  const isInLink = (at: number) => passage.links.some(({ start, end }) => start <= at && at < end);
  return (
    clocksIn(passage)
      // Another day is another story.
      .filter(({ day, clock }) => (day === null || days.includes(day)) && !clocks.has(clock))
      // What a mark names is the source; without a zone it is another rule's.
      .filter(({ start, isUtc }) => !isInMark(start) || (isUtc && !isInLink(start)))
      .filter(({ day, clock, start }) => day !== null || isInMark(start) || isOfStory(clock, days, known))
      .map(({ written, start, isUtc }) => {
        const line = passage.lineAt(start);
        if (isUtc) return { line, message: `No row, alert or note has the time ${written} UTC.` };
        return { line, severity: "warning", message: `No row, alert or note has the time ${written}.` };
      })
  );
}

/** Whether a time lies near the known ones, or is one of them in local time; any other is of something else. */
function isOfStory(clock: string, days: string[], known: number[]): boolean {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  const [first, last] = [Math.min(...known) - NEAR_MS, Math.max(...known) + NEAR_MS];
  return days
    .map((day) => Date.parse(`${day}T00:00:00Z`) + hours * HOUR_MS + minutes * MINUTE_MS)
    .some(
      (at) =>
        (at >= first && at <= last) || known.some((one) => Math.floor((one - at) / MINUTE_MS) % 60 === 0),
    );
}
