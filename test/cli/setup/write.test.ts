/** What is put into a checkout of the docs repository, and what is not. */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { isPushed, openDocs, otherWorkflows, writeFiles } from "../../../cli/setup/write.ts";
import { git } from "../../../sandbox/github/git.ts";
import { checkout, commit, temporary } from "./folders.ts";

const EXAMPLES = join(import.meta.dirname, "..", "..", "..", "examples");
const DOCS = "https://github.com/acme/docs.git";
const INTAKE = ".github/workflows/postmortem.yml";
const SCHEDULE = ".github/workflows/postmortem-schedule.yml";

function write(folder: string, uses = "acme/bridge@v3") {
  return writeFiles(EXAMPLES, openDocs(folder), uses);
}

const read = (folder: string, path: string) => readFileSync(join(folder, path), "utf8");

test("workflows and configuration name the copy, its revision and the default branch; twice changes nothing", () => {
  const folder = checkout(DOCS, "trunk");
  expect(write(folder).map(({ path, state }) => [path, state])).toEqual([
    [INTAKE, "written"],
    [SCHEDULE, "written"],
    [".github/postmortem.yml", "written"],
  ]);
  const workflow = parse(read(folder, INTAKE));
  expect(workflow.jobs.draft.steps[1].uses).toBe("acme/bridge@v3");
  expect(workflow.concurrency.queue).toBe("max");
  expect(parse(read(folder, SCHEDULE)).on.push.branches).toEqual(["trunk"]);
  expect(read(folder, ".github/postmortem.yml")).toContain("/acme/bridge/v3/postmortem.schema.json");
  expect(write(folder).map(({ state }) => state)).toEqual(["unchanged", "unchanged", "unchanged"]);
});

test("a file that is there and differs is left as it is, with the difference", () => {
  const folder = checkout(DOCS);
  write(folder);
  const changed = read(folder, INTAKE).replace("timeout-minutes: 30", "timeout-minutes: 45");
  writeFileSync(join(folder, INTAKE), changed);
  const [intake] = write(folder);
  expect(intake).toMatchObject({ path: INTAKE, state: "differs" });
  expect(intake?.difference).toMatch(/^-.*45$/m);
  expect(intake?.difference).toMatch(/^\+.*30$/m);
  expect(read(folder, INTAKE)).toBe(changed);
});

test("a configuration with the other ending is found, and no second one is written", () => {
  const folder = checkout(DOCS);
  mkdirSync(join(folder, ".github"));
  writeFileSync(join(folder, ".github", "postmortem.yaml"), "otherwise: skip\n");
  expect(write(folder).at(-1)?.state).toBe("differs");
});

test("an Enterprise Server gets no queue, which it could not read", () => {
  const folder = checkout("git@ghes.example:acme/docs.git");
  write(folder);
  expect(parse(read(folder, INTAKE)).concurrency).not.toHaveProperty("queue");
  expect(parse(read(folder, SCHEDULE)).concurrency).not.toHaveProperty("queue");
});

test("what is written counts as done once it is on the remote's branch", () => {
  const remote = temporary();
  const folder = checkout(remote);
  git(remote, "init", "--quiet", "--bare");
  const done = () => isPushed(openDocs(folder), write(folder));
  expect(done()).toBe(false);
  expect(done()).toBe(false);
  git(folder, "add", ".");
  commit(folder, "postmortems");
  expect(done()).toBe(false);
  git(folder, "push", "--quiet", "origin", "main");
  expect(done()).toBe(true);
});

test("an older copy of the workflow under another name is named, and other changes are told apart", () => {
  const folder = checkout(DOCS);
  write(folder);
  expect(otherWorkflows(openDocs(folder), { repository: "acme/bridge" })).toEqual([]);
  expect(openDocs(folder).isDirty).toBe(false);
  writeFileSync(join(folder, ".github", "workflows", "old.yaml"), "    - uses: someone/bridge@v0\n");
  expect(otherWorkflows(openDocs(folder), { repository: "acme/bridge" })).toEqual([
    ".github/workflows/old.yaml",
  ]);
  expect(openDocs(folder).isDirty).toBe(true);
});

test("a folder that is no checkout is refused", () => {
  expect(() => openDocs(temporary())).toThrow(/not the top of a Git checkout/);
});
