/** A pull request as GitHub tells it: the files that it changes, and files as they are at its base. */

import { z } from "zod";
import { RequestError } from "../lib/errors.ts";
import { type GitHub, repositoryParameters } from "./client.ts";

// Reading twice does no harm.
const TRIES = 3;
const PER_PAGE = 100;
/** @see https://docs.github.com/en/rest/pulls/pulls#list-pull-requests-files */
const MOST_PAGES = 30;

const fileSchema = z.object({
  filename: z.string(),
  status: z.string(),
  /** The old name of a file that is renamed. */
  previous_filename: z.string().optional(),
});
const contentSchema = z.object({ content: z.string(), encoding: z.literal("base64") });
const folderSchema = z.array(z.object({ name: z.string(), type: z.string() }));

export type ChangedFile = z.infer<typeof fileSchema>;

export type PullRequestClient = {
  /** Every file that the pull request changes, 3,000 at most; `isWhole` says whether those are all. */
  listFiles(number: number): Promise<{ files: ChangedFile[]; isWhole: boolean }>;
  /** A file's text at a commit; null when there is none. */
  readFile(path: string, commit: string): Promise<string | null>;
  /** The commit that is the pull request's head now. */
  readHead(number: number): Promise<string>;
  /** The names of the files in a folder at a commit; none where there is no folder. "" is the root. */
  listFolder(path: string, commit: string): Promise<string[]>;
};

/** `repository` is the `owner/name` of the docs repository. */
export function createPullRequestClient(github: GitHub, repository: string): PullRequestClient {
  const at = repositoryParameters(repository);
  const remedy = "Give the job the permissions `contents: read` and `pull-requests: read`, and run it again.";

  return {
    async listFiles(number) {
      const files: ChangedFile[] = [];
      for (let page = 1; page <= MOST_PAGES; page++) {
        const some = await github.request(
          "GET /repos/{owner}/{repo}/pulls/{pull_number}/files",
          { ...at, pull_number: number, per_page: PER_PAGE, page },
          {
            attempt: "Listing the files of the pull request",
            remedy,
            schema: z.array(fileSchema),
            tries: TRIES,
          },
        );
        files.push(...some);
        if (some.length < PER_PAGE) return { files, isWhole: true };
      }
      return { files, isWhole: false };
    },

    async readHead(number) {
      const { head } = await github.request(
        "GET /repos/{owner}/{repo}/pulls/{pull_number}",
        { ...at, pull_number: number },
        {
          attempt: "Reading the head of the pull request",
          remedy,
          schema: z.object({ head: z.object({ sha: z.string() }) }),
          tries: TRIES,
        },
      );
      return head.sha;
    },

    async readFile(path, commit) {
      const found = await contents(path, commit, contentSchema);
      return found === null ? null : Buffer.from(found.content, "base64").toString("utf8");
    },

    async listFolder(path, commit) {
      const found = await contents(path, commit, folderSchema);
      return (found ?? []).filter(({ type }) => type !== "dir").map(({ name }) => name);
    },
  };

  async function contents<Schema extends z.ZodType>(path: string, ref: string, schema: Schema) {
    try {
      return await github.request(
        "GET /repos/{owner}/{repo}/contents/{path}",
        { ...at, path, ref },
        { attempt: "Reading a file of the pull request's base", remedy, schema, tries: TRIES },
      );
    } catch (error) {
      if (error instanceof RequestError && error.status === 404) return null;
      throw error;
    }
  }
}
