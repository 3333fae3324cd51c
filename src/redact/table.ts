/** Secrets in a column of a table of Markdown whose head names them. */

import type { Finding } from "./finding.ts";
import { strictnessOf } from "./names.ts";
import { isSecret } from "./no-secret.ts";

const TABLE =
  /(?<=^|\n)[ \t>]{0,20}(\|?[^\n]{3,400})\n[ \t>]{0,20}\|?(?:[ \t]{0,20}:?-{2,200}:?[ \t]{0,20}\|?){2,20}\n((?:[^\n]{0,400}\|[^\n]{1,2000}(?:\n|$)){1,200})/dg;

/** The cells below a head that is the name of a secret. */
export function findColumns(text: string, kind: string): Finding[] {
  return [...text.matchAll(TABLE)].flatMap(({ 1: head = "", 2: body = "", indices }) => {
    const names = cellsOf(head, 0).map(({ words }) => strictnessOf(words));
    const [from = 0] = indices?.[2] ?? [];
    return rowsOf(body, from).flatMap((row) =>
      row.flatMap(({ start, words }, index) => {
        const strictness = names[index] ?? null;
        const isMeant = strictness !== null && isSecret(words, strictness);
        return isMeant ? [{ start, end: start + words.length, kind }] : [];
      }),
    );
  });
}

type Cell = { start: number; words: string };

function rowsOf(body: string, from: number): Cell[][] {
  return [...body.matchAll(/[^\n]+/g)].map(({ 0: row, index }) => cellsOf(row, from + index));
}

/** The cells of a row, without the marks of Markdown around their words. */
function cellsOf(row: string, from: number): Cell[] {
  const lead = /^[ \t>]*\|?/.exec(row)?.[0].length ?? 0;
  return [...row.slice(lead).matchAll(/[^|]+/g)].map(({ 0: cell, index }) => {
    const words = cell.replace(/^[\s*_`"']{1,20}/, "");
    return {
      start: from + lead + index + cell.length - words.length,
      words: words.replace(/[\s*_`"']{1,20}$/, ""),
    };
  });
}
