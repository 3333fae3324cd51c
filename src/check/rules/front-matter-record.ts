/** The facts of an incident are PagerDuty's, and others count on them. */

import type { IncidentRecord } from "../../incident/record.ts";
import { isSameName } from "../../lib/names.ts";
import { toSingleLine } from "../../lib/text.ts";
import { secondsOf } from "../../postmortem/clock.ts";
import type { FrontMatterKey } from "../../postmortem/front-matter.ts";
import type { PostmortemSource } from "../../postmortem/parse.ts";
import { excerpt } from "../excerpt.ts";
import { findingAt, isUnread } from "../keys.ts";
import type { CheckRule, RuleContext, RuleFinding } from "../rule.ts";

export const frontMatterRecord: CheckRule = {
  meta: {
    id: "front-matter-record",
    severity: "error",
    why: "The facts of an incident are PagerDuty's, and others count on them.",
    fix: "Write what the record has.",
    needs: ["record"],
    wrong: 'priority: "P2"',
    right: 'priority: "P1"',
  },
  run,
};

// As the skeleton has them.
const LONGEST_NAME = 100;
/** PagerDuty's own places differ by seconds. */
const SAME_MS = 60_000;

function run(source: PostmortemSource, { record }: RuleContext): RuleFinding[] {
  const { frontMatter } = source;
  if (frontMatter === null || record === null) return [];
  const { values } = frontMatter;
  const { incident } = record;
  const names: [FrontMatterKey, string | null][] = [
    ["incident", incident.id],
    ["number", incident.number === null ? null : String(incident.number)],
    ["url", incident.url],
    ["service", nameOf(incident.service?.name)],
    ["priority", nameOf(incident.priority)],
    ["urgency", incident.urgency],
  ];
  const times: ["created" | "acknowledged" | "resolved", number | null][] = [
    ["created", record.createdAt],
    ["acknowledged", record.acknowledgedAt],
    ["resolved", record.resolvedAt],
  ];
  const differing = [
    ...names.flatMap(([key, known]) => {
      const written = values[key] === null ? null : String(values[key]);
      return known === null || isSameName(written ?? "", known) ? [] : [{ key, written, known }];
    }),
    ...times.flatMap(([key, known]) => {
      const written = values[key];
      const isSame = known === null || (written !== null && Math.abs(written - known) < SAME_MS);
      return isSame ? [] : [{ key, written: secondsOf(written), known: secondsOf(known) }];
    }),
  ];
  return differing
    .filter(({ key }) => !isUnread(frontMatter, key))
    .map(({ key, written, known }) =>
      findingAt(source, key, `is ${excerpt(written)}, and the record has ${excerpt(known)}`),
    );
}

function nameOf(name: IncidentRecord["incident"]["priority"] | undefined): string | null {
  return toSingleLine(name ?? "", LONGEST_NAME) || null;
}
