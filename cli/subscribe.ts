/** `npm run subscribe`: the webhook subscription that delivers to the endpoint, and its secret, shown once. */

import { INCIDENT_EVENTS } from "../src/incident/patterns.ts";
import { toSingleLine } from "../src/lib/text.ts";
import { isSameEndpoint, readAddress } from "./address.ts";
import { createCommand, runEntry } from "./command.ts";
import { OPTIONS } from "./options.ts";
import {
  createAccount,
  type PagerDutyAccount,
  type Subscription,
  scopeOf,
  type Wanted,
} from "./subscriptions.ts";
import type { Terminal } from "./terminal.ts";
import { readPagerDuty, readSecrets, type Variables } from "./variables.ts";

const SUMMARY =
  "Creates the webhook subscription that delivers to the endpoint, and prints its secret, which PagerDuty shows once. It needs one of --service, --team and --account.";

const NOTES = `Events:
${INCIDENT_EVENTS.map((name) => `  ${name}`).join("\n")}

The environment holds PAGERDUTY_TOKEN, of a manager or with
webhook_subscriptions.write and .read, and may hold PAGERDUTY_AUTH (token or
bearer) and PAGERDUTY_API_URL.`;

const LONGEST_DESCRIPTION = 255;
const LONGEST_NAME = 40;
const PLACE = "Integrations → Generic Webhooks (v3)";

type Created = { subscription: Subscription; secret: string };

type Options = {
  url?: string | undefined;
  service?: string | undefined;
  team?: string | undefined;
  account?: boolean | undefined;
  events: string;
  description: string;
  headerSecret?: boolean | undefined;
  insteadOf?: string | undefined;
  force?: boolean | undefined;
  json?: boolean | undefined;
};

await runEntry(import.meta.filename, subscribe);

export function subscribe(terminal: Terminal) {
  return createCommand("run subscribe", SUMMARY, NOTES)
    .addOption(OPTIONS.url)
    .addOption(OPTIONS.service)
    .addOption(OPTIONS.team)
    .addOption(OPTIONS.account)
    .addOption(OPTIONS.types)
    .addOption(OPTIONS.description)
    .addOption(OPTIONS.headerSecret)
    .addOption(OPTIONS.insteadOf)
    .addOption(OPTIONS.force)
    .addOption(OPTIONS.json)
    .action((options) => createSubscription(terminal, options));
}

async function createSubscription(terminal: Terminal, options: Options): Promise<void> {
  if (options.url === undefined) throw new Error("--url is missing; it takes the address of the endpoint.");
  const address = readAddress("--url", options.url);
  const former = options.insteadOf === undefined ? null : readAddress("--instead-of", options.insteadOf);
  const wanted: Wanted = {
    url: address.href,
    events: readEvents(options.events),
    filter: readScope(options),
    description: readDescription(options.description),
    headers: options.headerSecret ? [sharedHeader(terminal.env)] : [],
  };
  const account = openAccount(terminal);
  const before = await list(account);
  const own = before.filter(({ delivery_method: { url } }) => isSameEndpoint(address, url));
  if (own.length > 0 && !options.force) {
    const those = own.map((one) => `${nameOf(one)} (${scopeOf(one)})`).join(", ");
    throw new Error(
      `${address.href} is subscribed already, by ${those}. Delete that under ${PLACE}, or add --force for another one.`,
    );
  }
  const created = await create(account, wanted, before);
  const replaced = before.filter(
    ({ delivery_method: { url } }) => former !== null && isSameEndpoint(former, url),
  );
  for (const subscription of replaced) await remove(terminal, account, subscription);
  if (former !== null && replaced.length === 0)
    terminal.printError(`No subscription delivers to ${former.href}, so none was deleted.`);
  const next = nextSteps(address, own.length > 0, options.headerSecret ?? false);
  terminal.print(options.json ? asJson(created, wanted, next) : asText(created, wanted, next));
}

function readEvents(typed: string): string[] {
  const names = typed
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
  const known: readonly string[] = INCIDENT_EVENTS;
  const unknown = names.filter((name) => !known.includes(name));
  const takes = `it takes some of ${known.join(", ")}`;
  if (unknown.length > 0)
    throw new Error(`--events has ${unknown.map((name) => JSON.stringify(name)).join(", ")}; ${takes}.`);
  if (names.length === 0) throw new Error(`--events is empty; ${takes}.`);
  return [...new Set(names)];
}

function readScope(options: Options): Wanted["filter"] {
  const named = (["service", "team", "account"] as const).filter((name) => options[name] !== undefined);
  const [scope] = named;
  if (scope === undefined) throw new Error("Name one scope: --service ID, --team ID or --account.");
  if (scope === "account") return { type: "account_reference" };
  const id = options[scope] ?? "";
  if (!/^P[A-Z0-9]{4,31}$/.test(id))
    throw new Error(
      `--${scope} is ${JSON.stringify(id)}; it takes the id at the end of the ${scope}'s address in PagerDuty, such as PORDSVC.`,
    );
  return { type: `${scope}_reference`, id };
}

