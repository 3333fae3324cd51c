/** The pull requests of a repository as a reader of its queue wants them: which wait, and what became of the others. */

import { z } from "zod";
import { type GitHub, repositoryParameters } from "./client.ts";

/** An open pull request that is no draft. Times are epoch milliseconds. */
export type WaitingPullRequest = {
  number: number;
  title: string;
  url: string;
  createdAt: number;
  /** Its last review; null without one. */
  reviewedAt: number | null;
  /** The first hundred files that it changes. */
  paths: string[];
};

/** What became of the newest pull request of a branch. */
export type BranchState = { number: number; url: string; state: "OPEN" | "CLOSED" | "MERGED" };

const PER_PAGE = 50;
const MOST_PAGES = 20;
const TRIES = 3;
const REMEDY = "Give the job the permission `pull-requests: read`.";

/** GraphQL may answer null for a list, and for an item that the token may not see. */
function nodesOf<Item extends z.ZodType>(item: Item) {
  return z
    .array(item.nullable())
    .nullable()
    .transform((nodes) => (nodes ?? []).filter((one) => one !== null));
}

function listOf<Item extends z.ZodType>(item: Item) {
  return z
    .object({ nodes: nodesOf(item) })
    .nullable()
    .transform((list) => list?.nodes ?? []);
}

const openSchema = z.object({
  data: z.object({
    repository: z.object({
      pullRequests: z.object({
        nodes: nodesOf(
          z.object({
            number: z.int(),
            title: z.string(),
            url: z.string(),
            isDraft: z.boolean(),
            createdAt: z.string(),
            files: listOf(z.object({ path: z.string() })),
            reviews: listOf(z.object({ submittedAt: z.string().nullable() })),
          }),
        ),
        pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
      }),
    }),
  }),
});
const stateSchema = z.enum(["OPEN", "CLOSED", "MERGED"]);
const branchSchema = z.object({
  data: z.object({
    repository: z.record(
      z.string(),
      listOf(z.object({ number: z.int(), url: z.string(), state: stateSchema })),
    ),
  }),
});

const OPEN = `query ($owner: String!, $repo: String!, $after: String) { repository(owner: $owner, name: $repo) {
  pullRequests(states: [OPEN], first: ${PER_PAGE}, after: $after) {
    nodes {
      number title url isDraft createdAt
      files(first: 100) { nodes { path } } reviews(last: 1) { nodes { submittedAt } }
    }
    pageInfo { hasNextPage endCursor }
  }
} }`;

/**
 * The open pull requests that are no drafts, the oldest first, 1,000 at most.
 * @see https://docs.github.com/en/graphql/reference/objects#pullrequest
 */
export async function listWaiting(github: GitHub, repository: string): Promise<WaitingPullRequest[]> {
  const { owner, repo } = repositoryParameters(repository);
  const waiting: WaitingPullRequest[] = [];
  let after: string | null = null;
  for (let page = 1; page <= MOST_PAGES; page++) {
    const answer: z.infer<typeof openSchema> = await github.graphql(
      { query: OPEN, variables: { owner, repo, ...(after !== null && { after }) } },
      { attempt: "Listing the open pull requests", remedy: REMEDY, schema: openSchema, tries: TRIES },
    );
    const { nodes, pageInfo } = answer.data.repository.pullRequests;
    for (const { number, title, url, isDraft, createdAt, files, reviews } of nodes) {
      if (isDraft) continue;
      const reviewedAt = Date.parse(reviews[0]?.submittedAt ?? "");
      waiting.push({
        number,
        title,
        url,
        createdAt: Date.parse(createdAt),
        reviewedAt: Number.isNaN(reviewedAt) ? null : reviewedAt,
        paths: files.map(({ path }) => path),
      });
    }
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  return waiting.sort((a, b) => a.createdAt - b.createdAt);
}

/** What became of the newest pull request of each branch; a branch without one is not in the answer. */
export async function branchStates(
  github: GitHub,
  repository: string,
  branches: string[],
): Promise<Map<string, BranchState>> {
  const { owner, repo } = repositoryParameters(repository);
  const states = new Map<string, BranchState>();
  for (let from = 0; from < branches.length; from += PER_PAGE) {
    const some = branches.slice(from, from + PER_PAGE);
    const declared = some.map((_, index) => `, $b${index}: String!`).join("");
    const fields = some.map(
      (_, index) =>
        `b${index}: pullRequests(headRefName: $b${index}, last: 1) { nodes { number url state } }`,
    );
    const { data } = await github.graphql(
      {
        query: `query ($owner: String!, $repo: String!${declared}) { repository(owner: $owner, name: $repo) { ${fields.join(" ")} } }`,
        variables: {
          owner,
          repo,
          ...Object.fromEntries(some.map((branch, index) => [`b${index}`, branch])),
        },
      },
      { attempt: "Looking up the pull requests", remedy: REMEDY, schema: branchSchema, tries: TRIES },
    );
    for (const [index, branch] of some.entries()) {
      const [newest] = data.repository[`b${index}`] ?? [];
      if (newest !== undefined) states.set(branch, newest);
    }
  }
  return states;
}
