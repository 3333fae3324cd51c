/** A pull request's postmortems in, findings out: each is compared with the record of its incident. */

import type { Citation } from "../github/citations.ts";
import type { References } from "../github/references.ts";
import type { IncidentRecord } from "../incident/record.ts";
import type { SimilarPostmortem } from "../postmortem/lines.ts";
import { type PostmortemSource, parsePostmortem } from "../postmortem/parse.ts";
import type { SectionNames } from "../postmortem/sections.ts";
import type { Template } from "../postmortem/template.ts";
import type { Config } from "../settings/configuration.ts";
import { lookupsOf } from "./citations.ts";
import { incidentOf, namedIncidentOf, regionOf } from "./identity.ts";
import { isLogMissing, RECORD_WITHHELD } from "./record.ts";
import type { Need, Rule, RuleContext, Severity } from "./rule.ts";
import { RULES } from "./rules.ts";
import { redactMessages } from "./safety.ts";
import { skeletonOf } from "./skeleton.ts";

/** Something to mend, or to think about, at one line of a postmortem. */
export type Finding = {
  /** The rule's id, or `unreadable`, which no configuration turns off. */
  rule: string;
  severity: Severity;
  file: string;
  line: number;
  /** Ours, or made plain. */
  message: string;
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
  /** Which rules had nothing to look at and why, one plain sentence each. */
  nothingToCheck: string[];
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
  /** The paths of all files of the directory. */
  names: string[];
  severities: Config["check"];
  /** Words that are no secret and no personal data. */
  allow?: readonly string[];
  /** What the templates call the known sections. */
  sections?: SectionNames;
  /** Those that a postmortem may have been made from; null is the built-in one. */
  templates: (Template | null)[];
  /** Who opened the pull request; null where nobody knows. */
  author?: RuleContext["author"];
  sessionUrl?: string | null;
  readRecord: ReadRecord | Absent;
  /** What it should say of similar postmortems; none where nobody knows the others. */
  expectedPast?: (source: PostmortemSource, record: IncidentRecord) => Promise<SimilarPostmortem[]>;
  readReferences: ((citations: Citation[]) => Promise<References>) | Absent;
  /** `owner/name` of the docs repository. */
  repository: string;
  /** Other repositories (`owner/name`) that a commit may be of. */
  repositories?: string[];
  /** The host of GitHub whose links count. */
  serverUrl: string;
  /** Epoch milliseconds. */
  now: number;
};

const MOST_POSTMORTEMS = 50;

type ActiveRule = Rule & { severity: Severity };

/** Runs every rule that is on and can run; what cannot be had is a sentence in `notRun`, never a finding. */
export function check(options: CheckOptions): Promise<Checked> {
  return checkWith(RULES, options);
}

/** The same with other rules, for tests of the engine. */
export async function checkWith(all: Rule[], options: CheckOptions): Promise<Checked> {
  const rules = all.flatMap((rule) => {
    const severity = options.severities[rule.meta.id] ?? rule.meta.severity;
    return severity === "off" ? [] : [{ ...rule, severity }];
  });
  const said = { notRun: new Set<string>(), nothing: new Set<string>() };
  const read = options.postmortems.slice(0, MOST_POSTMORTEMS).map((one) => readOne(one, options));
  const over = options.postmortems.length - read.length;
  if (over > 0)
    said.notRun.add(`${over} of the postmortems are not checked: one run takes ${MOST_POSTMORTEMS}.`);
  const sources = read.flatMap(({ source }) => source ?? []);
  const references = await referencesFor(sources, rules, options, said.notRun);
  const records = new Map<string, ReturnType<ReadRecord>>();
  const findings = read.flatMap((one) => one.findings);
  for (const source of sources)
    findings.push(...(await findingsIn(source, rules, references, records, options, said)));
  return {
    files: read.map(({ file }) => file),
    removed: options.removed,
    findings: (await redactMessages(findings, options.allow)).sort(
      (a, b) => order(a.file, b.file) || a.line - b.line,
    ),
    notRun: [...said.notRun],
    nothingToCheck: [...said.nothing],
  };
}

type Said = { notRun: Set<string>; nothing: Set<string> };
type Read = { file: string; source: PostmortemSource | null; findings: Finding[] };

function readOne({ file, text }: CheckOptions["postmortems"][number], { sections }: CheckOptions): Read {
  const source =
    text === null
      ? { problem: "it is not in the checkout as a plain file" }
      : parsePostmortem(file, text, sections);
  if (!("problem" in source)) return { file, source, findings: [] };
  const finding: Finding = {
    rule: "unreadable",
    severity: namedIncidentOf(file) === null ? "warning" : "error",
    file,
    line: 1,
    message: `The postmortem is not checked: ${source.problem}.`,
    fix: "Make it a Markdown file that people could read, too.",
  };
  return { file, source: null, findings: [finding] };
}

