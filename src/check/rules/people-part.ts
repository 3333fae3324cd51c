/** Who owns a postmortem, how far it is, what it teaches and what was done since is for people to say. */

import { actionItemsOf } from "../../postmortem/action-items.ts";
import type { Block } from "../../postmortem/blocks.ts";
import { type PostmortemSource, sectionsWith } from "../../postmortem/parse.ts";
import { excerpt } from "../excerpt.ts";
import { lineOfKey } from "../keys.ts";
import { isAnswered, questionsIn } from "../questions.ts";
import type { CheckRule, RuleContext, RuleResult } from "../rule.ts";

export const peoplePart: CheckRule = {
  meta: {
    id: "people-part",
    severity: "error",
    why: "Who owns a postmortem, how far it is, what it teaches and what was done since is for people to say.",
    fix: "Put back what the skeleton has: `status: draft`, an empty `owner`, open questions, boxes that nobody has ticked; and name people or `open` as owners.",
    needs: ["author"],
    wrong: "owner: Devin\nstatus: final",
    right: "owner:\nstatus: draft",
  },
  run,
};

// Whom Devin names for itself, and how GitHub writes an app.
const BOT = /^@?(?:devin(?:[ -]?ai)?(?:[ -]integration)?|[^[\]]{1,80}\[bot\])$/i;

function run(source: PostmortemSource, context: RuleContext): RuleResult {
  if (context.author !== "bot") return { nothing: "a person is the author" };
  const { owner, status } = source.values;
  const ofKey = (key: string, value: string) => ({
    line: lineOfKey(source, key),
    what: `\`${key}\` is ${excerpt(value)}`,
  });
  return [
    ...(owner === null ? [] : [ofKey("owner", owner)]),
    ...(status === null || status === "draft" ? [] : [ofKey("status", status)]),
    ...questionsIn(source, context)
      .filter(isAnswered)
      .map((question) => ({ line: question.line, what: `the question ${question.shown} is answered` })),
    ...aboveQuestions(source, context).map(({ line }) => ({ line, what: "words stand above the questions" })),
    ...actionItemsOf(source).flatMap(({ line, isTicked, owner: by }) => [
      ...(isTicked === true ? [{ line, what: "an action item is ticked" }] : []),
      ...(by !== null && BOT.test(by) ? [{ line, what: `an action item's owner is ${excerpt(by)}` }] : []),
    ]),
  ].map(({ line, what }) => ({ line, message: `A bot is the author, and ${what}.` }));
}

/** What a bot says to people's questions before the first of them. */
function aboveQuestions(source: PostmortemSource, { skeleton, record }: RuleContext): Block[] {
  const given = (skeleton?.sections ?? [])
    .filter(({ key }) => key === "questions")
    .flatMap(({ blocks }) => beforeFirstQuestion(blocks));
  // Without the record nobody knows what the template's own words there became.
  if (record === null && given.length > 0) return [];
  const forms = new Set(given.map(({ form }) => form));
  return sectionsWith(source, "questions")
    .flatMap(({ blocks }) => beforeFirstQuestion(blocks))
    .filter(({ form }) => !forms.has(form));
}

function beforeFirstQuestion(blocks: Block[]): Block[] {
  const first = blocks.findIndex(({ words }) => words.endsWith("?"));
  return blocks.slice(0, Math.max(0, first)).filter(({ words }) => words !== "");
}
