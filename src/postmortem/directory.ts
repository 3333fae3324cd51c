/** The Markdown files of the postmortems' directory and its subfolders. */

import type { Files } from "../lib/checkout.ts";

const DEEPEST = 10;

/** Their paths, in the order of the paths. */
export function listMarkdown(files: Pick<Files, "list">, directory: string): string[] {
  return listBelow(files, directory, 0).sort();
}

function listBelow(files: Pick<Files, "list">, folder: string, depth: number): string[] {
  // A link may lead back to a folder above it.
  if (depth > DEEPEST) return [];
  return files.list(folder).flatMap((name) => {
    const path = `${folder}/${name}`;
    return /\.(?:md|markdown)$/i.test(name) ? [path] : listBelow(files, path, depth + 1);
  });
}
