/** A Devin session, and what its state means. */

import { z } from "zod";
import { fitting } from "../lib/fitting.ts";
import { toSingleLine } from "../lib/text.ts";
import { QUOTA } from "./refusal.ts";

/** A session's id with its prefix: the API names sessions with and without it, and wants it in every path. */
export function prefixed(id: string): string {
  return id.startsWith("devin-") ? id : `devin-${id}`;
}

const tagsSchema = fitting(z.string());
const taggedSchema = z.object({ tags: tagsSchema });

/** Whether an item of Devin's list carries the tag, whatever else it holds. */
export function hasTag(item: unknown, tag: string): boolean {
  return taggedSchema.safeParse(item).data?.tags.includes(tag) ?? false;
}

// People click on it, and the runner and Markdown show it.
const addressSchema = z.string().regex(/^https?:\/\/[^\s\p{C}<>"'`]+$/u);

/** Loose on purpose: a new field, form or status of Devin's must not break a run. Only the id, part of paths, must fit. */
export const sessionSchema = z
  .object({
    session_id: z.string().regex(/^[\w-]+$/),
    url: addressSchema.catch(""),
    status: z.string().catch(""),
    status_detail: z.string().nullable().catch(null),
    tags: tagsSchema,
    created_at: z.unknown().optional().transform(secondsOf),
    updated_at: z.unknown().optional().transform(secondsOf),
    is_archived: z.boolean().catch(false),
    pull_requests: fitting(z.object({ pr_url: addressSchema })),
    structured_output: z.unknown().optional(),
  })
  .transform((session) => ({
    id: prefixed(session.session_id),
    url: session.url,
    status: session.status,
    statusDetail: session.status_detail,
    tags: session.tags,
    createdAt: session.created_at,
    updatedAt: Math.max(session.created_at, session.updated_at),
    isArchived: session.is_archived,
    pullRequests: session.pull_requests.map((pullRequest) => pullRequest.pr_url),
    structuredOutput: session.structured_output ?? null,
  }));

/**
 * `status` and `statusDetail` are Devin's own words; a new one must not break a run. `url` is empty where Devin's is
 * no address; `createdAt` and `updatedAt` are in epoch seconds, and 0 where Devin gives no time.
 */
export type Session = z.infer<typeof sessionSchema>;

// In seconds it is the year 33658, so what is above it is in milliseconds.
const MOST_SECONDS = 1e12;

// The unit is not documented. Whole seconds, so that two forms of one time make one age.
function secondsOf(time: unknown): number {
  const isNumber = typeof time === "number" || (typeof time === "string" && /^\d+$/.test(time));
  const at = isNumber ? Number(time) : Date.parse(String(time));
  return Number.isFinite(at) ? Math.floor(at > MOST_SECONDS ? at / 1_000 : at) : 0;
}

/** What a sentence calls a session: its address, or its id where Devin gave none. */
export function linkOf({ id, url }: Session): string {
  return url || id;
}

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
export type SessionState = { kind: "working" | "done" } | { kind: "stuck"; advice: string };

const LIMITS: Record<string, string> = {
  usage_limit_exceeded: "the session has used up its ACU limit: raise devin.max-acu-limit",
  out_of_credits: "the organization is out of credits: add credits in Devin's settings",
  out_of_quota: "the organization is out of quota: raise it in Devin's settings",
  no_quota_allocation: "the organization has no quota allocated: allocate it in Devin's settings",
  payment_declined: "Devin's payment was declined: settle it in Devin's settings",
  org_usage_limit_exceeded: "the organization has reached its usage limit: raise it in Devin's settings",
  total_session_limit_exceeded: "the organization has too many sessions: end some of them in Devin",
  user_usage_limit_exceeded: "the session's user has reached their usage limit: raise it in Devin's settings",
  contract_expired: "the organization's contract with Devin has expired: renew it",
  error: "the session failed: open it, then draft the incident by hand",
};

/** A session that sleeps goes on with the next message. */
const ASLEEP = ["", "inactivity", "user_request"];

/**
 * A session that has finished mostly stays `running`, as `finished` or `waiting_for_user`, and falls asleep later;
 * it seldom reaches `exit`.
 * @see https://docs.devin.ai/api-reference/v3/sessions/get-organizations-session
 */
export function stateOf({ status, statusDetail }: Session): SessionState {
  const detail = statusDetail ?? "";
  if (status === "running") {
    if (detail === "waiting_for_approval")
      return stuck("it waits for somebody to approve an action: open it, or set devin.bypass-approval");
    if (detail === "finished" || detail === "waiting_for_user") return { kind: "done" };
    // Devin names new reasons without notice.
    return detail.startsWith("waiting_")
      ? stuck(`it is ${JSON.stringify(toSingleLine(detail, 100))}: open it and see what it needs`)
      : { kind: "working" };
  }
  if (status === "suspended") {
    if (ASLEEP.includes(detail)) return { kind: "done" };
    return stuck(LIMITS[detail] ?? unknownSuspension(detail));
  }
  if (status === "error") return stuck("it crashed: open it, then draft the incident by hand");
  return { kind: status === "exit" ? "done" : "working" };
}

/** Devin names new reasons without notice; the words are its own. */
function unknownSuspension(detail: string): string {
  const quoted = `Devin suspended it with ${JSON.stringify(toSingleLine(detail, 100))}`;
  return QUOTA.test(detail)
    ? `${quoted}, which is about what the organization may use: settle it in Devin's settings`
    : `${quoted}: open it and see what it needs`;
}

function stuck(advice: string): SessionState {
  return { kind: "stuck", advice };
}
