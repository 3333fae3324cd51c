/** Devin's language: the sessions of one organization, API v3. */

import { z } from "zod";
import { RequestError, SettingsError } from "../lib/errors.ts";
import { type Clock, type Fetch, request } from "../lib/http.ts";
import { toSingleLine } from "../lib/text.ts";
import { byAge, hasTag, prefixed, type Session, sessionSchema } from "./session.ts";
import { fitTags } from "./tags.ts";

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

/** The optional wishes of the configuration; what is absent is left to the organization's defaults. */
type SessionOptions = {
  playbookId?: string | undefined;
  knowledgeIds?: string[] | undefined;
  secretIds?: string[] | undefined;
  mode?: string | undefined;
  maxAcuLimit?: number | undefined;
  bypassApproval?: boolean | undefined;
  createAsUserId?: string | undefined;
};

export type Devin = {
  /**
   * All sessions that carry this tag, oldest first; a list that is not whole is a failure. With `since` (epoch
   * seconds), those that were created before may be missing.
   */
  listSessions(tag: string, since?: number): Promise<Session[]>;
  getSession(id: string): Promise<Session>;
  /** Tried once: v3 has no idempotency key, so only the caller can tell whether a repeat makes a second session. */
  createSession(session: SessionRequest): Promise<Session>;
  /** Tried once, for the same reason. */
  sendMessage(id: string, message: string): Promise<void>;
  /** Whether any message to the session holds these words, or is such a one; what Devin itself wrote does not count. */
  hasMessage(id: string, wanted: string | ((message: string) => boolean)): Promise<boolean>;
  /** Adds tags to those that the session has; where all would be too many, the least needed go. */
  addTags(id: string, tags: string[], added: string[]): Promise<void>;
  /** Uploads a file that a session can be given; resolves with its address. */
  uploadAttachment(name: string, text: string): Promise<string>;
  /** Ends a session and keeps it for reference. */
  archiveSession(id: string): Promise<void>;
};

const PAGE = 200;
const MAX_PAGES = 50;
const TIMEOUT_MS = 30_000;
const TRIES = 3;
const LATER = "Run this again later.";

function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    end_cursor: z.string().nullish(),
    has_next_page: z.boolean().nullish(),
  });
}

/**
 * Makes a client. Without `orgId` the key is asked which organization it belongs to, once.
 * @see https://docs.devin.ai/api-reference/overview
 */
