/** The record of an incident for the check, which must be no way to read an incident that its reader may not see. */

import { RECORD_WITHHELD } from "../check/record.ts";
import type { Session } from "../devin/session.ts";
import { isByHand } from "../devin/tags.ts";
import type { IncidentRecord } from "../incident/record.ts";
import { RequestError } from "../lib/errors.ts";
import { reasonOf } from "../pagerduty/request.ts";
import { passGate } from "../policy/gate.ts";
import { redactRecord } from "../redact/record.ts";
import type { Config } from "../settings/configuration.ts";
import type { JobContext } from "./context.ts";
import { triggerByHand } from "./trigger.ts";

/** Gives the sessions of an incident; none without a key for Devin. */
export type ListSessions = (incidentId: string) => Promise<Session[]>;

/** Makes the reader of a record by the incident's id; `config` is the base's. */
export function createRecordReader(context: JobContext, config: Config, listSessions: ListSessions) {
  return async (id: string, region: "us" | "eu" | null): Promise<IncidentRecord | { problem: string }> => {
    try {
      const asked = { reference: { kind: "id" as const, id, region }, runId: "", actor: "" };
      const { record } = await triggerByHand(context, asked);
      return (await mayBeShown(record, config, listSessions))
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
  record: IncidentRecord,
  config: Config,
  listSessions: ListSessions,
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
  const sessions = await listSessions(record.incident.id);
  return sessions.some(({ tags }) => isByHand(tags));
}
