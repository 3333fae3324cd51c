/** Rules on language: what the system did, not who is to blame. All of them warn. */

import type { IncidentRecord } from "../incident/record.ts";
import type { PostmortemSource, Section } from "../postmortem/parse.ts";
import type { Passage } from "../postmortem/passages.ts";
import { excerpt, quote } from "./excerpt.ts";
import { withoutQuotations } from "./quotations.ts";
import type { RuleContext, RuleFinding } from "./rule.ts";

/** What judges a person, and hardly stands for anything else. */
const BLAME =
  /\b(?:careless(?:ly|ness)?|negligen(?:t|tly|ce)|incompeten(?:t|tly|ce)|reckless(?:ly|ness)?|inexcusabl[ey]|irresponsibl[ey]|idiot(?:ic)?|sloppy (?:coding|deploy\w{0,6}|engineer\w{0,3}|reviews?|work)|fat[- ]finger(?:ed|ing)?)\b|\brushed (?:out )?(?:the|a|an|its|their|this|that) (?:change|deploy\w{0,6}|fix|merge|migration|release|review|roll-?out)\b/gi;

// As a cause; what prevents it, or counts it, is something else.
const HUMAN_ERROR =
  /\b(?:because of|caused by|down to|due to|is|root cause:?|was)(?: an?| simple| plain){0,2} (?:human|operator|user|pilot)[- ](?:error|failure|mistake)\b/gi;

export function findBlame(source: PostmortemSource): RuleFinding[] {
  return findWords(source, BLAME, "reads as blame: say what happened without judging a person");
}

export function findHumanError(source: PostmortemSource): RuleFinding[] {
  return findWords(source, HUMAN_ERROR, "is where the questions begin");
}

function findWords(source: PostmortemSource, pattern: RegExp, what: string): RuleFinding[] {
  return source.sections.flatMap(passagesIn).flatMap(({ text, lineAt }) =>
    [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
      line: lineAt(index),
      message: `${quote(found)} ${what}.`,
    })),
  );
}

/** The passages of a section without what is quoted. */
function passagesIn({ blocks }: Section): Passage[] {
  return blocks
    .flatMap(({ passages }) => passages)
    .map((passage) => ({ ...passage, text: withoutQuotations(passage.text) }));
}

// Where names belong: the timeline, lists of people, and lines such as `Incident commander: …`.
const OF_PEOPLE = /\b(?:roles?|responders?|participants?|attendees|people|contacts?|team)\b/;
const ROLE =
  /\b(?:owners?|authors?|reviewers?|approvers?|commander|lead|scribe|liaison|facilitator|moderator|on-?call|responders?|participants?|attendees|assignees?)\b[^.:]{0,20}: ?[^.:]{0,80}$/i;

export function findNames(source: PostmortemSource, { record }: RuleContext): RuleFinding[] {
  const names = record === null ? [] : namesIn(record);
  return source.sections
    .filter(({ key, heading }) => key !== "timeline" && !OF_PEOPLE.test(heading.toLowerCase()))
    .flatMap(passagesIn)
    .flatMap(({ text, lineAt }) =>
      names.flatMap((name) =>
        placesOf(text, name)
          .filter((at) => !ROLE.test(text.slice(Math.max(0, at - 120), at)))
          .map((at) => ({
            line: lineAt(at),
            message: `${excerpt(name)} is named outside the timeline.`,
          })),
      ),
    );
}

const FEWEST_LETTERS = 3;

/** The people of the record: whole names of two words and more, since one word may be any. */
function namesIn({ responders, notes, resolvedBy }: IncidentRecord): string[] {
  const resolver = resolvedBy?.kind === "user" ? [resolvedBy.name] : [];
  const names = [...responders, ...notes.map(({ by }) => by), ...resolver].flatMap(
    (name) => name?.trim() ?? [],
  );
  return [...new Set(names)].filter((name) => / /.test(name) && name.length > FEWEST_LETTERS);
}

/** Where the words stand in the text as whole words. */
function placesOf(text: string, words: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length)) {
    const around = text.slice(Math.max(0, at - 1), at) + text.slice(at + words.length, at + words.length + 1);
    if (!/[\p{L}\p{N}]/u.test(around)) places.push(at);
  }
  return places;
}
