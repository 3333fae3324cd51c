/** A time that nothing in the timeline has cannot be looked up, and often is local time. */

import type { IncidentRecord } from "../../incident/record.ts";
import { dateOf, timeOf } from "../../lib/time.ts";
import { type PostmortemSource, sectionsWith } from "../../postmortem/parse.ts";
import type { Passage } from "../../postmortem/passages.ts";
import { markOf } from "../claims.ts";
import { compare } from "../comparison.ts";
import { isLogMissing } from "../record.ts";
import { MINUTE_MS } from "../rows.ts";
import type { Rule, RuleContext, RuleFinding, RuleResult } from "../rule.ts";

export const timelineClock: Rule = {
  meta: {
    id: "timeline-clock",
    group: "timeline",
    severity: "error",
    why: "A time that nothing in the timeline has cannot be looked up, and often is local time.",
    fix: "Correct the time; or give what happened then a row of the timeline, with its source; or write its day, where it is another.",
    needs: ["record"],
    wrong: "It was acknowledged at 14:48 UTC.",
    right: "It was acknowledged at 14:38 UTC.",
  },
  run,
};

const CLOCK =
  /(?<![\d:.-])(?:(\d{4}-\d\d-\d\d)(?:[ ,]{1,2}|T))?(\d\d?:\d\d)(?::\d\d(?:\.\d{1,9})?)?(?: ?UTC(?![\p{L}\d+-])|Z(?![\p{L}\d]))/gu;
const HOUR_MS = 60 * MINUTE_MS;
const NEAR_MS = 3 * HOUR_MS;

function run(source: PostmortemSource, context: RuleContext): RuleResult {
  if (context.record === null) return [];
  if (context.record.missing.some(isLogMissing)) return { nothing: "the record's log is not whole" };
  const { own, continued } = compare(source, context);
  const passages = sectionsWith(
    source,
    "summary",
    "impact",
    "root-cause",
    "contributing-factors",
    "ruled-out",
  )
    .flatMap(({ blocks }) => blocks)
    // The author may go on after the record's sentence, whose own times are known.
    .filter((block) => !own.has(block) || continued.has(block))
    .filter(({ kind }) => kind === "paragraph" || kind === "item" || kind === "row")
    .flatMap((block) => block.passages);
  const known = timesOf(source, context.record);
  return passages.flatMap((passage) => unknownIn(passage, known));
}

/** All instants that the front matter, the timeline and the record have. */
function timesOf({ timeline, frontMatter }: PostmortemSource, record: IncidentRecord): number[] {
  const { created = null, acknowledged = null, resolved = null } = frontMatter?.values ?? {};
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
  return (
    [...passage.text.matchAll(CLOCK)]
      // Another day is another story.
      .filter(([, day]) => day === undefined || days.includes(day))
      .filter(([, , clock = ""]) => !clocks.has(clock.padStart(5, "0")))
      .filter(
        ({ 1: day, 2: clock = "", index }) =>
          // What a mark names is the source.
          day !== undefined || (mark !== null && index >= mark.start) || isOfStory(clock, days, known),
      )
      .map(({ 0: found, index }) => ({
        line: passage.lineAt(index),
        message: `No row, alert or note has the time ${found}.`,
      }))
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
