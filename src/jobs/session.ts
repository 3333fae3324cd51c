/** What a session says of its incident: the file that it named, its pull request, and whether it needs a person. */

import { linkOf, type Session, stateOf } from "../devin/session.ts";
import type { SessionResult } from "../devin/start-or-continue.ts";
import { findPostmortem } from "../postmortem/file.ts";
import { outcomeSchema } from "../prompt/prompt.ts";
import type { Config } from "../settings/configuration.ts";
import { isInDocsRepository, type JobContext } from "./context.ts";
import type { IncidentResult } from "./result.ts";

/** The result with what became of the session. */
export function sessionFields(
  context: JobContext,
  { publish, directory }: Config,
  { decision, session, warning }: SessionResult,
  known: IncidentResult,
): IncidentResult {
  const warnings = warning === null ? known.warnings : [...known.warnings, warning];
  const decided = { ...known, decision, session, warnings };
  if (session === null) return decided;
  const named =
    publish === "pull-request" && decision !== "started"
      ? fileOf(session, directory, known.incident.id)
      : null;
  const state = stateOf(session);
  return {
    ...decided,
    path: named ?? known.path,
    pullRequest: session.pullRequests.find(isInDocsRepository(context)) ?? null,
    warnings: state.kind === "stuck" ? [...warnings, stuckSentence(session, state.advice)] : warnings,
  };
}

/** The file that a session has named already; it keeps that name, whatever title and date are known to be now. */
function fileOf({ structuredOutput }: Session, directory: string, incidentId: string): string | null {
  const file = outcomeSchema.safeParse(structuredOutput).data?.file ?? "";
  const name = file.startsWith(`${directory}/`) ? file.slice(directory.length + 1) : "";
  return findPostmortem([name], incidentId) === null ? null : file;
}

/** That a session needs a person, and what for. */
export function stuckSentence(session: Session, advice: string): string {
  return `The session ${linkOf(session)} is stuck: ${advice}.`;
}
