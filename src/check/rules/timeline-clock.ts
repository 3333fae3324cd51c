/** A time that nothing in the timeline has cannot be looked up, and often is local time. */

import type { IncidentRecord } from "../../incident/record.ts";
import { dateOf, timeOf } from "../../lib/time.ts";
import { definitionsOf } from "../../postmortem/blocks.ts";
import { type PostmortemSource, sectionsWith } from "../../postmortem/parse.ts";
import { type Passage, passagesOf } from "../../postmortem/prose.ts";
import { compare } from "../comparison.ts";
import type { Rule, RuleContext, RuleFinding, RuleResult } from "../rule.ts";

export const timelineClock: Rule = {
  meta: {
    id: "timeline-clock",
    group: "timeline",
    severity: "error",
    why: "A time that nothing in the timeline has cannot be looked up, and often is local time.",
    fix: "Correct the time; or give what happened then a row of the timeline, with its source.",

    wrong: "It was acknowledged at 14:48 UTC.",
    right: "It was acknowledged at 14:38 UTC.",
  },
  run,
};

const CLOCK = /(?<![\d:.-])(?:(\d{4}-\d\d-\d\d)[ ,T]{1,2})?(\d\d?:\d\d)(?::\d\d)? ?UTC(?![\p{L}\d+-])/gu;

function run(source: PostmortemSource, context: RuleContext): RuleResult {
  if (source.timeline.every(({ at }) => at === null)) return { nothing: "the timeline has no times" };
  const { own, continued } = compare(source, context);
  const definitions = definitionsOf(source.tree);
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
    .flatMap(({ node }) => passagesOf(node, definitions));
  const known = knownTimes(source, context);
  return passages.flatMap((passage) => unknownIn(passage, known));
}

type Known = { days: Set<string>; clocks: Set<string> };

function knownTimes({ timeline, frontMatter }: PostmortemSource, { record }: RuleContext): Known {
  const { created = null, acknowledged = null, resolved = null } = frontMatter?.values ?? {};
  const instants = [
    ...[created, acknowledged, resolved, record?.createdAt, record?.acknowledgedAt, record?.resolvedAt],
    ...timeline.map(({ at }) => at),
    ...(record === null ? [] : timesOf(record)),
  ].flatMap((at) => at ?? []);
  return { days: new Set(instants.map(dateOf)), clocks: new Set(instants.map(timeOf)) };
}

function unknownIn(passage: Passage, { days, clocks }: Known): RuleFinding[] {
  return (
    [...passage.text.matchAll(CLOCK)]
      // Another day is another story.
      .filter(([, day]) => day === undefined || days.has(day))
      .filter(([, , clock = ""]) => !clocks.has(clock.padStart(5, "0")))
      .map(({ 0: found, index }) => ({
        line: passage.lineAt(index),
        message: `No row, alert or note has the time ${found}.`,
      }))
  );
}

function timesOf({ timeline, notes, alerts, changes }: IncidentRecord): number[] {
  const some: { at: number }[] = [...timeline, ...notes, ...alerts, ...changes];
  return some.map(({ at }) => at);
}
