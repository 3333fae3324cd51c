/** What a record says of itself. */

/** Whether a record's sentence about what is missing says that not all of its rows are there. */
export function isLogMissing(sentence: string): boolean {
  return /^(?:Log entries|Timeline)\b/.test(sentence);
}

/**
 * Why a record is not compared, for all reasons that would otherwise tell whether there is such an incident: the check
 * is no way to read a private one.
 */
export const RECORD_WITHHELD =
  "there is no incident that both the file's name and its front matter name, that PagerDuty knows, and that the rules allow a postmortem";
