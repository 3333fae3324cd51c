/** The document as it would be rendered now: which lines are the record's, and which the template's. */

import { blankRecord, type IncidentRecord } from "../incident/record.ts";
import { toSingleLine } from "../lib/text.ts";
import type { Block } from "../postmortem/blocks.ts";
import type { SimilarPostmortem } from "../postmortem/lines.ts";
import { type PostmortemSource, parsePostmortem, type Section } from "../postmortem/parse.ts";
import { tryRenderSkeleton } from "../postmortem/render.ts";
import { headingKey, type SectionNames } from "../postmortem/sections.ts";
import type { Template } from "../postmortem/template.ts";

/** A section of the document. */
export type SkeletonSection = Section & {
  /** What the record says here: it stands in the postmortem as it is. Empty where there is no record. */
  recordLines: Block[];
  /** What the template says whatever the record is, such as its questions. */
  templateLines: Block[];
};

export type Skeleton = {
  /** The first is what stands before the first heading of level two. */
  sections: SkeletonSection[];
  /** The start of the incident, by which the rows' times are read. */
  created: number | null;
};

/** Gives the skeleton that a postmortem is compared with; `problem` names the templates that cannot be rendered. */
export type Skeletons = (
  source: PostmortemSource,
  incidentId: string,
  record: IncidentRecord | null,
  similar?: SimilarPostmortem[],
) => { skeleton: Skeleton | null; problem: string | null };

/**
 * Makes the skeletons of these templates, null for the built-in one. A postmortem gets that of the template which it
 * was most likely made from: several may be in use, and which one was, only the draft knew. Without a record it has
 * the template's lines alone.
 */
export function createSkeletons(templates: (Template | null)[], names: SectionNames): Skeletons {
  // Several postmortems may be of one incident, and to render is half of the work.
  const known = new WeakMap<IncidentRecord, Rendered[]>();
  return (source, incidentId, record, similar = []) => {
    const earlier = record === null || similar.length > 0 ? undefined : known.get(record);
    const all = earlier ?? templates.map((one) => render(incidentId, record, one, names, similar));
    if (record !== null && similar.length === 0) known.set(record, all);
    const headings = new Set(source.sections.map(identityOf));
    const shared = ({ sections }: Skeleton) =>
      sections.filter((section) => headings.has(identityOf(section))).length;
    // Of two that share as many of their sections, the postmortem lacks less of the shorter one.
    const [best = null] = all
      .flatMap((one) => ("problem" in one ? [] : [one]))
      .toSorted((a, b) => shared(b) - shared(a) || a.sections.length - b.sections.length);
    const problems = all.flatMap((one) => ("problem" in one ? [one.problem] : []));
    return { skeleton: best, problem: problems.length === 0 ? null : toSingleLine(problems.join("; "), 300) };
  };
}

type Rendered = Skeleton | { problem: string };

/** By what a section of the postmortem and one of the skeleton are the same. */
export function identityOf({ key, heading }: Section): string {
  return key ?? `"${headingKey(heading)}`;
}

function render(
  incidentId: string,
  record: IncidentRecord | null,
  template: Template | null,
  names: SectionNames,
  similar: SimilarPostmortem[],
): Rendered {
  const blank = tryRenderSkeleton(blankRecord(incidentId), template);
  const rendered = record === null ? blank : tryRenderSkeleton(record, template, similar);
  if ("problems" in blank) return { problem: blank.problems.join("; ") };
  if ("problems" in rendered) return { problem: rendered.problems.join("; ") };
  const real = parsePostmortem("", rendered.text, names);
  if ("problem" in real) return { problem: "what it renders is more than a postmortem may have" };
  const fixed = new Set(blank.text.split("\n"));
  const isRecords = ({ form, line, lastLine }: Block) =>
    form !== "" && real.lines.slice(line - 1, lastLine).some((line) => !fixed.has(line));
  return {
    created: real.values.created,
    sections: real.sections.map((section) => ({
      ...section,
      recordLines: section.blocks.filter(isRecords),
      templateLines: section.blocks.filter((block) => !isRecords(block)),
    })),
  };
}
