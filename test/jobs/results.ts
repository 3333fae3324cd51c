/** A result as the one kind that a test expects; another kind fails the test. */

import type { CheckResult, IncidentResult, JobResult, ReconcileResult } from "../../src/jobs/result.ts";

export function incidentResult(result: JobResult): IncidentResult {
  if (result.kind === "incident") return result;
  throw new Error(`The result is ${result.kind}: ${result.failures.join("; ") || result.reason}`);
}

export function reconcileResult(result: JobResult): ReconcileResult {
  if (result.kind === "reconcile") return result;
  throw new Error(`The result is ${result.kind}: ${result.failures.join("; ") || result.reason}`);
}

export function checkResult(result: JobResult): CheckResult {
  if (result.kind === "check") return result;
  throw new Error(`The result is ${result.kind}: ${result.failures.join("; ") || result.reason}`);
}
