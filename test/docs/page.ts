/** The documents as the tests read them: text, tables, and the code that they speak of. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");

/** The text of a file of the repository. */
export function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** The rows of the first table under a heading of a page, as cells without their back-quotes. */
export function table(page: string, heading: string): string[][] {
  const [, section = ""] = read(page).split(new RegExp(`^#+ ${heading}.*$`, "m"));
  const lines = (section.split(/^#{1,6} /m)[0] ?? "").split("\n").filter((line) => line.startsWith("|"));
  return lines.slice(2).map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) =>
        cell
          .trim()
          .replace(/^`([^`]*)`$/, "$1")
          .replaceAll("\\|", "|"),
      ),
  );
}

/** The source of what users run, in one text. */
export function source(): string {
  return ["src", "api", "cli"].flatMap(pathsIn).map(read).join("\n");
}

/** The paths of a folder's files of code and of text. */
export function pathsIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(?:ts|md)$/.test(path))
    .map((path) => join(folder, path));
}
