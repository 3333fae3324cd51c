/** Rules on evidence: what is cited exists, and what is claimed of causes is supported. */

import { writtenIn } from "../github/citations.ts";
import { toSingleLine } from "../lib/text.ts";
import { dateOf, timeOf } from "../lib/time.ts";
import {
  definitionsOf,
  nodesOf,
  type Passage,
  passagesOf,
  type Section,
  type Sentence,
  sectionsOf,
  sentencesOf,
  wordsOf,
} from "../postmortem/prose.ts";
import { type Cited, citationsOf, citedIn } from "./citations.ts";
import { isCausal, isQuestion, isSourced, isUnknown, marksOf } from "./claims.ts";
import { type Facts, type Problem, type Rule, ruleOf, type Source } from "./rule.ts";

const LONGEST_KEY = 120;

export const evidenceRules: Rule[] = [
  ruleOf("evidence-absent-reference", findAbsent),
  ruleOf("evidence-trigger-after-onset", findLateTriggers),
  ruleOf("evidence-root-cause-unconfirmed", findUnconfirmed),
  ruleOf("evidence-confirmed-without-source", findSourceless),
  ruleOf("evidence-cause-unmarked", findUnmarked),
  ruleOf("evidence-not-checked", findNotChecked),
  ruleOf("evidence-unlinked", findUnlinked),
];

function findAbsent(source: Source, { references, repository }: Facts): Problem[] {
  if (references === null) return [];
  const { answers, serverUrl } = references;
  return citationsOf(source, { repository, serverUrl })
    .filter(({ key }) => answers[key]?.state === "absent")
    .map(({ key, line }) => ({ line, words: `GitHub has no ${toSingleLine(key, LONGEST_KEY)}.` }));
}

// Where a postmortem tells what began the incident.
const BEGINNINGS = /^(?:summary|root causes?|contributing factors?)$/;

// Words for a change that ended the incident, or shows what began it, in its own part of a sentence.
const LATER =
  /\b(?:revert\w*|roll(?:ed|s|ing)?[- ]?back|rollback|hot-?fix\w*|fix(?:ed|es)?|mitigat\w+|restor\w+|resolv\w+|repair\w*|mend\w*|prevent\w*|follow-?up|reproduc\w+|shows?|showed|adds?|added|since then|afterwards?|later)\b/i;
