/** The forms in which Git writes where a repository is. */

import { expect, test } from "vitest";
import { readRemote } from "../../../cli/setup/git.ts";

test.each([
  ["https://github.com/acme/bridge.git", { host: "github.com", repository: "acme/bridge" }],
  ["https://github.com/acme/bridge", { host: "github.com", repository: "acme/bridge" }],
  ["https://me:secret@GitHub.com/acme/bridge.js/", { host: "github.com", repository: "acme/bridge.js" }],
  ["https://ghes.example:8443/acme/bridge", { host: "ghes.example:8443", repository: "acme/bridge" }],
  ["git@github.com:acme/bridge.git", { host: "github.com", repository: "acme/bridge" }],
  ["ssh://git@ghes.example:2222/acme/bridge.git", { host: "ghes.example", repository: "acme/bridge" }],
  ["ssh://git@ssh.github.com:443/acme/bridge.git", { host: "github.com", repository: "acme/bridge" }],
  ["git@github.com-work:acme/bridge.git", { host: "github.com", repository: "acme/bridge" }],
  ["HTTPS://www.GitHub.com/acme/bridge", { host: "github.com", repository: "acme/bridge" }],
  ["git@github.com.evil.example:acme/bridge", { host: "github.com.evil.example", repository: "acme/bridge" }],
  ["/srv/git/bridge.git", null],
  ["https://github.com/acme", null],
])("%s is %j", (url, remote) => {
  expect(readRemote(url)).toEqual(remote);
});
