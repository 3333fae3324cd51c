/** A Devin session, and what its state means. */

import { z } from "zod";

/** A session's id with its prefix: the API names sessions with and without it, and wants it in every path. */
export function prefixed(id: string): string {
  return id.startsWith("devin-") ? id : `devin-${id}`;
}

const list = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);

/** Loose on purpose: a new field or status of Devin's must not break a run. */
export const sessionSchema = z
  .object({
    session_id: z.string().min(1),
    url: z.string(),
    status: z.string(),
    status_detail: z.string().nullish(),
    tags: list(z.string()),
    created_at: z.number(),
    is_archived: z.boolean().nullish(),
    pull_requests: list(z.object({ pr_url: z.string() })),
    structured_output: z.unknown().optional(),
  })
  .transform((session) => ({
    id: prefixed(session.session_id),
    url: session.url,
    status: session.status,
    statusDetail: session.status_detail ?? null,
    tags: session.tags,
    createdAt: session.created_at,
    isArchived: session.is_archived ?? false,
    pullRequests: session.pull_requests.map((pullRequest) => pullRequest.pr_url),
    structuredOutput: session.structured_output ?? null,
  }));

/** `status` and `statusDetail` are Devin's own words; a new one must not break a run. */
export type Session = z.infer<typeof sessionSchema>;

/** Oldest first. Two of one second are ordered by id, so that every run agrees on which is the older. */
export function byAge(a: Session, b: Session): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);
}

/**
 * Whether a session can still take a message. Only `exit`, `error` and an archived session cannot; a status that is
 * not known counts as alive, since a second session is the worse mistake.
 */
export function isAlive(session: Session): boolean {
  return !session.isArchived && session.status !== "exit" && session.status !== "error";
}

/** `working`: wait. `done`: its turn is over. `stuck`: it needs a person, who is told what to do. */
export type State = { kind: "working" | "done" } | { kind: "stuck"; advice: string };

const LIMITS: Record<string, string> = {
  usage_limit_exceeded: "the session has used up its ACU limit: raise devin.max-acu-limit",
  out_of_credits: "the organization is out of credits: add credits in Devin's settings",
  out_of_quota: "the organization is out of quota: raise it in Devin's settings",
  no_quota_allocation: "the organization has no quota allocated: allocate it in Devin's settings",
  payment_declined: "Devin's payment was declined: settle it in Devin's settings",
  org_usage_limit_exceeded: "the organization has reached its usage limit: raise it in Devin's settings",
  total_session_limit_exceeded: "the organization has too many sessions: end some of them in Devin",
  error: "the session failed: open it, then draft the incident by hand",
};

/**
 * A session that has finished mostly stays `running`, as `finished` or `waiting_for_user`, and falls asleep later;
 * it seldom reaches `exit`.
 * @see https://docs.devin.ai/api-reference/v3/sessions/get-organizations-session
 */
export function stateOf({ status, statusDetail }: Session): State {
  const detail = statusDetail ?? "";
  if (status === "running") {
    if (detail === "waiting_for_approval")
      return stuck("it waits for somebody to approve an action: open it, or set devin.bypass-approval");
    return { kind: detail === "finished" || detail === "waiting_for_user" ? "done" : "working" };
  }
  if (status === "suspended") {
    const limit = LIMITS[detail];
    return limit === undefined ? { kind: "done" } : stuck(limit);
  }
  if (status === "error") return stuck("it crashed: open it, then draft the incident by hand");
  return { kind: status === "exit" ? "done" : "working" };
}

function stuck(advice: string): State {
  return { kind: "stuck", advice };
}
