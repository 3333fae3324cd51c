/** The brief of the orders incident, for the tests of the prompt and of the messages. */

import { destinationOf } from "../../src/postmortem/file.ts";
import { renderSkeleton } from "../../src/postmortem/render.ts";
import { renderEvidence } from "../../src/prompt/evidence.ts";
import type { Brief } from "../../src/prompt/prompt.ts";
import { incidentRecord } from "../builders.ts";
import { configOf } from "../configurations.ts";

export type Overrides = Parameters<typeof incidentRecord>[0];

export const BOUNDARY = "incident-data-7f3a9c01b2d4";

/** An instant on the day of the incident. */
export const at = (time: string) => Date.parse(`2026-02-10T${time}:00Z`);

export function briefOf(overrides: Overrides = {}, config: string | null = null): Brief {
  const record = incidentRecord(overrides);
  return {
    record,
    destination: destinationOf(record, "docs/postmortems", null, Date.parse("2026-03-01T09:00:00Z")),
    repository: "acme/docs",
    config: configOf(config),
    eventId: "01RESOLVED0000000000000001",
    boundary: BOUNDARY,
    past: [],
    skeleton: renderSkeleton(record),
    instructions: null,
    evidence: renderEvidence(record, 24 * 1_024),
  };
}
