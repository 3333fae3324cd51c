/** PagerDuty's REST API, read only. */

import { z } from "zod";
import { type Clock, type Fetch, isRetryable, RequestError, request, waitMs } from "./http.ts";
import type { Incident, IncidentEvent } from "./incident.ts";
import { incidentObjectSchema, referenceSchema, toIncident } from "./pagerduty.ts";

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

type Agent = IncidentEvent["agent"];

/** An incident with what only REST knows. */
export type ResolvedIncident = {
  incident: Incident;
  resolvedAt: string | null;
  resolvedBy: Agent;
  /** Names of those who were asked to help and did not decline, who acknowledged, and who are assigned. */
  responders: string[];
  customFields: { name: string; value: string }[];
};

/** Times are epoch milliseconds; null where PagerDuty gave none that can be read. */
export type LogEntry = {
  id: string | null;
  /** PagerDuty's type without its ending: `trigger`, `acknowledge`, `resolve`. */
  type: string;
  at: number | null;
  summary: string | null;
  agent: Agent;
  channel: {
    type: string | null;
    summary: string | null;
    oldPriority: string | null;
    newPriority: string | null;
  };
  /** The text of a status update or a responder request. */
  message: string | null;
  snoozedUntil: number | null;
  /** Changes of fields, in PagerDuty's words. */
  changeset: string[];
};

export type ListedNote = { at: number | null; by: Agent; text: string };

type ListedLink = { href: string; text: string | null };

export type ListedAlert = {
  at: number | null;
  summary: string;
  severity: string | null;
  status: string | null;
  source: string | null;
  details: string | null;
  links: ListedLink[];
};

export type ListedChange = {
  at: number | null;
  summary: string;
  source: string | null;
  reason: string | null;
  details: string | null;
  links: ListedLink[];
};

export type ListedPastIncident = { id: string; title: string | null; at: number | null };

// The bounds on strangers' words, in UTF-16 units: PagerDuty's own on a summary, and enough to read of the rest.
const LONGEST_NAME = 200;
const LONGEST_SUMMARY = 1_024;
const LONGEST_LOGGED = 500;
const LONGEST_TEXT = 10_000;
const MOST_LINKS = 20;
const MOST_NAMES = 100;
const MOST_FIELDS = 50;

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

