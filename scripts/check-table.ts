/** `npm run check:table`: prints the table of the check's rules from the golden set, and writes it to docs/check.md. */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createCommand, runCommand } from "../cli/command.ts";
import { tableOfRules } from "../test/check/golden.ts";

const PAGE = join(import.meta.dirname, "..", "docs", "check.md");

await runCommand(
  createCommand(
    "run check:table",
    "Prints the table of the check's rules from the golden set, and writes it to docs/check.md.",
  ).action(async () => {
    const table = await tableOfRules();
    const page = readFileSync(PAGE, "utf8");
    writeFileSync(
      PAGE,
      page.replace(
        /(<!-- rules: npm run check:table -->\n)[\s\S]*(\n<!-- \/rules -->)/,
        (_, before: string, after: string) => `${before}\n${table}\n${after}`,
      ),
    );
    console.log(table);
  }),
);
