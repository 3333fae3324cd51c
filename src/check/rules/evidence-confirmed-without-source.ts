/** Confirmed means that a reader can look it up. */

import { findSourceless } from "../evidence.ts";
import type { Rule } from "../rule.ts";

export const evidenceConfirmedWithoutSource: Rule = {
  meta: {
    id: "evidence-confirmed-without-source",
    group: "claims",
    severity: "error",
    why: "Confirmed means that a reader can look it up.",
    fix: "Name the evidence in the mark, with a link, a query or the time of a row of the timeline; else write (likely: <evidence>).",
    wrong: "Retries close no connection (confirmed).",
    right: "Retries close no connection (confirmed: acme/orders#812).",
  },
  run: findSourceless,
};
