/** Devin's language: the sessions of one organization, API v3. */

import { z } from "zod";
import { RequestError, SettingsError } from "../lib/errors.ts";
import { errorMessageOf } from "../lib/http.ts";
import { type CallSettings, createCall, READ_TRIES, unusable } from "./call.ts";
import { createOrganization } from "./organization.ts";
import { readPages } from "./pages.ts";
import { isTagRefusal, TAGS_ADVICE } from "./refusal.ts";
import { byAge, hasTag, linkOf, prefixed, type Session, sessionSchema } from "./session.ts";
import { fitTags, isOwnTag } from "./tags.ts";

/** What a session is started with. */
export type SessionRequest = {
  prompt: string;
  title: string;
  tags: string[];
  repos: string[];
  structuredOutputSchema: Record<string, unknown>;
  /** Addresses of uploaded files. */
  attachmentUrls: string[];
  options: SessionOptions;
};

/** What Devin is asked for beside the task, by its own names; what is absent is left to the organization's defaults. */
type SessionOptions = {
  playbook_id?: string | undefined;
  knowledge_ids?: string[] | undefined;
  secret_ids?: string[] | undefined;
  devin_mode?: string | undefined;
  max_acu_limit?: number | undefined;
  bypass_approval?: boolean | undefined;
  create_as_user_id?: string | undefined;
};

/** Both in epoch seconds. */
type Window = { createdSince?: number; updatedSince?: number };

export type Devin = {
  /** Asks now which organization the key belongs to, where that is not known, so that no later call waits for it. */
  connect(): Promise<void>;
  /**
   * All sessions that carry this tag, archived ones too, oldest first; a list that is not whole is a failure. With
   * `createdSince` or `updatedSince` (epoch seconds), those from before may be missing.
   */
  listSessions(tag: string, window?: Window): Promise<Session[]>;
  getSession(id: string): Promise<Session>;
  /**
   * Tried once: v3 has no idempotency key, so only the caller can tell whether a repeat makes a second session. Throws
   * SettingsError where the organization refuses or drops our tags: the session is archived, and no other is created.
   */
  createSession(session: SessionRequest): Promise<Session>;
  /** Tried once, for the same reason. */
  sendMessage(id: string, message: string): Promise<void>;
  /** The messages to the session, oldest first; what Devin itself wrote is not among them. */
  listMessages(id: string): Promise<string[]>;
  /**
   * Adds tags to those that the session has; where all would be too many, the least needed go. Throws RequestError where
   * Devin refuses or drops one of the added.
   */
  addTags(id: string, tags: string[], added: string[]): Promise<void>;
  /** Uploads a file that a session can be given; resolves with its address. */
  uploadAttachment(name: string, text: string): Promise<string>;
  /** Ends a session and keeps it for reference. */
  archiveSession(id: string): Promise<void>;
};

/**
 * Makes a client. Without `orgId` the key is asked which organization it belongs to, once.
 * @see https://docs.devin.ai/api-reference/overview
 */
