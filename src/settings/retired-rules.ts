/** Rules of the check that are gone: what a configuration still says of them has no effect, and a warning says so. */

/** Each retired id beside the rule that took its place; null where none did. */
export const RETIRED: Record<string, string | null> = {
  "timeline-missing-row": "record-missing-line",
  "timeline-altered-row": "record-altered-line",
  "timeline-time-zone": "timeline-form",
  "structure-question-removed": "people-question-removed",
  "structure-question-answered": "people-question-answered",
  "structure-final": "people-final",
  "evidence-not-checked": "structure-empty-section",
};
