/** Builders of written postmortems, and of what they are compared with. */

import type { Facts, Rule, Source } from "../../src/check/rule.ts";
import { readSource } from "../../src/check/source.ts";
import type { IncidentRecord } from "../../src/incident/record.ts";
import { type Postmortem, readPostmortem } from "../../src/postmortem/parse.ts";
import { renderSkeleton } from "../../src/postmortem/render.ts";
import type { Template } from "../../src/postmortem/template.ts";
import { incidentRecord } from "../builders.ts";

const FILE = "docs/postmortems/2026-02-10-Q1ORDERSPOOL01-pool.md";

/** A postmortem of the orders incident; `front` names what of its front matter is otherwise. */
export function written(body = "", front: Record<string, string> = {}): string {
  const frontMatter = {
    incident: "Q1ORDERSPOOL01",
    number: "387",
    url: "https://acme.pagerduty.com/incidents/Q1ORDERSPOOL01",
    service: "orders-service",
    priority: "P1",
    urgency: "high",
    status: "draft",
    owner: "",
    created: "2026-02-10T14:32:00Z",
    acknowledged: "",
    resolved: "2026-02-10T15:18:02Z",
    "duration-minutes": "46",
    ...front,
  };
  const lines = Object.entries(frontMatter).map(([key, value]) => `${key}: ${value}`.trimEnd());
  return ["---", ...lines, "---", body].join("\n");
}

/** The line of the body's first line. */
export const BODY = 15;

export function sourceOf(text: string, file = FILE): Source {
  const source = readSource(file, text);
  if ("problem" in source) throw new Error(source.problem);
  return source;
}

export function skeletonFrom(
  template: Template | null,
  record: IncidentRecord = incidentRecord(),
): Postmortem {
  const read = readPostmortem(renderSkeleton(record, template));
  if ("problem" in read) throw new Error(read.problem);
  return read;
}

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

/** What one rule of a group finds, as `line: words`. */
export function findingsOf(rules: Rule[], id: string, source: Source, facts: Facts = factsOf()): string[] {
  const rule = rules.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`There is no rule ${id}.`);
  const problems = rule.find(source, facts);
  // The rules of the record and the form wait for nothing.
  if (problems instanceof Promise) throw new Error(`${id} waits.`);
  return problems.map(({ line, words }) => `${line}: ${words}`);
}
