/** The outputs of the action, by their names in action.yml. */

import { countOf } from "../check/report.ts";
import type { JobResult } from "./result.ts";

/** What the result has to say under each name; an empty output is left out. */
export function outputsOf(result: JobResult): Record<string, string> {
  const all = { job: result.job, decision: result.decision, reason: result.reason, ...ownOutputs(result) };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])),
  );
}

function ownOutputs(result: JobResult): Record<string, string | null | undefined> {
  if (result.kind === "incident")
    return {
      "incident-id": result.incident.id,
      "session-id": result.session?.id,
      "session-url": result.session?.url,
      "postmortem-path": result.path,
      "pull-request-url": result.pullRequest,
    };
  if (result.kind === "sample") return { "incident-id": result.incident.id };
  if (result.kind === "check")
    return {
      findings: String(result.checked.findings.length),
      errors: String(countOf(result.checked, "error")),
    };
  if (result.kind === "follow-ups")
    return { "open-items": String(result.openItems), "overdue-items": String(result.overdueItems) };
  return {};
}
