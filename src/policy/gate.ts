/** The gate: whether an incident may have a postmortem, by the same questions in the same order for everyone who asks. */

import type { IncidentRecord } from "../incident/record.ts";
import type { Policy } from "./alternatives.ts";
import { type Decision, decide } from "./decide.ts";
import { subjectOf } from "./subject.ts";

export type GateQuestion = {
  /** As PagerDuty has it: a placeholder in a title must not change a decision. */
  record: IncidentRecord;
  policy: Policy;
  /** Why there is nothing to draft yet; null when the incident is resolved. */
  notReadyBecause: string | null;
  /** Who asked, when a person did: the rules then do not apply. */
  requestedBy: string | null;
  /** Whether the day's limit allows one more session, or a live one makes it needless. */
  hasCapacity: boolean;
  isDryRun: boolean;
};

export type GateAnswer = {
  outcome: "skipped" | "deferred" | "dry-run" | "passed";
  /** What decided. A skip by `merged` and `not-ready` was never held against the rules. */
  by: "merged" | "not-ready" | "rules" | "limit" | "dry-run" | "none";
  /** One sentence, which may quote values of the incident such as its priority. */
  reason: string;
  /** What the rules decided; null where they were not asked or do not apply. */
  decision: Decision | null;
};

/** Why a session is not started now although the incident deserves one. */
export const LIMIT_REACHED = "limits.sessions-per-day is used up; the next reconcile with room takes it";

/** Asks in turn: merged, resolved, the rules, the day's limit, a dry run. */
export function passGate(question: GateQuestion): GateAnswer {
  const { record, policy, notReadyBecause, requestedBy, hasCapacity, isDryRun } = question;
  const { merged_into } = record.incident;
  if (merged_into !== null) return skipped("merged", `it was merged into ${merged_into}`);
  if (notReadyBecause !== null) return skipped("not-ready", notReadyBecause);
  const weighed = decide(policy, subjectOf(record));
  const decision = requestedBy === null ? weighed : null;
  if (decision?.do === "skip") return { ...skipped("rules", decision.reason), decision };
  const reason = requestedBy === null ? weighed.reason : byHand(requestedBy, weighed);
  if (!hasCapacity) return { outcome: "deferred", by: "limit", reason: LIMIT_REACHED, decision };
  return isDryRun
    ? { outcome: "dry-run", by: "dry-run", reason, decision }
    : { outcome: "passed", by: "none", reason, decision };
}

function byHand(requestedBy: string, { reason }: Decision): string {
  return `${requestedBy} asked for it by hand; by the rules: ${reason}`;
}

function skipped(by: GateAnswer["by"], reason: string): GateAnswer {
  return { outcome: "skipped", by, reason, decision: null };
}
