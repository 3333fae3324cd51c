/** The part of GitHub's REST API that takes a repository dispatch, and the doors of a token and of an App to it. */
import { createPublicKey, randomBytes, randomUUID, verify } from "node:crypto";
import { z } from "zod";
import { type Reply, type RouteRequest, type Service, startService } from "./service.ts";

/** What a workflow run finds at GITHUB_EVENT_PATH after a dispatch. */
type DispatchEvent = {
  action: string;
  branch: string;
  client_payload: unknown;
  repository: Repository;
  sender: { login: string; id: number; type: string };
  installation?: { id: number };
};

type Repository = {
  id: number;
  name: string;
  full_name: string;
  private: boolean;
  visibility: string;
  owner: { login: string; id: number; type: string };
  html_url: string;
  url: string;
  default_branch: string;
};

type GitHubOptions = {
  /** `owner/name`, the one repository there is. */
  repository: string;
  private?: boolean;
  /** Fine-grained tokens; "none" is one that does not cover the repository and so cannot see it. */
  tokens: Array<{ token: string; contents: "write" | "read" | "none" }>;
  app?: {
    /** App id or client id: what the JSON web token names as its issuer. */
    id: string;
    /** PEM. */
    publicKey: string;
    installationId: number;
    contents: "write" | "read";
  };
  /** The path of the API: none on github.com, `/api/v3` on GitHub Enterprise Server. */
  apiPath?: "" | "/api/v3";
  port?: number;
  /** The clock in milliseconds. */
  now?: () => number;
  /** Called before the 204; what it throws becomes a 500. */
  onDispatch?: (event: DispatchEvent) => void;
};

/** https://docs.github.com/en/rest/repos/repos#create-a-repository-dispatch-event */
const dispatchSchema = z.strictObject({
  event_type: z.string({ error: '"event_type" wasn\'t supplied.' }).min(1).max(100),
  client_payload: z
    .record(z.string(), z.unknown(), { error: "For 'properties/client_payload', value is not an object." })
    .refine((payload) => Object.keys(payload).length <= 10, {
      error: ({ input }) =>
        `No more than 10 properties are allowed; ${Object.keys(Object(input)).length} were supplied.`,
    })
    .refine((payload) => Buffer.byteLength(JSON.stringify(payload)) <= 65_535, "client_payload is too large.")
    .optional(),
});

/** https://docs.github.com/en/rest/apps/apps#create-an-installation-access-token-for-an-app */
const accessTokenSchema = z.object({
  repositories: z.array(z.string()).optional(),
  repository_ids: z.array(z.int()).optional(),
  permissions: z.record(z.string(), z.string()).optional(),
});

const jwtHeaderSchema = z.object({ alg: z.literal("RS256") });
const jwtClaimsSchema = z.object({
  iss: z.union([z.string(), z.number()]),
  iat: z.number(),
  exp: z.number(),
});

const MAX_CLOCK_LEAD_SECONDS = 60;
const MAX_JWT_SECONDS = 600;
const INSTALLATION_TOKEN_MS = 3_600_000;
const API_VERSIONS = ["2022-11-28", "2026-03-10"];

