/** The issues of one repository: those that carry a label, their comments, and what is written to them. */

import { z } from "zod";
import { RequestError } from "../lib/errors.ts";
import { type Clock, waitMs } from "../lib/http.ts";
import { type GitHub, type GitHubCall, repositoryParameters } from "./client.ts";

/** An issue as this project reads it. */
export type Issue = {
  number: number;
  url: string;
  title: string;
  body: string;
  isOpen: boolean;
  /** Whether a person has ended the conversation. */
  isLocked: boolean;
  labels: string[];
  assignees: string[];
};

/** A comment on an issue. */
export type IssueComment = {
  issue: number;
  body: string;
  /** Epoch milliseconds. */
  createdAt: number;
  /** Whether a person wrote it, and no App. */
  isPerson: boolean;
};

/** What a new issue has. */
export type NewIssue = { title: string; body: string; labels: string[]; assignees: string[] };

type IssuePatch =
  | { title?: string; body: string }
  | { state: "closed"; state_reason: "duplicate" | "not_planned" };

export type Issues = {
  /** All issues with the label, open and closed, the oldest first. GitHub's search lags, so it is not asked. */
  list(): Promise<Issue[]>;
  /** The newest hundred issues with the label, or with any. */
  listNewest(of?: "any label"): Promise<Issue[]>;
  /** Whether a login can be assigned to issues of the repository. */
  isAssignable(login: string): Promise<boolean>;
  /** Whether the repository has the label, also where no issue carries it. */
  hasLabel(): Promise<boolean>;
  /** The comments of the repository that were written or changed since an instant in epoch milliseconds. */
  listComments(since: number): Promise<IssueComment[]>;
  /** The comments of one issue. */
  listCommentsOf(number: number): Promise<IssueComment[]>;
  /** Is not repeated where it was not answered: the caller looks whether the issue is there. */
  create(issue: NewIssue): Promise<Issue>;
  edit(number: number, change: IssuePatch): Promise<void>;
  /** Is not repeated where it was not answered, like `create`. */
  comment(number: number, body: string): Promise<void>;
};

const PER_PAGE = 100;
const TRIES = 3;
const LONGEST_LIMIT_MS = 60_000;
const REMEDY = "Give the job the permission `issues: write`, and check that the repository has issues.";

const labelSchema = z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]);
const issueSchema = z
  .object({
    number: z.int(),
    html_url: z.string(),
    title: z.string(),
    body: z.string().nullish(),
    state: z.string(),
    locked: z.boolean(),
    labels: z.array(labelSchema),
    assignees: z.array(z.object({ login: z.string() })).nullish(),
    pull_request: z.unknown().optional(),
  })
  .transform(({ number, html_url, title, body, state, locked, labels, assignees, pull_request }) => ({
    isPullRequest: pull_request !== undefined,
    issue: {
      number,
      url: html_url,
      title,
      body: body ?? "",
      isOpen: state === "open",
      isLocked: locked,
      labels,
      assignees: (assignees ?? []).map(({ login }) => login),
    },
  }));
const commentSchema = z
  .object({
    body: z.string().nullish(),
    created_at: z.string(),
    issue_url: z.string(),
    user: z.object({ type: z.string() }).nullish(),
    performed_via_github_app: z.unknown().optional(),
  })
  .transform(
    ({ body, created_at, issue_url, user, performed_via_github_app }): IssueComment => ({
      issue: Number(/(?<!\d)\d+$/.exec(issue_url)?.[0]),
      body: body ?? "",
      createdAt: Date.parse(created_at),
      isPerson: user?.type === "User" && !performed_via_github_app,
    }),
  );

/**
 * The issues of a repository that carry a label. A limit of up to a minute is waited for, a longer one is thrown; see `isLimit`.
 * @see https://docs.github.com/en/rest/issues/issues
 */
