/** A pull request's postmortems in, findings out: each is compared with the record of its incident. */

import type { References } from "../github/references.ts";
import { parseIncidentReference } from "../incident/incident.ts";
import type { IncidentRecord } from "../incident/record.ts";
import type { Template } from "../postmortem/template.ts";
import type { Config } from "../settings/configuration.ts";
import { incidentOf } from "./front-matter.ts";
import type { Facts, Rule, Severity, Source } from "./rule.ts";
import { RULES } from "./rules.ts";
import { skeletonOf } from "./skeleton.ts";
import { readSource } from "./source.ts";
import { withinTime } from "./time-limit.ts";
import { LOG_MISSING } from "./timeline.ts";

/** Something to mend, or to think about, at one line of a postmortem. */
export type Finding = {
  /** The rule's id, or `unreadable`, which no configuration turns off. */
  rule: string;
  severity: Severity;
  file: string;
  line: number;
  /** Ours, or made plain. */
  words: string;
  fix: string;
};

export type Checked = {
  /** Paths of the postmortems that were looked at, and of those that the pull request removes. */
  files: string[];
  removed: string[];
  /** By file and line. */
  findings: Finding[];
  /** What could not be checked and why, one plain sentence each. */
  notRun: string[];
};

/** The record of an incident, searched for secrets and personal data; `problem` says why it cannot be had. */
export type ReadRecord = (
  incidentId: string,
  region: "us" | "eu" | null,
) => Promise<IncidentRecord | { problem: string }>;

/** Why something cannot be asked for at all. */
type Absent = { absent: string };

export type CheckOptions = {
  /** The postmortems by path; `text` is null for one that is not there as a plain file. */
  postmortems: { file: string; text: string | null }[];
  removed: string[];
  /** The names in the directory. */
  names: string[];
  severities: Config["check"];
  /** Those that a postmortem may have been made from; null is the built-in one. */
  templates: (Template | null)[];
  readRecord: ReadRecord | Absent;
  readReferences: ((sources: Source[]) => Promise<References>) | Absent;
  /** `owner/name` of the docs repository. */
  repository: string;
  /** Epoch milliseconds. */
  now: number;
  rules?: Rule[];
  /** Milliseconds that one rule may take for one postmortem. */
  longestMs?: number;
};

const MOST_POSTMORTEMS = 50;
const LONGEST_MS = 5_000;

/** Runs every rule that is on and can run; what cannot be had is a sentence in `notRun`, never a finding. */
export async function check(options: CheckOptions): Promise<Checked> {
  const { longestMs = LONGEST_MS } = options;
  const rules = (options.rules ?? RULES).flatMap((rule) => {
    const severity = options.severities[rule.id] ?? rule.severity;
    return severity === "off" ? [] : [{ ...rule, severity }];
  });
  const notRun = new Set<string>();
  const read = options.postmortems.slice(0, MOST_POSTMORTEMS).map(readOne);
  const over = options.postmortems.length - read.length;
  if (over > 0) notRun.add(`${over} of the postmortems are not checked: one run takes ${MOST_POSTMORTEMS}.`);
  const sources = read.flatMap(({ source }) => source ?? []);
  const references = await referencesFor(sources, rules, options, notRun);
  const records = new Map<string, ReturnType<ReadRecord>>();
  const findings = read.flatMap((one) => one.findings);
  for (const source of sources) {
    const record = await recordFor(source, rules, options, records, notRun);
    const { skeleton, problem } = skeletonOf(source, record, options.templates);
    if (problem !== null) notRun.add(`${source.file}: the template's sections are not checked: ${problem}.`);
    const { names, repository, now } = options;
    const facts = { record, references, skeleton, names, repository, now };
    for (const rule of rules) findings.push(...(await findingsOf(rule, source, facts, longestMs)));
  }
  return {
    files: read.map(({ file }) => file),
    removed: options.removed,
    findings: findings.sort((a, b) => order(a.file, b.file) || a.line - b.line),
    notRun: [...notRun],
  };
}

type Read = { file: string; source: Source | null; findings: Finding[] };

function readOne({ file, text }: CheckOptions["postmortems"][number]): Read {
  const source =
    text === null ? { problem: "it is not in the checkout as a plain file" } : readSource(file, text);
  if (!("problem" in source)) return { file, source, findings: [] };
  return { file, source: null, findings: [unreadable(file, source.problem)] };
}

function unreadable(file: string, why: string): Finding {
  return {
    rule: "unreadable",
    severity: "error",
    file,
    line: 1,
    words: `The postmortem is not checked: ${why}.`,
    fix: "Make it a Markdown file that people could read, too.",
  };
}

async function referencesFor(
  sources: Source[],
  rules: Rule[],
  { readReferences }: CheckOptions,
  notRun: Set<string>,
): Promise<References | null> {
  const ids = idsOf(rules, "references");
  if (ids.length === 0 || sources.length === 0) return null;
  if ("absent" in readReferences) {
    notRun.add(`${ids.join(", ")} did not run: ${readReferences.absent}.`);
    return null;
  }
  const references = await readReferences(sources);
  for (const sentence of references.notChecked) notRun.add(sentence);
  return references;
}

function idsOf(rules: Rule[], needs: Rule["needs"]): string[] {
  return rules.filter((rule) => rule.needs === needs).map(({ id }) => id);
}

async function recordFor(
  source: Source,
  rules: Rule[],
  { readRecord }: CheckOptions,
  records: Map<string, ReturnType<ReadRecord>>,
  notRun: Set<string>,
): Promise<IncidentRecord | null> {
  const ids = idsOf(rules, "record");
  if (ids.length === 0) return null;
  if ("absent" in readRecord) {
    notRun.add(`${ids.join(", ")} did not run: ${readRecord.absent}.`);
    return null;
  }
  const incidentId = incidentOf(source);
  if (incidentId === null) {
    notRun.add(`${source.file}: ${ids.join(", ")} did not run: it names no incident that can be read.`);
    return null;
  }
  const record = records.get(incidentId) ?? readRecord(incidentId, regionOf(source));
  records.set(incidentId, record);
  const known = await record;
  if ("problem" in known) {
    notRun.add(`${source.file}: ${ids.join(", ")} did not run: ${known.problem}.`);
    return null;
  }
  for (const part of known.missing.filter((line) => LOG_MISSING.test(line)))
    notRun.add(`${source.file}: the record is not whole, so no row counts as added. ${part}`);
  return known;
}

/** The region of the account, by the incident's address. */
function regionOf({ postmortem }: Source): "us" | "eu" | null {
  const reference = parseIncidentReference(postmortem?.frontMatter.url ?? "");
  return reference?.kind === "id" ? reference.region : null;
}

async function findingsOf(rule: Rule, source: Source, facts: Facts, longestMs: number): Promise<Finding[]> {
  const { id, severity, fix } = rule;
  const found = withinTime(longestMs, () => rule.find(source, facts));
  // A text that could stop a rule would otherwise switch it off.
  const problems = (await found?.value) ?? [
    { line: 1, words: `This rule was stopped after ${longestMs} ms: the text is made to be slow to read.` },
  ];
  return problems.map(({ line, words }) => ({ rule: id, severity, file: source.file, line, words, fix }));
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
