/** The release workflow's own scripts, run against a local repository and a stand-in for `gh`. */

import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { git } from "../sandbox/github/git.ts";

type Step = { name: string; run?: string };

const ROOT = join(import.meta.dirname, "..");
const { jobs } = parse(readFileSync(join(ROOT, ".github/workflows/release.yml"), "utf8"));

function scriptOf(job: string, name: string): string {
  const script = (jobs[job].steps as Step[]).find((step) => step.name === name)?.run;
  if (script === undefined) throw new Error(`The job ${job} has no step "${name}".`);
  return script;
}

const CHANGELOG = `# Changelog

## 1.2.0 - 2026-11-26

- What is new.

## 1.0.0

The first version.
`;

const COMMIT = ["commit", "--quiet", "--allow-empty", "--message", "x"];
let template: string;

/** Git starts slowly: the clone is made once, with a commit that is on main, and copied for each test. */
beforeAll(() => {
  template = mkdtempSync(join(tmpdir(), "release-"));
  git(template, "init", "--quiet", "--initial-branch=main", "--template=");
  git(template, ...COMMIT);
  git(template, "update-ref", "refs/remotes/origin/main", "main");
});

afterAll(() => rmSync(template, { recursive: true }));

/** A clone with a release to come: its version, its changelog, and a stand-in for gh that writes down what it is asked. */
function place({ version = "1.2.0", changelog = CHANGELOG } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "release-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const bin = join(folder, "bin");
  const inClone = (...args: string[]) => git(folder, ...args);
  const commit = () => inClone(...COMMIT);
  cpSync(template, folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ version }));
  writeFileSync(join(folder, "CHANGELOG.md"), changelog);
  mkdirSync(bin);
  // It has the release and the major tag once they were made, and refuses what a file named "refuses" says.
  writeFileSync(
    join(bin, "gh"),
    `#!/bin/sh
cd "${folder}"
case "$*" in
  "release view"*) test -f release; exit ;;
  *git/ref/tags*) test -f major; exit ;;
esac
printf '%s\\n' "$*" >> asked
if test -f refuses; then exit 1; fi
case "$*" in "release create"*) touch release ;; *) touch major ;; esac
`,
  );
  chmodSync(join(bin, "gh"), 0o755);
  const run = (script: string, env: Record<string, string>) => {
    const output = join(folder, "output");
    writeFileSync(output, "");
    // The shell that a runner gives to a step which names none.
    const { status, stdout } = spawnSync("bash", ["-e", "-c", script], {
      cwd: folder,
      encoding: "utf8",
      env: { PATH: `${bin}:${process.env["PATH"]}`, GITHUB_OUTPUT: output, GH_REPO: "acme/bridge", ...env },
    });
    return { status, stdout, output: readFileSync(output, "utf8") };
  };
  return {
    commit,
    tag: (name: string) => inClone("tag", name),
    head: () => inClone("rev-parse", "HEAD").trim(),
    judge: (tag: string) => run(scriptOf("verify", "Judge the tag"), { GITHUB_REF_NAME: tag }),
    run,
    asked: () => readFileSync(join(folder, "asked"), "utf8"),
    refuse: () => writeFileSync(join(folder, "refuses"), ""),
  };
}

test("a tag becomes a release with its part of the changelog, and the major tag moves to it", () => {
  const { tag, head, judge } = place();
  tag("v1.0.0");
  tag("v1.2.0");
  const { status, output } = judge("v1.2.0");
  expect(status).toBe(0);
  expect(output).toContain(`commit=${head()}\nmajor=v1\n`);
  expect(output).toMatch(/^notes<<(\w+)\n\n- What is new\.\n\1\n$/m);
  expect(output).toContain("kind=--latest\n");
});

test.each([
  ["a prerelease", "v1.2.0-rc.1", "v1.0.0", /^commit=\w+\nkind=--prerelease$/m],
  ["the first prerelease of all", "v1.2.0-rc.1", "v1.2.0-rc.0", /^commit=\w+\nkind=--prerelease$/m],
  ["a fix of an older minor", "v1.2.0", "v1.10.0", /^commit=\w+\nkind=--latest=false$/m],
  ["a fix of an older major", "v1.2.0", "v2.0.0", /^commit=\w+\nmajor=v1\nkind=--latest=false$/m],
])("%s is not what users of a newer one get", (_, name, other, said) => {
  const version = name.slice(1);
  const { tag, judge } = place({ version, changelog: CHANGELOG.replace("1.2.0", `[${version}]`) });
  tag(other);
  tag(name);
  const { status, output } = judge(name);
  expect(status).toBe(0);
  expect(output).toMatch(said);
});

test.each([
  ["another version in package.json", "v1.2.1", {}, /package\.json says v1\.2\.0/],
  ["no part of the changelog", "v1.2.0", { changelog: "## 1.1.0\n\n- Old.\n" }, /nothing under "## 1\.2\.0"/],
  ["what is unreleased still", "v1.2.0", { changelog: `## [Unreleased]\n\n- New.\n${CHANGELOG}` }, /rename/],
])("%s stops it", (_, name, given, said) => {
  const { judge } = place(given);
  const { status, stdout, output } = judge(name);
  expect([status, output]).toEqual([1, ""]);
  expect(stdout).toMatch(said);
});

test("a commit that is not on main stops it", () => {
  const { commit, judge } = place();
  commit();
  const { status, stdout } = judge("v1.2.0");
  expect(status).toBe(1);
  expect(stdout).toContain("is not on main");
});

test("the job makes the release and the major tag, or moves that, however often it runs", () => {
  const { run, asked, refuse } = place();
  const env = { GITHUB_REF_NAME: "v1.2.0", NOTES: "New.", KIND: "--latest", COMMIT: "0f3c", MAJOR: "v1" };
  const release = () =>
    ["Create the release", "Move the major tag"].map((name) => run(scriptOf("release", name), env));
  expect([...release(), ...release()].map(({ status }) => status)).toEqual([0, 0, 0, 0]);
  expect(asked().trim().split("\n")).toEqual([
    "release create v1.2.0 --title v1.2.0 --notes New. --verify-tag --latest",
    "api --silent --method POST repos/acme/bridge/git/refs -f ref=refs/tags/v1 -f sha=0f3c",
    "api --silent --method PATCH repos/acme/bridge/git/refs/tags/v1 -f sha=0f3c -F force=true",
  ]);
  refuse();
  const [, moved] = release();
  expect(moved).toMatchObject({ status: 1, stdout: expect.stringContaining("0f3c:refs/tags/v1") });
});

test("only the job that runs nothing of the repository's may write", () => {
  expect(jobs.verify.permissions).toEqual({ contents: "read" });
  expect(jobs.release.permissions).toEqual({ contents: "write" });
  expect((jobs.release.steps as Step[]).every(({ run = "" }) => !/npm|node|\.ci/.test(run))).toBe(true);
});
