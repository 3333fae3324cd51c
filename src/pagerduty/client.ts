/** PagerDuty's REST API: what is read of it, and the one note that is written. */

import type { Incident } from "../incident/incident.ts";
import { type Listing, type ListSource, MOST_ITEMS, PAGE, readList } from "./list.ts";
import {
  ALERTS,
  CHANGES,
  type ListedAlert,
  type ListedChange,
  type ListedNote,
  type ListedPastIncident,
  LOG_ENTRIES,
  NOTES,
  PAST_INCIDENTS,
  PRIORITIES,
} from "./lists.ts";
import type { LogEntry } from "./log-entry.ts";
import { createRequests, type Limits, type PagerDutyOptions, TRIES } from "./request.ts";
import { answerSchema, incidentsSchema, type ResolvedIncident } from "./resolved-incident.ts";

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

/** For one call that shares its limits with none. */
const ALONE_MS = 60_000;

const HOSTS = ["https://api.pagerduty.com", "https://api.eu.pagerduty.com"];

/** The API that an incident lives on, by its own address; null unless that is PagerDuty's US or EU host. */
export function apiUrlOf({ api_url: address }: Pick<Incident, "api_url">): string | null {
  const origin = address === null ? undefined : URL.parse(address)?.origin;
  return HOSTS.find((host) => host === origin) ?? null;
}

/**
 * Makes a client for one account.
 * @see https://developer.pagerduty.com/docs/rest-api-overview
 */
export function createPagerDuty(options: PagerDutyOptions): PagerDuty {
  const { clock } = options;
  const { get, write } = createRequests(options);
  const lists =
    <Item>(source: ListSource<Item>) =>
    (id: string, limits: Limits) =>
      readList(get, source, id, limits);

  return {
    async getIncident(idOrNumber, limits = { deadline: clock.now() + ALONE_MS, calls: TRIES * TRIES }) {
      const path = `/incidents/${encodeURIComponent(idOrNumber)}?include[]=custom_fields`;
      const answer = await get(`Reading incident ${idOrNumber} from PagerDuty`, path, answerSchema, limits);
      return answer.incident;
    },

    async listLogEntries(id, limits) {
      const all = await readList(get, LOG_ENTRIES, id, limits);
      if (all.isWhole || all.items.length === 0) return all;
      // The order is not documented, so the cut may have taken the first trigger or the last resolve.
      const query = { ...LOG_ENTRIES.query, is_overview: "true" };
      const overview = await readList(get, { ...LOG_ENTRIES, query }, id, limits);
      const important = new Set(overview.items.map((entry) => entry.id));
      const others = all.items.filter((entry) => !important.has(entry.id));
      return {
        items: [...overview.items, ...others].slice(0, MOST_ITEMS),
        missing: all.missing,
        isWhole: overview.isWhole,
      };
    },

    listNotes: lists(NOTES),
    listAlerts: lists(ALERTS),
    listRelatedChanges: lists(CHANGES),
    listPastIncidents: lists(PAST_INCIDENTS),
    listPriorities: (limits) => readList(get, PRIORITIES, "", limits),

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
