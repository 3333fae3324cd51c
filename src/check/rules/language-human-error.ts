/** Human error is where the questions begin, not a cause. */

import { findHumanError } from "../language.ts";
import type { CheckRule } from "../rule.ts";

export const languageHumanError: CheckRule = {
  meta: {
    id: "language-human-error",
    severity: "warning",
    why: "Human error is where the questions begin, not a cause.",
    fix: "Say what made the action possible and look right: a missing check, a misleading display, an unsafe default.",
    wrong: "The cause was human error.",
    right: "The command takes either environment without asking.",
  },
  run: findHumanError,
};
