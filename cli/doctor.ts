/** `npm run doctor`: every setting and permission that can be checked, as a table with remedies. */

import { readAddress } from "./address.ts";
import { createCommand, EXIT, runEntry } from "./command.ts";
import { verdictOf } from "./doctor/finding.ts";
import { asJson, asTable } from "./doctor/report.ts";
import { examine } from "./doctor/run-checks.ts";
import { OPTIONS } from "./options.ts";
import type { Terminal } from "./terminal.ts";

const SUMMARY = `Checks the endpoint, PagerDuty, GitHub and Devin, and says what to do about what is wrong. Nothing is started or changed; the endpoint is sent two pings, which it answers and forgets.`;

const NOTES = `The environment holds what the function and the workflow have; what is not set
is skipped:
  endpoint     BRIDGE_URL, PAGERDUTY_WEBHOOK_SECRET, WEBHOOK_SECRET
  PagerDuty    PAGERDUTY_TOKEN, PAGERDUTY_AUTH, PAGERDUTY_API_URL
  GitHub       GITHUB_REPOSITORY, GITHUB_API_URL, GITHUB_TOKEN or GITHUB_APP_ID
               and GITHUB_APP_PRIVATE_KEY
  Devin        DEVIN_API_KEY, DEVIN_ORG_ID, DEVIN_API_URL

Exits with 1 when anything fails or nothing is set, and with --strict on a
warning.`;

await runEntry(import.meta.filename, doctor);

export function doctor(terminal: Terminal) {
  return createCommand("run doctor", SUMMARY, NOTES)
    .addOption(OPTIONS.endpoint)
    .addOption(OPTIONS.ping)
    .addOption(OPTIONS.dispatch)
    .addOption(OPTIONS.strict)
    .addOption(OPTIONS.json)
    .action(async ({ endpoint, ping = false, dispatch = false, strict = false, json = false }) => {
      const findings = await examine(terminal, terminal.env, {
        address: readEndpoint(endpoint, terminal.env["BRIDGE_URL"]),
        isToPing: ping,
        isToDispatch: dispatch,
      });
      terminal.print(json ? asJson(findings) : asTable(findings));
      const verdict = verdictOf(findings);
      terminal.setStatus(verdict === "fail" || (strict && verdict === "warn") ? EXIT.bad : EXIT.well);
    });
}

function readEndpoint(option: string | undefined, variable: string | undefined): URL | null {
  if (option !== undefined) return readAddress("--endpoint", option);
  return variable?.trim() ? readAddress("BRIDGE_URL", variable.trim()) : null;
}
