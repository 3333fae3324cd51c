import { expect, test } from "vitest";
import { checkHead } from "../../src/check/head.ts";
import { findConfiguration } from "../../src/settings/configuration-file.ts";
import { configOf } from "../configurations.ts";

const CONFIG = ".github/postmortem.yml";
const OTHER = ".github/postmortem.yaml";
const base = { config: configOf("template: own.md\ninstructions: prompt.md"), warnings: [], source: CONFIG };

/** `changed` are the files that the pull request touches, null for one that it removes; `others` those beside them. */
async function check(changed: Record<string, string | null>, others: Record<string, string> = {}) {
  const files = new Map(
    Object.entries({ [CONFIG]: "template: own.md", ...others, ...changed }).flatMap(([path, text]) =>
      text === null ? [] : [[path, text] as const],
    ),
  );
  const read = (path: string) => files.get(path) ?? null;
  const checkout = {
    look: (path: string) => {
      const text = read(path);
      return text === null ? { kind: "missing" as const } : { kind: "file" as const, text };
    },
    list: (folder: string) =>
      [...files.keys()].flatMap((path) => {
        const [name = "", ...rest] = path.split("/").reverse();
        return (rest.reverse().join("/") || ".") === folder ? [name] : [];
      }),
  };
  const load = () => findConfiguration(checkout, CONFIG);
  const found = await checkHead({ touched: Object.keys(changed), base, load, read });
  return found.map(
    ({ rule, severity, file, line, message }) => `${severity} ${rule} ${file}:${line} ${message}`,
  );
}

test.for([
  [
    "what the next run would refuse, at its line",
    { [CONFIG]: "directory: docs\nlimit: 3\n" },
    [/^error configuration \.github\/postmortem\.yml:2 limit is not known/],
  ],
  [
    "the same in the file with the other ending",
    { [OTHER]: "limit: 3\n", [CONFIG]: null },
    [/^error configuration \.github\/postmortem\.yaml:1 limit is not known/],
  ],
  [
    "two files of which one can count",
    { [OTHER]: "otherwise: draft" },
    [/^error configuration \.github\/postmortem\.yaml:1 There are both/],
  ],
  [
    "a near name in place of the file that counts",
    { [CONFIG]: null, "postmortem.yml": "otherwise: skip" },
    [/^error configuration postmortem\.yml:1 postmortem\.yml is not read; move it/],
  ],
  [
    "a near name beside it",
    { "postmortem.yml": "otherwise: skip" },
    [/^warning configuration postmortem\.yml:1 .* delete it/],
  ],
  [
    "a configuration that is removed",
    { [CONFIG]: null },
    [/^warning configuration \.github\/postmortem\.yml:1 .* is removed: from then on the defaults count/],
  ],
  [
    "a template that cannot be rendered, at its line",
    { "own.md": "# T\n{{ titel }}" },
    [/^error template own\.md:2 titel is not known/],
  ],
  [
    "one that the head is the first to name",
    { [CONFIG]: "rules: [{ do: draft, when: { urgency: low }, template: other.md }]" },
    [/^error template \.github\/postmortem\.yml:1 other\.md is not there/],
  ],
  ["a template that is removed", { "own.md": null }, [/^error template own\.md:1 own\.md is not there/]],
  [
    "instructions that cannot be rendered",
    { "prompt.md": "{{ title }}" },
    [/^error template prompt\.md:1 title is not known/],
  ],
] as const)("the next run's trouble is found: %s", async ([, changed, expected]) => {
  expect(await check(changed)).toEqual(expected.map((pattern) => expect.stringMatching(pattern)));
});

test("what is well, and what the pull request does not change, is no finding", async () => {
  expect(
    await check(
      { [CONFIG]: "template: own.md\ninstructions: prompt.md" },
      { "own.md": "# T", "prompt.md": "{{ path }}" },
    ),
  ).toEqual([]);
  expect(
    await check({ "README.md": "x", ".github/workflows/ci.yml": "on: push" }, { "own.md": "{{ titel }}" }),
  ).toEqual([]);
});

test("a bug is let through", async () => {
  const read = () => {
    throw new TypeError("a bug");
  };
  const load = () => expect.fail("no file of YAML is touched");
  await expect(checkHead({ touched: ["own.md"], base, load, read })).rejects.toThrow("a bug");
});
