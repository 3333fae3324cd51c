/** What is added to the record must be read somewhere, or it is invented. */

import type { PostmortemSource } from "../../postmortem/parse.ts";
import { compare } from "../comparison.ts";
import { shownRow } from "../rows.ts";
import type { Rule, RuleContext, RuleFinding, RuleResult } from "../rule.ts";
import { sourcesIn } from "../sources.ts";

export const timelineSource: Rule = {
  meta: {
    id: "timeline-source",
    group: "timeline",
    severity: "error",
    why: "What is added to the record must be read somewhere, or it is invented.",
    fix: "End the row with a link, a commit or pull request with its repository, or `(source: PagerDuty note of 14:44 UTC)`.",
    needs: ["record", "template"],
    wrong: "- 14:41 UTC — The queue grew (source: logs)",
    right: "- 14:41 UTC — The queue grew ([graph](https://app.datadoghq.com/dashboard/queue))",
  },
  run,
};

// As the skeleton has it by the webhook's word: PagerDuty's REST API does not tell when an incident was reopened.
const REOPENED = "Reopened";
// What is not known has no source.
const NOTHING_KNOWN = /^Nothing known until (?:\d{4}-\d\d-\d\d )?\d\d?:\d\d UTC\.?$/;

function run(source: PostmortemSource, context: RuleContext): RuleResult {
  const added = compare(source, context).added.filter(
    ({ text }) => text !== REOPENED && !NOTHING_KNOWN.test(text),
  );
  if (added.length === 0) return { nothing: "no row was added to the record's" };
  const number = source.frontMatter?.values.number ?? null;
  return added.flatMap((row): RuleFinding[] => {
    const sources = row.block.passages.flatMap((one) => sourcesIn(one, context, number));
    const absent = sources.find(({ state }) => state === "absent");
    if (absent !== undefined)
      return [{ line: row.line, message: `The source of an added row does not exist: ${absent.shown}.` }];
    if (sources.some(({ state }) => state === "good")) return [];
    const vague = sources.find(({ state }) => state === "vague");
    const message = `The added row ${shownRow(row)} has no source.`;
    return vague === undefined
      ? [{ line: row.line, message }]
      : [
          {
            line: row.line,
            message,
            severity: "warning",
            fix: "Write it with its repository: owner/name#12, or owner/name@sha.",
          },
        ];
  });
}
