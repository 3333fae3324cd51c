/** Which texts are like an incident: ranked by a search library, and silent where none is like it. */

/** An incident in words: of its title, its alerts and its notes. */
export type Wanted = { service: string | null; words: string };

/** A file of the directory, as it is. */
export type PastFile = { path: string; text: string };

/*
 * A file is shown where it stands out: it scores so many times what an ordinary file of the directory does, and at least
 * so much, which is about three rare words. `npm run seen-before` measures what comes of it.
 */
const TIMES_ORDINARY = 4;
const LEAST_SCORE = 16;
/** The best three may be relatives, so the one behind them is an ordinary file, or the upper quartile of many. */
const MOST_RELATIVES = 3;
/** It is also shown where it has so much of the incident's own score: what happens often has many relatives. */
const LEAST_SHARE = 0.35;
const SERVICE_WEIGHT = 0.25;
/** In characters: a text says first what it is about. */
const LONGEST_TEXT = 8_000;
/** Words with the same beginning count as one: expired, expires. */
const STEM = 6;
/** Texts of no words, so that a word which is in several of few texts is still a rare one. */
const BLANKS = 100;
const OWN = "";
/** Words that say nothing of what a text is about. */
const EMPTY = new Set(
  `a about above after again all also an and any are as at be because been before below but by can could do does down
  each every few for from had has have hour hours how if in into is it its just minute minutes more most new no not now of
  off on one only or other our out over per same second seconds since so some still than that the their them then there
  they this three through time times to two under until up was we were what when where which while who why will with
  without would yet you your`.split(/\s+/),
);
/** A Han character is a word of its own, since no space stands between words there. */
const WORD = /\p{Script=Han}|[[\p{L}\p{N}]--\p{Script=Han}]{2,}/gv;

/** The paths of the files that are like it, the most alike first. */
export async function rankAlike({ service, words }: Wanted, files: PastFile[]): Promise<string[]> {
  if (files.length === 0) return [];
  // Loaded only here: most runs have nothing to search.
  const { default: MiniSearch } = await import("minisearch");
  const index = new MiniSearch<{ path: string; text: string; service: string }>({
    idField: "path",
    fields: ["text", "service"],
    tokenize: (terms) => terms.split(" "),
    processTerm: (term) => term,
  });
  const [wordTerms, serviceTerms] = [termsOf(words), termsOf(service ?? "")];
  // Other words can match nothing, and the length of a text does not count, so they are left out of the index.
  const known = new Set(`${wordTerms} ${serviceTerms}`.split(" "));
  index.addAll(
    files.map(({ path, text }) => ({
      path,
      text: termsOf(text, known),
      service: termsOf(serviceIn(text), known),
    })),
  );
  // In a small directory of incidents that are all alike, the words that they share would count for nothing.
  index.addAll(Array.from({ length: BLANKS }, (_, number) => ({ path: `${number}`, text: "", service: "" })));
  // The incident itself is in the index, since its own score is a measure too.
  index.add({ path: OWN, text: wordTerms, service: serviceTerms });
  const found = index.search({
    combineWith: "OR",
    bm25: { k: 1.2, b: 0, d: 0.5 },
    queries: [
      { queries: [wordTerms], fields: ["text"] },
      { queries: [serviceTerms], fields: ["service"], boost: { service: SERVICE_WEIGHT } },
    ],
  });
  const scored = found
    .map(({ id, score, queryTerms }) => ({ id, score: score / queryTerms.length }))
    .sort((a, b) => b.score - a.score);
  // The first one is the incident.
  const ordinary = scored[1 + Math.max(MOST_RELATIVES, Math.floor(files.length / 4))]?.score ?? 0;
  const own = scored.find(({ id }) => id === OWN)?.score ?? 0;
  const least = Math.min(LEAST_SHARE * own, Math.max(LEAST_SCORE, TIMES_ORDINARY * ordinary));
  return scored.filter(({ id, score }) => id !== OWN && score >= least).map(({ id }) => id);
}

function serviceIn(text: string): string {
  return /^service: {0,9}(.{0,200})$/m.exec(text)?.[1] ?? "";
}

/** The beginnings of the words, each once; only those that are among `known`. */
function termsOf(text: string, known?: Set<string>): string {
  const terms = new Set<string>();
  const shown = text.slice(0, LONGEST_TEXT).normalize("NFC").toLowerCase();
  for (const word of shown.match(WORD) ?? []) {
    const term = word.slice(0, STEM);
    if (!EMPTY.has(word) && known?.has(term) !== false) terms.add(term);
  }
  return [...terms].join(" ");
}
