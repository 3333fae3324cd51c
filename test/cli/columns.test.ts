/** The width of a terminal. */

import { expect, test } from "vitest";
import { wrap } from "../../cli/columns.ts";

test("a line breaks at spaces where there are any, else after a slash, and loses nothing", () => {
  expect(wrap("one two three", 8)).toEqual(["one two", "three"]);
  expect(wrap("one\ntwo three", 8)).toEqual(["one", "two", "three"]);
  expect(wrap("/v3/organizations/org-0123/sessions", 30)).toEqual([
    "/v3/organizations/org-0123/",
    "sessions",
  ]);
  const word = "x".repeat(50);
  expect(wrap(word, 20).join("")).toBe(word);
});