function cut(words: string, longest: number): string {
  const whole = words.toWellFormed();
  return whole.length <= longest ? whole : `${whole.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

const words = (longest: number) =>
  z
    .string()
    .transform((text) => (text.trim() === "" ? null : cut(text, longest)))
    .nullable()
    .catch(null);

const name = words(LONGEST_NAME);
const summary = words(LONGEST_SUMMARY);
const logged = words(LONGEST_LOGGED);
const text = words(LONGEST_TEXT);

const time = z.iso
  .datetime({ offset: true })
  .transform((written) => Date.parse(written))
  .nullable()
  .catch(null);

// An item of an odd form is passed over; it must not cost the others.
function listOf<Item>(item: z.ZodType<Item>) {
  return z
    .array(z.unknown())
    .catch([])
    .transform((items) => items.flatMap((raw) => item.safeParse(raw).data ?? []));
}

const agent = z.object({ type: name, summary: name }).nullable().catch(null);

const priority = z
  .object({ summary: name, name })
  .transform((object) => object.summary ?? object.name)
  .nullable()
  .catch(null);

const anything = z.unknown().optional();

// Arbitrary JSON. What is nested too deeply for JSON.stringify's stack is left out.
const details = anything.transform((value): string | null => {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "string") return cut(value, LONGEST_TEXT);
  try {
    return cut(JSON.stringify(value), LONGEST_TEXT);
  } catch {
    return null;
  }
});

const links = listOf(z.object({ href: z.string().min(1).max(2_048), text: summary })).transform((all) =>
  all.slice(0, MOST_LINKS),
);

const responders = listOf(z.object({ state: name, user: agent })).transform((all) =>
  all.filter(({ state }) => state !== "declined" && state !== "user_cancelled").map(({ user }) => user),
);

const responderRequests = listOf(
  z.object({
    responder_request_targets: listOf(
      z.object({ responder_request_target: z.object({ incidents_responders: responders }) }),
    ),
  }),
).transform((requests) =>
  requests.flatMap((asked) =>
    asked.responder_request_targets.flatMap((target) => target.responder_request_target.incidents_responders),
  ),
);

const fieldValue = anything.transform((value): string | null => {
  const isFlat = Array.isArray(value) && value.every((item) => typeof item !== "object");
  return isFlat ? details.parse(value.join(", ")) : details.parse(value);
});

const customFields = listOf(z.object({ display_name: name, name, value: fieldValue })).transform((fields) =>
  fields
    .flatMap((field) => {
      const called = field.display_name ?? field.name;
      return called === null || field.value === null ? [] : [{ name: called, value: field.value }];
    })
    .slice(0, MOST_FIELDS),
);

const answerSchema = z.object({
  incident: incidentObjectSchema
    .extend({
      resolved_at: z.string().nullable().catch(null),
      last_status_change_by: referenceSchema,
      incidents_responders: responders,
      responder_requests: responderRequests,
      acknowledgements: listOf(z.object({ acknowledger: agent })),
      assignments: listOf(z.object({ assignee: agent })),
      custom_fields: customFields,
    })
    .transform((object, context): ResolvedIncident => {
      const incident = toIncident(object);
      if (incident === null) {
        context.addIssue("the incident has no id");
        return z.NEVER;
      }
      const people = [
        ...object.incidents_responders,
        ...object.responder_requests,
        ...object.acknowledgements.map(({ acknowledger }) => acknowledger),
        ...object.assignments.map(({ assignee }) => assignee),
      ];
      return {
        incident,
        resolvedAt: object.resolved_at,
        resolvedBy: object.last_status_change_by,
        responders: [...new Set(people.flatMap((person) => person?.summary ?? []))].slice(0, MOST_NAMES),
        customFields: object.custom_fields,
      };
    }),
});

const logEntry = z
  .object({
    id: name,
    type: name,
    created_at: time,
    summary: logged,
    agent,
    channel: z
      .object({ type: name, summary: logged, old_priority: priority, new_priority: priority })
      .nullable()
      .catch(null),
    message: logged,
    changed_actions: listOf(z.object({ at: time })),
    changeset: listOf(z.string().transform((change) => cut(change, LONGEST_NAME))),
  })
  .transform((entry): LogEntry => {
    const { channel } = entry;
    return {
      id: entry.id,
      type: (entry.type ?? "").replace(/_log_entry$/, ""),
      at: entry.created_at,
      summary: entry.summary,
      agent: entry.agent,
      channel: {
        type: channel?.type ?? null,
        summary: channel?.summary ?? null,
        oldPriority: channel?.old_priority ?? null,
        newPriority: channel?.new_priority ?? null,
      },
      message: entry.message,
      snoozedUntil: entry.changed_actions[0]?.at ?? null,
      changeset: entry.changeset.slice(0, MOST_LINKS),
    };
  });

const note = z
  .object({ created_at: time, user: agent, content: text })
  .transform(
    (object): ListedNote => ({ at: object.created_at, by: object.user, text: object.content ?? "" }),
  );

const noBody = { details: null, contexts: [], cef_details: null };

const alert = z
  .object({
    created_at: time,
    summary,
    severity: name,
    status: name,
    integration: agent,
    body: z
      .object({
        details,
        contexts: links,
        cef_details: z.object({ source_origin: summary }).nullable().catch(null),
      })
      .catch(noBody),
  })
  .transform(
    (object): ListedAlert => ({
      at: object.created_at,
      summary: object.summary ?? "",
      severity: object.severity,
      status: object.status,
      source: object.body.cef_details?.source_origin ?? object.integration?.summary ?? null,
      details: object.body.details,
      links: object.body.contexts,
    }),
  );

const change = z
  .object({
    timestamp: time,
    summary,
    source: summary,
    correlation_reason: z.object({ reason: name }).nullable().catch(null),
    custom_details: details,
    links,
  })
  .transform(
    (object): ListedChange => ({
      at: object.timestamp,
      summary: object.summary ?? "",
      source: object.source,
      reason: object.correlation_reason?.reason ?? null,
      details: object.custom_details,
      links: object.links,
    }),
  );

const pastIncident = z
  .object({ incident: z.object({ id: z.string().max(LONGEST_NAME), title: summary, created_at: time }) })
  .transform(
    ({ incident }): ListedPastIncident => ({
      id: incident.id,
      title: incident.title,
      at: incident.created_at,
    }),
  );

const priorityName = z
  .object({ name, summary: name })
  .transform((object) => object.name ?? object.summary ?? "");

const pageSchema = z.record(z.string(), z.unknown());

const errorSchema = z.object({
  error: z.object({ message: z.string(), errors: z.array(z.string()).nullish() }),
});

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
}): PagerDuty {
  const { clock, apiUrl, auth, token } = options;
  const fetch = understandReset(options.fetch);

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
          headers: {
            accept: "application/vnd.pagerduty+json;version=2",
            authorization: auth === "token" ? `Token token=${token}` : `Bearer ${token}`,
          },
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
  return error ? [error.message, ...(error.errors ?? [])].join(": ") : null;
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

function remedy(status: number | null): string {
  if (status === 401) return "Check pagerduty-token, and pagerduty-auth: `bearer` for an OAuth token.";
  if (status === 403) return "Give pagerduty-token read access to incidents.";
  if (status === 404)
    return "Check the incident, and pagerduty-api-url: an account in the EU has https://api.eu.pagerduty.com.";
  return "Run it again later.";
}
