import { describe, expect, test } from "vitest";
import { frontMatterRules, incidentOf } from "../../src/check/front-matter.ts";
import type { Facts } from "../../src/check/rule.ts";
import { incidentRecord } from "../builders.ts";
import { factsOf, findingsOf, sourceOf, written } from "./written.ts";

const found = (id: string, text: string, facts?: Facts, file?: string) =>
  findingsOf(frontMatterRules, `front-matter-${id}`, sourceOf(text, file), facts);

const UNREADABLE = "---\nincident: nothing\n---\n";

describe("front matter that cannot be read", () => {
  test.for([
    ["no front matter", "# Postmortem\n", 1],
    ["a value of another form", written("", { created: "yesterday" }), 10],
    ["broken YAML", written("", { service: '"orders' }), 13],
    ["no keys", "---\n- a\n---\n", 1],
  ] as const)("is found where it is: %s", ([, text, line]) => {
    const [finding, ...more] = found("schema", text);
    expect(finding).toMatch(new RegExp(`^${line}: The postmortem cannot be read: it`));
    expect(more).toEqual([]);
  });

  test("is no matter for the other rules", () => {
    for (const { id } of frontMatterRules.slice(1))
      expect(
        findingsOf(frontMatterRules, id, sourceOf(UNREADABLE), factsOf({ record: incidentRecord() })),
      ).toEqual([]);
  });

  test("is not what ordinary front matter is", () => {
    expect(found("schema", written())).toEqual([]);
  });
});

describe("the record", () => {
  const facts = factsOf({ record: incidentRecord() });

  test("contradicts each value that differs, and each that is empty", () => {
    const front = {
      number: "378",
      url: "https://acme.pagerduty.com.example/incidents/Q1ORDERSPOOL01",
      service: "",
      priority: "P2",
      urgency: "low",
      created: "2026-02-10T14:33:01Z",
      resolved: "",
    };
    expect(found("record", written("", front), facts)).toEqual([
      "3: `number` is 378, and the record has 387.",
      "4: `url` is https://acme.pagerduty.com.example/incidents/Q1ORDERSPOOL01, and the record has https://acme.pagerduty.com/incidents/Q1ORDERSPOOL01.",
      "5: `service` is empty, and the record has orders-service.",
      "6: `priority` is P2, and the record has P1.",
      "7: `urgency` is low, and the record has high.",
      "10: `created` is 2026-02-10T14:33:01Z, and the record has 2026-02-10T14:32:00Z.",
      "12: `resolved` is empty, and the record has 2026-02-10T15:18:02Z.",
    ]);
  });

  test("lets a minute pass, and what it does not know", () => {
    expect(found("record", written("", { created: "2026-02-10T14:33:00Z" }), facts)).toEqual([]);
    const unknown = incidentRecord({
      incident: { number: null, url: null, service: null, priority: null, urgency: null, created_at: null },
      record: { resolvedAt: null },
    });
    expect(found("record", written("", { priority: "P5" }), factsOf({ record: unknown }))).toEqual([]);
  });

  test("is not asked for when there is none", () => {
    expect(found("record", written("", { priority: "P5" }))).toEqual([]);
  });

  test("is pointed at the first line where the key is missing or only in the body", () => {
    const text = written("priority: P2").replace("priority: P1\n", "");
    expect(found("record", text, facts)).toEqual(["1: `priority` is empty, and the record has P1."]);
    const absent = written("").replace("urgency: high\n", "");
    expect(found("record", absent, facts)).toEqual(["1: `urgency` is empty, and the record has high."]);
  });
});

test("times must be in their order", () => {
  const front = { created: "2026-02-10T16:00:00Z", acknowledged: "2026-02-10T15:50:00Z" };
  expect(found("times", written("", front))).toEqual([
    "11: `acknowledged` is before `created`.",
    "12: `resolved` is before `created`.",
    "12: `resolved` is before `acknowledged`.",
  ]);
  expect(found("times", written())).toEqual([]);
});

test("the status is one of five", () => {
  expect(found("status", written("", { status: "done" }))).toEqual(["8: `status` is done."]);
  expect(found("status", written("", { status: "" }))).toEqual(["8: `status` is empty."]);
  for (const status of ["draft", "in-review", "reviewed", "closed", "final"])
    expect(found("status", written("", { status }))).toEqual([]);
});

describe("the file's name", () => {
  const named = (name: string) => found("file-name", written(), undefined, `docs/postmortems/${name}`);

  test("is the incident's", () => {
    expect(named("2026-02-10-Q1ORDERSPOOL01-pool.md")).toEqual([]);
    expect(named("2026-02-10-Q1ORDERSPOOL02-pool.md")).toEqual([
      "2: The file's name is not one of the incident Q1ORDERSPOOL01.",
    ]);
    expect(named("pool.md")).toHaveLength(1);
  });

  test("has the incident's first day, or that of a later draft by hand", () => {
    expect(named("2026-02-12-Q1ORDERSPOOL01.md")).toEqual([]);
    expect(named("2026-02-09-Q1ORDERSPOOL01.md")).toEqual([
      "2: The file's name has a day before 2026-02-10, when the incident began.",
    ]);
    const undated = written("", { created: "" });
    expect(found("file-name", undated, undefined, "d/2001-01-01-Q1ORDERSPOOL01.md")).toEqual([]);
  });
});

test("one incident has one file", () => {
  const names = ["README.md", "2026-02-10-Q1ORDERSPOOL01-pool.md"];
  expect(found("one-file", written(), factsOf({ names }))).toEqual([]);
  expect(
    found("one-file", written(), factsOf({ names: [...names, "2026-02-10-Q1ORDERSPOOL01.md"] })),
  ).toEqual(["2: The incident has another file, 2026-02-10-Q1ORDERSPOOL01.md."]);
});

test("the incident is named by the front matter, or else by the file", () => {
  expect(incidentOf(sourceOf(written(), "d/2026-02-10-Q1OTHER.md"))).toBe("Q1ORDERSPOOL01");
  expect(incidentOf(sourceOf(UNREADABLE, "d/2026-02-10-Q1OTHER-x.md"))).toBe("Q1OTHER");
  expect(incidentOf(sourceOf(UNREADABLE, "d/2026-02-10-nothing.md"))).toBe(null);
  expect(incidentOf(sourceOf(UNREADABLE, "d/2026-02-10-AB.md"))).toBe(null);
});
