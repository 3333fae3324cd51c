/** Sessions that need a person: found, reminded once, and reported until somebody acted. */

import type { Devin } from "../devin/client.ts";
import { byAge, linkOf, type Session, stateOf } from "../devin/session.ts";
import { NEEDS_SOMEBODY_TAG, NUDGED_TAG } from "../devin/tags.ts";
import { errorMessageOf } from "../lib/http.ts";
import { DAY_MS } from "../lib/time.ts";
import { isReminder, lastAsked, REMINDER } from "../prompt/messages.ts";
import { outcomeSchema } from "../prompt/prompt.ts";
import type { Config } from "../settings/configuration.ts";
import { isInDocsRepository, type JobContext } from "./context.ts";
import type { ReconciledRow } from "./result.ts";

/** A session that needs a person, of which no run has told yet. */
type Alarm = { session: Session; sentence: string };

/** A run that looks at sessions, and what it collects of them. */
export type Attention = { context: JobContext; config: Config; warnings: string[]; alarms: Alarm[] };

/** What became of a session that was told of the resolve; `own` are all of its incident. */
export async function inspectSession(
  attention: Attention,
  session: Session,
  own: Session[],
): Promise<Pick<ReconciledRow, "outcome" | "reason">> {
  const { context, config, warnings } = attention;
  const devin = context.devin();
  const isPullRequest = config.publish === "pull-request" ? isInDocsRepository(context) : null;
  const { kind, reason } = standingOf(session, own, isPullRequest, context.clock.now());
  if (kind === "well") return { outcome: "has a session", reason };
  const messages = await devin.listMessages(session.id);
  if (lastAsked(session.tags, messages)?.ask === "hold")
    return { outcome: "has a session", reason: `${linkOf(session)} holds until the next resolve` };
  if (context.inputs["dry-run"]) return { outcome: "stuck", reason };
  if (kind === "waits" && (await remind(devin, session, messages, warnings)))
    return {
      outcome: "nudged",
      reason: `${linkOf(session)} waited for somebody, and was told to go on`,
    };
  raiseAlarm(attention, session, reason);
  return { outcome: "stuck", reason };
}

/**
 * The sentences of the first `most` alarms; the next run raises the others. Each is remembered, so that the next run is
 * not red for it. It comes last in a run: one that was cut off before it could say so must not keep the next one silent.
 */
export async function tellAlarms({ context, alarms, warnings }: Attention, most: number): Promise<string[]> {
  const told = alarms.slice(0, most);
  for (const { session } of told) {
    const refusal = await errorMessageOf(() =>
      context.devin().addTags(session.id, session.tags, [NEEDS_SOMEBODY_TAG]),
    );
    if (refusal !== null)
      warnings.push(
        `The session ${linkOf(session)} could not be tagged, so the next run is red again. ${refusal}`,
      );
  }
  return told.map(({ sentence }) => sentence);
}

/** How a session stands; `reason` is one sentence that names it. */
export type Standing = { kind: "well" | "waits" | "needs-somebody"; reason: string };

/**
 * How a session stands that was told to draft, by all sessions of its incident. `isPullRequest` tells whether an address is
 * that of a pull request with which it ends; null where it ends without one. `now` is in epoch milliseconds.
 */
export function standingOf(
  session: Session,
  own: Session[],
  isPullRequest: ((address: string) => boolean) | null,
  now: number,
): Standing {
  const name = linkOf(session);
  const state = stateOf(session);
  const pullRequest = isPullRequest === null ? undefined : pullRequestsOf(session, own).find(isPullRequest);
  if (pullRequest !== undefined) return { kind: "well", reason: `${name} opened ${pullRequest}` };
  if (session.isArchived) return { kind: "well", reason: `${name} was archived without a pull request` };
  if (state.kind === "stuck") return { kind: "needs-somebody", reason: `${name}: ${state.advice}` };
  if (state.kind === "working")
    return isSilent(session, now)
      ? {
          kind: "needs-somebody",
          reason: `${name} gave no sign of life for a week: open it and see what it needs`,
        }
      : { kind: "well", reason: `${name} is at work` };
  if (isPullRequest === null) return { kind: "well", reason: `${name} has ended its turn` };
  if (session.statusDetail === "waiting_for_user")
    return { kind: "waits", reason: `${name} waits for somebody: open it and answer` };
  return {
    kind: "needs-somebody",
    reason: `${name} ended without a pull request: open it, or run the workflow by hand with the incident, or archive it`,
  };
}

const WEEK_MS = 7 * DAY_MS;

/** Whether a session that is at work has long done nothing, as far as Devin tells the time; not each step may count there. */
function isSilent({ updatedAt }: Session, now: number): boolean {
  return updatedAt > 0 && now - updatedAt * 1_000 > WEEK_MS;
}

/**
 * The pull requests that have what the session was told: its own, that which it says it went on with, and those of
 * sessions that a race started beside it. What a session before it opened does not show that this one wrote anything.
 */
function pullRequestsOf(session: Session, own: Session[]): string[] {
  const named = outcomeSchema.safeParse(session.structuredOutput).data?.pull_request ?? null;
  return [
    ...session.pullRequests,
    ...(named === null ? [] : [named]),
    ...own.filter((other) => byAge(session, other) < 0).flatMap(({ pullRequests }) => pullRequests),
  ];
}

/** Reminds a session that waits, by the messages that it was sent; false where that was done before, so that now it needs a person. */
async function remind(
  devin: Devin,
  session: Session,
  messages: string[],
  warnings: string[],
): Promise<boolean> {
  if (session.tags.includes(NUDGED_TAG)) return false;
  const wasReminded = messages.some(isReminder);
  if (!wasReminded) await devin.sendMessage(session.id, REMINDER);
  // By its first line the reminder is found without the tag too.
  const refusal = await errorMessageOf(() => devin.addTags(session.id, session.tags, [NUDGED_TAG]));
  if (refusal !== null)
    warnings.push(`The session ${linkOf(session)} has the reminder, but not its tag. ${refusal}`);
  return !wasReminded;
}

/** Raises an alarm for a session that needs a person; where an earlier run did, it is a warning. */
function raiseAlarm({ alarms, warnings }: Attention, session: Session, reason: string): void {
  const sentence = `A session needs somebody. ${reason}.`;
  if (session.tags.includes(NEEDS_SOMEBODY_TAG)) warnings.push(sentence);
  else alarms.push({ session, sentence });
}
