/** GitHub's API in the action: octokit writes the requests, and `lib/http` decides on time, retries and errors. */

import { z } from "zod";
import { readBytes } from "../lib/body.ts";
import { type Clock, call, type Fetch, type HttpAnswer, MAX_ANSWER_BYTES } from "../lib/http.ts";
import { VERSION } from "../lib/version.ts";

const TIMEOUT_MS = 15_000;
const API_VERSION = "2022-11-28";

/** One request to GitHub. */
export type GitHubCall<Schema extends z.ZodType> = {
  /** What is attempted, as the beginning of a sentence. */
  attempt: string;
  /** What to do about a refusal, one sentence. */
  remedy: string;
  /** What an answer must look like. An empty answer is `undefined`. */
  schema: Schema;
  /** Tries in all; 1 unless the call says why repeating it does no harm. */
  tries?: number;
  /** Milliseconds for one try; 15,000 unless the call needs more. */
  timeoutMs?: number;
  /** Strangers' words in the request, which no error may quote. */
  hidden?: string[];
};

export type GitHub = {
  /**
   * Sends one request and returns its parsed answer; throws RequestError for anything but a 2xx of the right form.
   * `route` and `parameters` are octokit's, such as `GET /repos/{owner}/{repo}` and `{ owner, repo }`.
   * @see https://github.com/octokit/request.js
   */
  request<Schema extends z.ZodType>(
    route: string,
    parameters: Record<string, unknown>,
    options: GitHubCall<Schema>,
  ): Promise<z.infer<Schema>>;
  /** The same with a query in GraphQL. GitHub answers a query that it refuses in part with a 200 and `errors`. */
  graphql<Schema extends z.ZodType>(
    query: { query: string; variables: Record<string, string | number> },
    options: GitHubCall<Schema>,
  ): Promise<z.infer<Schema>>;
};

export type GitHubOptions = {
  fetch: Fetch;
  clock: Clock;
  /** The REST API, such as `https://api.github.com`; without a slash at its end. */
  apiUrl: string;
  token: string;
};

/** GitHub as the token sees it. The library is loaded by the first request. */
export function createGitHub({ fetch, clock, apiUrl, token }: GitHubOptions): GitHub {
  async function request<Schema extends z.ZodType>(
    route: string,
    parameters: Record<string, unknown>,
    { schema, remedy, ...options }: GitHubCall<Schema>,
  ): Promise<z.infer<Schema>> {
    const octokit = await openOctokit(token, apiUrl);
    const described = { ...parameters, headers: { "x-github-api-version": API_VERSION } };
    return call<z.infer<Schema>>(
      {
        timeoutMs: TIMEOUT_MS,
        ...options,
        clock,
        url: octokit.request.endpoint(route, described).url,
        read: (body) => schema.safeParse(body),
        readDetail,
        remedy: (status) => remedyOf(status, remedy),
        secrets: [token],
      },
      (signal) => {
        const request = { signal, fetch: bounded(fetch) };
        return exchange(signal, () => octokit.request(route, { ...described, request }));
      },
    );
  }

  return {
    request,
    graphql: (query, options) =>
      request("POST /graphql", { baseUrl: graphqlBase(apiUrl), ...query }, options),
  };
}

/** What to do about a failure; the call knows that of a refusal alone. */
function remedyOf(status: number | null, ofRefusal: string): string {
  if (status === null || status === 429 || status >= 500) return "Run this again later.";
  return status === 401 || status === 403
    ? `${ofRefusal} If your organization has an IP allow list, the runner's address must be on it.`
    : ofRefusal;
}

/** On GitHub Enterprise Server, GraphQL is beside `/api/v3`. */
function graphqlBase(apiUrl: string): string {
  return apiUrl.replace(/\/v3$/, "");
}

/** `owner/name` as octokit's parameters want it. */
export function repositoryParameters(repository: string): { owner: string; repo: string } {
  const [owner = "", repo = ""] = repository.split("/");
  return { owner, repo };
}

async function openOctokit(token: string, apiUrl: string) {
  const { getOctokit } = await import("@actions/github");
  return getOctokit(token, { baseUrl: apiUrl, userAgent: `postmortem-bridge/${VERSION}` });
}

/** Octokit reads whatever comes, so the answer is read before it, up to a bound. Nothing is redirected. */
function bounded(fetch: Fetch): Fetch {
  return async (url, init) => {
    // A redirect would turn a POST into a GET and could carry the token to another host.
    const response = await fetch(url, { ...init, redirect: "manual" });
    if (response.body === null) return response;
    // What is too large becomes a word that no schema takes, and of which no error says anything.
    const bytes = await readBytes(response.body, MAX_ANSWER_BYTES);
    const { status, headers } = response;
    return new Response(bytes.slice(), { status, headers });
  };
}

const errorSchema = z.object({ message: z.string() });
const refusedSchema = z.object({
  message: z.string().optional(),
  errors: z.array(errorSchema.nullable().catch(null)).catch([]),
});

/**
 * What GitHub says against a request; what was wrong with it may stand in the errors alone.
 * @see https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api#validation-failed
 */
function readDetail(body: unknown): string | null {
  const { message, errors } = refusedSchema.safeParse(body).data ?? { errors: [] };
  return [message, ...errors.map((error) => error?.message)].filter(Boolean).join(": ") || null;
}

const answerSchema = z.object({
  status: z.number(),
  headers: z.record(z.string(), z.coerce.string()),
  data: z.unknown(),
});
const refusalSchema = z.object({ response: answerSchema });
const brokenSchema = z.object({ cause: z.unknown() });

/** What GitHub answered, a refusal included, which octokit throws. Throws where there was no answer. */
async function exchange(signal: AbortSignal, send: () => Promise<unknown>): Promise<HttpAnswer> {
  const { status, headers, data } = await send().then(
    (answer) => answerSchema.parse(answer),
    (error: unknown) => {
      const refusal = refusalSchema.safeParse(error);
      if (refusal.success) return refusal.data.response;
      // Octokit wraps what its request ended with.
      throw brokenSchema.parse(error).cause;
    },
  );
  // Octokit takes a body that broke off for an empty one.
  signal.throwIfAborted();
  // What is no JSON stays text.
  const isJson = data === "" || typeof data !== "string";
  return {
    status,
    headers: new Headers(headers),
    body: data === "" || !isJson ? undefined : data,
    isJson,
  };
}
