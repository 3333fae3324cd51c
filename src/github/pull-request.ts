/** A pull request as GitHub tells it: the files that it changes, and files as they are at its base. */

import { z } from "zod";
import { RequestError } from "../lib/errors.ts";
import { type Clock, type Fetch, request } from "../lib/http.ts";
import { VERSION } from "../lib/version.ts";

const TIMEOUT_MS = 15_000;
const TRIES = 3;
const PER_PAGE = 100;
/** @see https://docs.github.com/en/rest/pulls/pulls#list-pull-requests-files */
const MOST_PAGES = 30;

const messageSchema = z.object({ message: z.string() });
const fileSchema = z.object({ filename: z.string(), status: z.string() });
const contentSchema = z.object({ content: z.string(), encoding: z.literal("base64") });

type ChangedFile = z.infer<typeof fileSchema>;

export type PullRequestClient = {
  /** Every file that the pull request changes, 3,000 at most; `isWhole` says whether those are all. */
  listFiles(number: number): Promise<{ files: ChangedFile[]; isWhole: boolean }>;
  /** A file's text at a commit; null when there is none. */
  readFile(path: string, commit: string): Promise<string | null>;
};

export function createPullRequestClient(options: {
  fetch: Fetch;
  clock: Clock;
  /** GitHub's REST API. */
  apiUrl: string;
  /** `owner/name`. */
  repository: string;
  token: string;
}): PullRequestClient {
  const { fetch, clock, apiUrl, repository, token } = options;

  function get<Schema extends z.ZodType>(attempt: string, path: string, schema: Schema) {
    return request({
      fetch,
      clock,
      attempt,
      method: "GET",
      url: `${apiUrl}/repos/${repository}${path}`,
      headers: {
        accept: "application/vnd.github+json",
        authorization: `Bearer ${token}`,
        "user-agent": `postmortem-bridge/${VERSION}`,
        "x-github-api-version": "2022-11-28",
      },
      schema,
      timeoutMs: TIMEOUT_MS,
      // Reading twice does no harm.
      tries: TRIES,
      readDetail: (body) => messageSchema.safeParse(body).data?.message ?? null,
      remedy: () =>
        "Give the job the permissions `contents: read` and `pull-requests: read`, and run it again.",
      secrets: [token],
    });
  }

  return {
    async listFiles(number) {
      const files: ChangedFile[] = [];
      for (let page = 1; page <= MOST_PAGES; page++) {
        const some = await get(
          "Listing the files of the pull request",
          `/pulls/${number}/files?per_page=${PER_PAGE}&page=${page}`,
          z.array(fileSchema),
        );
        files.push(...some);
        if (some.length < PER_PAGE) return { files, isWhole: true };
      }
      return { files, isWhole: false };
    },

    async readFile(path, commit) {
      try {
        const { content } = await get(
          "Reading a file of the pull request's base",
          `/contents/${path.split("/").map(encodeURIComponent).join("/")}?ref=${encodeURIComponent(commit)}`,
          contentSchema,
        );
        return Buffer.from(content, "base64").toString("utf8");
      } catch (error) {
        if (error instanceof RequestError && error.status === 404) return null;
        throw error;
      }
    },
  };
}
