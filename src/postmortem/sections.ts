/** Which of the known sections a heading names. */

import { nameKey } from "../lib/names.ts";
import { SECTIONS, type SectionKey } from "../settings/sections.ts";

/** What a team's templates call the known sections: `sections:` of the configuration; English where it is silent. */
export type SectionNames = { [Key in SectionKey]?: string | undefined };

/** The known section that a heading names; null for any other heading. */
export function sectionKeyOf(heading: string, names: SectionNames): SectionKey | null {
  const wanted = nameKey(heading.replace(/[:：]$/, ""));
  return KEYS.find((key) => nameKey(names[key] ?? SECTIONS[key]) === wanted) ?? null;
}

const KEYS: SectionKey[] = [
  "summary",
  "impact",
  "timeline",
  "root-cause",
  "contributing-factors",
  "ruled-out",
  "action-items",
  "questions",
  "seen-before",
  "evidence",
  "not-checked",
];
