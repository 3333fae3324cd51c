/** How alike two texts are by their words. */

/** No space stands between the words of these scripts, so each of their characters counts as one. */
const WORD =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]|[[\p{L}\p{N}]--[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]]+/gv;

/**
 * Dice's coefficient of the sets of lower-case words: 1 for the same words, 0 for no common one.
 * @see https://en.wikipedia.org/wiki/Dice-S%C3%B8rensen_coefficient
 */
export function likenessOf(one: string, other: string): number {
  const [a, b] = [wordSetOf(one), wordSetOf(other)];
  const total = a.size + b.size;
  return total === 0 ? 0 : (2 * a.intersection(b).size) / total;
}

function wordSetOf(text: string): Set<string> {
  // An escaped character is no word.
  const words = text
    .replace(/&#?\w{1,9};/g, " ")
    .normalize("NFC")
    .toLowerCase();
  return new Set(words.match(WORD) ?? []);
}
