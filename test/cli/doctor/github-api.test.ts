/** Which addresses of an API are those of an Enterprise Server. */

import { expect, test } from "vitest";
import { createGitHubApi } from "../../../cli/doctor/github-api.ts";

test.for([
  ["https://api.github.com", false],
  ["https://api.acme.ghe.com", false],
  ["http://127.0.0.1:3000", false],
  ["https://ghe.example.com/api/v3", true],
  ["https://api.ghe.example.com", true],
] as const)("%s is a server's: %s", ([apiUrl, isServer]) => {
  const connection = { fetch, clock: { now: Date.now, sleep: () => Promise.resolve() } };
  expect(createGitHubApi(connection, { apiUrl, repository: "acme/docs" }, "").isServer).toBe(isServer);
});
