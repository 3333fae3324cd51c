/** Builders of written postmortems, of what they are compared with, and of what one rule finds in them. */

import type { CheckRule, RuleContext, RuleFinding } from "../../src/check/rule.ts";
import { RULES } from "../../src/check/rules.ts";
import { createSkeletons, type Skeleton } from "../../src/check/skeleton.ts";
import type { ReferenceAnswer, References } from "../../src/github/references.ts";
import type { IncidentRecord } from "../../src/incident/record.ts";
import { type PostmortemSource, parsePostmortem } from "../../src/postmortem/parse.ts";
import type { SectionNames } from "../../src/postmortem/sections.ts";
import type { Template } from "../../src/postmortem/template.ts";

export const FILE = "docs/postmortems/2026-02-10-Q1ORDERSPOOL01-pool.md";
const FRONT_MATTER = ["incident: Q1ORDERSPOOL01", "number: 387", "created: 2026-02-10T14:32:00Z"];

/** What is read from a text that can be read. */
export function read(text: string, file = FILE, names: SectionNames = {}): PostmortemSource {
  const source = parsePostmortem(file, text, names);
  if ("problem" in source) throw new Error(source.problem);
  return source;
}

/** A postmortem of the orders incident with this body; `more` are lines of its front matter. */
export function sourceOf(body: string, more: string[] = []): PostmortemSource {
  return read(["---", ...FRONT_MATTER, ...more, "---", body].join("\n"));
}

/** A context of which nothing is known but the repository and the time, unless named. */
export function contextOf(overrides: Partial<RuleContext> = {}): RuleContext {
  return {
    record: null,
    references: null,
    skeleton: null,
    author: null,
    sessions: [],
    names: [],
    allow: [],
    home: { repository: "acme/docs", serverUrl: "https://github.com", incident: 387 },
    pullRequest: null,
    ...overrides,
  };
}

/** The skeleton of a template, with the record's lines where there is a record. */
export function skeletonFrom(template: Template | null, record: IncidentRecord | null = null): Skeleton {
  const { skeleton, problem } = createSkeletons([template], {})(sourceOf(""), "Q1ORDERSPOOL01", record);
  if (skeleton === null) throw new Error(problem ?? "no skeleton");
  return skeleton;
}

/** GitHub's answers by key. */
export function referencesOf(answers: Record<string, ReferenceAnswer>): References {
  return { answers, notChecked: [] };
}

function ruleOf(id: string): CheckRule {
  const rule = RULES.find(({ meta }) => meta.id === id);
  if (rule === undefined) throw new Error(`There is no rule ${id}.`);
  return rule;
}

/** What one rule finds, its lines counted from the first of the body; none where it had nothing to look at. */
export async function found(
  id: string,
  source: PostmortemSource,
  context: RuleContext = contextOf(),
): Promise<RuleFinding[]> {
  const front = (source.text.split("\n---\n", 1)[0] ?? "").split("\n").length + 1;
  const result = await ruleOf(id).run(source, context);
  return "nothing" in result ? [] : result.map((one) => ({ ...one, line: one.line - front }));
}

/** The lines of the body on which a rule finds something. */
export async function linesFound(...args: Parameters<typeof found>): Promise<number[]> {
  return (await found(...args)).map(({ line }) => line);
}
