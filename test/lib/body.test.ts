import { expect, test } from "vitest";
import { readBytes } from "../../src/lib/body.ts";

function streamOf(...chunks: string[]): ReadableStream<Uint8Array> {
  return new Blob(chunks).stream();
}

test("a body is its bytes, whatever they are cut into, and none is no bytes", async () => {
  const long = "ab".repeat(5_000);
  expect(Buffer.from(await readBytes(streamOf("a", long, "b"), 20_000)).toString()).toBe(`a${long}b`);
  expect(await readBytes(null, 10)).toEqual(new Uint8Array());
});

test("one that is larger than the bound is given up, and one of exactly the bound is not", async () => {
  expect(await readBytes(streamOf("12345"), 5)).toHaveLength(5);
  expect(await readBytes(streamOf("123456"), 5)).toBe("too-large");
});

test("one that never ends is given up in time", async () => {
  const endless = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new Uint8Array(3)),
    cancel: () => Promise.reject(new Error("no")),
  });
  expect(await readBytes(endless, 10, 5)).toBe("late");
});
