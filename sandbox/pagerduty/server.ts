/** PagerDuty on loopback: the REST API that a postmortem reads, and the sender of its webhooks. */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { signWebhook } from "../../src/pagerduty/signature.ts";
import { type Reply, type RouteRequest, type Service, startService } from "../service.ts";
import { createSubscriptions, type Subscriptions } from "./subscriptions.ts";

/** An incident with everything that the API tells about it, as the API words it. */
export type IncidentRecord = {
  incident: object;
  log_entries?: object[];
  notes?: object[];
  alerts?: object[];
  related_change_events?: object[];
  past_incidents?: object[];
};

type PagerDutyOptions = {
  /** "token" is an API key (`Token token=`), "bearer" a scoped OAuth token; read-only ones write no notes. */
  tokens: Array<{ token: string; kind: "token" | "bearer"; readOnly?: boolean }>;
  /** Read at every request, so a test may change or add incidents while the service runs. */
  incidents: IncidentRecord[];
  /** Names of the account's priorities, from most to least severe; P1 to P5 unless told. */
  priorities?: string[];
  /** The account's types of incidents below `incident_default`, each with its parent's name. */
  types?: Record<string, string>;
  /** Names of services and teams, beside those of the incidents. */
  services?: string[];
  teams?: string[];
  /** The account's time zone, in which log entries are rendered unless the request names one. */
  timeZone?: string;
  port?: number;
  /** The clock in milliseconds. */
  now?: () => number;
};

const DEFAULT_LIMIT = 25;
const MAX_LIMIT = 100;
const MAX_WINDOW_MONTHS = 6;
/** https://developer.pagerduty.com/docs/pagination */
const MAX_OFFSET_PLUS_LIMIT = 10_000;
const SORT_FIELDS = ["incident_number", "created_at", "resolved_at", "urgency"];

const noteSchema = z.object({ note: z.object({ content: z.string().min(1) }) });
const pageSchema = z.object({
  limit: z.coerce.number().int().min(1).default(DEFAULT_LIMIT),
  offset: z.coerce.number().int().min(0).default(0),
  total: z.enum(["true", "false"]).default("false"),
});

