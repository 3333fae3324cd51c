/** From a record to all that one session is told: where the draft goes, its skeleton, and the options that apply. */

import { posix } from "node:path";
import type { SessionRequest } from "../devin/client.ts";
import type { Session } from "../devin/session.ts";
import { incidentTag, PROJECT_TAG, type ToldEvent, toldTags } from "../devin/tags.ts";
import type { IncidentRecord } from "../incident/record.ts";
import type { Files } from "../lib/checkout.ts";
import { problemsOf, SettingsError } from "../lib/errors.ts";
import { toSingleLine } from "../lib/text.ts";
import { durationOf } from "../lib/time.ts";
import type { Decision } from "../policy/decide.ts";
import { listMarkdown } from "../postmortem/directory.ts";
import { destinationOf, findPostmortem, titleOf } from "../postmortem/file.ts";
import { linkedFrom, type PastPostmortem } from "../postmortem/past.ts";
import { renderSkeleton } from "../postmortem/render.ts";
import { renderInstructions } from "../postmortem/template.ts";
import type { Config } from "../settings/configuration.ts";
import { renderEvidence } from "./evidence.ts";
import { type Brief, boundaryOf, buildGather, buildPrompt, outcomeJsonSchema } from "./prompt.ts";

/** What PagerDuty's evidence may take of a prompt, in UTF-8 bytes; the timeline stands in the skeleton. */
export const EVIDENCE_BYTES = 24 * 1_024;

/** Puts the brief together; throws SettingsError with all problems of templates that are missing or wrong. */
export function createBrief(options: {
  record: IncidentRecord;
  decision: Decision | null;
  config: Config;
  repository: string;
  files: Files;
  /** Epoch milliseconds; dates an incident whose beginning is not known. */
  now: number;
  /** The event that the prompt is about. */
  eventId: string;
  /** Merged postmortems that are like it, redacted. */
  past?: PastPostmortem[];
  /** Gives a random UUID. */
  newId: () => string;
}): Brief {
  const { record, decision, config, repository, files, now, eventId, past = [], newId } = options;
  const below = listMarkdown(files, config.directory).map((path) => path.slice(config.directory.length + 1));
  const existing = findPostmortem(below, record.incident.id);
  const destination = destinationOf(record, config.directory, existing, now);
  const skeleton = () => {
    const template = readTemplate(files, "template", decision?.rule?.template ?? config.template);
    return renderSkeleton(record, template, linkedFrom(posix.dirname(destination.path), past));
  };
  const instructions = () => {
    const template = readTemplate(files, "instructions", config.instructions);
    return template && renderInstructions(template, instructionValues(record, destination, repository));
  };
  return {
    record,
    destination,
    repository,
    eventId,
    boundary: boundaryOf(newId),
    config: { ...config, devin: { ...config.devin, ...decision?.rule?.devin } },
    past,
    ...renderBoth(skeleton, instructions),
    evidence: renderEvidence(record, EVIDENCE_BYTES),
  };
}

/** What the two give; where one cannot, the problems of the other are named too. */
function renderBoth(skeleton: () => string, instructions: () => string | null) {
  try {
    return { skeleton: skeleton(), instructions: instructions() };
  } catch (error) {
    if (error instanceof SettingsError) throw new SettingsError([skeleton, instructions].flatMap(problemsOf));
    throw error;
  }
}

function readTemplate(files: Files, key: string, file: string | undefined) {
  if (file === undefined) return null;
  const text = files.read(file);
  if (text !== null) return { file, text };
  throw new SettingsError([
    `${key} is ${JSON.stringify(file)}, and there is no such file in the docs repository`,
  ]);
}

// Nothing here was written by a stranger: the instructions stand outside the prompt's data.
function instructionValues(
  { incident, createdAt, resolvedAt, durationMinutes }: IncidentRecord,
  { path, branch }: Brief["destination"],
  repository: string,
) {
  const time = (at: number | null) => (at === null ? "unknown" : new Date(at).toISOString());
  return {
    incident: incident.id,
    number: incident.number,
    urgency: incident.urgency === "high" || incident.urgency === "low" ? incident.urgency : "unknown",
    created: time(createdAt),
    resolved: time(resolvedAt),
    duration: durationMinutes === null ? "unknown" : durationOf(durationMinutes),
    path,
    branch,
    repository,
  };
}

/**
 * The request of a new session. `attachmentUrls` name the whole evidence where it was uploaded; `ended` is the session
 * before it.
 */
export function sessionRequest(
  brief: Brief,
  told: ToldEvent,
  { attachmentUrls, ended }: { attachmentUrls: string[]; ended: Session | null },
): SessionRequest {
  const { incident } = brief.record;
  const wanted = brief.config.devin;
  const number = incident.number === null ? "" : ` (#${incident.number})`;
  const service = withoutBrackets(incident.service?.name);
  const isAttached = attachmentUrls.length > 0;
  return {
    prompt:
      told.instruction === "gather"
        ? buildGather(brief, isAttached)
        : buildPrompt(brief, { isAttached, ended }),
    title: `Postmortem: ${titleOf({ ...incident, title: withoutBrackets(incident.title) })}${number}`,
    tags: [
      PROJECT_TAG,
      ...(service ? [`service:${toSingleLine(service, 60)}`] : []),
      incidentTag(incident.id),
      ...toldTags(told),
      ...(wanted.tags ?? []),
    ],
    repos: [...new Set([brief.repository, ...(wanted.repos ?? [])])],
    structuredOutputSchema: outcomeJsonSchema(),
    attachmentUrls,
    options: {
      playbook_id: wanted["playbook-id"],
      knowledge_ids: wanted["knowledge-ids"],
      secret_ids: wanted["secret-ids"],
      devin_mode: wanted.mode,
      max_acu_limit: wanted["max-acu-limit"],
      bypass_approval: wanted["bypass-approval"],
      create_as_user_id: wanted["create-as-user-id"],
    },
  };
}

// Devin shows titles and tags on pages of its own.
function withoutBrackets(words: string | null | undefined): string {
  return (words ?? "").replace(/[<>]/g, " ").trim();
}
