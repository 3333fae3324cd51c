/** docs/check.md, docs/check/ and the generated list of rules say what the rules say. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkDocs } from "../../scripts/check-docs.ts";
import { RULES } from "../../src/check/rules.ts";
import { RETIRED } from "../../src/settings/retired-rules.ts";
import { RULE_IDS } from "../../src/settings/rule-ids.ts";

const docs = join(import.meta.dirname, "..", "..", "docs");
const ids = RULES.map(({ meta }) => meta.id);

test("the table and the page of each rule are those that `npm run check:docs` writes", () => {
  const pages = checkDocs();
  const old = Object.keys(pages).filter((path) => readFileSync(join(docs, path), "utf8") !== pages[path]);
  expect(old).toEqual([]);
  expect(readdirSync(join(docs, "check")).sort()).toEqual(ids.map((id) => `${id}.md`).sort());
});

test("the configuration knows the rules that there are; `npm run rule-ids` writes them", () => {
  expect(RULE_IDS).toEqual(ids);
});

test("each rule has an id of its own, in a file of that name", () => {
  const files = readdirSync(join(docs, "..", "src", "check", "rules"));
  expect(files.sort()).toEqual(ids.map((id) => `${id}.ts`).sort());
});

test("a rule that is gone has successors that are there", () => {
  expect(ids.filter((id) => Object.hasOwn(RETIRED, id))).toEqual([]);
  expect(Object.values(RETIRED).filter((id) => id !== null && !ids.includes(id))).toEqual([]);
});
