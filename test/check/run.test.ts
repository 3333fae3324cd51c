import { describe, expect, test } from "vitest";
import { RECORD_WITHHELD } from "../../src/check/record.ts";
import type { CheckRule, RuleContext, RuleMeta, RuleResult } from "../../src/check/rule.ts";
import { type CheckOptions, checkWith } from "../../src/check/run.ts";
import { createSkeletons } from "../../src/check/skeleton.ts";
import { incidentRecord } from "../builders.ts";
import { FILE } from "./sources.ts";

const written = (front: Record<string, string> = {}, body = "") => {
  const keys = {
    incident: "Q1ORDERSPOOL01",
    url: "https://acme.pagerduty.com/incidents/Q1ORDERSPOOL01",
    ...front,
  };
  return ["---", ...Object.entries(keys).map(([key, value]) => `${key}: ${value}`), "---", body].join("\n");
};

type Made = Partial<RuleMeta> & { result?: RuleResult; seen?: RuleContext[] };

function rule(id: string, { result, seen, ...meta }: Made = {}): CheckRule {
  return {
    meta: {
      id,
      severity: "error",
      why: "It is a test.",
      fix: "Mend it.",
      wrong: "a",
      right: "b",
      ...meta,
    },
    run: (_, context) => {
      seen?.push(context);
      return result ?? [{ line: 3, message: `Found by ${id}.` }];
    },
  };
}

const NEEDY = [rule("r", { needs: ["record"] }), rule("s", { needs: ["references"] })];
const references = { answers: {}, notChecked: [] };

function run(rules: CheckRule[], options: Partial<CheckOptions> = {}) {
  return checkWith(rules, {
    postmortems: [{ file: FILE, text: written() }],
    removed: [],
    names: [],
    severities: {},
    skeletons: createSkeletons([null], {}),
    readRecord: () => Promise.resolve(incidentRecord()),
    readReferences: () => Promise.resolve(references),
    repository: "acme/docs",
    serverUrl: "https://github.com",
    ...options,
  });
}

test("findings have rule, severity, place, message and fix, and come by file and line", async () => {
  const other = "docs/postmortems/2026-01-01-Q1OTHER01.md";
  const later = rule("later", {
    result: [{ line: 9, message: "Later.", fix: "Wait.", severity: "warning" }],
  });
  const { files, findings, removed } = await run([later, rule("a")], {
    postmortems: [
      { file: FILE, text: written() },
      { file: other, text: written() },
    ],
    removed: ["old.md"],
  });
  expect([files, removed]).toEqual([[FILE, other], ["old.md"]]);
  expect(findings.map(({ file, line, rule }) => [file, line, rule])).toEqual([
    [other, 3, "a"],
    [other, 9, "later"],
    [FILE, 3, "a"],
    [FILE, 9, "later"],
  ]);
  expect(findings[0]).toEqual({
    rule: "a",
    severity: "error",
    file: other,
    line: 3,
    message: "Found by a.",
    fix: "Mend it.",
  });
  expect(findings[1]).toMatchObject({ severity: "warning", fix: "Wait." });
});

test("the configuration turns rules off, down and up", async () => {
  const rules = [rule("a"), rule("b", { severity: "warning" })];
  const { findings } = await run(rules, { severities: { a: "off", b: "error" } });
  expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([["b", "error"]]);
});

test.for([
  ["is not there", null],
  ["is too long", "x".repeat(262_145)],
] as const)("a file that %s is an error that no configuration turns off", async ([, text]) => {
  const postmortems = [
    { file: "docs/postmortems/2026-01-01-Q1OTHER01.md", text },
    { file: "docs/postmortems/notes.md", text },
    { file: FILE, text: written() },
  ];
  const { findings, files } = await run([rule("a")], { postmortems });
  expect(files).toHaveLength(3);
  expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
    ["unreadable", "error"],
    ["a", "error"],
    ["unreadable", "warning"],
  ]);
});

test("a rule that had nothing to look at says so, with the others of the same reason", async () => {
  const result = { nothing: "there are no rows" };
  const { findings, nothingToCheck } = await run([rule("a", { result }), rule("b", { result })]);
  expect(findings).toEqual([]);
  expect(nothingToCheck).toEqual([`${FILE}: a, b had nothing to look at: there are no rows.`]);
});

describe("a file that names no incident", () => {
  const safety = [rule("a"), rule("safety-b")];
  const checkFile = (file: string) => run(safety, { postmortems: [{ file, text: "# Notes\n" }] });

  test("is looked at for what is unsafe, as a warning", async () => {
    const { findings, nothingToCheck } = await checkFile("docs/postmortems/notes.md");
    expect(nothingToCheck.join()).toContain("names no incident");
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ["no-incident", "warning"],
      ["safety-b", "warning"],
    ]);
  });
});

