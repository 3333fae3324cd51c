/** Liquid templates of the document and of the instructions: what they may use, and their bounds. */

import { Liquid } from "liquidjs";
import { SettingsError } from "../lib/errors.ts";

/** A template's source, and the name of its file for messages. */
export type Template = { file: string; text: string };

/** What a document's template may use. In it, everything that a stranger wrote is Markdown-escaped already. */
export const DOCUMENT_VARIABLES = {
  incident: "PagerDuty's id of the incident, such as `Q1ORDERSPOOL01`",
  number: "its number in the account",
  url: "its address in PagerDuty",
  link: "a link to it in PagerDuty, such as `[Incident #387](https://…)`",
  title: "its title, or `Incident` and its id where it has none",
  service: "the name of its service",
  priority: "its priority, such as `P1`",
  urgency: "its urgency, `high` or `low`",
  type: "its incident type, such as `incident_default`",
  escalation_policy: "the name of its escalation policy",
  teams: "list: the names of its teams",
  date: "the day on which it began, such as `2026-02-10`; all times are UTC",
  created: "when it began, such as `2026-02-10 14:32 UTC`",
  acknowledged: "when it was first acknowledged",
  resolved: "when it was resolved",
  duration: "how long it lasted, such as `2 hours 5 minutes`",
  duration_minutes: "the same as a number of whole minutes",
  time_to_acknowledge: "how long it took until it was acknowledged, such as `6 minutes`, or `never`",
  resolved_by: "what resolved it: `user`, `integration` or `automation`",
  reopenings: "how many times it was reopened, as a number",
  escalations: "how many times it was escalated, as a number",
  responders: "how many people responded, as a number",
  summary: "the sentences that say when it was opened, acknowledged and resolved, and after how long",
  impact: "list: its custom fields, and up to five alerts beyond the one that opened it",
  timeline: "list: the rows of the record, such as `14:32 UTC — PagerDuty incident triggered by Datadog`",
  evidence: "list: links to the record, and to what its alerts and changes name",
  seen_before: "list: similar postmortems that were merged before, each with a link",
  alerts: "list: its alerts, each with its time and severity",
  changes: "list: the changes that PagerDuty relates to it, each with its time and source",
  past_incidents: "list: similar incidents before it",
  custom_fields: "list: its custom fields, such as `Region: eu-west-1`",
  missing: "list: what could not be read from PagerDuty, and why",
};

/** What the template of the instructions may use: nothing that a stranger wrote. */
export const INSTRUCTION_VARIABLES = {
  incident: "PagerDuty's id of the incident, such as `Q1ORDERSPOOL01`",
  number: "its number in the account",
  urgency: "its urgency: `high`, `low` or `unknown`",
  created: "when it began, such as `2026-02-10T14:32:00.000Z`, or `unknown`",
  resolved: "when it was resolved, or `unknown`",
  duration: "how long it lasted, such as `2 hours 5 minutes`, or `unknown`",
  path: "the postmortem's file in the docs repository",
  branch: "the branch of its pull request",
  repository: "the docs repository, as `owner/name`",
};

type Value = string | number | null | string[];
type Values = Record<string, Value>;
export type DocumentValues = Record<keyof typeof DOCUMENT_VARIABLES, Value>;
export type InstructionValues = Record<keyof typeof INSTRUCTION_VARIABLES, Value>;

/** The document of an incident for which the configuration names no template. */
export const BUILT_IN_TEMPLATE = `# Postmortem: {{ title }}{% if service %} — {{ service }}{% endif %}

**Date:** {{ date | default: "unknown" }} | **Duration:** {{ duration | default: "unknown" }} | **Severity:** {{ priority | default: "not set" }} | **Acknowledged after:** {{ time_to_acknowledge | default: "unknown" }}{% if link %} | {{ link }}{% endif %}

## Summary

{{ summary }}

## Impact

{{ impact }}

## Timeline

{{ timeline }}

## Root Cause

## Contributing Factors

## Ruled Out

## Action Items

- [ ]${" "}

## Questions for the Review

- What made the problem possible long before it began, and where else does the same hold?
- What did people see when they decided, and what would have let them see sooner what was happening?
- What went well or was luck, and what would have happened without it?
- Which of our assumptions about the system turned out to be wrong?

{% if seen_before.size > 0 %}
## Seen Before

{{ seen_before }}

{% endif %}
## Evidence

{{ evidence }}

## Not Checked

{{ missing }}
`;

// Nothing that reads a file, that keeps words under another name, or that takes escaped words apart.
const TAGS = ["if", "unless", "case", "for", "break", "continue", "comment", "#"];
const FILTERS = ["default", "join", "size"];
const LOOP_FIELDS = ["first", "last", "index", "index0", "rindex", "rindex0", "length"];

