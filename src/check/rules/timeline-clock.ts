/** A time that nothing in the timeline has cannot be looked up, and often is local time. */

import type { IncidentRecord } from "../../incident/record.ts";
import { dateOf, timeOf } from "../../lib/time.ts";
import type { PostmortemSource } from "../../postmortem/parse.ts";
import type { Passage } from "../../postmortem/passages.ts";
import { markOf, toldIn } from "../claims.ts";
import { clocksIn, type WrittenClock } from "../clocks.ts";
import { isLogMissing } from "../record.ts";
import { isOtherwiseTimed, MINUTE_MS } from "../rows.ts";
import type { CheckRule, RuleContext, RuleFinding, RuleResult } from "../rule.ts";

export const timelineClock: CheckRule = {
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

const DAY_MS = 24 * 60 * MINUTE_MS;
const NEAR_MS = 3 * 60 * MINUTE_MS;

function run(source: PostmortemSource, context: RuleContext): RuleResult {
  const { record } = context;
  if (record === null) return [];
  if (record.missing.some(isLogMissing)) return { nothing: "the record's log is not whole" };
  // What begins with another time is another rule's finding.
  const rows = source.timeline.filter((row) => row.at !== null || isOtherwiseTimed(row));
  const blocks = new Set(rows.map(({ block }) => block));
  const known = instantsOf(source, record);
  return toldIn(source, context)
    .filter((block) => !blocks.has(block))
    .flatMap(({ passages }) => passages.flatMap((passage) => findingsIn(passage, known)));
}

/** All instants that the front matter, the timeline and the record have. */
function instantsOf({ timeline, values }: PostmortemSource, record: IncidentRecord): number[] {
  const { created, acknowledged, resolved } = values;
  return [
    ...[created, acknowledged, resolved, record.createdAt, record.acknowledgedAt, record.resolvedAt],
    ...[...timeline, ...record.timeline, ...record.notes, ...record.alerts, ...record.changes].map(
      ({ at }) => at,
    ),
  ].flatMap((at) => at ?? []);
}

function findingsIn(passage: Passage, known: number[]): RuleFinding[] {
  const { start: markStart = passage.text.length } = markOf(passage.text) ?? {};
  const isLinked = (at: number) => passage.links.some(({ start, end }) => start <= at && at < end);
  return clocksIn(passage).flatMap((clock): RuleFinding[] => {
    const isSource = clock.start >= markStart;
    // A source without a zone is another rule's, and a link says of itself what it likes.
    if (isSource && (!clock.isUtc || isLinked(clock.start))) return [];
    if (!isUnknown(clock, known) || !(isSource || isOfIncident(clock, known))) return [];
    const line = passage.lineAt(clock.start);
    const message = `No row, alert or note has the time ${clock.written}`;
    return clock.isUtc
      ? [{ line, message: `${message} UTC.` }]
      : [{ line, severity: "warning", message: `${message}.` }];
  });
}

/** Whether it is the time of nothing; on another day it is of something else. */
function isUnknown({ day, clock }: WrittenClock, known: number[]): boolean {
  const isOtherDay = day !== null && known.every((at) => dateOf(at) !== day);
  return !isOtherDay && known.every((at) => timeOf(at) !== clock);
}

/** Whether it lies near the known times, or is one of them in local time; any other without its day is of something else. */
function isOfIncident({ day, clock }: WrittenClock, known: number[]): boolean {
  if (day !== null) return true;
  const ofDay = Date.parse(`1970-01-01T${clock}:00Z`);
  const [first, last] = [Math.min(...known) - NEAR_MS, Math.max(...known) + NEAR_MS];
  const days = new Set(known.map((at) => at - (at % DAY_MS)));
  return (
    [...days].some((start) => start + ofDay >= first && start + ofDay <= last) ||
    known.some((at) => Math.floor((at - ofDay) / MINUTE_MS) % 60 === 0)
  );
}
