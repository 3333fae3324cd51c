/** A name outside the timeline makes a person the subject where the system should be. */

import { findNames } from "../language.ts";
import type { CheckRule } from "../rule.ts";

export const languageName: CheckRule = {
  meta: {
    id: "language-name",
    severity: "warning",
    why: "A name outside the timeline makes a person the subject where the system should be.",
    fix: "Name the role, such as the on-call engineer; people's names stand in the timeline and beside roles alone.",
    needs: ["record"],
    wrong: "Jordan Lee rolled the deploy back.",
    right: "The on-call engineer rolled the deploy back.",
  },
  run: findNames,
};
