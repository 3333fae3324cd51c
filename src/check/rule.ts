/** What a rule of the check is, and what it may look at. */

import type { Root } from "mdast";
import type { References } from "../github/references.ts";
import type { IncidentRecord } from "../incident/record.ts";
import type { Postmortem } from "../postmortem/parse.ts";
import { CATALOGUE, type RuleFacts, type RuleId } from "./catalogue.ts";

/** One postmortem as the pull request has it. Lines are counted from 1, in the whole file. */
export type Source = {
  /** Path in the repository. */
  file: string;
  text: string;
  lines: string[];
  /** The body as Markdown with GitHub's extensions; its positions are those of the whole file. */
  tree: Root;
  /** Null when the front matter cannot be read, which is a finding of its own. */
  postmortem: Postmortem | null;
};

/** What the rules compare with; null is what could not be had, and the rules that need it did not run. */
export type Facts = {
  /** PagerDuty's record of the incident, searched for secrets and personal data. */
  record: IncidentRecord | null;
  /** What GitHub says of the commits, pull requests, issues and files that the text cites. */
  references: References | null;
  /** The document as it would be rendered now, to know the template's sections and placeholders; null when no record and no template tell. */
  skeleton: Postmortem | null;
  /** Other postmortems of the directory (names), to find two of one incident. */
  names: string[];
  /** `owner/name` of the docs repository. */
  repository: string;
  /** Epoch milliseconds. */
  now: number;
};

export type Severity = "error" | "warning";

/** Something untrue, unsupported or missing. `words` are ours or made plain; they may quote the postmortem within a bound. */
export type Problem = { line: number; words: string };

export type Rule = RuleFacts & {
  id: string;
  find(source: Source, facts: Facts): Problem[] | Promise<Problem[]>;
};

/** A rule of the catalogue with what it finds. */
export function ruleOf(id: RuleId, find: Rule["find"]): Rule {
  return { ...CATALOGUE[id], id, find };
}
