/** An item that stands there twice is done by nobody, or by two. */

import { actionItemsOf } from "../../postmortem/action-items.ts";
import { comparable } from "../../postmortem/blocks.ts";
import type { PostmortemSource } from "../../postmortem/parse.ts";
import type { CheckRule, RuleResult } from "../rule.ts";

export const actionItemTwice: CheckRule = {
  meta: {
    id: "action-item-twice",
    severity: "warning",
    why: "An item that stands there twice is done by nobody, or by two.",
    fix: "Keep one of the two, or say what the other one is.",
    wrong: "- [ ] Limit the pool (owner: orders team)\n- [ ] Limit the pool (owner: open)",
    right: "- [ ] Limit the pool of orders (owner: orders team)\n- [ ] Limit the pool of carts (owner: open)",
  },
  run,
};

function run(source: PostmortemSource): RuleResult {
  const items = actionItemsOf(source);
  if (items.length < 2) return { nothing: "there are not two action items" };
  const groups = Map.groupBy(items, ({ words }) => comparable(words).toLowerCase());
  return [...groups.values()].flatMap(([first, ...others]) =>
    others.map(({ line }) => ({ line, message: `The item stands on line ${first?.line} as well.` })),
  );
}
