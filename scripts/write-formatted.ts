/** Writes a file that is generated, as the formatter wants it. */

import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const BIOME = fileURLToPath(import.meta.resolve("@biomejs/biome/bin/biome"));

/** The end of the path tells the formatter the language. */
export function writeFormatted(path: string, text: string): void {
  const args = [BIOME, "format", `--stdin-file-path=${path}`];
  writeFileSync(path, execFileSync(process.execPath, args, { input: text }));
}
