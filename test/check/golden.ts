/** The golden set: postmortems that are as they should be, and ones with a single seeded defect each. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { RULES } from "../../src/check/rules.ts";
import { type Checked, check } from "../../src/check/run.ts";
import type { References } from "../../src/github/references.ts";
import { type IncidentRecord, recordSchema } from "../../src/incident/record.ts";

const folder = join(import.meta.dirname, "golden");
const read = (...path: string[]): string => readFileSync(join(folder, ...path), "utf8");

const records: IncidentRecord[] = readdirSync(folder)
  .filter((name) => /^record.*\.json$/.test(name))
  .map((name) => recordSchema.parse(JSON.parse(read(name))));
const references: References = JSON.parse(read("references.json"));
const light = readFileSync(join(import.meta.dirname, "..", "..", "docs", "templates", "light.md"), "utf8");

const MISNAMED = "front-matter-file-name";

export type Golden = { name: string; text: string };

/** Every file under `good/`. */
export const GOOD: Golden[] = filesIn("good");

/** Every file under `defects/`, each named by the rule that must find it, and more after two dashes. */
export const DEFECTS: (Golden & { rule: string })[] = filesIn("defects").map((golden) => ({
  ...golden,
  rule: golden.name.replace(/(--.*)?\.md$/, ""),
}));

function filesIn(kind: string): Golden[] {
  return readdirSync(join(folder, kind))
    .sort()
    .map((name) => ({ name, text: read(kind, name) }));
}

/** What the check finds in one file of the set. */
export async function checkGolden({ name, text }: Golden): Promise<Checked> {
  // A defect's name says which rule is meant; it stands for the good file of the same incident.
  const [, incident = "Q1ORDERSPOOL01"] = /^incident: (\w+)$/m.exec(text) ?? [];
  const own = GOOD.find((good) => good.name.includes(incident))?.name;
  const file = own === undefined || name.startsWith(MISNAMED) ? name : own;
  const other = name.startsWith("front-matter-one-file") ? ["2026-02-10-Q1ORDERSPOOL01-pool.md"] : [];
  return check({
    postmortems: [{ file: `docs/postmortems/${file}`, text }],
    removed: [],
    names: [file, ...other],
    severities: {},
    templates: [null, { file: "light.md", text: light }],
    readRecord: (id) =>
      Promise.resolve(records.find(({ incident }) => incident.id === id) ?? { problem: "there is none" }),
    readReferences: () => Promise.resolve(references),
    repository: "acme/docs",
    now: Date.parse("2026-03-10T09:00:00Z"),
  });
}

/** The rules as a Markdown table, with how many of the seeded defects each caught, and how many findings were false. */
export async function tableOfRules(): Promise<string> {
  const caught = new Map<string, { of: number; found: number }>();
  const falseAlarms = new Map<string, number>();
  for (const defect of DEFECTS) {
    const rules = new Set((await checkGolden(defect)).findings.map(({ rule }) => rule));
    const { of, found } = caught.get(defect.rule) ?? { of: 0, found: 0 };
    caught.set(defect.rule, { of: of + 1, found: found + Number(rules.has(defect.rule)) });
    for (const rule of rules)
      if (rule !== defect.rule) falseAlarms.set(rule, (falseAlarms.get(rule) ?? 0) + 1);
  }
  for (const good of GOOD)
    for (const { rule } of (await checkGolden(good)).findings)
      falseAlarms.set(rule, (falseAlarms.get(rule) ?? 0) + 1);
  const rows = RULES.map(({ id, severity, reason, fix, needs }) => {
    const { of, found } = caught.get(id) ?? { of: 0, found: 0 };
    const cells = [
      `\`${id}\``,
      severity,
      reason,
      fix,
      needs ?? "",
      `${found} of ${of}`,
      falseAlarms.get(id) ?? 0,
    ];
    return `| ${cells.map((cell) => String(cell).replaceAll("|", "\\|")).join(" | ")} |`;
  });
  return [
    "| Rule | Severity | Why | What to do | Needs | Caught | False alarms |",
    "| --- | --- | --- | --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
}
