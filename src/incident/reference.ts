/** What a person types to name an incident. */

import { z } from "zod";
import { incidentIdPattern } from "./patterns.ts";

const NOT_AN_INCIDENT_ID = "is not a PagerDuty incident id, such as Q1ORDERSPOOL01";

/** An incident's id, or a sentence that says what one looks like. */
export const incidentIdSchema = z.string(NOT_AN_INCIDENT_ID).regex(incidentIdPattern, NOT_AN_INCIDENT_ID);

/** An incident by its id (also inside its URL) or its number. */
export type IncidentReference =
  | { kind: "id"; id: string; region: "us" | "eu" | null }
  | { kind: "number"; number: number };

/** Reads an id, a number or an incident's URL; null when it is none of them. */
export function parseIncidentReference(typed: string): IncidentReference | null {
  if (incidentIdPattern.test(typed)) return { kind: "id", id: typed, region: null };
  if (/^#?[1-9]\d{0,14}$/.test(typed)) return { kind: "number", number: Number(typed.replace("#", "")) };
  const address = URL.parse(typed);
  // Its page has parts of their own, such as the timeline.
  const id = address && /^\/incidents\/([^/]+)/.exec(address.pathname)?.[1];
  if (!id || !incidentIdPattern.test(id)) return null;
  if (address.protocol !== "https:" || !/\.pagerduty\.com$/.test(address.host)) return null;
  return { kind: "id", id, region: /\.eu\.pagerduty\.com$/.test(address.host) ? "eu" : "us" };
}
