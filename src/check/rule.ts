/** What a rule of the check is, and what it may look at. */

import type { Home } from "../github/citations.ts";
import type { References } from "../github/references.ts";
import type { IncidentRecord } from "../incident/record.ts";
import type { PostmortemSource } from "../postmortem/parse.ts";
import type { Skeleton } from "./skeleton.ts";

export type Severity = "error" | "warning";

/** What a rule compares with, and cannot run without. */
export type Need = "record" | "references" | "template" | "author";

export type RuleMeta = {
  /** Such as `record-missing-line`: its group, and what is wrong. It is the name in configuration, docs and annotations. */
  id: string;
  severity: Severity;
  /** Why the rule exists, in one line. */
  why: string;
  /** What to do about a finding, in one line. */
  fix: string;
  needs?: Need[];
  /** A piece of a postmortem in which the rule finds something, and the same as it should be. */
  wrong: string;
  right: string;
};

/** What the rules compare with; null is what could not be had, and the rules that need it do not run. */
export type RuleContext = {
  /** PagerDuty's record of the incident, searched for secrets and personal data. */
  record: IncidentRecord | null;
  /** What GitHub says of the commits, pull requests, issues and files that the text cites. */
  references: References | null;
  /** The document as it would be rendered now; null when no template can be rendered. */
  skeleton: Skeleton | null;
  /** Who opened the pull request. */
  author: "bot" | "person" | null;
  /** The addresses of the incident's Devin sessions; empty where they are not known. */
  sessions: string[];
  /** The names of the other files in the postmortem's folder, to find two of one incident. */
  names: string[];
  /** Words that are no secret and no personal data. */
  allow: readonly string[];
  home: Home;
  /** The pull request's number; null where nobody knows. */
  pullRequest: number | null;
};

/**
 * Something untrue, unsupported or missing. `message` is ours or made plain, and may quote the postmortem within a
 * bound. `fix` takes the place of the rule's where more is known; `severity` may be lower than the rule's.
 */
export type RuleFinding = { line: number; message: string; fix?: string; severity?: "warning" };

/** `nothing` says why there was nothing to look at, as the end of a sentence. */
export type RuleResult = RuleFinding[] | { nothing: string };

export type CheckRule = {
  meta: RuleMeta;
  run(source: PostmortemSource, context: RuleContext): RuleResult | Promise<RuleResult>;
};