export function createDevin({ orgId, ...settings }: CallSettings & { orgId: string | null }): Devin {
  const call = createCall(settings);
  const organization = createOrganization(call, orgId);

  async function inOrganization(path: string): Promise<string> {
    return `/v3/organizations/${encodeURIComponent(await organization())}${path}`;
  }

  function sessions(path = ""): Promise<string> {
    return inOrganization(`/sessions${path}`);
  }

  /** Why no further session is created: our tags were refused or dropped. */
  let untagged: string | null = null;

  async function getSession(id: string): Promise<Session> {
    return await call({
      attempt: "Reading the session",
      permission: "ViewOrgSessions",
      method: "GET",
      path: await sessions(`/${prefixed(id)}`),
      schema: sessionSchema,
      tries: READ_TRIES,
    });
  }

  async function create({ options, ...session }: SessionRequest): Promise<Session> {
    return await call({
      attempt: "Starting the Devin session",
      permission: permissionsFor(options),
      method: "POST",
      path: await sessions(),
      body: {
        prompt: session.prompt,
        title: session.title,
        tags: session.tags,
        repos: session.repos,
        structured_output_schema: session.structuredOutputSchema,
        attachment_urls: session.attachmentUrls.length > 0 ? session.attachmentUrls : undefined,
        ...options,
      },
      schema: sessionSchema,
      advice:
        "Look in Devin for a session of this incident, then run this again: it will not start a second one.",
    });
  }

  // What is archived stays archived, so it may be repeated.
  async function archiveSession(id: string): Promise<void> {
    await call({
      attempt: "Archiving the session",
      permission: "ManageOrgSessions",
      method: "DELETE",
      path: await sessions(`/${prefixed(id)}?archive=true`),
      schema: z.unknown(),
      tries: READ_TRIES,
    });
  }

  return {
    async connect() {
      await organization();
    },

    async listSessions(tag, { createdSince, updatedSince } = {}) {
      // Whether the filter is strict is not documented; a session of another incident must never be adopted, and
      // whatever form it has is not this incident's affair.
      const own = z.preprocess((item) => (hasTag(item, tag) ? item : null), sessionSchema.nullable());
      const query = {
        tags: tag,
        ...(createdSince === undefined ? {} : { created_after: String(createdSince) }),
        ...(updatedSince === undefined ? {} : { updated_after: String(updatedSince) }),
      };
      const path = await sessions();
      const attempt = "Looking for the incident's sessions";
      // Whether the list hides archived sessions unless asked for them is not documented.
      const [shown, archived] = await Promise.all([
        readPages(call, own, attempt, path, query),
        readPages(call, own, attempt, path, { ...query, is_archived: "true" }),
      ]);
      const found = [...shown, ...archived].filter((session) => session !== null);
      return [...new Map(found.map((session) => [session.id, session])).values()].sort(byAge);
    },

    getSession,

    async createSession(session) {
      if (untagged !== null) throw new SettingsError([untagged]);
      let created: Session;
      try {
        created = await create(session);
      } catch (error) {
        if (!(error instanceof RequestError) || !isTagRefusal(error.status, error.detail)) throw error;
        untagged = error.message;
        throw new SettingsError([untagged]);
      }
      const isWhole = ({ tags }: Session) => session.tags.filter(isOwnTag).every((tag) => tags.includes(tag));
      if (isWhole(created)) return created;
      // The answer to a create may be shorter than the session is.
      const looked = await getSession(created.id);
      if (isWhole(looked)) return looked;
      const refusal = await errorMessageOf(() => archiveSession(created.id));
      const rest = refusal === null ? "it was archived" : `archive it in Devin. ${refusal}`;
      untagged = `Devin dropped tags of the session ${linkOf(created)}, so it would not be found again: ${rest}. ${TAGS_ADVICE}`;
      throw new SettingsError([untagged]);
    },

    async sendMessage(id, message) {
      await call({
        attempt: "Sending the update to the session",
        permission: "ManageOrgSessions",
        method: "POST",
        path: await sessions(`/${prefixed(id)}/messages`),
        body: { message },
        schema: z.unknown(),
      });
    },

    async listMessages(id) {
      const path = await sessions(`/${prefixed(id)}/messages`);
      const item = z.object({ message: z.string(), source: z.unknown().optional() }).nullable().catch(null);
      const messages = await readPages(call, item, "Reading the session's messages", path, {});
      return messages.flatMap((one) => (one === null || one.source === "devin" ? [] : [one.message]));
    },

    // Adding a tag twice leaves one, so it may be repeated.
    async addTags(id, tags, added) {
      const all = fitTags(tags, added);
      const isFitting = tags.every((tag) => all.includes(tag));
      const attempt = "Tagging the session";
      const answer = await call({
        attempt,
        permission: "ManageOrgSessions",
        method: isFitting ? "POST" : "PUT",
        path: await sessions(`/${prefixed(id)}/tags`),
        body: { tags: isFitting ? added : all },
        schema: z
          .object({ tags: z.array(z.string()) })
          .nullish()
          .catch(null),
        tries: READ_TRIES,
      });
      const dropped = answer ? added.filter((tag) => !answer.tags.includes(tag)) : [];
      if (dropped.length > 0) throw unusable(attempt, `Devin dropped ${dropped.join(", ")}`, TAGS_ADVICE);
    },

    async uploadAttachment(name, text) {
      const form = new FormData();
      form.set("file", new Blob([text], { type: "application/json" }), name);
      const uploaded = await call({
        attempt: "Uploading the evidence",
        permission: "UseDevinSessions",
        method: "POST",
        path: await inOrganization("/attachments"),
        form,
        schema: z.object({ url: z.url() }),
        tries: READ_TRIES,
      });
      return uploaded.url;
    },

    archiveSession,
  };
}

function permissionsFor({ create_as_user_id, bypass_approval }: SessionOptions): string {
  return [
    "ManageOrgSessions",
    ...(create_as_user_id === undefined ? [] : ["ImpersonateOrgSessions"]),
    ...(bypass_approval ? ["UseDevinExpert"] : []),
  ].join(", ");
}
