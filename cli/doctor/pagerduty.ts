/** What the doctor checks at PagerDuty: the token, and the webhook subscription of the endpoint. */

import { z } from "zod";
import { matchesName } from "../../src/lib/names.ts";
import { toSingleLine } from "../../src/lib/text.ts";
import type { Config } from "../../src/settings/configuration.ts";
import type { Inputs } from "../../src/settings/inputs.ts";
import { isSameEndpoint } from "../address.ts";
import type { Connection } from "../http-probe.ts";
import { createAccount, type PagerDutyAccount, type Subscription, scopeOf } from "../subscriptions.ts";
import type { Read } from "../variables.ts";
import { checkNames } from "./account-names.ts";
import type { Health } from "./endpoint.ts";
import { type Finding, notesOn, unusable } from "./finding.ts";

const PART = "PagerDuty";
const { pass, warn, fail, skip } = notesOn(PART);
const LONGEST_NAME = 40;

const incidentsSchema = z.object({ incidents: z.array(z.unknown()) });
const serviceSchema = z.object({ service: z.object({ name: z.string() }) });

export type Endpoint = {
  /** Null: no address was given. */
  address: URL | null;
  /** What the endpoint says of itself; null when it says nothing. */
  health: Promise<Health | null>;
  /** Whether PagerDuty is to send it a ping. */
  isToPing: boolean;
  /** The docs repository's configuration; null when it could not be read. */
  config: Promise<Config | null>;
};

/** The token's rights, and the subscription that delivers to the endpoint. */
export async function checkPagerDuty(
  connection: Connection,
  read: Read<Inputs>,
  endpoint: Endpoint,
): Promise<Finding[]> {
  if (read.problems.length > 0) return unusable(PART, read.problems);
  const token = read.settings?.["pagerduty-token"];
  if (!read.settings || token === undefined)
    return [
      skip(
        "token",
        "PAGERDUTY_TOKEN is not set here",
        "Set it to check the record and the subscription; without one, drafts start from what the webhook says.",
      ),
    ];
  const account = createAccount(connection, token, read.settings);
  const incidents = await account.get("Listing an incident", "/incidents?limit=1", incidentsSchema);
  if (incidents.isRefused && incidents.status !== 403) {
    const remedy =
      incidents.status === 401
        ? "Check PAGERDUTY_TOKEN, PAGERDUTY_AUTH (bearer for an OAuth token) and PAGERDUTY_API_URL (https://api.eu.pagerduty.com in the EU)."
        : "Check PAGERDUTY_API_URL, and try again later.";
    return [fail("token", `listing one incident: ${incidents.why}`, remedy)];
  }
  const token403 = incidents.isRefused
    ? fail("token", `may not read incidents: ${incidents.why}`, "Give it read access (incidents.read).")
    : pass("token", "may read incidents");
  const checks = [checkRules(account, endpoint), checkSubscriptions(account, endpoint)];
  return [token403, ...(await Promise.all(checks)).flat()];
}

async function checkRules(account: PagerDutyAccount, endpoint: Endpoint): Promise<Finding[]> {
  const [config, health] = await Promise.all([endpoint.config, endpoint.health]);
  const unread = skip(
    "rules",
    "the configuration was not read, so its names were not compared with the account",
    "See what is said of it under GitHub.",
  );
  return [...(config === null ? [unread] : []), ...(await checkNames(account, config, health))];
}

async function checkSubscriptions(account: PagerDutyAccount, endpoint: Endpoint): Promise<Finding[]> {
  const { address } = endpoint;
  if (address === null)
    return [
      skip("subscription", "the endpoint's address is not known", "Give it with --endpoint or BRIDGE_URL."),
    ];
  const listed = await account.listSubscriptions();
  if (listed.isRefused) {
    const remedy =
      listed.status === 403
        ? "Give the token webhook_subscriptions.read, or look under Integrations → Generic Webhooks (v3)."
        : "Try again later.";
    return [warn("subscription", `could not be looked for: ${listed.why}`, remedy)];
  }
  const own = listed.value.filter(({ delivery_method: { url } }) => isSameEndpoint(address, url));
  if (own.length === 0) {
    return [
      fail(
        "subscription",
        `none of the ${listed.value.length} that the token sees delivers to ${address.href}`,
        `Make one: npm run subscribe -- --url ${address.href} --service ID`,
      ),
    ];
  }
  const health = await endpoint.health;
  const findings = await Promise.all(own.map((one) => checkSubscription(account, one, health)));
  const pings = endpoint.isToPing ? await Promise.all(own.map(({ id }) => sendPing(account, id))) : [];
  return [...findings.flat(), ...checkSeveral(own), ...pings];
}

