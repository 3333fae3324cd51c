/** Instants as the document writes them, in UTC. */

import { dateOf, timeOf } from "../lib/time.ts";

/** `14:32 UTC`, with its date before it on another day than `beside`; null when not known. */
export function clockOf(at: number | null, beside: number | null = null): string | null {
  if (at === null) return null;
  const isSameDay = beside !== null && dateOf(at) === dateOf(beside);
  return `${isSameDay ? "" : `${dateOf(at)} `}${timeOf(at)} UTC`;
}

/** `2026-02-10T14:32:00Z`; null when not known. */
export function secondsOf(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString().replace(/\.\d+Z$/, "Z");
}
