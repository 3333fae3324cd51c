/** A number that was typed as the value of an option. */

/** Throws with a sentence where it is none. */
export function wholeNumber(name: string, typed: string): number {
  if (/^\d{1,9}$/.test(typed)) return Number(typed);
  throw new Error(`--${name} is ${JSON.stringify(typed)}; it takes a whole number.`);
}