const BOUNDS = { parseLimit: 65_536, renderLimit: 2_000, memoryLimit: 10_000_000 };
const LONGEST = 4_000_000;

/** The body of the document; throws SettingsError with each problem as `file:line what`. */
export function renderDocument(template: Template, values: DocumentValues): string {
  return render(template, values);
}

/** The team's instructions for the prompt; throws SettingsError with each problem as `file:line what`. */
export function renderInstructions(template: Template, values: InstructionValues): string {
  return render(template, values);
}

function render({ file, text }: Template, values: Values): string {
  const source = text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
  if (/^---\n/.test(source))
    throw new SettingsError([`${file}:1 begins with front matter, which is written for you: leave it out`]);
  const engine = createEngine();
  try {
    const parsed = engine.parse(withoutTagLines(`${source}\n`));
    const refused = refusedUses(engine.analyzeSync(parsed), values);
    if (refused.length > 0) throw new SettingsError(refused.map((problem) => `${file}:${problem}`));
    const rendered: string = engine.renderSync(parsed, values);
    if (rendered.length > LONGEST) throw new Error("output limit exceeded");
    return `${rendered.replace(/\n{3,}/g, "\n\n").replace(/^\n+|(?<!\n)\n+$/g, "")}\n`;
  } catch (error) {
    throw error instanceof SettingsError ? error : new SettingsError([problemOf(file, error)]);
  }
}

const TAG_LINE = /^[ \t]*((?:\{%(?!-)(?:(?!%\}).)*(?<!-)%\}[ \t]*)+)\n/gm;

// A line of tags alone leaves no line behind. Its end moves into the last tag, so that lines keep their numbers.
function withoutTagLines(source: string): string {
  return source.replace(TAG_LINE, (_, tags: string) => {
    const joined = tags.trimEnd().replace(/%\}[ \t]+\{%/g, "%}{%");
    return `${joined.slice(0, -2)}\n%}`;
  });
}

function createEngine(): Liquid {
  const engine = new Liquid({
    ...BOUNDS,
    strictFilters: true,
    strictVariables: true,
    ownPropertyOnly: true,
    templates: {},
    outputEscape: write,
  });
  for (const name of Object.keys(engine.tags)) if (!TAGS.includes(name)) delete engine.tags[name];
  for (const name of Object.keys(engine.filters)) if (!FILTERS.includes(name)) delete engine.filters[name];
  return engine;
}

/** A list by itself becomes the items of a Markdown list; what is not known, or is no value at all, nothing. */
function write(value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => `- ${item}`).join("\n");
  return typeof value === "object" ? "" : String(value);
}

type Use = { segments: unknown[]; location: { row: number }; toString(): string };
type Uses = Record<string, Use[]>;

/** Each use that is not allowed, wherever it stands: no template works for one incident and fails for the next. */
function refusedUses({ variables, globals }: { variables: Uses; globals: Uses }, values: Values): string[] {
  const free = new Set(Object.values(globals).flat());
  const isKnown = (use: Use) => {
    const [name = "", field, ...more] = use.segments.map(String);
    if (more.length > 0) return false;
    if (name === "forloop") return LOOP_FIELDS.includes(field ?? "");
    if (field !== undefined) return field === "size" && Array.isArray(values[name]);
    return Object.hasOwn(values, name) || !free.has(use);
  };
  const refused = Object.values(variables)
    .flat()
    .filter((use) => !isKnown(use))
    .sort((a, b) => a.location.row - b.location.row);
  const allowed = `allowed are ${Object.keys(values).join(", ")}, and .size of a list`;
  return refused.map((use) => `${use.location.row} ${use} is not known; ${allowed}`);
}

/** The library's message with its line first, and what is allowed instead. */
function problemOf(file: string, error: unknown): string {
  const message = String(error)
    .replace(/^\w+: /, "")
    .replace(/\s+/g, " ");
  const [, what = message, line = "1"] = /^(.*), line:(\d+), col:\d+$/.exec(message) ?? [];
  return `${file}:${line} ${explain(what)}`;
}

function explain(what: string): string {
  const [, filter] = /^undefined filter: (.*)$/.exec(what) ?? [];
  if (filter) return `the filter ${filter} is not known; allowed are ${FILTERS.join(", ")}`;
  const [, tag] = /^tag "(.*)" not found$/.exec(what) ?? [];
  if (tag) return `the tag ${tag} is not known here; allowed are ${TAGS.join(", ")}`;
  if (/limit exceeded|Invalid string length|call stack/.test(what))
    return "is too long, or its loops run too often";
  return what;
}
