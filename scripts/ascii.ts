/** Writes the bundle's files in ASCII, the last step of `npm run build`: Node reads and compiles them faster. */

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createCommand, runEntry } from "../cli/command.ts";

const OTHER = /[^\0-\x7f]/g;

/** The program with each other character as its escape; throws where an escape would mean something else. */
export function toAscii(program: string): string {
  const unsafe = /\\[^\0-\x7f]|String\.raw`[^`]*[^\0-\x7f]/.exec(program);
  if (unsafe) throw new Error(`An escape would change the meaning of ${JSON.stringify(unsafe[0])}.`);
  return program.replace(OTHER, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

await runEntry(import.meta.filename, () =>
  createCommand("run build", "Writes the bundle's files in ASCII.")
    .argument("<folder>", "the bundle")
    .action((folder) => {
      for (const name of readdirSync(folder).filter((file) => file.endsWith(".js"))) {
        const path = join(folder, name);
        writeFileSync(path, toAscii(readFileSync(path, "utf8")));
      }
    }),
);
