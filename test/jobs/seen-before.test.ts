import { describe, expect, test } from "vitest";
import { type CheckOptions, check } from "../../src/check/run.ts";
import { createSkeletons } from "../../src/check/skeleton.ts";
import { expectedPast, findPast, type Search } from "../../src/jobs/seen-before.ts";
import { parsePostmortem } from "../../src/postmortem/parse.ts";
import { renderSkeleton } from "../../src/postmortem/render.ts";
import { incidentRecord } from "../builders.ts";
import { configOf } from "../configurations.ts";
import { labelledIncidents } from "../seen-before/files.ts";
import { measureSeenBefore } from "../seen-before/measure.ts";

const FOLDER = "docs/postmortems";
const OWN = `${FOLDER}/2026-02-10-Q1ORDERSPOOL01-pool.md`;
const LEAK = `${FOLDER}/2026/2026-01-14-Q0LEAK.md`;
const record = incidentRecord({
  record: {
    notes: [
      { at: Date.parse("2026-02-10T14:44:00Z"), by: "Sam", text: "all connections in use" },
      { at: Date.parse("2026-02-12T09:00:00Z"), by: "Sam", text: "the intranet printer burns" },
    ],
  },
});

const past = (front: Record<string, string> = {}, title = "Database connection pool leak") => {
  const keys = { incident: "Q0LEAK", created: "2026-01-14T08:00:00Z", "root-cause": "confirmed", ...front };
  return `---
${Object.entries(keys)
  .map(([key, value]) => `${key}: ${value}`)
  .join("\n")}
---
# ${title}

All database connections of the pool were in use until it was exhausted.

## Action Items
- [ ] Close connections
- [x] Alert on connections
`;
};

function searchIn(texts: Record<string, string | null>, options: Partial<Search> = {}): Search {
  const childrenOf = (folder: string) =>
    Object.keys(texts).flatMap((path) =>
      path.startsWith(`${folder}/`) ? (path.slice(folder.length + 1).split("/")[0] ?? []) : [],
    );
  return {
    files: { read: (path) => texts[path] ?? null, list: (folder) => [...new Set(childrenOf(folder))] },
    config: configOf(null),
    unmerged: new Set(),
    ...options,
  };
}

const titlesOf = async (texts: Record<string, string | null>, options: Partial<Search> = {}) =>
  (await findPast(record, searchIn(texts, options))).map(({ title }) => title);

describe("what was seen before", () => {
  test("is found in subfolders, the most similar first", async () => {
    expect(
      await titlesOf({ [LEAK]: past(), [`${FOLDER}/other.md`]: past({ incident: "Q0PRINTER" }, "Printer") }),
    ).toEqual(["Database connection pool leak", "Printer"]);
  });

  test.for([
    ["the incident's own file", { [OWN]: past({ incident: "Q1ORDERSPOOL01" }) }, {}],
    ["a file without an incident", { [LEAK]: past().replace("incident:", "about:") }, {}],
    ["a later incident", { [LEAK]: past({ created: "2026-02-11T08:00:00Z" }) }, {}],
    ["what is not merged", { [LEAK]: past() }, { unmerged: new Set([LEAK]) }],
    ["what cannot be read", { [LEAK]: null }, {}],
    ["what is not similar", { [LEAK]: "---\nincident: Q0LEAK\n---\n# The intranet printer burns" }, {}],
    ["anything where most is 0", { [LEAK]: past() }, { config: configOf("seen-before: { most: 0 }") }],
  ] as const)("is never %s", async ([, texts, options]) => {
    expect(await titlesOf(texts, options)).toEqual([]);
  });

  test("shows an incident once, and not more than wanted", async () => {
    const twins = { [LEAK]: past(), [`${FOLDER}/twin.md`]: past() };
    expect(await titlesOf(twins)).toHaveLength(1);
    const many = Object.fromEntries(
      Array.from({ length: 5 }, (_, index) => [
        `${FOLDER}/${index}.md`,
        past({ incident: `Q0LEAK${index}` }),
      ]),
    );
    expect(await titlesOf(many)).toHaveLength(3);
  });

  test("is any earlier one where nobody knows when the incident began", async () => {
    const incident = { ...record.incident, title: null, service: null };
    const unknown = { ...record, incident, createdAt: null, resolvedAt: null };
    expect(
      await findPast(unknown, searchIn({ [LEAK]: past({ created: "2026-02-11T08:00:00Z" }) })),
    ).toHaveLength(1);
  });

  test("has no secret in it", async () => {
    const secret = `ghp_${"a1B2".repeat(9)}`;
    const [found] = await findPast(
      record,
      searchIn({ [LEAK]: past({ service: secret, causes: `[${secret}]` }) }),
    );
    expect(JSON.stringify(found)).not.toContain(secret);
  });

  test.for([
    ["tuned", 0.7],
    ["held-out", 0.4],
  ] as const)("is measured on the %s set: relatives are found, and little else", async ([name, least]) => {
    const { pairs, found, wrong, alone, silent } = await measureSeenBefore(labelledIncidents(name));
    expect(found / pairs).toBeGreaterThan(least);
    expect(wrong / (found + wrong)).toBeLessThan(0.2);
    expect(silent / alone).toBeGreaterThan(0.9);
  });
});

