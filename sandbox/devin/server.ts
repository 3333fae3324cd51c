/**
 * Devin's API v3 on loopback: sessions that exist only here, and the refusals of the real service.
 * https://docs.devin.ai/api-reference/overview
 */
import { type Reply, type RouteRequest, type Service, startService } from "../service.ts";
import { lacks, ok, page, problemOf, readQuery, refuse } from "./answers.ts";
import { type Attachment, createAttachments } from "./attachments.ts";
import { type ApiKey, identity, permissionOf } from "./caller.ts";
import type { SessionHandle, StoredSession } from "./session.ts";
import { createSessions, type SessionsOptions } from "./sessions.ts";

export type { SessionHandle, StoredSession };

type DevinOptions = SessionsOptions & {
  apiKeys: ApiKey[];
  port?: number;
  /** The organizations of the enterprise, for a key that belongs to none of them; this one alone unless told. */
  organizations?: { org_id: string; name: string }[];
  /** Refuses by problem+json, whose `detail` is null where the title says all, in place of FastAPI's form. */
  answersProblems?: boolean;
  /** The repositories that the organization reaches, as `owner/name`; `acme/docs` unless told. */
  repositories?: string[];
};

/** Starts the service; its `url` is what `devin-api-url` takes. */
export async function startDevin(
  options: DevinOptions,
): Promise<Service & { sessions(): StoredSession[]; attachments(): Attachment[] }> {
  const { orgId, organizations = [{ org_id: orgId, name: "Acme" }] } = options;
  const attachments = createAttachments();
  const sessions = createSessions(options, attachments);

  /** @see https://docs.devin.ai/api-reference/v3/organizations/organizations */
  function listOrganizations(url: URL, { orgId, permissions }: ApiKey): Reply {
    if (orgId !== null || !permissions.includes("ManageOrganizations")) return lacks("ManageOrganizations");
    const query = readQuery(url);
    return "status" in query
      ? query
      : page(
          query,
          organizations.map((one) => [one.org_id, one]),
        );
  }

  function route(request: RouteRequest): Reply | Promise<Reply> {
    const { method, url } = request;
    const bearer = /^Bearer (\S+)$/i.exec(request.headers["authorization"] ?? "")?.[1];
    const caller = options.apiKeys.find(({ key }) => key === bearer);
    if (caller === undefined) return refuse(401, "Unauthorized");
    if (url.pathname === "/v3/self" && method === "GET") {
      return ok({ ...identity(caller), org_id: caller.orgId });
    }
    if (url.pathname === "/v3/enterprise/organizations" && method === "GET")
      return listOrganizations(url, caller);
    if (url.pathname === `/v3beta1/organizations/${orgId}/repositories` && method === "GET") {
      const wanted = url.searchParams.get("filter_name")?.toLowerCase() ?? "";
      const found = (options.repositories ?? ["acme/docs"]).filter((name) =>
        name.toLowerCase().includes(wanted),
      );
      return ok({ items: found.map((name) => ({ repo_name: name.split("/")[1], repo_path: name })) });
    }
    const [, org, kind, id, action] =
      /^\/v3\/organizations\/([^/]+)\/(sessions|attachments)(?:\/([^/]+))?(?:\/([^/]+))?$/.exec(
        url.pathname,
      ) ?? [];
    // A key of another organization learns nothing about this one, not even that it exists.
    if (org !== orgId || (caller.orgId ?? org) !== org) return refuse(404, "Not found");
    const called = action === undefined ? method : `${method} ${action}`;
    const permission = kind === "attachments" ? "UseDevinSessions" : permissionOf(called);
    const isCollection = id === undefined;
    if (permission === undefined || (isCollection && method === "DELETE"))
      return refuse(405, "Method Not Allowed");
    if (!caller.permissions.includes(permission)) return lacks(permission);
    if (kind === "attachments") {
      return called === "POST" && isCollection ? attachments.add(request) : refuse(404, "Not found");
    }
    if (isCollection) return method === "POST" ? sessions.create(request, caller) : sessions.list(url);
    return called === "POST" ? refuse(405, "Method Not Allowed") : sessions.act(id, called, request);
  }

  async function answer(request: RouteRequest): Promise<Reply> {
    const reply = await route(request);
    return options.answersProblems === true && reply.status >= 400 ? problemOf(reply) : reply;
  }

  return {
    ...(await startService(answer, options)),
    sessions: sessions.all,
    attachments: attachments.all,
  };
}
