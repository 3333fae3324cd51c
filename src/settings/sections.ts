/** The sections of a postmortem that this project knows, and what a team's template calls them. */

import { z } from "zod";
import { nameKey } from "../lib/names.ts";

/** Each known section by its key in the configuration, in the order of the built-in template. */
export const SECTIONS = {
  summary: "Summary",
  impact: "Impact",
  timeline: "Timeline",
  "root-cause": "Root Cause",
  "contributing-factors": "Contributing Factors",
  "ruled-out": "Ruled Out",
  "action-items": "Action Items",
  questions: "Questions for the Review",
  "seen-before": "Seen Before",
  evidence: "Evidence",
  "not-checked": "Not Checked",
} as const;

export type SectionKey = keyof typeof SECTIONS;

const heading = z
  .string()
  .trim()
  .max(100, "is longer than 100 characters")
  .refine((written) => nameKey(written) !== "", { error: "is empty; it takes the words of the heading" })
  .refine((written) => !written.startsWith("#"), {
    error: "begins with #; write the words of the heading alone",
  });

function headingOf(key: SectionKey) {
  return heading.default(SECTIONS[key]).describe(`What the template calls "${SECTIONS[key]}".`);
}

/** The heading of each known section: the team's, or else the English one. */
export const sectionsSchema = z
  .strictObject({
    summary: headingOf("summary"),
    impact: headingOf("impact"),
    timeline: headingOf("timeline"),
    "root-cause": headingOf("root-cause"),
    "contributing-factors": headingOf("contributing-factors"),
    "ruled-out": headingOf("ruled-out"),
    "action-items": headingOf("action-items"),
    questions: headingOf("questions"),
    "seen-before": headingOf("seen-before"),
    evidence: headingOf("evidence"),
    "not-checked": headingOf("not-checked"),
  })
  .superRefine((all, context) => {
    const seen = new Map<string, string>();
    for (const [key, name] of Object.entries(all)) {
      const other = seen.get(nameKey(name));
      if (other !== undefined)
        context.addIssue(`has one name for ${other} and ${key}, which could then not be told apart`);
      seen.set(nameKey(name), key);
    }
  });

/** Each of them, in the order of the built-in template. */
export const SECTION_KEYS = sectionsSchema.keyof().options;
