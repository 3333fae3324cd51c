/** A postmortem is read by many and kept for years; it needs nobody's address or number. */

import type { CheckRule } from "../rule.ts";
import { findPersonalData } from "../safety.ts";

export const safetyPersonalData: CheckRule = {
  meta: {
    id: "safety-personal-data",
    severity: "error",
    why: "A postmortem is read by many and kept for years; it needs nobody's address or number.",
    fix: "Name the role or the team; take the address or number out.",
    wrong: "Ask kim@acme.example.",
    right: "Ask the orders team.",
  },
  run: findPersonalData,
};
