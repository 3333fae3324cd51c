/** The document as it would be rendered now, by which the sections and the placeholders of a postmortem are known. */

import { incidentSchema } from "../incident/incident.ts";
import type { IncidentRecord } from "../incident/record.ts";
import { SettingsError } from "../lib/errors.ts";
import { toSingleLine } from "../lib/text.ts";
import { recordOf } from "../pagerduty/record.ts";
import { type Postmortem, readPostmortem } from "../postmortem/parse.ts";
import { renderSkeleton } from "../postmortem/render.ts";
import type { Template } from "../postmortem/template.ts";
import { incidentOf } from "./front-matter.ts";
import type { Source } from "./rule.ts";

type Skeleton = { skeleton: Postmortem | null; problem: string | null };

/**
 * The skeleton of the template that the postmortem was most likely made from: several may be in use, and which one
 * was, only the draft knew. Without a record, what depends on it is left out of the skeleton.
 */
export function skeletonOf(
  source: Source,
  record: IncidentRecord | null,
  templates: (Template | null)[],
): Skeleton {
  const incidentId = incidentOf(source);
  if (incidentId === null) return { skeleton: null, problem: null };
  const known = record ?? recordOf(incidentSchema.parse({ id: incidentId }), null);
  const headings = new Set(source.postmortem?.sections.map(({ heading }) => heading.toLowerCase()));
  const problems: string[] = [];
  const skeletons = templates.flatMap((template) => {
    const read = render(known, template);
    if (!("problem" in read)) return [read];
    problems.push(read.problem);
    return [];
  });
  const shared = ({ sections }: Postmortem) =>
    sections.filter(({ heading }) => headings.has(heading.toLowerCase())).length;
  // Of two that share as many of their sections, the postmortem lacks less of the shorter one.
  const [best = null] = skeletons.toSorted(
    (a, b) => shared(b) - shared(a) || a.sections.length - b.sections.length,
  );
  return { skeleton: best, problem: problems.length === 0 ? null : toSingleLine(problems.join("; "), 300) };
}

function render(record: IncidentRecord, template: Template | null): Postmortem | { problem: string } {
  try {
    return readPostmortem(renderSkeleton(record, template));
  } catch (error) {
    if (error instanceof SettingsError) return { problem: error.message };
    throw error;
  }
}
