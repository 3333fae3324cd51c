/** PagerDuty on loopback: the REST API that a postmortem reads, and the sender of its webhooks. */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type Reply, type RouteRequest, type Service, startService } from "../service.ts";
import { invalid, notFound, page, read, refuse, refusedValue } from "./answers.ts";
import { deliver } from "./deliver.ts";
import { listLogEntries } from "./log-entries.ts";
import { searchIncidents } from "./search.ts";
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
  /** Services and teams by their ids, beside those of the incidents. */
  services?: Record<string, string>;
  teams?: Record<string, string>;
  /** The account's time zone, in which log entries are rendered unless the request names one. */
  timeZone?: string;
  port?: number;
  /** The clock in milliseconds. */
  now?: () => number;
};

const noteSchema = z.object({ note: z.object({ content: z.string().min(1) }) });
/** Starts the REST API; its `url` is what `pagerduty-api-url` takes. */
export async function startPagerDuty(
  options: PagerDutyOptions,
): Promise<Service & { subscriptions: Subscriptions }> {
  const now = options.now ?? Date.now;
  const subscriptions = createSubscriptions({ page, refuse, deliver, now });

  /** What the incidents refer to, and what else has a name. */
  function namedIn(key: "service" | "teams", others: Record<string, string> = {}) {
    const referred = options.incidents.flatMap(({ incident }) => [read(incident, key)].flat());
    const all = referred.map((one): [string, string] => [
      String(read(one, "id")),
      String(read(one, "summary")),
    ]);
    return [...new Map([...all, ...Object.entries(others)])].map(([id, name]) => ({
      id,
      name,
      summary: name,
    }));
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
    const [, serviceId] = /^\/services\/([^/]+)$/.exec(url.pathname) ?? [];
    if (serviceId !== undefined && method === "GET") {
      const service = namedIn("service", options.services).find((one) => one.id === serviceId);
      return service === undefined ? notFound : { status: 200, body: { service } };
    }
    if (url.pathname === "/teams" && method === "GET")
      return page(url.searchParams, "teams", namedIn("teams", options.teams));
    if (/^\/webhook_subscriptions(?:\/|$)/.test(url.pathname))
      return subscriptions.answer(request, caller.readOnly === true);
    const [matched, id, part, noteId] =
      /^\/incidents(?:\/([^/]+)(?:\/([a-z_]+)(?:\/([^/]+))?)?)?$/.exec(url.pathname) ?? [];
    if (matched === undefined) return notFound;
    if (id === undefined)
      return method === "GET"
        ? searchIncidents(
            url.searchParams,
            options.incidents.map(({ incident }) => incident),
            now(),
          )
        : notFound;
    const record = options.incidents.find(
      ({ incident }) => read(incident, "id") === id || String(read(incident, "incident_number")) === id,
    );
    if (record === undefined) return notFound;
    if (part === "notes" && noteId !== undefined)
      return method === "PUT" ? writeNote(record, request, caller, noteId) : notFound;
    if (noteId !== undefined) return notFound;
    if (method === "POST" && part === "notes") return writeNote(record, request, caller);
    if (method !== "GET") return notFound;
    const refused = refusedValue(part ?? "", url.searchParams);
    if (refused !== null) return refused;
    if (part === "log_entries")
      return listLogEntries(
        record.log_entries ?? [],
        url.searchParams,
        options.timeZone ?? "America/Los_Angeles",
      );
    return show(record, part, url.searchParams);
  }

  return { ...(await startService(route, options)), subscriptions };
}

type Caller = PagerDutyOptions["tokens"][number];

function identify(tokens: Caller[], authorization: string): Caller | undefined {
  const [, key, bearer] = /^(?:Token token=(\S+)|Bearer (\S+))$/i.exec(authorization) ?? [];
  return tokens.find(({ token, kind }) => token === (kind === "token" ? key : bearer));
}

function show(record: IncidentRecord, part: string | undefined, query: URLSearchParams): Reply {
  if (part === undefined) return { status: 200, body: { incident: shownTo(query, record.incident) } };
  if (part === "alerts") return page(query, part, record.alerts ?? []);
  if (part === "notes") return { status: 200, body: { notes: record.notes ?? [] } };
  if (part === "past_incidents") {
    const past = (record.past_incidents ?? []).slice(0, MOST_PAST_INCIDENTS);
    return { status: 200, body: { past_incidents: past, total: null, limit: MOST_PAST_INCIDENTS } };
  }
  if (part !== "related_change_events") return notFound;
  const changes = record.related_change_events ?? [];
  return {
    status: 200,
    body: { change_events: changes, limit: null, offset: null, total: null, more: false },
  };
}

/** Unless a request asks for more. */
const MOST_PAST_INCIDENTS = 5;

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

/** Custom fields come only where they are asked for. */
function shownTo(query: URLSearchParams, incident: object): object {
  if (query.getAll("include[]").includes("custom_fields")) return incident;
  return Object.fromEntries(Object.entries(incident).filter(([key]) => key !== "custom_fields"));
}
