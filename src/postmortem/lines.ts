/** The record's lines below the headings: rows of the timeline, items of Impact, Evidence and Seen Before. */

import type { Change, IncidentRecord, Link, TimelineRow } from "../incident/record.ts";
import { clockOf } from "./clock.ts";
import { inert, inertName, LONGEST_WORDS, linkDestination, linksOf, linkTo } from "./inline.ts";

/** A merged postmortem of an incident that was like this one. */
export type SimilarPostmortem = {
  /** The day on which its incident began, such as `2026-01-14`. */
  date: string;
  title: string;
  /** Relative to the folder of the new postmortem. */
  path: string;
  /** `confirmed`, `likely` or `unknown`; null where its file does not say. */
  rootCause: string | null;
  /** How many action items are not ticked. */
  openItems: number;
};

type Alert = IncidentRecord["alerts"][number];

const MOST_ALERTS = 5;
const MOST_LINKS_IN_ROW = 3;
const MOST_EVIDENCE = 50;
/** An alert and the incident that it opened are at most this far apart. */
const SAME_MS = 60_000;

/** `14:32 UTC — What happened by whom (“in these words”) ([where](https://…))` */
export function rowOf(
  { at, what, by, quote = "", links = [] }: TimelineRow,
  createdAt: number | null,
): string {
  const name = inertName(by);
  const parts = [
    inert(what, LONGEST_WORDS),
    ...(name === null ? [] : [`by ${name}`]),
    ...quoted(quote),
    ...inParentheses(links.slice(0, MOST_LINKS_IN_ROW)),
  ];
  return `${clockOf(at, createdAt)} — ${parts.filter((part) => part !== "").join(" ")}`.trimEnd();
}

/** What customers felt, as the incident's fields say, and what else alerted before the resolve. */
export function impactOf(record: IncidentRecord): string[] {
  const others = alertsOf(record).filter((alert) => alert !== triggerOf(record));
  const rest = others.length - MOST_ALERTS;
  return [
    ...record.customFields.map(
      ({ name, value }) => `${inert(name, LONGEST_WORDS)}: “${inert(value, LONGEST_WORDS)}” (PagerDuty)`,
    ),
    ...others.slice(0, MOST_ALERTS).map(({ at, summary, links }) => {
      const words = [inert(summary, LONGEST_WORDS) || "without a summary", ...inParentheses(links)];
      return `Alert, ${clockOf(at, record.createdAt)} — ${words.join(" ")}`;
    }),
    ...(rest > 0 ? [`${rest} more ${rest === 1 ? "alert" : "alerts"}, which PagerDuty's record has`] : []),
  ];
}

/** The record itself, and each link of an alert or a change once. */
export function evidenceOf(record: IncidentRecord): string[] {
  const { incident, createdAt } = record;
  const name = "PagerDuty's record of the incident";
  const seen = new Set<string>();
  const items = (kind: string, at: number, summary: string, links: Link[]) =>
    links.flatMap((link) => {
      const written = seen.has(link.href) ? null : linkTo(link);
      if (written === null) return [];
      seen.add(link.href);
      const words = inert(summary, LONGEST_WORDS);
      return [`${written} — ${kind}, ${clockOf(at, createdAt)}${words ? `: ${words}` : ""}`];
    });
  return [
    incident.url === null ? `${name} ${incident.id}` : `[${name}](${linkDestination(incident.url)})`,
    ...[
      ...alertsOf(record).flatMap(({ at, summary, links }) => items("alert", at, summary, links)),
      ...changesOf(record).flatMap(({ at, summary, links }) => items("change", at, summary, links)),
    ].slice(0, MOST_EVIDENCE),
  ];
}

/** `2026-01-14 — [Title](file.md): root cause confirmed; 1 item not ticked` */
export function seenBeforeOf(similar: SimilarPostmortem[]): string[] {
  return similar.map(({ date, title, path, rootCause, openItems }) => {
    const address = linkDestination(path.split("/").map(encodeURIComponent).join("/"));
    const cause = `root cause ${rootCause === null ? "not given" : inert(rootCause, LONGEST_WORDS)}`;
    const items = `${openItems} ${openItems === 1 ? "item" : "items"} not ticked`;
    return `${inert(date, 10)} — [${inert(title, LONGEST_WORDS)}](${address}): ${cause}; ${items}`;
  });
}

// What comes after the resolve must not change a line that an earlier record gave.
function alertsOf({ alerts, resolvedAt }: IncidentRecord): Alert[] {
  return alerts.filter(({ at }) => resolvedAt === null || at <= resolvedAt);
}

function changesOf({ changes }: IncidentRecord): Change[] {
  return changes.filter(({ when }) => when !== "after");
}

/** The alert that opened the incident. */
function triggerOf({ alerts, createdAt }: IncidentRecord): Alert | null {
  return alerts.find(({ at }) => createdAt !== null && Math.abs(at - createdAt) <= SAME_MS) ?? null;
}

function quoted(words: string): string[] {
  const shown = inert(words, LONGEST_WORDS);
  return shown === "" ? [] : [`(“${shown}”)`];
}

function inParentheses(links: Link[]): string[] {
  const written = linksOf(links);
  return written.length === 0 ? [] : [`(${written.join(", ")})`];
}
