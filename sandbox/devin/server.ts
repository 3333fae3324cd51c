/**
 * Devin's API v3 on loopback: sessions that exist only here, and the refusals of the real service.
 * https://docs.devin.ai/api-reference/overview
 */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type Reply, type RouteRequest, type Service, startService } from "../service.ts";
import { scenarios } from "./scenarios.ts";
import {
  isSettled,
  messageSchema,
  type SessionHandle,
  type SessionMessage,
  type SessionState,
  type StoredSession,
  sessionRequestSchema,
  tagsSchema,
} from "./session.ts";

export type { SessionHandle, StoredSession };

type Attachment = { attachment_id: string; name: string; url: string; text: string };

type ApiKey = {
  key: string;
  orgId: string | null;
  permissions: string[];
  principal?: "service_user" | "user";
};

type DevinOptions = {
  apiKeys: ApiKey[];
  orgId: string;
  port?: number;
  /** The clock in milliseconds. */
  now?: () => number;
  /** Whether `session_id` comes without its `devin-` prefix (the default); the documentation shows both. */
  bareIds?: boolean;
  /** Sessions that were there before. */
  existing?: StoredSession[];
  /** For how many list calls a new session stays invisible. */
  listLag?: number;
  /** For how many milliseconds a new session stays out of the list. */
  listLagMs?: number;
  /** Makes the 32 hexadecimal digits of a session's id; random ones unless told. */
  newId?: () => string;
  ignoreTagFilter?: boolean;
  /** Whether the list shows archived sessions only where `is_archived` asks for them. */
  hidesArchived?: boolean;
  /** The session tags that the organization allows, and what becomes of a create with others. All are, unless told. */
  allowedTags?: { isAllowed: (tag: string) => boolean; others: "refused" | "dropped" };
  /** Refuses by problem+json, whose `detail` is null where the title says all, in place of FastAPI's form. */
  answersProblems?: boolean;
  /** Refuses request fields that the API does not know. */
  strict?: boolean;
  /** The modes that the organization has; the others are refused with 400. */
  modes?: string[];
  /** A name of scenarios.ts, or the steps themselves. */
  scenario?: string | Array<Partial<SessionState>>;
  /** Called before the create is answered; the answer shows the session as it was before the call. */
  onSession?: (session: SessionHandle) => void;
  onMessage?: (session: SessionHandle, message: SessionMessage) => void;
};

const PERMISSIONS: Record<string, string> = {
  GET: "ViewOrgSessions",
  "GET messages": "ViewOrgSessions",
  "GET tags": "ViewOrgSessions",
  "GET attachments": "ViewOrgSessions",
  POST: "ManageOrgSessions",
  DELETE: "ManageOrgSessions",
  "POST archive": "ManageOrgSessions",
  "POST messages": "ManageOrgSessions",
  "POST tags": "ManageOrgSessions",
  "PUT tags": "ManageOrgSessions",
};

const epoch = z.coerce.number().int().optional();
const querySchema = z.object({
  first: z.coerce.number().int().min(1).max(200).default(100),
  after: z.string().optional(),
  created_after: epoch,
  created_before: epoch,
  updated_after: epoch,
  updated_before: epoch,
});

