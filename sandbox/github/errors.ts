/** How GitHub refuses a request: one shape of body, and the sentences that belong to its statuses. */
import type { z } from "zod";
import type { Reply, RouteRequest } from "../service.ts";

const API_VERSIONS = ["2022-11-28", "2026-03-10"];

export function refuse(status: number, message: string, headers?: Record<string, string>): Reply {
  return {
    status,
    body: { message, documentation_url: "https://docs.github.com/rest", status: String(status) },
    ...(headers === undefined ? {} : { headers }),
  };
}

/** GitHub hides what a token cannot see, so a wrong name and a missing grant look the same. */
export const notFound = refuse(404, "Not Found");

/** A token that sees the repository and lacks one permission; the header names what would have done. */
export function notAccessible(isApp: boolean, needed: string): Reply {
  const kind = isApp ? "integration" : "personal access token";
  return refuse(403, `Resource not accessible by ${kind}`, { "x-accepted-github-permissions": needed });
}

/** https://docs.github.com/en/rest/using-the-rest-api/getting-started-with-the-rest-api */
export function refuseHeaders(headers: Record<string, string>): Reply | null {
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

/** The body as the schema has it, or the refusal. */
export function readBody<Schema extends z.ZodType>(
  request: RouteRequest,
  schema: Schema,
): z.output<Schema> | Reply {
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
