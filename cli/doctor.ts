/** `npm run doctor`: every setting and permission that can be checked, as a table with remedies. */

import { setTimeout as sleep } from "node:timers/promises";
import { readAddress } from "./address.ts";
import { verdictOf } from "./doctor/finding.ts";
import { asJson, asTable } from "./doctor/report.ts";
import { examine } from "./doctor/run-checks.ts";
import { readOptions } from "./options.ts";
import { showWaiting } from "./progress.ts";

const HELP = `Checks the endpoint, PagerDuty, GitHub and Devin, and says what to do about what is wrong. Nothing is started or
changed; the endpoint is sent two pings, which it answers and forgets.

  npm run doctor [-- --endpoint URL] [--json] [--ping] [--dispatch]

  --endpoint   the deployed endpoint, such as https://example.vercel.app/api/pagerduty; by default BRIDGE_URL
  --ping       also let PagerDuty send a ping through the subscription (webhook_subscriptions.write)
  --dispatch   also send GitHub an event that no workflow takes, which proves Contents: write
  --json       one JSON document

The environment holds what the function and the workflow have; what is not set is skipped:
  endpoint     BRIDGE_URL, PAGERDUTY_WEBHOOK_SECRET, WEBHOOK_SECRET
  PagerDuty    PAGERDUTY_TOKEN, PAGERDUTY_AUTH, PAGERDUTY_API_URL
  GitHub       GITHUB_REPOSITORY, GITHUB_TOKEN or GITHUB_APP_ID and GITHUB_APP_PRIVATE_KEY, GITHUB_API_URL
  Devin        DEVIN_API_KEY, DEVIN_ORG_ID, DEVIN_API_URL

Exits with 1 when anything fails; a warning does not fail.`;

try {
  process.exitCode = await doctor();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function doctor(): Promise<number> {
  const options = readOptions(process.argv.slice(2), {
    help: { type: "boolean", short: "h" },
    endpoint: { type: "string" },
    ping: { type: "boolean" },
    dispatch: { type: "boolean" },
    json: { type: "boolean" },
  });
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  const address = readEndpoint(options.endpoint, process.env["BRIDGE_URL"]);
  const clock = { now: Date.now, sleep: (ms: number) => sleep(ms) };
  const connection = { fetch: showWaiting(fetch, process.stderr), clock };
  const findings = await examine(connection, process.env, {
    address,
    isToPing: options.ping ?? false,
    isToDispatch: options.dispatch ?? false,
  });
  console.log(options.json ? asJson(findings) : asTable(findings, process.stdout.hasColors?.() ?? false));
  return verdictOf(findings) === "fail" ? 1 : 0;
}

function readEndpoint(option: string | undefined, variable: string | undefined): URL | null {
  if (option !== undefined) return readAddress("--endpoint", option);
  return variable?.trim() ? readAddress("BRIDGE_URL", variable.trim()) : null;
}
