/** Devin's pull requests: opened by its first push and checked by the workflow, as is each push after it. */

import type { DocsRepository } from "../github/docs-repository.ts";
import { type PullRequest, type PullRequests, pullRequestEvent } from "../github/pull-requests.ts";
import type { WorkflowEvent } from "../runner/runner.ts";
import type { Defect } from "./draft-mistakes.ts";
import type { Draft } from "./writer.ts";

const DEVIN = "devin-ai-integration[bot]";

export type Proposals = {
  /** One of each branch, in the order of their first push. */
  drafts: Draft[];
  /** Pushes; what is new becomes a pull request, and what is not is news for the one that the branch has. */
  push(draft: Draft): PullRequest;
};

export function createProposals(options: {
  docs: DocsRepository;
  pulls: PullRequests;
  /** What is wrong with the first push of each branch. */
  defect: Defect | null;
  trigger(event: WorkflowEvent): unknown;
  say(from: string, to: string, what: string): void;
}): Proposals {
  const { docs, pulls, defect, trigger, say } = options;
  const drafts: Draft[] = [];
  const known = new Map<string, PullRequest>();

  function push(draft: Draft): PullRequest {
    const { branch, path, title, text } = draft;
    const before = known.get(branch);
    docs.push(branch, path, defect === null || before ? text : defect.seed(text), title);
    say("Devin", "Git", `pushed the branch ${branch}`);
    const pull = before ? pulls.find(before.number) : pulls.open({ branch, title, author: DEVIN });
    if (pull === null) throw new Error(`The branch ${branch} has no pull request, and can have none.`);
    known.set(branch, pull);
    if (before) {
      trigger(pullRequestEvent(pull, "synchronize", before.head.sha));
      return pull;
    }
    drafts.push(draft);
    say("Devin", "GitHub", `opened pull request #${pull.number}`);
    trigger(pullRequestEvent(pull, "opened"));
    return pull;
  }

  return { drafts, push };
}
