/** What a job came to. Each kind of job has its own fields, and every one has its warnings and failures. */

import type { Checked } from "../check/run.ts";
import type { Session } from "../devin/session.ts";
import type { Incident } from "../incident/incident.ts";
import type { IncidentRecord } from "../incident/record.ts";
import { RequestError, SettingsError } from "../lib/errors.ts";
import type { Outcome } from "../prompt/prompt.ts";

export type JobResult =
  | IncidentResult
  | SampleResult
  | ReconcileResult
  | CheckResult
  | FollowUpsResult
  | EmptyResult;

/** The jobs by their names. */
export type JobName = "gather" | "draft" | "hold" | "reconcile" | "check" | "follow-ups";

type Common = {
  /** Why, in one sentence; null where the job failed before it could decide. */
  reason: string | null;
  /** Which configuration was used, such as its path; null where none was read. */
  configuration: string | null;
  /** What people should know although the run went well. */
  warnings: string[];
  /** The sentences that turn the run red. */
  failures: string[];
};

/** An incident as a list names it: nothing of it is a stranger's. */
export type IncidentName = Pick<Incident, "id" | "number" | "url">;

/** What became of one incident. */
export type IncidentResult = Common & {
  kind: "incident";
  job: "gather" | "draft" | "hold";
  decision: "started" | "continued" | "held" | "skipped" | "deferred" | "dry-run" | null;
  incident: IncidentName;
  /** Without secrets and personal data; null where the incident was skipped, so that nothing of it is shown. */
  record: IncidentRecord | null;
  session: Session | null;
  /** Where the postmortem goes in the docs repository. */
  path: string | null;
  pullRequest: string | null;
  /** What Devin says of its own work. */
  outcome: Outcome | null;
  /** The prompt of a dry run. */
  prompt: string | null;
};

/** What a sample showed of each part of the way. */
export type SampleResult = Common & {
  kind: "sample";
  job: "draft";
  decision: "sample";
  incident: IncidentName;
  parts: { name: string; seen: string }[];
};

/** What became of the incidents of a window. */
export type ReconcileResult = Common & {
  kind: "reconcile";
  job: "reconcile";
  decision: "reconciled";
  rows: ReconciledRow[];
};

/** What became of one incident of a reconcile, and why. */
export type ReconciledRow = {
  incident: IncidentName;
  /** Without secrets and personal data; null where the rules skip the incident, so that nothing of it is shown. */
  title: string | null;
  /** A decision of a run, or one of the words of a reconcile alone; see RECONCILE_ORDER. */
  outcome: string;
  reason: string;
};

/** What the check of a pull request found. */
export type CheckResult = Common & {
  kind: "check";
  job: "check";
  decision: "checked";
  checked: Checked;
  /** Where GitHub shows the files at the checked commit; null where the event does not tell. */
  filesUrl: string | null;
  /** Who acts on the errors now; null where there are none. */
  next: string | null;
};

/** What the follow-ups of the merged postmortems came to. */
export type FollowUpsResult = Common & {
  kind: "follow-ups";
  job: "follow-ups";
  decision: "followed-up";
  openItems: number;
  overdueItems: number;
  /** What is to be shown below the first sentences of the summary, as Markdown. */
  markdown: string[];
};

/** A job that had nothing to do, or that failed before it came to anything. */
export type EmptyResult = Common & { kind: "empty"; job: JobName | null; decision: "skipped" | null };

function nothingSaid(): Pick<Common, "configuration" | "warnings" | "failures"> {
  return { configuration: null, warnings: [], failures: [] };
}

/** An incident of which nothing was decided yet. */
export function undecided(
  job: IncidentResult["job"],
  { id, number, url }: IncidentName,
  record: IncidentRecord | null,
): IncidentResult {
  return {
    kind: "incident",
    job,
    decision: null,
    reason: null,
    incident: { id, number, url },
    record,
    session: null,
    path: null,
    pullRequest: null,
    outcome: null,
    prompt: null,
    ...nothingSaid(),
  };
}

/** A job that had nothing to do, and why. */
export function nothingToDo(job: JobName | null, reason: string): EmptyResult {
  return { kind: "empty", job, decision: "skipped", reason, ...nothingSaid() };
}

/** A job that failed before it came to anything. */
export function failed(job: JobName | null, failures: string[]): EmptyResult {
  return { kind: "empty", job, decision: null, reason: null, ...nothingSaid(), failures };
}

/** The sentences of a broken promise; what is none is a bug of ours and is thrown again. */
export function failuresOf(error: unknown): string[] {
  if (error instanceof SettingsError) return error.problems;
  if (error instanceof RequestError) return [error.message];
  throw error;
}
