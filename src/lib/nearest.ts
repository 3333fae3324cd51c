/** The known word that somebody probably meant. */

// Longer words than this are no slip of the keyboard, and comparing them would only cost time.
const LONGEST = 60;
// Fewer letters begin too many words.
const SHORTEST = 3;

/**
 * The known word that begins with what was written, or from which it differs in few letters (one in three; two that
 * are swapped count as one); null where there is none.
 */
export function nearestOf(written: string, known: readonly string[]): string | null {
  const word = written.toLowerCase();
  if (word.length > LONGEST) return null;
  const longer =
    word.length < SHORTEST ? undefined : known.find((name) => name.toLowerCase().startsWith(word));
  if (longer !== undefined) return longer;
  const [nearest] = known
    .map((name) => ({ name, distance: distanceOf(word, name.toLowerCase()) }))
    .filter(
      ({ name, distance }) => distance <= Math.max(1, Math.floor(Math.min(word.length, name.length) / 3)),
    )
    .sort((a, b) => a.distance - b.distance);
  return nearest?.name ?? null;
}

/** How many letters must be inserted, left out, replaced or swapped with their neighbour. */
function distanceOf(from: string, to: string): number {
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const now = [row];
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1];
      const isSwapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      now.push(
        Math.min(
          at(last, column) + 1,
          at(now, column - 1) + 1,
          at(last, column - 1) + (isSame ? 0 : 1),
          isSwapped && row > 1 ? at(before, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    before = last;
    last = now;
  }
  return at(last, to.length);
}

function at(distances: number[], column: number): number {
  return Number(distances[column]);
}