async function checkSubscription(
  account: PagerDutyAccount,
  subscription: Subscription,
  health: Health | null,
): Promise<Finding[]> {
  const { active, events, delivery_method: method } = subscription;
  const id = toSingleLine(subscription.id, LONGEST_NAME);
  const findings: Finding[] = [];
  if (active === false)
    findings.push(
      fail("subscription", `${id} is switched off`, "Switch it on: Integrations → Generic Webhooks (v3)."),
    );
  if (method.temporarily_disabled)
    findings.push(
      fail(
        "subscription",
        `${id} is disabled for a day, since the endpoint refused three deliveries`,
        `Correct what the endpoint's checks say, then enable it under Integrations → Generic Webhooks (v3), or with POST /webhook_subscriptions/${id}/enable.`,
      ),
    );
  if (health?.settings["WEBHOOK_SECRET"] && !hasSharedSecret(subscription))
    findings.push(
      fail(
        "subscription",
        `${id} sends no X-Webhook-Secret, and the endpoint has WEBHOOK_SECRET, so it refuses every delivery`,
        "Delete WEBHOOK_SECRET from the function and deploy again, or subscribe anew with --header-secret.",
      ),
    );
  if (findings.length === 0) findings.push(await checkScope(account, subscription, health));
  return [...findings, checkEvents(id, events, health)];
}

/** For what it delivers; a service is named, since nobody knows its id by heart. */
async function checkScope(
  account: PagerDutyAccount,
  subscription: Subscription,
  health: Health | null,
): Promise<Finding> {
  const says = `${toSingleLine(subscription.id, LONGEST_NAME)} delivers for ${scopeOf(subscription)}`;
  const { type, id } = subscription.filter ?? {};
  if (type !== "service_reference" || !id) return pass("subscription", says);
  const found = await account.get(
    "Reading the service",
    `/services/${encodeURIComponent(id)}`,
    serviceSchema,
  );
  if (found.isRefused)
    return found.status === 404
      ? warn(
          "subscription",
          `${says}, which the token does not see`,
          "See that it is the service that you mean.",
        )
      : pass("subscription", says);
  const { name } = found.value.service;
  const named = `${says} (${toSingleLine(name, LONGEST_NAME)})`;
  const allowed = health?.filters["services"] ?? [];
  const passes = allowed.some((pattern) => matchesName(pattern, id) || matchesName(pattern, name));
  if (allowed.length === 0 || passes) return pass("subscription", named);
  return fail(
    "subscription",
    `${named}, of which INCIDENT_SERVICES lets nothing through`,
    "Add the service to INCIDENT_SERVICES of the function, or subscribe for another one.",
  );
}

function hasSharedSecret({ delivery_method: { custom_headers: headers } }: Subscription): boolean {
  return (headers ?? []).some(({ name }) => name.toLowerCase() === "x-webhook-secret");
}

function checkEvents(id: string, events: string[], health: Health | null): Finding {
  const remedy = "Add it to the webhook's event subscription in PagerDuty.";
  if (!events.includes("incident.resolved"))
    return fail("events", `${id} does not subscribe to incident.resolved, so nothing is drafted`, remedy);
  const forwarded = (health?.events ?? []).map((event) => toSingleLine(event, LONGEST_NAME));
  const missing = forwarded.filter((event) => !events.includes(event));
  if (missing.length > 0)
    return warn("events", `the endpoint forwards ${missing.join(", ")}, which ${id} does not send`, remedy);
  const extra = events.filter((event) => !forwarded.includes(event)).length;
  if (health === null) return pass("events", `${id} sends incident.resolved`);
  return pass(
    "events",
    `${id} sends ${forwarded.join(", ")}${extra > 0 ? `, and ${extra} that the endpoint ignores` : ""}`,
  );
}

/** Each has a secret of its own; and where two deliver the same incident, the second run finds the first one's session. */
function checkSeveral(own: Subscription[]): Finding[] {
  const scopes = own.filter(({ active }) => active !== false).map(scopeOf);
  if (scopes.length < 2) return [];
  const isDoubled = scopes.includes("account") || new Set(scopes).size < scopes.length;
  return [
    isDoubled
      ? warn(
          "subscription",
          `${own.length} deliver to this endpoint and overlap, so an incident arrives more than once`,
          "Delete all but one for each service or team.",
        )
      : skip(
          "secrets",
          `${own.length} deliver to this endpoint, each with a secret of its own; whether the function has all of them was not shown`,
          "Set PAGERDUTY_WEBHOOK_SECRET to all, with commas, and see with --ping that the function's log says pong for each.",
        ),
  ];
}

async function sendPing(account: PagerDutyAccount, id: string): Promise<Finding> {
  const answer = await account.ping(id);
  if (!answer.isRefused)
    return pass(
      "ping",
      `PagerDuty sends one for ${toSingleLine(id, LONGEST_NAME)}; the function's log then says pong`,
    );
  const remedy =
    answer.status === 403
      ? "Give the token webhook_subscriptions.write, or send a test event from PagerDuty's page of the webhook."
      : "Try again later.";
  return fail("ping", `asking PagerDuty for one: ${answer.why}`, remedy);
}
