/** The list of pull requests as GitHub's GraphQL API has it: by state and branch, in pages. */
import { GraphQLError } from "graphql";

/** A pull request in the list; times as GitHub writes them. */
export type ListedPullRequest = {
  number: number;
  title: string;
  headRefName: string;
  state: "OPEN" | "CLOSED" | "MERGED";
  isDraft: boolean;
  createdAt: string;
  paths: string[];
  /** When it was reviewed, the oldest first; null for a review that is not submitted yet. */
  reviews: (string | null)[];
};

type Page = { first?: number; last?: number; after?: string };

/** https://docs.github.com/en/graphql/reference/objects#pullrequest, as far as it is answered here. */
export const LIST_TYPES = `
  enum PullRequestState { OPEN CLOSED MERGED }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type PullRequestConnection { nodes: [PullRequest] pageInfo: PageInfo! totalCount: Int! }
  type PullRequestChangedFile { path: String! }
  type PullRequestChangedFileConnection { nodes: [PullRequestChangedFile] pageInfo: PageInfo! totalCount: Int! }
  type PullRequestReview { submittedAt: DateTime }
  type PullRequestReviewConnection { nodes: [PullRequestReview] pageInfo: PageInfo! totalCount: Int! }
`;
export const LIST_FIELD =
  "pullRequests(states: [PullRequestState!], headRefName: String, first: Int, last: Int, after: String): PullRequestConnection!";
export const LISTED_FIELDS = `
  state: PullRequestState! isDraft: Boolean! headRefName: String!
  files(first: Int, last: Int, after: String): PullRequestChangedFileConnection
  reviews(first: Int, last: Int, after: String): PullRequestReviewConnection
`;

const MOST = 100;

/** A page of the list, the oldest first. */
export function listPullRequests(
  all: ListedPullRequest[],
  urlOf: (number: number) => string,
  { states, headRefName, ...page }: Page & { states?: string[]; headRefName?: string },
) {
  const found = all
    .filter(({ state }) => states === undefined || states.includes(state))
    .filter((one) => headRefName === undefined || one.headRefName === headRefName);
  return connection("pullRequests", found, page, ({ paths, reviews, ...pull }) => ({
    ...pull,
    url: urlOf(pull.number),
    files: (wanted: Page) => connection("files", paths, wanted, (path) => ({ path })),
    reviews: (wanted: Page) => connection("reviews", reviews, wanted, (submittedAt) => ({ submittedAt })),
  }));
}

function connection<Item, Shown>(
  name: string,
  items: Item[],
  { first, last, after }: Page,
  show: (item: Item) => Shown,
) {
  const count = first ?? last;
  if (count === undefined)
    throw refusal(
      "MISSING_PAGINATION_BOUNDARIES",
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`,
    );
  if (count > MOST)
    throw refusal(
      "EXCESSIVE_PAGINATION",
      `Requesting ${count} records on the \`${name}\` connection exceeds the \`${first === undefined ? "last" : "first"}\` limit of ${MOST} records.`,
    );
  const from = after === undefined ? 0 : Number(after);
  const shown = first === undefined ? items.slice(-count) : items.slice(from, from + first);
  const end = first === undefined ? items.length : from + shown.length;
  return {
    totalCount: items.length,
    pageInfo: { hasNextPage: end < items.length, endCursor: shown.length === 0 ? null : String(end) },
    nodes: shown.map(show),
  };
}

function refusal(type: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type } });
}
