/** The incidents that were resolved in a window of time, however many. */

import { RequestError } from "../lib/errors.ts";
import type { Clock } from "../lib/http.ts";
import type { PagerDuty } from "./client.ts";
import type { Limits } from "./request.ts";
import type { ResolvedIncident } from "./resolved-incident.ts";

/** An incident with the instant of its resolve, in epoch milliseconds. */
export type Resolved = ResolvedIncident & { at: number };

/** The longest window, and how long PagerDuty lets one request reach. */
const MONTHS = 6;
const SHORTEST_SLICE_MS = 1_000;
const LONGEST_MS = 20 * 60_000;
const MOST_CALLS = 5_000;

type Pages = Pick<PagerDuty, "pageOfResolved">;
type Slice = { since: number; until: number };

/** The beginning of the longest window that ends at an instant: six calendar months before it. */
export function longestWindow(until: number): number {
  return monthsBefore(until, MONTHS);
}

/**
 * All incidents that were resolved from `from` on, oldest resolve first. PagerDuty selects by creation, so those that
 * were created up to a year ago are asked for, the latest resolve first, until the window is passed; and it hands out
 * 10,000 of one selection, so a larger one is asked for in halves. Throws RequestError, since a list that is not whole
 * would look like nothing was missed.
 * @see https://developer.pagerduty.com/api-reference/9d0b4b12e36f9-list-incidents
 */
export async function listResolved(options: {
  pagerDuty: Pages;
  clock: Clock;
  /** Epoch milliseconds. */
  from: number;
}): Promise<Resolved[]> {
  const { pagerDuty, clock, from } = options;
  const now = clock.now();
  const limits: Limits = { deadline: now + LONGEST_MS, calls: MOST_CALLS };
  const found = new Map<string, Resolved>();
  const border = longestWindow(now);
  const slices: Slice[] = [
    { since: border, until: now },
    { since: longestWindow(border), until: border },
  ];
  for (let slice = slices.shift(); slice; slice = slices.shift()) {
    const { resolved, isWhole } = await readSlice(pagerDuty, slice, from, limits);
    for (const one of resolved) found.set(one.incident.id, one);
    if (!isWhole) slices.unshift(...halvesOf(slice));
  }
  return [...found.values()].sort((a, b) => a.at - b.at);
}

async function readSlice(pagerDuty: Pages, slice: Slice, from: number, limits: Limits) {
  const resolved: Resolved[] = [];
  let last = Number.POSITIVE_INFINITY;
  let isOrdered = true;
  for (let offset: number | null = 0; offset !== null; ) {
    const page = await pagerDuty.pageOfResolved({ ...slice, offset }, limits);
    for (const incident of page.incidents) {
      const at = Date.parse(incident.resolvedAt ?? incident.incident.created_at ?? "");
      if (at >= from) resolved.push({ ...incident, at });
      isOrdered &&= at <= last;
      last = at;
    }
    // Where the order is not the one that was asked for, what was missed may be on any page.
    if (isOrdered && last < from) break;
    if (page.next === "beyond") return { resolved, isWhole: false };
    offset = page.next;
  }
  return { resolved, isWhole: true };
}

function halvesOf({ since, until }: Slice): Slice[] {
  if (until - since < SHORTEST_SLICE_MS) {
    const detail = "more incidents were created within one second than PagerDuty hands out";
    const message = `Reading resolved incidents from PagerDuty failed: ${detail}. Take a shorter window.`;
    throw new RequestError(message, { detail });
  }
  const middle = Math.floor((since + until) / 2);
  return [
    { since: middle, until },
    { since, until: middle },
  ];
}

function monthsBefore(time: number, months: number): number {
  const date = new Date(time);
  return date.setUTCMonth(date.getUTCMonth() - months);
}
