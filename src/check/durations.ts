/** The durations that a postmortem states, computed again from its own times. */

import { toSingleLine } from "../lib/text.ts";
import { durationOf } from "../lib/time.ts";
import { lineOfKey } from "./front-matter.ts";
import { type Problem, type Rule, ruleOf, type Source } from "./rule.ts";

export const durationRule: Rule = ruleOf("front-matter-duration", wrongDurations);

/** Seconds are left out of the times, so a minute more or less is the same. */
const SAME_MINUTES = 1;

type Ends = ["created", "acknowledged" | "resolved"];

const WHOLE: Ends = ["created", "resolved"];
const UNTIL_ACKNOWLEDGED: Ends = ["created", "acknowledged"];

/** What a label's words mean, in lower case. */
const LABELS = new Map([
  ["duration", WHOLE],
  ["incident duration", WHOLE],
  ["total duration", WHOLE],
  ["time to resolve", WHOLE],
  ["time to resolution", WHOLE],
  ["time to acknowledge", UNTIL_ACKNOWLEDGED],
  ["time to acknowledgement", UNTIL_ACKNOWLEDGED],
]);

function wrongDurations(source: Source): Problem[] {
  if (source.postmortem === null) return [];
  const { frontMatter } = source.postmortem;
  const minutesOf = ([from, to]: Ends) => {
    const [start, end] = [frontMatter[from], frontMatter[to]];
    return start === null || end === null || end < start ? null : Math.floor((end - start) / 60_000);
  };
  const stated = [
    ...(frontMatter.durationMinutes === null
      ? []
      : [
          {
            line: lineOfKey(source, "duration-minutes"),
            label: "duration-minutes",
            words: String(frontMatter.durationMinutes),
            minutes: frontMatter.durationMinutes,
            ends: WHOLE,
          },
        ]),
    ...source.lines.flatMap((line, index) => statedIn(line, index + 1)),
  ];
  return stated.flatMap(({ line, label, words, minutes, ends }) => {
    const computed = minutesOf(ends);
    if (computed === null || Math.abs(computed - minutes) <= SAME_MINUTES) return [];
    const told = `\`${label}\` is ${toSingleLine(words, 60)}, and its times are ${durationOf(computed)} apart`;
    return [{ line, words: `${told} (${computed} minutes).` }];
  });
}

/** `**Duration:** 46 minutes`, also as one of several in a line, in a list or in a table. */
function statedIn(line: string, number: number) {
  const cells = line.split("|").flatMap((cell) => {
    const words = cell.replace(/[*_`]/g, "").replace(/^[\s>-]+/, "");
    const colon = words.indexOf(":");
    return colon === -1 ? [words] : [words.slice(0, colon), words.slice(colon + 1)];
  });
  return cells.flatMap((cell, index) => {
    const label = cell.trim();
    const ends = LABELS.get(label.toLowerCase());
    const words = (cells[index + 1] ?? "").trim();
    const minutes = readDuration(words);
    return ends === undefined || minutes === null ? [] : [{ line: number, label, words, minutes, ends }];
  });
}

const PART = /^(\d{1,6}) ?(days?|d|hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s)(?![a-z])[ ,]*(?:and )?/;

/** Whole minutes of such as `2 hours 5 minutes`, `2h 5m` or `under a minute`; null for other words. */
export function readDuration(words: string): number | null {
  let rest = words.toLowerCase().replace(/^(?:about|around|approximately|~) ?/, "");
  if (rest.startsWith("under a minute")) return 0;
  let minutes: number | null = null;
  for (;;) {
    const [all, amount, unit = ""] = PART.exec(rest) ?? [];
    if (all === undefined) return minutes;
    minutes = (minutes ?? 0) + Number(amount) * minutesIn(unit);
    rest = rest.slice(all.length);
  }
}

function minutesIn(unit: string): number {
  if (unit.startsWith("d")) return 1_440;
  if (unit.startsWith("h")) return 60;
  return unit.startsWith("m") ? 1 : 0;
}
