/** What holds for every rule, and what single rules say of texts that no golden postmortem can stand for. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { regionOf } from "../../src/check/identity.ts";
import type { RuleContext } from "../../src/check/rule.ts";
import { RULES } from "../../src/check/rules.ts";
import { withLetters } from "../../src/incident/letters.ts";
import { blankRecord } from "../../src/incident/record.ts";
import { renderSkeleton } from "../../src/postmortem/render.ts";
import { contextOf, FILE, found, linesFound, read, referencesOf, skeletonFrom, sourceOf } from "./sources.ts";

const BODY = "# A\n\n## Timeline\n\n- 14:40 UTC — The queue grew\n\n## Root Cause\n\nA leak (likely)\n";
const everything = contextOf({
  record: { ...blankRecord("Q1ORDERSPOOL01"), missing: ["Log entries could not be read: 500."] },
  references: referencesOf({}),
  skeleton: skeletonFrom(null, blankRecord("Q1ORDERSPOOL01")),
  author: "bot",
});

describe("every rule copes", () => {
  test.for(RULES.map((rule) => [rule.meta.id, rule] as const))("%s", async ([, rule]) => {
    for (const source of [read(BODY), read(""), read("---\n---\n"), sourceOf(BODY)])
      for (const context of [contextOf(), everything]) {
        const result = await rule.run(source, context);
        expect("nothing" in result || result.every(({ line }) => line > 0)).toBe(true);
      }
  });
});

describe("front matter", () => {
  const messages = async (...front: string[]) =>
    (await found("front-matter-schema", read(["---", ...front, "---", ""].join("\n"), FILE))).map(
      ({ message, fix }) => [message, fix],
    );

  test("without a key is one finding", async () => {
    expect(await messages("- a")).toEqual([
      ["The front matter has no keys.", undefined],
      [expect.stringContaining("`incident` is empty"), undefined],
    ]);
  });

  test("tells the quotes that a value wants, where it can", async () => {
    expect(await messages("incident: Q1ORDERSPOOL01", "owner: @sam")).toEqual([
      [expect.stringContaining("`owner`"), expect.stringContaining('`owner: "@sam"`')],
    ]);
    expect(await messages("incident: Q1ORDERSPOOL01", '"owner": @sam')).toEqual([
      [expect.stringContaining("`owner`"), undefined],
    ]);
  });

  test("that is indented is read, and its problems stand at its first line", async () => {
    const lines = ["  incident: Q1ORDERSPOOL01", "  created: 2026-02-10T15:32:00+01:00", "  number: many"];
    expect((await found("front-matter-schema", read(["---", ...lines, "---", ""].join("\n")))).length).toBe(
      2,
    );
  });
});

test("what GitHub does not show is no trigger that came too late", async () => {
  const references = referencesOf({ "acme/orders#7": { state: "unreadable" } });
  const source = sourceOf("", ["trigger: acme/orders#7"]);
  expect(await found("front-matter-trigger-landed", source, contextOf({ references }))).toEqual([]);
});

test("of several gaps the longest is told, with how many there are", async () => {
  const body = "## Timeline\n\n- 14:32 UTC — a\n- 16:00 UTC — b\n- 19:00 UTC — c\n";
  const [finding, ...more] = await found("timeline-gap", sourceOf(body, ["resolved: 2026-02-10T19:00:00Z"]));
  expect(finding?.message).toMatch(/^Of the 180 minutes .* the longest of 2 such gaps/);
  expect(more).toEqual([]);
});

test("a list of times before the first section is a second timeline, too", async () => {
  const source = sourceOf("- 14:32 UTC — a\n- 14:40 UTC — b\n");
  expect(await found("timeline-second", source)).toMatchObject([
    { message: expect.stringContaining("before the sections") },
  ]);
});

test("a section with a placeholder alone is the other rule's", async () => {
  expect(await found("structure-empty-section", sourceOf("## Root Cause\n\nTBD\n"))).toEqual([]);
  expect(await found("structure-empty-section", sourceOf("## Root Cause\n\n![](a.png)\n"))).toEqual([]);
});

test("a file without front matter, one of another incident and an unknown beginning have no early name", async () => {
  const lines = async (text: string) => (await found("front-matter-file-name", read(text))).length;
  expect(await lines("# A")).toBe(0);
  expect(await lines("---\nincident: Q1ORDERSPOOL01\n---\n")).toBe(0);
  expect(await lines("---\nincident: Q1OTHER\n---\n")).toBe(1);
});

test("a root cause or trigger that cannot be read is one finding, and none without a claim is unknown", async () => {
  const of = (...front: string[]) => sourceOf("## Root Cause\n", front);
  expect(await found("front-matter-root-cause", of("root-cause: [a]"))).toEqual([]);
  expect(await found("front-matter-root-cause", of("root-cause: unknown"))).toEqual([]);
  expect(await found("front-matter-root-cause", of("root-cause: likely"))).toHaveLength(1);
  expect(await found("front-matter-trigger", of("trigger: [a]"))).toEqual([]);
});

test("a change that landed is no finding where nobody knows when the incident began", async () => {
  const references = referencesOf({ "acme/orders#7": { state: "found", kind: "commit", landedAt: 0 } });
  const source = read("---\ntrigger: acme/orders#7\n---\n");
  expect(await found("front-matter-trigger-landed", source, contextOf({ references }))).toEqual([]);
});

test("a row is missed of an incident that is still open, too", async () => {
  const blank = blankRecord("Q1ORDERSPOOL01");
  const record = { ...blank, createdAt: 0, timeline: [{ at: 60_000, what: "Acknowledged", by: null }] };
  const source = read(renderSkeleton(record).replace(/^- .* Acknowledged\n/m, ""));
  const context = contextOf({ record, skeleton: skeletonFrom(null, record) });
  expect(await found("record-missing-line", source, context)).toHaveLength(1);
});

test("words before the questions answer none of them", async () => {
  const body = "## Questions\n\nFor Monday.\n\n- Why?\n";
  const skeleton = skeletonFrom({ file: "t.md", text: "## Questions\n\n- Why?\n" });
  expect(await found("people-question-answered", sourceOf(body), contextOf({ skeleton }))).toEqual([]);
});

test.for([
  ["https://acme.eu.pagerduty.com/incidents/Q1ORDERSPOOL01", "eu"],
  ["387", null],
] as const)("the region of an incident at %s is %s", ([url, region]) => {
  expect(regionOf(sourceOf("", [`url: "${url}"`]))).toBe(region);
});

test("a session that people call none is empty", async () => {
  expect(await found("front-matter-session", sourceOf("", ["session: none"]))).toEqual([]);
});

test("a name of any kind equals itself, as the skeleton writes it", async () => {
  const names = fc.string({ unit: "grapheme", maxLength: 150 });
  await fc.assert(
    fc.asyncProperty(names, names, async (name, priority) => {
      const blank = blankRecord("Q1ORDERSPOOL01");
      const service = { id: "PSVC", name, url: null };
      const record = { ...blank, incident: { ...blank.incident, service, priority } };
      const context = contextOf({ record });
      expect(await found("front-matter-record", read(renderSkeleton(record)), context)).toEqual([]);
    }),
  );
});

test("a skeleton with letters in place of names is the record's with letters, and not the one with names", async () => {
  const blank = blankRecord("Q1ORDERSPOOL01");
  const timeline = [
    { at: 0, what: "Escalated to Wei Chen", by: null },
    { at: 60_000, what: "Acknowledged", by: "Ana Souza" },
  ];
  const record = { ...blank, createdAt: 0, people: ["Wei Chen", "Ana Souza"], timeline };
  const lettered = withLetters(record);
  const source = read(renderSkeleton(lettered));
  expect(source.text).toContain("Escalated to Responder A");
  const lines = async (known: typeof lettered) =>
    await found(
      "record-altered-line",
      source,
      contextOf({ record: known, skeleton: skeletonFrom(null, known) }),
    );
  expect(await lines(lettered)).toEqual([]);
  expect(await lines(record)).toHaveLength(2);
});

test("a file of an older form is read, and what it lacks is listed once", async () => {
  const old = sourceOf("# Postmortem: A\n\n## Timeline\n\n- 14:32 UTC — Triggered\n", ["status: draft"]);
  expect(old.timeline).toHaveLength(1);
  expect(await found("front-matter-keys", old)).toEqual([
    expect.objectContaining({ message: expect.stringContaining("lacks owner, service, priority") }),
  ]);
});

test("a duration is compared with its own two ends where there is no record", async () => {
  const of = (minutes: number) =>
    sourceOf("", ["resolved: 2026-02-10T15:18:02Z", `duration-minutes: ${minutes}`]);
  expect(await found("front-matter-duration", of(47))).toEqual([]);
  expect(await found("front-matter-duration", of(64))).toHaveLength(1);
});

test("a bot's words above the questions are found where no template is known, too", async () => {
  const body = "## Questions for the Review\n\nNothing to learn.\n\n- Why?\n";
  expect(await found("people-part", sourceOf(body), contextOf({ author: "bot" }))).toHaveLength(1);
});

test("what the template itself says above its questions is no word of the bot's, whatever stands for a variable", async () => {
  const section = (intro: string) => `## Questions for the Review\n\n${intro}\n\n- Why?\n`;
  const record = blankRecord("Q1ORDERSPOOL01");
  const template = { file: "t.md", text: section("For whoever reads {{ incident }}:") };
  const skeleton = skeletonFrom(template, {
    ...record,
    incident: { ...record.incident, id: "Q1ORDERSPOOL02" },
  });
  const lines = (intro: string, known: Partial<RuleContext>) =>
    linesFound("people-part", sourceOf(section(intro)), contextOf({ author: "bot", skeleton, ...known }));
  expect(await lines("For whoever reads Q1ORDERSPOOL02:", { record })).toEqual([]);
  expect(await lines("For nobody:", { record })).toEqual([3]);
  expect(await lines("For whoever reads Q1ORDERSPOOL01:", { record: null })).toEqual([]);
});

test("signs that the template itself has are no placeholders of the author's", async () => {
  const [ours, theirs] = ["Say XX where a country has no code.", "It was XX."];
  const skeleton = skeletonFrom({ file: "t.md", text: `## A\n\n${ours}\n` });
  const source = sourceOf(`## A\n\n${ours}\n\n${theirs}\n`);
  expect(await linesFound("structure-placeholder", source, contextOf({ skeleton }))).toEqual([5]);
});
