import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { itemsOf, repositoryPattern, timePattern } from "../../src/incident/patterns.ts";

test("a time is what zod takes for a moment with its offset, of 40 characters at most", () => {
  const pattern = z.core.regexes.datetime({ offset: true });
  const moment = fc.stringMatching(
    /^\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-6]\d:[0-6]\d(\.\d{1,25})?(Z|[+-][0-2]\d:[0-6]\d)$/,
  );
  fc.assert(
    fc.property(fc.oneof(moment, fc.string()), (text) => {
      expect(timePattern.test(text)).toBe(pattern.test(text) && text.length <= 40);
    }),
    {
      numRuns: 2_000,
      examples: [["2028-02-29T00:00:00Z"], ["2026-02-29T00:00:00Z"], ["2026-04-31T00:00:00Z"]],
    },
  );
});

test.for([
  [undefined, []],
  ["", []],
  [",, ,", []],
  ["a", ["a"]],
  [" a ,b,, c d ,", ["a", "b", "c d"]],
] as const)("a list of %j is read as %j", ([raw, value]) => {
  expect(itemsOf(raw)).toEqual(value);
});

test.for(["acme/docs", "a/b", "Acme-Inc/.github", "acme/docs.git_x-1", "acme_emu/docs"])(
  "%s names a repository",
  (name) => {
    expect(repositoryPattern.test(name)).toBe(true);
  },
);

test.for([
  "acme",
  "acme/",
  "/docs",
  "acme/docs/more",
  "acme/..",
  "acme/.",
  "-acme/docs",
  "acme/do cs",
  "acme/docs?x",
  "acme/%2e%2e",
  "https://github.com/acme/docs",
  "git@github.com:acme/docs",
  `acme/${"x".repeat(101)}`,
  "acme/docs\n",
])("%j names no repository", (name) => {
  expect(repositoryPattern.test(name)).toBe(false);
});
