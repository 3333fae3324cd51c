/** Every page: its commands are in package.json, its links lead somewhere, and the README stays short. */

import { existsSync, readdirSync } from "node:fs";
import { join, posix } from "node:path";
import { expect, test } from "vitest";
import { read } from "./page.ts";

const root = join(import.meta.dirname, "..", "..");
const pages = [
  ...["README.md", "README.zh.md", "CONTRIBUTING.md", "SECURITY.md", "BENCHMARKS.md", "CHANGELOG.md"],
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => posix.join("docs", name.replaceAll("\\", "/"))),
];

test.for(pages)("%s shows only commands that package.json has", (page) => {
  const scripts = Object.keys(JSON.parse(read("package.json")).scripts);
  const named = [...read(page).matchAll(/npm run ([\w:-]+)/g)].map(([, name = ""]) => name);
  expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
});

test.for(pages)("%s links to files that exist", (page) => {
  const links = [...read(page).matchAll(/\]\(((?!https?:|#|mailto:)[^)\s#]+)[^)]*\)/g)].map(
    ([, path = ""]) => path,
  );
  const missing = links.filter((path) => !existsSync(join(root, posix.dirname(page), path)));
  expect(missing).toEqual([]);
});

test("the README can be read in one sitting", () => {
  expect(read("README.md").split("\n").length).toBeLessThanOrEqual(150);
});
