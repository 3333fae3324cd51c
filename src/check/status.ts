/** The status of a postmortem, from the first draft to the last word. */

export const STATUSES = ["draft", "in-review", "reviewed", "closed", "final"];

/** Those that say that people have answered what was open. */
export const FINISHED = ["reviewed", "closed", "final"];
