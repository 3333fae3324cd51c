/** The event that started the run, and the job that it asks for. */

import { z } from "zod";
import { type DispatchPayload, dispatchPayloadSchema } from "../incident/dispatch-payload.ts";
import { INCIDENT_EVENTS } from "../incident/patterns.ts";
import type { IncidentReference } from "../incident/reference.ts";
import { SettingsError } from "../lib/errors.ts";
import type { Inputs } from "../settings/inputs.ts";

/** The run's event as GitHub gives it: its name and its payload, not yet trusted. */
export type GitHubEvent = { name: string; payload: unknown };

/** What to do. */
export type Job =
  | { job: "gather" | "draft" | "hold"; payload: DispatchPayload }
  | { job: "draft"; reference: IncidentReference }
  | { job: "reconcile" }
  | { job: "check" }
  | { job: "follow-ups" }
  /** There is nothing to do, and why. */
  | { job: null; reason: string };

const dispatchSchema = z.object({ action: z.string(), client_payload: z.unknown().optional() });

/** Chooses the job by the table of docs/operations.md; throws SettingsError when the event starts none. */
export function selectJob(event: GitHubEvent, inputs: Inputs): Job {
  if (event.name === "merge_group" && (inputs.job === "auto" || inputs.job === "check"))
    return { job: null, reason: "the check of each pull request has run before it came into the queue" };
  if (inputs.job === "reconcile" || inputs.job === "check" || inputs.job === "follow-ups") {
    if (inputs.incident === null) return { job: inputs.job };
    throw new SettingsError([
      `incident is set, and the job ${inputs.job} takes none; leave the incident empty, or set job to draft`,
    ]);
  }
  if (event.name === "repository_dispatch") return jobOfDispatch(event.payload);
  if (inputs.incident !== null) return { job: "draft", reference: inputs.incident };
  if (inputs.job === "draft")
    throw new SettingsError([
      "incident is empty; the job draft needs one, unless a repository_dispatch brings it",
    ]);
  if (event.name === "workflow_dispatch" || event.name === "schedule") return { job: "reconcile" };
  if (event.name === "pull_request") return { job: "check" };
  if (event.name === "push") return { job: "follow-ups" };
  throw new SettingsError([
    `The event ${event.name} starts no job; run this on repository_dispatch, workflow_dispatch, schedule, push or pull_request`,
  ]);
}

function jobOfDispatch(raw: unknown): Job {
  const dispatch = dispatchSchema.safeParse(raw);
  if (!dispatch.success)
    throw new SettingsError(["The repository_dispatch has no event type; let the function send it"]);
  const type = INCIDENT_EVENTS.find((known) => known === dispatch.data.action);
  if (type === undefined)
    throw new SettingsError([
      `The repository_dispatch ${JSON.stringify(dispatch.data.action.slice(0, 100))} starts no job; it takes ${INCIDENT_EVENTS.join(", ")}`,
    ]);
  const payload = readClientPayload(dispatch.data.client_payload);
  if (payload.event.type !== type)
    throw new SettingsError([
      `The repository_dispatch is ${type} but its client_payload tells of another event; let the function send it`,
    ]);
  if (type === "incident.acknowledged") return { job: "gather", payload };
  if (type === "incident.reopened") return { job: "hold", payload };
  return { job: "draft", payload };
}

/** The payload of a dispatch; throws SettingsError with which side is to be updated where it is of another version. */
export function readClientPayload(raw: unknown): DispatchPayload {
  if (raw === null || raw === undefined)
    throw new SettingsError([
      "The repository_dispatch carries no client_payload; let the function send it, or run the workflow by hand with `incident`",
    ]);
  const version = z.object({ version: z.unknown().optional() }).safeParse(raw).data?.version;
  if (version !== 1)
    throw new SettingsError([
      typeof version === "number" && version > 1
        ? `The dispatch has payload version ${version} and this action reads version 1; update the action (the \`uses:\` line of the workflow)`
        : "The dispatch has no payload version that this action reads (1); update the function by deploying it again",
    ]);
  const payload = dispatchPayloadSchema.safeParse(raw);
  if (payload.success) return payload.data;
  const wrong = payload.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  throw new SettingsError([
    `The client_payload cannot be read (${wrong.join("; ")}); let the function send it, or run the workflow by hand with \`incident\``,
  ]);
}