describe("the check of what was seen before", () => {
  const LINE =
    "- 2026-01-14 — [Database connection pool leak](2026/2026-01-14-Q0LEAK.md): root cause confirmed; 1 item not ticked";

  /** The findings that are about the section, where `change` has changed the draft of an earlier day. */
  async function findingsIn(change: (text: string) => string, texts = { [LEAK]: past() }) {
    const [found] = await findPast(record, searchIn({ [LEAK]: past() }));
    const draft = renderSkeleton(
      record,
      null,
      found ? [{ ...found, path: "2026/2026-01-14-Q0LEAK.md" }] : [],
    );
    expect(draft).toContain(LINE);
    const options: CheckOptions = {
      postmortems: [{ file: OWN, text: change(draft) }],
      removed: [],
      names: [],
      severities: {},
      skeletons: createSkeletons([null], {}),
      readRecord: () => Promise.resolve(record),
      expectedPast: (source, of) => expectedPast(source, of, searchIn(texts)),
      readReferences: { absent: "no token" },
      repository: "acme/docs",
      serverUrl: "https://github.com",
    };
    const { findings } = await check(options);
    return findings
      .filter(({ rule, message }) => /^record|missing-section/.test(rule) && !/Impact/.test(message))
      .map(({ rule, severity }) => `${severity} ${rule}`);
  }

  test.for<[string, (text: string) => string, string[]]>([
    ["nothing is changed", (text) => text, []],
    [
      "the cause is",
      (text) => text.replace("cause confirmed;", "cause unknown;"),
      ["error record-altered-line"],
    ],
    [
      "more items are open than there are",
      (text) => text.replace("1 item not", "3 items not"),
      ["error record-altered-line"],
    ],
    ["the number is no longer true", (text) => text.replace("1 item not", "2 items not"), []],
    ["the line is gone", (text) => text.replace(LINE, "- Nothing"), ["warning record-missing-line"]],
    [
      "the section is gone",
      (text) => text.replace(/## Seen Before\n\n.*\n/, ""),
      ["warning structure-missing-section"],
    ],
    [
      "somebody adds a line",
      (text) => text.replace(LINE, `${LINE}\n- [A note](%zz.md): 1 item not ticked`),
      [],
    ],
  ])("where %s", async ([, change, expected]) => {
    expect(await findingsIn(change)).toEqual(expected);
  });

  test("says nothing of a file that it names and that is no postmortem", async () => {
    const source = parsePostmortem(OWN, `## Seen Before\n- [A](2026/2026-01-14-Q0LEAK.md)\n`);
    if ("problem" in source) throw new Error(source.problem);
    expect(await expectedPast(source, record, searchIn({ [LEAK]: null }))).toEqual([]);
  });

  test("asks no line of a postmortem that was merged since, where there is no room for it", async () => {
    const config = configOf("seen-before: { most: 1 }");
    const later = { [LEAK]: past(), [`${FOLDER}/2026/twin.md`]: past({ incident: "Q0TWIN" }) };
    const search = searchIn(later, { config });
    const source = parsePostmortem(OWN, `## Seen Before\n${LINE}\n`);
    if ("problem" in source) throw new Error(source.problem);
    expect((await expectedPast(source, record, search)).map(({ path }) => path)).toEqual([
      "2026/2026-01-14-Q0LEAK.md",
    ]);
  });
});