export function createDevin(options: {
  fetch: Fetch;
  clock: Clock;
  apiUrl: string;
  apiKey: string;
  orgId: string | null;
  /** Strangers' words in requests, which no error may quote. */
  hidden: string[];
}): Devin {
  const { fetch, clock, apiUrl, apiKey, hidden } = options;

  type Call<Schema extends z.ZodType> = {
    attempt: string;
    permission: string;
    method: "GET" | "POST" | "PUT" | "DELETE";
    path: string;
    body?: unknown;
    form?: FormData;
    schema: Schema;
    tries?: number;
    /** What to do about a failure of Devin's own; to run again later, unless given. */
    advice?: string;
  };

  function call<Schema extends z.ZodType>({ path, permission, advice = LATER, ...rest }: Call<Schema>) {
    return request({
      fetch,
      clock,
      ...rest,
      url: `${apiUrl}${path}`,
      headers: { authorization: `Bearer ${apiKey}` },
      timeoutMs: TIMEOUT_MS,
      readDetail,
      remedy: (status, detail) => remedy(status, detail, permission, advice),
      secrets: [apiKey],
      hidden,
    });
  }

  let organization: Promise<string> | null = options.orgId === null ? null : Promise.resolve(options.orgId);

  async function findOrganization(): Promise<string> {
    const self = await call({
      attempt: "Asking Devin which organization devin-api-key belongs to",
      permission: "a role in one organization",
      method: "GET",
      path: "/v3/self",
      schema: z.object({ org_id: z.string().nullish() }),
      tries: TRIES,
    });
    if (self.org_id) return self.org_id;
    throw new SettingsError([
      "devin-org-id is missing; devin-api-key belongs to no single organization, so set it to the id (org-…) that Devin shows in its settings",
    ]);
  }

  async function inOrganization(path: string): Promise<string> {
    organization ??= findOrganization();
    return `/v3/organizations/${encodeURIComponent(await organization)}${path}`;
  }

  function sessions(path = ""): Promise<string> {
    return inOrganization(`/sessions${path}`);
  }

  async function pages<Item extends z.ZodType>(
    item: Item,
    attempt: string,
    path: string,
    query: Record<string, string>,
  ): Promise<z.infer<Item>[]> {
    const found: z.infer<Item>[] = [];
    let after: string | null = null;
    for (let page = 0; page < MAX_PAGES; page++) {
      const parameters = new URLSearchParams({
        ...query,
        first: String(PAGE),
        ...(after === null ? {} : { after }),
      });
      const answer: z.infer<ReturnType<typeof pageOf<Item>>> = await call({
        attempt,
        permission: "ViewOrgSessions",
        method: "GET",
        path: `${path}?${parameters}`,
        schema: pageOf(item),
        tries: TRIES,
      });
      found.push(...answer.items);
      if (!answer.has_next_page) return found;
      if (!answer.end_cursor) throw notWhole(attempt, "it promised a further page without saying where");
      after = answer.end_cursor;
    }
    throw notWhole(attempt, `it went on after ${MAX_PAGES} pages`);
  }

  return {
    async listSessions(tag, since) {
      // Whether the filter is strict is not documented; a session of another incident must never be adopted, and
      // whatever form it has is not this incident's affair.
      const own = z.preprocess((item) => (hasTag(item, tag) ? item : null), sessionSchema.nullable());
      const query = { tags: tag, ...(since === undefined ? {} : { created_after: String(since) }) };
      const found = await pages(own, "Looking for the incident's sessions", await sessions(), query);
      return found.filter((session) => session !== null).sort(byAge);
    },

    async getSession(id) {
      return await call({
        attempt: "Reading the session",
        permission: "ViewOrgSessions",
        method: "GET",
        path: await sessions(`/${prefixed(id)}`),
        schema: sessionSchema,
        tries: TRIES,
      });
    },

    async createSession({ options: wishes, ...session }) {
      return await call({
        attempt: "Starting the Devin session",
        permission: permissionsFor(wishes),
        method: "POST",
        path: await sessions(),
        body: {
          prompt: session.prompt,
          title: session.title,
          tags: session.tags,
          repos: session.repos,
          structured_output_schema: session.structuredOutputSchema,
          attachment_urls: session.attachmentUrls.length > 0 ? session.attachmentUrls : undefined,
          playbook_id: wishes.playbookId,
          knowledge_ids: wishes.knowledgeIds,
          secret_ids: wishes.secretIds,
          devin_mode: wishes.mode,
          max_acu_limit: wishes.maxAcuLimit,
          bypass_approval: wishes.bypassApproval,
          create_as_user_id: wishes.createAsUserId,
        },
        schema: sessionSchema,
        advice:
          "Look in Devin for a session of this incident, then run this again: it will not start a second one.",
      });
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

    async hasMessage(id, wanted) {
      const isWanted = typeof wanted === "string" ? (message: string) => message.includes(wanted) : wanted;
      const path = await sessions(`/${prefixed(id)}/messages`);
      const item = z.object({ message: z.string(), source: z.unknown().optional() }).nullable().catch(null);
      const messages = await pages(item, "Reading the session's messages", path, {});
      return messages.some((item) => item !== null && item.source !== "devin" && isWanted(item.message));
    },

    // Adding a tag twice leaves one, and what is archived stays archived: both may be repeated.
    async addTags(id, tags, added) {
      const all = fitTags(tags, added);
      const isFitting = tags.every((tag) => all.includes(tag));
      await call({
        attempt: "Tagging the session",
        permission: "ManageOrgSessions",
        method: isFitting ? "POST" : "PUT",
        path: await sessions(`/${prefixed(id)}/tags`),
        body: { tags: isFitting ? added : all },
        schema: z.unknown(),
        tries: TRIES,
      });
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
        tries: TRIES,
      });
      return uploaded.url;
    },

    async archiveSession(id) {
      await call({
        attempt: "Archiving the session",
        permission: "ManageOrgSessions",
        method: "DELETE",
        path: await sessions(`/${prefixed(id)}?archive=true`),
        schema: z.unknown(),
        tries: TRIES,
      });
    },
  };
}

function notWhole(attempt: string, detail: string): RequestError {
  const message = `${attempt} failed: Devin's list was not whole, ${detail}. ${LATER}`;
  return new RequestError(message, { status: null, detail, effect: "none", retryAfterMs: null });
}

function permissionsFor({ createAsUserId, bypassApproval }: SessionOptions): string {
  return [
    "ManageOrgSessions",
    ...(createAsUserId === undefined ? [] : ["ImpersonateOrgSessions"]),
    ...(bypassApproval ? ["UseDevinExpert"] : []),
  ].join(", ");
}

const errorSchema = z.object({
  detail: z.union([
    z.string(),
    z.array(z.object({ loc: z.array(z.union([z.string(), z.number()])), msg: z.string() })),
  ]),
});

/** FastAPI's two forms: a sentence, or a list of the fields that are wrong. */
function readDetail(body: unknown): string | null {
  const { detail } = errorSchema.safeParse(body).data ?? {};
  if (detail === undefined) return null;
  const words =
    typeof detail === "string" ? detail : detail.map(({ loc, msg }) => `${loc.join(".")}: ${msg}`).join("; ");
  // Not cut here: half a key would no longer be found and hidden.
  return toSingleLine(words, words.length);
}

// Devin answers 403 both to a key that may not and to an organization that has used up what it paid for.
const QUOTA = /quota|credit|usage_limit|usage limit|session_limit|payment|billing/i;

function remedy(status: number | null, detail: string, permission: string, advice: string): string {
  if (status === 400) return "Check `devin:` in the configuration.";
  if (status === 401) return "Check devin-api-key: it takes the key of a Devin service user (cog_…).";
  if (status === 403 && QUOTA.test(detail))
    return "The organization is out of quota, the key is not at fault: raise the limit in Devin's settings, then run this again.";
  if (status === 403) return `Give the key's service user a role with ${permission}.`;
  if (status === 404) return "Check devin-org-id: it takes the organization's id (org-…).";
  if (status === 422)
    return /tag/i.test(detail)
      ? "Your enterprise may allow listed session tags only: allow the tags of this project there."
      : "Check `devin:` in the configuration.";
  if (status === 429) return "Devin is limiting requests: run this again later.";
  return advice;
}
