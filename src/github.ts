/** GitHub's language: the repository_dispatch, and the tokens of a GitHub App that may send it. */

import { sign } from "node:crypto";
import { z } from "zod";
import type { FunctionSettings, GitHubCredentials } from "./environment.ts";
import { type Clock, type Fetch, RequestError, request } from "./http.ts";
import type { DispatchPayload } from "./incident.ts";
import { VERSION } from "./version.ts";

const TRY_MS = 2_500;
// With less time than this left a second try could not succeed.
const SHORTEST_TRY_MS = 500;
const EXPIRY_MARGIN_MS = 5 * 60_000;

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
    return send(connection, {
      attempt: "Dispatching to GitHub",
      method: "POST",
      path: `/repos/${github.repository}/dispatches`,
      token,
      body: { event_type: payload.event.type, client_payload: payload },
      schema: z.unknown(),
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

type Call<Schema extends z.ZodType> = {
  attempt: string;
  method: "GET" | "POST";
  path: string;
  token: string;
  body?: unknown;
  schema: Schema;
  deadline: number;
};

function send<Schema extends z.ZodType>({ fetch, clock, github }: Connection, call: Call<Schema>) {
  return request({
    fetch,
    clock,
    attempt: call.attempt,
    method: call.method,
    url: `${github.apiUrl}${call.path}`,
    headers: {
      accept: "application/vnd.github+json",
      authorization: `Bearer ${call.token}`,
      "user-agent": `postmortem-bridge/${VERSION}`,
      "x-github-api-version": "2022-11-28",
    },
    body: call.body,
    schema: call.schema,
    timeoutMs: Math.max(1, Math.min(TRY_MS, call.deadline - clock.now())),
    readDetail: (body) => messageSchema.safeParse(body).data?.message ?? null,
    remedy: (status) => remedy(status, github.credentials.kind, call.path),
    secrets: [call.token],
  });
}

const messageSchema = z.object({ message: z.string() });

function remedy(status: number | null, kind: GitHubCredentials["kind"], path: string): string {
  const holder = kind === "app" ? "the GitHub App" : "GITHUB_TOKEN";
  if (status === 401)
    return kind === "app"
      ? "Check GITHUB_APP_ID and GITHUB_APP_PRIVATE_KEY."
      : "Replace GITHUB_TOKEN: it is wrong or has expired.";
  // An App that asks for a permission it was not given gets a 422.
  if (status === 403 || (status === 422 && path.endsWith("/access_tokens")))
    return `Give ${holder} Contents: read and write on the repository, or wait if this is a limit.`;
  if (status === 404) return `Check GITHUB_REPOSITORY, and that ${holder} may see it.`;
  if (status !== null && status >= 300 && status <= 399)
    return "The repository has moved: set GITHUB_REPOSITORY to its new name.";
  if (status === 422) return "Update the function: GitHub does not take what it sends.";
  return "PagerDuty will deliver the event again.";
}

type Tokens = {
  get(deadline: number): Promise<string>;
  /** Drops a token that GitHub refused; whether there can be another one. */
  forget(refused: string): boolean;
};

function tokensOf(connection: Connection): Tokens {
  const { credentials } = connection.github;
  return credentials.kind === "app"
    ? appTokens(connection, credentials)
    : { get: () => Promise.resolve(credentials.token), forget: () => false };
}

function appTokens(connection: Connection, credentials: AppCredentials): Tokens {
  let kept: Token | null = null;
  let asked: Promise<Token> | null = null;
  let installation = credentials.installationId;

  async function ask(deadline: number): Promise<Token> {
    const jwt = appToken(credentials, connection.clock.now());
    installation ??= await findInstallation(connection, jwt, deadline);
    return await createToken(connection, jwt, installation, deadline);
  }

  return {
    async get(deadline) {
      if (kept && kept.expiresAt - connection.clock.now() > EXPIRY_MARGIN_MS) return kept.value;
      // Webhooks that arrive together share one token.
      asked ??= ask(deadline).finally(() => {
        asked = null;
      });
      kept = await asked;
      return kept.value;
    },
    forget(refused) {
      // Another webhook may have replaced it meanwhile.
      if (kept?.value === refused) kept = null;
      return true;
    },
  };
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
  const installation = await send(connection, {
    attempt: "Looking up the GitHub App's installation",
    method: "GET",
    path: `/repos/${connection.github.repository}/installation`,
    token: jwt,
    schema: z.object({ id: z.int() }),
    deadline,
  });
  return String(installation.id);
}

async function createToken(
  connection: Connection,
  jwt: string,
  installation: string,
  deadline: number,
): Promise<Token> {
  const [, name] = connection.github.repository.split("/");
  const created = await send(connection, {
    attempt: "Creating the GitHub App's token",
    method: "POST",
    path: `/app/installations/${installation}/access_tokens`,
    token: jwt,
    body: { repositories: [name], permissions: { contents: "write" } },
    schema: z.object({ token: z.string().min(1), expires_at: z.iso.datetime({ offset: true }) }),
    deadline,
  });
  return { value: created.token, expiresAt: Date.parse(created.expires_at) };
}