/** Starts the service; its `url` is what `devin-api-url` takes. */
export async function startDevin(
  options: DevinOptions,
): Promise<Service & { sessions(): StoredSession[]; attachments(): Attachment[] }> {
  const { orgId, bareIds = true, modes = ["normal", "fast"] } = options;
  const newId = options.newId ?? (() => randomUUID().replaceAll("-", ""));
  const now = options.now ?? Date.now;
  const seconds = () => Math.floor(now() / 1_000);
  const script = typeof options.scenario === "string" ? scenarios[options.scenario] : options.scenario;
  if (options.scenario !== undefined && script === undefined) {
    throw new Error(`There is no scenario called ${options.scenario}.`);
  }
  type Session = StoredSession & { hiddenFor: number; hiddenUntil: number; step: number; waits: boolean };
  const sessions: Session[] = (options.existing ?? []).map((stored) => ({
    ...stored,
    hiddenFor: 0,
    hiddenUntil: 0,
    step: -1,
    waits: true,
  }));
  const attachments: Attachment[] = [];

  function change(session: Session, state: Partial<SessionState>): void {
    Object.assign(session.state, { updated_at: seconds() }, state);
  }

  function addMessage(session: Session, source: "devin" | "user", message: string): SessionMessage {
    const added = { event_id: `event-${randomUUID()}`, source, message, created_at: seconds() };
    session.messages.push(added);
    return added;
  }

  function handle(session: Session): SessionHandle {
    return {
      id: session.id,
      bareId: session.bareId,
      prompt: session.request.prompt,
      title: session.request.title ?? null,
      tags: session.state.tags,
      repos: session.request.repos ?? [],
      messages: () => session.messages,
      set: (state) => change(session, state),
      say: (message) => void addMessage(session, "devin", message),
    };
  }

  function create(request: RouteRequest, caller: ApiKey): Reply {
    const body = readBody(
      request,
      options.strict === true ? sessionRequestSchema.strict() : sessionRequestSchema,
    );
    if ("status" in body) return body;
    if (body.create_as_user_id != null && !caller.permissions.includes("ImpersonateOrgSessions")) {
      return lacks("ImpersonateOrgSessions");
    }
    if (body.bypass_approval === true && !caller.permissions.includes("UseDevinExpert")) {
      return lacks("UseDevinExpert");
    }
    if (body.devin_mode != null && !modes.includes(body.devin_mode)) {
      return refuse(400, `devin_mode '${body.devin_mode}' is not available for this organization`);
    }
    const { isAllowed = () => true, others } = options.allowedTags ?? {};
    const tags = (body.tags ?? []).filter(isAllowed);
    if (others === "refused" && tags.length < (body.tags ?? []).length)
      return refuse(422, "Some tags are not in the organization's allowed tags");
    const bareId = newId();
    const { user_id, service_user_id } = identity(caller);
    const state = {
      session_id: bareIds ? bareId : `devin-${bareId}`,
      url: `https://app.devin.ai/sessions/${bareId}`,
      status: "new",
      status_detail: null,
      title: body.title ?? null,
      tags,
      org_id: orgId,
      created_at: seconds(),
      updated_at: seconds(),
      acus_consumed: 0,
      pull_requests: [],
      structured_output: null,
      origin: "api",
      is_archived: false,
      user_id: body.create_as_user_id ?? user_id ?? null,
      service_user_id: service_user_id ?? null,
      playbook_id: body.playbook_id ?? null,
      parent_session_id: null,
      child_session_ids: null,
      category: null,
      subcategory: null,
    };
    const created = structuredClone(state);
    const stored = { id: `devin-${bareId}`, bareId, request: body, state, messages: [] };
    const hiddenUntil = now() + (options.listLagMs ?? 0);
    const session: Session = {
      ...stored,
      hiddenFor: options.listLag ?? 0,
      hiddenUntil,
      step: -1,
      waits: false,
    };
    sessions.push(session);
    options.onSession?.(handle(session));
    return ok(created);
  }

  function list(url: URL): Reply {
    const query = readQuery(url);
    if ("status" in query) return query;
    const allows = (name: string, values: unknown[]) => {
      const wanted = url.searchParams.getAll(name);
      return wanted.length === 0 || wanted.some((value) => values.map(String).includes(value));
    };
    const isWithin = (value: number, after = Number.NEGATIVE_INFINITY, before = Number.POSITIVE_INFINITY) =>
      value > after && value < before;
    const visible = sessions.filter((session) => session.hiddenFor-- <= 0 && session.hiddenUntil <= now());
    const found = visible.filter(
      ({ id, bareId, state, request }) =>
        (options.ignoreTagFilter === true ||
          url.searchParams.getAll("tags").every((tag) => state.tags.includes(tag))) &&
        allows("session_ids", [id, bareId]) &&
        allows("repo_names", request.repos ?? []) &&
        allows("playbook_id", [state["playbook_id"]]) &&
        allows("origins", [state["origin"]]) &&
        allows("is_archived", [state["is_archived"]]) &&
        (options.hidesArchived !== true ||
          url.searchParams.has("is_archived") ||
          state["is_archived"] !== true) &&
        isWithin(state.created_at, query.created_after, query.created_before) &&
        isWithin(state.updated_at, query.updated_after, query.updated_before),
    );
    return page(
      query,
      found.reverse().map(({ id, state }) => [id, state]),
    );
  }

  /** A script moves on at every look, but not past a step where Devin itself would wait for a person. */
  function look(session: Session): Reply {
    const next = session.waits ? undefined : script?.[session.step + 1];
    if (next !== undefined) {
      session.step += 1;
      change(session, next);
      session.waits = isSettled(session.state);
    }
    const shown = structuredClone(session.state);
    if (shown.status === "resuming") change(session, { status: "running", status_detail: "working" });
    return ok(shown);
  }

  function end(session: Session, status: "exit" | "suspended", isArchived: boolean): Reply {
    const isOver = status === "suspended" && ["exit", "error"].includes(session.state.status);
    if (!isOver) change(session, { status, status_detail: status === "exit" ? null : "user_request" });
    if (isArchived) change(session, { is_archived: true });
    return ok(session.state);
  }

  function receive(session: Session, request: RouteRequest): Reply {
    const body = readBody(request, messageSchema);
    if ("status" in body) return body;
    const { status } = session.state;
    if (session.state["is_archived"] === true) return refuse(409, "Archived sessions are read-only");
    if (status === "exit" || status === "error") {
      return refuse(404, `Session ${session.id} has ended and takes no messages`);
    }
    session.waits = false;
    if (status === "suspended") change(session, { status: "resuming", status_detail: null });
    else if (isSettled(session.state)) change(session, { status: "running", status_detail: "working" });
    const message = addMessage(session, "user", body.message);
    options.onMessage?.(handle(session), message);
    return ok(session.state);
  }

  function tag(session: Session, request: RouteRequest): Reply {
    const body = readBody(request, tagsSchema);
    if ("status" in body) return body;
    if (session.state["is_archived"] === true) return refuse(409, "Archived sessions are read-only");
    const { tags } = session.state;
    const merged = { tags: [...new Set([...(request.method === "POST" ? tags : []), ...body.tags])] };
    const checked = tagsSchema.safeParse(merged, { reportInput: true });
    if (!checked.success) return unprocessable("body", checked.error);
    tags.splice(0, tags.length, ...merged.tags);
    change(session, {});
    return ok(merged);
  }

  async function attach(request: RouteRequest): Promise<Reply> {
    const headers = { "content-type": request.headers["content-type"] ?? "" };
    const form = await new Response(new Uint8Array(request.body), { headers }).formData().catch(() => null);
    const file = form?.get("file");
    if (!(file instanceof File)) {
      return refuse(422, [{ loc: ["body", "file"], msg: "Field required", type: "missing" }]);
    }
    const attachment_id = `attachment-${randomUUID()}`;
    const url = `https://app.devin.ai/attachments/${attachment_id}/${encodeURIComponent(file.name)}`;
    attachments.push({ attachment_id, name: file.name, url, text: await file.text() });
    return ok({ attachment_id, name: file.name, url });
  }

  function act(session: Session, called: string, request: RouteRequest): Reply {
    const { url } = request;
    if (called === "GET") return look(session);
    if (called === "DELETE") return end(session, "exit", url.searchParams.get("archive") === "true");
    if (called === "POST archive") return end(session, "suspended", true);
    if (called === "POST messages") return receive(session, request);
    if (called === "GET tags") return ok({ tags: session.state.tags });
    if (called === "POST tags" || called === "PUT tags") return tag(session, request);
    if (called === "GET messages") {
      const query = readQuery(url);
      const items = session.messages.map((message): [string, object] => [message.event_id, message]);
      return "status" in query ? query : page(query, items);
    }
    const own = attachments.filter((attachment) => session.request.attachment_urls?.includes(attachment.url));
    return ok({ items: own.map(({ attachment_id, name, url }) => ({ attachment_id, name, url })) });
  }

  function route(request: RouteRequest): Reply | Promise<Reply> {
    const { method, url } = request;
    const bearer = /^Bearer (\S+)$/i.exec(request.headers["authorization"] ?? "")?.[1];
    const caller = options.apiKeys.find(({ key }) => key === bearer);
    if (caller === undefined) return refuse(401, "Unauthorized");
    if (url.pathname === "/v3/self" && method === "GET") {
      return ok({ ...identity(caller), org_id: caller.orgId });
    }
    const [, org, kind, id, action] =
      /^\/v3\/organizations\/([^/]+)\/(sessions|attachments)(?:\/([^/]+))?(?:\/([^/]+))?$/.exec(
        url.pathname,
      ) ?? [];
    // A key of another organization learns nothing about this one, not even that it exists.
    if (org !== orgId || (caller.orgId ?? org) !== org) return refuse(404, "Not found");
    const called = action === undefined ? method : `${method} ${action}`;
    const permission = kind === "attachments" ? "UseDevinSessions" : PERMISSIONS[called];
    const isCollection = id === undefined;
    if (permission === undefined || (isCollection && method === "DELETE"))
      return refuse(405, "Method Not Allowed");
    if (!caller.permissions.includes(permission)) return lacks(permission);
    if (kind === "attachments") {
      return called === "POST" && isCollection ? attach(request) : refuse(404, "Not found");
    }
    if (isCollection) return method === "POST" ? create(request, caller) : list(url);
    const session = sessions.find((candidate) => candidate.id === id);
    if (called === "POST") return refuse(405, "Method Not Allowed");
    if (session === undefined) return refuse(404, "Not found");
    return act(session, called, request);
  }

  async function answer(request: RouteRequest): Promise<Reply> {
    const reply = await route(request);
    return options.answersProblems === true && reply.status >= 400 ? problemOf(reply) : reply;
  }

  return {
    ...(await startService(answer, options)),
    sessions: () => sessions,
    attachments: () => attachments,
  };
}

