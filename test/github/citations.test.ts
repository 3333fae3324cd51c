import { expect, test } from "vitest";
import { citationOf, citationsOf, isSameThing, writtenIn } from "../../src/github/citations.ts";
import { sourceOf } from "../check/sources.ts";

const HOME = { repository: "acme/docs", serverUrl: "https://github.com" };
const SHA = "9fceb02d0ae598e95dc970b74767f19372d61af8";

function keysIn(body: string): string[] {
  return citationsOf(sourceOf(body), HOME).map(({ key }) => key);
}

function keyOf(address: string): string | null {
  return citationOf(address, "https://github.com")?.key ?? null;
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

test.for([
  ["https://github.com/acme/orders/pull/812/files", "acme/orders#812"],
  ["https://github.com/Acme/Orders.git/issues/9?x=1#issuecomment-2", "acme/orders#9"],
  [`https://github.com/acme/orders/pull/812/commits/${SHA}`, `acme/orders@${SHA}`],
  ["https://github.com/acme/orders/commit/9FCEB02.patch", "acme/orders@9fceb02"],
  ["https://github.com/acme/orders/commit/main", "acme/orders@main"],
  ["https://github.com/acme/orders/blame/main/a%20b.ts", "acme/orders:main/a b.ts"],
  ["https://github.com/acme/orders/tree/v2.41.0", "acme/orders:v2.41.0"],
] as const)("takes %s for %s", ([address, key]) => {
  expect(keyOf(address)).toBe(key);
});

test.for([
  "https://github.com.evil.example/acme/orders/pull/1",
  "https://evil.example/acme/orders/pull/1",
  "ftp://github.com/acme/orders/pull/1",
  "not an address",
  "/acme/orders/pull/1",
  "https://github.com/acme",
  "https://github.com/acme/orders",
  "https://github.com/acme/orders/actions/runs/7812003411",
  "https://github.com/acme/orders/pull/new",
  "https://github.com/acme/orders/pull/0",
  "https://github.com/acme/orders/pull/99999999999",
  "https://github.com/acme/orders/commit",
  "https://github.com/acme/orders/commit/a..b",
  "https://github.com/acme/orders/commit/a%7Bb",
  "https://github.com/acme/orders/blob",
  "https://github.com/acme/orders/blob/main",
  "https://github.com/acme/orders/tree/-x",
  "https://github.com/acme/orders/blob/-x",
  "https://github.com/acme/orders/blob/a..b/c",
  "https://github.com/acme/orders/blob/main/a%0Ab",
  "https://github.com/acme/orders/blob/main/%E0%A4%A",
  "https://github.com/a%22b/orders/pull/1",
  "https://github.com/acme/%2e%2e%2e%2f/pull/1",
])("takes %s for nothing", (address) => {
  expect(keyOf(address)).toBe(null);
});

test("takes a path that is too long for nothing", () => {
  expect(keyOf(`https://github.com/acme/orders/blob/main/${"a".repeat(500)}`)).toBe(null);
});

test("asks for each reading of an address whose branch may have slashes", () => {
  const { revisions } = citationOf(
    "https://github.com/acme/orders/tree/release/2026/src/a.ts",
    HOME.serverUrl,
  )!;
  expect(revisions).toEqual(["release:2026/src/a.ts", "release/2026:src/a.ts", "release/2026/src:a.ts"]);
  expect(citationOf("https://github.com/acme/orders/tree/a/b", HOME.serverUrl)!.revisions).toEqual([
    "a:b",
    "a/b",
  ]);
});

test("takes links to the host of an enterprise's own GitHub", () => {
  const server = "https://github.acme.example:8443";
  expect(citationOf(`${server}/acme/orders/pull/1`, server)?.key).toBe("acme/orders#1");
  expect(citationOf("https://github.com/acme/orders/pull/1", server)).toBe(null);
});

test("knows one thing by two names, and two things apart", () => {
  const citation = (text: string) => writtenIn(text, "acme/orders", null)[0]!.citation;
  const isSame = (one: string, other: string) => isSameThing(citation(one), citation(other));
  expect(isSame("acme/orders@9fceb02", "acme/orders@9fceb02d0a")).toBe(true);
  expect(isSame("acme/orders@9fceb02d0a", "acme/orders@9fceb03")).toBe(false);
  expect(isSame("#812", "Acme/orders#812")).toBe(true);
  expect(isSame("#81", "#812")).toBe(false);
  expect(isSame("acme/orders#812", "acme/infra#812")).toBe(false);
  expect(isSame("acme/orders:a/b", "acme/orders:a/c")).toBe(true);
  expect(isSame("acme/orders#812", "acme/infra@9fceb02")).toBe(true);
});

test("reads citations also below front matter that cannot be read", () => {
  const source = sourceOf("See #387.", ["priority: [P1"]);
  expect(source.postmortem).toBe(null);
  expect(citationsOf(source, HOME).map(({ key }) => key)).toEqual(["acme/docs#387"]);
});
