/** GitHub's language: the repository_dispatch, and the tokens of a GitHub App that may send it. */

import { sign } from "node:crypto";
import type { DispatchPayload } from "../incident/dispatch-payload.ts";
import { timePattern } from "../incident/patterns.ts";
import { RequestError } from "../lib/errors.ts";
import { type Clock, type Fetch, type Read, send } from "../lib/http.ts";
import { fieldsOf, formed, textOf } from "../lib/json.ts";
import { VERSION } from "../lib/version.ts";
import type { FunctionSettings, GitHubCredentials } from "./environment.ts";

const TRY_MS = 2_500;
// With less time than this left a second try could not succeed.
const SHORTEST_TRY_MS = 500;
// GitHub's answers here are a few KiB.
const MAX_ANSWER_BYTES = 256 * 1_024;
const EXPIRY_MARGIN_MS = 5 * 60_000;
const AGAIN = "PagerDuty will deliver the event again.";

/** Sends one payload; `deadline` in epoch milliseconds. Throws RequestError when GitHub has not taken it. */
export type Dispatch = (payload: DispatchPayload, deadline: number) => Promise<void>;

type Connection = { fetch: Fetch; clock: Clock; github: FunctionSettings["github"] };
type AppCredentials = Extract<GitHubCredentials, { kind: "app" }>;
type Token = { value: string; expiresAt: number };

/**
 * Makes the function that fires a repository_dispatch. It tries at most twice: no answer, a 5xx and an expired
 * App token are worth a second try, and a dispatch that arrives twice does no harm, since the action lets each
 * event act once. An App's token is kept between calls while it is valid.
 * @see https://docs.github.com/rest/repos/repos#create-a-repository-dispatch-event
 */
export function createDispatch(connection: Connection): Dispatch {
  const { clock, github } = connection;
  const tokens = tokensOf(connection);

  function dispatchOnce(payload: DispatchPayload, deadline: number, token: string): Promise<unknown> {
    return call(connection, {
      attempt: "Dispatching to GitHub",
      method: "POST",
      path: `/repos/${github.repository}/dispatches`,
      token,
      body: { event_type: payload.event.type, client_payload: payload },
      read: (body) => ({ success: true, data: body }),
      expect: 204,
      hidden: () => stringsIn(payload),
      deadline,
    });
  }

  return async (payload, deadline) => {
    let token: string | null = null;
    try {
      token = await tokens.get(deadline);
      await dispatchOnce(payload, deadline, token);
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      const isStale = error.status === 401 && token !== null && tokens.forget(token);
      const isWorthIt = isStale || (error.effect === "unknown" && error.retryAfterMs === null);
      if (!isWorthIt || deadline - clock.now() < SHORTEST_TRY_MS) throw error;
      await dispatchOnce(payload, deadline, await tokens.get(deadline));
    }
  };
}

type Call<Value> = {
  attempt: string;
  method: "GET" | "POST";
  path: string;
  token: string;
  body?: unknown;
  read: (body: unknown) => Read<Value>;
  expect?: number;
  hidden?: () => string[];
  deadline: number;
};

function call<Value>(
  { fetch, clock, github }: Connection,
  { path, token, deadline, ...asked }: Call<Value>,
): Promise<Value> {
  return send({
    ...asked,
    fetch,
    clock,
    url: `${github.apiUrl}${path}`,
    headers: {
      accept: "application/vnd.github+json",
      authorization: `Bearer ${token}`,
      "user-agent": `postmortem-bridge/${VERSION}`,
      "x-github-api-version": "2022-11-28",
    },
    maxAnswerBytes: MAX_ANSWER_BYTES,
    timeoutMs: Math.min(TRY_MS, timeLeft(clock, deadline)),
    readDetail: (body) => textOf(fieldsOf(body)?.["message"]),
    remedy: (status) => remedy(status, github.credentials, path),
    secrets: [token],
  });
}

function timeLeft(clock: Clock, deadline: number): number {
  return Math.max(1, deadline - clock.now());
}

/** All that GitHub could quote of a payload. */
function stringsIn(payload: DispatchPayload): string[] {
  const strings: string[] = [];
  JSON.stringify(payload, (_, value) => {
    if (typeof value === "string") strings.push(value);
    return value;
  });
  return strings;
}

