/** The golden set: postmortems as they should be, and edits of them with one defect, or with nothing wrong, each. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { RuleContext } from "../../src/check/rule.ts";
import { type Checked, check } from "../../src/check/run.ts";
import { createSkeletons } from "../../src/check/skeleton.ts";
import type { References } from "../../src/github/references.ts";
import { type IncidentRecord, recordSchema } from "../../src/incident/record.ts";

const folder = join(import.meta.dirname, "golden");
const read = (...path: string[]): string => readFileSync(join(folder, ...path), "utf8");

const records: IncidentRecord[] = readdirSync(folder)
  .filter((name) => /^record.*\.json$/.test(name))
  .map((name) => recordSchema.parse(JSON.parse(read(name))));
const references: References = JSON.parse(read("references.json"));
const light = readFileSync(join(import.meta.dirname, "..", "..", "docs", "templates", "light.md"), "utf8");

/** The documents that cases begin with, by their names in the cases. */
const DOCUMENTS: Record<string, string> = {
  orders: "2026-02-10-Q1ORDERSPOOL01-database-connection-pool-exhaustion.md",
  "orders, finished": "2026-02-10-Q1ORDERSPOOL01-finished-by-people.md",
  "orders, hard to judge": "2026-02-10-Q1ORDERSPOOL01-hard-to-judge.md",
  search: "2026-03-03-Q2SEARCHIDX01-search-index-lags-behind.md",
  cache: "2026-03-09-Q3CACHEMISS01-cache-misses-edge.md",
  payments: "2026-03-17-Q4PAYQUEUE01-payments-wait-in-the-queue.md",
};

const setting = {
  in: z.enum(Object.keys(DOCUMENTS)).default("orders"),
  /** Where the file stands, who wrote it, and what else is known, where that is otherwise than usual. */
  file: z.string().optional(),
  names: z.array(z.string()).default([]),
  author: z.enum(["bot", "person"]).default("person"),
  session: z.string().nullable().default(null),
  /** How severe the finding is, where that is not the severity of the rule. */
  severity: z.literal("warning").optional(),
};
const edit = z.string().min(1);
/** A family of cases in one place of a document, by their names; or one case with edits in several places. */
const familySchema = z.union([
  z
    .strictObject({ ...setting, from: edit, to: z.record(z.string(), z.string()) })
    .transform(({ from, to, ...given }) =>
      Object.entries(to).map(([name, text]) => ({ ...given, name, replace: [{ from, to: text }] })),
    ),
  z
    .strictObject({
      ...setting,
      name: z.string(),
      replace: z.array(z.strictObject({ from: edit, to: z.string() })),
    })
    .transform((one) => [one]),
]);

export type Golden = {
  name: string;
  text: string;
  file: string;
  names: string[];
  author: RuleContext["author"];
  session: string | null;
};

type GoldenCase = Golden & { rule: string; severity?: "warning" | undefined };

/** Every file under `good/`. */
export const GOOD: Golden[] = readdirSync(join(folder, "good"))
  .sort()
  .map((name) => ({ ...usual(name), name, text: read("good", name) }));

/** The cases under `defects/`, each in a file named by the rule that must find it, and that alone. */
export const DEFECTS: GoldenCase[] = casesIn("defects");

/** The cases under `acceptable/`, by the rule that could be mistaken about them: nothing may be found. */
export const ACCEPTABLE: GoldenCase[] = casesIn("acceptable");

function usual(name: string): Omit<Golden, "name" | "text"> {
  // Where several documents are of one incident, they stand for one file.
  const file = name.includes("Q1ORDERSPOOL01") ? DOCUMENTS["orders"] : name;
  return { file: `docs/postmortems/${file}`, names: [], author: "person", session: null };
}

function casesIn(kind: string): GoldenCase[] {
  return readdirSync(join(folder, kind))
    .sort()
    .flatMap((yaml) => {
      const rule = yaml.replace(/\.yml$/, "");
      const cases = z
        .array(familySchema)
        .parse(parse(read(kind, yaml)))
        .flat();
      return cases.map(({ name, replace, file, ...given }) => {
        const document = DOCUMENTS[given.in] ?? "";
        const text = replace.reduce(edited(`${yaml}, ${name}`), read("good", document));
        return {
          ...usual(document),
          ...given,
          ...(file === undefined ? {} : { file }),
          rule,
          name: `${rule}: ${name}`,
          text,
        };
      });
    });
}

function edited(where: string) {
  return (text: string, { from, to }: { from: string; to: string }): string => {
    if (text.split(from).length !== 2) throw new Error(`${where}: its document has not exactly one ${from}`);
    return text.replace(from, () => to);
  };
}

const oneTemplate = createSkeletons([null], {});
// Where two templates are in use, the one that a postmortem was made from is found by its sections.
const twoTemplates = createSkeletons([null, { file: "light.md", text: light }], {});

/** What the check finds in one of the set. */
export function checkGolden({ text, file, names, author, session }: Golden): Promise<Checked> {
  return check({
    postmortems: [{ file, text }],
    removed: [],
    names: [file, ...names],
    severities: {},
    skeletons: file.includes("Q3CACHEMISS01") ? twoTemplates : oneTemplate,
    author,
    pullRequest: 57,
    readSessions: () => Promise.resolve(session === null ? [] : [session]),
    readRecord: (id) =>
      Promise.resolve(records.find(({ incident }) => incident.id === id) ?? { problem: "there is none" }),
    readReferences: () => Promise.resolve(references),
    repository: "acme/docs",
    serverUrl: "https://github.com",
  });
}
