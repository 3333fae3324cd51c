/** Rules that never decide, since an earlier one holds whenever they do. */

import { nameKey } from "../lib/names.ts";
import type { Rule } from "./rules.ts";

/** Each such rule with the first that comes before it, by their positions in the list. */
export function deadRules(rules: Rule[]): { index: number; earlier: number }[] {
  return rules.flatMap((rule, index) => {
    const earlier = rules.slice(0, index).findIndex((one) => holdsWhenever(one, rule));
    return earlier < 0 ? [] : [{ index, earlier }];
  });
}

const NAMED = ["priority", "urgency", "service", "team", "type", "title", "resolved-by"] as const;

/** Whether each condition of the one asks for no more than the same one of the other does. */
function holdsWhenever(one: Rule, other: Rule): boolean {
  // A fact that is not known counts as a match for the other alone.
  if (other["if-unknown"] !== undefined && one["if-unknown"] === undefined) return false;
  const { "shorter-than": shorter, "longer-than": longer } = one.when;
  const { "shorter-than": otherShorter, "longer-than": otherLonger } = other.when;
  const isShorter = shorter === undefined || (otherShorter !== undefined && otherShorter <= shorter);
  const isLonger = longer === undefined || (otherLonger !== undefined && otherLonger >= longer);
  return isShorter && isLonger && NAMED.every((key) => includes(one.when[key], other.when[key]));
}

function includes(names: string[] | undefined, others: string[] | undefined): boolean {
  if (names === undefined) return true;
  const known = names.map(nameKey);
  return others?.every((name) => known.includes("*") || known.includes(nameKey(name))) ?? false;
}
