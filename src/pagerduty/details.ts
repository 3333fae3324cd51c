/** Everything that PagerDuty knows of one incident, within bounds. */

import { RequestError } from "../lib/errors.ts";
import type { Clock } from "../lib/http.ts";
import type { PagerDuty } from "./client.ts";
import type { ListedAlert, ListedChange, ListedNote, ListedPastIncident } from "./lists.ts";
import type { LogEntry } from "./log-entry.ts";
import { type Limits, reasonOf } from "./request.ts";
import type { ResolvedIncident } from "./resolved-incident.ts";

export type IncidentDetails = {
  incident: ResolvedIncident | null;
  /** Whether PagerDuty knows no such incident, or none any longer. */
  isGone: boolean;
  logEntries: LogEntry[];
  /** Whether the log holds at least everything important: only then its first acknowledgement is the first. */
  isLogWhole: boolean;
  notes: ListedNote[];
  alerts: ListedAlert[];
  changes: ListedChange[];
  pastIncidents: ListedPastIncident[];
  /** Names, from most to least severe. */
  priorities: string[];
  /** What could not be read and why, one plain sentence each. */
  missing: string[];
};

/** What is known where PagerDuty was not asked. */
export const NO_DETAILS: IncidentDetails = {
  incident: null,
  isGone: false,
  logEntries: [],
  isLogWhole: false,
  notes: [],
  alerts: [],
  changes: [],
  pastIncidents: [],
  priorities: [],
  missing: [],
};

const LONGEST_MS = 60_000;
const MOST_CALLS = 250;

/**
 * Reads all parts at once, each as far as it goes: a part that PagerDuty refuses is a sentence in `missing`, since a
 * draft can start from the event alone. A token that is refused is one sentence, not one for each part.
 */
export async function fetchDetails(request: {
  pagerDuty: PagerDuty;
  clock: Clock;
  incidentId: string;
}): Promise<IncidentDetails> {
  const { pagerDuty, clock, incidentId } = request;
  const limits: Limits = { deadline: clock.now() + LONGEST_MS, calls: MOST_CALLS };
  const [incident, log, notes, alerts, changes, past, priorities] = await Promise.all([
    readIncident(pagerDuty, incidentId, limits),
    pagerDuty.listLogEntries(incidentId, limits),
    pagerDuty.listNotes(incidentId, limits),
    pagerDuty.listAlerts(incidentId, limits),
    pagerDuty.listRelatedChanges(incidentId, limits),
    pagerDuty.listPastIncidents(incidentId, limits),
    pagerDuty.listPriorities(limits),
  ]);
  if (incident.isRefused) return { ...NO_DETAILS, missing: incident.missing };
  const lists = [log, notes, alerts, changes, past, priorities];
  return {
    incident: incident.found,
    isGone: incident.isGone,
    logEntries: log.items,
    isLogWhole: log.isWhole,
    notes: notes.items,
    alerts: alerts.items,
    changes: changes.items,
    pastIncidents: past.items,
    priorities: priorities.items,
    missing: [...incident.missing, ...lists.flatMap(({ missing }) => missing ?? [])],
  };
}

async function readIncident(pagerDuty: PagerDuty, incidentId: string, limits: Limits) {
  try {
    return {
      found: await pagerDuty.getIncident(incidentId, limits),
      missing: [],
      isRefused: false,
      isGone: false,
    };
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    const isRefused = error.status === 401;
    const what = isRefused ? "Everything that PagerDuty knows beyond the event" : "Incident";
    return {
      found: null,
      missing: [`${what}: ${reasonOf(error)}.`],
      isRefused,
      isGone: error.status === 404,
    };
  }
}
