/** The other repositories that postmortems cite: what exists in them, without a Git repository of their own. */
import { createHash } from "node:crypto";
import type { AskedRepository, GitObject, Numbered } from "./graphql.ts";

export type Neighbour = {
  /** `owner/name` */
  name: string;
  /** Public unless told: a private one is seen by the tokens that name it. */
  private?: boolean;
  commits?: Array<{ sha: string; committedDate: string }>;
  pulls?: Array<{ number: number; title: string; createdAt: string; mergedAt: string | null }>;
  issues?: Array<{ number: number; title: string; createdAt: string }>;
  /** Paths of every commit alike. */
  files?: string[];
};

/** GitHub takes an abbreviated id of at least four digits. */
const COMMIT = /^[0-9a-f]{4,40}$/i;

export function askedNeighbour(
  neighbour: Neighbour,
): Pick<AskedRepository, "nameWithOwner" | "isPrivate" | "object" | "numbered" | "pullRequests"> {
  const { name, commits = [], pulls = [], issues = [], files = [] } = neighbour;
  return {
    nameWithOwner: name,
    isPrivate: neighbour.private ?? false,
    object(expression) {
      const colon = expression.indexOf(":");
      const revision = colon < 0 ? expression : expression.slice(0, colon);
      const commit = ["HEAD", "main"].includes(revision)
        ? commits.at(-1)
        : commits.find(({ sha }) => COMMIT.test(revision) && sha.startsWith(revision.toLowerCase()));
      if (commit === undefined) return null;
      if (colon < 0) return { __typename: "Commit", oid: commit.sha, committedDate: commit.committedDate };
      return objectAt(files, expression.slice(colon + 1));
    },
    pullRequests: () => [],
    numbered(number): Numbered | null {
      const pull = pulls.find((one) => one.number === number);
      if (pull !== undefined) return { __typename: "PullRequest", ...pull, closedAt: pull.mergedAt };
      const issue = issues.find((one) => one.number === number);
      return issue === undefined ? null : { __typename: "Issue", ...issue, closedAt: null };
    },
  };
}

function objectAt(files: string[], path: string): GitObject | null {
  const oid = createHash("sha1").update(path).digest("hex");
  if (files.includes(path)) return { __typename: "Blob", oid };
  return path === "" || files.some((file) => file.startsWith(`${path}/`))
    ? { __typename: "Tree", oid }
    : null;
}
