/** `npm run check:table`: prints the table of the check's rules from the golden set, and writes it to docs/check.md. */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tableOfRules } from "../test/check/golden.ts";

const path = join(import.meta.dirname, "..", "docs", "check.md");
const table = await tableOfRules();
const page = readFileSync(path, "utf8");
writeFileSync(
  path,
  page.replace(
    /(<!-- rules: npm run check:table -->\n)[\s\S]*(\n<!-- \/rules -->)/,
    (_, before: string, after: string) => `${before}\n${table}\n${after}`,
  ),
);
console.log(table);
