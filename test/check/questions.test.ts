import { expect, test } from "vitest";
import { questionRules } from "../../src/check/questions.ts";
import type { Facts } from "../../src/check/rule.ts";
import { BODY, factsOf, findingsOf, skeletonFrom, sourceOf, written } from "./written.ts";

const TEMPLATE = `# T

## Summary

Text without a question.

## Lessons

Think about these.

- What went well?
- What did people see when they decided, and
  what would have helped?
`;
const facts = factsOf({ skeleton: skeletonFrom({ file: "t.md", text: TEMPLATE }) });
const OPEN = TEMPLATE.slice(TEMPLATE.indexOf("## Lessons"));
const SECOND = "What did people see when they decided, and what would have helped?";

const found = (id: string, body: string, front: Record<string, string> = {}, given: Facts = facts) =>
  findingsOf(questionRules, `structure-${id}`, sourceOf(written(body, front)), given);

test("no rule looks into a file without front matter", () => {
  for (const { id } of questionRules)
    expect(findingsOf(questionRules, id, sourceOf(OPEN), facts)).toEqual([]);
});

test("an open question is no finding, however it is wrapped", () => {
  for (const { id } of questionRules) {
    expect(findingsOf(questionRules, id, sourceOf(written(OPEN)), facts)).toEqual([]);
    const wrapped = `## Lessons\n\n1) What went\n   well?\n* [ ] ${SECOND} (open)\n`;
    expect(findingsOf(questionRules, id, sourceOf(written(wrapped)), facts)).toEqual([]);
  }
});

test("a question of the template that is gone is found at its section", () => {
  expect(found("question-removed", `## Lessons\n\n- ${SECOND}\n- What else?\n`)).toEqual([
    `${BODY}: The question What went well? is gone.`,
  ]);
  expect(found("question-removed", "## Other\n\ntext\n")).toEqual([]);
});

test("an answer needs an owner", () => {
  const answered = `## Lessons\n\n- What went well?\n  The roll-back.\n- ${SECOND}\n- A better dashboard.\n`;
  expect(found("question-answered", answered)).toEqual([
    `${BODY + 2}: The question What went well? is answered, and nobody is the owner.`,
    `${BODY + 4}: The question What did people see when they decided, and what would have helped? is answered, and nobody is the owner.`,
  ]);
  expect(found("question-answered", answered, { owner: "open" })).toHaveLength(2);
  expect(found("question-answered", answered, { owner: "Orders team" })).toEqual([]);
  expect(found("question-answered", answered, { status: "final" })).toEqual([]);
});

test("a finished postmortem has an owner and every answer", () => {
  const half = `## Lessons\n\n- What went well? The roll-back.\n- ${SECOND}\n  _Not answered yet._\n`;
  expect(found("final", half)).toEqual([]);
  for (const status of ["final", "reviewed", "closed"])
    expect(found("final", half, { status })).toEqual([
      `9: The status is ${status}, and \`owner\` is empty.`,
      `${BODY + 3}: The status is ${status}, and the question What did people see when they decided, and what would have helped? is open.`,
    ]);
  const whole = `## Lessons\n\n- What went well? The roll-back.\n- ${SECOND}\n\nThe queue.\n`;
  expect(found("final", whole, { status: "final", owner: "Orders team" })).toEqual([]);
});

test("without a template nobody knows the questions", () => {
  const body = "## Questions for the Review\n\n- What went well? The roll-back.\n";
  for (const { id } of questionRules)
    expect(findingsOf(questionRules, id, sourceOf(written(body)))).toEqual([]);
});
