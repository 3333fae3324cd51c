/** Where a copy is, and which revision of it workflows use. */

import { afterEach, describe, expect, test, vi } from "vitest";
import { findCopy } from "../../../cli/setup/copy.ts";
import { readRemote } from "../../../cli/setup/git.ts";
import { git } from "../../../sandbox/github/git.ts";
import { checkout, commit, standInForGitHub } from "./folders.ts";

const HOSTS = ["github.com"];
const URL_OF_COPY = "https://github.com/acme/bridge.git";

afterEach(() => vi.unstubAllEnvs());

test.each([
  [URL_OF_COPY, { host: "github.com", repository: "acme/bridge" }],
  ["https://github.com/acme/bridge", { host: "github.com", repository: "acme/bridge" }],
  ["https://me:secret@GitHub.com/acme/bridge.js/", { host: "github.com", repository: "acme/bridge.js" }],
  ["git@github.com:acme/bridge.git", { host: "github.com", repository: "acme/bridge" }],
  ["ssh://git@ghes.example:2222/acme/bridge.git", { host: "ghes.example:2222", repository: "acme/bridge" }],
  ["/srv/git/bridge.git", null],
  ["https://github.com/acme", null],
])("%s is %j", (url, remote) => {
  expect(readRemote(url)).toEqual(remote);
});

describe("the revision", () => {
  function published(...tags: string[]) {
    const github = standInForGitHub();
    const folder = checkout(URL_OF_COPY);
    github.publish(folder, "acme/bridge", ...tags);
    for (const [name, value] of Object.entries(github.environment)) vi.stubEnv(name, value);
    return folder;
  }

  test("is the newest tag of a major version", () => {
    const folder = published("v1", "v2", "v10", "v10.0.1", "version-11");
    expect(findCopy(folder, undefined, HOSTS)).toEqual({
      repository: "acme/bridge",
      host: "github.com",
      revision: "v10",
      isCurrent: true,
    });
  });

  test("is else a commit that the remote has, not one that only this clone has", () => {
    const folder = published();
    const pushed = git(folder, "rev-parse", "HEAD").trim();
    commit(folder, "not pushed");
    expect(findCopy(folder, undefined, HOSTS).revision).toBe(pushed);
    expect(findCopy(checkout(), "acme/bridge", HOSTS).revision).toBe(pushed);
  });

  test("is what the clone knows where the remote does not answer", () => {
    vi.stubEnv("GIT_ALLOW_PROTOCOL", "file");
    const folder = checkout(URL_OF_COPY);
    expect(findCopy(folder, undefined, HOSTS)).toMatchObject({ revision: null, isCurrent: false });
    git(folder, "tag", "v1");
    expect(findCopy(folder, undefined, HOSTS)).toMatchObject({ revision: "v1", isCurrent: false });
  });
});

test.each([
  ["no remote", undefined, undefined, /no Git remote "origin".*--copy OWNER\/NAME/],
  [
    "another host",
    "https://me:secret@gitlab.com/acme/bridge.git",
    undefined,
    /https:\/\/gitlab\.com\/acme.*--copy OWNER\/NAME/,
  ],
  ["no owner and name", undefined, "bridge", /--copy is "bridge"; it takes OWNER\/NAME/],
])("with %s it says what to do", (_, origin, named, sentence) => {
  const folder = checkout(origin);
  expect(() => findCopy(folder, named, HOSTS)).toThrow(sentence);
  expect(() => findCopy(folder, named, HOSTS)).not.toThrow("secret");
});
