/** Secrets in a column of a table of Markdown whose head names them. */

import { strictnessOf } from "./names.ts";
import { isSecret } from "./no-secret.ts";
import type { Span } from "./span.ts";

// The head, the line of dashes and the rows.
const TABLE =
  /(?<=^|\n)[ \t>]{0,20}(\|?[^\n]{3,400})\n[ \t>]{0,20}\|?(?:[ \t]{0,20}:?-{2,200}:?[ \t]{0,20}\|?){2,20}\n((?:[^\n]{0,400}\|[^\n]{1,2000}(?:\n|$)){1,200})/g;

/** The cells below a head that is the name of a secret. */
export function findColumns(text: string, kind: string): Span[] {
  return [...text.matchAll(TABLE)].flatMap(({ 0: table, 1: head = "", 2: body = "", index }) => {
    const names = cellsOf(head, 0).map(({ words }) => strictnessOf(words));
    const from = index + table.length - body.length;
    return [...body.matchAll(/[^\n]+/g)].flatMap((row) =>
      cellsOf(row[0], from + row.index).flatMap(({ start, words }, column) => {
        const strictness = names[column] ?? null;
        const isMeant = strictness !== null && isSecret(words, strictness);
        return isMeant ? [{ start, end: start + words.length, kind }] : [];
      }),
    );
  });
}

/** The cells of a row and where they begin, without the marks of Markdown around their words. */
function cellsOf(row: string, from: number): { start: number; words: string }[] {
  const cells = row.replace(/^[ \t>]{0,20}\|?/, "");
  const lead = from + row.length - cells.length;
  return [...cells.matchAll(/[^|]+/g)].map(({ 0: cell, index }) => {
    const words = cell.replace(/^[\s*_`"']{1,20}/, "");
    const start = lead + index + cell.length - words.length;
    return { start, words: words.replace(/[\s*_`"']{1,20}$/, "") };
  });
}
