/** One request to PagerDuty's REST API: how it is repeated, and what a refusal means. */

import { z } from "zod";
import { RequestError } from "../lib/errors.ts";
import { type Clock, type Fetch, isRetryable, request, waitMs } from "../lib/http.ts";

/** What several calls may spend together; `calls` counts down, repeated tries included. */
export type Limits = { deadline: number; calls: number };

export type PagerDutyOptions = {
  fetch: Fetch;
  clock: Clock;
  apiUrl: string;
  auth: "token" | "bearer";
  token: string;
  /** The address of the person in whose name notes are written; an account's key needs one. */
  from?: string | undefined;
};

export type Get = <Schema extends z.ZodType>(
  attempt: string,
  path: string,
  schema: Schema,
  limits: Limits,
) => Promise<z.infer<Schema>>;

const TIMEOUT_MS = 15_000;
export const TRIES = 3;

const errorSchema = z.object({
  error: z.object({
    message: z.string(),
    code: z.number().nullish().catch(null),
    errors: z.array(z.string()).nullish(),
  }),
});

/** @see https://developer.pagerduty.com/docs/errors */
const HIDDEN_ONCE_RESOLVED = 2018;
/** PagerDuty took too long over a long incident, and asks to be asked again. */
const TOO_LONG = 408;
/** What PagerDuty answers to a token of another region. */
const ELSEWHERE = 401;

/** How one account is read and written. */
export function createRequests(options: PagerDutyOptions): {
  get: Get;
  write(method: "POST" | "PUT", path: string, content: string): Promise<void>;
} {
  const { fetch, clock, apiUrl, auth, token, from } = options;
  const headers = {
    accept: "application/vnd.pagerduty+json;version=2",
    authorization: auth === "token" ? `Token token=${token}` : `Bearer ${token}`,
  };
  const remedy = (status: number | null) => remedyOf(status, apiUrl);

  async function write(method: "POST" | "PUT", path: string, content: string): Promise<void> {
    await request({
      fetch,
      clock,
      attempt: "Writing the incident's note",
      method,
      url: `${apiUrl}${path}`,
      headers: { ...headers, ...(from === undefined ? {} : { from }) },
      body: { note: { content } },
      schema: z.unknown(),
      timeoutMs: TIMEOUT_MS,
      // To put the same words in their place again changes nothing.
      tries: method === "PUT" ? TRIES : 1,
      readDetail,
      remedy: (status) => remedyOfNote(status) ?? remedy(status),
      secrets: [token],
    });
  }

  async function get<Schema extends z.ZodType>(
    attempt: string,
    path: string,
    schema: Schema,
    limits: Limits,
  ): Promise<z.infer<Schema>> {
    for (let tried = 1; ; tried++) {
      const left = limits.deadline - clock.now();
      if (left <= 0) throw spent("the time for reading PagerDuty is used up");
      if (limits.calls <= 0) throw spent("the number of calls to PagerDuty is used up");
      limits.calls--;
      try {
        return await request({
          fetch,
          clock,
          attempt,
          method: "GET",
          url: `${apiUrl}${path}`,
          headers,
          schema,
          timeoutMs: Math.min(TIMEOUT_MS, left),
          readDetail,
          remedy,
          secrets: [token],
        });
      } catch (error) {
        // A limit lasts up to a minute, so there the deadline decides, not the number of tries.
        if (!(error instanceof RequestError)) throw error;
        if (!isRetryable(error) && error.status !== TOO_LONG) throw withHost(error, apiUrl);
        const wait = waitMs(error, tried);
        const isOver = tried >= TRIES && error.status !== 429;
        if (isOver || clock.now() + wait >= limits.deadline) throw error;
        await clock.sleep(wait);
      }
    }
  }

  return { get, write };
}

function spent(detail: string): RequestError {
  return new RequestError(`Reading from PagerDuty stopped: ${detail}. Run it again later.`, { detail });
}

function readDetail(body: unknown): string | null {
  const { error } = errorSchema.safeParse(body).data ?? {};
  if (!error) return null;
  const said = [error.message, ...(error.errors ?? [])].join(": ");
  return error.code === HIDDEN_ONCE_RESOLVED
    ? `${said} (the token's role loses sight of an incident once it is resolved)`
    : said;
}

const ADDRESSES = "If the account has an IP allow list, the runner's address must be on it.";
const HINTS: Record<number, string> = {
  402: "; the account's plan does not include this",
  403: "; pagerduty-token may not read this, or an IP allow list shuts this machine out",
};

/** Why a part could not be read, to follow a colon. */
export function reasonOf({ status, detail }: RequestError): string {
  if (status === null) return detail;
  const said = detail.replace(/\.$/, "");
  return `PagerDuty answered ${status}${said && `, ${said}`}${HINTS[status] ?? ""}`;
}

function remedyOfNote(status: number | null): string | null {
  if (status === 400) return "Set pagerduty-from to the address of a person of the account.";
  if (status === 403) return "Give pagerduty-token the right to write notes, or set notes: false.";
  return null;
}

function remedyOf(status: number | null, apiUrl: string): string {
  if (status === 401)
    return `Check pagerduty-token, and pagerduty-auth: \`bearer\` for an OAuth token. ${ADDRESSES} ${regionOf(apiUrl)}`;
  if (status === 403) return `Give pagerduty-token read access to incidents. ${ADDRESSES}`;
  if (status === 404) return `Check the incident. ${regionOf(apiUrl)}`;
  return "Run it again later.";
}

function regionOf(apiUrl: string): string {
  const other = apiUrl.includes("://api.eu.")
    ? "US has https://api.pagerduty.com"
    : "EU has https://api.eu.pagerduty.com";
  return `${apiUrl} was asked; an account in the ${other}: set pagerduty-api-url.`;
}

// Where only the reason is shown, it too says who was asked.
function withHost(error: RequestError, apiUrl: string): RequestError {
  const { status, detail, effect, retryAfterMs } = error;
  if (status !== ELSEWHERE) return error;
  const asked = `asked was ${apiUrl}, see pagerduty-api-url and the account's IP allow list`;
  return new RequestError(error.message, {
    status,
    detail: detail === "" ? asked : `${detail.replace(/\.$/, "")}; ${asked}`,
    effect,
    retryAfterMs,
    cause: error,
  });
}
