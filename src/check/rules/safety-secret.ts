/** Whoever can read the repository, and its history, can use a secret in it. */

import type { CheckRule } from "../rule.ts";
import { findSecrets } from "../safety.ts";

export const safetySecret: CheckRule = {
  meta: {
    id: "safety-secret",
    severity: "error",
    why: "Whoever can read the repository, and its history, can use a secret in it.",
    fix: "Take it out, revoke it, and rewrite the branch, since the commit keeps it.",
    wrong: "The job ran with `password=correct-horse-9`.",
    right: "The job ran with the password of the vault's entry orders-db.",
  },
  run: findSecrets,
};
