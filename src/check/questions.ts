/** The rules of what people must think about themselves: the questions that a template asks. */

import { toSingleLine } from "../lib/text.ts";
import { FINISHED, lineOfKey } from "./front-matter.ts";
import { type Facts, type Problem, type Rule, ruleOf, type Source } from "./rule.ts";
import { isSame, linesBelow } from "./structure.ts";

const LONGEST_SHOWN = 80;

export const questionRules: Rule[] = [
  ruleOf("structure-question-removed", removed),
  ruleOf("structure-question-answered", answeredTooSoon),
  ruleOf("structure-final", finishedTooSoon),
];

/** A question of the template; `answer` is null where the question is gone, and `line` then the section's. */
type Question = { line: number; words: string; answer: string | null };

function questionsIn({ postmortem, lines }: Source, { skeleton }: Facts): Question[] {
  if (postmortem === null || skeleton === null) return [];
  const { sections } = postmortem;
  return skeleton.sections.flatMap(({ heading, text }) => {
    const given = itemsOf(text.split("\n").map((words) => ({ line: 0, words })));
    const asked = given.map(({ words }) => words).filter(isQuestion);
    const section = sections.find((one) => isSame(one.heading, heading));
    // A section that is missing altogether is another rule's.
    if (section === undefined) return [];
    const answers = answersTo(asked, itemsOf(linesBelow(lines, sections, section.line)));
    return asked.map(
      (words) => answers.find((one) => one.words === words) ?? { line: section.line, words, answer: null },
    );
  });
}

function isQuestion(words: string): boolean {
  return words.endsWith("?");
}

type Item = { line: number; words: string };

/** The items of a list that stand at its margin, each with all that follows it. */
function itemsOf(lines: Item[]): Item[] {
  const items: { line: number; parts: string[] }[] = [];
  for (const { line, words } of lines) {
    const [, text] = /^ ?(?:[-*+]|\d{1,9}[.)])[ \t]+(.*)$/.exec(words) ?? [];
    if (text !== undefined) items.push({ line, parts: [text] });
    else items.at(-1)?.parts.push(words);
  }
  return items.map(({ line, parts }) => ({ line, words: squeezed(parts.join(" ")) }));
}

function squeezed(words: string): string {
  return words.replace(/\s+/g, " ").trim();
}

function answersTo(questions: string[], items: Item[]) {
  const found: { line: number; words: string; answer: string }[] = [];
  for (const { line, words } of items) {
    const bare = words.replace(/^\[[ xX]\] /, "");
    const question = questions.find((asked) => bare.startsWith(asked));
    const last = found.at(-1);
    if (question !== undefined) found.push({ line, words: question, answer: bare.slice(question.length) });
    else if (last) last.answer += ` ${words}`;
  }
  return found;
}

function isAnswered({ answer }: Question): boolean {
  const words = (answer ?? "").replace(/[\s()[\]*_>.:-]+/g, " ").trim();
  return words !== "" && !/^(?:open|unanswered|not answered yet)$/i.test(words);
}

function removed(source: Source, facts: Facts): Problem[] {
  return questionsIn(source, facts)
    .filter(({ answer }) => answer === null)
    .map(({ line, words }) => ({ line, words: `The question ${shown(words)} is gone.` }));
}

function shown(words: string): string {
  return toSingleLine(words, LONGEST_SHOWN);
}

function answeredTooSoon(source: Source, facts: Facts): Problem[] {
  // Of a finished one, the missing owner is found where the status says so.
  if (hasOwner(source) || isFinished(source)) return [];
  return questionsIn(source, facts)
    .filter(isAnswered)
    .map(({ line, words }) => ({
      line,
      words: `The question ${shown(words)} is answered, and nobody is the owner.`,
    }));
}

function finishedTooSoon(source: Source, facts: Facts): Problem[] {
  if (!isFinished(source)) return [];
  const status = source.postmortem?.frontMatter.status;
  const open = questionsIn(source, facts).filter(
    (question) => question.answer !== null && !isAnswered(question),
  );
  return [
    ...(hasOwner(source)
      ? []
      : [{ line: lineOfKey(source, "owner"), words: `The status is ${status}, and \`owner\` is empty.` }]),
    ...open.map(({ line, words }) => ({
      line,
      words: `The status is ${status}, and the question ${shown(words)} is open.`,
    })),
  ];
}

function isFinished({ postmortem }: Source): boolean {
  return FINISHED.includes(postmortem?.frontMatter.status ?? "");
}

function hasOwner({ postmortem }: Source): boolean {
  return !/^(?:open|none|nobody)?$/i.test((postmortem?.frontMatter.owner ?? "").trim());
}
