/** The part of GitHub's API that takes a dispatch and tells of the docs repository, with the refusals of the real one. */
import { randomUUID } from "node:crypto";
import { type Reply, type RouteRequest, type Service, startService } from "../service.ts";
import { type AppOptions, createApp } from "./app.ts";
import { type DispatchEvent, dispatchEvent, dispatchSchema } from "./dispatch.ts";
import { notAccessible, notFound, readBody, refuse, refuseHeaders } from "./errors.ts";
import { objectAt, showContents, showWorkflow } from "./files.ts";
import { type AskedRepository, answerGraphql, type Numbered } from "./graphql.ts";
import { createIssues, type IssuesOptions, type SandboxIssues } from "./issues.ts";
import { askedNeighbour, type Neighbour } from "./other-repositories.ts";
import { pageOf } from "./page.ts";
import { createPullRequests, type PullRequests } from "./pull-requests.ts";
import { repositoryOf } from "./repository.ts";
import type { ListedPullRequest } from "./review-queue.ts";

type Level = "write" | "read" | "none";

type GitHubOptions = {
  /** `owner/name` of the docs repository, the only one that the REST API knows. */
  repository: string;
  private?: boolean;
  /** Its bare Git repository; without one it is empty. */
  gitDirectory?: string | undefined;
  /** Other repositories, of which the GraphQL API can be asked. */
  neighbours?: Neighbour[];
  /** Workflows that GitHub or a person has disabled: the state of each by its path, such as `disabled_inactivity`. */
  disabled?: Map<string, string>;
  /**
   * Fine-grained tokens, or a job's own (`isJob`). `contents: "none"` is one that does not cover the docs repository
   * and so cannot see it; what is not named is not granted.
   */
  tokens: Array<{
    token: string;
    contents?: Level | undefined;
    "pull-requests"?: Level | undefined;
    issues?: Level | undefined;
    actions?: Level | undefined;
    isJob?: boolean;
    /** Private neighbours that it covers too. */
    neighbours?: string[];
  }>;
  app?: AppOptions;
  /** The path of the API: none on github.com, `/api/v3` on GitHub Enterprise Server. */
  apiPath?: "" | "/api/v3";
  port?: number;
  /** The clock in milliseconds. */
  now?: () => number;
  /** How its issues behave. */
  issues?: Pick<IssuesOptions, "people" | "searchLagMs" | "droppedLabels">;
  /** Pull requests of the docs repository beside those that are opened here. */
  queue?: ListedPullRequest[];
  /** Called before the 204; what it throws becomes a 500. */
  onDispatch?: (event: DispatchEvent) => void;
};

export type GitHub = Service & { dispatches: DispatchEvent[]; pulls: PullRequests; issues: SandboxIssues };

/** Who asks: the permissions that its token has, and how GitHub calls such a token. */
type Caller = { levels: Record<string, string | undefined>; isApp: boolean; neighbours: string[] };

