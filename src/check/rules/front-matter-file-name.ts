/** The next resolve of the incident finds its postmortem by the name of the file. */

import { dateOf } from "../../lib/time.ts";
import type { PostmortemSource } from "../../postmortem/parse.ts";
import { namedIncidentOf, nameOf } from "../identity.ts";
import { lineOfKey } from "../keys.ts";
import type { CheckRule, RuleFinding } from "../rule.ts";

export const frontMatterFileName: CheckRule = {
  meta: {
    id: "front-matter-file-name",
    severity: "error",
    why: "The next resolve of the incident finds its postmortem by the name of the file.",
    fix: "Name the file `<date>-<incident id>-<title>.md`, by the day on which the incident began, in UTC.",
    wrong: "docs/postmortems/pool.md",
    right: "docs/postmortems/2026-02-10-Q1ORDERSPOOL01-pool.md",
  },
  run,
};

function run(source: PostmortemSource): RuleFinding[] {
  const incident = source.values.incident;
  if (incident === null) return [];
  const line = lineOfKey(source, "incident");
  if (namedIncidentOf(source.file) !== incident)
    return [{ line, message: `The file's name is not one of the incident ${incident}.` }];
  // A draft by hand of an incident whose beginning is not known yet is dated by its own day, and keeps that name.
  const created = source.values.created;
  const isEarly = created !== null && nameOf(source.file).slice(0, 10) < dateOf(created);
  return isEarly
    ? [{ line, message: `The file's name has a day before ${dateOf(created)}, when the incident began.` }]
    : [];
}
