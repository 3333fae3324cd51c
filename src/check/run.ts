/** A pull request's postmortems in, findings out: each is compared with the record of its incident. */

import type { Citation, Home } from "../github/citations.ts";
import type { References } from "../github/references.ts";
import type { IncidentRecord } from "../incident/record.ts";
import type { SimilarPostmortem } from "../postmortem/lines.ts";
import { type PostmortemSource, parsePostmortem } from "../postmortem/parse.ts";
import type { SectionNames } from "../postmortem/sections.ts";
import type { Config } from "../settings/configuration.ts";
import { lookupsOf } from "./citations.ts";
import { incidentOfFile, namedIncidentOf, regionOf } from "./identity.ts";
import { isLogMissing, RECORD_WITHHELD } from "./record.ts";
import type { CheckRule, Need, RuleContext, Severity } from "./rule.ts";
import { RULES } from "./rules.ts";
import { redactMessages } from "./safety.ts";
import type { Skeletons } from "./skeleton.ts";

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
  /** Of the templates that a postmortem may have been made from. */
  skeletons: Skeletons;
  /** Who opened the pull request; null where nobody knows. */
  author?: RuleContext["author"];
  /** The pull request's number. */
  pullRequest?: number;
  readRecord: ReadRecord | Absent;
  /** What it should say of similar postmortems; none where nobody knows the others. */
  expectedPast?: (source: PostmortemSource, record: IncidentRecord) => Promise<SimilarPostmortem[]>;
  /** The addresses of the incident's Devin sessions; not asked for where the record may not be shown. */
  readSessions?: (incidentId: string) => Promise<string[] | { problem: string }>;
  readReferences: ((citations: Citation[]) => Promise<References>) | Absent;
  /** `owner/name` of the docs repository. */
  repository: string;
  /** Other repositories (`owner/name`) that a commit may be of. */
  repositories?: string[];
  /** The host of GitHub whose links count. */
  serverUrl: string;
};

const MOST_POSTMORTEMS = 50;

type ActiveRule = CheckRule & { severity: Severity };

/** One run of the check: what it was asked, and what it could not do. */
type Run = {
  options: CheckOptions;
  rules: ActiveRule[];
  references: References | null;
  records: Map<string, ReturnType<ReadRecord>>;
  notRun: Set<string>;
  nothingToCheck: Set<string>;
};

/** Runs every rule that is on and can run; what cannot be had is a sentence in `notRun`, never a finding. */
export function check(options: CheckOptions): Promise<Checked> {
  return checkWith(RULES, options);
}

/** The same with other rules, for tests of the engine. */
export async function checkWith(all: CheckRule[], options: CheckOptions): Promise<Checked> {
  const rules = all.flatMap((rule) => {
    const severity = options.severities[rule.meta.id] ?? rule.meta.severity;
    return severity === "off" ? [] : [{ ...rule, severity }];
  });
  const [notRun, nothingToCheck] = [new Set<string>(), new Set<string>()];
  const run: Run = { options, rules, references: null, records: new Map(), notRun, nothingToCheck };
  const postmortems = options.postmortems.slice(0, MOST_POSTMORTEMS);
  const over = options.postmortems.length - postmortems.length;
  if (over > 0) notRun.add(`${over} of the postmortems are not checked: one run takes ${MOST_POSTMORTEMS}.`);
  const read = postmortems.map(({ file, text }) => readOne(file, text, options.sections));
  const sources = read.flatMap((one) => ("tree" in one ? [one] : []));
  run.references = await referencesFor(sources, run);
  const findings = read.flatMap((one) => ("tree" in one ? [] : [one]));
  for (const source of sources) findings.push(...(await findingsIn(source, run)));
  return {
    files: postmortems.map(({ file }) => file),
    removed: options.removed,
    findings: (await redactMessages(findings, options.allow)).sort(
      (a, b) => order(a.file, b.file) || a.line - b.line,
    ),
    notRun: [...notRun],
    nothingToCheck: [...nothingToCheck],
  };
}

function readOne(file: string, text: string | null, names?: SectionNames): PostmortemSource | Finding {
  const source =
    text === null
      ? { problem: "it is not in the checkout as a plain file" }
      : parsePostmortem(file, text, names);
  if (!("problem" in source)) return source;
  return {
    rule: "unreadable",
    severity: namedIncidentOf(file) === null ? "warning" : "error",
    file,
    line: 1,
    message: `The postmortem is not checked: ${source.problem}.`,
    fix: "Make it a Markdown file that people could read, too.",
  };
}