const DENIED = /\b(?:not|never|no|nor|neither|cannot|unrelated|unlikely|ruled out|excluded)\b|n[’']t\b/i;

function findLateTriggers(source: Source, { references, record, repository }: Facts): Problem[] {
  const onset = record?.createdAt ?? source.postmortem?.frontMatter.created ?? null;
  if (references === null || onset === null) return [];
  const home = { repository, serverUrl: references.serverUrl };
  const number = source.postmortem?.frontMatter.number ?? null;
  return proseOf(source, ({ heading }) => BEGINNINGS.test(heading)).flatMap((passage) => {
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
          return answer.kind === "commit" ? [] : [{ line, words: `${what} it is not merged.` }];
        if (answer.landedAt <= onset + SAME_MS) return [];
        const [landed, began] = [answer.landedAt, onset].map((at) => `${dateOf(at)} ${timeOf(at)} UTC`);
        const verb = answer.kind === "commit" ? "committed" : "merged";
        return [{ line, words: `${what} it was ${verb} at ${landed}; the incident began at ${began}.` }];
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
const NO_CLAIMS = /^(?:timeline|action items|not checked|evidence|questions?\b.*)$/;
const ROOT_CAUSE = /\broot[- ]cause[sd]?\b(?! (?:analys[ei]s|status|section))/i;
const HEDGED =
  /\b(?:likely|probable|possible|suspected|potential|presumed|candidate|apparent)\b[^.]{0,40}\broot[- ]cause/i;

function findUnconfirmed(source: Source): Problem[] {
  const claims = proseOf(source, ({ heading }) => !NO_CLAIMS.test(heading)).flatMap((passage) =>
    sentencesOf(passage)
      .filter(({ text }) => isRootCauseClaim(text))
      .map(({ start }) => ({
        line: passage.lineAt(start),
        words: "Something is called the root cause without being confirmed.",
      })),
  );
  const text = rootCauseOf(source);
  const isSilent = text !== "" && marksOf(text).length === 0 && !isUnknown(text) && !ROOT_CAUSE.test(text);
  const [heading] = isSilent ? sectionsOf(source.tree).filter(isRootCause) : [];
  const words = "The section Root Cause does not say how well the cause is supported.";
  return [...(heading ? [{ line: heading.line, words }] : []), ...claims];
}

function isRootCauseClaim(text: string): boolean {
  if (!ROOT_CAUSE.test(text) || HEDGED.test(text) || isUnknown(text) || isQuestion(text)) return false;
  return !marksOf(text).some(({ kind }) => kind === "confirmed");
}

function isRootCause({ heading }: Section): boolean {
  return /^root causes?$/.test(heading);
}

function rootCauseOf(source: Source): string {
  return proseOf(source, isRootCause)
    .map(({ text }) => text)
    .join(" ")
    .trim();
}

function findSourceless(source: Source, { repository }: Facts): Problem[] {
  const number = source.postmortem?.frontMatter.number ?? null;
  return proseOf(source, ({ heading }) => heading !== "timeline").flatMap((passage) => {
    const isCited = isSourced(passage) || writtenIn(passage.text, repository, number).length > 0;
    return marksOf(passage.text)
      .filter(({ kind, evidence }) => kind === "confirmed" && (evidence === "" || !isCited))
      .map(({ start, evidence }) => ({
        line: passage.lineAt(start),
        words:
          evidence === ""
            ? "A mark says confirmed, but not by what."
            : "A claim is marked confirmed without a source.",
      }));
  });
}

function findUnmarked(source: Source): Problem[] {
  // A section Root Cause without any mark is an error of its own.
  const isMarked = marksOf(rootCauseOf(source)).length > 0;
  return proseOf(source, (section) => FACTORS.test(section.heading) || (isMarked && isRootCause(section)))
    .filter(({ text }) => isCausal(text) && !isUnknown(text) && marksOf(text).length === 0)
    .map(({ lineAt }) => ({
      line: lineAt(0),
      words: "A cause is claimed without saying how well it is known.",
    }));
}

const FACTORS = /^contributing factors?$/;

function findNotChecked({ tree }: Source, { skeleton, record }: Facts): Problem[] {
  const sections = sectionsOf(tree);
  const found = sections.find(isNotChecked);
  // What the template has is the rules of its structure's to miss.
  const isTemplates = skeleton?.sections.some(isNotChecked) ?? false;
  const last = sections.reduce((_, { line }) => line, 1);
  if (found === undefined)
    return isTemplates ? [] : [{ line: last, words: "The section Not Checked is missing." }];
  const { line } = found;
  const text = wordsBelow(found);
  if (SAYS_NOTHING.test(text))
    return [{ line, words: "The section Not Checked does not say what was not checked." }];
  const lost = (record?.missing ?? []).filter((missing) => text !== "" && !text.includes(bareOf(missing)));
  return lost.map((missing) => ({
    line,
    words: `This was not read from PagerDuty, and is not said here: ${toSingleLine(missing, LONGEST_MISSING)}`,
  }));
}

const LONGEST_MISSING = 200;
const SAYS_NOTHING = /^(?:n\/?a|not applicable|see above|to follow|pending|-+)$/;

function isNotChecked({ heading }: { heading: string }): boolean {
  return /^not checked$/i.test(heading.trim());
}

function wordsBelow({ children }: Section): string {
  return bareOf(children.map((child) => wordsOf(child)).join(" "));
}

/** Without what Markdown, or a person who mends a sentence, may change. */
function bareOf(words: string): string {
  return toSingleLine(words, Number.POSITIVE_INFINITY).toLowerCase().replace(/[.!]$/, "");
}

const NONE = /\b(?:none|nothing|no (?:evidence|sources?|telemetry)|not available|unavailable)\b/i;

function findUnlinked({ tree }: Source, { repository }: Facts): Problem[] {
  const definitions = definitionsOf(tree);
  const sections = sectionsOf(tree).filter(({ heading }) => heading === "evidence");
  const unlinked = sections.filter((section) => {
    const isSource = ({ text, links }: Passage) =>
      links.length > 0 || NONE.test(text) || writtenIn(text, repository, null).length > 0;
    return !isEmpty(section) && !passagesIn(section, definitions).some(isSource);
  });
  return unlinked.map(({ line }) => ({ line, words: "No source under Evidence has a link." }));
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

function proseOf({ tree }: Source, isMeant: (section: Section) => boolean): Passage[] {
  const definitions = definitionsOf(tree);
  return sectionsOf(tree)
    .filter(isMeant)
    .flatMap((section) => passagesIn(section, definitions));
}
