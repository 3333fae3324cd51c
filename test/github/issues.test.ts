import { expect, test } from "vitest";
import { createGitHub } from "../../src/github/client.ts";
import { createIssues } from "../../src/github/issues.ts";
import { fakeClock } from "../builders.ts";

/** The issues of a GitHub that answers everything with this. */
function issuesFrom(answer: unknown) {
  const clock = fakeClock();
  const fetch = () => Promise.resolve(Response.json(answer));
  const github = createGitHub({ fetch, clock, apiUrl: "https://api.github.com", token: "ghs_0123456789" });
  return createIssues(github, clock, "acme/docs", "postmortem");
}

const bare = {
  number: 7,
  html_url: "https://github.com/acme/docs/issues/7",
  title: "Add a limit",
  body: null,
  state: "closed",
  locked: true,
  labels: ["postmortem", { name: "team" }],
};

test("an issue is read in every form that GitHub documents, and a pull request is none", async () => {
  expect(await issuesFrom([bare, { ...bare, pull_request: {} }]).list()).toEqual([
    {
      number: 7,
      url: "https://github.com/acme/docs/issues/7",
      title: "Add a limit",
      body: "",
      isOpen: false,
      isLocked: true,
      labels: ["postmortem", "team"],
      assignees: [],
    },
  ]);
});

test.for([
  ["a person", { type: "User" }, null, true],
  ["an App", { type: "Bot" }, null, false],
  ["an App in a person's name", { type: "User" }, { id: 1 }, false],
  ["an account that is gone", null, undefined, false],
] as const)("a comment of %s is known as such", async ([, user, performed_via_github_app, isPerson]) => {
  const issue_url = "https://api.github.com/repos/acme/docs/issues/12";
  const comment = { created_at: "2026-02-10T14:32:00Z", issue_url, user, performed_via_github_app };
  expect(await issuesFrom([comment]).listCommentsOf(12)).toEqual([
    { issue: 12, body: "", createdAt: Date.parse("2026-02-10T14:32:00Z"), isPerson },
  ]);
});