/** Starts the REST API; its `url` is what `pagerduty-api-url` takes. */
export async function startPagerDuty(
  options: PagerDutyOptions,
): Promise<Service & { subscriptions: Subscriptions }> {
  const now = options.now ?? Date.now;
  const subscriptions = createSubscriptions({ page, refuse, deliver, now });

  function listIncidents(url: URL): Reply {
    const { searchParams } = url;
    const range = readRange(searchParams, now());
    if ("status" in range) return range;
    const statuses = searchParams.getAll("statuses[]");
    const unknown = statuses.find((status) => !["triggered", "acknowledged", "resolved"].includes(status));
    if (unknown !== undefined)
      return invalid(`Status "${unknown}" is not one of triggered, acknowledged, resolved.`);
    const order = readOrder(searchParams);
    if ("status" in order) return order;
    const allows = (name: string, values: unknown[]) => {
      const wanted = searchParams.getAll(name);
      return wanted.length === 0 || values.some((value) => wanted.includes(String(value)));
    };
    const found = options.incidents
      .map((record) => record.incident)
      .filter((incident) => {
        const created = Date.parse(String(read(incident, "created_at")));
        const teams = read(incident, "teams");
        return (
          created >= range.since &&
          created < range.until &&
          allows("statuses[]", [read(incident, "status")]) &&
          allows("urgencies[]", [read(incident, "urgency")]) &&
          allows("incident_key", [read(incident, "incident_key")]) &&
          allows("service_ids[]", [read(read(incident, "service"), "id")]) &&
          allows("team_ids[]", Array.isArray(teams) ? teams.map((team: unknown) => read(team, "id")) : [])
        );
      });
    return page(searchParams, "incidents", sort(found, order.keys));
  }

  /** What the incidents refer to, and what else has a name. */
  function namedIn(key: "service" | "teams", others: string[] = []): object[] {
    const referred = options.incidents.flatMap(({ incident }) => [read(incident, key)].flat());
    const all = referred.map((one): [string, string] => [
      String(read(one, "id")),
      String(read(one, "summary")),
    ]);
    const more = others.map((name, index): [string, string] => [`PNAMED${index}`, name]);
    return [...new Map([...all, ...more])].map(([id, name]) => ({ id, name, summary: name }));
  }

  /** Adds a note, or puts other words into the one that is named. */
  function writeNote(record: IncidentRecord, request: RouteRequest, caller: Caller, noteId?: string): Reply {
    if (caller.readOnly === true) return refuse(403, 2010, "Access Denied");
    const from = request.headers["from"];
    if (caller.kind === "token" && from === undefined) {
      return refuse(
        400,
        2016,
        'You must specify a user\'s email address in the "From" header to perform this action',
      );
    }
    if (from !== undefined && !z.email().safeParse(from).success) {
      return refuse(400, 1008, "Requester User Not Found");
    }
    const parsed = noteSchema.safeParse(request.json());
    if (!parsed.success) return invalid("Note content cannot be empty.");
    const at = new Date(now()).toISOString().replace(/\.\d+Z$/, "Z");
    const { content } = parsed.data.note;
    if (noteId !== undefined) {
      const found = record.notes?.find((note) => read(note, "id") === noteId);
      if (found === undefined) return notFound;
      Object.assign(found, { content, updated_at: at });
      return { status: 200, body: { note: found } };
    }
    const note = {
      id: `P${randomUUID().slice(0, 6).toUpperCase()}`,
      user: { id: "PXPGF42", type: "user_reference", summary: from ?? "postmortem-bridge" },
      channel: { summary: "The PagerDuty website or APIs" },
      content,
      created_at: at,
      updated_at: at,
    };
    record.notes = [...(record.notes ?? []), note];
    return { status: 200, body: { note } };
  }

  function route(request: RouteRequest): Reply | Promise<Reply> {
    const { method, url, headers } = request;
    const caller = identify(options.tokens, headers["authorization"] ?? "");
    if (caller === undefined) return refuse(401, 2006, "You are not authorized to perform this action.");
    const version = /application\/vnd\.pagerduty\+json\s*;\s*version=([^\s,;]+)/i.exec(
      headers["accept"] ?? "",
    )?.[1];
    if (version !== undefined && version !== "2")
      return refuse(406, 2001, `API version ${version} is not available.`);
    if (url.pathname === "/priorities" && method === "GET")
      return page(url.searchParams, "priorities", (options.priorities ?? PRIORITIES).map(priorityOf));
    if (url.pathname === "/incidents/types" && method === "GET")
      return { status: 200, body: { incident_types: typesOf(options.types ?? TYPES) } };
    if (url.pathname === "/services" && method === "GET")
      return page(url.searchParams, "services", namedIn("service", options.services));
    if (url.pathname === "/teams" && method === "GET")
      return page(url.searchParams, "teams", namedIn("teams", options.teams));
    if (/^\/webhook_subscriptions(?:\/|$)/.test(url.pathname))
      return subscriptions.answer(request, caller.readOnly === true);
    const [matched, id, part, noteId] =
      /^\/incidents(?:\/([^/]+)(?:\/([a-z_]+)(?:\/([^/]+))?)?)?$/.exec(url.pathname) ?? [];
    if (matched === undefined) return notFound;
    if (id === undefined) return method === "GET" ? listIncidents(url) : notFound;
    const record = options.incidents.find(
      ({ incident }) => read(incident, "id") === id || String(read(incident, "incident_number")) === id,
    );
    if (record === undefined) return notFound;
    if (part === "notes" && noteId !== undefined)
      return method === "PUT" ? writeNote(record, request, caller, noteId) : notFound;
    if (noteId !== undefined) return notFound;
    if (method === "POST" && part === "notes") return writeNote(record, request, caller);
    if (method !== "GET") return notFound;
    if (part === "log_entries")
      return listLogEntries(record, url.searchParams, options.timeZone ?? "America/Los_Angeles");
    return show(record, part, url.searchParams);
  }

  return { ...(await startService(route, options)), subscriptions };
}

type Caller = PagerDutyOptions["tokens"][number];

function identify(tokens: Caller[], authorization: string): Caller | undefined {
  const [, key, bearer] = /^(?:Token token=(\S+)|Bearer (\S+))$/i.exec(authorization) ?? [];
  return tokens.find(({ token, kind }) => token === (kind === "token" ? key : bearer));
}