function remedy(status: number | null, credentials: GitHubCredentials, path: string): string {
  const isApp = credentials.kind === "app";
  const holder = isApp ? "the GitHub App" : "GITHUB_TOKEN";
  const isCreating = path.endsWith("/access_tokens");
  if (status === 401)
    return isApp
      ? "Check GITHUB_APP_ID and GITHUB_APP_PRIVATE_KEY."
      : "Replace GITHUB_TOKEN: it is wrong or has expired.";
  // An App that asks for a permission it was not given gets a 422.
  if (status === 403 || (status === 422 && isCreating))
    return `Give ${holder} Contents: read and write on the repository, or wait if this is a limit.`;
  if (status === 404 && isCreating && isApp && credentials.installationId !== null)
    return "Check GITHUB_APP_INSTALLATION_ID, or leave it out and it is looked up.";
  if (status === 404) return `Check GITHUB_REPOSITORY, and that ${holder} may see it.`;
  if (status !== null && status >= 300 && status <= 399)
    return "The repository has moved: set GITHUB_REPOSITORY to its new name.";
  if (status === 422) return "Update the function: GitHub does not take what it sends.";
  return AGAIN;
}

type Tokens = {
  get(deadline: number): Promise<string>;
  /** Drops a token that GitHub refused; whether there can be another one. */
  forget(refused: string): boolean;
};

/** The tokens of one credential: the token itself, or those that an App makes. Throws RequestError. */
export function tokensOf(connection: Connection): Tokens {
  const { credentials } = connection.github;
  return credentials.kind === "app"
    ? appTokens(connection, credentials)
    : { get: () => Promise.resolve(credentials.token), forget: () => false };
}

function appTokens(connection: Connection, credentials: AppCredentials): Tokens {
  const { clock } = connection;
  let kept: Token | null = null;
  let asked: Promise<string> | null = null;
  let installation = credentials.installationId;

  async function ask(deadline: number): Promise<string> {
    const jwt = appToken(credentials, clock.now());
    const known = installation;
    installation ??= await findInstallation(connection, jwt, deadline);
    try {
      kept = await createToken(connection, jwt, installation, deadline);
      return kept.value;
    } catch (error) {
      const isGone = error instanceof RequestError && error.status === 404;
      if (!isGone || known === null || credentials.installationId !== null) throw error;
      // An App that was installed anew has another installation.
      installation = null;
      return await ask(deadline);
    }
  }

  return {
    async get(deadline) {
      if (kept && kept.expiresAt - clock.now() > EXPIRY_MARGIN_MS) return kept.value;
      // Webhooks that arrive together share one token, but each has its own deadline.
      if (asked) return await within(timeLeft(clock, deadline), asked);
      asked = ask(deadline).finally(() => {
        asked = null;
      });
      return await asked;
    },
    forget(refused) {
      // Another webhook may have replaced it meanwhile.
      if (kept?.value === refused) kept = null;
      return true;
    },
  };
}

/** The token that another webhook asked for; throws RequestError when it takes longer than this one may wait. */
async function within<Value>(ms: number, asked: Promise<Value>): Promise<Value> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const detail = `no answer within ${ms} ms`;
  const message = `Waiting for the GitHub App's token, which another webhook asked for, failed: ${detail}. ${AGAIN}`;
  const facts = { status: null, detail, effect: "unknown", retryAfterMs: null } as const;
  const timer = setTimeout(() => reject(new RequestError(message, facts)), ms);
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** @see https://docs.github.com/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-json-web-token-jwt-for-a-github-app */
function appToken(credentials: AppCredentials, now: number): string {
  const seconds = Math.floor(now / 1_000);
  // GitHub refuses a token from the future or one that lives over ten minutes; a minute covers a clock that is off.
  const claims = { iss: credentials.id, iat: seconds - 60, exp: seconds + 9 * 60 };
  const signed = [{ alg: "RS256", typ: "JWT" }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  return `${signed}.${sign("RSA-SHA256", Buffer.from(signed), credentials.privateKey).toString("base64url")}`;
}

async function findInstallation(connection: Connection, jwt: string, deadline: number): Promise<string> {
  return await call(connection, {
    attempt: "Looking up the GitHub App's installation",
    method: "GET",
    path: `/repos/${connection.github.repository}/installation`,
    token: jwt,
    read: readInstallation,
    deadline,
  });
}

async function createToken(
  connection: Connection,
  jwt: string,
  installation: string,
  deadline: number,
): Promise<Token> {
  const [, name] = connection.github.repository.split("/");
  return await call(connection, {
    attempt: "Creating the GitHub App's token",
    method: "POST",
    path: `/app/installations/${installation}/access_tokens`,
    token: jwt,
    body: { repositories: [name], permissions: { contents: "write" } },
    read: readToken,
    deadline,
  });
}

function readInstallation(body: unknown): Read<string> {
  const id = fieldsOf(body)?.["id"];
  return Number.isSafeInteger(id) ? { success: true, data: String(id) } : { success: false };
}

function readToken(body: unknown): Read<Token> {
  const value = textOf(fieldsOf(body)?.["token"]);
  const expires = formed(timePattern, fieldsOf(body)?.["expires_at"]);
  return value && expires
    ? { success: true, data: { value, expiresAt: Date.parse(expires) } }
    : { success: false };
}
