/** PagerDuty's list of incidents: a window, filters and an order. */
import type { Reply } from "../service.ts";
import { invalid, page, read, refusedValue } from "./answers.ts";

const MAX_WINDOW_MONTHS = 6;
const SORT_FIELDS = ["incident_number", "created_at", "resolved_at", "urgency"];

/** The incidents of a window; `known` are all. */
export function searchIncidents(searchParams: URLSearchParams, known: object[], now: number): Reply {
  const range = readRange(searchParams, now);
  if ("status" in range) return range;
  const refused = refusedValue("incidents", searchParams);
  if (refused !== null) return refused;
  const order = readOrder(searchParams);
  if ("status" in order) return order;
  const allows = (name: string, values: unknown[]) => {
    const wanted = searchParams.getAll(name);
    return wanted.length === 0 || values.some((value) => wanted.includes(String(value)));
  };
  const found = known.filter((incident) => {
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

export function sort(items: object[], keys: SortKey[]): object[] {
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