/** Starts the service; its `url` holds the API path, so it is what `GITHUB_API_URL` takes. */
export async function startGitHub(options: GitHubOptions): Promise<GitHub> {
  const { app, apiPath = "", gitDirectory, neighbours = [] } = options;
  const repository = repositoryOf(options.repository, options.private ?? true);
  const apps = createApp(app, repository, options.now ?? Date.now);
  // Issues and pull requests are counted together.
  let lastNumber = 0;
  const nextNumber = () => ++lastNumber;
  const now = options.now ?? Date.now;
  const pulls = createPullRequests(repository, gitDirectory ?? "", nextNumber);
  const issues = createIssues({ ...options.issues, repository, nextNumber, now });
  const dispatches: DispatchEvent[] = [];

  /** Undefined for credentials that nobody issued. */
  function callerOf(bearer: string): Caller | undefined {
    const token = options.tokens.find((candidate) => candidate.token === bearer);
    if (token !== undefined) {
      const { isJob = false, neighbours: covered = [], token: _, ...levels } = token;
      return { levels, isApp: isJob, neighbours: covered };
    }
    const levels = apps.permissionsOf(bearer);
    return levels && { levels, isApp: true, neighbours: [] };
  }

  const mayRead = ({ levels }: Caller, permission: string) =>
    !repository.private || levels[permission] === "read" || levels[permission] === "write";

  function dispatch(request: RouteRequest, { levels, isApp }: Caller): Reply {
    if (levels["contents"] !== "write") return notAccessible(isApp, "contents=write");
    const body = readBody(request, dispatchSchema);
    if ("status" in body) return body;
    const event = dispatchEvent(body, repository, isApp && app !== undefined ? app.installationId : null);
    dispatches.push(event);
    options.onDispatch?.(event);
    return { status: 204 };
  }

  function answerIssues(request: RouteRequest, caller: Caller, path: string): Reply {
    const { levels, isApp } = caller;
    const isRead = request.method === "GET";
    const isAllowed = isRead ? mayRead(caller, "issues") : levels["issues"] === "write";
    if (!isAllowed) return notAccessible(isApp, `issues=${isRead ? "read" : "write"}`);
    return issues.answer(request, path) ?? notFound;
  }

  /** What stands below the repository's own address; undefined for what is not known here. */
  function read(
    path: string,
    { url, headers }: RouteRequest,
  ): { permission: string; show(): Reply } | undefined {
    const [, number, list] = /^\/pulls\/(\d+)(\/files)?$/.exec(path) ?? [];
    if (number !== undefined) {
      const show = () => {
        const pull = pulls.find(Number(number));
        if (pull === null) return notFound;
        return list === undefined ? { status: 200, body: pull } : pageOf(pulls.files(pull), url);
      };
      return { permission: "pull-requests", show };
    }
    const [, file] = /^\/contents(?:\/(.*))?$/.exec(path) ?? [];
    if (file !== undefined || path === "/contents") {
      const asked = {
        path: decodeURIComponent(file ?? ""),
        ref: url.searchParams.get("ref"),
        accept: headers["accept"] ?? "",
      };
      const show = () =>
        gitDirectory === undefined
          ? refuse(404, "This repository is empty.")
          : showContents(repository, gitDirectory, asked);
      return { permission: "contents", show };
    }
    const [, workflow] = /^\/actions\/workflows\/([^/]+)$/.exec(path) ?? [];
    if (workflow === undefined) return undefined;
    const show = () =>
      gitDirectory === undefined
        ? notFound
        : showWorkflow(
            repository,
            gitDirectory,
            workflow,
            options.disabled?.get(`.github/workflows/${workflow}`),
          );
    return { permission: "actions", show };
  }

  /** The repositories that the GraphQL API shows to a caller. */
  function asked(caller: Caller, wanted: string): AskedRepository | null {
    const isSame = (name: string) => name.toLowerCase() === wanted.toLowerCase();
    const { isApp } = caller;
    if (isSame(repository.full_name)) {
      if (repository.private && caller.levels["contents"] === "none") return null;
      return {
        nameWithOwner: repository.full_name,
        isPrivate: repository.private,
        object: (expression) =>
          gitDirectory === undefined || !mayRead(caller, "contents")
            ? null
            : objectAt(gitDirectory, expression),
        numbered: (number) => numberedOf(pulls, number),
        pullRequests: () => [...(options.queue ?? []), ...pulls.list()].sort((a, b) => a.number - b.number),
        mayRead: mayRead(caller, "pull-requests"),
        isApp,
      };
    }
    const neighbour = neighbours.find(({ name }) => isSame(name));
    const isSeen = neighbour?.private !== true || caller.neighbours.some(isSame);
    return neighbour && isSeen ? { ...askedNeighbour(neighbour), mayRead: true, isApp } : null;
  }

  function answer(request: RouteRequest): Reply | Promise<Reply> {
    const { method, url, headers } = request;
    const refusal = refuseHeaders(headers);
    if (refusal !== null) return refusal;
    const isGraphql = url.pathname === (apiPath === "" ? "/graphql" : "/api/graphql");
    if (!isGraphql && !url.pathname.startsWith(`${apiPath}/`)) return notFound;
    const path = url.pathname.slice(apiPath.length);
    const authorization = headers["authorization"];
    const bearer = /^(?:Bearer|token) (\S+)$/i.exec(authorization ?? "")?.[1];
    const [, wanted, below = ""] = /^\/repos\/([^/]+\/[^/]+)(\/.*)?$/.exec(path) ?? [];
    const isKnown = wanted?.toLowerCase() === options.repository.toLowerCase();
    const installation = /^\/app\/installations\/(\d+)\/access_tokens$/.exec(path)?.[1];

    if (!isGraphql && (below === "/installation" || installation !== undefined))
      return apps.answer(request, bearer, installation ?? null, isKnown);
    if (authorization === undefined) return refuse(401, "Requires authentication");
    const caller = callerOf(bearer ?? "");
    if (caller === undefined) return refuse(401, "Bad credentials");
    if (path === "/search/issues") return issues.search(request);
    if (isGraphql) return answerGraphql(request, (owner, name) => asked(caller, `${owner}/${name}`));
    if (!isKnown || caller.levels["contents"] === "none") return notFound;
    if (below === "/dispatches" && method === "POST") return dispatch(request, caller);
    if (/^\/(?:issues|assignees|labels)(?:\/|$)/.test(below)) return answerIssues(request, caller, below);
    if (method !== "GET") return notFound;
    if (below === "") return { status: 200, body: { ...repository, permissions: roleOf(caller) } };
    const found = read(below, request);
    if (found === undefined) return notFound;
    const { permission, show } = found;
    return mayRead(caller, permission)
      ? show()
      : notAccessible(caller.isApp, `${permission.replace("-", "_")}=read`);
  }

  const service = await startService(async (request) => {
    const reply = await answer(request);
    return { ...reply, headers: { "x-github-request-id": randomUUID(), ...reply.headers } };
  }, options);
  return { ...service, url: service.url + apiPath, dispatches, pulls, issues };
}

/** What a repository tells a caller of its own role in it. */
function roleOf({ levels }: Caller) {
  return { admin: false, maintain: false, push: levels["contents"] === "write", triage: false, pull: true };
}

function numberedOf(pulls: PullRequests, number: number): Numbered | null {
  const pull = pulls.find(number);
  if (pull === null) return null;
  const { title, created_at: createdAt, merged_at: mergedAt } = pull;
  return { __typename: "PullRequest", number, title, createdAt, mergedAt, closedAt: mergedAt };
}
