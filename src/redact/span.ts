/** What was found in a text: where it begins and ends, in UTF-16 units, and what it is. */

export type Span = { start: number; end: number; kind: string };

/** The spans in order, those that overlap as one; the first in `kinds` names it. */
export function mergeSpans(spans: Span[], kinds: string[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last === undefined || span.start >= last.end) merged.push({ ...span });
    else {
      last.end = Math.max(last.end, span.end);
      last.kind = kinds.indexOf(span.kind) < kinds.indexOf(last.kind) ? span.kind : last.kind;
    }
  }
  return merged;
}
