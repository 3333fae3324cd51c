/** Rules on evidence: what is cited exists, and what is claimed of causes is supported. */

import { writtenIn } from "../github/citations.ts";
import { toSingleLine } from "../lib/text.ts";
import { dateOf, timeOf } from "../lib/time.ts";
import { definitionsOf } from "../postmortem/blocks.ts";
import { nodesOf } from "../postmortem/markdown.ts";
import { type PostmortemSource, type Section, sectionsWith } from "../postmortem/parse.ts";
import { type Passage, passagesOf, type Sentence, sentencesOf } from "../postmortem/prose.ts";
import { type Cited, citationsOf, citedIn } from "./citations.ts";
import { isCausal, isQuestion, isSourced, isUnknown, marksOf } from "./claims.ts";
import type { RuleContext, RuleFinding } from "./rule.ts";

const LONGEST_KEY = 120;

export function findAbsent(source: PostmortemSource, { references, repository }: RuleContext): RuleFinding[] {
  if (references === null) return [];
  const { answers, serverUrl } = references;
  return citationsOf(source, { repository, serverUrl })
    .filter(({ key }) => answers[key]?.state === "absent")
    .map(({ key, line }) => ({ line, message: `GitHub has no ${toSingleLine(key, LONGEST_KEY)}.` }));
}

// Words for a change that ended the incident, or shows what began it, in its own part of a sentence.
const LATER =
  /\b(?:revert\w*|roll(?:ed|s|ing)?[- ]?back|rollback|hot-?fix\w*|fix(?:ed|es)?|mitigat\w+|restor\w+|resolv\w+|repair\w*|mend\w*|prevent\w*|follow-?up|reproduc\w+|shows?|showed|adds?|added|since then|afterwards?|later)\b/i;
