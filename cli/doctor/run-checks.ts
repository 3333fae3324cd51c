/** Every check of the doctor at once, so that one service that is slow or down hides nothing of the others. */

import { trimmed } from "../../src/incident/patterns.ts";
import type { Connection } from "../http-probe.ts";
import { readDevin, readGitHub, readPagerDuty, readSecrets, type Variables } from "../variables.ts";
import { checkDevin } from "./devin.ts";
import { checkHealth, checkRoundTrip } from "./endpoint.ts";
import { type Finding, notesOn } from "./finding.ts";
import { checkGitHub } from "./github.ts";
import { checkPagerDuty } from "./pagerduty.ts";

export type CheckupOptions = {
  /** The deployed endpoint; null when it is not known. */
  address: URL | null;
  /** Whether PagerDuty is to send a ping through the subscription. */
  isToPing: boolean;
  /** Whether GitHub is to be sent an event that no workflow takes. */
  isToDispatch: boolean;
};

/** Checks all that can be checked with these variables; what a service says against it is a finding, never thrown. */
export async function examine(
  connection: Connection,
  variables: Variables,
  { address, isToPing, isToDispatch }: CheckupOptions,
): Promise<Finding[]> {
  const reported = checkHealth(connection, address);
  const health = reported.then(
    (report) => report.health,
    () => null,
  );
  const github = checkGitHub(connection, readGitHub(variables), { isToDispatch, health });
  const config = github.then(
    (report) => report.config,
    () => null,
  );
  const repository = trimmed(variables["GITHUB_REPOSITORY"]) ?? null;
  const findings = await Promise.all([
    safely("Endpoint", async () => (await reported).findings),
    safely("Endpoint", async () => checkRoundTrip(connection, address, await health, readSecrets(variables))),
    safely("PagerDuty", () =>
      checkPagerDuty(connection, readPagerDuty(variables), { address, health, isToPing, config }),
    ),
    safely("GitHub", async () => (await github).findings),
    safely("Devin", () => checkDevin(connection, readDevin(variables), { repository, config })),
  ]);
  const all = findings.flat();
  if (all.some(({ level }) => level !== "skip")) return all;
  const next = "Begin with: npm run setup -- --docs OWNER/NAME";
  return [...all, notesOn("Doctor").fail("settings", "nothing is set here, so nothing was checked", next)];
}

/** A check that breaks must not hide the others. */
async function safely(part: string, check: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await check();
  } catch (error) {
    const name = error instanceof Error ? error.name : typeof error;
    return [notesOn(part).fail("check", `the check itself broke (${name})`, "Please report this.")];
  }
}
