/** PagerDuty's REST API: what is read of it, and the one note that is written. */

import { z } from "zod";
import type { Incident } from "../incident/incident.ts";
import { RequestError } from "../lib/errors.ts";
import { type Clock, type Fetch, isRetryable, request, waitMs } from "../lib/http.ts";
import {
  alert,
  answerSchema,
  change,
  incidentsSchema,
  type ListedAlert,
  type ListedChange,
  type ListedNote,
  type ListedPastIncident,
  type LogEntry,
  listOf,
  logEntry,
  note,
  pastIncident,
  priorityName,
  type ResolvedIncident,
} from "./schemas.ts";

export type PagerDuty = {
  /** The incident with this id or number, with who resolved it and when; throws RequestError. */
  getIncident(idOrNumber: string, limits?: Limits): Promise<ResolvedIncident>;
  listLogEntries(id: string, limits: Limits): Promise<Listing<LogEntry>>;
  listNotes(id: string, limits: Limits): Promise<Listing<ListedNote>>;
  listAlerts(id: string, limits: Limits): Promise<Listing<ListedAlert>>;
  listRelatedChanges(id: string, limits: Limits): Promise<Listing<ListedChange>>;
  listPastIncidents(id: string, limits: Limits): Promise<Listing<ListedPastIncident>>;
  /** Names, from most to least severe. */
  listPriorities(limits: Limits): Promise<Listing<string>>;
  /**
   * Resolved incidents that were created in a range of time (epoch milliseconds, at most six months), the latest
   * resolve first; throws RequestError. `next` is the offset of the next page, null after the last one and `beyond`
   * where PagerDuty hands out no more.
   */
  pageOfResolved(
    range: { since: number; until: number; offset: number },
    limits: Limits,
  ): Promise<{ incidents: ResolvedIncident[]; next: number | "beyond" | null }>;
  /** Tried once, since a repeat could make a second note; throws RequestError. */
  addNote(id: string, content: string): Promise<void>;
  /** Puts other words into a note; throws RequestError. */
  changeNote(id: string, noteId: string, content: string): Promise<void>;
};

/** What several calls may spend together; `calls` counts down, repeated tries included. */
export type Limits = { deadline: number; calls: number };

/** What a list gave. It never throws for what PagerDuty says: an optional part must not cost the draft. */
type Listing<Item> = {
  items: Item[];
  /** What is not among them and why, in one sentence; null when all are. */
  missing: string | null;
  /** Whether they tell the whole story: all of them, or at least all important ones. */
  isWhole: boolean;
};

const TIMEOUT_MS = 15_000;
const TRIES = 3;
/** For one call that shares its limits with none. */
const ALONE_MS = 60_000;
const PAGE = 100;
/** @see https://developer.pagerduty.com/docs/pagination */
const MOST_ITEMS = 10_000;
// Of one list, as JSON.
const MOST_CHARACTERS = 1_000_000;
const MOST_PAST_INCIDENTS = 5;

const HOSTS = ["https://api.pagerduty.com", "https://api.eu.pagerduty.com"];

/** The API that an incident lives on, by its own address; null unless that is PagerDuty's US or EU host. */
export function apiUrlOf({ api_url: address }: Pick<Incident, "api_url">): string | null {
  const origin = address === null ? undefined : URL.parse(address)?.origin;
  return HOSTS.find((host) => host === origin) ?? null;
}

const pageSchema = z.record(z.string(), z.unknown());

const errorSchema = z.object({
  error: z.object({
    message: z.string(),
    code: z.number().nullish().catch(null),
    errors: z.array(z.string()).nullish(),
  }),
});

/** @see https://developer.pagerduty.com/docs/errors */
const HIDDEN_ONCE_RESOLVED = 2018;

type List<Item> = {
  /** What the items are called at the beginning of a sentence. */
  what: string;
  path: string;
  query?: Record<string, string>;
  key: string;
  item: z.ZodType<Item>;
  limits: Limits;
  most: number;
  mostCharacters: number;
  /** False for the lists that PagerDuty does not divide into pages. */
  isPaged?: boolean;
};

/**
 * Makes a client for one account.
 * @see https://developer.pagerduty.com/docs/rest-api-overview
 */
