/** A file that the command line names; its path is meant from where the user is. */

import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";

/** Whether there is a file of this name, which a folder is not. */
export function isFile(folder: string, typed: string): boolean {
  return statSync(resolve(folder, typed), { throwIfNoEntry: false })?.isFile() ?? false;
}

/** Reads the file that an option names; throws an error of one sentence where there is none. */
export function readNamedFile(folder: string, option: string, typed: string): Buffer {
  if (isFile(folder, typed)) return readFileSync(resolve(folder, typed));
  throw new Error(`${option} is ${typed}, and there is no such file.`);
}
