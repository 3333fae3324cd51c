/** The release workflow's own scripts, run against a local repository and a stand-in for `gh`. */

import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
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

/** A repository with a release to come: its version, its changelog, and a stand-in for gh that writes down what it is asked. */
function place({ version = "1.2.0", changelog = CHANGELOG } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "release-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [remote, clone, bin] = ["remote.git", "clone", "bin"].map((name) => join(folder, name));
  git(folder, "init", "--quiet", "--bare", "--initial-branch=main", remote!);
  git(folder, "init", "--quiet", "--initial-branch=main", clone!);
  git(clone!, "remote", "add", "origin", remote!);
  writeFileSync(join(clone!, "package.json"), JSON.stringify({ version }));
  writeFileSync(join(clone!, "CHANGELOG.md"), changelog);
  const commit = () => {
    git(clone!, "add", ".");
    git(
      clone!,
      "-c",
      "user.name=t",
      "-c",
      "user.email=t@example.com",
      "commit",
      "--quiet",
      "--allow-empty",
      "-m",
      "x",
    );
  };
  commit();
  git(clone!, "push", "--quiet", "origin", "main");
  git(clone!, "fetch", "--quiet", "origin");
  mkdirSync(bin!);
  // It refuses to move a tag that is not there, as GitHub does.
  writeFileSync(
    join(bin!, "gh"),
    `#!/bin/sh\nprintf '%s\\n' "$*" >> "${folder}/asked"\ncase "$*" in *PATCH*) test -f "${folder}/has-major" ;; esac\n`,
  );
  chmodSync(join(bin!, "gh"), 0o755);
  const run = (script: string, env: Record<string, string>) => {
    const output = join(folder, "output");
    writeFileSync(output, "");
    const { status, stdout } = spawnSync("bash", ["-e", "-o", "pipefail", "-c", script], {
      cwd: clone!,
      encoding: "utf8",
      env: { PATH: `${bin}:${process.env["PATH"]}`, GITHUB_OUTPUT: output, GH_REPO: "acme/bridge", ...env },
    });
    return { status, stdout, output: readFileSync(output, "utf8") };
  };
  return {
    commit,
    tag: (name: string) => git(clone!, "tag", name),
    head: () => git(clone!, "rev-parse", "HEAD").trim(),
    judge: (tag: string) => run(scriptOf("verify", "Judge the tag"), { GITHUB_REF_NAME: tag }),
    run,
    asked: () => readFileSync(join(folder, "asked"), "utf8"),
    hasMajor: () => writeFileSync(join(folder, "has-major"), ""),
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
  expect(output).not.toContain("prerelease");
});

test.each([
  ["a prerelease", "1.2.0-rc.1", "v1.2.0-rc.1", "v1.0.0", /^prerelease=--prerelease$/m],
  ["a fix of an older minor", "1.2.0", "v1.2.0", "v1.3.0", /^commit=/m],
])("%s leaves the major tag where it is", (_, version, name, other, said) => {
  const { tag, judge } = place({ version, changelog: CHANGELOG.replace("1.2.0", version) });
  tag(other);
  tag(name);
  const { status, output } = judge(name);
  expect(status).toBe(0);
  expect(output).toMatch(said);
  expect(output).not.toContain("major=");
});

test.each([
  ["another version in package.json", "v1.2.1", {}, /package\.json says v1\.2\.0/],
  ["no part of the changelog", "v1.2.0", { changelog: "## Unreleased\n\n- New.\n" }, /rename "Unreleased"/],
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

test("what is asked of GitHub is the release, and the tag made where it cannot be moved", () => {
  const { run, asked, hasMajor } = place();
  const env = {
    GITHUB_REF_NAME: "v1.2.0",
    NOTES: "What is new.",
    PRERELEASE: "",
    COMMIT: "0f3c",
    MAJOR: "v1",
  };
  expect(run(scriptOf("release", "Create the release"), env).status).toBe(0);
  expect(run(scriptOf("release", "Move the major tag"), env).status).toBe(0);
  hasMajor();
  expect(run(scriptOf("release", "Move the major tag"), env).status).toBe(0);
  const move = "api --silent --method PATCH repos/acme/bridge/git/refs/tags/v1 -f sha=0f3c -F force=true";
  expect(asked().trim().split("\n")).toEqual([
    "release create v1.2.0 --notes What is new. --verify-tag",
    move,
    "api --silent --method POST repos/acme/bridge/git/refs -f ref=refs/tags/v1 -f sha=0f3c",
    move,
  ]);
});

test("only the job that runs nothing of the repository's may write", () => {
  expect(jobs.verify.permissions).toEqual({ contents: "read" });
  expect(jobs.release.permissions).toEqual({ contents: "write" });
  expect((jobs.release.steps as Step[]).every(({ run = "" }) => !/npm|node|\.ci/.test(run))).toBe(true);
});