export function createPagerDuty(options: {
  fetch: Fetch;
  clock: Clock;
  apiUrl: string;
  auth: "token" | "bearer";
  token: string;
  /** The address of the person in whose name notes are written; an account's key needs one. */
  from?: string | undefined;
}): PagerDuty {
  const { clock, apiUrl, auth, token, from } = options;
  const fetch = understandReset(options.fetch);
  const headers = {
    accept: "application/vnd.pagerduty+json;version=2",
    authorization: auth === "token" ? `Token token=${token}` : `Bearer ${token}`,
  };

  async function write(method: "POST" | "PUT", path: string, content: string): Promise<void> {
    await request({
      fetch,
      clock,
      attempt: "Writing the incident's note",
      method,
      url: `${apiUrl}${path}`,
      headers: { ...headers, ...(from === undefined ? {} : { from }) },
      body: { note: { content } },
      schema: z.unknown(),
      timeoutMs: TIMEOUT_MS,
      // To put the same words in their place again changes nothing.
      tries: method === "PUT" ? TRIES : 1,
      readDetail,
      remedy: remedyOfNote,
      secrets: [token],
    });
  }

  async function get<Schema extends z.ZodType>(
    attempt: string,
    path: string,
    schema: Schema,
    limits: Limits,
  ): Promise<z.infer<Schema>> {
    for (let tried = 1; ; tried++) {
      const left = limits.deadline - clock.now();
      if (left <= 0) throw spent("the time for reading PagerDuty is used up");
      if (limits.calls <= 0) throw spent("the number of calls to PagerDuty is used up");
      limits.calls--;
      try {
        return await request({
          fetch,
          clock,
          attempt,
          method: "GET",
          url: `${apiUrl}${path}`,
          headers,
          schema,
          timeoutMs: Math.min(TIMEOUT_MS, left),
          readDetail,
          remedy,
          secrets: [token],
        });
      } catch (error) {
        // A limit lasts up to a minute, so there the deadline decides, not the number of tries.
        if (!(error instanceof RequestError) || !isRetryable(error)) throw error;
        const wait = waitMs(error, tried);
        const isOver = tried >= TRIES && error.status !== 429;
        if (isOver || clock.now() + wait >= limits.deadline) throw error;
        await clock.sleep(wait);
      }
    }
  }

  async function list<Item>(wanted: List<Item>): Promise<Listing<Item>> {
    const { what, path, query, key, item, limits, most, mostCharacters, isPaged = true } = wanted;
    const items: Item[] = [];
    let characters = 0;
    const stop = (why: string): Listing<Item> => {
      const read = items.length === 0 ? "" : `only ${items.length} could be read, since `;
      return { items, missing: `${what}: ${read}${why}.`, isWhole: false };
    };
    for (let offset = 0; ; offset += PAGE) {
      const pages = isPaged ? { limit: `${PAGE}`, offset: `${offset}` } : {};
      const search = new URLSearchParams({ ...query, ...pages }).toString();
      let page: Record<string, unknown>;
      try {
        const attempt = `Reading ${what.toLowerCase()} from PagerDuty`;
        page = await get(attempt, search === "" ? path : `${path}?${search}`, pageSchema, limits);
      } catch (error) {
        if (error instanceof RequestError) return stop(reasonOf(error));
        throw error;
      }
      for (const found of listOf(item).parse(page[key])) {
        characters += JSON.stringify(found).length;
        if (items.length >= most || characters > mostCharacters) return stop("there are more than fit");
        items.push(found);
      }
      if (!isPaged || page["more"] !== true) return { items, missing: null, isWhole: true };
      if (offset + 2 * PAGE > MOST_ITEMS) return stop("PagerDuty hands out no more");
    }
  }

  return {
    async getIncident(idOrNumber, limits = { deadline: clock.now() + ALONE_MS, calls: TRIES * TRIES }) {
      const path = `/incidents/${encodeURIComponent(idOrNumber)}?include[]=custom_fields`;
      const answer = await get(`Reading incident ${idOrNumber} from PagerDuty`, path, answerSchema, limits);
      return answer.incident;
    },

    async listLogEntries(id, limits) {
      const wanted: List<LogEntry> = {
        what: "Log entries",
        path: `/incidents/${encodeURIComponent(id)}/log_entries`,
        query: { time_zone: "UTC", "include[]": "channels" },
        key: "log_entries",
        item: logEntry,
        limits,
        most: MOST_ITEMS,
        mostCharacters: Number.POSITIVE_INFINITY,
      };
      const all = await list(wanted);
      if (all.isWhole || all.items.length === 0) return all;
      // The order is not documented, so the cut may have taken the first trigger or the last resolve.
      const overview = await list({ ...wanted, query: { ...wanted.query, is_overview: "true" } });
      const important = new Set(overview.items.map((entry) => entry.id));
      const others = all.items.filter((entry) => !important.has(entry.id));
      return {
        items: [...overview.items, ...others].slice(0, MOST_ITEMS),
        missing: all.missing,
        isWhole: overview.isWhole,
      };
    },

    listNotes: (id, limits) =>
      list({
        what: "Notes",
        path: `/incidents/${encodeURIComponent(id)}/notes`,
        key: "notes",
        item: note,
        limits,
        most: MOST_ITEMS,
        mostCharacters: MOST_CHARACTERS,
        isPaged: false,
      }),

    listAlerts: (id, limits) =>
      list({
        what: "Alerts",
        path: `/incidents/${encodeURIComponent(id)}/alerts`,
        key: "alerts",
        item: alert,
        limits,
        most: MOST_ITEMS,
        mostCharacters: MOST_CHARACTERS,
      }),

    listRelatedChanges: (id, limits) =>
      list({
        what: "Changes",
        path: `/incidents/${encodeURIComponent(id)}/related_change_events`,
        key: "change_events",
        item: change,
        limits,
        most: MOST_ITEMS,
        mostCharacters: MOST_CHARACTERS,
        isPaged: false,
      }),

    listPastIncidents: (id, limits) =>
      list({
        what: "Past incidents",
        path: `/incidents/${encodeURIComponent(id)}/past_incidents`,
        key: "past_incidents",
        item: pastIncident,
        limits,
        most: MOST_PAST_INCIDENTS,
        mostCharacters: MOST_CHARACTERS,
        isPaged: false,
      }),

    listPriorities: (limits) =>
      list({
        what: "Priorities",
        path: "/priorities",
        key: "priorities",
        item: priorityName,
        limits,
        most: MOST_ITEMS,
        mostCharacters: MOST_CHARACTERS,
      }),

    async pageOfResolved({ since, until, offset }, limits) {
      const search = new URLSearchParams({
        "statuses[]": "resolved",
        since: new Date(since).toISOString(),
        until: new Date(until).toISOString(),
        time_zone: "UTC",
        sort_by: "resolved_at:desc",
        limit: `${PAGE}`,
        offset: `${offset}`,
      });
      const attempt = "Reading resolved incidents from PagerDuty";
      const page = await get(attempt, `/incidents?${search}`, incidentsSchema, limits);
      const next = offset + 2 * PAGE > MOST_ITEMS ? "beyond" : offset + PAGE;
      return { incidents: page.incidents, next: page.more ? next : null };
    },

    addNote: (id, content) => write("POST", `/incidents/${encodeURIComponent(id)}/notes`, content),

    changeNote: (id, noteId, content) =>
      write("PUT", `/incidents/${encodeURIComponent(id)}/notes/${encodeURIComponent(noteId)}`, content),
  };
}

