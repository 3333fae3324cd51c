/** The record of an incident for the check, which must be no way to read an incident that its reader may not see. */

import { RECORD_WITHHELD } from "../check/record.ts";
import { incidentTag, isByHand } from "../devin/tags.ts";
import type { IncidentRecord } from "../incident/record.ts";
import { RequestError } from "../lib/errors.ts";
import { reasonOf } from "../pagerduty/request.ts";
import { passGate } from "../policy/gate.ts";
import { redactRecord } from "../redact/record.ts";
import type { Config } from "../settings/configuration.ts";
import type { JobContext } from "./context.ts";
import { triggerByHand } from "./trigger.ts";

/** Makes the reader of a record by the incident's id; `config` is the base's. */
export function createRecordReader(context: JobContext, config: Config) {
  return async (id: string, region: "us" | "eu" | null): Promise<IncidentRecord | { problem: string }> => {
    try {
      const asked = { reference: { kind: "id" as const, id, region }, runId: "", actor: "" };
      const { record } = await triggerByHand(context, asked);
      return (await mayBeShown(context, config, record))
        ? await redactRecord(record, config)
        : { problem: RECORD_WITHHELD };
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      return { problem: error.status === 404 ? RECORD_WITHHELD : reasonOf(error) };
    }
  };
}

/** Whether the base's rules allow the incident a postmortem, or a person asked for it. */
async function mayBeShown(
  { inputs, devin }: JobContext,
  config: Config,
  record: IncidentRecord,
): Promise<boolean> {
  const { outcome } = passGate({
    record,
    policy: config,
    notReadyBecause: null,
    requestedBy: null,
    hasCapacity: true,
    isDryRun: false,
  });
  if (outcome === "passed") return true;
  if (inputs["devin-api-key"] === undefined) return false;
  const sessions = await devin().listSessions(incidentTag(record.incident.id));
  return sessions.some(({ tags }) => isByHand(tags));
}
