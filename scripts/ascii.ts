/** A program in ASCII, which Node reads and compiles faster. */

const OTHER = /[^\0-\x7f]/g;

/** The program with each other character as its escape; throws where an escape would mean something else. */
export function toAscii(program: string): string {
  const unsafe = /\\[^\0-\x7f]|String\.raw`[^`]*[^\0-\x7f]/.exec(program);
  if (unsafe) throw new Error(`An escape would change the meaning of ${JSON.stringify(unsafe[0])}.`);
  return program.replace(OTHER, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