describe("the record", () => {
  test("is asked for once for each incident, with the region of its address", async () => {
    const asked: unknown[] = [];
    const readRecord: CheckOptions["readRecord"] = (...args) => {
      asked.push(args);
      return Promise.resolve(incidentRecord());
    };
    const eu = { incident: "Q2EUROPE01", url: "https://acme.eu.pagerduty.com/incidents/Q2EUROPE01" };
    const number = { incident: "Q3NUMBER01", url: "387" };
    const postmortems = [{}, {}, eu, number].map((front: Record<string, string>) => ({
      file: `docs/postmortems/2026-02-10-${front["incident"] ?? "Q1ORDERSPOOL01"}.md`,
      text: written(front),
    }));
    const { findings } = await run(NEEDY, { postmortems, readRecord });
    expect(asked).toEqual([
      ["Q1ORDERSPOOL01", "us"],
      ["Q2EUROPE01", "eu"],
      ["Q3NUMBER01", null],
    ]);
    expect(findings.filter(({ rule }) => rule === "r")).toHaveLength(4);
  });

  test.for([
    ["there is no token", { absent: "no token" }, "r did not run: no token."],
    ["PagerDuty refuses", () => Promise.resolve({ problem: "404" }), `${FILE}: r did not run: 404.`],
  ] as const)("is no finding but a sentence where %s", async ([, readRecord, sentence]) => {
    const { findings, notRun } = await run(NEEDY, { readRecord });
    expect(findings.map(({ rule }) => rule)).toEqual(["s"]);
    expect(notRun).toEqual([sentence]);
  });

  test("is not asked for where name and front matter are of two incidents", async () => {
    const { notRun } = await run(NEEDY, {
      postmortems: [{ file: "docs/postmortems/2026-02-10-Q9SECRET01.md", text: written() }],
      readRecord: () => Promise.reject(new Error("Nothing may be asked")),
    });
    expect(notRun[0]).toContain(RECORD_WITHHELD);
  });

  test("and the references are not asked for by rules that are off", async () => {
    const never = () => Promise.reject(new Error("Nothing may be asked"));
    const severities = { r: "off", s: "off" } as const;
    const { notRun } = await run(NEEDY, { readRecord: never, readReferences: never, severities });
    expect(notRun).toEqual([]);
  });

  test("says when its log is not whole", async () => {
    const record = incidentRecord({ record: { missing: ["Log entries: refused.", "Notes: refused."] } });
    const { notRun } = await run(NEEDY, { readRecord: () => Promise.resolve(record) });
    expect(notRun).toHaveLength(1);
    expect(notRun[0]).toContain("Log entries: refused.");
  });
});

describe("the references", () => {
  test("are asked for once, for all that can be read", async () => {
    const asked: string[][] = [];
    const readReferences: CheckOptions["readReferences"] = (citations) => {
      asked.push(citations.map(({ key }) => key));
      return Promise.resolve({ ...references, notChecked: ["acme/hidden cannot be read."] });
    };
    const postmortems = [written({}, "acme/a#1"), written({}, "acme/b#2"), null].map((text) => ({
      file: FILE,
      text,
    }));
    const { notRun } = await run(NEEDY, { postmortems, readReferences });
    expect(asked).toEqual([["acme/a#1", "acme/b#2"]]);
    expect(notRun).toEqual(["acme/hidden cannot be read."]);
  });

  test("that cannot be had are said, and are not asked for where there is no postmortem", async () => {
    const { findings, notRun } = await run(NEEDY, { readReferences: { absent: "no token" } });
    expect(findings.map(({ rule }) => rule)).toEqual(["r"]);
    expect(notRun).toEqual(["s did not run: no token."]);
    const never = () => Promise.reject(new Error("Nothing may be asked"));
    expect((await run(NEEDY, { postmortems: [], readReferences: never })).files).toEqual([]);
  });
});

test("a rule that needs the author is not run where nobody knows it", async () => {
  const rules = [rule("a", { needs: ["author"] })];
  const { findings, notRun } = await run(rules);
  expect([findings, notRun.join()]).toEqual([[], expect.stringContaining("a did not run: ")]);
  expect((await run(rules, { author: "bot" })).findings).toHaveLength(1);
});

test("rules are given the skeleton, the directory, the home, and the sessions of an incident that may be shown", async () => {
  const seen: RuleContext[] = [];
  const readSessions = (id: string) => Promise.resolve([`https://app.devin.ai/sessions/${id}`]);
  const looking = [rule("looking", { seen }), ...NEEDY];
  await run(looking, { names: ["a.md"], pullRequest: 57, author: "person", readSessions });
  await run(looking, { readSessions, readRecord: { absent: "no token" } });
  expect(seen[0]?.skeleton?.sections.map(({ key }) => key)).toContain("contributing-factors");
  expect(seen[0]).toMatchObject({ names: ["a.md"], home: { repository: "acme/docs" }, pullRequest: 57 });
  expect(seen.map(({ sessions }) => sessions)).toEqual([
    ["https://app.devin.ai/sessions/Q1ORDERSPOOL01"],
    [],
  ]);
});

test("a template that cannot be used is said", async () => {
  const skeletons = createSkeletons([{ file: "t.md", text: "{{ titel }}" }], {});
  const { notRun } = await run([rule("a")], { skeletons });
  expect(notRun.join()).toContain("t.md:1 titel is not known");
});

test("one run takes fifty postmortems, and says how many it left", async () => {
  const postmortems = Array.from({ length: 52 }, () => ({ file: FILE, text: written() }));
  const { files, notRun } = await run([rule("a")], { postmortems });
  expect(files).toHaveLength(50);
  expect(notRun).toEqual([expect.stringMatching(/^2 of the postmortems/)]);
});
