/** An incident's log, in the zone and with the channels that are asked for. */
import type { Reply } from "../service.ts";
import { invalid, page, read } from "./answers.ts";
import { sortByTime } from "./search.ts";

/** Newest first: the order is undocumented, so a reader has to sort by itself. */
export function listLogEntries(entries: object[], query: URLSearchParams, accountZone: string): Reply {
  const format = zoneFormat(query.get("time_zone") ?? accountZone);
  if (format === null) return invalid("time_zone must be a name of the tz database.");
  const includes = query.getAll("include[]");
  const shown = sortByTime(entries, "created_at", "desc").filter(
    (entry) => query.get("is_overview") !== "true" || OVERVIEW.includes(String(read(entry, "type"))),
  );
  return page(query, "log_entries", shown, (entry) => ({
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
