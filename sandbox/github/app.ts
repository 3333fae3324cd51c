/** A GitHub App: the proof of its JSON web token, its installation, and the tokens that the installation gets. */
import { createPublicKey, randomBytes, verify } from "node:crypto";
import { z } from "zod";
import type { Reply, RouteRequest } from "../service.ts";
import { notFound, readBody, refuse } from "./errors.ts";
import type { Repository } from "./repository.ts";

export type AppOptions = {
  /** App id or client id: what the JSON web token names as its issuer. */
  id: string;
  /** PEM. */
  publicKey: string;
  installationId: number;
  contents: "write" | "read";
};

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

/** The App's two doors; without `app` there is none, and every web token is refused. */
export function createApp(app: AppOptions | undefined, repository: Repository, now: () => number) {
  const tokens = new Map<string, { permissions: Record<string, string>; expiresAt: number }>();

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

  function issueToken(request: RouteRequest, { id, contents }: AppOptions): Reply {
    const body = request.body.length === 0 ? {} : readBody(request, accessTokenSchema);
    if ("status" in body) return body;
    const name = repository.name.toLowerCase();
    const isForeign =
      body.repositories?.some((wanted) => wanted.toLowerCase() !== name) === true ||
      body.repository_ids?.some((wanted) => wanted !== repository.id) === true;
    if (isForeign) {
      return refuse(
        422,
        "There is at least one repository that does not exist or is not accessible to the parent installation.",
      );
    }
    const held: Record<string, string> = { contents, metadata: "read" };
    const permissions = body.permissions ?? held;
    const isTooMuch = Object.entries(permissions).some(
      ([permission, level]) =>
        held[permission] !== level && !(held[permission] === "write" && level === "read"),
    );
    if (isTooMuch) return refuse(422, "The permissions requested are not granted to this installation.");
    const expiresAt = now() + INSTALLATION_TOKEN_MS;
    // Since April 2026 these tokens are stateless and several hundred characters long.
    const parts = [36, 180, 256].map((bytes) => randomBytes(bytes).toString("base64url"));
    const token = `ghs_${id}_${parts.join(".")}`;
    tokens.set(token, { permissions, expiresAt });
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

  return {
    /** Answers where `installation` is the id of a token's address, or null for that of a repository's installation. */
    answer(
      request: RouteRequest,
      bearer: string | undefined,
      installation: string | null,
      isKnown: boolean,
    ): Reply {
      const refusal = refuseJwt(bearer);
      if (refusal !== null) return refusal;
      if (app === undefined) return notFound;
      if (installation === String(app.installationId) && request.method === "POST")
        return issueToken(request, app);
      if (!isKnown || request.method !== "GET") return notFound;
      const permissions = { contents: app.contents, metadata: "read" };
      const account = repository.owner;
      return {
        status: 200,
        body: { id: app.installationId, account, app_id: app.id, permissions, suspended_at: null },
      };
    },
    /** What a living installation token may do; undefined for any other. */
    permissionsOf(token: string): Record<string, string> | undefined {
      const issued = tokens.get(token);
      return issued === undefined || issued.expiresAt <= now() ? undefined : issued.permissions;
    },
  };
}

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, "base64url").toString());
  } catch {
    return undefined;
  }
}
