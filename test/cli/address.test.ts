/** Which addresses secrets and signed webhooks may go to. */

import { describe, expect, test } from "vitest";
import { isSameEndpoint, readAddress } from "../../cli/address.ts";

const GOOD = "https://example.vercel.app/api/pagerduty";

test.each([GOOD, "http://127.0.0.1:3000/api/pagerduty", "http://localhost/x"])("%s is taken", (typed) => {
  expect(readAddress("--url", typed).href).toBe(typed);
});

test.each([
  ["", "it takes an address such as"],
  ["http://example.com/x", "http:// only for this machine"],
  ["ftp://example.com/x", "it takes https://"],
  ["https:\\\\example.com/x", "it leads to https://example.com"],
  ["http://2130706433/x", "it leads to http://127.0.0.1"],
  ["https://example.vercel.app@evil.test/x", "leave that out"],
  [`${GOOD}#top`, "leave out what follows the #"],
  [`${GOOD}/`, "leave out the / at its end"],
  ["https://example.com/", "the endpoint is at https://example.com/api/pagerduty"],
])("%j is refused with what is wrong with it", (typed, why) => {
  expect(() => readAddress("--url", typed)).toThrow(/^--url /);
  expect(() => readAddress("--url", typed)).toThrow(why);
});

describe("an endpoint", () => {
  test.each([
    [GOOD, true],
    ["https://example.vercel.app/pagerduty-resolved", true],
    ["https://example.vercel.app/api/pagerduty?x=1", false],
    ["https://other.vercel.app/api/pagerduty", false],
    ["nonsense", false],
  ])("is the same as %s: %s", (other, isSame) => {
    expect(isSameEndpoint(new URL(GOOD), other)).toBe(isSame);
  });
});
