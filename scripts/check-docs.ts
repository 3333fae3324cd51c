/** `npm run check:docs`: writes the table of docs/check.md and a page for each rule, from the rules themselves. */

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createCommand, runEntry } from "../cli/command.ts";
import type { RuleMeta } from "../src/check/rule.ts";
import { RULES } from "../src/check/rules.ts";
import { RETIRED } from "../src/settings/retired-rules.ts";
import { ACCEPTABLE, DEFECTS } from "../test/check/golden.ts";

const docs = join(import.meta.dirname, "..", "docs");

const NEEDS = {
  record: "PagerDuty's record of the incident",
  references: "GitHub",
  template: "a template that can be rendered",
  author: "to know whether a bot is the author",
};

/** The files below docs/ as they should be, by path. */
export function checkDocs(): Record<string, string> {
  const page = readFileSync(join(docs, "check.md"), "utf8");
  const table = tableOfRules();
  const pages = RULES.map(({ meta }) => [`check/${meta.id}.md`, pageOf(meta)]);
  return {
    "check.md": page.replace(
      /(<!-- rules: npm run check:docs -->\n)[\s\S]*?(\n<!-- \/rules -->)/,
      (_, begin, end) => `${begin}\n${table}${end}`,
    ),
    ...Object.fromEntries(pages),
  };
}

/** A test of the golden set sees to it that each defect is found, and nothing else. */
function tableOfRules(): string {
  const [defects, acceptable] = [DEFECTS, ACCEPTABLE].map((cases) => Map.groupBy(cases, ({ rule }) => rule));
  const rows = RULES.map(({ meta: { id, severity, why } }) => {
    const counts = [defects, acceptable].map((cases) => cases?.get(id)?.length ?? 0);
    return `| [\`${id}\`](check/${id}.md) | ${severity} | ${why} | ${counts.join(" | ")} |`;
  });
  return [
    "| Rule | Severity | Why | Defects | Acceptable |",
    "| --- | --- | --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}

function pageOf({ id, severity, why, fix, needs = [], wrong, right }: RuleMeta): string {
  const before = Object.entries(RETIRED).flatMap(([old, now]) => (now === id ? [`\`${old}\``] : []));
  return `${[
    `# ${id}`,
    why,
    `**What to do.** ${fix}`,
    `Wrong:`,
    fenced(wrong),
    `Right:`,
    fenced(right),
    [
      `By itself: ${severity}.`,
      ...(needs.length === 0 ? [] : [`It needs ${needs.map((need) => NEEDS[need]).join(", and ")}.`]),
      ...(before.length === 0 ? [] : [`It took the place of ${before.join(", ")}.`]),
    ].join(" "),
    `[All rules](../check.md#the-rules)`,
  ].join("\n\n")}\n`;
}

function fenced(text: string): string {
  return `\`\`\`markdown\n${text}\n\`\`\``;
}

function writeDocs(): void {
  rmSync(join(docs, "check"), { recursive: true, force: true });
  mkdirSync(join(docs, "check"));
  for (const [path, text] of Object.entries(checkDocs())) writeFileSync(join(docs, path), text);
  console.log(`Wrote docs/check.md, and ${readdirSync(join(docs, "check")).length} pages beside it.`);
}

await runEntry(import.meta.filename, () =>
  createCommand(
    "run check:docs",
    "Writes the table of docs/check.md and a page for each rule, from the rules and the golden set.",
  ).action(writeDocs),
);
