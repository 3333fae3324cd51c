/** A link that shows one place and leads to another deceives its reader. */

import type { CheckRule } from "../rule.ts";
import { findMisleading } from "../safety.ts";

export const safetyMisleadingLink: CheckRule = {
  meta: {
    id: "safety-misleading-link",
    severity: "error",
    why: "A link that shows one place and leads to another deceives its reader.",
    fix: "Write what the link leads to, or correct where it leads.",
    wrong: "[acme/orders#812](https://github.com/acme/orders/pull/9)",
    right: "[acme/orders#812](https://github.com/acme/orders/pull/812)",
  },
  run: findMisleading,
};