const DENIED = /\b(?:not|never|no|nor|neither|cannot|unrelated|unlikely|ruled out|excluded)\b|n[’']t\b/i;

export function findLateTriggers(
  source: PostmortemSource,
  { references, record, repository }: RuleContext,
): RuleFinding[] {
  const onset = record?.createdAt ?? source.frontMatter?.values.created ?? null;
  if (references === null || onset === null) return [];
  const home = { repository, serverUrl: references.serverUrl };
  const number = source.frontMatter?.values.number ?? null;
  return proseOf(
    source,
    ({ key }) => key === "summary" || key === "root-cause" || key === "contributing-factors",
  ).flatMap((passage) => {
    const cited = citedIn(passage, home, number);
    return sentencesOf(passage)
      .filter(({ text }) => isCausal(text) && !DENIED.test(text))
      .flatMap((sentence) => triggersIn(sentence, cited))
      .flatMap(({ key, line }) => {
        const answer = references.answers[key];
        if (answer?.state !== "found" || (answer.kind !== "commit" && answer.kind !== "pull request"))
          return [];
        const what = `The ${answer.kind} ${key} is named as the trigger, but`;
        if (answer.landedAt === null)
          return answer.kind === "commit" ? [] : [{ line, message: `${what} it is not merged.` }];
        if (answer.landedAt <= onset + SAME_MS) return [];
        const [landed, began] = [answer.landedAt, onset].map((at) => `${dateOf(at)} ${timeOf(at)} UTC`);
        const verb = answer.kind === "commit" ? "committed" : "merged";
        return [{ line, message: `${what} it was ${verb} at ${landed}; the incident began at ${began}.` }];
      });
  });
}

// Two services' clocks may differ by so much.
const SAME_MS = 60_000;

/** What a sentence that names a cause cites as it; what stands in its mark is evidence where the change is named before. */
function triggersIn({ text, start }: Sentence, cited: Cited[]): Cited[] {
  const marks = marksOf(text);
  const named = cited
    .filter((citation) => citation.start >= start && citation.start < start + text.length)
    .filter((citation) => !LATER.test(partAt(text, citation.start - start)));
  const isInMark = (citation: Cited) =>
    marks.some((mark) => citation.start - start > mark.start && citation.start - start < mark.end);
  const outside = named.filter((citation) => !isInMark(citation));
  return outside.length > 0 ? outside : named;
}

const LONGEST_PART = 400;

/** The part between commas, dashes and parentheses that an offset is in. */
function partAt(text: string, offset: number): string {
  const before = text.slice(Math.max(0, offset - LONGEST_PART), offset).split(PART);
  const [after = ""] = text.slice(offset, offset + LONGEST_PART).split(PART);
  return before.slice(-1).join("") + after;
}

const PART = /[,;—()]/;

// Where a root cause is only spoken of: rows of the record, work to do, questions, sources.
const NO_CLAIMS: (string | null)[] = ["timeline", "action-items", "not-checked", "evidence", "questions"];
const ROOT_CAUSE = /\broot[- ]cause[sd]?\b(?! (?:analys[ei]s|status|section))/i;
const HEDGED =
  /\b(?:likely|probable|possible|suspected|potential|presumed|candidate|apparent)\b[^.]{0,40}\broot[- ]cause/i;

export function findUnconfirmed(source: PostmortemSource): RuleFinding[] {
  const claims = proseOf(source, ({ key }) => !NO_CLAIMS.includes(key)).flatMap((passage) =>
    sentencesOf(passage)
      .filter(({ text }) => isRootCauseClaim(text))
      .map(({ start }) => ({
        line: passage.lineAt(start),
        message: "Something is called the root cause without being confirmed.",
      })),
  );
  const text = rootCauseOf(source);
  const isSilent = text !== "" && marksOf(text).length === 0 && !isUnknown(text) && !ROOT_CAUSE.test(text);
  const [heading] = isSilent ? source.sections.filter(isRootCause) : [];
  const message = "The section Root Cause does not say how well the cause is supported.";
  return [...(heading ? [{ line: heading.line, message }] : []), ...claims];
}

function isRootCauseClaim(text: string): boolean {
  if (!ROOT_CAUSE.test(text) || HEDGED.test(text) || isUnknown(text) || isQuestion(text)) return false;
  return !marksOf(text).some(({ kind }) => kind === "confirmed");
}

function isRootCause({ key }: Section): boolean {
  return key === "root-cause";
}

function rootCauseOf(source: PostmortemSource): string {
  return proseOf(source, isRootCause)
    .map(({ text }) => text)
    .join(" ")
    .trim();
}

export function findSourceless(source: PostmortemSource, { repository }: RuleContext): RuleFinding[] {
  const number = source.frontMatter?.values.number ?? null;
  return proseOf(source, ({ key }) => key !== "timeline").flatMap((passage) => {
    const isCited = isSourced(passage) || writtenIn(passage.text, repository, number).length > 0;
    return marksOf(passage.text)
      .filter(({ kind, evidence }) => kind === "confirmed" && (evidence === "" || !isCited))
      .map(({ start, evidence }) => ({
        line: passage.lineAt(start),
        message:
          evidence === ""
            ? "A mark says confirmed, but not by what."
            : "A claim is marked confirmed without a source.",
      }));
  });
}

export function findUnmarked(source: PostmortemSource): RuleFinding[] {
  // A section Root Cause without any mark is an error of its own.
  const isMarked = marksOf(rootCauseOf(source)).length > 0;
  return proseOf(
    source,
    (section) => section.key === "contributing-factors" || (isMarked && isRootCause(section)),
  )
    .filter(({ text }) => isCausal(text) && !isUnknown(text) && marksOf(text).length === 0)
    .map(({ lineAt }) => ({
      line: lineAt(0),
      message: "A cause is claimed without saying how well it is known.",
    }));
}

const NONE = /\b(?:none|nothing|no (?:evidence|sources?|telemetry)|not available|unavailable)\b/i;

export function findUnlinked(source: PostmortemSource, { repository }: RuleContext): RuleFinding[] {
  const definitions = definitionsOf(source.tree);
  const unlinked = sectionsWith(source, "evidence").filter((section) => {
    const isSource = ({ text, links }: Passage) =>
      links.length > 0 || NONE.test(text) || writtenIn(text, repository, null).length > 0;
    return !isEmpty(section) && !passagesIn(section, definitions).some(isSource);
  });
  return unlinked.map(({ line }) => ({ line, message: "No source under Evidence has a link." }));
}

function isEmpty({ children }: Section): boolean {
  return children.every((child) =>
    [...nodesOf(child)].every((node) => !("value" in node) || node.value.trim() === ""),
  );
}

/** The passages of a section without its headings. */
function passagesIn({ children }: Section, definitions: Map<string, string>): Passage[] {
  return children.flatMap((child) => passagesOf(child, definitions)).filter(({ isHeading }) => !isHeading);
}

function proseOf({ tree, sections }: PostmortemSource, isMeant: (section: Section) => boolean): Passage[] {
  const definitions = definitionsOf(tree);
  return sections.filter(isMeant).flatMap((section) => passagesIn(section, definitions));
}
