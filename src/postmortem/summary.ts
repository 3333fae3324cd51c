/** The first sentences of the Summary, which say when the incident was opened, acknowledged and resolved. */

import type { IncidentRecord } from "../incident/record.ts";
import { dateOf, durationOf, timeOf } from "../lib/time.ts";

/** `PagerDuty opened the incident at 14:32 UTC. It was acknowledged after 6 minutes and resolved at 15:18 UTC, …` */
export function summaryOf(record: IncidentRecord): string {
  const { createdAt, incident } = record;
  const opened =
    createdAt === null
      ? `PagerDuty does not say when ${incident.id} was opened.`
      : `PagerDuty opened the incident at ${timeOf(createdAt)} UTC.`;
  return `${opened} ${courseOf(record)}`;
}

function courseOf(record: IncidentRecord): string {
  const { wasAcknowledged, minutesToAcknowledge, incident } = record;
  const acknowledged = minutesToAcknowledge === null ? null : `acknowledged ${afterOf(minutesToAcknowledge)}`;
  const end = endOf(record);
  if (end !== null) {
    if (acknowledged !== null) return `It was ${acknowledged} and ${end}.`;
    return wasAcknowledged === false ? `It was never acknowledged, and was ${end}.` : `It was ${end}.`;
  }
  const open = isOpen(incident.status) ? "it is still open" : "when it was resolved is not known";
  if (acknowledged !== null) return `It was ${acknowledged}; ${open}.`;
  return wasAcknowledged === false ? `It was never acknowledged; ${open}.` : `${capitalized(open)}.`;
}

function isOpen(status: string | null): boolean {
  return status === "triggered" || status === "acknowledged";
}

function endOf({ createdAt, resolvedAt, durationMinutes }: IncidentRecord): string | null {
  if (resolvedAt === null) return null;
  const isSameDay = createdAt !== null && dateOf(createdAt) === dateOf(resolvedAt);
  const when = `${isSameDay ? "" : `on ${dateOf(resolvedAt)} `}at ${timeOf(resolvedAt)} UTC`;
  return `resolved ${when}${durationMinutes === null ? "" : `, ${afterOf(durationMinutes)}`}`;
}

function afterOf(minutes: number): string {
  return minutes === 0 ? "within a minute" : `after ${durationOf(minutes)}`;
}

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
