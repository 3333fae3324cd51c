/** Waiting for the pull request of a session, as far as `wait-minutes` allows. */

import { linkOf, type Session, stateOf } from "../devin/session.ts";
import { waitForSession } from "../devin/wait.ts";
import { durationOf } from "../lib/time.ts";
import { type Outcome, outcomeSchema } from "../prompt/prompt.ts";
import type { Config } from "../settings/configuration.ts";
import { isInDocsRepository, type JobContext } from "./context.ts";
import { failuresOf, type IncidentResult } from "./result.ts";
import { stuckSentence } from "./session.ts";

/** The result with the pull request and Devin's own words of it, or with what came of the session instead. */
export async function awaitPullRequest(
  context: JobContext,
  { publish }: Config,
  { result, session, minutes }: { result: IncidentResult; session: Session; minutes: number },
): Promise<IncidentResult> {
  const { devin, clock } = context;
  const isPullRequest = publish === "pull-request";
  try {
    const waited = await waitForSession({
      devin: devin(),
      clock,
      id: session.id,
      wanted: isPullRequest ? isInDocsRepository(context) : () => false,
      deadline: clock.now() + minutes * 60_000,
      isContinued: result.decision === "continued",
    });
    const outcome = outcomeSchema.safeParse(waited.session.structuredOutput).data ?? null;
    const known = { ...result, pullRequest: waited.pullRequest, outcome };
    return waited.pullRequest === null
      ? explainMissing(known, waited.session, { isPullRequest, minutes, outcome })
      : known;
  } catch (error) {
    return { ...result, failures: [...result.failures, ...failuresOf(error)] };
  }
}

function explainMissing(
  result: IncidentResult,
  session: Session,
  { isPullRequest, minutes, outcome }: { isPullRequest: boolean; minutes: number; outcome: Outcome | null },
): IncidentResult {
  const state = stateOf(session);
  const failed = (sentence: string) => ({ ...result, failures: [...result.failures, sentence] });
  if (state.kind === "working")
    return {
      ...result,
      warnings: [
        ...result.warnings,
        `After ${durationOf(minutes)} Devin is still at work: ${linkOf(session)}`,
      ],
    };
  if (state.kind === "stuck") return failed(stuckSentence(session, state.advice));
  if (isPullRequest || outcome?.outcome === "blocked")
    return failed(
      `The session ${linkOf(session)} ended its turn without a postmortem: open it, read what it says, and answer there.`,
    );
  return result;
}
