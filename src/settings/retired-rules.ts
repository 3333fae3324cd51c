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
  "evidence-absent-reference": "claim-absent-reference",
  "evidence-trigger-after-onset": "front-matter-trigger-landed",
  "evidence-root-cause-unconfirmed": "claim-unmarked",
  "evidence-confirmed-without-source": "claim-unsourced",
  "evidence-cause-unmarked": "claim-unmarked",
  "evidence-unlinked": null,
  "action-item-due-date": "action-item-due",
  "action-item-verb": null,
  "action-item-wish": null,
};
