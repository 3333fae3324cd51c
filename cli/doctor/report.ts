/** The doctor's findings, for people and for machines. */

import { styled, WIDTH, wrap } from "../columns.ts";
import { type Finding, type Level, verdictOf } from "./finding.ts";

const COLOURS = { pass: "green", warn: "yellow", fail: "red", skip: "gray" } as const;
const LEVELS: Level[] = ["pass", "warn", "fail", "skip"];

/** A table, a remedy under each row that needs one, and the count of each level. */
export function asTable(findings: Finding[]): string {
  const width = (cells: string[]) => Math.max(...cells.map(({ length }) => length));
  const parts = width(findings.map(({ part }) => part));
  const checks = width(findings.map(({ check }) => check));
  const indent = parts + checks + 10;
  const rows = findings.flatMap(({ part, check, level, says, remedy }) => {
    const [first = "", ...others] = wrap(says, WIDTH - indent);
    const row = `${part.padEnd(parts)}  ${styled(COLOURS[level], level)}  ${check.padEnd(checks)}  ${first}`;
    return [
      row,
      ...others.map((line) => `${" ".repeat(indent)}${line}`),
      // It may hold a command, which is to be copied whole.
      ...(remedy === null ? [] : [`${" ".repeat(parts + 4)}→ ${remedy}`]),
    ];
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
