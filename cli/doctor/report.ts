/** The doctor's findings, for people and for machines. */

import { styleText } from "node:util";
import { type Finding, type Level, verdictOf } from "./finding.ts";

const COLOURS = { pass: "green", warn: "yellow", fail: "red", skip: "gray" } as const;
const LEVELS: Level[] = ["pass", "warn", "fail", "skip"];

/** A table, a remedy under each row that needs one, and the count of each level. */
export function asTable(findings: Finding[], isColoured: boolean): string {
  const width = (cells: string[]) => Math.max(...cells.map(({ length }) => length));
  const parts = width(findings.map(({ part }) => part));
  const checks = width(findings.map(({ check }) => check));
  const rows = findings.flatMap(({ part, check, level, says, remedy }) => {
    const mark = isColoured ? styleText(COLOURS[level], level, { validateStream: false }) : level;
    const row = `${part.padEnd(parts)}  ${mark}  ${check.padEnd(checks)}  ${says}`;
    return remedy === null ? [row] : [row, `${" ".repeat(parts + 4)}→ ${remedy}`];
  });
  const counts = Object.entries(countsOf(findings)).map(([level, count]) => `${count} ${level}`);
  return [...rows, "", counts.join(", ")].join("\n");
}

/** The same as one JSON document. */
export function asJson(findings: Finding[]): string {
  const report = { status: verdictOf(findings), counts: countsOf(findings), findings };
  return JSON.stringify(report, null, 2);
}

function countsOf(findings: Finding[]): Record<string, number> {
  return Object.fromEntries(
    LEVELS.map((level) => [level, findings.filter((finding) => finding.level === level).length]),
  );
}
