/** Which revision of the copy workflows use. */

import { expect, test } from "vitest";
import { findCopy } from "../../../cli/setup/copy.ts";
import { createGit } from "../../../cli/setup/git.ts";
import { git } from "../../../sandbox/github/git.ts";
import { checkout, commit, standInForGitHub } from "./folders.ts";

const HOSTS = ["github.com"];
const URL_OF_COPY = "https://github.com/acme/bridge.git";

function published(...tags: string[]) {
  const github = standInForGitHub();
  const folder = checkout(URL_OF_COPY);
  github.publish(folder, "acme/bridge", ...tags);
  return { folder, git: createGit(github.environment) };
}

test("is the newest tag of a major version", () => {
  const copy = published("v1", "v2", "v10", "v10.0.1", "version-11");
  expect(findCopy(copy.git, copy.folder, undefined, HOSTS)).toEqual({
    repository: "acme/bridge",
    host: "github.com",
    revision: "v10",
    isCurrent: true,
  });
});

test("is else a commit that the remote has, not one that only this clone has", () => {
  const copy = published();
  const pushed = git(copy.folder, "rev-parse", "HEAD").trim();
  commit(copy.folder, "not pushed");
  expect(findCopy(copy.git, copy.folder, undefined, HOSTS).revision).toBe(pushed);
  expect(findCopy(copy.git, checkout(), "acme/bridge", HOSTS).revision).toBe(pushed);
});

test("is what the clone knows where the remote does not answer", () => {
  const folder = checkout(URL_OF_COPY);
  const offline = createGit({ PATH: process.env["PATH"], GIT_ALLOW_PROTOCOL: "file" });
  const find = () => findCopy(offline, folder, undefined, HOSTS);
  expect(find()).toMatchObject({ revision: null, isCurrent: false });
  git(folder, "tag", "v1");
  expect(find()).toMatchObject({ revision: "v1", isCurrent: false });
});
