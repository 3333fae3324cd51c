import { expect, test } from "vitest";
import { checkHead } from "../../src/check/head.ts";
import { configOf } from "../configurations.ts";

const CONFIG = ".github/postmortem.yml";
const base = configOf("template: own.md");

function check(changed: Record<string, string>, others: Record<string, string> = {}) {
  const files = { ...others, ...changed };
  const found = checkHead(Object.keys(changed), CONFIG, base, (path) => files[path] ?? null);
  return found.map(({ rule, file, line, message }) => `${rule} ${file}:${line} ${message}`);
}

test("a configuration that the next run would refuse is found at its line", () => {
  const [problem, ...more] = check({ [CONFIG]: "directory: docs\nlimit: 3\n" }, { "own.md": "# T" });
  expect(problem).toMatch(/^configuration \.github\/postmortem\.yml:2 limit is not known/);
  expect(more).toEqual([]);
});

test("a configuration with the other ending is read too, and two of them are one too many", () => {
  const other = ".github/postmortem.yaml";
  const [problem, ...more] = check({ [other]: "limit: 3\n" }, { "own.md": "# T" });
  expect(problem).toMatch(/^configuration \.github\/postmortem\.yaml:1 limit is not known/);
  expect(more).toEqual([]);
  expect(check({ [other]: "otherwise: draft" }, { [CONFIG]: "otherwise: skip", "own.md": "# T" })).toEqual([
    expect.stringMatching(/postmortem\.yaml:1 is there beside \.github\/postmortem\.yml/),
  ]);
});

test("a template that cannot be rendered is found at its line, whoever names it", () => {
  expect(check({ "own.md": "# T\n{{ titel }}" })).toEqual([
    expect.stringMatching(/^template own\.md:2 titel is not known/),
  ]);
  expect(check({ [CONFIG]: "template: other.md" }, { "other.md": "{{ titel }}" })).toHaveLength(1);
  expect(check({ [CONFIG]: "template: gone.md" })).toEqual([expect.stringContaining("gone.md is not there")]);
});

test("what is well, and what the pull request does not change, is no finding", () => {
  expect(check({ [CONFIG]: "template: own.md" }, { "own.md": "# T" })).toEqual([]);
  expect(check({ "README.md": "x" }, { "own.md": "{{ titel }}" })).toEqual([]);
});

test("a bug is let through", () => {
  const broken = () => {
    throw new TypeError("a bug");
  };
  expect(() => checkHead(["own.md"], CONFIG, base, broken)).toThrow("a bug");
});