const ok = (body: object): Reply => ({ status: 200, body });
/** FastAPI's one error shape: a sentence, or the list of what is wrong with the request. */
const refuse = (status: number, detail: string | object[]): Reply => ({ status, body: { detail } });
const lacks = (permission: string): Reply => refuse(403, `Missing permission: ${permission}`);

const refusalSchema = z.object({ detail: z.union([z.string(), z.array(z.unknown())]) });

/** The same refusal as RFC 9457 has it. */
function problemOf({ status, body }: Reply): Reply {
  const { detail } = refusalSchema.parse(body);
  const problem =
    typeof detail === "string" ? { title: detail } : { title: "Invalid request", errors: detail };
  return { status, body: { type: "about:blank", status, detail: null, ...problem } };
}

function identity({ principal }: ApiKey) {
  return principal === "user"
    ? { principal_type: "user", user_id: "user-abc123", user_name: "Ada" }
    : {
        principal_type: "service_user",
        service_user_id: "service-user-abc123",
        service_user_name: "CI Bot",
      };
}

function readBody<Schema extends z.ZodType>(request: RouteRequest, schema: Schema): z.output<Schema> | Reply {
  const isJson = /^application\/([\w.-]+\+)?json\b/i.test(request.headers["content-type"] ?? "");
  const body = isJson ? request.json() : undefined;
  if (body === undefined) {
    return refuse(422, [{ loc: ["body"], msg: "Input should be a valid JSON object", type: "json_invalid" }]);
  }
  const parsed = schema.safeParse(body, { reportInput: true });
  return parsed.success ? parsed.data : unprocessable("body", parsed.error);
}

function readQuery(url: URL): z.output<typeof querySchema> | Reply {
  const parsed = querySchema.safeParse(Object.fromEntries(url.searchParams), { reportInput: true });
  return parsed.success ? parsed.data : unprocessable("query", parsed.error);
}

function unprocessable(where: "body" | "query", error: z.ZodError): Reply {
  const details = error.issues.map((issue) => {
    const isMissing = issue.code === "invalid_type" && issue.input === undefined;
    const [msg, type] = isMissing ? ["Field required", "missing"] : [issue.message, issue.code];
    return { loc: [where, ...issue.path], msg, type };
  });
  return refuse(422, details);
}

function page(query: z.output<typeof querySchema>, items: Array<[id: string, item: object]>): Reply {
  const seen = items.findIndex(([id]) => Buffer.from(id).toString("base64url") === query.after);
  if (query.after !== undefined && seen < 0) return refuse(400, "Invalid cursor");
  const shown = items.slice(seen + 1, seen + 1 + query.first);
  const last = shown.at(-1);
  return ok({
    items: shown.map(([, item]) => item),
    end_cursor: last === undefined ? null : Buffer.from(last[0]).toString("base64url"),
    has_next_page: seen + 1 + query.first < items.length,
    total: items.length,
  });
}
