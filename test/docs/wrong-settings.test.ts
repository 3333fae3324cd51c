/** docs/configuration.md says what can be wrong: each row is tried. */

import { basename, dirname } from "node:path";
import { expect, test } from "vitest";
import { readEnvironment, VARIABLES } from "../../src/function/environment.ts";
import type { Checkout, PathEntry } from "../../src/lib/checkout.ts";
import { parseConfig } from "../../src/settings/configuration.ts";
import { DEFAULT_CONFIG, loadConfiguration } from "../../src/settings/configuration-file.ts";
import { INPUTS, parseInputs } from "../../src/settings/inputs.ts";
import { literalsIn } from "./literals.ts";
import { pathsIn, read, table } from "./page.ts";

const PAGE = "docs/configuration.md";

type Row = string[];

/** All that is said where these files are in the workspace. */
async function saidOfFiles([what = ""]: Row): Promise<string[]> {
  const kind = what.includes("as a folder") ? "folder" : what.includes("as a link") ? "outside" : "file";
  const entry: PathEntry = kind === "file" ? { kind, text: "" } : { kind };
  const input = /^config: (\S+)/.exec(what)?.[1] ?? DEFAULT_CONFIG;
  const paths = what.startsWith("config: ") ? [] : (what.match(/\S*postmortems?\.ya?ml/gi) ?? []);
  const entries = new Map<string, PathEntry>(paths.map((path) => [path, entry]));
  if (!what.includes("without .git")) entries.set(".git", { kind: "folder" });
  const files: Checkout = {
    look: (path) => entries.get(path) ?? { kind: "missing" },
    list: (folder) =>
      [...entries.keys()].filter((path) => dirname(path) === (folder || ".")).map((path) => basename(path)),
  };
  const { source, problems, warnings } = await loadConfiguration(files, input);
  return [source, ...problems, ...warnings];
}

/** The one problem of a file with this text. */
function saidOfText([, text = ""]: Row): string[] {
  const told: Record<string, string> = {
    "two documents with `---` between them": "a: b\n---\na: b",
    "a file in UTF-16, as some editors of Windows write it": "a\0:\0",
  };
  const { config, problems } = parseConfig("postmortem.yml", told[text] ?? text);
  expect(config).toBeNull();
  expect(problems).toHaveLength(1);
  return problems;
}

function saidOfInput([name = "", written = ""]: Row): string[] {
  const { problems } = parseInputs({ [name]: written });
  expect(problems).toHaveLength(1);
  return problems;
}

function saidOfVariable([name = "", written = ""]: Row): string[] {
  const [isUnset, , beside = ""] = /^not set(, with (\w+))?$/.exec(written) ?? [];
  const environment = isUnset ? { [beside]: "4711" } : { [name]: written.replace("LINE BREAK", "\n") };
  return readEnvironment(environment).problems.filter((problem) => problem.startsWith(name));
}

const TABLES: [heading: string, said: (row: Row) => string[] | Promise<string[]>][] = [
  ["Which file counts", saidOfFiles],
  ["In the file", saidOfText],
  ["Inputs$", saidOfInput],
  ["Variables of the function", saidOfVariable],
];

const ROWS = TABLES.flatMap(([heading, said]) => table(PAGE, heading).map((row) => ({ row, said })));

// What is said stands before what to do about it.
test.for(ROWS)("a row says what happens: $row.0 $row.1", async ({ row, said }) => {
  expect((await said(row)).join("\n")).toContain(row.at(-2));
});

test("no input but the path of the file, and no variable, is left out", () => {
  const named = (heading: string) => table(PAGE, heading).map(([name]) => name);
  expect([...new Set(named("Inputs$"))]).toEqual(INPUTS.filter((name) => name !== "config"));
  const variables = new Set(named("Variables of the function"));
  expect([...variables].slice(0, VARIABLES.length)).toEqual(VARIABLES);
});

/** The readers of settings, whose every sentence is one about something wrong. */
const READERS = [
  ...pathsIn("src/settings").filter((path) => !/(?:rule-ids|retired-rules|dead-rules)\.ts$/.test(path)),
  "src/function/environment.ts",
  "src/function/secrets.ts",
  "src/incident/patterns.ts",
  "src/lib/mix-ups.ts",
];

// Warnings that the page tells below the tables, what only a run with a job says, a name that is none, and modules.
const ELSEWHERE =
  /^rule … never decides|was retired|took its place|^devin-api-key is empty|^Questions for the Review$|^none could be read$|^node:/;

/** A description of the schema ends with a full stop, and fewer words are parts of a sentence. */
function isSentence(text: string): boolean {
  return text.split(" ").length >= 3 && !text.endsWith(".") && !ELSEWHERE.test(text);
}

/** What a sentence of the code comes to: anything where a value is put in, and bounds differ from key to key. */
function formOf(sentence: string): RegExp {
  const parts = sentence.split(/…|\d+/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(parts.join(".*"));
}

test("every sentence that the readers of settings have is said by a row", async () => {
  const said = (await Promise.all(ROWS.map(({ row, said }) => said(row)))).flat().join("\n");
  const sentences = READERS.flatMap((path) => literalsIn(read(path))).filter(isSentence);
  expect(sentences.length).toBeGreaterThan(80);
  expect(sentences.filter((sentence) => !formOf(sentence).test(said))).toEqual([]);
});
