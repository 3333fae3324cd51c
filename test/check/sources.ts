/** Builders of what the rules of the check look at. */

import type { Facts, Problem, Rule, Source } from "../../src/check/rule.ts";
import { readSource } from "../../src/check/source.ts";
import type { Answer, References } from "../../src/github/references.ts";

const FRONT_MATTER = ["incident: Q1ORDERSPOOL01", "number: 387", "created: 2026-02-10T14:32:00Z"];

/** A postmortem of the orders incident with this body; `more` are lines of its front matter. */
export function sourceOf(body: string, more: string[] = []): Source {
  const text = ["---", ...FRONT_MATTER, ...more, "---", body].join("\n");
  const source = readSource("docs/postmortems/2026-02-10-Q1ORDERSPOOL01.md", text);
  if ("problem" in source) throw new Error(source.problem);
  return source;
}

/** Facts of which nothing is known but the repository and the time, unless named. */
export function factsOf(overrides: Partial<Facts> = {}): Facts {
  return {
    record: null,
    references: null,
    skeleton: null,
    names: [],
    repository: "acme/docs",
    now: Date.parse("2026-02-11T09:00:00Z"),
    ...overrides,
  };
}

/** GitHub's answers by key. */
export function referencesOf(answers: Record<string, Answer>): References {
  return { serverUrl: "https://github.com", answers, notChecked: [] };
}

/** What one rule finds, its lines counted from the first of the body. */
export async function found(
  rules: Rule[],
  id: string,
  source: Source,
  facts: Facts = factsOf(),
): Promise<Problem[]> {
  const rule = rules.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`There is no rule ${id}.`);
  const front = source.text.split("\n---\n", 1).join("").split("\n").length + 1;
  const problems = await rule.find(source, facts);
  return problems.map(({ line, words }) => ({ line: line - front, words }));
}

/** The lines of the body on which a rule finds something. */
export async function linesFound(...args: Parameters<typeof found>): Promise<number[]> {
  return (await found(...args)).map(({ line }) => line);
}
