/** What was found in a text: where it begins and ends, in UTF-16 units, and what it is. */

export type Finding = { start: number; end: number; kind: string };

/** The findings in order, those that overlap as one; the first in `kinds` names it. */
export function mergeFindings(findings: Finding[], kinds: string[]): Finding[] {
  const merged: Finding[] = [];
  for (const finding of findings.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last === undefined || finding.start >= last.end) merged.push({ ...finding });
    else {
      last.end = Math.max(last.end, finding.end);
      last.kind = kinds.indexOf(finding.kind) < kinds.indexOf(last.kind) ? finding.kind : last.kind;
    }
  }
  return merged;
}
