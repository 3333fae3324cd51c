/** Which of the known sections the headings of a text name. */

import { nameKey } from "../lib/names.ts";
import { SECTION_KEYS, SECTIONS, type SectionKey } from "../settings/sections.ts";

/** What a team's templates call the known sections: `sections:` of the configuration; English where it is silent. */
export type SectionNames = { [Key in SectionKey]?: string | undefined };

/**
 * The known section that each of these headings of one text names; null for any other. A text in which no heading has
 * the team's name may be older than that name, so there the English one counts.
 */
export function sectionKeysOf(headings: string[], names: SectionNames): (SectionKey | null)[] {
  const written = headings.map((heading) => nameKey(heading.replace(/[:：]$/, "")));
  const keys = new Map<string, SectionKey>();
  const isWritten = (key: SectionKey) => written.includes(nameKey(names[key] ?? SECTIONS[key]));
  for (const key of SECTION_KEYS.filter((one) => !isWritten(one))) keys.set(nameKey(SECTIONS[key]), key);
  for (const key of SECTION_KEYS.filter(isWritten)) keys.set(nameKey(names[key] ?? SECTIONS[key]), key);
  return written.map((heading) => keys.get(heading) ?? null);
}
