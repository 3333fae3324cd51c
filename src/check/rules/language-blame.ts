/** Where people are blamed, the next incident is told less honestly. */

import { findBlame } from "../language.ts";
import type { CheckRule } from "../rule.ts";

export const languageBlame: CheckRule = {
  meta: {
    id: "language-blame",
    severity: "warning",
    why: "Where people are blamed, the next incident is told less honestly.",
    fix: "Say what the person saw and why the action made sense then, or what the system allowed.",
    wrong: "The engineer should have checked the limit.",
    right: "The deploy did not show the limit.",
  },
  run: findBlame,
};
