/** Rules on language: what the system did, not who is to blame. All of them warn. */

import type { IncidentRecord } from "../incident/record.ts";
import { toSingleLine } from "../lib/text.ts";
import { definitionsOf } from "../postmortem/blocks.ts";
import type { PostmortemSource } from "../postmortem/parse.ts";
import { type Passage, passagesOf, type Sentence, sentencesOf } from "../postmortem/prose.ts";
import type { RuleContext, RuleFinding } from "./rule.ts";

const LONGEST_QUOTE = 60;

const PERSON =
  "(?:he|she|they|we|i|you|who|someone|somebody|everyone|everybody|person|engineers?|developers?|operators?|administrators?|admins?|authors?|reviewers?|deployers?|responders?|managers?|teams?|employees?|colleagues?|contractors?|interns?|on-?calls?|sres?|dbas?|staff|humans?)";
// Such as `who had clearly`.
const BETWEEN = String.raw`(?: [\w’'-]{1,20}){0,2}`;

/** What reads as blame, and what to write instead. */
const BLAME: { pattern: RegExp; instead: string }[] = [
  {
    pattern: new RegExp(
      String.raw`\b${PERSON}${BETWEEN} (?:should|ought to|could)(?: not|n[’']t)? have\b(?! been)`,
      "gi",
    ),
    instead: "say what was known then, and what the system let happen",
  },
  {
    pattern: new RegExp(
      String.raw`\b${PERSON}${BETWEEN} (?:failed|neglected|forgot|omitted|did(?: not|n[’']t) (?:bother|care|think))(?: to)?\b`,
      "gi",
    ),
    instead: "say which step was not taken, and what would have prompted it",
  },
  {
    pattern: new RegExp(
      String.raw`\b${PERSON}${BETWEEN} (?:ignored|overlooked|disregarded|messed up|screwed up|slipped up|blundered)\b`,
      "gi",
    ),
    instead: "say what could be seen, and what else asked for attention",
  },
  {
    pattern:
      /\b(?:careless(?:ly|ness)?|negligen(?:t|tly|ce)|incompeten(?:t|tly|ce)|reckless(?:ly|ness)?|sloppy|sloppiness|inexcusabl[ey]|irresponsibl[ey]|stupid(?:ly|ity)?|idiot(?:ic)?|inattentive(?:ly|ness)?|fat[- ]finger(?:ed|ing)?)\b/gi,
    instead: "say what happened without judging the person",
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:mistakes?|faults?|errors?|oversights?|negligence) (?:made )?(?:by|of)(?: (?:the|an?|our|one))?${BETWEEN} ${PERSON}\b`,
      "gi",
    ),
    instead: "say what made the action possible and look right",
  },
  {
    pattern: new RegExp(String.raw`\b${PERSON}[’']s? (?:fault|mistake|error|oversight|negligence)s?\b`, "gi"),
    instead: "say what made the action possible and look right",
  },
  {
    pattern: new RegExp(String.raw`\b(?:is|was|are|were) to blame\b|\bblamed? (?:the )?${PERSON}\b`, "gi"),
    instead: "say what contributed, and how it is known",
  },
];

export function findBlame(source: PostmortemSource, { record }: RuleContext): RuleFinding[] {
  const names = record === null ? [] : namesIn(record);
  // A name is a person, too, where it is known.
  const impersonal = (text: string) =>
    names.reduce((words, name) => words.replaceAll(name, "who".padStart(name.length)), text);
  return sentencesIn(source).flatMap(({ text, start, passage }) => {
    const words = impersonal(text);
    return BLAME.flatMap(({ pattern, instead }) =>
      [...words.matchAll(pattern)].map(({ 0: found, index }) => ({
        line: passage.lineAt(start + index),
        message: `“${toSingleLine(found, LONGEST_QUOTE)}” reads as blame: ${instead}.`,
      })),
    );
  });
}

// `user error` is also what users see, which has a rate.
const HUMAN_ERROR =
  /\b(?:human|operator|user|engineer|manual|pilot)[- ]error\b(?![- ](?:rates?|messages?|pages?|counts?|budgets?|codes?|logs?|reports?|handling))/gi;

export function findHumanError(source: PostmortemSource): RuleFinding[] {
  return sentencesIn(source).flatMap(({ text, start, passage }) =>
    [...text.matchAll(HUMAN_ERROR)].map(({ 0: found, index }) => ({
      line: passage.lineAt(start + index),
      message: `“${toSingleLine(found, LONGEST_QUOTE)}” is given as a cause.`,
    })),
  );
}

type Placed = Sentence & { passage: Passage; heading: string };

/** All sentences but what is quoted, which are others' words. */
function sentencesIn({ tree, sections }: PostmortemSource): Placed[] {
  const definitions = definitionsOf(tree);
  return sections.flatMap(({ heading, children }) =>
    children
      .flatMap((child) => passagesOf(child, definitions))
      .flatMap((passage) =>
        sentencesOf(passage).map((sentence) => ({
          ...sentence,
          text: sentence.text.replace(QUOTED, ({ length }) => " ".repeat(length)),
          passage,
          heading: heading.toLowerCase(),
        })),
      ),
  );
}

const QUOTED = /“[^“”]{0,1000}”/g;

// Where names belong: the timeline, lists of people, and lines such as `Incident commander: …`.
const OF_PEOPLE = /^timeline$|\b(?:roles?|responders?|participants?|attendees|people|contacts?|team)\b/;
const ROLE =
  /\b(?:owners?|authors?|reviewers?|approvers?|commander|lead|scribe|liaison|facilitator|moderator|on-?call|responders?|participants?|attendees|assignees?)\b[^.:]{0,20}: ?[^:]{0,80}$/i;

export function findNames(source: PostmortemSource, { record }: RuleContext): RuleFinding[] {
  const names = record === null ? [] : namesIn(record);
  return sentencesIn(source)
    .filter(({ heading }) => !OF_PEOPLE.test(heading))
    .flatMap(({ text, start, passage }) =>
      names.flatMap((name) =>
        placesOf(text, name)
          .filter((at) => !ROLE.test(text.slice(Math.max(0, at - 120), at)))
          .map((at) => ({
            line: passage.lineAt(start + at),
            message: `${toSingleLine(name, LONGEST_QUOTE)} is named outside the timeline.`,
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
