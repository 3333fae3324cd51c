import { describe, expect, test } from "vitest";
import type { Rule } from "../../src/check/rule.ts";
import { type CheckOptions, check } from "../../src/check/run.ts";
import { incidentRecord } from "../builders.ts";
import { factsOf, written } from "./written.ts";

const FILE = "docs/postmortems/2026-02-10-Q1ORDERSPOOL01-pool.md";

function rule(id: string, overrides: Partial<Rule> = {}): Rule {
  return {
    id,
    severity: "error",
    reason: "It is a test.",
    fix: "Mend it.",
    find: () => [{ line: 3, words: `Found by ${id}.` }],
    ...overrides,
  };
}

const NEEDY = [
  rule("r", { needs: "record", find: (_, { record }) => (record ? [{ line: 1, words: "r" }] : []) }),
  rule("s", {
    needs: "references",
    find: (_, { references }) => (references ? [{ line: 2, words: "s" }] : []),
  }),
];

const references = { serverUrl: "https://github.com", answers: {}, notChecked: [] };

function run(options: Partial<CheckOptions> = {}) {
  return check({
    postmortems: [{ file: FILE, text: written() }],
    removed: [],
    names: [],
    severities: {},
    templates: [null],
    readRecord: () => Promise.resolve(incidentRecord()),
    readReferences: () => Promise.resolve(references),
    repository: "acme/docs",
    now: 0,
    rules: [rule("a"), rule("b", { severity: "warning" })],
    ...options,
  });
}

test("a finding has its rule, severity, place, words and fix; they come by file and line", async () => {
  const later = rule("later", { find: () => [{ line: 9, words: "Later." }] });
  const other = "docs/postmortems/2026-01-01-Q1OTHER01.md";
  const checked = await run({
    postmortems: [
      { file: FILE, text: written() },
      { file: other, text: written() },
      { file: FILE, text: written() },
    ],
    removed: ["docs/postmortems/old.md"],
    rules: [later, rule("a")],
  });
  expect(checked.files).toEqual([FILE, other, FILE]);
  expect(checked.removed).toEqual(["docs/postmortems/old.md"]);
  expect(checked.findings.map(({ file, line, rule }) => [file, line, rule])).toEqual([
    [other, 3, "a"],
    [other, 9, "later"],
    [FILE, 3, "a"],
    [FILE, 3, "a"],
    [FILE, 9, "later"],
    [FILE, 9, "later"],
  ]);
  expect(checked.findings[0]).toEqual({
    rule: "a",
    severity: "error",
    file: other,
    line: 3,
    words: "Found by a.",
    fix: "Mend it.",
  });
});

test("the configuration turns rules off, down and up", async () => {
  const { findings } = await run({ severities: { a: "off", b: "error" } });
  expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([["b", "error"]]);
});

describe("what cannot be read", () => {
  test.for([
    ["is not there", null, "it is not in the checkout as a plain file"],
    ["is too long", "x".repeat(262_145), "it has 262145 bytes, and no more than 262144 are read"],
  ] as const)("is an error that no configuration turns off: a file that %s", async ([, text, why]) => {
    const { findings, files } = await run({ postmortems: [{ file: FILE, text }], severities: { a: "off" } });
    expect(files).toEqual([FILE]);
    expect(findings).toEqual([
      {
        rule: "unreadable",
        severity: "error",
        file: FILE,
        line: 1,
        words: `The postmortem is not checked: ${why}.`,
        fix: "Make it a Markdown file that people could read, too.",
      },
    ]);
  });

  test("does not stop the others", async () => {
    const postmortems = [
      { file: "docs/postmortems/2001.md", text: null },
      { file: FILE, text: written() },
    ];
    expect((await run({ postmortems })).findings.map(({ rule }) => rule)).toEqual(["unreadable", "a", "b"]);
  });
});

test("a text that is made to stop a rule is a finding of that rule", async () => {
  const slow = rule("slow", {
    find: () => {
      for (;;);
    },
  });
  const { findings } = await run({ rules: [slow, rule("a")], longestMs: 20 });
  expect(findings.map(({ rule, words }) => [rule, words])).toEqual([
    ["slow", "This rule was stopped after 20 ms: the text is made to be slow to read."],
    ["a", "Found by a."],
  ]);
});

