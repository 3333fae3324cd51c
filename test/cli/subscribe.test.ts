/** `npm run subscribe` against the sandbox's PagerDuty. */

import { describe, expect, onTestFinished, test } from "vitest";
import { subscribe as subscribeCommand } from "../../cli/subscribe.ts";
import { startPagerDuty } from "../../sandbox/pagerduty/server.ts";
import type { Fault } from "../../sandbox/service.ts";
import { run } from "./command.ts";

const TOKEN = "subscribe-token-0123456789";
const READ_ONLY = "read-only-token-0123456789";
const URL_OF_ENDPOINT = "https://example.vercel.app/api/pagerduty";
const PLACE = "Integrations → Generic Webhooks (v3)";

async function account() {
  const pagerDuty = await startPagerDuty({
    tokens: [
      { token: TOKEN, kind: "token" },
      { token: READ_ONLY, kind: "token", readOnly: true },
    ],
    incidents: [],
  });
  onTestFinished(pagerDuty.close);
  const env = { PAGERDUTY_TOKEN: TOKEN, PAGERDUTY_API_URL: pagerDuty.url };
  const subscribe = (args: string[], more: Record<string, string> = {}) =>
    run(subscribeCommand, ["--url", URL_OF_ENDPOINT, ...args], { ...env, ...more });
  const fail = (fault: Partial<Fault>) =>
    pagerDuty.fail({ method: "POST", path: /webhook_subscriptions/, do: "status", ...fault });
  return { pagerDuty, all: pagerDuty.subscriptions.all, env, subscribe, fail };
}

describe("a new subscription", () => {
  test("is printed with its secret and what to do next", async () => {
    const { all, subscribe } = await account();
    const { code, out, error } = await subscribe(["--service", "PORDSVC"]);
    const [created] = all;
    const { id, delivery_method: method } = created!;
    expect(error).toBe("");
    expect(out).toBe(`Created ${id} for service PORDSVC: incident.resolved
  to ${URL_OF_ENDPOINT}

Its signing secret, which PagerDuty will not show again:
  ${method.secret}

Next:
  1. Give it to the function, and to this terminal, as PAGERDUTY_WEBHOOK_SECRET
  2. Deploy the function: it knows no variable that came after its deployment
  3. Check all of it: npm run doctor -- --endpoint ${URL_OF_ENDPOINT}
`);
    expect(code).toBe(0);
    expect(created).toMatchObject({
      description: "postmortem-bridge",
      events: ["incident.resolved"],
      filter: { type: "service_reference", id: "PORDSVC" },
      active: true,
      delivery_method: { url: URL_OF_ENDPOINT, custom_headers: [] },
    });
  });

  test("as JSON is one document", async () => {
    const { all, subscribe } = await account();
    const { out } = await subscribe([
      "--account",
      "--events",
      "incident.resolved, incident.reopened",
      "--json",
    ]);
    expect(JSON.parse(out)).toEqual({
      id: all[0]!.id,
      url: URL_OF_ENDPOINT,
      events: ["incident.resolved", "incident.reopened"],
      filter: { type: "account_reference" },
      secret: all[0]!.delivery_method.secret,
      next: expect.arrayContaining([expect.stringContaining("PAGERDUTY_WEBHOOK_SECRET")]),
    });
  });

  test("sends the shared secret as a header where that is wanted, and prints it nowhere", async () => {
    const { all, subscribe } = await account();
    const args = ["--team", "PTEAM01", "--header-secret", "--description", "Postmortems"];
    const { code, out } = await subscribe(args, { WEBHOOK_SECRET: "first-secret,second-secret" });
    expect(code).toBe(0);
    expect(all).toMatchObject([
      {
        description: "Postmortems",
        filter: { type: "team_reference", id: "PTEAM01" },
        delivery_method: { custom_headers: [{ name: "X-Webhook-Secret", value: "first-secret" }] },
      },
    ]);
    expect(out).not.toContain("first-secret");
    expect(out).toContain("See that the function's WEBHOOK_SECRET is the one sent here");
  });
});

