/** Every regular expression of src/ and api/ takes time that grows with the length of a text, and no faster. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { analyse } from "scslre";
import { type ESTree, parseSync, Visitor } from "vite";
import { expect, test, vi } from "vitest";

/** Slow ones that no stranger's text reaches, by file and source, with the reason why none does. */
const TRUSTED: Record<string, string> = {};

const root = join(import.meta.dirname, "..");
const files = ["src", "api"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`),
);

/** A regular expression, and the `file:line` that it stands on. */
type Found = { file: string; place: string; pattern: RegExp };

/** The literals of a file, and where it builds others from text. */
function read(file: string): { literals: Found[]; constructions: string[] } {
  const text = readFileSync(join(root, file), "utf8");
  const literals: Found[] = [];
  const constructions: string[] = [];
  const placeOf = (start: number) => `${file}:${text.slice(0, start).split("\n").length}`;
  const isRegExp = (callee: ESTree.Expression) => callee.type === "Identifier" && callee.name === "RegExp";
  const visitor = new Visitor({
    Literal(node) {
      if (!("regex" in node)) return;
      const pattern = new RegExp(node.regex.pattern, node.regex.flags);
      literals.push({ file, place: placeOf(node.start), pattern });
    },
    NewExpression({ callee }) {
      if (isRegExp(callee)) constructions.push(placeOf(callee.start));
    },
    CallExpression({ callee }) {
      if (isRegExp(callee)) constructions.push(placeOf(callee.start));
    },
  });
  visitor.visit(parseSync(file, text).program);
  return { literals, constructions };
}

/** What the files build from text while they are loaded. */
async function load(): Promise<Found[]> {
  const built: Found[] = [];
  const Original = RegExp;
  const build = (source: string | RegExp, flags?: string) => {
    const pattern = new Original(source, flags);
    // The frame below this one and the trap is the one that builds it.
    const frame = String(new Error().stack).split("\n")[3] ?? "";
    const [, place = "", file = ""] = /((src\/[^\s:]+\.ts):\d+)/.exec(frame) ?? [];
    built.push({ file, place, pattern });
    return pattern;
  };
  // What another test file of this process loaded would not be built again.
  vi.resetModules();
  globalThis.RegExp = new Proxy(Original, {
    construct: (_, [source, flags]) => build(source, flags),
    apply: (_, __, [source, flags]) => build(source, flags),
  });
  try {
    for (const file of files)
      if (file.startsWith("src/") && file !== "src/main.ts")
        await import(pathToFileURL(join(root, file)).href);
  } finally {
    globalThis.RegExp = Original;
  }
  return built.filter(({ file }) => file !== "");
}

const texts = files.map(read);
const built = await load();

test("every regular expression is built while its file is loaded, where it can be looked at", () => {
  const seen = new Set(built.map(({ place }) => place));
  expect(texts.flatMap(({ constructions }) => constructions).filter((place) => !seen.has(place))).toEqual([]);
});

test("every one is linear, unless no stranger's text reaches it", () => {
  const all = [...texts.flatMap(({ literals }) => literals), ...built];
  const slow = all.filter(({ pattern }) => analyse(pattern).reports.length > 0);
  const known = ({ file, pattern }: Found) => `${file} ${pattern.source}`;
  const unknown = slow.filter((one) => TRUSTED[known(one)] === undefined);
  expect(all.length).toBeGreaterThan(100);
  expect(unknown.map(({ place, pattern }) => `${place} ${pattern}`)).toEqual([]);
  expect(Object.keys(TRUSTED).filter((key) => !all.some((one) => known(one) === key))).toEqual([]);
});

test("a slow one is noticed", () => {
  for (const slow of [/\s+$/, /^(a+)+$/, /(?:=\s*\.*)+\.*$/, /^[ \t]+(.*)$/])
    expect(analyse(slow).reports.length).toBeGreaterThan(0);
});
