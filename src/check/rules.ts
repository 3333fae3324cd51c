/** All rules of the check, in the order in which they are documented. */

import { actionItemRules } from "./action-items.ts";
import { durationRule } from "./durations.ts";
import { evidenceRules } from "./evidence.ts";
import { frontMatterRules } from "./front-matter.ts";
import { languageRules } from "./language.ts";
import { questionRules } from "./questions.ts";
import type { Rule } from "./rule.ts";
import { safetyRules } from "./safety.ts";
import { structureRules } from "./structure.ts";
import { timelineRules } from "./timeline.ts";

export const RULES: Rule[] = [
  ...frontMatterRules,
  durationRule,
  ...structureRules,
  ...questionRules,
  ...timelineRules,
  ...evidenceRules,
  ...actionItemRules,
  ...languageRules,
  ...safetyRules,
];
