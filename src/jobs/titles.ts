/** The titles of incidents for a list, which shows none that the rules skip. */

import { toSingleLine } from "../lib/text.ts";
import { recordOf } from "../pagerduty/record.ts";
import type { Resolved } from "../pagerduty/resolved-incidents.ts";
import { passGate } from "../policy/gate.ts";
import { redactTexts } from "../redact/text.ts";
import type { Config } from "../settings/configuration.ts";

const LONGEST = 120;

/** The title of each incident without secrets and personal data; null where the rules allow it no postmortem. */
export async function titlesOf(resolved: Resolved[], config: Config): Promise<(string | null)[]> {
  const titles = resolved.map((one) =>
    isAllowed(one, config) ? toSingleLine(one.incident.title ?? "", LONGEST) : "",
  );
  return (await redactTexts(titles, config)).map((title) => title || null);
}

function isAllowed({ incident, resolvedAt, resolvedBy }: Resolved, policy: Config): boolean {
  const record = recordOf(incident, { at: resolvedAt, by: resolvedBy });
  const question = { notReadyBecause: null, requestedBy: null, hasCapacity: true, isDryRun: false };
  return passGate({ record, policy, ...question }).outcome === "passed";
}
