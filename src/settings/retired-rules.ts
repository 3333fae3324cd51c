/** Rules of the check that are gone: what a configuration still says of them has no effect, and a warning says so. */

/** Each retired id beside the rule that took its place; null where none did. */
export const RETIRED: Record<string, string | null> = {};
