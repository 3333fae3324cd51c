/** A body as it arrives, bounded in memory whatever it is cut into. */

// What is held beside the first chunk begins with this much.
const FIRST_BYTES = 4_096;

/**
 * All bytes of a body; a word, and nothing more is read, where there are more than `most` or they are not there after
 * `lateAfterMs` milliseconds. Throws what the stream throws. The first chunk, which is most often the only one, is taken
 * as it is; each later one is copied and let go: as an object, a chunk of one byte costs a hundred more.
 */
export async function readBytes(
  body: ReadableStream<Uint8Array> | null,
  most: number,
  lateAfterMs?: number,
): Promise<Uint8Array | "too-large" | "late"> {
  if (body === null) return new Uint8Array();
  const reader = body.getReader();
  const giveUp = (why: string) => void reader.cancel(why).catch(() => undefined);
  let isLate = false;
  const timer =
    lateAfterMs === undefined
      ? undefined
      : setTimeout(() => {
          isLate = true;
          giveUp("late");
        }, lateAfterMs);
  let held: Uint8Array = new Uint8Array();
  let length = 0;
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      const { value } = read;
      if (length + value.length > most) {
        giveUp("too large");
        return "too-large";
      }
      if (length === 0) held = value;
      else held = withMore(held, length, value, most);
      length += value.length;
    }
  } finally {
    clearTimeout(timer);
  }
  // One that was given up ends like a whole one.
  return isLate ? "late" : held.subarray(0, length);
}

/** The bytes that are held with a chunk after them, in an array that has room for more, but never for more than `most`. */
function withMore(held: Uint8Array, length: number, chunk: Uint8Array, most: number): Uint8Array {
  const needed = length + chunk.length;
  let room = held;
  if (needed > held.length) {
    room = new Uint8Array(Math.min(most, Math.max(FIRST_BYTES, held.length * 2, needed)));
    room.set(held.subarray(0, length));
  }
  room.set(chunk, length);
  return room;
}