describe("the record", () => {
  test("is asked for once for each incident, with the region of its address", async () => {
    const asked: unknown[] = [];
    const readRecord: CheckOptions["readRecord"] = (...args) => {
      asked.push(args);
      return Promise.resolve(incidentRecord());
    };
    const eu = written("", {
      incident: "Q2EUROPE01",
      url: "https://acme.eu.pagerduty.com/incidents/Q2EUROPE01",
    });
    const numbered = written("", { incident: "Q3NUMBER01", url: "387" });
    const unread = "---\nincident: nothing\n---\n";
    const postmortems = [written(), written(), eu, numbered, unread].map((text) => ({
      file: FILE,
      text,
    }));
    const { findings } = await run({ postmortems, readRecord, rules: NEEDY });
    expect(asked).toEqual([
      ["Q1ORDERSPOOL01", "us"],
      ["Q2EUROPE01", "eu"],
      ["Q3NUMBER01", null],
    ]);
    expect(findings.filter(({ rule }) => rule === "r")).toHaveLength(5);
  });

  test("that cannot be had is said, and no finding", async () => {
    const sentences = async (readRecord: CheckOptions["readRecord"], text = written(), file = FILE) => {
      const { findings, notRun } = await run({ readRecord, rules: NEEDY, postmortems: [{ file, text }] });
      expect(findings.map(({ rule }) => rule)).toEqual(["s"]);
      return notRun;
    };
    expect(await sentences({ absent: "pagerduty-token is not set" })).toEqual([
      "r did not run: pagerduty-token is not set.",
    ]);
    expect(await sentences(() => Promise.resolve({ problem: "PagerDuty answered 404, Not Found" }))).toEqual([
      `${FILE}: r did not run: PagerDuty answered 404, Not Found.`,
    ]);
    expect(
      await sentences(() => Promise.resolve(incidentRecord()), "# Notes\n", "docs/postmortems/n.md"),
    ).toEqual(["docs/postmortems/n.md: r did not run: it names no incident that can be read."]);
  });

  test("is not asked for by rules that are off", async () => {
    const readRecord = () => Promise.reject(new Error("Nothing may be asked"));
    const { findings, notRun } = await run({
      rules: NEEDY,
      readRecord,
      readReferences: () => Promise.reject(new Error("Nothing may be asked")),
      severities: { r: "off", s: "off" },
    });
    expect([findings, notRun]).toEqual([[], []]);
  });

  test("says when its log is not whole", async () => {
    const record = incidentRecord({ record: { missing: ["Log entries: refused.", "Notes: refused."] } });
    const { notRun } = await run({ rules: NEEDY, readRecord: () => Promise.resolve(record) });
    expect(notRun).toEqual([
      `${FILE}: the record is not whole, so no row counts as added. Log entries: refused.`,
    ]);
  });
});

describe("the references", () => {
  test("are asked for once, for all postmortems that can be read", async () => {
    const asked: string[][] = [];
    const readReferences: CheckOptions["readReferences"] = (sources) => {
      asked.push(sources.map(({ file }) => file));
      return Promise.resolve({ ...references, notChecked: ["acme/hidden cannot be read."] });
    };
    const postmortems = [
      { file: FILE, text: written() },
      { file: "b.md", text: written() },
      { file: "c.md", text: null },
    ];
    const { findings, notRun } = await run({ postmortems, readReferences, rules: NEEDY });
    expect(asked).toEqual([[FILE, "b.md"]]);
    expect(findings.filter(({ rule }) => rule === "s")).toHaveLength(2);
    expect(notRun).toEqual(["acme/hidden cannot be read."]);
  });

  test("that cannot be had are said", async () => {
    const { findings, notRun } = await run({
      readReferences: { absent: "GITHUB_TOKEN is not set" },
      rules: NEEDY,
    });
    expect(findings.map(({ rule }) => rule)).toEqual(["r"]);
    expect(notRun).toEqual(["s did not run: GITHUB_TOKEN is not set."]);
  });

  test("are not asked for where there is no postmortem", async () => {
    const readReferences = () => Promise.reject(new Error("Nothing may be asked"));
    expect(await run({ postmortems: [], readReferences, rules: NEEDY })).toEqual({
      files: [],
      removed: [],
      findings: [],
      notRun: [],
    });
  });
});

test("rules are given the skeleton, the directory, the repository and the time", async () => {
  let given = factsOf();
  const looking = rule("looking", {
    find: (_, facts) => {
      given = facts;
      return [];
    },
  });
  await run({ rules: [looking], names: ["a.md"], now: 7 });
  expect(given.skeleton?.sections.map(({ heading }) => heading)).toContain("Contributing Factors");
  expect(given).toMatchObject({
    record: null,
    references: null,
    names: ["a.md"],
    repository: "acme/docs",
    now: 7,
  });
});

test("a template that cannot be used is said", async () => {
  const { notRun } = await run({ templates: [{ file: "t.md", text: "{{ titel }}" }] });
  expect(notRun).toHaveLength(1);
  expect(notRun[0]).toMatch(
    new RegExp(`^${FILE}: the template's sections are not checked: t\\.md:1 titel is not known; allowed are`),
  );
});

test("one run takes fifty postmortems, and says how many it left", async () => {
  const postmortems = Array.from({ length: 52 }, () => ({ file: FILE, text: written() }));
  const { files, findings, notRun } = await run({ postmortems, rules: [rule("a")] });
  expect([files.length, findings.length]).toEqual([50, 50]);
  expect(notRun).toEqual(["2 of the postmortems are not checked: one run takes 50."]);
});

test("without rules of its own a check takes all there are", async () => {
  const { findings } = await check({
    postmortems: [{ file: FILE, text: written("", { status: "done" }) }],
    removed: [],
    names: [],
    severities: {},
    templates: [],
    readRecord: { absent: "it is a test" },
    readReferences: { absent: "it is a test" },
    repository: "acme/docs",
    now: 0,
  });
  expect(findings.map(({ rule }) => rule)).toContain("front-matter-status");
});
