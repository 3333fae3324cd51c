/** docs/configuration.md says what can be wrong: each row is tried. */

import { describe, expect, test } from "vitest";
import { readEnvironment, VARIABLES } from "../../src/function/environment.ts";
import type { Entry } from "../../src/lib/checkout.ts";
import { parseConfig } from "../../src/settings/configuration.ts";
import { DEFAULT_CONFIG, loadConfiguration } from "../../src/settings/configuration-file.ts";
import { INPUTS, parseInputs } from "../../src/settings/inputs.ts";
import { read, table } from "./page.ts";

const PAGE = "docs/configuration.md";

describe("which file counts", () => {
  /** The files that a row speaks of. */
  function entriesOf(words: string): Record<string, Entry> {
    const git: Record<string, Entry> = words.includes("without .git") ? {} : { ".git": { kind: "folder" } };
    const kind = words.includes("as a folder") ? "folder" : words.includes("as a link") ? "outside" : "file";
    const entry: Entry = kind === "file" ? { kind, text: "" } : { kind };
    const paths = words.match(/\S*postmortems?\.ya?ml/gi) ?? [];
    return { ...git, ...Object.fromEntries(paths.map((path) => [path, entry])) };
  }

  test.for(table(PAGE, "Which file counts"))("%s: %s", ([what = "", said = ""]) => {
    const entries = entriesOf(what);
    const { source, problems, warnings } = loadConfiguration(
      {
        look: (path) => entries[path] ?? { kind: "missing" },
        list: (folder) =>
          Object.keys(entries).flatMap((path) =>
            folder === ".github"
              ? path.startsWith(".github/")
                ? path.slice(8)
                : []
              : path.includes("/")
                ? []
                : path,
          ),
      },
      DEFAULT_CONFIG,
    );
    expect([source, ...problems, ...warnings].join("\n")).toContain(said);
  });
});

test.for(table(PAGE, "In the file"))("the key %s: %s", ([, text = "", said = ""]) => {
  const { config, problems } = parseConfig(
    "postmortem.yml",
    text.replace(/^two documents.*/, "a: b\n---\na: b"),
  );
  expect(config).toBeNull();
  expect(problems).toEqual([expect.stringContaining(said)]);
});

test.for(table(PAGE, "Inputs$"))("the input %s: %s", ([name = "", written = "", said = ""]) => {
  expect(parseInputs({ [name]: written }).problems).toEqual([expect.stringContaining(said)]);
});

test.for(table(PAGE, "Variables of the function"))(
  "the variable %s: %s",
  ([name = "", written = "", said = ""]) => {
    const problems = readEnvironment({ [name]: written }).problems.filter((problem) =>
      problem.startsWith(name),
    );
    expect(problems.join("\n")).toContain(said);
  },
);

test("no input but the path of the file, and no variable, is left out", () => {
  const named = (heading: string) => table(PAGE, heading).map(([name]) => name);
  expect([...new Set(named("Inputs$"))]).toEqual(INPUTS.filter((name) => name !== "config"));
  const variables = new Set(named("Variables of the function"));
  expect([...variables].slice(0, VARIABLES.length)).toEqual(VARIABLES);
});

/** Bounds differ from key to key, and one row stands for their kind. */
const comparable = (words: string) => words.trim().toLowerCase().replace(/\d+/g, "0");

test("every sentence that the readers of settings have stands in a table", () => {
  const FILES = [
    ...[
      "durations",
      "devin-options",
      "follow-ups",
      "inputs",
      "parse",
      "rules",
      "schema",
      "sections",
      "yaml",
    ].map((name) => `src/settings/${name}.ts`),
    ...["src/settings/configuration.ts", "src/function/environment.ts", "src/lib/mix-ups.ts"],
    "src/incident/patterns.ts",
  ];
  const said = ["In the file", "Inputs$", "Variables of the function"]
    .flatMap((heading) => table(PAGE, heading))
    .map((row) => comparable(row.at(-2) ?? ""));
  const sentences = FILES.map(read).flatMap((text) =>
    [...text.matchAll(/["`]((?:is|has|holds|begins|ends|looks|names|never)\s(?:[^"`\\]|\\.){4,})["`]/g)].map(
      ([, words = ""]) => words,
    ),
  );
  expect(sentences.length).toBeGreaterThan(40);
  const isTold = (sentence: string) => {
    const parts = sentence
      .split(/\$\{[^}]*\}?/)
      .map(comparable)
      .filter((part) => part.length > 3);
    return (
      parts.length === 0 ||
      parts.some((part) => said.some((words) => words.includes(part) || part.includes(words)))
    );
  };
  expect(sentences.filter((sentence) => !isTold(sentence))).toEqual([]);
});
