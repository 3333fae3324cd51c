/** What a record says of itself. */

/** Whether a record's sentence about what is missing says that not all of its rows are there. */
export function isLogMissing(sentence: string): boolean {
  return /^(?:Log entries|Timeline)\b/.test(sentence);
}
