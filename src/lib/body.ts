/** A body as it arrives, bounded in memory whatever it is cut into. */

const FIRST_BYTES = 4_096;

/**
 * All bytes of a body; null, and nothing more is read, where there are more than `most`. A signal ends the reading, with
 * what there is so far. Each chunk is copied and let go: as an object, a chunk of one byte costs a hundred more.
 */
export async function readBytes(
  body: ReadableStream<Uint8Array> | null,
  most: number,
  signal?: AbortSignal,
): Promise<Uint8Array | null> {
  if (body === null) return new Uint8Array();
  const reader = body.getReader();
  signal?.addEventListener("abort", () => void reader.cancel("late").catch(() => undefined));
  let held = new Uint8Array(Math.min(FIRST_BYTES, most));
  let length = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const { value } = read;
    if (length + value.length > most) {
      void reader.cancel("too large").catch(() => undefined);
      return null;
    }
    if (length + value.length > held.length) {
      const larger = new Uint8Array(Math.min(most, Math.max(held.length * 2, length + value.length)));
      larger.set(held.subarray(0, length));
      held = larger;
    }
    held.set(value, length);
    length += value.length;
  }
  return held.subarray(0, length);
}
