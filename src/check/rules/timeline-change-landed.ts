/** A change cannot have been deployed before it was merged. */

import type { ReferenceAnswer } from "../../github/references.ts";
import { dateOf, timeOf } from "../../lib/time.ts";
import type { PostmortemSource } from "../../postmortem/parse.ts";
import { citedIn } from "../citations.ts";
import { excerpt } from "../excerpt.ts";
import { MINUTE_MS, type TimedRow, timedRows } from "../rows.ts";
import type { CheckRule, RuleContext, RuleFinding, RuleResult } from "../rule.ts";

export const timelineChangeLanded: CheckRule = {
  meta: {
    id: "timeline-change-landed",
    severity: "error",
    why: "A change cannot have been deployed before it was merged.",
    fix: "Correct the time of the row, or cite the change that was deployed then.",
    needs: ["references"],
    wrong: "- 14:20 UTC — Deploy of acme/orders#820",
    right: "- 15:55 UTC — Deploy of acme/orders#820",
  },
  run,
};

// Two services' clocks, and whole minutes.
const SAME_MS = 2 * MINUTE_MS;
// The row that a pull request was opened stands where it was.
const OPENED_MS = 5 * MINUTE_MS;

function run(source: PostmortemSource, { references, home }: RuleContext): RuleResult {
  if (references === null) return [];
  const { answers } = references;
  const cited = timedRows(source).flatMap((row) =>
    row.block.passages.flatMap((passage) => citedIn(passage, home)).map((citation) => ({ row, citation })),
  );
  if (cited.length === 0) return { nothing: "no row cites a change" };
  return cited.flatMap(({ row, citation: { key } }) => {
    const answer = answers[key];
    return answer?.state === "found" ? findingOf(row, key, answer) : [];
  });
}

/** Between its opening and its merge a pull request may have been opened, reviewed or approved, but not deployed. */
function findingOf(
  { at, line }: TimedRow,
  key: string,
  { kind, landedAt, openedAt }: ReferenceAnswer & { state: "found" },
): RuleFinding[] {
  const name = excerpt(key);
  if (openedAt !== undefined && at + SAME_MS < openedAt)
    return [{ line, message: `The row cites ${name}, which was opened later, at ${shown(openedAt)}.` }];
  if (landedAt === null || landedAt <= at + SAME_MS) return [];
  const verb = kind === "commit" ? "committed" : "merged";
  const message = `The row cites ${name}, which was ${verb} later, at ${shown(landedAt)}.`;
  if (openedAt === undefined) return [{ line, message }];
  return at - openedAt <= OPENED_MS ? [] : [{ line, message, severity: "warning" }];
}

function shown(at: number): string {
  return `${dateOf(at)} ${timeOf(at)} UTC`;
}