async function referencesFor(
  sources: PostmortemSource[],
  rules: ActiveRule[],
  { readReferences, repository, repositories = [], serverUrl }: CheckOptions,
  notRun: Set<string>,
): Promise<References | null> {
  const ids = idsOf(rules, "references");
  if (ids.length === 0 || sources.length === 0) return null;
  if ("absent" in readReferences) {
    notRun.add(`${ids.join(", ")} did not run: ${readReferences.absent}.`);
    return null;
  }
  const citations = sources.flatMap((source) => lookupsOf(source, { repository, serverUrl }, repositories));
  const references = await readReferences(citations);
  for (const sentence of references.notChecked) notRun.add(sentence);
  return references;
}

function idsOf(rules: ActiveRule[], need: Need): string[] {
  return rules.filter(({ meta }) => meta.needs?.includes(need)).map(({ meta }) => meta.id);
}

async function findingsIn(
  source: PostmortemSource,
  rules: ActiveRule[],
  references: References | null,
  records: Map<string, ReturnType<ReadRecord>>,
  options: CheckOptions,
  said: Said,
): Promise<Finding[]> {
  const { names, repository, now, author = null, sessionUrl = null, allow = [] } = options;
  const incidentId = incidentOf(source);
  if (incidentId === null) return findingsInOther(source, rules, options, said);
  const record = await recordFor(source, incidentId, rules, options, records, said.notRun);
  const { skeleton, problem } = skeletonOf(
    source,
    incidentId,
    record,
    options.templates,
    options.sections ?? {},
    record === null ? [] : await options.expectedPast?.(source, record),
  );
  if (problem !== null)
    said.notRun.add(`${source.file}: the template's sections are not checked: ${problem}.`);
  const context = { record, references, skeleton, author, sessionUrl, names, allow, repository, now };
  const idle = idsOf(rules, "author");
  if (author === null && idle.length > 0)
    said.notRun.add(`${idle.join(", ")} did not run: nobody knows whether a person or a bot is the author.`);
  return runAll(
    rules.filter(({ meta }) => (meta.needs ?? []).every((need) => hasNeed(context, need))),
    source,
    context,
    said.nothing,
  );
}

const LACKING = {
  record: "record",
  references: "references",
  template: "skeleton",
  author: "author",
} as const;

function hasNeed(context: RuleContext, need: Need): boolean {
  return context[LACKING[need]] !== null;
}

/** A file that names no incident is no postmortem: what is unsafe in it is all that counts, and only as a warning. */
async function findingsInOther(
  source: PostmortemSource,
  rules: ActiveRule[],
  { names, allow = [], repository, now }: CheckOptions,
  { nothing }: Said,
): Promise<Finding[]> {
  const unknown = { record: null, references: null, skeleton: null, author: null, sessionUrl: null };
  const context: RuleContext = { ...unknown, names, allow, repository, now };
  const some = rules.filter(({ meta }) => meta.group === "safety" && meta.needs === undefined);
  const findings = await runAll(
    some.map((rule) => ({ ...rule, severity: "warning" })),
    source,
    context,
    nothing,
  );
  nothing.add(`${source.file}: it names no incident, so only the rules of safety ran.`);
  return [
    {
      rule: "no-incident",
      severity: "warning",
      file: source.file,
      line: 1,
      message: "The file names no incident, so it is not checked as a postmortem.",
      fix: "Give a postmortem its front matter with `incident:`; move any other document to another folder.",
    },
    ...findings,
  ];
}

async function runAll(
  rules: ActiveRule[],
  source: PostmortemSource,
  context: RuleContext,
  nothing: Set<string>,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const idle: { id: string; why: string }[] = [];
  for (const { meta, severity, run } of rules) {
    const result = await run(source, context);
    if ("nothing" in result) idle.push({ id: meta.id, why: result.nothing });
    else
      for (const { line, message, fix = meta.fix, severity: lower = severity } of result)
        findings.push({ rule: meta.id, severity: lower, file: source.file, line, message, fix });
  }
  for (const [why, some] of Map.groupBy(idle, (one) => one.why))
    nothing.add(`${source.file}: ${some.map(({ id }) => id).join(", ")} had nothing to look at: ${why}.`);
  return findings;
}

async function recordFor(
  source: PostmortemSource,
  incidentId: string,
  rules: ActiveRule[],
  { readRecord }: CheckOptions,
  records: Map<string, ReturnType<ReadRecord>>,
  notRun: Set<string>,
): Promise<IncidentRecord | null> {
  const ids = idsOf(rules, "record").join(", ");
  if (ids === "") return null;
  if ("absent" in readRecord) {
    notRun.add(`${ids} did not run: ${readRecord.absent}.`);
    return null;
  }
  if (namedIncidentOf(source.file) !== source.values.incident) {
    notRun.add(`${source.file}: ${ids} did not run: ${RECORD_WITHHELD}.`);
    return null;
  }
  const record = records.get(incidentId) ?? readRecord(incidentId, regionOf(source));
  records.set(incidentId, record);
  const known = await record;
  if ("problem" in known) {
    notRun.add(`${source.file}: ${ids} did not run: ${known.problem}.`);
    return null;
  }
  for (const part of known.missing.filter(isLogMissing))
    notRun.add(`${source.file}: the record is not whole, so no row counts as added. ${part}`);
  return known;
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
