import { expect, test } from "vitest";
import { bareCommitsIn, citationOf, commitOf, isSameThing, writtenIn } from "../../src/github/citations.ts";

const SERVER = "https://github.com";
const SHA = "9fceb02d0ae598e95dc970b74767f19372d61af8";

function keyOf(address: string): string | null {
  return citationOf(address, SERVER)?.key ?? null;
}

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
  const { revisions } = citationOf("https://github.com/acme/orders/tree/release/2026/src/a.ts", SERVER)!;
  expect(revisions).toEqual(["release:2026/src/a.ts", "release/2026:src/a.ts", "release/2026/src:a.ts"]);
  expect(citationOf("https://github.com/acme/orders/tree/a/b", SERVER)!.revisions).toEqual(["a:b", "a/b"]);
});

test("takes links to the host of an enterprise's own GitHub", () => {
  const server = "https://github.acme.example:8443";
  expect(citationOf(`${server}/acme/orders/pull/1`, server)?.key).toBe("acme/orders#1");
  expect(citationOf("https://github.com/acme/orders/pull/1", server)).toBe(null);
});

test("knows one thing by two names, and two things apart", () => {
  const citation = (text: string) =>
    writtenIn(text, { repository: "acme/orders", incident: null })[0]!.citation;
  const isSame = (one: string, other: string) => isSameThing(citation(one), citation(other));
  expect(isSame("acme/orders@9fceb02", "acme/orders@9fceb02d0a")).toBe(true);
  expect(isSame("acme/orders@9fceb02d0a", "acme/orders@9fceb03")).toBe(false);
  expect(isSame("#812", "Acme/orders#812")).toBe(true);
  expect(isSame("#81", "#812")).toBe(false);
  expect(isSame("acme/orders#812", "acme/infra#812")).toBe(false);
  expect(isSame("acme/orders:a/b", "acme/orders:a/c")).toBe(true);
  expect(isSame("acme/orders#812", "acme/infra@9fceb02")).toBe(true);
});

test("reads commits without a repository, and takes no word, number or part of another thing for one", () => {
  const shas = (text: string) => bareCommitsIn(text).map(({ sha }) => sha);
  expect(shas(`Deploy of 9fceb02, then ABC1234. (${SHA})`)).toEqual(["9fceb02", "abc1234", SHA]);
  expect(
    shas("20260210, deadbeef, facade7x, 1a2b3c, orders-7d9f8c6b5, 7d9f8c6b5-x2x, a@9fceb02, #9fceb02"),
  ).toEqual([]);
  expect(shas("trace 4bf92f3577b34da6a3ce929d0e0e4736")).toEqual([]);
  expect(commitOf("Acme/Orders", "9fceb02").key).toBe("acme/orders@9fceb02");
});

test("knows what may be something else than GitHub's", () => {
  const certain = (text: string) =>
    writtenIn(text, { repository: "acme/docs", incident: null }).map(({ citation }) => citation.isCertain);
  expect(certain("Deploy #386 of acme/orders:stable-1.2.x, acme/orders#812 and acme/orders@9fceb02")).toEqual(
    [false, true, true, false],
  );
  expect(citationOf("https://github.com/acme/orders/blob/main/a.ts", SERVER)?.isCertain).toBe(true);
});
