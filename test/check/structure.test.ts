import { describe, expect, test } from "vitest";
import type { Facts } from "../../src/check/rule.ts";
import { structureRules } from "../../src/check/structure.ts";
import { BODY, factsOf, findingsOf, skeletonFrom, sourceOf, written } from "./written.ts";

const template = (text: string) => factsOf({ skeleton: skeletonFrom({ file: "t.md", text }) });
const ABC = template("# T\n\n## A\n\n## B\n\n## C\n");

const found = (id: string, body: string, facts?: Facts) =>
  findingsOf(structureRules, `structure-${id}`, sourceOf(written(body)), facts);

test("no rule looks into a file without front matter, and none misses sections of an unknown template", () => {
  for (const { id } of structureRules)
    expect(findingsOf(structureRules, id, sourceOf("## A\n\n- \n"), ABC)).toEqual([]);
  expect(found("missing-section", "## B\n\ntext")).toEqual([]);
  expect(found("section-order", "## B\n\n## A\n")).toEqual([]);
});

test("each section of the template is there, whatever the case of its heading", () => {
  expect(found("missing-section", "## a\n\n## B\n\n## More\n\n## C\n", ABC)).toEqual([]);
  expect(found("missing-section", "## B\n", ABC)).toEqual([
    "1: The section A is missing.",
    `${BODY}: The section C is missing.`,
  ]);
});

test("the sections are in the order of the template; others stand anywhere", () => {
  expect(found("section-order", "## Zero\n\n## A\n\n## More\n\n## C\n", ABC)).toEqual([]);
  expect(found("section-order", "## B\n\n## C\n\n## A\n", ABC)).toEqual([
    `${BODY + 4}: The section A stands before C in the template.`,
  ]);
});

test("a section has more in it than headings", () => {
  expect(found("empty-section", "## A\n\n### Inner\n\n###\n\n## B\n\ntext\n\n## C\n")).toEqual([
    `${BODY}: The section A has nothing in it.`,
    `${BODY + 10}: The section C has nothing in it.`,
  ]);
});

describe("placeholders", () => {
  test.for([
    "- ",
    "- [ ] ",
    "* [x]",
    "1. …",
    "- ...",
    "Owner: TBD",
    "{{ title }}",
    "{% if x %}",
    "<insert the cause>",
    "[placeholder]",
    "Lorem ipsum dolor",
  ])("such as %j are found", (line) => {
    const [finding, ...more] = found("placeholder", `## A\n\ntext\n${line}\n`);
    expect(finding).toMatch(
      new RegExp(`^${BODY + 3}: (The item .* is empty|A placeholder still stands there: )`),
    );
    expect(more).toEqual([]);
  });

  test.for([
    "`TODO` and `{{ title }}`",
    "```\n- [ ]\nTBD\n```",
    "~~~\nTBD\n```\nTBD\n~~~",
    "---",
    "*",
    "todo: nothing",
    "<br> and [link](x)",
  ])("are not seen in %j", (words) => {
    const text = words === "*" ? "a * b" : words;
    expect(found("placeholder", `## A\n\n${text}\n\nend\n`)).toEqual([]);
  });

  test("are what the template says of itself, and not what it brings along", () => {
    const facts = template(
      "# T\n\n## A\n\n_What happened, in two sentences._\n\nAsk TBD, or the owner.\n\n## B\n",
    );
    expect(
      found("placeholder", "## A\n\n_What happened, in two sentences._\n\nAsk TBD, or the owner.\n", facts),
    ).toEqual([
      `${BODY + 2}: The template's own words still stand there: _What happened, in two sentences._`,
    ]);
    expect(found("placeholder", "## A\n\n_Own emphasis._\n", facts)).toEqual([]);
  });

  test("in the timeline are strangers' words", () => {
    expect(found("placeholder", "## Timeline\n\n- 14:32 UTC — TODO list alert\n")).toEqual([]);
    expect(found("placeholder", "## Timeline\n\n- \n")).toHaveLength(1);
  });
});