describe("a subscription of this endpoint that is there already", () => {
  test("is not doubled, wherever in the list and by whichever of the two paths", async () => {
    const { pagerDuty, all, subscribe } = await account();
    for (let number = 0; number < 110; number++)
      pagerDuty.subscriptions.add({
        url: `https://example.com/${number}`,
        filter: { type: "service_reference", id: `P${number}` },
      });
    const { id } = pagerDuty.subscriptions.add({ url: "https://example.vercel.app/pagerduty-resolved" });
    const { code, out, error } = await subscribe(["--service", "PORDSVC"]);
    expect([code, out]).toEqual([2, ""]);
    expect(error).toBe(
      `${URL_OF_ENDPOINT} is subscribed already, by ${id} (account). Delete that under ${PLACE}, or add --force for another one.\n`,
    );
    expect(all).toHaveLength(111);
  });

  test("is joined by another one with --force, which keeps the first one's secret in use", async () => {
    const { pagerDuty, all, subscribe } = await account();
    pagerDuty.subscriptions.add({ url: URL_OF_ENDPOINT });
    const { code, out } = await subscribe(["--service", "PORDSVC", "--force"]);
    expect(code).toBe(0);
    expect(out).toContain("1. Let the function's PAGERDUTY_WEBHOOK_SECRET hold both secrets, with a comma");
    expect(all).toHaveLength(2);
  });
});

test("a subscription whose guessed address was taken is replaced, and no other is", async () => {
  const { pagerDuty, all, subscribe } = await account();
  const guessed = pagerDuty.subscriptions.add({ url: "https://taken.vercel.app/pagerduty-resolved" });
  pagerDuty.subscriptions.add({ url: "https://other.example/api/pagerduty" });
  const former = ["--instead-of", "https://taken.vercel.app/api/pagerduty"];
  const { code, error } = await subscribe(["--service", "PORDSVC", ...former]);
  expect(code).toBe(0);
  expect(error).toBe(`Deleted ${guessed.id}, which it replaces.\n`);
  expect(all.map(({ delivery_method: { url } }) => url)).toEqual([
    "https://other.example/api/pagerduty",
    URL_OF_ENDPOINT,
  ]);
  const gone = await subscribe(["--service", "PORDSVC", "--force", ...former]);
  expect([gone.code, gone.error]).toEqual([0, expect.stringContaining("none was deleted")]);
});

describe("an answer that is lost", () => {
  test.for([
    ["a reset", { do: "reset", after: true }, /no answer \(.*\)/],
    ["a server error", { status: 502, after: true }, /it answered 502/],
    ["a truncated answer", { do: "truncate", after: true }, /no answer \(.*\)/],
    ["a proxy's page", { do: "html", status: 200, after: true }, /an answer that could not be read/],
  ] as const)("after %s: says what was created, since its secret is gone", async ([, fault, why]) => {
    const { all, subscribe, fail } = await account();
    fail(fault);
    const { code, out, error } = await subscribe(["--service", "PORDSVC"]);
    expect([code, out]).toEqual([2, ""]);
    expect(all).toHaveLength(1);
    expect(error).toMatch(why);
    expect(error).toContain(
      `It was created all the same, and its secret is lost. Delete ${all[0]!.id} under ${PLACE}, and run this again: a secret is told only once.\n`,
    );
  });

  test("before it took effect: says that there is none", async () => {
    const { all, subscribe, fail } = await account();
    fail({ do: "reset" });
    const { error } = await subscribe(["--service", "PORDSVC"]);
    expect(all).toEqual([]);
    expect(error).toMatch(/^Creating .*: no answer \(.*\)\. PagerDuty lists none, so run this again\.\n$/);
  });

  test("where the list fails too: says that nobody knows", async () => {
    const { subscribe, fail, pagerDuty } = await account();
    fail({ do: "reset", after: true });
    // The first list is of before.
    pagerDuty.fail({ method: "GET", do: "delay", delayMs: 1 });
    pagerDuty.fail({ method: "GET", do: "status", status: 500 });
    const { error } = await subscribe(["--service", "PORDSVC"]);
    expect(error).toContain(
      "Whether it was created is not known, since they cannot be listed (it answered 500)",
    );
  });

  test("with a secret that PagerDuty left out", async () => {
    const { subscribe, fail } = await account();
    const delivery_method = { url: URL_OF_ENDPOINT, secret: null };
    fail({ status: 200, body: { webhook_subscription: { id: "PNEW", delivery_method } } });
    const { code, error } = await subscribe(["--service", "PORDSVC"]);
    expect(code).toBe(2);
    expect(error).toMatch(/^PagerDuty created PNEW without telling its secret\. Delete PNEW under /);
  });
});