async function referencesFor(sources: PostmortemSource[], run: Run): Promise<References | null> {
  const { readReferences, repositories = [] } = run.options;
  if (sources.length === 0 || idsOf(run.rules, "references").length === 0) return null;
  if ("absent" in readReferences) return lacks(run, "references", readReferences.absent);
  const references = await readReferences(
    sources.flatMap((source) => lookupsOf(source, homeOf(source, run), repositories)),
  );
  for (const sentence of references.notChecked) run.notRun.add(sentence);
  return references;
}

function homeOf({ values }: PostmortemSource, { options }: Run): Home {
  const { repository, serverUrl } = options;
  return { repository, serverUrl, incident: values.number };
}

function idsOf(rules: ActiveRule[], need: Need): string[] {
  return rules.filter(({ meta }) => meta.needs?.includes(need)).map(({ meta }) => meta.id);
}

/** Says which rules did not run, and why. */
function lacks({ rules, notRun }: Run, need: Need, why: string, file?: string): null {
  const ids = idsOf(rules, need).join(", ");
  if (ids !== "") notRun.add(`${file === undefined ? "" : `${file}: `}${ids} did not run: ${why}.`);
  return null;
}

async function findingsIn(source: PostmortemSource, run: Run): Promise<Finding[]> {
  const { names, author = null, allow = [], pullRequest = null, ...options } = run.options;
  const home = homeOf(source, run);
  const unknown = { record: null, references: null, skeleton: null, author: null, sessions: [] };
  const incidentId = incidentOfFile(source);
  if (incidentId === null)
    return findingsInOther(source, run, { ...unknown, names, allow, home, pullRequest });
  const record = await recordFor(source, incidentId, run);
  const similar = record === null ? [] : await options.expectedPast?.(source, record);
  const { skeleton, problem } = options.skeletons(source, incidentId, record, similar);
  if (problem !== null)
    run.notRun.add(`${source.file}: the template's sections are not checked: ${problem}.`);
  if (author === null) lacks(run, "author", "nobody knows whether a person or a bot is the author");
  const sessions = record === null ? [] : await sessionsFor(source, incidentId, run);
  const { references } = run;
  const context = { record, references, skeleton, author, sessions, names, allow, home, pullRequest };
  const rules = run.rules.filter(({ meta }) => (meta.needs ?? []).every((need) => hasNeed(context, need)));
  return runAll(rules, source, context, run);
}

function hasNeed(context: RuleContext, need: Need): boolean {
  return context[need === "template" ? "skeleton" : need] !== null;
}

/** A file that names no incident is no postmortem: what is unsafe in it is all that counts, and only as a warning. */
async function findingsInOther(source: PostmortemSource, run: Run, context: RuleContext): Promise<Finding[]> {
  const rules = run.rules
    .filter(({ meta }) => meta.id.startsWith("safety-") && meta.needs === undefined)
    .map((rule) => ({ ...rule, severity: "warning" as const }));
  const findings = await runAll(rules, source, context, run);
  run.nothingToCheck.add(`${source.file}: it names no incident, so only the rules of safety ran.`);
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
  { nothingToCheck }: Run,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const idle = new Map<string, string[]>();
  for (const { meta, severity, run } of rules) {
    const result = await run(source, context);
    if ("nothing" in result) idle.set(result.nothing, [...(idle.get(result.nothing) ?? []), meta.id]);
    else
      findings.push(
        ...result.map((found) => ({ rule: meta.id, severity, file: source.file, fix: meta.fix, ...found })),
      );
  }
  for (const [why, ids] of idle)
    nothingToCheck.add(`${source.file}: ${ids.join(", ")} had nothing to look at: ${why}.`);
  return findings;
}

async function recordFor(
  source: PostmortemSource,
  incidentId: string,
  run: Run,
): Promise<IncidentRecord | null> {
  const { readRecord } = run.options;
  if (idsOf(run.rules, "record").length === 0) return null;
  if ("absent" in readRecord) return lacks(run, "record", readRecord.absent);
  const { file, values } = source;
  if (namedIncidentOf(file) !== values.incident) return lacks(run, "record", RECORD_WITHHELD, file);
  const asked = run.records.get(incidentId) ?? readRecord(incidentId, regionOf(source));
  run.records.set(incidentId, asked);
  const record = await asked;
  if ("problem" in record) return lacks(run, "record", record.problem, file);
  for (const part of record.missing.filter(isLogMissing))
    run.notRun.add(`${file}: the record is not whole, so no row counts as added. ${part}`);
  return record;
}

async function sessionsFor(
  { file }: PostmortemSource,
  incidentId: string,
  { options, notRun }: Run,
): Promise<string[]> {
  const read = (await options.readSessions?.(incidentId)) ?? [];
  if (!("problem" in read)) return read;
  notRun.add(`${file}: the session's own address is not known, so any of Devin's will do. ${read.problem}`);
  return [];
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