/** PagerDuty says in `ratelimit-reset` after how many seconds to come back, where others say `retry-after`. */
function understandReset(fetch: Fetch): Fetch {
  return async (url, init) => {
    const answer = await fetch(url, init);
    const reset = answer.headers.get("ratelimit-reset");
    if (answer.status !== 429 || reset === null || answer.headers.has("retry-after")) return answer;
    const headers = new Headers(answer.headers);
    headers.set("retry-after", reset);
    return new Response(answer.body, { status: answer.status, headers });
  };
}

function spent(detail: string): RequestError {
  return new RequestError(`Reading from PagerDuty stopped: ${detail}. Run it again later.`, {
    status: null,
    detail,
    effect: "none",
    retryAfterMs: null,
  });
}

function readDetail(body: unknown): string | null {
  const { error } = errorSchema.safeParse(body).data ?? {};
  if (!error) return null;
  const said = [error.message, ...(error.errors ?? [])].join(": ");
  return error.code === HIDDEN_ONCE_RESOLVED
    ? `${said} (the token's role loses sight of an incident once it is resolved)`
    : said;
}

const HINTS: Record<number, string> = {
  402: "; the account's plan does not include this",
  403: "; pagerduty-token may not read this",
};

/** Why a part could not be read, to follow a colon. */
export function reasonOf({ status, detail }: RequestError): string {
  if (status === null) return detail;
  const said = detail.replace(/\.$/, "");
  return `PagerDuty answered ${status}${said && `, ${said}`}${HINTS[status] ?? ""}`;
}

function remedyOfNote(status: number | null): string {
  if (status === 400) return "Set pagerduty-from to the address of a person of the account.";
  if (status === 403) return "Give pagerduty-token the right to write notes, or set notes: false.";
  return remedy(status);
}

function remedy(status: number | null): string {
  if (status === 401) return "Check pagerduty-token, and pagerduty-auth: `bearer` for an OAuth token.";
  if (status === 403) return "Give pagerduty-token read access to incidents.";
  if (status === 404)
    return "Check the incident, and pagerduty-api-url: an account in the EU has https://api.eu.pagerduty.com.";
  return "Run it again later.";
}
