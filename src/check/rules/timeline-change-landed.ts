/** A change cannot have been deployed before it was merged. */

import { dateOf, timeOf } from "../../lib/time.ts";
import { definitionsOf } from "../../postmortem/blocks.ts";
import type { PostmortemSource } from "../../postmortem/parse.ts";
import { passagesOf } from "../../postmortem/prose.ts";
import { citedIn } from "../citations.ts";
import { MINUTE_MS, timedRows } from "../rows.ts";
import type { Rule, RuleContext, RuleFinding, RuleResult } from "../rule.ts";

export const timelineChangeLanded: Rule = {
  meta: {
    id: "timeline-change-landed",
    group: "timeline",
    severity: "error",
    why: "A change cannot have been deployed before it was merged.",
    fix: "Correct the time of the row, or cite the change that was deployed then.",
    needs: ["references"],
    wrong: "- 14:20 UTC — Deploy of acme/orders#820",
    right: "- 15:55 UTC — Deploy of acme/orders#820",
  },
  run,
};

// A pull request may be spoken of before it is merged.
const IN_PLACE = /\b(?:deploy|merge|release|roll|ship|launch|went live|live\b)/i;

function run(source: PostmortemSource, { references, repository }: RuleContext): RuleResult {
  if (references === null) return [];
  const { answers, serverUrl } = references;
  const definitions = definitionsOf(source.tree);
  const number = source.frontMatter?.values.number ?? null;
  const cited = timedRows(source).flatMap((row) =>
    passagesOf(row.block.node, definitions)
      .flatMap((passage) => citedIn(passage, { repository, serverUrl }, number))
      .map((citation) => ({ row, citation })),
  );
  if (cited.length === 0) return { nothing: "no row cites a change" };
  return cited.flatMap(({ row, citation }): RuleFinding[] => {
    const answer = answers[citation.key];
    if (answer?.state !== "found" || answer.landedAt === null) return [];
    if (answer.landedAt <= row.at + 2 * MINUTE_MS) return [];
    const landed = `${dateOf(answer.landedAt)} ${timeOf(answer.landedAt)} UTC`;
    const verb = answer.kind === "commit" ? "committed" : "merged";
    return [
      {
        line: row.line,
        message: `The row cites ${citation.key}, which was ${verb} later, at ${landed}.`,
        ...(answer.kind === "commit" || IN_PLACE.test(row.text) ? {} : { severity: "warning" as const }),
      },
    ];
  });
}