export function createIssues(github: GitHub, clock: Clock, repository: string, label: string): Issues {
  const parameters = repositoryParameters(repository);

  /** `isRepeatable`: whether doing it twice is the same as doing it once. */
  async function send<Schema extends z.ZodType>(
    route: string,
    more: Record<string, unknown>,
    options: Omit<GitHubCall<Schema>, "remedy"> & { isRepeatable: boolean },
  ): Promise<z.infer<Schema>> {
    const { isRepeatable, ...call } = options;
    for (let tried = 1; ; tried++) {
      try {
        return await github.request(route, { ...parameters, ...more }, { ...call, remedy: REMEDY });
      } catch (error) {
        if (!(error instanceof RequestError) || tried >= TRIES) throw error;
        const isShort =
          isLimit(error) && (error.retryAfterMs ?? Number.POSITIVE_INFINITY) <= LONGEST_LIMIT_MS;
        if (!isShort && !(isRepeatable && error.effect === "unknown")) throw error;
        await clock.sleep(waitMs(error, tried));
      }
    }
  }

  async function listAll<Schema extends z.ZodType>(
    attempt: string,
    route: string,
    more: Record<string, unknown>,
    schema: Schema,
  ): Promise<z.infer<Schema>[]> {
    const all: z.infer<Schema>[] = [];
    for (let page = 1; ; page++) {
      const some = await send(
        route,
        { ...more, per_page: PER_PAGE, page },
        { attempt, schema: z.array(schema), isRepeatable: true },
      );
      all.push(...some);
      if (some.length < PER_PAGE) return all;
    }
  }

  async function isThere(attempt: string, what: string, more: Record<string, unknown>): Promise<boolean> {
    try {
      await send(`GET /repos/{owner}/{repo}/${what}`, more, { ...write, attempt });
      return true;
    } catch (error) {
      if (error instanceof RequestError && error.status === 404) return false;
      throw error;
    }
  }

  const issuesOf = (read: z.infer<typeof issueSchema>[]) =>
    read.filter(({ isPullRequest }) => !isPullRequest).map(({ issue }) => issue);
  const write = { schema: z.unknown(), isRepeatable: true };
  const route = "GET /repos/{owner}/{repo}/issues";
  const labelled = { labels: label, state: "all", sort: "created" };

  return {
    async list() {
      const attempt = `Listing the issues with the label ${label}`;
      // A new issue comes last, so that it moves none to a page that was read.
      return issuesOf(await listAll(attempt, route, { ...labelled, direction: "asc" }, issueSchema));
    },
    async listNewest(of) {
      const asked = { ...labelled, ...(of && { labels: undefined }), direction: "desc", per_page: PER_PAGE };
      const schema = z.array(issueSchema);
      return issuesOf(
        await send(route, asked, { attempt: "Listing the newest issues", schema, isRepeatable: true }),
      );
    },
    isAssignable: (assignee) =>
      isThere(`Looking whether ${assignee} can be assigned`, "assignees/{assignee}", { assignee }),
    hasLabel: () => isThere(`Looking for the label ${label}`, "labels/{label}", { label }),
    listComments: (since) =>
      listAll(
        "Listing the comments of the repository",
        "GET /repos/{owner}/{repo}/issues/comments",
        { since: new Date(since).toISOString(), sort: "updated", direction: "asc" },
        commentSchema,
      ),
    listCommentsOf: (issue_number) =>
      listAll(
        `Listing the comments of issue #${issue_number}`,
        "GET /repos/{owner}/{repo}/issues/{issue_number}/comments",
        { issue_number },
        commentSchema,
      ),
    async create(issue) {
      const hidden = [issue.title, issue.body];
      const options = { attempt: "Making an issue", schema: issueSchema, hidden, isRepeatable: false };
      return (await send("POST /repos/{owner}/{repo}/issues", issue, options)).issue;
    },
    async edit(issue_number, change) {
      const hidden = "body" in change ? Object.values(change) : [];
      const options = { ...write, attempt: `Changing issue #${issue_number}`, hidden };
      await send("PATCH /repos/{owner}/{repo}/issues/{issue_number}", { issue_number, ...change }, options);
    },
    async comment(issue_number, body) {
      const attempt = `Commenting on issue #${issue_number}`;
      const options = { attempt, schema: z.unknown(), hidden: [body], isRepeatable: false };
      await send(
        "POST /repos/{owner}/{repo}/issues/{issue_number}/comments",
        { issue_number, body },
        options,
      );
    },
  };
}

const SLOW_DOWN = /rate limit|abuse detection|submitted too quickly/i;

/**
 * Whether GitHub wants us to slow down: it says so with 429 or 403, in GraphQL with 200, of new content also with 422.
 * @see https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
export function isLimit({ status, retryAfterMs, detail }: RequestError): boolean {
  return status === 429 || (status === 403 && retryAfterMs !== null) || SLOW_DOWN.test(detail);
}

/** What GitHub answered, for a sentence that says the rest; it may be without words. */
export function answerOf({ status, detail }: RequestError): string {
  return `GitHub answered ${status}${detail && `, ${detail.replace(/\.$/, "")}`}.`;
}