function readDescription(typed: string): string {
  if (typed.trim() === "" || typed.length > LONGEST_DESCRIPTION)
    throw new Error(`--description takes 1 to ${LONGEST_DESCRIPTION} characters; it has ${typed.length}.`);
  return typed.trim();
}

function sharedHeader(env: Variables): Wanted["headers"][number] {
  const { settings, problems } = readSecrets({ WEBHOOK_SECRET: env["WEBHOOK_SECRET"] });
  if (problems.length > 0) throw new Error(problems.join("\n"));
  const [value] = settings?.sharedSecrets ?? [];
  if (value === undefined)
    throw new Error("--header-secret needs WEBHOOK_SECRET in the environment, as the function has it.");
  return { name: "X-Webhook-Secret", value };
}

function openAccount(terminal: Terminal): PagerDutyAccount {
  const { settings, problems } = readPagerDuty(terminal.env);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  const token = settings?.["pagerduty-token"];
  if (settings === null || token === undefined)
    throw new Error("PAGERDUTY_TOKEN is not set; set it to one that may create webhook subscriptions.");
  return createAccount(terminal, token, settings);
}

async function list(account: PagerDutyAccount): Promise<Subscription[]> {
  const listed = await account.listSubscriptions();
  if (!listed.isRefused) return listed.value;
  throw new Error(
    `Nothing was created. Listing the webhook subscriptions: ${listed.why}. ${remedyOf(listed.status)}`,
  );
}

async function create(account: PagerDutyAccount, wanted: Wanted, before: Subscription[]): Promise<Created> {
  const answer = await account.createSubscription(wanted);
  if (!answer.isRefused) {
    const subscription = answer.value;
    const { secret } = subscription.delivery_method;
    if (secret) return { subscription, secret };
    throw new Error(
      `PagerDuty created ${nameOf(subscription)} without telling its secret. ${startOver([subscription])}`,
    );
  }
  const what = `Creating the webhook subscription: ${answer.why}.`;
  if (answer.effect === "none") throw new Error(`${what} ${remedyOf(answer.status)}`);
  // It may have been created all the same, and its secret went with the answer.
  const listed = await account.listSubscriptions();
  if (listed.isRefused)
    throw new Error(
      `${what} Whether it was created is not known, since they cannot be listed (${listed.why}): look under ${PLACE}, delete it there if so, and run this again.`,
    );
  const known = new Set(before.map(({ id }) => id));
  const lost = listed.value.filter(
    ({ id, delivery_method: { url } }) => !known.has(id) && url === wanted.url,
  );
  if (lost.length === 0) throw new Error(`${what} PagerDuty lists none, so run this again.`);
  throw new Error(`${what} It was created all the same, and its secret is lost. ${startOver(lost)}`);
}

/** Without its address nothing can be delivered, so a subscription that stays is said and fails nothing. */
async function remove(
  terminal: Terminal,
  account: PagerDutyAccount,
  subscription: Subscription,
): Promise<void> {
  const answer = await account.deleteSubscription(subscription.id);
  const name = nameOf(subscription);
  terminal.printError(
    answer.isRefused
      ? `Deleting ${name}, which it replaces: ${answer.why}. Delete it under ${PLACE}.`
      : `Deleted ${name}, which it replaces.`,
  );
}

function startOver(lost: Subscription[]): string {
  return `Delete ${lost.map(nameOf).join(", ")} under ${PLACE}, and run this again: a secret is told only once.`;
}

function nameOf({ id }: Subscription): string {
  return toSingleLine(id, LONGEST_NAME);
}

function remedyOf(status: number | null): string {
  if (status === 400) return "Check the id, and that its scope has less than ten subscriptions.";
  if (status === 401) return "Check PAGERDUTY_TOKEN, PAGERDUTY_AUTH and PAGERDUTY_API_URL.";
  if (status === 403)
    return "Take a token that may: not a read-only one, and an OAuth token with webhook_subscriptions.read and .write.";
  return "Check PAGERDUTY_API_URL, and run this again later.";
}

function nextSteps({ href }: URL, isAnother: boolean, hasHeader: boolean): string[] {
  return [
    isAnother
      ? "Let the function's PAGERDUTY_WEBHOOK_SECRET hold both secrets, with a comma between them"
      : "Give it to the function, and to this terminal, as PAGERDUTY_WEBHOOK_SECRET",
    ...(hasHeader ? ["See that the function's WEBHOOK_SECRET is the one sent here"] : []),
    "Deploy the function: it knows no variable that came after its deployment",
    `Check all of it: npm run doctor -- --endpoint ${href}`,
  ];
}

function asText({ subscription, secret }: Created, wanted: Wanted, next: string[]): string {
  return [
    `Created ${nameOf(subscription)} for ${scopeOf({ filter: wanted.filter })}: ${wanted.events.join(", ")}`,
    `  to ${wanted.url}`,
    "",
    "Its signing secret, which PagerDuty will not show again:",
    `  ${secret}`,
    "",
    "Next:",
    ...next.map((step, index) => `  ${index + 1}. ${step}`),
  ].join("\n");
}

function asJson({ subscription, secret }: Created, { url, events, filter }: Wanted, next: string[]): string {
  return JSON.stringify({ id: subscription.id, url, events, filter, secret, next }, null, 2);
}