/** Newest first: the order is undocumented, so a reader has to sort by itself. */
function listLogEntries(record: IncidentRecord, query: URLSearchParams, accountZone: string): Reply {
  const format = zoneFormat(query.get("time_zone") ?? accountZone);
  if (format === null) return invalid("time_zone must be a name of the tz database.");
  const includes = query.getAll("include[]");
  const entries = sort(record.log_entries ?? [], [{ field: "created_at", sign: -1 }]).filter(
    (entry) => query.get("is_overview") !== "true" || OVERVIEW.includes(String(read(entry, "type"))),
  );
  return page(query, "log_entries", entries, (entry) => ({
    ...entry,
    created_at: inZone(read(entry, "created_at"), format),
    // Without include[]=channels a channel is a reference, which keeps the type alone.
    channel: includes.includes("channels")
      ? read(entry, "channel")
      : { type: read(read(entry, "channel"), "type") },
  }));
}

const OVERVIEW = [
  "trigger",
  "acknowledge",
  "unacknowledge",
  "assign",
  "delegate",
  "escalate",
  "exhaust_escalation_path",
  "resolve",
].map((type) => `${type}_log_entry`);

function zoneFormat(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
  } catch {
    return null;
  }
}

/** `2026-02-10T06:32:00-08:00`, or with a Z in UTC; what is no time stays as it is. */
function inZone(time: unknown, format: Intl.DateTimeFormat): unknown {
  const at = Date.parse(String(time));
  if (Number.isNaN(at)) return time;
  const name = format.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? "";
  const seconds = (instant: number) => new Date(instant).toISOString().slice(0, 19);
  const [offset, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  const shift = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === "-" ? -1 : 1);
  return offset === undefined || shift === 0 ? `${seconds(at)}Z` : `${seconds(at + shift)}${offset}`;
}

function show(record: IncidentRecord, part: string | undefined, query: URLSearchParams): Reply {
  if (part === undefined) return { status: 200, body: { incident: shownTo(query, record.incident) } };
  if (part === "alerts") return page(query, part, record.alerts ?? []);
  if (part === "notes") return { status: 200, body: { notes: record.notes ?? [] } };
  const limit = z.coerce
    .number()
    .int()
    .min(1)
    .max(999)
    .safeParse(query.get("limit") ?? 5);
  if (part !== "related_change_events" && part !== "past_incidents") return notFound;
  if (!limit.success) return invalid("Limit must be between 1 and 999.");
  if (part === "past_incidents") {
    const past = (record.past_incidents ?? []).slice(0, limit.data);
    return { status: 200, body: { past_incidents: past, total: null, limit: limit.data } };
  }
  const changes = record.related_change_events ?? [];
  const shown = query.has("limit") ? changes.slice(0, limit.data) : changes;
  return { status: 200, body: { change_events: shown, limit: null, offset: null, total: null, more: false } };
}

function refuse(status: number, code: number, message: string, errors: string[] = []): Reply {
  return { status, body: { error: { message, code, errors } } };
}

const invalid = (...errors: string[]): Reply => refuse(400, 2001, "Invalid Input Provided", errors);
const notFound = refuse(404, 2100, "Not Found");

const read = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;

/** The window in milliseconds: the last month unless told, at most six months, or all there is. */
function readRange(query: URLSearchParams, now: number): { since: number; until: number } | Reply {
  if (query.get("date_range") === "all") return { since: -Infinity, until: Infinity };
  if (query.has("date_range")) return invalid('date_range must be "all".');
  const until = query.has("until") ? Date.parse(query.get("until") ?? "") : now;
  const since = query.has("since") ? Date.parse(query.get("since") ?? "") : monthsBefore(until, 1);
  if (Number.isNaN(since) || Number.isNaN(until)) return invalid("since and until must be ISO 8601 dates.");
  if (since > until) return invalid("since must be before until.");
  if (since < monthsBefore(until, MAX_WINDOW_MONTHS)) {
    return invalid(`The date range must not be longer than ${MAX_WINDOW_MONTHS} months.`);
  }
  return { since, until };
}

function monthsBefore(time: number, months: number): number {
  const date = new Date(time);
  return date.setUTCMonth(date.getUTCMonth() - months);
}

type SortKey = { field: string; sign: 1 | -1 };

