/** Matches a pattern at one place of a text. */

/** The match of a pattern with the flag y or g from a place on, and its groups; empty where there is none. */
export function matchAt(pattern: RegExp, text: string, at: number): (string | undefined)[] {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? [];
}
