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
  const written = headings.map(headingKey);
  const keys = new Map<string, SectionKey>();
  const isWritten = (key: SectionKey) => written.includes(headingKey(names[key] ?? SECTIONS[key]));
  for (const key of SECTION_KEYS.filter((one) => !isWritten(one))) keys.set(headingKey(SECTIONS[key]), key);
  for (const key of SECTION_KEYS.filter(isWritten)) keys.set(headingKey(names[key] ?? SECTIONS[key]), key);
  return written.map((heading) => keys.get(heading) ?? null);
}

// A number and a picture are how people decorate a heading: `2. Impact`, `📝 Summary`.
const DECORATION =
  /^(?:\d{1,2}[.)])?[\s\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Cf}\p{M}]*(?=[\p{L}\p{N}])/u;

/** What all spellings of one heading have in common. */
export function headingKey(heading: string): string {
  return nameKey(heading.replace(DECORATION, "").replace(/[:：]$/, ""));
}
