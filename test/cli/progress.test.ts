/** What a command shows while it waits. */

import { PassThrough } from "node:stream";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { showWaiting } from "../../cli/progress.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** A request that is answered once `answer` is called, on a stream that keeps what is written. */
function waiting() {
  const { promise, resolve, reject } = Promise.withResolvers<Response>();
  const stream = new PassThrough();
  const fetch = showWaiting(() => promise, stream);
  const ended = fetch("https://api.example.com/v3/self?first=1", { method: "GET" }).catch(() => null);
  const written = () => String(stream.read() ?? "");
  return { written, ended, answer: () => resolve(new Response()), fail: () => reject(new Error("reset")) };
}

test("an answer within a second leaves nothing on the screen", async () => {
  const { written, ended, answer } = waiting();
  await vi.advanceTimersByTimeAsync(999);
  answer();
  await ended;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(written()).toBe("");
});

test.each(["answer", "fail"] as const)(
  "a slow one is named without its query, until it can %s",
  async (end) => {
    const { written, ended, ...request } = waiting();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(written()).toMatch(/Waiting for GET api\.example\.com\/v3\/self\n$/);
    request[end]();
    await ended;
    expect(vi.getTimerCount()).toBe(0);
  },
);
