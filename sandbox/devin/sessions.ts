/** The sessions of one organization: how they are created, listed, looked at, told, tagged and ended. */
import { randomUUID } from "node:crypto";
import type { Reply, RouteRequest } from "../service.ts";
import { lacks, ok, page, readBody, readQuery, refuse, unprocessable } from "./answers.ts";
import type { Attachments } from "./attachments.ts";
import { type ApiKey, identity } from "./caller.ts";
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

export type SessionsOptions = {
  orgId: string;
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
  /** The session tags that the organization allows, and what becomes of others. All are, unless told. */
  allowedTags?: { isAllowed: (tag: string) => boolean; others: "refused" | "dropped" };
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

type Session = StoredSession & { hiddenFor: number; hiddenUntil: number; step: number; waits: boolean };

export type Sessions = {
  all(): StoredSession[];
  create(request: RouteRequest, caller: ApiKey): Reply;
  list(url: URL): Reply;
  /** Whatever is done to one session; `called` is the method and the last part of the path. */
  act(id: string, called: string, request: RouteRequest): Reply;
};

/** Makes the sessions; they are kept in memory. */
export function createSessions(options: SessionsOptions, attachments: Attachments): Sessions {
  const { orgId, bareIds = true, modes = ["normal", "fast"] } = options;
  const newId = options.newId ?? (() => randomUUID().replaceAll("-", ""));
  const now = options.now ?? Date.now;
  const seconds = () => Math.floor(now() / 1_000);
  const script = scriptOf(options.scenario);
  const sessions: Session[] = (options.existing ?? []).map((stored) => ({
    ...stored,
    hiddenFor: 0,
    hiddenUntil: 0,
    step: -1,
    waits: true,
  }));
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

  /** The tags that the organization allows, or its refusal. */
  function allow(tags: string[]): string[] | Reply {
    const { isAllowed = () => true, others } = options.allowedTags ?? {};
    const allowed = tags.filter(isAllowed);
    return others === "refused" && allowed.length < tags.length
      ? refuse(422, "Some tags are not in the organization's allowed tags")
      : allowed;
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
    const tags = allow(body.tags ?? []);
    if ("status" in tags) return tags;
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
    const allowed = allow(body.tags);
    if ("status" in allowed) return allowed;
    const { tags } = session.state;
    const merged = { tags: [...new Set([...(request.method === "POST" ? tags : []), ...allowed])] };
    const checked = tagsSchema.safeParse(merged, { reportInput: true });
    if (!checked.success) return unprocessable("body", checked.error);
    tags.splice(0, tags.length, ...merged.tags);
    change(session, {});
    return ok(merged);
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
    return attachments.listOf(session.request.attachment_urls ?? []);
  }

  return {
    all: () => sessions,
    create,
    list,
    act(id, called, request) {
      const session = sessions.find((candidate) => candidate.id === id);
      return session === undefined ? refuse(404, "Not found") : act(session, called, request);
    },
  };
}

function scriptOf(scenario: SessionsOptions["scenario"]) {
  const script = typeof scenario === "string" ? scenarios[scenario] : scenario;
  if (scenario !== undefined && script === undefined)
    throw new Error(`There is no scenario called ${scenario}.`);
  return script;
}
