/** The form of a row of the tables of patterns. */

/**
 * A row. Only the text that the pattern's group `secret` takes is replaced, or all of the match where it has none.
 * In `examples` and `benign` the secret stands between « and », and `{word:12}` is made at run time: hosts of code
 * refuse a push that holds what looks like a key.
 */
export type Pattern = {
  kind: string;
  /** What it finds, in words, for docs/redaction.md. */
  shape: string;
  /** Where the shape is documented. */
  source: string;
  /** With the flags d and g. No part of it has to be read twice: see "Sizes and times" in docs/redaction.md. */
  pattern: RegExp;
  isMeant?: (found: string) => boolean;
  examples: string[];
  benign: string[];
};

/** Whether the finding of a row is one; a row without a judge takes every match. */
export function isMeantBy({ isMeant }: Pattern, found: string): boolean {
  return isMeant === undefined || isMeant(found);
}
