/** The soak in short: a GitHub that limits, fails, hangs or loses its answer costs no event. */

import { expect, test } from "vitest";
import { storm } from "./load.ts";

test("of some hundred webhooks none is lost, whatever GitHub does", async () => {
  const parts: number[] = [];
  const { sent, refused, redelivered, dispatched, repeated, lost, memory } = await storm({
    count: 300,
    parts: 2,
    onPart: (part) => parts.push(part),
  });
  expect(sent).toBe(300);
  // Each share of 2 % is 3 of the 150 webhooks of a part.
  expect(refused).toEqual({ limited: 6, "too many": 6, broken: 6, lost: 6, hang: 16 });
  expect(redelivered).toBe(40);
  expect(dispatched).toBe(300);
  // GitHub took those whose answer was lost, and PagerDuty, told 503, sent them again.
  expect(repeated).toBe(6);
  expect(lost).toEqual([]);
  expect(parts).toEqual([1, 2]);
  for (const { rss, heapUsed } of memory) expect(rss).toBeGreaterThan(heapUsed);
});
