/** PagerDuty's REST API, read only. */

import { z } from "zod";
import { type Clock, type Fetch, request } from "./http.ts";
import type { Incident, IncidentEvent } from "./incident.ts";
import { incidentObjectSchema, referenceSchema, toIncident } from "./pagerduty.ts";

export type PagerDuty = {
  /** The incident with this id or number, with who resolved it and when; throws RequestError. */
  getIncident(idOrNumber: string): Promise<ResolvedIncident>;
};

/** An incident with what only REST knows: when and by whom it was resolved, if it is. */
type ResolvedIncident = {
  incident: Incident;
  resolvedAt: string | null;
  resolvedBy: IncidentEvent["agent"];
};

const answerSchema = z.object({
  incident: incidentObjectSchema
    .extend({
      resolved_at: z.string().nullable().catch(null),
      last_status_change_by: referenceSchema,
    })
    .transform((object, context): ResolvedIncident => {
      const incident = toIncident(object);
      if (incident)
        return { incident, resolvedAt: object.resolved_at, resolvedBy: object.last_status_change_by };
      context.addIssue("the incident has no id");
      return z.NEVER;
    }),
});

const errorSchema = z.object({
  error: z.object({ message: z.string(), errors: z.array(z.string()).nullish() }),
});

const TIMEOUT_MS = 15_000;
const TRIES = 3;

/**
 * Makes a client for one account.
 * @see https://developer.pagerduty.com/docs/rest-api-overview
 */
export function createPagerDuty(options: {
  fetch: Fetch;
  clock: Clock;
  apiUrl: string;
  auth: "token" | "bearer";
  token: string;
}): PagerDuty {
  const { fetch, clock, apiUrl, auth, token } = options;
  return {
    async getIncident(idOrNumber) {
      const answer = await request({
        fetch,
        clock,
        attempt: `Reading incident ${idOrNumber} from PagerDuty`,
        method: "GET",
        url: `${apiUrl}/incidents/${encodeURIComponent(idOrNumber)}`,
        headers: {
          accept: "application/vnd.pagerduty+json;version=2",
          authorization: auth === "token" ? `Token token=${token}` : `Bearer ${token}`,
        },
        schema: answerSchema,
        timeoutMs: TIMEOUT_MS,
        tries: TRIES,
        readDetail: (body) => {
          const { error } = errorSchema.safeParse(body).data ?? {};
          return error ? [error.message, ...(error.errors ?? [])].join(": ") : null;
        },
        remedy,
        secrets: [token],
      });
      return answer.incident;
    },
  };
}

function remedy(status: number | null): string {
  if (status === 401) return "Check pagerduty-token, and pagerduty-auth: `bearer` for an OAuth token.";
  if (status === 403) return "Give pagerduty-token read access to incidents.";
  if (status === 404)
    return "Check the incident, and pagerduty-api-url: an account in the EU has https://api.eu.pagerduty.com.";
  return "Run it again later.";
}