/** Starts the service; its `url` holds the API path, so it is what `GITHUB_API_URL` takes. */
export async function startGitHub(
  options: GitHubOptions,
): Promise<Service & { dispatches: DispatchEvent[] }> {
  const { app, apiPath = "" } = options;
  const now = options.now ?? Date.now;
  const [owner = "", name = ""] = options.repository.split("/");
  const repository: Repository = {
    id: 724_712,
    name,
    full_name: options.repository,
    private: options.private ?? true,
    visibility: (options.private ?? true) ? "private" : "public",
    owner: { login: owner, id: 9_919, type: "Organization" },
    html_url: `https://github.com/${options.repository}`,
    url: `https://api.github.com/repos/${options.repository}`,
    default_branch: "main",
  };
  const dispatches: DispatchEvent[] = [];
  const installationTokens = new Map<string, { contents: string | undefined; expiresAt: number }>();

  /** What the bearer may do to the contents of the repository, or undefined for credentials nobody issued. */
  function access(bearer: string | undefined): { contents: string | undefined; isApp: boolean } | undefined {
    const token = options.tokens.find((candidate) => candidate.token === bearer);
    if (token !== undefined) return { contents: token.contents, isApp: false };
    const issued = installationTokens.get(bearer ?? "");
    if (issued === undefined || issued.expiresAt <= now()) return undefined;
    return { contents: issued.contents, isApp: true };
  }

  function dispatch(request: RouteRequest, isApp: boolean): Reply {
    const body = readBody(request, dispatchSchema);
    if ("status" in body) return body;
    const event: DispatchEvent = {
      action: body.event_type,
      branch: repository.default_branch,
      client_payload: body.client_payload ?? null,
      repository,
      sender: isApp
        ? { login: "postmortem-bridge[bot]", id: 41_898_282, type: "Bot" }
        : { login: "octocat", id: 583_231, type: "User" },
      ...(isApp && app !== undefined ? { installation: { id: app.installationId } } : {}),
    };
    dispatches.push(event);
    options.onDispatch?.(event);
    return { status: 204 };
  }

  /** Why the JSON web token is refused, or null where it proves to be the App's. */
  function refuseJwt(bearer: string | undefined): Reply | null {
    const undecodable = refuse(401, "A JSON web token could not be decoded");
    const [header = "", claims = "", signature = ""] = bearer?.split(".") ?? [];
    const parsedHeader = jwtHeaderSchema.safeParse(decode(header));
    const parsed = jwtClaimsSchema.safeParse(decode(claims));
    if (app === undefined || !parsedHeader.success || !parsed.success) return undecodable;
    const signed = Buffer.from(`${header}.${claims}`);
    const key = createPublicKey(app.publicKey);
    if (!verify("RSA-SHA256", signed, key, Buffer.from(signature, "base64url"))) return undecodable;
    const { iss, iat, exp } = parsed.data;
    const seconds = now() / 1_000;
    if (String(iss) !== app.id) return undecodable;
    if (!Number.isInteger(iat) || iat > seconds + MAX_CLOCK_LEAD_SECONDS) {
      return refuse(
        401,
        "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
      );
    }
    if (exp <= seconds) {
      return refuse(
        401,
        "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
      );
    }
    return exp > seconds + MAX_JWT_SECONDS
      ? refuse(401, "'Expiration time' claim ('exp') is too far in the future")
      : null;
  }

  function issueToken(request: RouteRequest, granted: "write" | "read", appId: string): Reply {
    const body = request.body.length === 0 ? {} : readBody(request, accessTokenSchema);
    if ("status" in body) return body;
    const isForeign =
      body.repositories?.some((wanted) => wanted.toLowerCase() !== name.toLowerCase()) === true ||
      body.repository_ids?.some((wanted) => wanted !== repository.id) === true;
    if (isForeign) {
      return refuse(
        422,
        "There is at least one repository that does not exist or is not accessible to the parent installation.",
      );
    }
    const held: Record<string, string> = { contents: granted, metadata: "read" };
    const permissions = body.permissions ?? held;
    const isTooMuch = Object.entries(permissions).some(
      ([permission, level]) =>
        held[permission] !== level && !(held[permission] === "write" && level === "read"),
    );
    if (isTooMuch) return refuse(422, "The permissions requested are not granted to this installation.");
    const expiresAt = now() + INSTALLATION_TOKEN_MS;
    // Since April 2026 these tokens are stateless and several hundred characters long.
    const parts = [36, 180, 256].map((bytes) => randomBytes(bytes).toString("base64url"));
    const token = `ghs_${appId}_${parts.join(".")}`;
    installationTokens.set(token, { contents: permissions["contents"], expiresAt });
    const isSelected = body.repositories !== undefined || body.repository_ids !== undefined;
    return {
      status: 201,
      body: {
        token,
        expires_at: new Date(expiresAt).toISOString().replace(/\.\d+Z$/, "Z"),
        permissions: { ...permissions, metadata: "read" },
        repository_selection: "selected",
        ...(isSelected ? { repositories: [repository] } : {}),
      },
    };
  }

  function answer(request: RouteRequest): Reply {
    const { method, url, headers } = request;
    const refusal = refuseHeaders(headers);
    if (refusal !== null) return refusal;
    if (!url.pathname.startsWith(`${apiPath}/`)) return notFound;
    const path = url.pathname.slice(apiPath.length);
    const authorization = headers["authorization"];
    const bearer = /^(?:Bearer|token) (\S+)$/i.exec(authorization ?? "")?.[1];
    const called = /^\/repos\/([^/]+\/[^/]+)(\/installation|\/dispatches)?$/.exec(path);
    const isKnown = called?.[1]?.toLowerCase() === options.repository.toLowerCase();
    const installation = /^\/app\/installations\/(\d+)\/access_tokens$/.exec(path)?.[1];

    if (called?.[2] === "/installation" || installation !== undefined) {
      const jwtRefusal = refuseJwt(bearer);
      if (jwtRefusal !== null) return jwtRefusal;
      if (app === undefined) return notFound;
      const { id, installationId, contents } = app;
      if (installation === String(installationId) && method === "POST")
        return issueToken(request, contents, id);
      if (!isKnown || method !== "GET") return notFound;
      const permissions = { contents, metadata: "read" };
      const account = repository.owner;
      return {
        status: 200,
        body: { id: installationId, account, app_id: id, permissions, suspended_at: null },
      };
    }
    if (authorization === undefined) return refuse(401, "Requires authentication");
    const caller = access(bearer);
    if (caller === undefined) return refuse(401, "Bad credentials");
    // GitHub hides what a token cannot see, so a wrong name and a missing grant look the same.
    if (!isKnown || caller.contents === "none") return notFound;
    if (called?.[2] === undefined) return method === "GET" ? { status: 200, body: repository } : notFound;
    if (method !== "POST") return notFound;
    if (caller.contents !== "write") {
      const kind = caller.isApp ? "integration" : "personal access token";
      return refuse(403, `Resource not accessible by ${kind}`);
    }
    return dispatch(request, caller.isApp);
  }

  const service = await startService((request) => {
    const reply = answer(request);
    return { ...reply, headers: { "x-github-request-id": randomUUID(), ...reply.headers } };
  }, options);
  return { ...service, url: service.url + apiPath, dispatches };
}

