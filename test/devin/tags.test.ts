import { describe, expect, test } from "vitest";
import {
  BY_HAND_TAG,
  DEFERRED_TAG,
  eventByHand,
  eventTag,
  fitTags,
  incidentOf,
  incidentTag,
  instructionTag,
  isByHand,
  isGathering,
  isOwnTag,
  lastInstruction,
  NEEDS_SOMEBODY_TAG,
  NUDGED_TAG,
  PROJECT_TAG,
} from "../../src/devin/tags.ts";
import { parseConfig } from "../../src/settings/configuration.ts";

const at = (time: string) => Date.parse(`2026-02-10T${time}Z`);

test("an incident, an event and what was asked each have a tag", () => {
  expect(incidentTag("Q1ORDERSPOOL01")).toBe("incident:Q1ORDERSPOOL01");
  expect(eventTag("01RESOLVED")).toBe("event:01RESOLVED");
  expect(instructionTag("draft", at("15:18:02.120"))).toBe("asked:draft@2026-02-10T15:18:02.120Z");
});

describe("what a session was asked last", () => {
  test("is read from its tags, whatever their order", () => {
    const tags = [
      "asked:hold@2026-02-10T15:40:00.000Z",
      "asked:draft@2026-02-10T16:05:40.500Z",
      "asked:gather@2026-02-10T14:38:00.000Z",
    ];
    expect(lastInstruction(tags)).toEqual({ ask: "draft", until: at("16:05:40.500") });
    expect(lastInstruction(tags.toReversed())).toEqual({ ask: "draft", until: at("16:05:40.500") });
  });

  test("reads back what it wrote", () => {
    for (const ask of ["gather", "draft", "hold"] as const)
      expect(lastInstruction([instructionTag(ask, at("15:18:02.120"))])).toEqual({
        ask,
        until: at("15:18:02.120"),
      });
  });

  test.for([
    ["no tags", []],
    ["tags of a session that an older version started", ["incident:Q1", "event:01RESOLVED"]],
    ["a word that is not known", ["asked:publish@2026-02-10T15:40:00.000Z"]],
    ["a time that is none", ["asked:draft@yesterday", "asked:draft@"]],
    ["a tag of the team's own", ["was-asked:draft@2026-02-10T15:40:00.000Z"]],
  ] as const)("is not known of %s", ([, tags]) => {
    expect(lastInstruction([...tags])).toBeNull();
  });
});

describe("a session gathers", () => {
  const gather = instructionTag("gather", at("14:38:00"));
  const hold = instructionTag("hold", at("15:40:00"));
  const draft = instructionTag("draft", at("15:18:00"));

  test.for([
    ["since it was asked to", [gather], true],
    ["although it was told to hold meanwhile", [gather, hold], true],
    ["no more once it was asked to draft", [gather, draft], false],
    ["no more although it holds", [gather, draft, hold], false],
    ["not where it began with a draft", [draft], false],
    ["not where nothing tells", ["incident:Q1"], false],
  ] as const)("%s", ([, tags, expected]) => {
    expect(isGathering([...tags])).toBe(expected);
  });
});

test("the incident of a session is in its tags", () => {
  expect(incidentOf(["pagerduty-postmortem", "incident:Q1ORDERSPOOL01", "event:1"])).toBe("Q1ORDERSPOOL01");
  expect(incidentOf(["pagerduty-postmortem", "my-incident:Q1"])).toBeNull();
});

test("a session is by hand where its tag says so, never by the id of an event", () => {
  expect(isByHand(["event:1", "by-hand"])).toBe(true);
  expect(isByHand([eventTag(eventByHand("1"))])).toBe(false);
});

describe("tags that are added", () => {
  const events = (count: number) => Array.from({ length: count }, (_, index) => eventTag(`E${index}`));

  test("come after those that are there, each once", () => {
    expect(fitTags(["incident:Q1", "event:1"], ["event:1", "event:2"])).toEqual([
      "incident:Q1",
      "event:1",
      "event:2",
    ]);
  });

  test("fit up to fifty", () => {
    const tags = ["incident:Q1", ...events(48)];
    expect(fitTags(tags, ["event:NEW"])).toEqual([...tags, "event:NEW"]);
  });

  test("beyond fifty leave the oldest events and what was asked before", () => {
    const own = ["pagerduty-postmortem", "incident:Q1", "team:checkout"];
    const asked = [
      instructionTag("gather", at("14:38:00")),
      instructionTag("draft", at("15:00:00")),
      instructionTag("hold", at("15:10:00")),
      instructionTag("draft", at("15:20:00")),
    ];
    const fitting = fitTags(
      [...own, ...events(43), ...asked],
      [eventTag("NEW"), instructionTag("draft", at("15:30:00"))],
    );
    expect(fitting).toEqual([
      ...own,
      "event:E39",
      "event:E40",
      "event:E41",
      "event:E42",
      "event:NEW",
      instructionTag("gather", at("14:38:00")),
      instructionTag("draft", at("15:30:00")),
      instructionTag("hold", at("15:10:00")),
    ]);
    expect(lastInstruction(fitting)).toEqual({ ask: "draft", until: at("15:30:00") });
    expect(isGathering(fitting)).toBe(false);
  });

  test("are never more than fifty, however many others there are, and keep the news", () => {
    const others = Array.from({ length: 60 }, (_, index) => `t${index}`);
    const added = [eventTag("NEW"), instructionTag("draft", at("15:30:00"))];
    const fitting = fitTags(["incident:Q1", ...others, ...events(9)], added);
    expect(fitting).toHaveLength(50);
    expect(fitting[0]).toBe("incident:Q1");
    expect(fitting).toEqual(expect.arrayContaining(added));
    expect(fitTags(["incident:Q1", ...others], [eventTag("NEW")])).not.toContain("t59");
  });
});

test("of too many tags that people gave a session, those go by which nothing is found", () => {
  const own = ["pagerduty-postmortem", "incident:Q1ORDERSPOOL01", "nudged", "needs-somebody"];
  const theirs = Array.from({ length: 46 }, (_, index) => `a${index}`);
  const kept = fitTags([...theirs, ...own], [eventTag("01RESOLVED")]);
  expect(kept).toHaveLength(46);
  expect(kept).toEqual(expect.arrayContaining([...own, eventTag("01RESOLVED")]));
});

test.for([
  [PROJECT_TAG, true],
  [BY_HAND_TAG, true],
  [DEFERRED_TAG, true],
  [NUDGED_TAG, true],
  [NEEDS_SOMEBODY_TAG, true],
  [incidentTag("Q1ORDERSPOOL01"), true],
  [eventTag("01RESOLVED"), true],
  [instructionTag("draft", 0), true],
  // By this one nothing is found, and it is ours all the same.
  ["service:orders", false],
] as const)("a configuration cannot give a session our tag %s", ([tag, isFoundBy]) => {
  expect(isOwnTag(tag)).toBe(isFoundBy);
  for (const written of [tag, tag.toUpperCase()])
    expect(parseConfig("", `devin: { tags: ["${written}"] }`).problems).toHaveLength(1);
});
