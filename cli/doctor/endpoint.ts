/** What the doctor checks at the deployed endpoint: its health report, and whether it tells deliveries apart. */

import { randomBytes } from "node:crypto";
import { z } from "zod";
import { toSingleLine } from "../../src/lib/text.ts";
import { VERSION } from "../../src/lib/version.ts";
import { deliver } from "../delivery.ts";
import { type Connection, probe } from "../http-probe.ts";
import { pingEvent } from "../sample-event.ts";
import type { Read, WebhookSecrets } from "../variables.ts";
import { type Finding, notesOn, unusable } from "./finding.ts";

const PART = "Endpoint";
const { pass, warn, fail, skip } = notesOn(PART);
const LONGEST_WORD = 300;

const healthSchema = z.object({
  status: z.string(),
  version: z.string(),
  settings: z.record(z.string(), z.boolean()),
  events: z.array(z.string()),
  filters: z.record(z.string(), z.array(z.string())).catch({}),
  problems: z.array(z.string()),
});

/** The health report of a deployment. */
export type Health = z.infer<typeof healthSchema>;

/** Reads the health report; `health` is null when there is none that can be used. */
export async function checkHealth(
  connection: Connection,
  address: URL | null,
): Promise<{ health: Health | null; findings: Finding[] }> {
  if (address === null) {
    const says = "the endpoint's address is not known";
    return { health: null, findings: [skip("health", says, "Give it with --endpoint or BRIDGE_URL.")] };
  }
  const answer = await probe(connection, {
    attempt: "Reading the health report",
    url: address.href,
    headers: {},
    schema: healthSchema,
    readDetail: (body) => healthSchema.safeParse(body).data?.problems.join("; ") ?? null,
    secrets: [],
  });
  if (!answer.isRefused) return { health: answer.value, findings: describe(answer.value) };
  const { status, why } = answer;
  return { health: null, findings: [fail("health", `GET ${address.href}: ${why}`, remedyOf(status))] };
}

function remedyOf(status: number | null): string {
  if (status === 503) return "Correct those variables of the function, and deploy again.";
  if (status === 401 || status === 403)
    return "Something in front of the endpoint answers, such as Vercel's Deployment Protection: use the production address.";
  if (status === 404) return "Check the address: it ends with /api/pagerduty.";
  if (status !== null && status >= 300 && status <= 399)
    return "Use the address that it redirects to: PagerDuty does not follow.";
  if (status === 200) return "This is another page: the address ends with /api/pagerduty.";
  return "Check the address, and look at the function's log.";
}

function describe({ version, settings, events }: Health): Finding[] {
  const shown = toSingleLine(version, LONGEST_WORD);
  const findings = [
    version === VERSION
      ? pass("health", `ready, version ${shown}`)
      : warn(
          "health",
          `ready, version ${shown}; this is ${VERSION}`,
          "Deploy this version, or check out that one.",
        ),
  ];
  if (!settings["PAGERDUTY_WEBHOOK_SECRET"])
    findings.push(
      warn(
        "signature",
        "deliveries are known by X-Webhook-Secret alone",
        "Set PAGERDUTY_WEBHOOK_SECRET in the function too, and deploy again.",
      ),
    );
  if (!events.includes("incident.resolved"))
    findings.push(
      warn(
        "events",
        "incident.resolved is not forwarded, so only reconcile drafts anything",
        "Add it to INCIDENT_EVENTS of the function, or delete that variable, and deploy again.",
      ),
    );
  return findings;
}

/**
 * Posts a pagey.ping, which starts nothing: signed as PagerDuty would, where the secrets are known here, and with
 * secrets that nobody has.
 */
export async function checkRoundTrip(
  { fetch }: Connection,
  address: URL | null,
  health: Health | null,
  { settings: secrets, problems }: Read<WebhookSecrets>,
): Promise<Finding[]> {
  // An endpoint that is not ready refuses everything, and its health report has said so.
  if (address === null || health === null) return unusable(PART, problems);
  const body = pingEvent();
  const forged = checkForged(await deliver(fetch, address.href, body, madeUp()));
  if (problems.length > 0) return [...unusable(PART, problems), forged];
  const known = secrets ?? { signingSecrets: [], sharedSecrets: [] };
  const missing = [
    ...(known.signingSecrets.length === 0 ? ["PAGERDUTY_WEBHOOK_SECRET"] : []),
    ...(known.sharedSecrets.length === 0 ? ["WEBHOOK_SECRET"] : []),
  ].filter((name) => health.settings[name]);
  if (missing.length > 0) {
    const says = `none was sent, since the function checks ${missing.join(" and ")}, not set here`;
    return [skip("signed ping", says, "Set to what the function has, it is sent."), forged];
  }
  return [checkSigned(await deliver(fetch, address.href, body, known)), forged];
}

/** Secrets that no function has. */
function madeUp(): WebhookSecrets {
  const secret = randomBytes(32).toString("hex");
  return { signingSecrets: [secret], sharedSecrets: [secret] };
}

type Delivered = Awaited<ReturnType<typeof deliver>>;

function answerOf(delivered: Delivered): string {
  if (delivered.status === null) return delivered.why;
  return `answered ${delivered.status}${delivered.body && ` ${toSingleLine(delivered.body, LONGEST_WORD)}`}`;
}

function checkSigned(delivered: Delivered): Finding {
  if (delivered.status === 200 && delivered.body.includes("pong"))
    return pass("signed ping", "answered 200, pong");
  const remedy =
    delivered.status === 401
      ? "The secrets here are not those of the function: correct them here, or there and deploy again."
      : "Look at the function's log.";
  return fail("signed ping", answerOf(delivered), remedy);
}

function checkForged(delivered: Delivered): Finding {
  if (delivered.status === 401) return pass("forged ping", "answered 401");
  if (delivered.status !== null && delivered.status < 300)
    return fail(
      "forged ping",
      `${answerOf(delivered)}, though nobody signed it`,
      "Take the endpoint down until it refuses that.",
    );
  return warn("forged ping", answerOf(delivered), "It should be 401: look at the function's log.");
}
