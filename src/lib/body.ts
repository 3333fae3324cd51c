/** A body as it arrives, bounded in memory whatever it is cut into. */

const FIRST_BYTES = 4_096;

/**
 * All bytes of a body; a word, and nothing more is read, where there are more than `most` or they are not there after
 * `lateAfterMs` milliseconds. Throws what the stream throws. Each chunk is copied and let go: as an object, a chunk of
 * one byte costs a hundred more.
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
  let held = new Uint8Array(Math.min(FIRST_BYTES, most));
  let length = 0;
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      const { value } = read;
      if (length + value.length > most) {
        giveUp("too large");
        return "too-large";
      }
      if (length + value.length > held.length) {
        const larger = new Uint8Array(Math.min(most, Math.max(held.length * 2, length + value.length)));
        larger.set(held.subarray(0, length));
        held = larger;
      }
      held.set(value, length);
      length += value.length;
    }
  } finally {
    clearTimeout(timer);
  }
  // One that was given up ends like a whole one.
  return isLate ? "late" : held.subarray(0, length);
}
