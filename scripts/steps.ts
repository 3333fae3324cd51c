/** How a script that tries something out says what it does, and what is not as it should be. */

import { isDeepStrictEqual } from "node:util";
import { EXIT } from "../cli/command.ts";

const startedAt = performance.now();

/** Prints a line with the seconds since the start. */
export function say(line: string): void {
  console.log(`${((performance.now() - startedAt) / 1_000).toFixed(1).padStart(5)} s  ${line}`);
}

/** Says why the script failed, and lets it end so. */
export function sayFailed(error: unknown): void {
  say(`FAILED. ${error instanceof Error ? error.message : error}`);
  process.exitCode = EXIT.bad;
}

/** Throws an error of one sentence where the two differ. */
export function expectEqual(what: string, found: unknown, expected: unknown): void {
  if (isDeepStrictEqual(found, expected)) return;
  throw new Error(`${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}.`);
}
