import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { showWaiting } from "../../cli/progress.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** A request that is answered once `answer` is called, on a screen that keeps what is written. */
function waiting({ isTTY }: { isTTY: boolean }) {
  const { promise, resolve, reject } = Promise.withResolvers<Response>();
  const written: string[] = [];
  const screen = { isTTY, write: (text: string) => written.push(text) };
  const fetch = showWaiting(() => promise, screen);
  const ended = fetch("https://api.example.com/v3/self?first=1", { method: "GET" }).catch(() => null);
  return {
    written,
    ended,
    answer: () => resolve(new Response()),
    fail: () => reject(new Error("reset")),
    fetch,
  };
}

const LINE = "GET api.example.com/v3/self";

describe("an answer within a second", () => {
  test.for([true, false])("leaves nothing on the screen, terminal: %j", async (isTTY) => {
    const { written, ended, answer } = waiting({ isTTY });
    await vi.advanceTimersByTimeAsync(999);
    answer();
    await ended;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(written).toEqual([]);
  });
});

describe("an answer that takes longer", () => {
  test("is waited for in lines where there is no terminal, without the query", async () => {
    const { written, ended, answer } = waiting({ isTTY: false });
    await vi.advanceTimersByTimeAsync(11_500);
    answer();
    await ended;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(written).toEqual([1, 6, 11].map((seconds) => `Waiting for ${LINE}, ${seconds} s\n`));
  });

  test("is waited for in one line on a terminal, which is gone before anything else is printed", async () => {
    const { written, ended, answer } = waiting({ isTTY: true });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(written.length).toBeGreaterThan(5);
    for (const text of written)
      expect(text).toMatch(new RegExp(`^\\r\\u001b\\[K. Waiting for ${LINE}$`, "u"));
    answer();
    await ended;
    expect(written.at(-1)).toBe("\r\u001b[K");
    expect(vi.getTimerCount()).toBe(0);
  });

  test("goes away from the terminal too when it never comes", async () => {
    const { written, ended, fail } = waiting({ isTTY: true });
    await vi.advanceTimersByTimeAsync(1_000);
    fail();
    await ended;
    expect(written.at(-1)).toBe("\r\u001b[K");
  });

  test("never takes more than one line of the terminal", async () => {
    const { written, fetch, answer } = waiting({ isTTY: true });
    const others = [1, 2, 3].map((number) => fetch(`https://api.example.com/${number}`, {}));
    await vi.advanceTimersByTimeAsync(1_200);
    for (const text of written) expect(text.length).toBeLessThan(85);
    expect(written.at(-1)).toMatch(/…$/);
    answer();
    await Promise.all(others);
  });
});
