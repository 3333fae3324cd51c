/** docs/configuration.md says what can be wrong: each row is tried. */

import { describe, expect, test } from "vitest";
import { readEnvironment, VARIABLES } from "../../src/function/environment.ts";
import type { Entry } from "../../src/lib/checkout.ts";
import { parseConfig } from "../../src/settings/configuration.ts";
import { DEFAULT_CONFIG, loadConfiguration } from "../../src/settings/configuration-file.ts";
import { INPUTS, parseInputs } from "../../src/settings/inputs.ts";
import { table } from "./page.ts";

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
  const { config, problems } = parseConfig("postmortem.yml", text);
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
  expect(named("Inputs$")).toEqual(INPUTS.filter((name) => name !== "config"));
  expect(named("Variables of the function")).toEqual(VARIABLES);
});