function refuse(status: number, message: string): Reply {
  return {
    status,
    body: { message, documentation_url: "https://docs.github.com/rest", status: String(status) },
  };
}

const notFound = refuse(404, "Not Found");

/** https://docs.github.com/en/rest/using-the-rest-api/getting-started-with-the-rest-api */
function refuseHeaders(headers: Record<string, string>): Reply | null {
  if (!headers["user-agent"]) {
    const body =
      "Request forbidden by administrative rules. Please make sure your request has a User-Agent header.\n";
    return { status: 403, body, headers: { "content-type": "text/html; charset=utf-8" } };
  }
  const accept = headers["accept"] ?? "*/*";
  if (!/\*\/\*|application\/\*|application\/(vnd\.github[\w.+-]*\+)?json/.test(accept)) {
    return refuse(415, "Unsupported 'Accept' header. Must accept 'application/json'.");
  }
  const version = headers["x-github-api-version"];
  return version === undefined || API_VERSIONS.includes(version)
    ? null
    : refuse(400, `"${version}" is not a supported API version.`);
}

function readBody<Schema extends z.ZodType>(request: RouteRequest, schema: Schema): z.output<Schema> | Reply {
  const json = request.json();
  if (json === undefined) return refuse(400, "Problems parsing JSON");
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const messages = parsed.error.issues.map((issue) =>
    issue.code === "unrecognized_keys"
      ? `"${issue.keys.join('", "')}" is not a permitted key.`
      : issue.message,
  );
  return refuse(422, `Invalid request.\n\n${messages.join("\n")}`);
}

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, "base64url").toString());
  } catch {
    return undefined;
  }
}
