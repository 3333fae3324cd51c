import { expect, test } from "vitest";
import { citationsOf, lookupsOf } from "../../src/check/citations.ts";
import { sourceOf } from "./sources.ts";

const HOME = { repository: "acme/docs", serverUrl: "https://github.com", incident: 387 };
const SHA = "9fceb02d0ae598e95dc970b74767f19372d61af8";

function keysIn(body: string): string[] {
  return citationsOf(sourceOf(body), HOME).map(({ key }) => key);
}

test("reads what links, bare addresses and plain words cite, with the line of each", () => {
  const body = [
    "The leak came with [the deploy](https://github.com/acme/orders/pull/812),",
    `that is https://github.com/acme/orders/commit/${SHA}.`,
    "",
    "See acme/orders#812, acme/infra@9fceb02 and #12, or <https://github.com/acme/orders/issues/9>.",
    "",
    "- acme/orders:src/pool.ts, and [the setting][1]",
    "",
    "[1]: https://github.com/acme/infra/blob/main/pgbouncer.ini#L12",
  ].join("\n");
  expect(citationsOf(sourceOf(body), HOME).map(({ key, line }) => [key, line])).toEqual([
    ["acme/orders#812", 6],
    [`acme/orders@${SHA}`, 7],
    ["acme/orders#812", 9],
    ["acme/infra@9fceb02", 9],
    ["acme/docs#12", 9],
    ["acme/orders#9", 9],
    ["acme/orders:HEAD/src/pool.ts", 11],
    ["acme/infra:main/pgbouncer.ini", 11],
  ]);
});

test("reads code that names one thing and nothing else", () => {
  expect(keysIn("`acme/orders@9fceb02`, `acme/orders#812` and `acme/orders:src/pool.ts`")).toEqual([
    "acme/orders@9fceb02",
    "acme/orders#812",
    "acme/orders:HEAD/src/pool.ts",
  ]);
  expect(keysIn("`git show acme/orders@9fceb02`, `#12` and `acme/orders#812 again`")).toEqual([]);
  expect(keysIn("```\nacme/orders#812\n```")).toEqual([]);
});

test("takes neither the incident's own number nor those of other services for GitHub's", () => {
  expect(keysIn("Incident #387 was like incident #301, alert #4 and PagerDuty #5.")).toEqual([]);
  expect(keysIn("It is #387.")).toEqual([]);
  expect(keysIn("It is acme/orders#387.")).toEqual(["acme/orders#387"]);
});

test("takes no image, version, path or package for a file or a commit", () => {
  const body =
    "acme/orders:v2.41.0, acme/orders:2.41.rc, acme/orders:latest, a/b/c:d.ts, @acme/orders@1.2.3, " +
    "acme/orders@main, ./acme/orders#1, acme/..#4, x@acme/orders#3, #0, #12a, https://example.com/acme/orders#7";
  expect(keysIn(body)).toEqual([]);
});

test("leaves the full stop of a sentence out of a path", () => {
  expect(keysIn("It is in acme/orders:src/pool.ts.")).toEqual(["acme/orders:HEAD/src/pool.ts"]);
});

test("does not read the words of a link, which say what they like", () => {
  expect(
    keysIn("[acme/orders#1](https://github.com/acme/orders/pull/2) and [#3](https://example.com)"),
  ).toEqual(["acme/orders#2"]);
});

test("asks for a commit without its repository in each that the text and the configuration name, and the docs repository", () => {
  const source = sourceOf(
    "Since `9fceb02`, and [abcdef1](https://x.example); see Acme/Orders#812, `kill 10a2b3c4`.",
  );
  expect(lookupsOf(source, HOME, ["acme/infra"]).map(({ key }) => key)).toEqual([
    "acme/orders#812",
    "acme/docs@9fceb02",
    "acme/infra@9fceb02",
    "acme/orders@9fceb02",
  ]);
});
