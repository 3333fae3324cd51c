/** The part of GitHub's GraphQL API that tells what exists: commits, files, issues, and pull requests as a list. */
import { buildSchema, GraphQLError, graphql } from "graphql";
import { z } from "zod";
import type { Reply, RouteRequest } from "../service.ts";
import { refuse } from "./errors.ts";
import {
  LIST_FIELD,
  LIST_TYPES,
  LISTED_FIELDS,
  type ListedPullRequest,
  listPullRequests,
} from "./review-queue.ts";

/** What a Git revision expression names. */
export type GitObject =
  | { __typename: "Commit"; oid: string; committedDate: string }
  | { __typename: "Blob" | "Tree" | "Tag"; oid: string };

/** An issue or a pull request; times as GitHub writes them. */
export type Numbered = { number: number; title: string; createdAt: string; closedAt: string | null } & (
  | { __typename: "Issue" }
  | { __typename: "PullRequest"; mergedAt: string | null }
);

/** A repository that can be asked; only a caller that may see it is given one. */
export type AskedRepository = {
  nameWithOwner: string;
  isPrivate: boolean;
  object(expression: string): GitObject | null;
  numbered(number: number): Numbered | null;
  /** Its pull requests, the oldest first. */
  pullRequests(): ListedPullRequest[];
  /** Whether the caller may read its issues and pull requests. */
  mayRead: boolean;
  /** Whether the caller is an App, for the words of a refusal. */
  isApp: boolean;
};

/** https://docs.github.com/en/graphql/reference, as far as it is answered here, with GitHub's names. */
const schema = buildSchema(`
  scalar DateTime
  scalar GitObjectID
  scalar URI

  interface GitObject { oid: GitObjectID! abbreviatedOid: String! }
  type Commit implements GitObject { oid: GitObjectID! abbreviatedOid: String! committedDate: DateTime! }
  type Blob implements GitObject { oid: GitObjectID! abbreviatedOid: String! }
  type Tree implements GitObject { oid: GitObjectID! abbreviatedOid: String! }
  type Tag implements GitObject { oid: GitObjectID! abbreviatedOid: String! }

  type Issue { number: Int! title: String! url: URI! createdAt: DateTime! closedAt: DateTime }
  type PullRequest {
    number: Int! title: String! url: URI! createdAt: DateTime! closedAt: DateTime
    merged: Boolean! mergedAt: DateTime
    ${LISTED_FIELDS}
  }
  ${LIST_TYPES}
  union IssueOrPullRequest = Issue | PullRequest

  type Repository {
    nameWithOwner: String!
    isPrivate: Boolean!
    object(expression: String, oid: GitObjectID): GitObject
    issueOrPullRequest(number: Int!): IssueOrPullRequest
    ${LIST_FIELD}
  }
  type RateLimit { cost: Int! limit: Int! remaining: Int! used: Int! }
  type Query {
    repository(owner: String!, name: String!, followRenames: Boolean = true): Repository
    rateLimit: RateLimit
  }
`);

const bodySchema = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

/** `POST /graphql`; `find` gives the repositories that the caller may see. What is wrong with a query is in a 200. */
export async function answerGraphql(
  request: RouteRequest,
  find: (owner: string, name: string) => AskedRepository | null,
): Promise<Reply> {
  if (request.method !== "POST") return refuse(404, "Not Found");
  const json = request.json();
  if (json === undefined) return refuse(400, "Problems parsing JSON");
  const body = bodySchema.safeParse(json);
  if (!body.success)
    return {
      status: 200,
      body: { errors: [{ message: "A query attribute must be specified and must be a string." }] },
    };
  const { query, variables, operationName } = body.data;
  const { data, errors } = await graphql({
    schema,
    source: query,
    rootValue: {
      repository: ({ owner, name }: { owner: string; name: string }) => {
        const found = find(owner, name);
        if (found === null)
          throw notFound(`Could not resolve to a Repository with the name '${owner}/${name}'.`);
        return show(found);
      },
      rateLimit: { cost: 1, limit: 5_000, remaining: 4_999, used: 1 },
    },
    ...(variables == null ? {} : { variableValues: variables }),
    ...(operationName == null ? {} : { operationName }),
  });
  return {
    status: 200,
    body: {
      ...(data === undefined ? {} : { data }),
      ...(errors === undefined ? {} : { errors: errors.map(showError) }),
    },
  };
}

function show(repository: AskedRepository) {
  return {
    nameWithOwner: repository.nameWithOwner,
    isPrivate: repository.isPrivate,
    object({ expression, oid }: { expression?: string; oid?: string }) {
      const found = repository.object(expression ?? oid ?? "");
      return found && { ...found, abbreviatedOid: found.oid.slice(0, 7) };
    },
    pullRequests(wanted: Parameters<typeof listPullRequests>[2]) {
      assertReadable(repository);
      return listPullRequests(
        repository.pullRequests(),
        (number) => `https://github.com/${repository.nameWithOwner}/pull/${number}`,
        wanted,
      );
    },
    issueOrPullRequest({ number }: { number: number }) {
      assertReadable(repository);
      const found = repository.numbered(number);
      if (found === null)
        throw notFound(`Could not resolve to an issue or pull request with the number of ${number}.`);
      const isPull = found.__typename === "PullRequest";
      return {
        ...found,
        merged: isPull && found.mergedAt !== null,
        url: `https://github.com/${repository.nameWithOwner}/${isPull ? "pull" : "issues"}/${number}`,
      };
    },
  };
}

function assertReadable({ mayRead, isApp }: AskedRepository): void {
  const kind = isApp ? "integration" : "personal access token";
  if (!mayRead)
    throw new GraphQLError(`Resource not accessible by ${kind}`, { extensions: { type: "FORBIDDEN" } });
}

function notFound(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type: "NOT_FOUND" } });
}

/** GitHub has an error's type beside its message, not below `extensions`. */
function showError({ message, path, locations, extensions }: GraphQLError): object {
  const { type, ...others } = extensions;
  return {
    ...(type === undefined ? {} : { type }),
    ...(path === undefined ? {} : { path }),
    ...(Object.keys(others).length === 0 ? {} : { extensions: others }),
    locations,
    message,
  };
}
