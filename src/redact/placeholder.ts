/** What stands in place of a secret or of personal data, and says what stood there. */

/** Finds placeholders; its group is the kind. */
export const PLACEHOLDER = /\[redacted: ([^\]\n]{1,40})\]/g;

export function placeholderOf(kind: string): string {
  return `[redacted: ${kind}]`;
}