function readOrder(query: URLSearchParams): { keys: SortKey[] } | Reply {
  const asked = query.getAll("sort_by").flatMap((value) => value.split(","));
  const keys = asked.map((value): SortKey => {
    const [field = "", direction] = value.split(":");
    return { field, sign: direction === "desc" ? -1 : 1 };
  });
  const isValid = asked.every((value) => /^[a-z_]+(:(asc|desc))?$/.test(value));
  if (!isValid || keys.length > 2 || keys.some(({ field }) => !SORT_FIELDS.includes(field))) {
    return invalid(`sort_by takes at most two of ${SORT_FIELDS.join(", ")}, each with :asc or :desc.`);
  }
  return { keys: keys.length > 0 ? keys : [{ field: "created_at", sign: 1 }] };
}

function sort(items: object[], keys: SortKey[]): object[] {
  const worth = (item: object, field: string): number => {
    const value = read(item, field);
    if (field === "urgency") return value === "high" ? 1 : 0;
    return typeof value === "number" ? value : Date.parse(String(value)) || 0;
  };
  const decorated = items.map((item) => ({
    item,
    by: keys.map(({ field, sign }) => sign * worth(item, field)),
  }));
  decorated.sort((a, b) => a.by.reduce((order, value, index) => order || value - (b.by[index] ?? 0), 0));
  return decorated.map(({ item }) => item);
}

function page(
  query: URLSearchParams,
  name: string,
  items: object[],
  render: (item: object) => object = (item) => item,
): Reply {
  const parsed = pageSchema.safeParse(Object.fromEntries(query));
  if (!parsed.success)
    return invalid(...parsed.error.issues.map((issue) => `${issue.path}: ${issue.message}`));
  const { limit, offset } = parsed.data;
  if (limit > MAX_LIMIT) return invalid(`Limit must be at most ${MAX_LIMIT}.`);
  if (offset + limit > MAX_OFFSET_PLUS_LIMIT) {
    return refuse(400, 2002, "Arguments Caused Error", [
      "Offset+limit exceeds maximum allowed value of 10000. Please try to refine your search to reduce the returned set of records below this number, like adding a date range.",
    ]);
  }
  const total = parsed.data.total === "true" ? items.length : null;
  const more = offset + limit < items.length;
  const shown = items.slice(offset, offset + limit).map(render);
  return { status: 200, body: { [name]: shown, limit, offset, total, more } };
}

const PRIORITIES = ["P1", "P2", "P3", "P4", "P5"];

function priorityOf(name: string, index: number): object {
  const id = `PRIOR0${index + 1}`;
  return { id, type: "priority", summary: name, self: `https://api.pagerduty.com/priorities/${id}`, name };
}

const BASE_TYPE = "incident_default";
const TYPES = { major_default: BASE_TYPE, security_default: BASE_TYPE };

/** https://developer.pagerduty.com/api-reference/list-incident-types */
function typesOf(parents: Record<string, string>): object[] {
  const names = [BASE_TYPE, ...Object.keys(parents)];
  const idOf = (name: string) => `PTYPE${names.indexOf(name)}`;
  return names.map((name) => {
    const parent = parents[name];
    return {
      id: idOf(name),
      type: "incident_type",
      name,
      display_name: name.replace("_default", ""),
      enabled: true,
      parent: parent === undefined ? null : { id: idOf(parent), type: "incident_type_reference" },
    };
  });
}

/** Posts a V3 webhook as PagerDuty does; `deliveryId` stays the same when a delivery is repeated. */
export function deliver(delivery: {
  url: string;
  body: Uint8Array;
  secrets?: string[];
  headers?: Record<string, string>;
  deliveryId: string;
}): Promise<Response> {
  const { url, body, secrets = [], deliveryId } = delivery;
  return fetch(url, {
    method: "POST",
    body: new Uint8Array(body),
    redirect: "manual",
    headers: {
      accept: "application/json",
      "content-type": "application/json",
      "user-agent": "PagerDuty-Webhook/V3.0",
      "x-webhook-id": deliveryId,
      "x-webhook-subscription": "PBRIDGE",
      ...(secrets.length > 0 ? { "x-pagerduty-signature": signWebhook(body, secrets) } : {}),
      ...delivery.headers,
    },
  });
}

/** Custom fields come only where they are asked for. */
function shownTo(query: URLSearchParams, incident: object): object {
  if (query.getAll("include[]").includes("custom_fields")) return incident;
  return Object.fromEntries(Object.entries(incident).filter(([key]) => key !== "custom_fields"));
}
