/** What the sandbox's Devin can look up, as its MCPs would give it: metrics, deploys and logs of the demo's service. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const finding = z.object({ tells: z.string(), url: z.string() });
const measured = finding.extend({ name: z.string() });

const serviceSchema = z.object({
  metrics: z.array(measured.extend({ at: z.string() })),
  impact: measured,
  deploys: z.tuple([
    z.object({
      version: z.string(),
      repository: z.string(),
      commit: z.string(),
      pullRequest: z.number(),
      previous: z.string(),
      adds: z.string(),
      file: z.string(),
      finding: z.string(),
    }),
  ]),
  logs: z.tuple([finding]),
  pool: finding,
  others: z.array(finding),
  mending: z.number(),
});

export type Telemetry = z.infer<typeof serviceSchema>;

const store = z
  .record(z.string(), serviceSchema)
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, "telemetry.json"), "utf8")));

/** What the store has of a service from an instant on to another (ISO 8601); null where it has nothing. */
export function telemetryOf(
  service: string | null,
  from: string | null,
  to: string | null,
): Telemetry | null {
  const found = service === null ? undefined : store[service];
  if (found === undefined || from === null || to === null) return null;
  const since = Date.parse(from) - 60 * 60_000;
  const metrics = found.metrics.filter(
    ({ at }) => Date.parse(at) >= since && Date.parse(at) <= Date.parse(to),
  );
  return metrics.length === 0 ? null : { ...found, metrics };
}