describe("a refusal", () => {
  test("of a read-only token", async () => {
    const { all, subscribe } = await account();
    const { code, error } = await subscribe(["--service", "PORDSVC"], { PAGERDUTY_TOKEN: READ_ONLY });
    expect(code).toBe(2);
    expect(error).toBe(
      "Creating the webhook subscription: it answered 403, Access Denied. Take a token that may: not a read-only one, and an OAuth token with webhook_subscriptions.read and .write.\n",
    );
    expect(all).toEqual([]);
  });

  test("of a token that it does not know, before anything is created", async () => {
    const { subscribe } = await account();
    const { error } = await subscribe(["--account"], { PAGERDUTY_TOKEN: "wrong-token-0123456789" });
    expect(error).toMatch(/^Nothing was created\. Listing .*: it answered 401, .* Check PAGERDUTY_TOKEN/);
    expect(error).not.toContain("wrong-token");
  });

  test("of an eleventh of one scope", async () => {
    const { pagerDuty, subscribe } = await account();
    for (let number = 0; number < 10; number++)
      pagerDuty.subscriptions.add({ url: `https://example.com/${number}` });
    const { error } = await subscribe(["--account"]);
    expect(error).toMatch(
      /it answered 400, .*The limit of 10 .*\. Check the id, and that its scope has less than ten/,
    );
  });
});

describe("a wrong command line is refused with one sentence, before anything is asked", () => {
  const scope = ["--service", "PORDSVC"];

  test.for([
    [[], "Name one scope: --service ID, --team ID or --account."],
    [
      ["--service", "orders"],
      '--service is "orders"; it takes the id at the end of the service\'s address in PagerDuty, such as PORDSVC.',
    ],
    [
      [...scope, "--events", "incident.resolved,incident.merged"],
      '--events has "incident.merged"; it takes some of incident.acknowledged, incident.priority_updated, incident.reopened, incident.resolved.',
    ],
    [
      [...scope, "--events", ","],
      "--events is empty; it takes some of incident.acknowledged, incident.priority_updated, incident.reopened, incident.resolved.",
    ],
    [[...scope, "--description", ""], "--description takes 1 to 255 characters; it has 0."],
    [
      [...scope, "--header-secret"],
      "--header-secret needs WEBHOOK_SECRET in the environment, as the function has it.",
    ],
  ] as const)("%j", async ([args, sentence]) => {
    const env = { PAGERDUTY_TOKEN: TOKEN, PAGERDUTY_API_URL: "http://127.0.0.1:9" };
    const refused = await run(subscribeCommand, ["--url", URL_OF_ENDPOINT, ...args], env);
    expect(refused).toEqual({ code: 2, out: "", error: `${sentence}\n` });
  });

  test("without a token, or with an address that is none", async () => {
    const args = ["--url", URL_OF_ENDPOINT, ...scope];
    expect((await run(subscribeCommand, args)).error).toMatch(
      /^PAGERDUTY_TOKEN is not set; set it to one that may create/,
    );
    const odd = await run(subscribeCommand, args, { PAGERDUTY_TOKEN: TOKEN, PAGERDUTY_API_URL: "nowhere" });
    expect(odd.error).toBe("PAGERDUTY_API_URL is not an address such as https://api.pagerduty.com\n");
    expect((await run(subscribeCommand, [])).error).toBe(
      "--url is missing; it takes the address of the endpoint.\n",
    );
  });
});
