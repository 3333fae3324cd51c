/** The sandbox's Devin and its pull requests, with checks that end as the test says. */

import { expect, test } from "vitest";
import { type Defect, defects } from "../../../sandbox/devin/draft-mistakes.ts";
import { createProposals } from "../../../sandbox/devin/pull-requests.ts";
import type { WorkflowEvent } from "../../../sandbox/runner/runner.ts";
import { startDocsGitHub } from "../github/docs-github.ts";

const DRAFT = {
  path: "docs/postmortems/a.md",
  branch: "postmortem/Q2",
  title: "Postmortem: incident #2 (Q2)",
  text: "# A good text\n",
};
const spoil: Defect = { what: "a bad word", seed: (text) => text.replace("good", "bad") };

async function start(defect: Defect | null) {
  const { docs, github, revision } = await startDocsGitHub();
  const events: WorkflowEvent[] = [];
  const proposals = createProposals({
    docs,
    pulls: github.pulls,
    defect,
    say: () => undefined,
    trigger: (event) => events.push(event),
  });
  const text = () => docs.read(DRAFT.branch, DRAFT.path);
  const actions = () => events.map(({ payload }) => payload["action"]);
  return { proposals, events, text, actions, revision };
}

test("the first push opens a pull request, a later one is news for it", async () => {
  const { proposals, events, text, actions, revision } = await start(null);
  expect(proposals.push(DRAFT).html_url).toBe("https://github.com/acme/docs/pull/1");
  const first = revision(DRAFT.branch);
  expect(proposals.push({ ...DRAFT, text: "# Newer\n" }).number).toBe(1);
  expect(actions()).toEqual(["opened", "synchronize"]);
  expect(events[1]?.payload).toMatchObject({ before: first, after: revision(DRAFT.branch) });
  expect(text()).toBe("# Newer\n");
  expect(proposals.drafts).toEqual([DRAFT]);
});

test("a defect is in the first push alone", async () => {
  const { proposals, text, actions } = await start(spoil);
  proposals.push(DRAFT);
  expect(text()).toBe("# A bad text\n");
  proposals.push(DRAFT);
  expect(text()).toBe("# A good text\n");
  expect(actions()).toEqual(["opened", "synchronize"]);
});

test.for(Object.keys(defects))("a text that has no place for %s is not passed off as spoiled", (name) => {
  expect(() => defects[name]!.seed("# Empty\n")).toThrow("has no place for a defect");
});
