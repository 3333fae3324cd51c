/** What the rules on action items have in common. */

import { type ActionItem, actionItemsOf, isOpen } from "../postmortem/action-items.ts";
import type { PostmortemSource } from "../postmortem/parse.ts";
import { FINISHED } from "../postmortem/vocabulary.ts";
import type { RuleResult } from "./rule.ts";

/**
 * Looks at each item that is not ticked; `problemOf` gives the message of a finding. What is done lacks nothing. Where
 * several have the same problem, one finding names their lines, so that they hide no other.
 */
export function eachItem(
  source: PostmortemSource,
  problemOf: (item: ActionItem, isFinished: boolean) => string | null,
): RuleResult {
  const items = actionItemsOf(source).filter(({ isTicked }) => isTicked !== true);
  if (items.length === 0) return { nothing: "there is no action item that is not ticked" };
  const isFinished = FINISHED.includes(source.values.status ?? "");
  const problems = items.flatMap((item) => {
    const message = problemOf(item, isFinished);
    return message === null ? [] : [{ line: item.line, message }];
  });
  const groups = Map.groupBy(problems, ({ message }) => message);
  return [...groups.values()].flatMap((group) =>
    group.slice(0, 1).map(({ line, message }) => {
      const others = group.slice(1).map((one) => one.line);
      return {
        line,
        message: others.length === 0 ? message : `${message} So it is on line ${others.join(", ")}.`,
      };
    }),
  );
}

/** A detail that is not written, or that a finished postmortem still leaves open; null where neither is so. */
export function missing(what: string, written: string | null, isFinished: boolean): string | null {
  if (written === null) return `The item ${what}.`;
  return isFinished && isOpen(written) ? `The item ${what} yet, and the postmortem is finished.` : null;
}
