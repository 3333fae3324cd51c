/** The questions that a template asks, and what the postmortem answers. */

import type { Block } from "../postmortem/blocks.ts";
import { comparable } from "../postmortem/blocks.ts";
import type { PostmortemSource } from "../postmortem/parse.ts";
import { excerpt } from "./excerpt.ts";
import type { RuleContext } from "./rule.ts";
import { identityOf } from "./skeleton.ts";

/** A question of the template. `answer` is null where the question is gone, and `line` then the section's. */
export type Question = { line: number; shown: string; answer: string | null };

/** The template's questions in the sections that are there. */
export function questionsIn({ sections }: PostmortemSource, { skeleton }: RuleContext): Question[] {
  return (skeleton?.sections ?? []).flatMap((section) => {
    const asked = section.templateLines.filter(isQuestion);
    const own = sections.find((one) => identityOf(one) === identityOf(section));
    // A section that is missing altogether is another rule's.
    if (own === undefined || asked.length === 0) return [];
    return answersTo(asked, own.blocks, own.line);
  });
}

function isQuestion({ kind, words }: Block): boolean {
  return kind === "item" && words.endsWith("?");
}

function answersTo(asked: Block[], blocks: Block[], sectionLine: number): Question[] {
  const found = new Map<Block, { line: number; answer: string }>();
  let last: { line: number; answer: string } | null = null;
  for (const block of blocks) {
    const words = comparable(block.words).replace(/^\[[ xX]?\] /, "");
    const isStruck = block.form.startsWith("~~");
    const question = asked.find(
      (one) => !isStruck && !found.has(one) && words.startsWith(comparable(one.words)),
    );
    if (question !== undefined) {
      last = {
        line: block.line,
        answer: `${block.checked === true ? "ticked" : ""}${words.slice(comparable(question.words).length)}`,
      };
      found.set(question, last);
    } else if (isQuestion(block) || block.kind === "heading") last = null;
    else if (last !== null) last.answer += ` ${block.words}`;
  }
  return asked.map((one) => ({
    line: found.get(one)?.line ?? sectionLine,
    shown: excerpt(one.words),
    answer: found.get(one)?.answer ?? null,
  }));
}

/** Whether a person, or somebody in their place, has answered. */
export function isAnswered({ answer }: Question): boolean {
  const words = (answer ?? "").replace(/[\s()[\]*_>.:-]+/g, " ").trim();
  return words !== "" && !/^(?:open|unanswered|not answered yet)$/i.test(words);
}

/** Whether the front matter names somebody. */
export function hasOwner({ values }: PostmortemSource): boolean {
  return !/^(?:open|none|nobody|unknown)?$/i.test((values.owner ?? "").trim());
}
