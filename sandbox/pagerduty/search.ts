/** PagerDuty's list of incidents: a window, those of a status, and an order. */
import type { Reply } from "../service.ts";
import { invalid, page, read, refusedValue } from "./answers.ts";

const MAX_WINDOW_MONTHS = 6;
const SORT = /^(created_at|resolved_at)(?::(asc|desc))?$/;

/** The incidents of a window; `known` are all. */
export function searchIncidents(searchParams: URLSearchParams, known: object[], now: number): Reply {
  const range = readRange(searchParams, now);
  if ("status" in range) return range;
  const refused = refusedValue("incidents", searchParams);
  if (refused !== null) return refused;
  const order = searchParams.get("sort_by") ?? "created_at:asc";
  const [, field = "", direction = "asc"] = SORT.exec(order) ?? [];
  if (field === "") return invalid("sort_by takes created_at or resolved_at, with :asc or :desc.");
  const statuses = searchParams.getAll("statuses[]");
  const found = known.filter((incident) => {
    const created = Date.parse(String(read(incident, "created_at")));
    const isWanted = statuses.length === 0 || statuses.includes(String(read(incident, "status")));
    return created >= range.since && created < range.until && isWanted;
  });
  return page(searchParams, "incidents", sortByTime(found, field, direction));
}

/** The window in milliseconds: the last month unless told, at most six months. */
function readRange(query: URLSearchParams, now: number): { since: number; until: number } | Reply {
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

/** The items by a time of theirs; one without it counts as the earliest. */
export function sortByTime(items: object[], field: string, direction: string): object[] {
  const timeOf = (item: object) => Date.parse(String(read(item, field))) || 0;
  return items.toSorted((a, b) => (timeOf(a) - timeOf(b)) * (direction === "desc" ? -1 : 1));
}
