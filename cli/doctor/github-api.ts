/** Questions about repositories of GitHub, with one credential. */

import { z } from "zod";
import { ownerOfHost } from "../../src/lib/mix-ups.ts";
import { VERSION } from "../../src/lib/version.ts";
import { type Answer, type Connection, probe } from "../http-probe.ts";

/** A server's API has a path, or a host of its own that is none of GitHub's. */
function isServer({ pathname, hostname }: URL): boolean {
  return pathname.startsWith("/api/v3") || (hostname.startsWith("api.") && ownerOfHost(hostname) === null);
}

export type GitHubApi = {
  /** The docs repository, as `owner/name`. */
  repository: string;
  /** Whether it is GitHub's own service, or a GitHub Enterprise Server. */
  isServer: boolean;
  /** One question; `path` is below the docs repository, or below the one that is named. */
  get<Schema extends z.ZodType>(
    attempt: string,
    path: string,
    schema: Schema,
    repository?: string,
  ): Promise<Answer<z.infer<Schema>>>;
  /** Sends an event that no workflow takes. */
  dispatch(event: string): Promise<Answer<unknown>>;
};

const messageSchema = z.object({ message: z.string() });

/** A file as the contents API gives it. */
export const contentsSchema = z
  .object({ content: z.string(), encoding: z.literal("base64") })
  .transform(({ content }) => Buffer.from(content, "base64").toString());

/** A folder as the contents API gives it. */
export const folderSchema = z.array(z.object({ name: z.string(), type: z.string() }));

/** Makes the client of one credential; `apiUrl` without a slash at its end. */
export function createGitHubApi(
  connection: Connection,
  { apiUrl, repository }: { apiUrl: string; repository: string },
  token: string,
): GitHubApi {
  const question = (attempt: string, path: string, of = repository) => ({
    attempt,
    url: `${apiUrl}/repos/${of}${path}`,
    headers: {
      accept: "application/vnd.github+json",
      authorization: `Bearer ${token}`,
      "user-agent": `postmortem-bridge/${VERSION}`,
      "x-github-api-version": "2022-11-28",
    },
    readDetail: (body: unknown) => messageSchema.safeParse(body).data?.message ?? null,
    secrets: [token],
  });
  return {
    repository,
    isServer: isServer(new URL(apiUrl)),
    get: (attempt, path, schema, of) => probe(connection, { ...question(attempt, path, of), schema }),
    dispatch: (event) =>
      probe(connection, {
        ...question("Sending a test event", "/dispatches"),
        method: "POST",
        body: { event_type: event },
        schema: z.unknown(),
        expect: 204,
      }),
  };
}
